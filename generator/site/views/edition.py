"""Edition page, and the home page that opens with the newest one: what do I need to know now?"""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from generator.records import dates
from generator.records.models import Edition, Evidence, Item
from generator.site.parts import EventRow, Link, Parts, Quote, Stance, StatementPart
from generator.site.views.event import figure as event_figure
from generator.site.views.timeline import ahead

NEXT_SHOWN = 6
"""Planned events on the home page."""
FIGURES_SHOWN = 6
"""Bars in the small chart of an edition."""
MOVED = 30
"""Moves of positions shown of an edition's days, the newest."""
RECENT_SHOWN = 8
"""Events on the home page of a site without editions."""
PREVIOUS_SHOWN = 5
"""Older editions on the home page."""


class Point(NamedTuple):
    """One key point: a sentence, when, who, and where its evidence is."""

    text: str
    target: Link
    date: str
    iso: str
    mark: str
    word: str
    stance: Stance | None
    actors: tuple[Link, ...]
    quotes: tuple[Quote, ...]


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an edition shows."""
    edition, editions = parts.library.editions[ident], parts.index.editions
    place = editions.index(ident)
    return {
        "title": edition.title,
        "description": edition.lede or edition.title,
        **newest(parts, ident),
        "before": parts.link("editions", editions[place - 1]) if place else None,
        "after": parts.link("editions", editions[place + 1]) if place + 1 < len(editions) else None,
        "draft": edition.draft,
        "changed": parts.newest(_evidence(parts, edition)),
    }


def home(parts: Parts) -> dict[str, Any]:
    """Return what the home page shows: the newest edition, or the newest events where there is none."""
    index, library = parts.index, parts.library
    ident = index.editions[-1] if index.editions else None
    published = [article.published for article in library.articles.values() if article.published]
    newest_date = max(published, key=lambda text: (dates.parse(text).last, text), default="")
    happened = [event for event in index.events if not library.events[event].planned]
    counts = {kind: len(records) for kind, records in library.records.items()}
    shown = library.editions[ident] if ident else None
    return {
        "description": (shown.lede or shown.title) if shown else "",
        "edition": newest(parts, ident) if ident else None,
        "edition_link": parts.link("editions", ident) if ident else None,
        "next": [_some_time(parts, row) for row in parts.events(_after(parts, shown)[:NEXT_SHOWN])],
        "previous": [
            (parts.link("editions", old), parts.when(library.editions[old].period), library.editions[old].lede or "")
            for old in reversed(index.editions[-1 - PREVIOUS_SHOWN : -1])
        ],
        "recent": parts.events(index.newest_first(happened)[:RECENT_SHOWN]) if ident is None else [],
        "counts": [(kind, counts[kind]) for kind in ("events", "positions", "issues", "actors", "articles")],
        "newest_article": parts.day(newest_date) if newest_date else "",
    }


def _after(parts: Parts, edition: Edition | None) -> list[str]:
    """Return the planned events that lie ahead and are not over by the end of an edition, soonest first."""
    end = dates.parse(edition.period).last if edition else date.min
    records = parts.library.events
    return [ident for ident in ahead(parts) if dates.sort_key(records[ident].date)[1] >= end]


def _some_time(parts: Parts, row: EventRow) -> EventRow:
    """Return a planned event with a date that is a month or a year written as a time within it."""
    coarse = len(row.iso) in (4, 7)
    return replace(row, date=parts.language.say("some_time", date=row.date)) if coarse else row


def newest(parts: Parts, ident: str) -> dict[str, Any]:
    """Return an edition's own content: period, lede, points, and what moved in its days."""
    edition = parts.library.editions[ident]
    moved = _moved(parts, edition)
    return {
        "headline": edition.title,
        "period": parts.when(edition.period),
        "lede": edition.lede or "",
        "figures": _figures(parts, edition),
        "points": [point for point in (_point(parts, item) for item in edition.items) if point],
        "moved": moved[:MOVED],
        "more_moved": len(moved[MOVED:]),
        "is_draft": edition.draft,
    }


def _figures(parts: Parts, edition: Edition) -> list[tuple[str, float, str, float | None, bool, str]]:
    """Return the first figures of the events that the edition is about, as bars, of one unit."""
    by_measure: dict[str, list[tuple[str, float, str, float | None, bool, str]]] = {}
    for item in edition.items:
        ident = parts.index.id_of("events", item.event or "")
        if ident not in parts.library.events:
            continue
        event = parts.library.events[ident]
        for figure in event.figures:
            told = event_figure(parts, figure)
            label = told.measure if told.is_told else event.title
            bar = (
                parts.language.say("feed_draft", title=label) if event.draft else label,
                figure.value,
                told.value,
                figure.upper,
                figure.bound == "exact",
                f"events/{ident}.html",
            )
            by_measure.setdefault(figure.unit or "", []).append(bar)
    largest = max(by_measure.values(), key=len, default=[])
    return largest[:FIGURES_SHOWN]


def _point(parts: Parts, item: Item) -> Point | None:
    event = parts.index.id_of("events", item.event) if item.event else ""
    if event in parts.library.events:
        return _event_point(parts, item, event)
    position = parts.index.id_of("positions", item.position) if item.position else ""
    if position in parts.library.positions:
        return _position_point(parts, item, position)
    return Point(item.text, Link("", ""), "", "", "", "", None, (), ()) if item.text else None


def _event_point(parts: Parts, item: Item, ident: str) -> Point:
    event, row = parts.library.events[ident], parts.event(ident)
    text = item.text or event.summary or event.title
    quotes = parts.quotes(event.evidence[:2])
    return Point(text, row.link, row.date, row.iso, row.mark, row.type, None, row.actors, quotes)


def _position_point(parts: Parts, item: Item, ident: str) -> Point:
    said = next((s for s in parts.index.said[ident] if s.anchor == item.statement), parts.index.latest(ident))
    link = parts.link("positions", ident)
    if said is None:
        return Point(item.text or link.title, link, "", "", "", "", None, (), ())
    shown: StatementPart = parts.statement(said)
    actors = tuple(dict.fromkeys((shown.holder, *((shown.speaker,) if shown.speaker else ()))))
    text = item.text or shown.summary or link.title
    target = Link(link.title, shown.path, shown.draft)
    return Point(text, target, shown.date, shown.iso, shown.stance.mark, "", shown.stance, actors, shown.quotes[:2])


def _moved(parts: Parts, edition: Edition) -> list[StatementPart]:
    """Return the statements of the edition's days that moved a position."""
    days = dates.parse(edition.period)
    moved = [said for said in parts.index.moves if said.statement.date and _within(said.statement.date, days)]
    return parts.statements(reversed(moved))


def _within(day: str, days: dates.Span) -> bool:
    said = dates.parse(day)
    return days.first <= said.first and said.last <= days.last


def _evidence(parts: Parts, edition: Edition) -> list[Evidence]:
    evidence: list[Evidence] = []
    for item in edition.items:
        event = parts.library.events.get(parts.index.id_of("events", item.event or ""))
        evidence += event.evidence if event else ()
        for said in parts.index.said.get(parts.index.id_of("positions", item.position or ""), ()):
            evidence += said.statement.evidence
    return evidence
