"""Timeline: all events by month, the newest first, with a choice of actor, issue, type and article."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.records import dates
from generator.site import paging
from generator.site.parts import EventRow, Parts
from generator.site.views import filters
from generator.site.views.long import split

OPEN = 120
"""Events on the first page at least, in whole months, where there are more than one page holds."""


def events(parts: Parts) -> dict[str, Any]:
    """Return all events by month, the newest first; what lies ahead apart. Of many, the older have pages by year."""
    records = parts.library.events
    planned = ahead(parts)
    apart = set(planned)
    happened = parts.index.newest_first([ident for ident in parts.index.events if ident not in apart])
    everything = parts.index.newest_first(parts.index.events)
    cut = paging.by_date(everything, lambda ident: records[ident].date or "", parts.language)
    pages, leaves = split(parts, "events", cut, lambda idents: _shown(parts, [], idents))
    shown = _shown(parts, planned[: paging.EACH], _newest_months(parts, happened) if pages else happened)
    types = {records[ident].type: parts.event(ident) for ident in reversed(parts.index.events)}
    return {
        **shown,
        "timeline": parts.events(happened),
        "types": [(row.mark, row.type) for _, row in sorted(types.items())],
        "pages": pages,
        "front": True,
        "count": len(records),
        "leaves": leaves,
    }


def ahead(parts: Parts) -> list[str]:
    """Return the planned events whose time is not over by the newest article, soonest first, without a date last."""
    records = parts.library.events
    published = [article.published for article in parts.library.articles.values() if article.published]
    newest = max((dates.widest(day).first for day in published), default=date.min)
    planned = ((ident, records[ident].date) for ident in parts.index.events if records[ident].planned)
    return parts.index.soonest_first(ident for ident, day in planned if not day or dates.widest(day).last >= newest)


def _newest_months(parts: Parts, idents: Sequence[str]) -> list[str]:
    """Return the events of the newest months, at least OPEN, at most what one page holds."""
    kept: list[str] = []
    for month in paging.by_month(idents, lambda ident: parts.library.events[ident].date or "", parts.language):
        if kept and len(kept) + len(month.items) > (OPEN if len(kept) >= OPEN else paging.EACH):
            break
        kept += month.items
    return kept[: paging.EACH]


def _shown(parts: Parts, planned: Sequence[str], happened: Sequence[str]) -> dict[str, Any]:
    found = _filters(parts, [*planned, *happened])

    def rows(idents: Sequence[str]) -> list[tuple[EventRow, str]]:
        values = ((ident, _values(parts, ident)) for ident in idents)
        return [(parts.event(i), " ".join(f.of(v) for f, v in zip(found, vs, strict=True))) for i, vs in values]

    months = paging.by_month(happened, lambda ident: parts.library.events[ident].date or "", parts.language)
    return {
        "filters": [choice[:3] for choice in found if len(choice.choices) > 1],
        "planned": rows(planned),
        "timeline": parts.events(happened),
        "months": [(month.title, month.name, rows(month.items)) for month in months],
        "types": [],
        "count": len(happened),
    }


def _values(parts: Parts, ident: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the actors, issues, type and articles of an event."""
    event, id_of = parts.library.events[ident], parts.index.id_of
    actors = list(dict.fromkeys(id_of("actors", participant.actor) for participant in event.participants))
    issues = list(dict.fromkeys(id_of("issues", issue) for issue in event.issues))
    articles = list(dict.fromkeys(id_of("articles", evidence.article) for evidence in event.evidence))
    return actors, issues, [event.type], articles


def _filters(parts: Parts, idents: Sequence[str]) -> list[filters.Filter]:
    values = [_values(parts, ident) for ident in idents]
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
