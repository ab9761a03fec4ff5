"""Tells when and where an event took place, from what stands nearest to its word in the parse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from generator.drafting.event_lexicon import lexicon
from generator.drafting.event_participants import Actors
from generator.drafting.event_reality import is_perfect, words
from generator.drafting.event_types import trigger_at
from generator.drafting.findings import FoundDate, FoundFigure, FoundPlace
from generator.records.dates import parse
from generator.vocabulary import load

_FAR = 5
_BARE = 2
"""How far a bare date behind a noun is from its clause's verb, to which it belongs: "spoke to the board Tuesday"."""

DAY = len("2025-06-02")
_PLACE_KINDS = frozenset(load("place_words")["kinds"])
_DURING = frozenset({"in", "at", "during", "with"})
"""Prepositions behind which an event is when and where its verb's act is: "was decided at a meeting on Monday"."""

_TOPICAL = frozenset({"on", "over", "against", "to", "about"})
"""Prepositions behind which a name that no gazetteer knows is a topic rather than a place."""

_BESIDE = frozenset({"after", "before", "since", "which", "who", "that", "where"})


@dataclass(frozen=True)
class StoryTime:
    """A time that an article names; sentence and paragraph count from 0, date is EDTF."""

    sentence: int
    paragraph: int
    date: str
    main: bool
    """It is a past day on which its sentence's main verb sets what follows."""


@dataclass(frozen=True)
class Facts:
    """What else was found in the article."""

    doc: Doc
    actors: Actors
    dates: Sequence[FoundDate]
    figures: Sequence[FoundFigure]
    places: Sequence[FoundPlace]
    direct: frozenset[int]
    day: date | None = None
    """The day of publication."""


def story_times(facts: Facts) -> list[StoryTime]:
    """Return the times that an article names, in order, whether or not they date an event."""
    found, paragraph, rest = [], 0, list(reversed(facts.dates))
    for number, sent in enumerate(facts.doc.sents):
        while rest and rest[-1].start < sent.end_char:
            told = rest.pop()
            verb = _verb_above(root_at(facts.doc, told.start, told.end))
            main = verb == sent.root and _is_told(verb) and is_day(told.value)
            found += [StoryTime(number, paragraph, told.value, main)] if told.value else []
        paragraph += sent.text_with_ws.count("\n\n") > 0
    return found


def is_day(value: str | None) -> bool:
    """Tell whether a date is one day: not 2013-10/.., which is as long."""
    return len(value or "") == DAY and "/" not in (value or "")


def _is_told(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux")


def date_of(token: Token, others: Sequence[Token], facts: Facts) -> str | None:
    """Return the value of the date that stands nearest in the tree and nearer to no other event, else None."""
    sent = token.sent
    near = [d for d in facts.dates if sent.start_char <= d.start and d.end <= sent.end_char and _is_when(d)]
    ranked = []
    for told in near:
        root = root_at(facts.doc, told.start, told.end)
        distance = _distance(token, root)
        if is_perfect(token) and _verb_above(root) not in (_verb_above(token), *_verb_above(token).subtree):
            continue
        if distance <= _FAR and not any(_distance(o, root) < distance for o in others if _is_rival(o, root, token)):
            ranked.append((distance, len(told.value or "") < 10, told.start, told.value))
    if ranked:
        _, _, start, value = min(ranked)
        return _begun(next(d for d in near if d.start == start and d.value == value))
    rivals = [o for d in near for o in others if not _is_dated_by(o, root_at(facts.doc, d.start, d.end), token)]
    only = near[0] if len(near) == 1 and not rivals else None
    if (
        only
        and token.pos_ == "VERB"
        and not is_perfect(token)
        and _is_loose(token, root_at(facts.doc, only.start, only.end))
    ):
        return _begun(only)
    done = [d for d in near if _is_done_then(token, d, facts) or _is_told_then(token, d)]
    if done:
        return done[0].value
    behind = [
        d
        for d in near
        if d.end <= token.idx and ":" in sent.text[d.end - sent.start_char : token.idx - sent.start_char]
    ]
    return behind[-1].value if behind else None


def _is_when(told: FoundDate) -> bool:
    """Tell whether a date can be that of an event: not "until Friday", which tells how long."""
    return told.value is not None and not told.value.startswith("../")


def _is_rival(other: Token, date: Token, event: Token) -> bool:
    """Tell whether a date may be another event's instead: of none that is of the same time or told below the date."""
    same = _is_of_its_time(other, event) or _is_short_before(other) or other in event.conjuncts
    return date not in other.ancestors and (_is_dated(other, date, event) or not same)


def _is_dated(noun: Token, date: Token, event: Token) -> bool:
    """Tell whether a date before a noun is only the noun's: "charged in the 1988 raid", not "won in the 1967 war"."""
    before = date.head == noun and date.dep_ != "pobj" and date.i < noun.i and noun.dep_ == "pobj"
    set_in = noun.head.lower_ in _DURING and event.lemma_.lower() not in words()["charging"]
    return before and not set_in


def _is_dated_by(noun: Token, date: Token, event: Token) -> bool:
    """Tell whether a noun with a date before it says when an event was: "in the 1967 war"."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in _DURING and date.head == noun and date.dep_ != "pobj"
    return within and not _is_dated(noun, date, event)


def _is_loose(event: Token, date: Token) -> bool:
    """Tell whether a sentence's one date stands in a phrase below its one event, with no finite verb between."""
    if event.head != event and event.dep_ not in ("ccomp", "conj"):
        return False
    token = date
    while token != event:
        finite = token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN")
        if token.head == token or finite or token.lower_ in words()["relative"]:
            return False
        token = token.head
    return True


def _is_done_then(token: Token, told: FoundDate, facts: Facts) -> bool:
    """Tell whether a past date in what was agreed or is for is that of the act: "agreed to buy it on Monday"."""
    root = root_at(facts.doc, told.start, told.end)
    due = root.head.lower_ in ("by", "before")
    if due or facts.day is None or parse(told.value or "").last > facts.day:
        return False
    verb = _verb_above(root)
    of_object = verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head == token
    return verb.tag_ == "VB" and (of_object or (verb.head == token and verb.dep_ == "xcomp"))


def _is_told_then(token: Token, told: FoundDate) -> bool:
    """Tell whether a date is that of telling what is going on: "said on Monday that it was closing the border"."""
    going_on = token.tag_ == "VBG" and any(c.lemma_ == "be" for c in token.children if c.dep_ == "aux")
    reported = token.dep_ == "ccomp" and token.head.lemma_.lower() in lexicon().transparent
    return going_on and reported and _verb_above(root_at(token.doc, told.start, told.end)) == token.head


def just_now(token: Token, facts: Facts) -> str | None:
    """Return the day of publication for what an article says has just happened."""
    just = token.pos_ == "VERB" and any(c.dep_ == "advmod" and c.lower_ == "just" for c in token.children)
    perfect = just and any(c.dep_ == "aux" and c.lower_ in ("has", "have", "’ve", "'ve") for c in token.children)
    return str(facts.day) if perfect and facts.day else None


def _begun(date: FoundDate) -> str | None:
    """Return a date; of "since Saturday" the day on which what goes on began."""
    return (date.value or "").removesuffix("/..") if date.rule == "since" else date.value


def _is_of_its_time(other: Token, event: Token) -> bool:
    """Tell whether one of two events is part of the other, or when it was: "warned at a briefing on Monday"."""
    within = event.dep_ == "pobj" and event.head.lower_ in _DURING and event.head.head == other
    return within or _is_part(other, event)


def _is_part(noun: Token, event: Token) -> bool:
    """Tell whether a noun is what an event's own clause is about ("expelled from the talks on Monday")."""
    token = noun
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
        if token == event:
            return True
    return False


def _verb_above(token: Token) -> Token:
    """Return the verb of a word's clause, or the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def root_at(doc: Doc, start: int, end: int) -> Token:
    """Return the word that governs a stretch of the text."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _distance(event: Token, other: Token) -> int:
    """Return how many arcs lie between an event's word and another; one that leads down into a clause counts four.

    What a clause is reported by, or follows ("days after"), has a time of its own.
    """
    if other.dep_ == "npadvmod" and other.head.pos_ in ("NOUN", "PROPN") and _verb_above(other) == event:
        return _BARE
    up = _within_clause(event)
    steps, token = 0, _before_report(event, other)
    while token not in up:
        if token.head == token:
            return 99
        down = token.pos_ in ("VERB", "AUX") and token.dep_ != "conj" and not _is_short_before(token)
        down = down and not (
            token.dep_ == "xcomp" and token.head == event.head and event.dep_ in ("nsubj", "nsubjpass")
        )
        if token.lower_ in words()["relative"] and token.dep_ in ("prep", "advmod") and token.head != token:
            steps += 3 * _leads_to_noun(token)
        own = token.head == event and _is_of_event(token, event)
        steps += 4 if down and not own else 1
        token = token.head
    return steps + up.index(token)


def _is_of_event(verb: Token, event: Token) -> bool:
    """Tell whether a clause below an event only says more of it: "meet to discuss it", "talks held on Monday"."""
    if verb.dep_ == "acl":
        return verb.tag_ != "VB" or verb.lemma_.lower() in lexicon().light
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return True
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB":
        kinds = [kind.type for kind in (trigger_at(verb), trigger_at(event)) if kind]
        return len(kinds) == 2 and kinds[0] == kinds[1]
    return _tells_when(verb)


def _leads_to_noun(prep: Token) -> bool:
    """Tell "ahead of the 2020 session", whose year is the session's, from "after Monday"."""
    nouns = [t for t in prep.subtree if t.dep_ == "pobj" and t.pos_ in ("NOUN", "PROPN")]
    return any(t.ent_type_ not in ("DATE", "TIME") for t in nouns[:1])


def _before_report(event: Token, other: Token) -> Token:
    """Return what a word between a reported clause and its verb of saying belongs to: "will meet today, she said"."""
    verb = other.head
    if event.pos_ != "VERB" or not event.i < other.i < verb.i or verb.lemma_.lower() not in lexicon().transparent:
        return other
    return event if event.dep_ in ("ccomp", "parataxis") and event.head == verb else other


def _tells_when(verb: Token) -> bool:
    """Tell "the strike, which began on Monday": the clause only says when what it describes took place."""
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ == "WDT" for c in verb.children)
    return verb.dep_ == "relcl" and subject and verb.lemma_.lower() in lexicon().light


def _within_clause(event: Token) -> list[Token]:
    """Return a word and its governors up to the one whose clause only reports it or is only set beside it."""
    path = [event]
    while path[-1].head != path[-1]:
        token = path[-1]
        beside = token.dep_ in ("advcl", "relcl") and any(c.lower_ in _BESIDE for c in token.children)
        beside = beside or (token == event and token.dep_ == "acl" and token.tag_ == "VBN")
        reported = token.dep_ in ("ccomp", "parataxis") and token.head.lemma_.lower() in lexicon().transparent
        if (beside and not _is_short_before(token)) or reported or _is_aside(event, token):
            break
        path.append(token.head)
    return path


def _is_aside(event: Token, token: Token) -> bool:
    """Tell whether a noun only stands behind a preposition of a verb that tells something else ("spoke of it")."""
    verb = token.head
    if (
        event.pos_ == "VERB"
        or verb.pos_ != "VERB"
        or not (token.dep_ == "prep" or (token == event and token.dep_ == "dobj"))
        or token.lower_ in _DURING
    ):
        return False
    trigger = trigger_at(verb)
    telling = lexicon().light | words()["counting"]
    return verb.lemma_.lower() not in telling and (trigger is None or trigger.saying)


def _is_short_before(verb: Token) -> bool:
    """Tell "when shells hit on Monday" and "hours before leaders met Monday": what it is said of is of the same day."""
    marks = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("before", "after", "when", "as")]
    if not marks or verb.dep_ != "advcl":
        return False
    left = verb.doc[marks[0].i - 1] if marks[0].i else None
    return marks[0].lower_ in ("when", "as") or (left is not None and left.lemma_ in words()["short_spans"])


def place_of(token: Token, facts: Facts) -> FoundPlace | None:
    """Return the nearest place behind "in", "at" or the like, else the one that is attacked or visited."""
    sent = token.sent
    ranked = []
    for place in facts.places:
        if sent.start_char <= place.start and place.end <= sent.end_char:
            root = root_at(facts.doc, place.start, place.end)
            if place.rule == "entity" and (facts.actors.is_person(root) or root.head.lower_ in _TOPICAL):
                continue
            weight = _place_weight(token, _of_kind(root))
            if weight <= _FAR:
                ranked.append((weight, place.start, place))
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def _of_kind(place: Token) -> Token:
    """Return the word that stands for a place in its clause: "village" in "the village of X"."""
    of = place.head
    return of.head if place.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in _PLACE_KINDS else place


def _place_weight(event: Token, place: Token) -> int:
    distance = _distance(event, place)
    if distance > _FAR or not _is_its_own(event, place):
        return 99
    if place.dep_ == "pobj" and place.head.lower_ in words()["locative"]:
        return distance
    reached = place.dep_ == "pobj" and place.head.lower_ in words()["reaching"]
    done_to = place.dep_ in ("dobj", "nsubjpass") and place.head == event
    if (reached or done_to) and distance <= 4:
        return distance + 1
    return 99


def _is_of_next_clause(event: Token, place: Token) -> bool:
    """Tell whether a place stands in a clause joined to the event's: "killed nine and fled to the coast"."""
    for token in place.ancestors:
        if token == event:
            return False
        if token.dep_ == "conj" and token.pos_ == "VERB" and event in token.ancestors:
            return True
    return False


def _is_its_own(event: Token, place: Token) -> bool:
    """Tell whether a place is an event's own, not that of another event told on the way to it."""
    kind = trigger_at(event)
    if place.i > event.i and _is_of_next_clause(event, place):
        return False
    for token in place.ancestors:
        if token == event:
            return True
        other = trigger_at(token)
        if other and kind and other.type != kind.type:
            return False
    return True
