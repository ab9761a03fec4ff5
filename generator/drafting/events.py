"""Finds what happened, is happening or is planned: one event for all that the article tells of it.

Not what is denied, hypothetical or habitual, and not a mere saying. A candidate is a word that tells an event; what
speaks for it (finite past, a date, a place, who took part) is weighed against what speaks against it (inside a quote).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from generator.drafting.event_participants import Actors, participants
from generator.drafting.event_titles import title
from generator.drafting.event_types import Trigger, lexicon, trigger_at
from generator.drafting.findings import (
    Attribution,
    FoundActor,
    FoundDate,
    FoundEvent,
    FoundFigure,
    FoundParticipant,
    FoundPlace,
    Mention,
    Offsets,
)
from generator.records.dates import parse

_UNREAL_AUX = frozenset({"would", "could", "may", "might", "should", "must", "can", "'d", "’d", "ca", "cannot", "ought"})
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_UNREAL_MARKS = frozenset({"if", "unless", "whether", "lest", "until"})
_UNREAL_HEADS = frozenset(
    "want demand ask call urge request refuse threaten warn reject insist wish hope fear claim deny consider prevent avoid propose suggest "
    "require need seek recommend appeal rule oppose fail stop try attempt lead push encourage invite force order allow let help possibility "
    "threat risk demand call ability right readiness willingness proposal idea prospect attempt effort condition able likely unlikely necessary "
    "possible impossible important difficult need chance option fear hope desire refusal deny avoid".split()
)
_PLANNED_HEADS = frozenset({"plan", "expect", "schedule", "set", "slate", "due", "prepare", "intend", "promise", "pledge", "decide", "agree", "vow", "announce", "commit"})
_ASPECT = frozenset({"begin", "start", "continue", "resume", "manage", "keep", "stop", "finish", "cease", "go"})
_HABIT = frozenset({"regularly", "often", "usually", "routinely", "always", "typically", "frequently", "generally", "normally", "daily"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "around", "on", "inside", "off", "over", "throughout", "within"})
_NEEDED = 4
_MAX_WORDS = 40


@dataclass
class _Candidate:
    trigger: Trigger
    score: int
    planned: bool
    date: str | None
    quote: Offsets
    who: list[FoundParticipant]
    place: FoundPlace | None
    figures: list[FoundFigure]
    also: list[Offsets] = field(default_factory=list)


@dataclass(frozen=True)
class _Facts:
    """What else was found in the article."""

    doc: Doc
    actors: Actors
    dates: Sequence[FoundDate]
    figures: Sequence[FoundFigure]
    places: Sequence[FoundPlace]
    direct: frozenset[int]
    reported: frozenset[int]


def find(
    doc: Doc,
    actors: Sequence[FoundActor],
    mentions: Sequence[Mention],
    dates: Sequence[FoundDate],
    figures: Sequence[FoundFigure],
    places: Sequence[FoundPlace],
    attributions: Sequence[Attribution],
    published: str | None,
) -> list[FoundEvent]:
    """Return the events of an article, in the order of their first mention."""
    facts = _Facts(
        doc, Actors(doc, actors, mentions), dates, figures, places,
        _tokens_of(doc, attributions, direct=True), _tokens_of(doc, attributions, direct=False),
    )
    candidates = [c for sent in doc.sents for c in _candidates(list(sent), facts)]
    kept = [c for c in candidates if c.score >= _NEEDED]
    return [_event(c, actors) for c in _merged(kept, published)]


def _tokens_of(doc: Doc, attributions: Sequence[Attribution], direct: bool) -> frozenset[int]:
    found: set[int] = set()
    for attribution in attributions:
        if (attribution.kind == "direct") == direct:
            for start, end in attribution.content:
                span = doc.char_span(start, end, alignment_mode="contract")
                found.update(t.i for t in span or ())
    return frozenset(found)


# candidates -----------------------------------------------------------------------------------------------------------


def _candidates(sent: list[Token], facts: _Facts) -> list[_Candidate]:
    triggers = [t for token in sent if (t := trigger_at(token)) and not (t.saying and not t.formal)]
    by_token = {t.token.i: t for t in triggers}
    found = []
    for trigger in triggers:
        if _is_absorbed(trigger, by_token):
            continue
        reality = _reality(trigger.token)
        if reality is not None:
            found.append(_candidate(trigger, reality, facts))
    return found


def _is_absorbed(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether a verb in the same clause tells the same event ("launched an attack")."""
    token = trigger.token
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    head = token.head if token.dep_ in ("dobj", "nsubjpass", "attr") else token.head.head if token.dep_ == "pobj" else None
    other = by_token.get(head.i) if head is not None else None
    if other is None or other.token.pos_ != "VERB":
        return False
    return other.rule == "verb-object" or other.type == trigger.type or other.token.lemma_ in lexicon().light


def _reality(token: Token) -> str | None:
    """Return "past" or "planned", None for what is denied, hypothetical, habitual or only wished."""
    verb = token if token.pos_ in ("VERB", "AUX") else _lender(token)
    if verb is None:
        return None if _is_unreal_noun(token) else "noun"
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ in _UNREAL_MARKS for c in verb.children if c.dep_ in ("mark", "advmod")):
        return None
    if auxiliaries & _UNREAL_AUX or any(c.lower_ in _HABIT for c in verb.children):
        return "planned" if auxiliaries & {"should", "would"} and "take" == verb.lemma_ else None
    if auxiliaries & _FUTURE_AUX:
        return "planned"
    return _governed(verb, auxiliaries)


def _governed(verb: Token, auxiliaries: set[str]) -> str | None:
    head = verb.head
    if verb.tag_ in ("VB", "VBG") and verb.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "dobj", "csubj") and not auxiliaries & {"is", "are", "was", "were", "been", "'s", "’s", "did", "has", "have", "had"}:
        if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
            return _reality(head)
        lemma = head.lemma_.lower()
        if lemma in _PLANNED_HEADS:
            return "planned" if _reality(head) else None
        if lemma in _ASPECT and head.pos_ == "VERB":
            return _reality(head)
        return "noun" if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "acl", "advcl") and lemma not in _UNREAL_HEADS else None
    if verb.tag_ in ("VBZ", "VBP") and not auxiliaries and verb.dep_ not in ("ROOT",):
        return None
    if verb.tag_ in ("VBZ", "VBP") and not auxiliaries:
        return "present"
    return "past"


def _lender(noun: Token) -> Token | None:
    """Return the verb that a noun takes its tense from."""
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return noun.head if noun.head.lemma_.lower() in lexicon().light or noun.dep_.startswith("nsubj") else None
    return None


def _is_unreal_noun(noun: Token) -> bool:
    words = {c.lower_ for c in noun.children}
    if words & {"no", "any", "future", "possible", "potential", "further", "every", "such", "alleged", "would-be"}:
        return True
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    return head.lemma_.lower() in _UNREAL_HEADS


def _candidate(trigger: Trigger, reality: str, facts: _Facts) -> _Candidate:
    token = trigger.token
    date = _date(token, facts)
    who = participants(trigger, facts.actors)
    place = _place(token, facts)
    quote = _quote(token)
    figures = [f for f in facts.figures if quote[0] <= f.start and f.end <= quote[1]]
    score = _score(trigger, reality, bool(date and date.value), len(who), place is not None, bool(figures), facts)
    return _Candidate(trigger, score, reality == "planned", date.value if date else None, quote, who, place, figures)


def _score(trigger: Trigger, reality: str, dated: bool, who: int, placed: bool, counted: bool, facts: _Facts) -> int:
    token = trigger.token
    verbal = token.pos_ == "VERB"
    score = {"past": 3, "planned": 2, "present": 0, "noun": 0}[reality] if verbal else {"past": 2, "planned": 2, "present": 0, "noun": 0}[reality]
    score += 1 if verbal and token.dep_ in ("ROOT", "conj") else 0
    score += 2 * dated + min(who, 2) + placed + counted
    score -= 3 if token.i in facts.direct else 1 if token.i in facts.reported else 0
    score -= 2 if not verbal and token.tag_ in ("NNS", "NNPS") and not dated and not placed else 0
    score -= 2 if trigger.saying else 0
    return score


def _date(token: Token, facts: _Facts) -> FoundDate | None:
    """Return the date that is nearest in the tree among those of the sentence."""
    sent = token.sent
    near = [d for d in facts.dates if sent.start_char <= d.start and d.end <= sent.end_char and d.value]
    ranked = sorted((_distance(token, _token_at(facts.doc, d.start)), d.start, d) for d in near)
    return ranked[0][2] if ranked and ranked[0][0] <= 4 else None


def _token_at(doc: Doc, start: int) -> Token:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None else doc[0]


def _distance(a: Token, b: Token) -> int:
    """Return how many arcs lie between two words of a sentence."""
    up = [a, *a.ancestors]
    for steps, token in enumerate([b, *b.ancestors]):
        if token in up:
            return steps + up.index(token)
    return 99


def _place(token: Token, facts: _Facts) -> FoundPlace | None:
    sent = token.sent
    ranked = []
    for place in facts.places:
        if sent.start_char <= place.start and place.end <= sent.end_char:
            span = facts.doc.char_span(place.start, place.end, alignment_mode="expand")
            root = span.root if span is not None else facts.doc[0]
            if root.dep_ == "pobj" and root.head.lower_ in _LOCATIVE and (distance := _distance(token, root)) <= 4:
                ranked.append((distance, place.start, place))
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def _quote(token: Token) -> Offsets:
    """Return the sentence, or the clause where that is long or holds several."""
    sent = token.sent
    words = [t for t in sent if not t.is_space]
    if len(words) <= 25:
        return words[0].idx, words[-1].idx + len(words[-1])
    top = token
    while top.pos_ not in ("VERB", "AUX") and top.head is not top and len(list(top.subtree)) < 8:
        top = top.head
    kept = [t for t in _clause(top) if not t.is_space]
    if len(kept) > _MAX_WORDS:
        kept = [t for t in kept if abs(t.i - token.i) <= _MAX_WORDS // 2]
    while kept and kept[-1].is_punct:
        kept = kept[:-1]
    kept = kept or [token]
    return kept[0].idx, kept[-1].idx + len(kept[-1])


def _clause(top: Token) -> list[Token]:
    """Return the stretch of a clause without the clauses joined to it."""
    left, right = top.left_edge.i, top.right_edge.i
    for child in top.children:
        if child.i > top.i and child.dep_ in ("conj", "advcl", "parataxis") and child.pos_ in ("VERB", "AUX"):
            right = min(right, child.left_edge.i - 1)
        if child.i < top.i and child.dep_ in ("ccomp", "advcl", "parataxis"):
            left = max(left, child.right_edge.i + 1)
    if right <= top.i or left > top.i:
        return list(top.subtree)
    return list(top.doc[left : right + 1])


# one event for all its mentions ---------------------------------------------------------------------------------------


def _merged(candidates: list[_Candidate], published: str | None) -> list[_Candidate]:
    events: list[_Candidate] = []
    for candidate in candidates:
        same = next((e for e in events if _same(e, candidate)), None)
        if same is None:
            events.append(candidate)
        else:
            _join(same, candidate)
    return events


def _same(event: _Candidate, other: _Candidate) -> bool:
    """Tell whether two mentions are of one event: same type, dates that fit, someone or somewhere shared."""
    if event.trigger.type != other.trigger.type or event.planned != other.planned and event.date != other.date:
        return False
    if event.date and other.date and not _dates_fit(event.date, other.date):
        return False
    if event.place and other.place and event.place.name != other.place.name and event.place.country == other.place.country:
        return False
    shared = {p.actor for p in event.who} & {p.actor for p in other.who}
    lemma = event.trigger.token.lemma_ == other.trigger.token.lemma_
    definite = any(c.lower_ in ("the", "this", "that", "these") for c in other.trigger.token.children)
    if event.date and event.date == other.date and (shared or definite):
        return True
    return bool(len(shared) >= 2 or (shared and lemma) or (definite and lemma and not other.date and not other.who))


def _dates_fit(a: str, b: str) -> bool:
    first, second = parse(a), parse(b)
    return first.first <= second.last and second.first <= first.last


def _join(event: _Candidate, other: _Candidate) -> None:
    """Add a further mention to an event; the fuller one gives its words."""
    if other.score > event.score:
        event.trigger, other.trigger = other.trigger, event.trigger
        event.quote, other.quote = other.quote, event.quote
        event.score = other.score
    event.also = sorted({*event.also, *other.also, other.quote} - {event.quote})
    event.date = event.date if not other.date or (event.date and len(event.date) >= len(other.date)) else other.date
    event.place = event.place or other.place
    known = {p.actor for p in event.who}
    event.who += [p for p in other.who if p.actor not in known]
    event.figures += [f for f in other.figures if f not in event.figures]


def _event(candidate: _Candidate, actors: Sequence[FoundActor]) -> FoundEvent:
    token = candidate.trigger.token
    return FoundEvent(
        token.idx, token.idx + len(token), candidate.quote, title(candidate.trigger, candidate.who, actors, candidate.place),
        candidate.trigger.type, candidate.trigger.rule, candidate.date, candidate.planned, candidate.place,
        tuple(candidate.who), tuple(candidate.figures), None, tuple(candidate.also),
    )
