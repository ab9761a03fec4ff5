"""One event for all its mentions in an article."""

from collections.abc import Iterable

from generator.drafting.event_lexicon import lexicon
from generator.drafting.event_mentions import EventMention
from generator.drafting.event_reality import is_setting, words
from generator.drafting.findings import FoundPlace
from generator.records.dates import parse
from generator.vocabulary import load

_MUTUAL = frozenset({"consult", "agree", "cooperate", "support"})
_NEAR = 8
"""Sentences over which a story goes on."""

_CLOSE = 3
"""Sentences over which an attack's results are told."""

_STEM = 5
"""Letters that a verb and its noun share: arrest, arrested."""


def merged(mentions: Iterable[EventMention], needed: int) -> list[EventMention]:
    """Return one mention for each event that has the needed score, its further mentions in `also`.

    Headings come last: they repeat what the text tells. A weak mention counts only as a further one; with a date of its
    own it may be weaker.
    """
    ordered = sorted(mentions, key=lambda m: (m.heading, m.sentence, m.trigger.token.i))
    events: list[EventMention] = []
    for mention in ordered:
        alike = [e for e in reversed(events) if _same(e, mention)]
        if mention.heading:
            alike.sort(key=lambda e: (-len(_shared(e, mention)), e.sentence))
        same = next(iter(alike), None)
        if same is not None:
            _join(same, mention)
        elif mention.score >= needed + mention.heading - mention.dated:
            events.append(mention)
    return sorted(events, key=lambda m: m.trigger.token.i)


def _same(event: EventMention, other: EventMention) -> bool:
    """Tell whether two mentions are of one event: one type, dates and places that fit, and something joins them."""
    if event.trigger.type != other.trigger.type or (event.planned != other.planned and event.date != other.date):
        return False
    if _are_apart(event, other) or _are_other_protests(event, other):
        return False
    if _is_of_clause(event, other):
        return True
    if not _places_fit(event.place, other.place):
        return False
    return _is_same_meeting(event, other) or _is_tied(event, other)


def _are_apart(event: EventMention, other: EventMention) -> bool:
    """Tell whether two mentions have dates that differ."""
    return bool(event.dated and other.dated) and not _dates_fit(str(event.date), str(other.date))


def _are_other_protests(event: EventMention, other: EventMention) -> bool:
    """Tell whether one mention is of people who stop work, the other of people in the street."""
    kinds: dict[str, str] = load("event_reality")["protest_kinds"]
    first, second = (kinds.get(m.trigger.token.lemma_.lower()) for m in (event, other))
    return first is not None and second is not None and first != second


def _is_same_meeting(event: EventMention, other: EventMention) -> bool:
    """Tell whether both tell of talks on one day, between others than named apart."""
    one_day = bool(event.date and event.date == other.date) and "/" not in (event.date or "/")
    if event.trigger.type != "consult":
        return False
    moves = other.trigger.token.lemma_.lower() in lexicon().movements
    one = bool(_shared(event, other)) or (_resumes(event, other) and not moves)
    return (one_day and one and not _others_act(event, other)) or _is_what_they_did(event, other)


def _is_what_they_did(event: EventMention, other: EventMention) -> bool:
    """Tell whether a mention says what those who had just met did there: "they discussed trade"."""
    doers = [c.lower_ for c in other.trigger.token.children if c.dep_ == "nsubj"]
    near = 0 <= other.sentence - event.sentence <= _NEAR and not other.planned and other.date is None
    return near and len(event.who) > 1 and doers in (["they"], ["both"], ["two"])


def _is_tied(event: EventMention, other: EventMention) -> bool:
    """Tell whether something joins two mentions that could be of one event: words, actors or how they are told."""
    both, near = _shared(event, other), other.sentence - event.sentence <= _NEAR or other.heading
    same_day = bool(event.date and event.date == other.date)
    same_word = _same_word(event, other)
    if other.new and not (same_day and (both or other.definite)):
        return False
    alone = not _others_act(event, other)
    known = (same_day and (event.definite or other.definite)) or (other.definite and not other.new and alone)
    if known and (same_word or (near and _resumes(event, other))):
        return True
    if (alone and _is_about_same(event, other, same_day)) or (other.heading and same_word and event.sentence <= _NEAR):
        return True
    if both and (other.heading or (event.trigger.type in _MUTUAL and len(both) >= 2)):
        return True
    if _is_result(event, other) or _is_told_beside(event, other) or _is_one_death(event, other):
        return True
    again = alone and same_day and same_word and near and not other.new
    return (again and event.trigger.type != "assault") or (bool(both) and (same_day or (same_word and near)))


def _same_word(event: EventMention, other: EventMention) -> bool:
    return event.trigger.token.lemma_ == other.trigger.token.lemma_


def _is_about_same(event: EventMention, other: EventMention, same_day: bool) -> bool:
    """Tell whether both are done to the same, on one day or by the same: "fired at the reporters", "shot reporters"."""
    return bool(event.themes & other.themes) and (same_day or bool(_shared(event, other)))


def _resumes(event: EventMention, other: EventMention) -> bool:
    """Tell whether a word can stand for what another told: "the arrest" for arrested, "the attack" for shelled."""
    word, told = other.trigger.token.lemma_.lower(), event.trigger.token.lemma_.lower()
    known = word in words()["summing"] or word in event.themes or word[:_STEM] == told[:_STEM]
    return known or other.trigger.token.pos_ == "VERB"


def _is_result(event: EventMention, other: EventMention) -> bool:
    """Tell whether a mention says what the attack just told brought about."""
    apart = other.sentence - event.sentence
    if event.trigger.type != "assault" or (event.paragraph != other.paragraph and apart > _CLOSE):
        return False
    acts = {p.role for p in other.who} >= {"actor", "victim"} and not _shared(event, other)
    return other.trigger.token.lemma_.lower() in words()["results"] and not acts and not _others_act(event, other)


def _is_told_beside(event: EventMention, other: EventMention) -> bool:
    """Tell whether a mention says what was done at the protest told before: "protesters chanted"."""
    if event.trigger.type != "protest" or other.sentence - event.sentence > _NEAR or (other.date and not event.date):
        return False
    token = other.trigger.token
    told = (
        token.pos_ == "VERB" and token.lemma_.lower() in words()["at_protests"] and token.tag_ in ("VBD", "VBG", "VBN")
    )
    return told and not other.new and not other.planned and other.reality != "bare" and not _others_act(event, other)


def _is_one_death(event: EventMention, other: EventMention) -> bool:
    """Tell whether both mentions tell how the same named person was killed."""
    lethal = words()["lethal"]
    if not all(m.trigger.token.lemma_.lower() in lethal for m in (event, other)):
        return False
    first, second = ({p.actor for p in m.who if p.role == "victim"} for m in (event, other))
    return len(first) == len(second) == 1 and first == second


def _is_of_clause(event: EventMention, other: EventMention) -> bool:
    """Tell whether a mention stands in the clause that describes the event: "the raid, which killed nine"."""
    token = other.trigger.token
    while token.dep_ in ("conj", "ccomp") and token.head.pos_ == "VERB":
        token = token.head
    return token.dep_ == "relcl" and token.head == event.trigger.token


def _others_act(event: EventMention, other: EventMention) -> bool:
    """Tell whether both name who acted, and name no one in common; who spoke at an event is one of many."""
    if is_setting(event.trigger.token) or is_setting(other.trigger.token):
        return False
    first, second = ({p.actor for p in m.who if p.role in ("actor", "participant")} for m in (event, other))
    return bool(first and second and not first & second)


def _places_fit(a: FoundPlace | None, b: FoundPlace | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return True
    return a.country == b.country and "country" in (a.rule, b.rule)


def _dates_fit(a: str, b: str) -> bool:
    first, second = parse(a), parse(b)
    return first.first <= second.last and second.first <= first.last


def _join(event: EventMention, other: EventMention) -> None:
    """Add a further mention to an event; the fuller one gives its words."""
    if other.score > event.score and not other.heading:
        event.trigger, event.quote, other.quote = other.trigger, other.quote, event.quote
        event.score = other.score
    event.also = sorted({*event.also, *other.also, other.quote} - {event.quote})
    event.tokens += other.tokens
    known = {p.actor for p in event.who}
    event.who += [p for p in other.who if p.actor not in known]
    if not other.heading:
        event.date = _fuller(event.date, other.date)
        event.place = event.place or other.place
        event.figures += [f for f in other.figures if f not in event.figures]


def _fuller(date: str | None, other: str | None) -> str | None:
    """Return the date with more precision, the first where they tell as much."""
    if date and other and len(other) > len(date) and "/" not in other:
        return other
    return date or other


def _shared(a: EventMention, b: EventMention) -> set[int]:
    """Return the actors who take part in both."""
    return {p.actor for p in a.who} & {p.actor for p in b.who}
