"""Which words of an article tell an event by the odds of their signs, and of which type it is.

They find what no list of triggers names; what the triggers find stays theirs.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from generator.drafting import odds
from generator.drafting.event_lexicon import lexicon
from generator.drafting.event_reality import reality
from generator.drafting.event_signs import Setting, kind_signs, may_tell, signs
from generator.drafting.event_types import trigger_at
from generator.drafting.findings import FoundDate
from generator.vocabulary import load

_FIRST, _MORE = 0.43, 0.8
"""Chance that the likeliest clause of a sentence needs, and the others or a quoted one: rather miss than invent."""

PRECISION = {10: "day", 7: "month", 4: "year"}
"""Characters of an EDTF date -> what it names."""

_OWN = frozenset({"pobj", "prep", "nummod", "nmod", "compound", "npadvmod", "poss"})


def candidates(doc: Doc, direct: frozenset[int], dates: Sequence[FoundDate]) -> Iterator[tuple[Token, Setting]]:
    """Yield each word that may tell an event, with where it stands; direct: the tokens in direct quotes."""
    dated = _dated(doc, dates)
    sentences = list(doc.sents)
    for number, sent in enumerate(sentences):
        elsewhere = "sentence" if any(sent.start_char <= d.start < sent.end_char for d in dates if d.value) else ""
        heading = is_heading(sent)
        for token in sent:
            if may_tell(token):
                when = dated.get(token.i, elsewhere)
                yield token, Setting(token.i in direct, heading, number, len(sentences), when)


def likely(doc: Doc, direct: frozenset[int], dates: Sequence[FoundDate]) -> dict[int, list[Token]]:
    """Return for each sentence, by its number, the words that are likely to tell events: one a clause, the best first.

    Not what is denied, hypothetical, habitual or only wished.
    """
    by_clause: dict[tuple[int, int], tuple[float, Token]] = {}
    for token, setting in candidates(doc, direct, dates):
        if reality(token) is None or _is_ruled_out(token):
            continue
        place, told = (setting.sentence, clause(token).i), chance(token, setting)
        if told >= (_MORE if setting.direct else _FIRST) and told > by_clause.get(place, (0.0, token))[0]:
            by_clause[place] = told, token
    found: defaultdict[int, list[Token]] = defaultdict(list)
    for (sentence, _), (told, token) in sorted(
        by_clause.items(), key=lambda item: (item[0][0], -item[1][0], item[0][1])
    ):
        if told >= _MORE or not found[sentence]:
            found[sentence].append(token)
    return found


def _is_ruled_out(token: Token) -> bool:
    """Tell whether a word is known as one of mere saying, of what has no type, or as a trigger that tells nothing."""
    trigger = trigger_at(token)
    if trigger is not None:
        return trigger.saying and not trigger.formal
    if token.pos_ != "VERB":
        return False
    repeated = any(_only_says(child) for child in token.children if child.dep_ == "dobj")
    return repeated or any(token.lemma_.lower() in known for known in _known())


def _known() -> tuple[Container[str], ...]:
    return lexicon().verbs, lexicon().transparent, lexicon().untyped


def _only_says(noun: Token) -> bool:
    trigger = trigger_at(noun)
    return trigger is not None and trigger.saying and not trigger.formal


def is_heading(sent: Span) -> bool:
    """Tell whether a sentence ends without a stop, as headings do."""
    return not sent.text.rstrip().endswith((".", "!", "?", "”", '"', ":", ";", "…", ")"))


def chance(token: Token, setting: Setting) -> float:
    """Return how likely a word tells an event, from 0 to 1."""
    return odds.chance(load("event_odds"), signs(token, setting))


def kind(token: Token) -> str:
    """Return the likeliest type (a key of vocabulary/event_types.yaml) of the event that a word tells."""
    return odds.likeliest(load("event_type_odds"), kind_signs(token))


def clause(token: Token) -> Token:
    """Return the verb of a word's clause, or the root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _dated(doc: Doc, dates: Sequence[FoundDate]) -> dict[int, str]:
    """Return verbs in whose clauses, and nouns beside which, a date stands, with what it names."""
    found: dict[int, str] = {}
    for told in dates:
        span = doc.char_span(told.start, told.end, alignment_mode="expand")
        if span is None or told.value is None:
            continue
        names, word = PRECISION.get(len(told.value), "other"), span.root
        found[clause(word).i] = names
        while word.head != word and word.dep_ in _OWN:
            word = word.head
            if word.pos_ in ("NOUN", "PROPN"):
                found.setdefault(word.i, names)
                break
    return found
