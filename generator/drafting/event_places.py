"""Tells where an event took place, from what stands nearest to its word in the parse."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.drafting.event_lexicon import lexicon
from generator.drafting.event_participants import Actors
from generator.drafting.event_reality import words
from generator.drafting.event_types import trigger_at
from generator.drafting.findings import FoundPlace
from generator.vocabulary import load

_FAR = 5
_PLACE_KINDS = frozenset(load("place_words")["kinds"])
_DURING = frozenset({"in", "at", "during", "with"})
"""Prepositions behind which an event is where its verb's act is: "was decided at a meeting in Lund"."""

_TOPICAL = frozenset({"on", "over", "against", "to", "about"})
"""Prepositions behind which a name that no gazetteer knows is a topic rather than a place."""

_BESIDE = frozenset({"after", "before", "since", "which", "who", "that", "where"})


def root_at(doc: Doc, start: int, end: int) -> Token:
    """Return the word that governs a stretch of the text."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _distance(event: Token, other: Token) -> int:
    """Return how many arcs lie between an event's word and another; one that leads down into a clause counts four.

    What a clause is reported by, or follows ("days after"), has a time of its own.
    """
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


def place_of(token: Token, places: Sequence[FoundPlace], actors: Actors) -> FoundPlace | None:
    """Return the nearest place behind "in", "at" or the like, else the one that is attacked or visited."""
    sent = token.sent
    ranked = []
    for place in places:
        if sent.start_char <= place.start and place.end <= sent.end_char:
            root = root_at(token.doc, place.start, place.end)
            if place.rule == "entity" and (actors.is_person(root) or root.head.lower_ in _TOPICAL):
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
