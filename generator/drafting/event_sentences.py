"""Tells the one PLOVER type of what a sentence mainly tells."""

from spacy.tokens import Span, Token

from generator.drafting.event_lexicon import lexicon
from generator.drafting.event_types import trigger_at

_COOPERATIVE = frozenset({"consult", "support", "cooperate", "aid"})
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def sentence_type(sent: Span) -> str | None:
    """Return the PLOVER type of what a sentence mainly tells, or None.

    As the codebook has it: what is said to be willing or about to happen cooperatively is an agreement, an announced
    retreat a concession.
    """
    waiting, seen = [sent.root], set()
    while waiting:
        token = waiting.pop(0)
        if token in seen:
            continue
        seen.add(token)
        kind = _main_type(token)
        if kind:
            return kind
        waiting = (
            _complements(token) + waiting
            if token.lemma_.lower() in lexicon().transparent
            else waiting + _complements(token)
        )
    return None


def _main_type(token: Token) -> str | None:
    words = lexicon()
    lemma = token.lemma_.lower()
    if lemma in words.matrix and not any(c.dep_ == "prt" for c in token.children):
        return words.matrix[lemma]
    trigger = trigger_at(token)
    if trigger is None or lemma in words.documents:
        return None
    if trigger.type in _COOPERATIVE and is_ahead(token):
        return "agree"
    return trigger.type


def is_ahead(verb: Token) -> bool:
    """Tell whether a verb is in the future, or the complement of a word of willingness."""
    if any(c.lower_ in _FUTURE_AUX for c in verb.children if c.dep_ == "aux"):
        return True
    return (
        verb.dep_ in ("xcomp", "acl", "ccomp") and verb.tag_ == "VB" and verb.head.lemma_.lower() in lexicon().willing
    )


_ORDER = (
    "ccomp",
    "xcomp",
    "dobj",
    "nsubjpass",
    "attr",
    "oprd",
    "acomp",
    "prep",
    "pobj",
    "pcomp",
    "agent",
    "conj",
    "advcl",
    "acl",
    "relcl",
    "nsubj",
    "dative",
    "parataxis",
    "appos",
    "dep",
)


def _complements(token: Token) -> list[Token]:
    found = [c for c in token.children if c.dep_ in _ORDER]
    return sorted(found, key=lambda c: (_ORDER.index(c.dep_), c.i))
