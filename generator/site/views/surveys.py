"""Pages across all records: map, figures, disagreements, coverage."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from generator.records import dates
from generator.records.models import OTHER, Figure
from generator.site import amounts, paging
from generator.site.index import Said
from generator.site.parts import Link, Parts
from generator.site.views import event
from generator.site.views.long import Lists, split, turns

_Spot = tuple[str, float, float]
Series = dict[str, list[tuple[str, Figure]]]
AT_PLACE = 10
"""Events of one place on the page of the map."""
SPOTS = 300
"""Places drawn on the map, those with most events."""
NEAR = 0.2
"""Degrees that the middle of one place may differ from record to record."""
SERIES = 40
"""Figures of one series, the newest; the table in the data has all."""
DIFFERING = 50
"""Differences of one sort on one page."""
ACCUSED = 3
"""Accusations beside a denial."""
TELLERS = 6
"""Articles named beside an event."""
COLUMNS = 8
"""Articles with a column of their own beside the events, as many as a page is wide for; more are named in each row."""
SECTIONS = {"versions": "told_otherwise", "numbers": "numbers_differ", "denials": "denied"}


def places(parts: Parts) -> dict[str, Any]:
    """Return the events with coordinates by place: (name, address, degrees north, degrees east, events).

    Of a place with many events the newest are here and all have pages; of many places, those with fewer events too.
    """
    found: dict[_Spot, list[str]] = defaultdict(list)
    known: dict[str, list[_Spot]] = defaultdict(list)
    whole: set[str] = set()
    for ident in parts.index.newest_first(parts.index.events):
        place = parts.library.events[ident].place
        if place is not None and place.lat is not None and place.lon is not None:
            found[_same(known[place.name], (place.name, place.lat, place.lon))].append(ident)
            if place.country and place.name in parts.language.countries(place.country):
                whole.add(place.name)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    lists = Lists(parts, "map", Link(parts.language.say("map"), "map.html"), AT_PLACE)
    rows = []
    for (name, lat, lon), idents in ranked:
        anchor = f"place-{_hash(f'{name} {lat} {lon}')}"
        rows.append((name, anchor, lat, lon, lists.events(anchor, parts.events(idents), name), name in whole))
    cut = paging.by_size(rows, lambda row: len(row[4].items))
    pages, leaves = split(parts, "map", cut, _places)
    first = {row[1] for row in (cut[0].items if cut else [])}
    spots = [
        (n, f"#{a}" if a in first else "", lat, lon, rest.total, all_of)
        for n, a, lat, lon, rest, all_of in rows[:SPOTS]
    ]
    return {
        **_places(cut[0].items if cut else []),
        "spots": spots,
        "pages": [page._replace(here=place == 0) for place, page in enumerate(pages)],
        "front": True,
        "leaves": lists.leaves + leaves,
    }


def _same(known: list[_Spot], spot: _Spot) -> _Spot:
    """Return which of the known places of its name the spot is, else itself, now known: gazetteers differ a little."""
    near = (one for one in known if max(abs(one[1] - spot[1]), abs(one[2] - spot[2])) <= NEAR)
    found = next(near, spot)
    if found is spot:
        known.append(spot)
    return found


def _places(rows: list[Any]) -> dict[str, Any]:
    return {
        "spots": [
            (name, f"#{anchor}", lat, lon, events.total, whole) for name, anchor, lat, lon, events, whole in rows
        ],
        "places": [(name, anchor, events) for name, anchor, _, _, events, _ in rows],
    }


def figures(parts: Parts) -> dict[str, Any]:
    """Return every figure by what is counted, those given most often first, each in order of date."""
    series = _series(parts)
    ranked = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [
        (_anchor(name), event.figure(parts, items[0][1]).measure, _rows(parts, items[-SERIES:]), len(items))
        for name, items in ranked
    ]
    cut = paging.by_size(rows, lambda row: len(row[2]))
    pages, leaves = split(parts, "figures", cut, lambda part: {"series": part, "count": sum(row[3] for row in part)})
    return {
        "series": cut[0].items if cut else [],
        "pages": [page._replace(here=place == 0) for place, page in enumerate(pages)],
        "front": True,
        "count": sum(len(items) for items in series.values()),
        "leaves": leaves,
    }


def _anchor(series: str) -> str:
    """Return the end of a series' permanent link, made from what is counted."""
    return f"measure-{_hash(series)}"


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _series(parts: Parts) -> Series:
    series: Series = defaultdict(list)
    for ident in parts.index.events:
        for figure in parts.library.events[ident].figures:
            series[_counted(parts, ident, figure)].append((ident, figure))
    return series


def _counted(parts: Parts, ident: str, figure: Figure) -> str:
    """Return what makes a figure one of a series: what is counted, in which unit; where that is not told, itself."""
    name = f"{figure.measure.casefold()} {figure.unit or ''}"
    is_told = amounts.measured(parts.language, figure.measure, figure.unit)[1]
    return name if is_told else f"{name} {ident} {figure.value:g} {figure.upper or ''}"


def _rows(parts: Parts, items: list[tuple[str, Figure]]) -> list[dict[str, Any]]:
    rows = []
    for ident, figure in items:
        told, row = event.figure(parts, figure), parts.event(ident)
        who = told.by or (told.quotes[0].publisher or told.quotes[0].article if told.quotes else None)
        label = f"{row.date}: {who.title if who else row.link.title}"
        label = parts.language.say("feed_draft", title=label) if row.link.draft else label
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
    """Return what is told differently of an event, numbers that differ for the same thing, accusations and denials.

    Of many, the newest are here and all have pages.
    """
    idents = parts.index.newest_first(parts.index.events)
    versions = [(parts.event(i), told) for i in idents for told in event.told(parts, parts.library.events[i])]
    numbers = [item for ident in idents for item in _numbers(parts, ident)]
    found: dict[str, list[Any]] = {"versions": versions, "numbers": numbers, "denials": _denials(parts)}
    pages, leaves = [], []
    for section, items in found.items():
        cut = paging.by_number(items, DIFFERING)
        if len(cut) < 2:
            continue
        title = parts.language.say(SECTIONS[section])
        named = [part._replace(title=f"{title}, {part.title}") for part in cut]
        ways = turns(parts, "disagreements", section, named)
        pages += ways
        none: dict[str, Any] = {name: [] for name in found}
        for here, part in zip(ways, named, strict=True):
            shows = {**none, section: part.items, "relayed": [], "front": False, "pages": ways}
            shows |= {"title": here.title, "description": here.title}
            leaves.append(paging.Leaf(f"{section}-{part.name}", "disagreements", shows))
    first = {section: items[:DIFFERING] for section, items in found.items()}
    return {**first, "relayed": _relayed(parts), "front": True, "pages": pages, "leaves": leaves}


def _numbers(parts: Parts, ident: str) -> Iterator[tuple[Any, str, list[event.FigurePart]]]:
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in parts.library.events[ident].figures:
        by_measure[_counted(parts, ident, figure)].append(figure)
    for figures in by_measure.values():
        if len({(f.value, f.upper, f.bound) for f in figures}) > 1:
            yield parts.event(ident), figures[0].measure, [event.figure(parts, figure) for figure in figures]


def _denials(parts: Parts) -> list[Any]:
    """Return each denial with what it can answer: accusations on its issue by others, and by none later than it.

    Accusations from the denial's own event, or addressed to who denies, come first; where neither date tells that
    an accusation came later, it may be the one that was denied. On what is no question, only these first ones can be.
    """
    found = []
    for issue in sorted(parts.index.positions_on_issue):
        said = [s for position in parts.index.positions_on_issue[issue] for s in parts.index.said[position]]
        denials = sorted((s for s in said if s.statement.stance == "deny"), key=lambda s: s.order, reverse=True)
        for denial in denials:
            before = [s for s in said if s.statement.stance == "accuse" and _may_answer(parts, s, denial)]
            before = [s for s in before if issue != OTHER or _fits(parts, s, denial)]
            before.sort(key=lambda s: (_fits(parts, s, denial), s.order), reverse=True)
            accused = parts.statements(before[:ACCUSED])
            found.append((parts.link("issues", issue), accused, parts.statement(denial)))
    return found


def _may_answer(parts: Parts, accused: Said, denied: Said) -> bool:
    if _holder(parts, accused) == _holder(parts, denied):
        return False
    if not accused.statement.date or not denied.statement.date:
        return accused.statement.event is not None and accused.statement.event == denied.statement.event
    return dates.parse(accused.statement.date).first <= dates.parse(denied.statement.date).last


def _fits(parts: Parts, accused: Said, denied: Said) -> int:
    """Return how much tells that one statement denies what the other says: the occasion, and who is addressed."""
    same_event = accused.statement.event is not None and accused.statement.event == denied.statement.event
    addressed = {parts.index.id_of("actors", actor) for actor in accused.statement.to}
    return 2 * same_event + (_holder(parts, denied) in addressed)


def _holder(parts: Parts, said: Said) -> str:
    return parts.index.id_of("actors", parts.library.positions[said.position].holder)


def _relayed(parts: Parts) -> list[Any]:
    """Return the actors whose account several articles pass on: those articles are one account."""
    index = parts.index
    shared = sorted(actor for actor, articles in index.articles_relaying.items() if len(articles) > 1)
    return [(parts.link("actors", actor), parts.links("articles", index.articles_relaying[actor])) for actor in shared]


def coverage(parts: Parts) -> dict[str, Any]:
    """Return which articles tell of which event, the newest event first, and how many accounts that makes."""
    articles = parts.index.articles
    columns = list(reversed(articles)) if len(articles) <= COLUMNS else []
    published = [parts.library.articles[a].published for a in columns]
    heads = [(link, parts.day(date)) for link, date in zip(parts.links("articles", columns), published, strict=True)]
    idents = parts.index.newest_first(parts.index.events)
    rows = [_coverage(parts, ident, columns) for ident in idents]
    cut = paging.by_date(rows, lambda row: str(row[0].iso), parts.language)

    def shown(some: list[Any]) -> dict[str, Any]:
        single = sum(1 for row in some if row[3] == 1)
        return {"rows": some, "columns": heads, "count": len(some), "single": single}

    pages, leaves = split(parts, "coverage", cut, shown)
    return {**shown(rows), "rows": rows[: paging.EACH], "front": True, "pages": pages, "leaves": leaves}


def _coverage(parts: Parts, ident: str, columns: list[str]) -> tuple[Any, ...]:
    """Return an event, the articles that tell it, how many accounts they are, and which columns tell it."""
    told = {parts.index.id_of("articles", e.article) for e in parts.index.evidence_of_event(ident)}
    ordered = sorted(told, key=lambda a: parts.index.article_order.get(a, -1))
    accounts = len({event.origin_of(parts, article) for article in told})
    named = parts.links("articles", ordered[:TELLERS])
    return parts.event(ident), named, len(ordered[TELLERS:]), accounts, [article in told for article in columns]
