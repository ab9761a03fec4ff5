"""Event page: what happened, and who says so?"""

from bisect import bisect_left
from typing import Any, NamedTuple

from generator.records import dates
from generator.records.models import Event, Figure, Participant, Place
from generator.site import amounts
from generator.site.index import Said, unique
from generator.site.parts import Link, Parts, Quote
from generator.site.quoting import unquoted
from generator.site.statements import figure_anchors
from generator.site.views.long import Lists

NEAR = 40
"""Events of an issue, before and after one, among which those that are shown beside it are looked for."""
ACCOUNTS = 40
"""Accounts side by side; of an event that more articles tell of, the others are named."""


class FigurePart(NamedTuple):
    """A number as told: how exact, what it counts and whether that is told, who gives it, and the words."""

    measure: str
    value: str
    by: Link | None
    quotes: tuple[Quote, ...]
    anchor: str = ""
    is_told: bool = True


class VersionPart(NamedTuple):
    """One way in which a part of an event is told: what is told, and by whom in which words."""

    value: str
    tellers: tuple[tuple[Link | None, tuple[Quote, ...]], ...]


class Told(NamedTuple):
    """A part of an event that accounts tell differently: its name, what this site has, and each way of telling it."""

    of: str
    here: str
    versions: tuple[VersionPart, ...]


class Account(NamedTuple):
    """What one article says of the event; `relays` names whose account it passes on."""

    article: Link
    publisher: Link | None
    date: str
    genre: str
    relays: tuple[Link, ...]
    repeats: bool
    quotes: tuple[str, ...]
    figures: tuple[FigurePart, ...]


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an event shows."""
    event, index = parts.library.events[ident], parts.index
    evidence = index.evidence_of_event(ident)
    accounts = _accounts(parts, ident, event)
    before, after, same = _around(parts, ident, event)
    by_part, by_others = _said(parts, ident, event)
    lists = Lists(parts, f"events/{ident}", parts.link("events", ident))
    return {
        "title": event.title,
        "description": event.summary or parts.evidence_line(evidence),
        "row": parts.event(ident),
        "summary": event.summary or "",
        "locator": event.place is not None and event.place.lat is not None and event.place.lon is not None,
        "place": _place(parts, event.place) if event.place else None,
        "participants": [_participant(parts, one) for one in event.participants],
        "issues": parts.links("issues", event.issues),
        "figures": figures(parts, event),
        "outcomes": [(outcome.text, parts.quotes(outcome.evidence)) for outcome in event.outcomes],
        "told": told(parts, event),
        "accounts": accounts[:ACCOUNTS],
        "told_by": len(accounts),
        "more_accounts": lists.links("accounts", [account.article for account in accounts[ACCOUNTS:]]),
        "independent": len({_origin(account) for account in accounts}),
        "said": lists.statements("said_there", parts.statements(by_part)),
        "said_of": lists.statements("said_of", parts.statements(by_others)),
        "words_at": _words_at(accounts[:ACCOUNTS]),
        "part_of": parts.link("events", event.part_of) if event.part_of else None,
        "parts": lists.events("its_parts", parts.events(index.parts_of_event[ident])),
        "before": parts.events(before),
        "after": parts.events(after),
        "same": parts.events(same),
        "editions": parts.links("editions", index.editions_of["events"][ident]),
        "draft": event.draft,
        "changed": parts.newest(evidence),
        "leaves": lists.leaves,
    }


def _place(parts: Parts, place: Place) -> tuple[str, str, float | None, float | None]:
    """Return a place's name, its country's unless the place is that country, and its degrees north and east."""
    names = parts.language.countries(place.country) if place.country else []
    return place.name, "" if place.name in names else "".join(names[:1]), place.lat, place.lon


def _participant(parts: Parts, one: Participant) -> tuple[str, Link]:
    return parts.language.label("participant_roles", one.role), parts.link("actors", one.actor)


def figures(parts: Parts, event: Event) -> list[FigurePart]:
    """Return the figures of an event, each with the end of its permanent link."""
    anchors = figure_anchors(event.figures)
    return [figure(parts, item)._replace(anchor=anchor) for item, anchor in zip(event.figures, anchors, strict=True)]


def figure(parts: Parts, item: Figure) -> FigurePart:
    """Return a figure as text: "at least 6,000", "20–30 %"."""
    number = amounts.amount(parts.language, item.value, item.upper, item.unit)
    bound = parts.language.label("bounds", item.bound) if item.bound != "exact" else ""
    value = " ".join(part for part in (bound, number) if part)
    by = parts.link("actors", item.by) if item.by else None
    measure, told = amounts.measured(parts.language, item.measure, item.unit)
    return FigurePart(measure, value, by, parts.quotes(item.evidence), is_told=told)


def told(parts: Parts, event: Event) -> list[Told]:
    """Return what accounts of an event tell differently, by the part of it that they differ on."""
    here = {"date": parts.when(event.date), "place": event.place.name if event.place else ""}
    groups: dict[str, dict[str, list[tuple[Link | None, tuple[Quote, ...]]]]] = {}
    for item in event.versions:
        value = parts.when(item.value) if item.of == "date" else item.value
        by = parts.link("actors", item.by) if item.by else None
        groups.setdefault(item.of, {}).setdefault(value, []).append((by, parts.quotes(item.evidence)))
    return [
        Told(
            parts.language.label("versions", of),
            here.get(of, ""),
            tuple(VersionPart(value, tuple(tellers)) for value, tellers in values.items()),
        )
        for of, values in groups.items()
    ]


def _accounts(parts: Parts, ident: str, event: Event) -> list[Account]:
    by_article: dict[str, list[str]] = {}
    for evidence in unique(parts.index.evidence_of_event(ident)):
        by_article.setdefault(parts.index.id_of("articles", evidence.article), []).append(unquoted(evidence.quote))
    order = parts.index.article_order
    seen: set[Any] = set()
    accounts = []
    for article in sorted(by_article, key=lambda a: order.get(a, len(order))):
        account = _account(parts, article, event, tuple(dict.fromkeys(by_article[article])))
        origin = _origin(account)
        accounts.append(account._replace(repeats=origin in seen))
        seen.add(origin)
    return accounts


def _account(parts: Parts, ident: str, event: Event | None, quotes: tuple[str, ...]) -> Account:
    article = parts.library.articles.get(ident)
    figures = tuple(figure(parts, item) for item in (event.figures if event else ()) if _is_from(parts, item, ident))
    if article is None:
        return Account(parts.link("articles", ident), None, "", "", (), False, quotes, figures)
    publisher = parts.link("actors", article.publisher) if article.publisher else None
    genre = parts.language.label("genres", article.genre)
    relays = parts.links("actors", article.relays)
    when = parts.day(article.published)
    return Account(parts.link("articles", ident), publisher, when, genre, relays, False, quotes, figures)


def _is_from(parts: Parts, item: Figure, article: str) -> bool:
    return any(parts.index.id_of("articles", evidence.article) == article for evidence in item.evidence)


def origin_of(parts: Parts, article: str) -> Any:
    """Return what tells whether two articles give the same account; article is an id."""
    return _origin(_account(parts, article, None, ()))


def _origin(account: Account) -> Any:
    """Return whose account it is: the relayed actors, else the publisher, else the article itself."""
    if account.relays:
        return tuple(sorted(link.path or link.title for link in account.relays))
    return (account.publisher.path or account.publisher.title,) if account.publisher else account.article.path


def _said(parts: Parts, ident: str, event: Event) -> tuple[list[Said], list[Said]]:
    """Return what was said on the occasion of an event: by those who took part in it, and by others."""
    there = {parts.index.id_of("actors", participant.actor) for participant in event.participants}
    by_part: list[Said] = []
    by_others: list[Said] = []
    for said in parts.index.said_at[ident]:
        holder, speaker = parts.library.positions[said.position].holder, said.statement.speaker
        took_part = {parts.index.id_of("actors", actor) for actor in (holder, speaker or holder)} & there
        (by_part if took_part else by_others).append(said)
    return by_part, by_others


def _words_at(accounts: list[Account]) -> dict[str, dict[str, str]]:
    """Return the anchor of each quote among the accounts, by its article's path and its words."""
    return {
        account.article.path: {words: f"words-{place}-{number}" for number, words in enumerate(account.quotes, 1)}
        for place, account in enumerate(accounts, 1)
    }


def _around(parts: Parts, ident: str, event: Event) -> tuple[list[str], list[str], list[str]]:
    """Return the three events before it, after it and in its time that share an issue with it, in order of date.

    In its time is what has a coarser date that holds the event's own: it can be earlier or later. What has no date
    is none of them. What is of one whole with it (its parts, that which it is a part of, and that one's other parts)
    is left out.
    """
    order, here = parts.index.event_order, parts.index.event_order[ident]
    whole = parts.index.id_of("events", event.part_of) if event.part_of else ident
    own = {ident, whole, *parts.index.parts_of_event[ident], *parts.index.parts_of_event[whole]}
    before: set[str] = set()
    after: set[str] = set()
    same: set[str] = set()
    for issue in event.issues:
        related = parts.index.events_of_issue[parts.index.id_of("issues", issue)]
        place = bisect_left(related, here, key=order.__getitem__)
        near = related[max(0, place - NEAR) : place + NEAR]
        others = [other for other in near if other not in own and parts.library.events[other].date]
        vague = {other for other in others if event.date and _holds(parts.library.events[other].date, event.date)}
        same.update(sorted(vague, key=order.__getitem__)[-3:])
        apart = [other for other in others if other not in vague]
        place = bisect_left(apart, here, key=order.__getitem__)
        before.update(apart[max(0, place - 3) : place])
        after.update(apart[place : place + 3])
    first, last, held = (sorted(found, key=order.__getitem__) for found in (before, after, same))
    return first[-3:], last[:3], held[-3:]


def _holds(other: str | None, here: str) -> bool:
    """Tell whether a date is coarser than another and holds it."""
    outer, inner = dates.parse(other or ""), dates.parse(here)
    within = outer.first <= inner.first and inner.last <= outer.last
    return within and (outer.first, outer.last) != (inner.first, inner.last)
