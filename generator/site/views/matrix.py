"""Matrix: who stands where. Issues down, holders across; a cell has the latest stance, its date and what is claimed."""

from datetime import date
from typing import Any

from generator.records import dates
from generator.records.models import OTHER
from generator.site import paging
from generator.site.parts import Parts, Standing
from generator.site.views import filters
from generator.site.views.long import split

Cell = tuple[Standing, str, str]
COLUMNS = 6
"""Holders that have a column of their own in the matrix; the others share a row."""


def matrix(parts: Parts) -> dict[str, Any]:
    """Return issues × holders, the issues with most positions first; of many, the other issues have pages.

    What is said on no question comes last.
    """
    index = parts.index
    issues = sorted(index.positions_on_issue, key=lambda i: (i == OTHER, -len(index.positions_on_issue[i]), i))
    cut = paging.by_size(issues, lambda issue: len(index.positions_on_issue[issue]))
    pages, leaves = split(parts, "positions", cut, lambda part: _shown(parts, part))
    return {
        **_shown(parts, cut[0].items if cut else []),
        "pages": [page._replace(here=place == 0) for place, page in enumerate(pages)],
        "front": True,
        "count": len(parts.library.positions),
        "leaves": leaves,
    }


def _shown(parts: Parts, issues: list[str]) -> dict[str, Any]:
    index = parts.index
    positions = [position for issue in issues for position in index.positions_on_issue[issue]]
    columns = _columns(parts, positions)
    found = _filters(parts, positions)
    stances = {s.statement.stance for position in positions for s in index.said[position]}
    return {
        "filters": [choice[:3] for choice in found if len(choice.choices) > 1],
        "holders": [(parts.link("actors", holder), found[1].of([holder])) for holder in columns],
        "rows": [_row(parts, issue, columns, found) for issue in issues],
        "legend": [parts.stance(name) for name in sorted(stances)],
        "count": len(positions),
    }


def _columns(parts: Parts, positions: list[str]) -> list[str]:
    """Return the holders with most positions here, then with most statements in them."""
    counts: dict[str, tuple[int, int]] = {}
    for position in positions:
        holder = parts.index.id_of("actors", parts.library.positions[position].holder)
        held, said = counts.get(holder, (0, 0))
        counts[holder] = held + 1, said + len(parts.index.said[position])
    return sorted(counts, key=lambda holder: (-counts[holder][0], -counts[holder][1], holder))[:COLUMNS]


def _row(parts: Parts, issue: str, columns: list[str], found: tuple[filters.Filter, ...]) -> tuple[Any, ...]:
    """Return an issue's link, question, a cell for each column, the other holders' cells, and its filter class."""
    cells: dict[str, Cell] = {}
    others: list[Cell] = []
    for position in parts.index.positions_on_issue[issue]:
        holder = parts.index.id_of("actors", parts.library.positions[position].holder)
        standing = parts.standing(position)
        cell = (standing, found[1].of([holder]), found[2].of(_month(standing)))
        if holder in columns and holder not in cells:
            cells[holder] = cell
        else:
            others.append(cell)
    record = parts.library.issues.get(issue)
    row = [cells.get(holder) for holder in columns]
    return parts.link("issues", issue), record.question if record else "", row, others, found[0].of([issue])


def _month(standing: Standing) -> list[str]:
    first = dates.sort_key(standing.iso)[0]
    return [first.isoformat()[:7]] if date.min < first < date.max else []


def _filters(parts: Parts, idents: list[str]) -> tuple[filters.Filter, filters.Filter, filters.Filter]:
    positions = [(parts.standing(ident), parts.library.positions[ident]) for ident in idents]
    say, id_of = parts.language.say, parts.index.id_of
    issues = ((id_of("issues", record.issue), shown.issue.title) for shown, record in positions)
    holders = ((id_of("actors", record.holder), shown.holder.title) for shown, record in positions)
    months = ((month, parts.when(month)) for shown, _ in positions for month in _month(shown))
    return (
        filters.make("i", say("filter_by_issue"), issues),
        filters.make("h", say("filter_by_holder"), holders),
        filters.make("m", say("filter_by_month"), months),
    )
