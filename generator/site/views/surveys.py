"""Pages across all records: map, figures, disagreements, coverage."""

from collections import defaultdict
from hashlib import blake2b
from typing import Any

from generator.records.models import Figure
from generator.site.parts import Parts
from generator.site.views import event

Series = dict[str, list[tuple[str, Figure]]]


def places(parts: Parts) -> dict[str, Any]:
    """Return the events with coordinates by place: (name, address, degrees north, degrees east, events)."""
    found: dict[tuple[str, float, float], list[str]] = defaultdict(list)
    for ident in parts.index.events:
        place = parts.library.events[ident].place
        if place is not None and place.lat is not None and place.lon is not None:
            found[place.name, place.lat, place.lon].append(ident)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {
        "spots": [(name, f"#place-{n}", lat, lon, len(idents)) for n, ((name, lat, lon), idents) in enumerate(ranked)],
        "places": [(name, f"place-{n}", parts.events(idents)) for n, ((name, _, _), idents) in enumerate(ranked)],
    }


def figures(parts: Parts) -> dict[str, Any]:
    """Return every figure by what is counted, those given most often first, each in order of date."""
    series = _series(parts)
    ranked = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [(_anchor(name), items[0][1].measure, _rows(parts, items)) for name, items in ranked]
    return {"series": rows, "count": sum(len(items) for items in series.values())}


def _anchor(series: str) -> str:
    """Return the end of a series' permanent link, made from what is counted."""
    return f"measure-{blake2b(series.encode(), digest_size=4).hexdigest()}"


def _series(parts: Parts) -> Series:
    series: Series = defaultdict(list)
    for ident in parts.index.events:
        for figure in parts.library.events[ident].figures:
            series[f"{figure.measure.casefold()} {figure.unit or ''}"].append((ident, figure))
    return series


def _rows(parts: Parts, items: list[tuple[str, Figure]]) -> list[dict[str, Any]]:
    rows = []
    for ident, figure in items:
        told, row = event.figure(parts, figure), parts.event(ident)
        who = told.by or (told.quotes[0].publisher or told.quotes[0].article if told.quotes else None)
        label = f"{row.date}: {who.title if who else row.link.title}"
        rows.append(
            {
                "bar": (label, figure.value, told.value, figure.upper, figure.bound == "exact", row.link.path),
                "told": told,
                "event": row.link,
                "date": row.date,
                "iso": row.iso,
            }
        )
    return rows


def disagreements(parts: Parts) -> dict[str, Any]:
    """Return what is told differently of an event, numbers that differ for the same thing, accusations and denials."""
    differing = []
    versions = [
        (parts.event(ident), told)
        for ident in parts.index.newest_first(parts.index.events)
        for told in event.told(parts, parts.library.events[ident])
    ]
    for ident in parts.index.newest_first(parts.index.events):
        by_measure: dict[str, list[Figure]] = defaultdict(list)
        for figure in parts.library.events[ident].figures:
            by_measure[f"{figure.measure.casefold()} {figure.unit or ''}"].append(figure)
        for figures in by_measure.values():
            if len({(f.value, f.upper, f.bound) for f in figures}) > 1:
                told = [event.figure(parts, figure) for figure in figures]
                differing.append((parts.event(ident), figures[0].measure, told))
    return {"versions": versions, "numbers": differing, "denials": _denials(parts), "relayed": _relayed(parts)}


def _denials(parts: Parts) -> list[Any]:
    """Return, for each issue where one accuses or states and another denies or rejects, the newest of both."""
    found = []
    for issue in sorted(parts.index.positions_on_issue):
        said = [s for position in parts.index.positions_on_issue[issue] for s in parts.index.said[position]]
        sides = []
        for stances in (("accuse",), ("deny",)):
            taken = sorted((s for s in said if s.statement.stance in stances), key=lambda s: s.order, reverse=True)
            sides.append(parts.statements(taken[:3]))
        if all(sides):
            found.append((parts.link("issues", issue), *sides))
    return found


def _relayed(parts: Parts) -> list[Any]:
    """Return the actors whose account several articles pass on: those articles are one account."""
    index = parts.index
    shared = sorted(actor for actor, articles in index.articles_relaying.items() if len(articles) > 1)
    return [(parts.link("actors", actor), parts.links("articles", index.articles_relaying[actor])) for actor in shared]


def coverage(parts: Parts) -> dict[str, Any]:
    """Return which articles tell of which event, the newest event first, and how many accounts that makes."""
    rows = []
    articles = parts.index.articles
    columns = list(reversed(articles)) if len(articles) <= 12 else []
    for ident in parts.index.newest_first(parts.index.events):
        told = {parts.index.id_of("articles", e.article) for e in parts.index.evidence_of_event(ident)}
        ordered = sorted(told, key=lambda a: parts.index.article_order.get(a, -1))
        accounts = len({event.origin_of(parts, article) for article in told})
        cells = [article in told for article in columns]
        rows.append((parts.event(ident), parts.links("articles", ordered), accounts, cells))
    published = [parts.library.articles[a].published for a in columns]
    heads = [(link, parts.day(date)) for link, date in zip(parts.links("articles", columns), published, strict=True)]
    single = sum(1 for row in rows if row[2] == 1)
    return {"rows": rows, "columns": heads, "count": len(rows), "single": single}
