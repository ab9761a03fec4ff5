"""Finds each place in the text that tells an event, and what its clause says of when, where, who and how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from generator.drafting.event_participants import Actors, participants
from generator.drafting.event_reality import is_perfect, lender, reality, words
from generator.drafting.event_types import Trigger, lexicon, trigger_at
from generator.drafting.findings import Attribution, FoundDate, FoundFigure, FoundParticipant, FoundPlace, Offsets
from generator.records.dates import parse
from generator.vocabulary import load

_BASE = {"past": 3, "planned": 3, "present": 0, "bare": 0}
_WHOLE_SENTENCE = 25
_MOST_WORDS = 40
_SHORT = 4
_FAR = 5
_DAY = len("2025-06-02")
_PLACE_KINDS = frozenset(load("place_words")["kinds"])
_BESIDE = frozenset({"after", "before", "since", "which", "who", "that", "where"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


@dataclass
class EventMention:
    """One mention of an event; score weighs what speaks for it."""

    trigger: Trigger
    reality: str
    score: int
    date: str | None
    quote: Offsets
    who: list[FoundParticipant]
    place: FoundPlace | None
    figures: list[FoundFigure]
    sentence: int
    paragraph: int
    heading: bool = False
    also: list[Offsets] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    """The words that tell it, here and in its further mentions."""

    @property
    def planned(self) -> bool:
        return self.reality == "planned"

    @property
    def definite(self) -> bool:
        """It is told as known: "the attack", "these talks"."""
        token = self.trigger.token
        if token.pos_ == "VERB":
            doers = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and trigger_at(c)]
            return any(c.lower_ in _DEFINITE for d in doers for c in d.lefts)
        return any(c.lower_ in _DEFINITE for c in token.lefts)

    @property
    def new(self) -> bool:
        """It is told as another: "a second attack"."""
        return any(c.lower_ in words()["other_modifiers"] for c in self.trigger.token.lefts)


@dataclass(frozen=True)
class StoryTime:
    """A day on which what follows takes place; sentence and paragraph count from 0, date is EDTF."""

    sentence: int
    paragraph: int
    date: str


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


def direct_tokens(doc: Doc, attributions: Sequence[Attribution]) -> frozenset[int]:
    """Return the tokens that stand in direct quotes; not the turns of an interview, which may be all that there is."""
    found: set[int] = set()
    for attribution in attributions:
        for start, end in attribution.content if attribution.kind == "direct" and attribution.rule != "turn" else ():
            span = doc.char_span(start, end, alignment_mode="contract")
            found.update(t.i for t in span or ())
    return frozenset(found)


def find(facts: Facts) -> Iterator[EventMention]:
    """Yield the mentions of events in an article, in order."""
    paragraph = 0
    for number, sent in enumerate(facts.doc.sents):
        heading = not sent.text.rstrip().endswith((".", "!", "?", "”", '"', ":", ";", "…", ")"))
        triggers = [t for token in sent if (t := trigger_at(token)) and (t.formal or not t.saying)]
        by_token = {t.token.i: t for t in triggers}
        for trigger in triggers:
            real = reality(trigger.token)
            if real and not _is_absorbed(trigger, by_token):
                others = [t.token for t in triggers if t.token != trigger.token and not _is_absorbed(t, by_token)]
                yield _mention(trigger, real, facts, others, number, paragraph, heading)
        paragraph += sent.text_with_ws.count("\n\n") > 0


def story_times(facts: Facts) -> list[StoryTime]:
    """Return the past days that sentences are set on by their main verb, whether or not they tell an event."""
    found, paragraph, rest = [], 0, list(reversed(facts.dates))
    for number, sent in enumerate(facts.doc.sents):
        while rest and rest[-1].start < sent.end_char:
            told = rest.pop()
            verb = _verb_above(_root_at(facts.doc, told.start, told.end))
            if verb == sent.root and _is_told(verb) and len(told.value or "") == _DAY:
                found.append(StoryTime(number, paragraph, told.value or ""))
        paragraph += sent.text_with_ws.count("\n\n") > 0
    return found


def _is_told(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux")


def _is_absorbed(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether another word of the clause tells the same event ("launched an attack", "met to discuss")."""
    token, head = trigger.token, trigger.token.head
    if token.pos_ == "VERB":
        if trigger.type == "consult" and any(c.dep_ == "nsubj" and c.i in by_token for c in token.children):
            return True
        other = by_token.get(head.i)
        if other is None:
            return False
        if token.dep_ == "acl":
            return other.token.pos_ != "VERB"
        governed = token.dep_ in ("xcomp", "advcl", "ccomp", "pcomp")
        return governed and (other.type == trigger.type or other.token.lemma_ in ("agree", "vote"))
    if token.dep_ == "pobj":
        head = head.head
    elif token.dep_ not in ("dobj", "nsubjpass", "attr", "nsubj", "conj", "appos"):
        return False
    other = by_token.get(head.i)
    if other is None:
        return False
    if other.token.pos_ != "VERB":
        return token.dep_ in ("conj", "appos", "pobj") and other.type == trigger.type
    lent = other.token.lemma_.lower() in lexicon().light
    if token.dep_ == "nsubj":
        return other.type == trigger.type
    return (
        other.type == trigger.type
        or (other.rule == "verb-object" and token.dep_ != "pobj")
        or (lent and token.dep_ != "pobj")
    )


def _mention(
    trigger: Trigger, real: str, facts: Facts, others: Sequence[Token], number: int, paragraph: int, heading: bool
) -> EventMention:
    token = trigger.token
    date, place = _date(token, others, facts) or _just_now(token, facts), _place(token, facts)
    who = participants(trigger, facts.actors)
    quote = _quote(token)
    figures = [
        f for f in facts.figures if quote[0] <= f.start and f.end <= quote[1] and _counts_here(token, f, facts.doc)
    ]
    if real == "present" and date and facts.day and parse(date).first > facts.day:
        real = "planned"
    if real == "present" and heading:
        real = "past"
    score = _score(trigger, real, date, who, place, figures, token.i in facts.direct)
    return EventMention(
        trigger, real, score, date, quote, who, place, figures, number, paragraph, heading, tokens=[token]
    )


def _counts_here(token: Token, figure: FoundFigure, doc: Doc) -> bool:
    """Tell whether a figure stands in the clause of an event, not in one beside or below it."""
    top = token if token.pos_ in ("VERB", "AUX") else lender(token) or token
    word = _root_at(doc, figure.start, figure.end)
    while word != top:
        clause = word.pos_ in ("VERB", "AUX") and not (word.dep_ in ("advcl", "acl") and word.tag_ in ("VBG", "VBN"))
        if clause or word.head == word:
            return False
        word = word.head
    return True


def _score(
    trigger: Trigger,
    real: str,
    date: str | None,
    who: Sequence[FoundParticipant],
    place: FoundPlace | None,
    figures: Sequence[FoundFigure],
    direct: bool,
) -> int:
    token = trigger.token
    verb = token if token.pos_ == "VERB" else lender(token)
    score = _BASE[real]
    while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb is None or (verb.dep_ in ("relcl", "acl", "pcomp", "amod") and real != "planned"):
        score = min(score, 1)
    elif verb.dep_ in ("advcl", "xcomp", "acl", "relcl"):
        score = min(score, 2)
    dated = date is not None and (real != "present" or len(date) == _DAY)
    score += (3 if token.pos_ != "VERB" else 2) if dated else 0
    score += min(len(who), 2) + (place is not None) + bool(figures) + (trigger.rule == "anaphor")
    plural = (
        token.pos_ != "VERB"
        and token.tag_ in ("NNS", "NNPS")
        and token.lemma_ not in ("talk", "negotiation", "election")
    )
    return score - 3 * direct - (2 if plural and not dated else 0) - 2 * trigger.saying


# when and where -------------------------------------------------------------------------------------------------------


def _date(token: Token, others: Sequence[Token], facts: Facts) -> str | None:
    """Return the value of the date that stands nearest in the tree and nearer to no other event, else None."""
    sent = token.sent
    near = [d for d in facts.dates if sent.start_char <= d.start and d.end <= sent.end_char and d.value]
    ranked = []
    for told in near:
        root = _root_at(facts.doc, told.start, told.end)
        distance = _distance(token, root)
        if is_perfect(token) and _verb_above(root) not in (_verb_above(token), *_verb_above(token).subtree):
            continue
        if distance <= _FAR and not any(
            _distance(o, root) < distance
            for o in others
            if not (_is_part(o, token) or _is_short_before(o) or o in token.conjuncts)
        ):
            ranked.append((distance, len(told.value or "") < 10, told.start, told.value))
    if ranked:
        _, _, start, value = min(ranked)
        return _begun(next(d for d in near if d.start == start and d.value == value))
    done = [d for d in near if _is_done_then(token, d, facts)]
    if done:
        return done[0].value
    behind = [
        d
        for d in near
        if d.end <= token.idx and ":" in sent.text[d.end - sent.start_char : token.idx - sent.start_char]
    ]
    return behind[-1].value if behind else None


def _is_done_then(token: Token, told: FoundDate, facts: Facts) -> bool:
    """Tell whether a past date in what was agreed is that of agreeing: "agreed to buy the firm on Monday"."""
    if facts.day is None or parse(told.value or "").last > facts.day:
        return False
    verb = _verb_above(_root_at(facts.doc, told.start, told.end))
    return verb.head == token and verb.dep_ == "xcomp" and verb.tag_ == "VB"


def _just_now(token: Token, facts: Facts) -> str | None:
    """Return the day of publication for what an article says has just happened."""
    just = token.pos_ == "VERB" and any(c.dep_ == "advmod" and c.lower_ == "just" for c in token.children)
    perfect = just and any(c.dep_ == "aux" and c.lower_ in ("has", "have", "’ve", "'ve") for c in token.children)
    return str(facts.day) if perfect and facts.day else None


def _begun(date: FoundDate) -> str | None:
    """Return a date; of "since Saturday" the day on which what goes on began."""
    return (date.value or "").removesuffix("/..") if date.rule == "since" else date.value


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


def _root_at(doc: Doc, start: int, end: int) -> Token:
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
        own = token.head == event and (
            token.dep_ == "acl" or (token.dep_ == "advcl" and token.tag_ == "VBG") or _tells_when(token)
        )
        steps += 4 if down and not own else 1
        token = token.head
    return steps + up.index(token)


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
    ):
        return False
    trigger = trigger_at(verb)
    return verb.lemma_.lower() not in lexicon().light and (trigger is None or trigger.saying)


def _is_short_before(verb: Token) -> bool:
    """Tell "when shells hit on Monday" and "hours before leaders met Monday": what it is said of is of the same day."""
    marks = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("before", "after", "when", "as")]
    if not marks or verb.dep_ != "advcl":
        return False
    left = verb.doc[marks[0].i - 1] if marks[0].i else None
    return marks[0].lower_ in ("when", "as") or (left is not None and left.lemma_ in words()["short_spans"])


def _place(token: Token, facts: Facts) -> FoundPlace | None:
    """Return the nearest place behind "in", "at" or the like, else the one that is attacked or visited."""
    sent = token.sent
    ranked = []
    for place in facts.places:
        if sent.start_char <= place.start and place.end <= sent.end_char:
            root = _root_at(facts.doc, place.start, place.end)
            if place.rule == "entity" and facts.actors.is_person(root):
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
    if (reached or place.dep_ in ("dobj", "nsubjpass")) and distance <= 4:
        return distance + 1
    return 99


def _is_its_own(event: Token, place: Token) -> bool:
    """Tell whether a place is an event's own, not that of another event told on the way to it."""
    kind = trigger_at(event)
    for token in place.ancestors:
        if token == event:
            return True
        other = trigger_at(token)
        if other and kind and other.type != kind.type:
            return False
    return True


# the evidence ---------------------------------------------------------------------------------------------------------


def _quote(token: Token) -> Offsets:
    """Return the sentence, or the clause where that is long."""
    kept = [t for t in [*_cut_off(token.sent), *token.sent] if not t.is_space]
    if len(kept) > _WHOLE_SENTENCE:
        kept = [t for t in _clause(_top(token)) if not t.is_space]
        if len(kept) > _MOST_WORDS:
            kept = [t for t in kept if -_MOST_WORDS // 2 <= t.i - token.i <= _MOST_WORDS // 2]
        while len(kept) > 1 and kept[-1].is_punct:
            kept.pop()
    while len(kept) > 1 and kept[0].is_punct and not kept[0].is_quote and not kept[0].is_bracket:
        kept.pop(0)
    return kept[0].idx, kept[-1].idx + len(kept[-1])


def _cut_off(sent: Span) -> list[Token]:
    """Return the few words that the parser took for a sentence before one that begins in lower case."""
    first = sent[0]
    if not first.is_lower or not first.i or first.nbor(-1).is_space or first.nbor(-1).is_punct:
        return []
    before = list(first.nbor(-1).sent)
    return before if len(before) <= _SHORT else []


def _top(token: Token) -> Token:
    """Return the head of the smallest clause around a word that says enough."""
    top = token
    while top.head != top and (top.pos_ not in ("VERB", "AUX") or len(list(top.subtree)) < 6):
        top = top.head
    return top


def _clause(top: Token) -> list[Token]:
    """Return the stretch of a clause without the clauses joined to it."""
    left, right = top.left_edge.i, top.right_edge.i
    for child in top.children:
        if child.i > top.i and child.dep_ in ("conj", "parataxis") and child.pos_ in ("VERB", "AUX"):
            right = min(right, child.left_edge.i - 1)
        if child.i < top.i and child.dep_ in ("ccomp", "parataxis"):
            left = max(left, child.right_edge.i + 1)
    if right <= top.i or left > top.i:
        return list(top.subtree)
    return list(top.doc[left : right + 1])
