"""Position page: what exactly do they want, since when, did it change, and where do the others stand?"""

from collections import Counter
from typing import Any, NamedTuple

from generator.records import dates
from generator.records.models import OTHER
from generator.site import paging
from generator.site.index import Said
from generator.site.parts import Parts, Stance, StatementPart
from generator.site.statements import side
from generator.site.views.long import turns

UNFOLDED = 12
"""Statements that a page shows one after the other; of more, NEWEST stand open and the rest are folded."""
NEWEST = 6
WHOLE = 200
"""Statements that a page holds with their quotes; older ones are named on it and quoted on a page of their year."""
BUSY = 12
"""Statements of a year from which on it is folded by month."""
OTHERS = 12
"""Other holders beside a position, those with most statements; the issue's page has all."""


class Fold(NamedTuple):
    """Earlier statements of a year or a month: its anchor, title, how often which stance, and the statements.

    Each statement comes with the path of the page that quotes it, empty where this page does.
    """

    ident: str
    title: str
    total: int
    stances: list[tuple[Stance, int]]
    items: list[tuple[StatementPart, str]]


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of a position shows."""
    position, index = parts.library.positions[ident], parts.index
    said = index.said[ident]
    evidence = [e for item in said for e in item.statement.evidence]
    issue = index.id_of("issues", position.issue)
    record = parts.library.issues.get(issue)
    others = sorted(
        (parts.standing(other) for other in index.positions_on_issue[issue] if other != ident),
        key=lambda item: (-item.statements, item.holder.title),
    )
    newest_first = parts.statements(_newest_first(said))
    shown = len(said) if len(said) <= UNFOLDED else NEWEST
    leaves, paths = _leaves(parts, ident, newest_first)
    return {
        "title": parts.title("positions", ident),
        "description": position.summary or parts.evidence_line(evidence),
        "holder": parts.link("actors", position.holder),
        "issue": parts.link("issues", position.issue),
        "question": record.question if record else "",
        "summary": position.summary or "",
        "now": parts.standing(ident),
        "since": _since(parts, said) if issue != OTHER else "",
        "course": parts.statements(said) if issue != OTHER else [],
        "statements": newest_first[:shown],
        "count": len(said),
        "turns": [item for item in newest_first if item.moved_from] if shown < len(said) else [],
        "folds": _folds(parts, newest_first[shown:], paths),
        "moves": sum(1 for item in said if item.moved_from),
        "others": others[:OTHERS],
        "more_others": len(others[OTHERS:]),
        "editions": parts.links("editions", index.editions_of["positions"][ident]),
        "draft": position.draft,
        "changed": parts.newest(evidence),
        "leaves": leaves,
    }


def _newest_first(said: list[Said]) -> list[Said]:
    dated = [item for item in reversed(said) if item.statement.date]
    return dated + [item for item in said if not item.statement.date]


def _since(parts: Parts, said: list[Said]) -> str:
    """Return since when the position is as it is now; nothing where no earlier day tells. A range is no such day."""
    leaning = [item for item in said if item.statement.date and side(item.statement) != "tells"]
    start = next((n for n in range(len(leaning) - 1, -1, -1) if leaning[n].moved_from), 0)
    told = [str(item.statement.date) for item in leaning[start:]]
    earlier = (day for day in told if "/" not in day and dates.parse(day).last < dates.parse(told[-1]).first)
    first = next(earlier, None)
    return parts.language.after(first) if first else ""


def _folds(parts: Parts, items: list[StatementPart], paths: dict[str, str]) -> list[Fold]:
    by_year = Counter(paging.period(item.iso, 4) for item in items)
    busy = {year for year, count in by_year.items() if count > BUSY}
    folds = []
    for month in paging.by_month(items, lambda item: str(item.iso), parts.language):
        year = month.name[:4]
        if year in busy or month.name == paging.UNDATED:
            folds.append(_fold(month.name, month.title, month.items, paths))
        elif not folds or folds[-1].ident != f"in-{year}":
            whole = [item for item in items if paging.period(item.iso, 4) == year]
            folds.append(_fold(year, year, whole, paths))
    return folds


def _fold(name: str, title: str, items: list[StatementPart], paths: dict[str, str]) -> Fold:
    stances = Counter(item.stance for item in items).most_common()
    return Fold(f"in-{name}", title, len(items), stances, [(item, paths.get(item.anchor, "")) for item in items])


def _leaves(parts: Parts, ident: str, items: list[StatementPart]) -> tuple[list[paging.Leaf], dict[str, str]]:
    """Return the pages of a long position, and where the older of its statements are quoted, by anchor."""
    if len(items) <= WHOLE:
        return [], {}
    cut = paging.by_date(items, lambda item: str(item.iso), parts.language, WHOLE)
    of, head = parts.link("positions", ident), parts.language.say("statements")
    pages = turns(parts, f"positions/{ident}", "statements", cut)
    leaves: list[paging.Leaf] = []
    paths: dict[str, str] = {}
    for place, (part, here) in enumerate(zip(cut, pages, strict=True)):
        title = f"{head}, {here.title}"
        shows = {
            "title": f"{of.title}: {title}",
            "description": f"{of.title}: {title}",
            "heading": title,
            "of": of,
            "sort": "said",
            "items": part.items,
            "pages": [turn._replace(here=number == place) for number, turn in enumerate(pages)],
        }
        leaves.append(paging.Leaf(here.path.rpartition("/")[2].removesuffix(".html"), "leaf", shows))
        paths |= {item.anchor: f"{here.path}#{item.anchor}" for item in part.items}
    recent = {item.anchor for item in items[:WHOLE]}
    return leaves, {anchor: path for anchor, path in paths.items() if anchor not in recent}
