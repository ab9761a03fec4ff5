"""The indexes: one page a kind of record, and the matrix of positions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from generator.records import dates
from generator.site.parts import EventRow, Parts, Standing
from generator.site.views import filters

Cell = tuple[Standing, str, str]
COLUMNS = 7
"""Holders that have a column of their own in the matrix; the others share a row."""


def events(parts: Parts) -> dict[str, Any]:
    """Return all events by month, the newest first; planned ones apart; each with the classes of the filters."""
    records = parts.library.events
    planned = parts.index.soonest_first(ident for ident in parts.index.events if records[ident].planned)
    happened = [ident for ident in reversed(parts.index.events) if not records[ident].planned]
    dated = [ident for ident in happened if records[ident].date]
    undated = [ident for ident in happened if not records[ident].date]
    months = groupby(dated, key=lambda ident: dates.parse(records[ident].date or "").first.isoformat()[:7])
    types = sorted({records[ident].type for ident in parts.index.events})
    found = _event_filters(parts)

    def rows(idents: Iterable[str]) -> list[tuple[EventRow, str]]:
        values = ((ident, _values(parts, ident)) for ident in idents)
        return [(parts.event(i), " ".join(f.of(v) for f, v in zip(found, vs, strict=True))) for i, vs in values]

    return {
        "filters": [choice[:3] for choice in found if len(choice.choices) > 1],
        "planned": rows(planned),
        "timeline": parts.events(dated[:400]),
        "months": [(parts.when(month), month, rows(idents)) for month, idents in months],
        "undated": rows(undated),
        "types": [(parts.event(_first(parts, name)).mark, parts.language.label("event_types", name)) for name in types],
        "count": len(records),
    }


def _values(parts: Parts, ident: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the actors, issues, type and articles of an event."""
    event, id_of = parts.library.events[ident], parts.index.id_of
    actors = list(dict.fromkeys(id_of("actors", participant.actor) for participant in event.participants))
    issues = list(dict.fromkeys(id_of("issues", issue) for issue in event.issues))
    articles = list(dict.fromkeys(id_of("articles", evidence.article) for evidence in event.evidence))
    return actors, issues, [event.type], articles


def _event_filters(parts: Parts) -> list[filters.Filter]:
    values = [_values(parts, ident) for ident in parts.index.events]
    kinds = (("a", "actor", "actors"), ("i", "issue", "issues"), ("t", "type", ""), ("s", "article", "articles"))
    return [
        filters.make(
            group,
            parts.language.say(f"filter_by_{name}"),
            (
                (value, parts.link(kind, value).title if kind else parts.language.label("event_types", value))
                for row in values
                for value in row[place]
            ),
        )
        for place, (group, name, kind) in enumerate(kinds)
    ]


def _first(parts: Parts, type_: str) -> str:
    return next(ident for ident in parts.index.events if parts.library.events[ident].type == type_)


def matrix(parts: Parts) -> dict[str, Any]:
    """Return issues × holders: the holders with most positions have columns, the others share one."""
    index = parts.index
    counts = {holder: len(positions) for holder, positions in index.positions_of_holder.items() if positions}
    said = {h: sum(len(index.said[p]) for p in index.positions_of_holder[h]) for h in counts}
    ranked = sorted(counts, key=lambda holder: (-counts[holder], -said[holder], holder))
    columns = ranked[:COLUMNS]
    found = _matrix_filters(parts)
    rows = []
    for issue in sorted(index.positions_on_issue, key=lambda i: (-len(index.positions_on_issue[i]), i)):
        cells: dict[str, Cell] = {}
        others: list[Cell] = []
        for position in index.positions_on_issue[issue]:
            holder = index.id_of("actors", parts.library.positions[position].holder)
            standing = parts.standing(position)
            cell = (standing, found[1].of([holder]), found[2].of(_month(standing)))
            if holder in columns and holder not in cells:
                cells[holder] = cell
            else:
                others.append(cell)
        record = parts.library.issues.get(issue)
        row = [cells.get(holder) for holder in columns]
        rows.append((parts.link("issues", issue), record.question if record else "", row, others, found[0].of([issue])))
    stances = {s.statement.stance for said in index.said.values() for s in said}
    return {
        "filters": [choice[:3] for choice in found if len(choice.choices) > 1],
        "holders": [(parts.link("actors", holder), found[1].of([holder])) for holder in columns],
        "rows": rows,
        "legend": [parts.stance(name) for name in sorted(stances)],
        "count": len(parts.library.positions),
    }


def _month(standing: Standing) -> list[str]:
    first = dates.sort_key(standing.iso)[0]
    return [first.isoformat()[:7]] if date.min < first < date.max else []


def _matrix_filters(parts: Parts) -> tuple[filters.Filter, filters.Filter, filters.Filter]:
    positions = [(parts.standing(ident), record) for ident, record in parts.library.positions.items()]
    say, id_of = parts.language.say, parts.index.id_of
    issues = ((id_of("issues", record.issue), shown.issue.title) for shown, record in positions)
    holders = ((id_of("actors", record.holder), shown.holder.title) for shown, record in positions)
    months = ((month, parts.when(month)) for shown, _ in positions for month in _month(shown))
    return (
        filters.make("i", say("filter_by_issue"), issues),
        filters.make("h", say("filter_by_holder"), holders),
        filters.make("m", say("filter_by_month"), months),
    )


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
