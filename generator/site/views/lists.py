"""The indexes of issues, actors, articles and editions. Those with many records have pages of their own."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from generator.records import dates
from generator.records.models import OTHER
from generator.site import paging
from generator.site.paging import Leaf
from generator.site.parts import Link, Parts, page_path
from generator.site.views.long import Turn, split, turns

KINDS = ("state", "organization", "person", "group")
"""Kinds of actor in the order in which they are listed."""
KNOWN = 80
"""Actors of a kind that the first page names, those that do most, where there are more than one page holds."""


def issues(parts: Parts) -> dict[str, Any]:
    """Return all issues with how many hold positions on each, and the newest date; those with most first.

    What is said on no question comes last.
    """
    index = parts.index
    rows = []
    for ident, issue in parts.library.issues.items():
        standings = [parts.standing(item) for item in index.positions_on_issue[ident]]
        newest = max((s.iso for s in standings if s.iso), key=dates.sort_key, default="")
        events, when = len(index.events_of_issue[ident]), parts.when(newest) if newest else ""
        rows.append((parts.link("issues", ident), issue.question, standings[:5], len(standings), events, when))
    rows.sort(key=lambda row: (row[0].path == page_path("issues", OTHER), -row[3], row[0].title))
    return _numbered(parts, "issues", rows, 100)


def _numbered(parts: Parts, kind: str, rows: list[Any], each: int) -> dict[str, Any]:
    cut = paging.by_number(rows, each)
    pages, leaves = split(parts, kind, cut, lambda items: {"rows": items, "count": len(items)})
    here = [page._replace(here=place == 0) for place, page in enumerate(pages)]
    first = cut[0].items if cut else []
    return {"rows": first, "pages": here, "front": True, "count": len(rows), "leaves": leaves}


def actors(parts: Parts) -> dict[str, Any]:
    """Return all actors by kind, each with its first role. Of a kind with many, the first page has the busiest."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for ident, actor in parts.library.actors.items():
        groups[actor.kind].append(_actor(parts, ident))
    shown, leaves = [], []
    for kind in KINDS:
        rows = sorted(groups[kind], key=lambda row: row[0].title.casefold())
        name = parts.language.say(f"kind_{kind}")
        pages, own = _letters(parts, kind, name, rows)
        leaves += own
        busiest = sorted(rows, key=lambda row: -sum(row[2:]))[:KNOWN]
        kept = [row for row in rows if row in busiest] if pages else rows
        if rows:
            shown.append((kind, name, kept, len(rows), pages))
    return {"groups": shown, "front": True, "count": len(parts.library.actors), "leaves": leaves}


def _actor(parts: Parts, ident: str) -> tuple[Link, str, int, int, int]:
    actor, index = parts.library.actors[ident], parts.index
    role = actor.roles[0].title if actor.roles else ""
    body = parts.link("actors", actor.part_of).title if actor.part_of else ""
    positions, happened = len(index.positions_of_holder[ident]), len(index.events_of_actor[ident])
    return parts.link("actors", ident), role or body, positions, happened, len(index.said_by[ident])


def _letters(parts: Parts, kind: str, name: str, rows: list[Any]) -> tuple[list[Turn], list[Leaf]]:
    """Return the pages that hold all actors of a kind in alphabetical order; none where the first page can."""
    cut = paging.by_number(rows)
    if len(cut) < 2:
        return [], []
    named = [p._replace(title=f"{p.items[0][0].title[:3].strip()} – {p.items[-1][0].title[:3].strip()}") for p in cut]
    pages, leaves = turns(parts, "actors/pages", kind, named), []
    for place, part in enumerate(named):
        ways = [turn._replace(here=number == place) for number, turn in enumerate(pages)]
        title = f"{name}, {part.title}"
        group = (kind, part.title, part.items, len(part.items), ways)
        shows = {"title": title, "description": title, "groups": [group], "front": False, "count": len(part.items)}
        leaves.append(Leaf(f"{kind}-{part.name}", "actors", shows))
    return pages, leaves


def articles(parts: Parts) -> dict[str, Any]:
    """Return all articles, the newest first, with what rests on each; of many, the older by year."""
    records = parts.library.articles
    return _dated(parts, "articles", parts.index.articles, lambda i: records[i].published or "", _article)


def editions(parts: Parts) -> dict[str, Any]:
    """Return all editions, the newest first; of many, the older by year."""
    records = parts.library.editions
    return _dated(parts, "editions", parts.index.editions, lambda i: records[i].period, _edition)


def _dated(
    parts: Parts, kind: str, oldest_first: list[str], day: Callable[[str], str], row: Callable[[Parts, str], Any]
) -> dict[str, Any]:
    dated = [ident for ident in reversed(oldest_first) if day(ident)]
    idents = dated + [ident for ident in oldest_first if not day(ident)]

    def shown(some: list[str]) -> dict[str, Any]:
        return {"rows": [row(parts, ident) for ident in some], "count": len(some)}

    cut = paging.by_date(idents, day, parts.language)
    pages, leaves = split(parts, kind, cut, shown)
    front = shown(idents[: paging.EACH])
    return {**front, "pages": pages, "front": True, "count": len(idents), "leaves": leaves}


def _article(parts: Parts, ident: str) -> dict[str, Any]:
    article, uses = parts.library.articles[ident], parts.index.uses[ident]
    return {
        "link": parts.link("articles", ident),
        "publisher": parts.link("actors", article.publisher) if article.publisher else None,
        "published": parts.when(article.published),
        "genre": parts.language.label("genres", article.genre),
        "relays": parts.links("actors", article.relays),
        "excerpts": len({use.quote for use in uses}),
        "records": len({(use.kind, use.ident) for use in uses}),
    }


def _edition(parts: Parts, ident: str) -> tuple[Link, str, str, int]:
    edition = parts.library.editions[ident]
    return parts.link("editions", ident), parts.when(edition.period), edition.lede or "", len(edition.items)
