"""The indexes: one page a kind of record, and the matrix of positions."""

from collections import defaultdict
from itertools import groupby
from typing import Any

from generator.records import dates
from generator.site.parts import Parts, Standing

COLUMNS = 7
"""Holders that have a column of their own in the matrix; the others share the last one."""


def events(parts: Parts) -> dict[str, Any]:
    """Return all events by month, the newest first; planned ones apart."""
    records = parts.library.events
    planned = [ident for ident in parts.index.events if records[ident].planned]
    happened = [ident for ident in reversed(parts.index.events) if not records[ident].planned]
    dated = [ident for ident in happened if records[ident].date]
    undated = [ident for ident in happened if not records[ident].date]
    months = groupby(dated, key=lambda ident: dates.parse(records[ident].date or "").first.isoformat()[:7])
    types = sorted({records[ident].type for ident in parts.index.events})
    return {
        "planned": parts.events(planned),
        "timeline": parts.events(dated[:400]),
        "months": [(parts.when(month), month, parts.events(idents)) for month, idents in months],
        "undated": parts.events(undated),
        "types": [(parts.event(_first(parts, name)).mark, parts.language.label("event_types", name)) for name in types],
        "count": len(records),
    }


def _first(parts: Parts, type_: str) -> str:
    return next(ident for ident in parts.index.events if parts.library.events[ident].type == type_)


def matrix(parts: Parts) -> dict[str, Any]:
    """Return issues × holders: the holders with most positions have columns, the others share one."""
    index = parts.index
    counts = {holder: len(positions) for holder, positions in index.positions_of_holder.items() if positions}
    ranked = sorted(counts, key=lambda holder: (-counts[holder], holder))
    columns = ranked[:COLUMNS]
    rows = []
    for issue in sorted(index.positions_on_issue, key=lambda i: (-len(index.positions_on_issue[i]), i)):
        cells: dict[str, Standing] = {}
        others: list[Standing] = []
        for position in index.positions_on_issue[issue]:
            holder = index.id_of("actors", parts.library.positions[position].holder)
            if holder in columns and holder not in cells:
                cells[holder] = parts.standing(position)
            else:
                others.append(parts.standing(position))
        record = parts.library.issues.get(issue)
        row = [cells.get(holder) for holder in columns]
        rows.append((parts.link("issues", issue), record.question if record else "", row, others))
    stances = {s.statement.stance for said in index.said.values() for s in said}
    return {
        "holders": parts.links("actors", columns),
        "has_others": len(ranked) > COLUMNS,
        "rows": rows,
        "legend": [parts.stance(name) for name in sorted(stances)],
        "count": len(parts.library.positions),
    }


def issues(parts: Parts) -> dict[str, Any]:
    """Return all issues with how many hold positions on each, and the newest date."""
    index = parts.index
    rows = []
    for ident, issue in parts.library.issues.items():
        standings = [parts.standing(item) for item in index.positions_on_issue[ident]]
        newest = max((s.iso for s in standings if s.iso), key=dates.sort_key, default="")
        rows.append((parts.link("issues", ident), issue.question, standings, len(index.events_of_issue[ident]), newest))
    rows.sort(key=lambda row: (-len(row[2]), row[0].title))
    return {"rows": [(*row[:4], parts.when(row[4]) if row[4] else "") for row in rows], "count": len(rows)}


def actors(parts: Parts) -> dict[str, Any]:
    """Return all actors by kind, each with its first role."""
    index = parts.index
    groups: dict[str, list[Any]] = defaultdict(list)
    for ident, actor in parts.library.actors.items():
        role = actor.roles[0].title if actor.roles else ""
        body = parts.link("actors", actor.part_of).title if actor.part_of else ""
        positions, happened = len(index.positions_of_holder[ident]), len(index.events_of_actor[ident])
        spoken = len(index.said_by[ident])
        groups[actor.kind].append((parts.link("actors", ident), role or body, positions, happened, spoken))
    order = ["state", "organization", "person", "group"]
    return {
        "groups": [
            (kind, parts.language.say(f"kind_{kind}"), sorted(groups[kind], key=lambda row: row[0].title.casefold()))
            for kind in order
            if groups[kind]
        ],
        "count": len(parts.library.actors),
    }


def articles(parts: Parts) -> dict[str, Any]:
    """Return all articles, the newest first, with what rests on each."""
    index, rows = parts.index, []
    for ident in reversed(index.articles):
        article = parts.library.articles[ident]
        rows.append(
            {
                "link": parts.link("articles", ident),
                "publisher": parts.link("actors", article.publisher) if article.publisher else None,
                "published": parts.when(article.published),
                "genre": parts.language.label("genres", article.genre),
                "relays": parts.links("actors", article.relays),
                "excerpts": len({use.quote for use in index.uses[ident]}),
                "records": len({(use.kind, use.ident) for use in index.uses[ident]}),
            }
        )
    return {"rows": rows, "count": len(rows)}


def editions(parts: Parts) -> dict[str, Any]:
    """Return all editions, the newest first."""
    records = parts.library.editions
    rows = [
        (parts.link("editions", i), parts.when(records[i].period), records[i].lede or "", len(records[i].items))
        for i in reversed(parts.index.editions)
    ]
    return {"rows": rows, "count": len(rows)}
