"""Whether two tellings are of one event, or two quotes of one statement."""

from collections.abc import Iterable

from generator.drafting.findings import FoundEvent
from generator.drafting.names import fold, sound
from generator.drafting.shelf import Shelf, buckets
from generator.drafting.words import content, shared
from generator.records import dates
from generator.records.models import Event, Statement

SAME_WORDS = 0.75
"""Share of the shorter quote's content words that two tellings of one statement have in common."""

SAME_EVENT = 3.0


def same_event(shelf: Shelf, event: FoundEvent, actors: list[str], article: str, quotes: list[str]) -> str | None:
    """Return the record of the event that event tells, None for a new one; actors are its participants' ids."""
    for quote in quotes:
        known = shelf.events_by_quote.get((article, " ".join(quote.split())))
        if known is not None and shelf.events[known].type == event.type:
            return known
    found: dict[str, float] = {}
    for bucket in _where_to_look(event.date, actors):
        for ident in shelf.events_by_day.get((event.type, bucket), ()):
            if ident not in found:
                found[ident] = _likeness(shelf.events[ident], event, actors, article)
    best = max(sorted(found), key=lambda ident: found[ident], default=None)
    return best if best is not None and found[best] >= SAME_EVENT else None


def _where_to_look(date: str | None, actors: list[str]) -> Iterable[str]:
    yield from buckets(date, actors)
    if date is not None:
        yield dates.parse(date).first.strftime("%Y-%m")


def _likeness(record: Event, event: FoundEvent, actors: list[str], article: str) -> float:
    """Return how much speaks for one event; an article tells two that its own drafter kept apart as two."""
    if any(evidence.article == article for evidence in record.evidence):
        return 0.0
    if record.planned != event.planned and (record.date is None or event.date is None):
        return 0.0
    points = _date_points(record.date, event.date)
    theirs = {participant.actor for participant in record.participants}
    both = theirs & set(actors)
    points += min(len(both), 2) * 1.0 - (0.5 if not both else 0.0)
    points += _place_points(record, event)
    words = shared(frozenset(content(record.title)), frozenset(content(event.title)))
    return points + words


def _date_points(one: str | None, other: str | None) -> float:
    if one is None or other is None:
        return 0.5
    first, second = dates.parse(one), dates.parse(other)
    if first.last < second.first or second.last < first.first:
        return -9.0
    return 2.0 if (first.first, first.last) == (second.first, second.last) and first.is_day else 1.0


def _place_points(record: Event, event: FoundEvent) -> float:
    if record.place is None or event.place is None:
        return 0.0
    if sound(fold(record.place.name)) == sound(fold(event.place.name)):
        return 1.0
    return -0.5 if record.place.country == event.place.country else -2.0


def same_statement(shelf: Shelf, holder: str, stance: str, date: str | None, quote: str) -> tuple[str, int] | None:
    """Return position and number of the statement of the same holder in nearly the same words, if there is one."""
    words = frozenset(content(quote))
    counts: dict[tuple[str, int], int] = {}
    by_word = shelf.said.get(holder)
    for word in words if by_word is not None else ():
        for place in by_word.get(word, ()) if by_word else ():
            counts[place] = counts.get(place, 0) + 1
    for place in sorted(counts, key=lambda place: (-counts[place], place)):
        if counts[place] < SAME_WORDS * min(len(words), 4):
            break
        if _says_same(shelf.positions[place[0]].statements[place[1]], stance, date, quote, words):
            return place
    return None


def _says_same(statement: Statement, stance: str, date: str | None, quote: str, words: frozenset[str]) -> bool:
    folded = " ".join(quote.split())
    if any(" ".join(evidence.quote.split()) == folded for evidence in statement.evidence):
        return True
    if statement.date and date:
        one, other = dates.parse(statement.date), dates.parse(date)
        if one.last < other.first or other.last < one.first:
            return False
    for evidence in statement.evidence:
        if shared(words, frozenset(content(evidence.quote))) >= SAME_WORDS and statement.stance == stance:
            return True
    return False
