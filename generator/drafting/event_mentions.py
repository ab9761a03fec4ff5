"""Finds each place in the text that tells an event, and what its clause says of when, where, who and how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from generator.drafting import datelines, event_odds
from generator.drafting.event_date_signs import is_day
from generator.drafting.event_dates import Calendar
from generator.drafting.event_lexicon import Trigger, lexicon
from generator.drafting.event_participants import Actors, participants
from generator.drafting.event_places import place_of, root_at
from generator.drafting.event_reality import is_done_by, lender, reality, words
from generator.drafting.event_types import trigger_at
from generator.drafting.findings import Attribution, FoundDate, FoundFigure, FoundParticipant, FoundPlace, Offsets
from generator.records.dates import parse

NEEDED = 4
"""What a mention must score to count as an event by itself."""

_BASE = {"past": 3, "planned": 3, "present": 0, "bare": 0}
_WHOLE_SENTENCE = 25
_MOST_WORDS = 40
_SHORT = 4
_WITHIN = frozenset({"in", "during", "by"})
_AIMED = frozenset({"on", "of", "at", "against", "over", "to", "for", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


@dataclass(frozen=True)
class Facts:
    """What else was found in the article."""

    doc: Doc
    actors: Actors
    dates: Sequence[FoundDate]
    figures: Sequence[FoundFigure]
    places: Sequence[FoundPlace]
    direct: frozenset[int]
    calendar: Calendar
    day: date | None = None
    """The day of publication."""


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
    dated: bool = False
    """Its own sentence tells its date."""
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
        nouns = [token]
        if token.pos_ == "VERB":
            nouns = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and trigger_at(c)]
            nouns += [token.head] if token.dep_ == "acl" and trigger_at(token.head) else []
            within = (
                o for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in _WITHIN for o in c.children
            )
            nouns += [o for o in within if (kind := trigger_at(o)) and kind.type == self.trigger.type]
        return any(
            c.lower_ in _DEFINITE or (c.dep_ == "poss" and c.ent_type_ == "DATE") for n in nouns for c in n.lefts
        )

    @cached_property
    def themes(self) -> frozenset[str]:
        """Return the lemmas of what it is done to or about: an attack's victims, the accord that was signed."""
        token = self.trigger.token
        kinds = ("dobj", "nsubjpass", "attr") if token.pos_ == "VERB" else ()
        told = [c for c in token.children if c.dep_ in kinds]
        preps = [c for t in (token, *told) for c in t.children if c.dep_ == "prep" and c.lower_ in _AIMED]
        told += [c for prep in preps for c in prep.children if c.dep_ == "pobj"]
        return frozenset(t.lemma_.lower() for noun in told for t in (noun, *noun.conjuncts) if t.pos_ == "NOUN")

    @property
    def new(self) -> bool:
        """It is told as another: "a second attack"."""
        return any(c.lower_ in words()["other_modifiers"] for c in self.trigger.token.lefts)


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
    likely = event_odds.likely(facts.doc, facts.direct, facts.dates)
    for number, sent in enumerate(facts.doc.sents):
        where = _Where(number, paragraph, event_odds.is_heading(sent))
        found = list(_by_triggers(sent, facts, where))
        yield from sorted([*found, *_by_odds(likely.get(number, []), found, facts, where)], key=_place)
        paragraph += sent.text_with_ws.count("\n\n") > 0


def _place(mention: EventMention) -> int:
    return mention.trigger.token.i


@dataclass(frozen=True)
class _Where:
    """The sentence that a mention stands in; sentence and paragraph count from 0."""

    sentence: int
    paragraph: int
    heading: bool


def _by_triggers(sent: Span, facts: Facts, where: _Where) -> Iterator[EventMention]:
    """Yield what the words of a sentence tell that are known to tell events."""
    every = [t for token in sent if (t := trigger_at(token))]
    triggers = [t for t in every if t.formal or not t.saying]
    said = [t.token for t in every if t.saying and not t.formal and t.token.pos_ == "VERB"]
    real = {t.token.i: reality(t.token) or _is_known_by_date(t.token, facts) for t in triggers}
    by_token = {t.token.i: t for t in triggers if real[t.token.i]}
    told = [t for t in triggers if not _is_absorbed(t, by_token)]
    for trigger in told:
        how = real[trigger.token.i]
        if how and not _is_equated(trigger.token, by_token):
            others = said + [t.token for t in told if t.token != trigger.token]
            yield _mention(trigger, how, facts, others, where)


def _by_odds(
    likely: Sequence[Token], found: Sequence[EventMention], facts: Facts, where: _Where
) -> Iterator[EventMention]:
    """Yield what other clauses are likely to tell than those found, and let what was found count where it is likely."""
    known = {mention.trigger.token.i: mention for mention in found}
    clauses = {event_odds.clause(mention.trigger.token).i for mention in found if mention.score >= NEEDED}
    told = [mention.trigger.token for mention in found]
    for token in likely:
        if event_odds.clause(token).i in clauses:
            continue
        if token.i in known:
            known[token.i].score = max(known[token.i].score, NEEDED)
            continue
        trigger = Trigger(token, event_odds.kind(token), "odds")
        mention = _mention(trigger, reality(token) or "past", facts, [t for t in (*told, *likely) if t != token], where)
        mention.score = NEEDED
        yield mention


def _is_absorbed(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether another word of the clause tells the same event ("launched an attack", "met to discuss")."""
    return (_is_in_verb if trigger.token.pos_ == "VERB" else _is_in_phrase)(trigger, by_token)


def _is_in_verb(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether what a verb tells is told by the word it hangs on, or by its subject: "talks convened"."""
    token = trigger.token
    while token.dep_ == "conj" and token.tag_ == token.head.tag_ == "VBG":
        token = token.head
    head = token.head
    if trigger.type == "consult" and any(c.dep_ == "nsubj" and c.i in by_token for c in token.children):
        return True
    other = by_token.get(head.head.i if is_done_by(token) else head.i)
    if other is None:
        return False
    if token.dep_ == "acl":
        return other.token.pos_ != "VERB"
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    if token.tag_ == "VBG" and token.dep_ == "advcl" and not own and other.type == "assault":
        return True
    governed = token.dep_ in ("xcomp", "ccomp", "pcomp") or (token.dep_ == "advcl" and not own)
    return governed and (other.type == trigger.type or other.token.lemma_ in ("agree", "vote"))


def _is_in_phrase(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether what a noun tells is told by its verb, or by the noun that it stands beside or behind."""
    token, head = trigger.token, trigger.token.head
    if token.dep_ == "pobj" and head.lower_ not in words()["relative"]:
        head = head.head
    elif token.dep_ not in ("dobj", "nsubjpass", "attr", "nsubj", "conj", "appos"):
        return False
    other = by_token.get(head.i)
    if other is None:
        return False
    same = other.type == trigger.type
    if other.token.pos_ != "VERB":
        return token.dep_ in ("conj", "appos", "pobj") and same
    if other.token.lemma_ == "agree" and token.dep_ == "pobj":
        return True
    lent = other.rule == "verb-object" or other.token.lemma_.lower() in lexicon().light
    return same or (lent and token.dep_ not in ("nsubj", "pobj"))


def _is_equated(noun: Token, by_token: dict[int, Trigger]) -> bool:
    """Tell whether a noun only says what the event told by the subject was: "the rally was the biggest protest"."""
    verb = noun.head
    if noun.dep_ not in ("attr", "dobj", "ccomp", "oprd") or verb.lemma_.lower() not in words()["equating"]:
        return False
    told = [by_token[c.i] for c in verb.children if c.dep_ == "nsubj" and c.i in by_token]
    return any(t.type == by_token[noun.i].type for t in told)


def _mention(trigger: Trigger, real: str, facts: Facts, others: Sequence[Token], where: _Where) -> EventMention:
    token = trigger.token
    told, firm = facts.calendar.date_of(token)
    who, place = participants(trigger, facts.actors), place_of(token, facts.places, facts.actors)
    own = told is not None and _has_own_date(token, told, facts)
    date = told if firm else None
    quote = _quote(token, others, whole=not (own and real == "bare"))
    figures = [
        f for f in facts.figures if quote[0] <= f.start and f.end <= quote[1] and _counts_here(token, f, facts.doc)
    ]
    if real == "present" and date and facts.day and parse(date).first > facts.day:
        real = "planned"
    if real == "present" and where.heading:
        real = "past"
    score = _score(trigger, real, date, who, place, figures, token.i in facts.direct)
    score += own
    spot = (where.sentence, where.paragraph, where.heading)
    return EventMention(trigger, real, score, told, quote, who, place, figures, *spot, date is not None, tokens=[token])


def _is_known_by_date(token: Token, facts: Facts) -> str | None:
    """Return bare for what a wish or doubt is about, but is itself a fact: "battle to win the May 2 election"."""
    if token.pos_ == "VERB" or not any(
        c.lower_ in _DEFINITE or c.tag_ == "POS" or c.dep_ == "poss" for c in token.lefts
    ):
        return None
    told = (root_at(facts.doc, d.start, d.end) for d in facts.dates if d.value and d.start >= token.sent.start_char)
    return "bare" if any(_is_with(token, word) and word.dep_ != "pobj" for word in told) else None


def _has_own_date(token: Token, date: str, facts: Facts) -> bool:
    """Tell whether a date stands with the word itself: "the May 2 attack", "a report published on Monday"."""
    if token.pos_ == "VERB" and token.dep_ not in ("acl", "relcl"):
        return False
    told = (
        root_at(facts.doc, d.start, d.end) for d in facts.dates if d.value == date and d.start >= token.sent.start_char
    )
    return any(_is_with(token, word) for word in told)


def _is_with(token: Token, word: Token) -> bool:
    """Tell whether a word is a modifier of another, or stands behind its preposition."""
    while word.head != word and word.dep_ in (
        "det",
        "compound",
        "nmod",
        "nummod",
        "amod",
        "pobj",
        "prep",
        "poss",
        "npadvmod",
    ):
        word = word.head
        if word == token:
            return True
    return False


def _counts_here(token: Token, figure: FoundFigure, doc: Doc) -> bool:
    """Tell whether a figure stands in the clause of an event, not in one beside or below it."""
    top = token if token.pos_ in ("VERB", "AUX") else lender(token) or token
    word = root_at(doc, figure.start, figure.end)
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
    if date is None and token.lemma_.lower() in lexicon().documents:
        return 0
    verb = token if token.pos_ == "VERB" else lender(token)
    score = _BASE[real]
    while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    going_on = verb is not None and verb.dep_ == "acl" and any(c.lower_ == "being" for c in verb.children)
    if going_on and date is None:
        return 0
    if verb is not None and is_done_by(verb):
        score = min(score, 2)
    elif verb is None or (verb.dep_ in ("relcl", "acl", "pcomp", "amod") and real != "planned"):
        score = min(score, 1)
    elif verb.dep_ in ("advcl", "xcomp", "acl", "relcl") and verb.head.lemma_ != "be":
        score = min(score, 2)
    dated = date is not None and (real != "present" or is_day(date))
    score += (3 if token.pos_ != "VERB" else 2) if dated else 0
    score += min(len(who), 2) + (place is not None) + bool(figures) + (trigger.rule == "anaphor")
    plural = (
        token.pos_ != "VERB"
        and token.tag_ in ("NNS", "NNPS")
        and token.lemma_ not in ("talk", "negotiation", "election")
    )
    score += real == "planned" and verb is not None and verb != token and verb.lemma_.lower() in words()["scheduling"]
    vague = plural and not dated and place is None
    return score - 3 * direct - (2 if vague else 0) - 2 * trigger.saying


# the evidence ---------------------------------------------------------------------------------------------------------


def _quote(token: Token, others: Sequence[Token], whole: bool) -> Offsets:
    """Return the sentence, or the clause where that is long or another clause of it tells another event.

    Not whole: beside another event, a phrase that says enough ("Friday's talks with the union") stands by itself.
    """
    kept = [t for t in [*_cut_off(token.sent), *token.sent] if not t.is_space]
    clause = _clause(_top(token))
    phrase = list(token.subtree)
    if not whole and len(phrase) > _SHORT and any(o not in phrase for o in others):
        clause, kept = phrase, phrase
    if len(kept) > _WHOLE_SENTENCE or any(o.pos_ == "VERB" and o not in clause for o in others):
        kept = [t for t in clause if not t.is_space]
        if len(kept) > _MOST_WORDS:
            kept = [t for t in kept if -_MOST_WORDS // 2 <= t.i - token.i <= _MOST_WORDS // 2]
        while len(kept) > 1 and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
            kept.pop()
    begin = datelines.behind(token.doc, kept[0].idx)
    kept = [t for t in kept if t.idx >= begin] if begin <= token.idx else kept
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
