"""The signs by which a word may tell an event: itself, who does it to whom, its tense, and what governs it.

Signs are short texts; vocabulary/event_odds.yaml and event_type_odds.yaml hold what each speaks for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from generator.drafting.event_lexicon import Trigger
from generator.drafting.event_reality import reality
from generator.drafting.event_types import trigger_at
from generator.drafting.odds import plain
from generator.vocabulary import load

_NOT_TOLD = frozenset({"PERSON", "GPE", "NORP", "DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
"""Entities whose words tell no event."""

_PARTS = frozenset({"compound", "nmod", "npadvmod"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_GOVERNED = frozenset({"ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "conj"})
_AUXILIARIES = {
    "'ll": "will", "wo": "will", "'d": "would", "ca": "can", "'ve": "have", "has": "have", "'re": "are", "'m": "are",
    "is": "are", "am": "are", "was": "were", "'s": "are", "does": "do", "did": "do",
}  # fmt: skip
"""Forms of one auxiliary, as one sign."""


@dataclass(frozen=True)
class Setting:
    """Where a word stands: in a direct quote, in a heading, in which sentence of how many, and with what date.

    dated: day, month, year or other for a date of the word's own clause, sentence for one elsewhere in its sentence.
    """

    direct: bool
    heading: bool
    sentence: int
    sentences: int
    dated: str


def may_tell(token: Token) -> bool:
    """Tell whether a word is a verb with a meaning of its own or a noun that names no thing for certain."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass", "amod", "compound") or trigger_at(token) is not None
    named = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in _NOT_TOLD and token.dep_ not in _PARTS
    return named or trigger_at(token) is not None


def signs(token: Token, setting: Setting) -> list[str]:
    """Return the signs of a word, each once."""
    trigger, real = trigger_at(token), reality(token)
    own = _of_verb(token, real) if token.pos_ in ("VERB", "AUX") else _of_noun(token)
    found = [*_of_word(token, trigger, real), *_of_setting(setting, trigger, real), *own, *_of_governors(token)]
    return list(dict.fromkeys(found))


def kind_signs(token: Token) -> list[str]:
    """Return those signs of a word that tell what type of event it tells."""
    trigger = trigger_at(token)
    own = _of_verb(token, None) if token.pos_ in ("VERB", "AUX") else _of_noun(token)
    return list(dict.fromkeys([*_of_word(token, trigger, None), *own]))


def _of_word(token: Token, trigger: Trigger | None, real: str | None) -> Iterator[str]:
    kind = _kind(token)
    yield f"{kind} {plain(token)}"
    yield f"{kind} {token.tag_} {token.dep_}"
    yield f"{kind} tag {token.tag_}"
    yield f"{kind} real {real} {trigger is not None}"
    yield f"deed {deed(token)}"
    yield f"deed {deed(token)} real {real}"
    if trigger:
        yield f"{kind} trigger {trigger.rule}"
        yield f"trigger {trigger.type}"
        yield f"saying {trigger.saying} formal {trigger.formal}"


def _of_setting(setting: Setting, trigger: Trigger | None, real: str | None) -> Iterator[str]:
    if setting.direct:
        yield "quoted"
        yield f"quoted real {real}"
    if setting.heading:
        yield "heading"
    yield f"sentence {min(setting.sentence, 6)}"
    yield f"quarter {4 * setting.sentence // max(setting.sentences, 1)}"
    if setting.dated:
        yield f"dated {setting.dated} {trigger is not None}"
        yield f"dated {setting.dated} real {real}"


def _of_verb(verb: Token, real: str | None) -> Iterator[str]:
    lemma, subject = plain(verb), _subject(verb)
    yield f"subject {_shape(subject)}"
    yield f"subject {_shape(subject)} real {real}"
    if subject is not None:
        yield f"subject {plain(subject)}"
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield f"object {_shape(child)}"
            yield f"object {plain(child)}"
            yield f"{lemma} {plain(child)}"
        elif child.dep_ in ("aux", "auxpass"):
            word = child.lower_.replace("’", "'")
            yield f"with {_AUXILIARIES.get(word, word)}"
        elif child.dep_ == "neg":
            yield "negated"
        elif child.dep_ in ("prep", "prt", "agent"):
            yield f"with {child.lower_}"
            yield f"{lemma} {child.lower_}"
            yield from (f"{child.lower_} {_shape(o)}" for o in child.children if o.dep_ == "pobj")
        elif child.dep_ in ("ccomp", "xcomp", "advcl"):
            yield f"with {child.dep_}"
            yield f"{lemma} {child.dep_}"
        elif child.dep_ in ("mark", "advmod"):
            yield f"mark {child.lower_}"


def _of_noun(noun: Token) -> Iterator[str]:
    head = noun.head
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod"):
            yield f"{child.dep_} {_shape(child)}"
        elif child.dep_ in ("det", "amod", "nummod"):
            yield f"{child.dep_} {plain(child)}"
        elif child.dep_ == "prep":
            yield f"noun {child.lower_}"
        elif child.dep_ in ("acl", "relcl"):
            yield f"noun {child.dep_} {child.tag_}"
    if noun.dep_ == "pobj":
        yield f"behind {head.lower_}"
        yield f"behind {plain(head.head)} {head.lower_}"
    yield f"{plain(head)} {plain(noun)}"


def _of_governors(token: Token) -> Iterator[str]:
    kind, head = _kind(token), token.head
    if head != token:
        yield f"{kind} {token.dep_} of {plain(head)}"
        yield f"{kind} {token.dep_} of {head.pos_}"
        if head.pos_ in ("VERB", "AUX"):
            above = trigger_at(head)
            yield f"{kind} of {reality(head)} {above.rule if above else ''}"
    word = token
    while word.head != word and word.dep_ not in _GOVERNED:
        word = word.head
    if word.head != word:
        yield f"{kind} under {word.dep_} {plain(word.head) if word.dep_ != 'conj' else ''}"


def deed(token: Token) -> str:
    """Return the type of vocabulary/deeds.yaml that a verb with its objects tells, or a noun; "" for none."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX"):
        return _deeds("nouns").get(lemma, "")
    things = [c.lemma_.lower() for c in token.children if c.dep_ in _OBJECTS]
    forms = [lemma]
    for child in token.children:
        if child.dep_ in ("prt", "prep") and child.i > token.i:
            forms.insert(0, f"{lemma} {child.lower_}")
            things += [o.lemma_.lower() for o in child.children if o.dep_ == "pobj"]
    pairs = (_deeds("pairs").get(f"{form} {thing}") for form in forms for thing in things)
    alone = (_deeds("verbs").get(form) for form in forms)
    return next((found for found in (*pairs, *alone) if found), "")


@lru_cache(maxsize=4)
def _deeds(part: str) -> dict[str, str]:
    """Return word -> type; for pairs, verb and object -> type."""
    table: dict[str, str] = {}
    for kind, given in load("deeds").items():
        if part == "pairs":
            table |= {f"{verb} {thing}": kind for verb, things in given["pairs"].items() for thing in things}
        else:
            table |= dict.fromkeys(given[part], kind)
    return table


def _kind(token: Token) -> str:
    return "verb" if token.pos_ in ("VERB", "AUX") else "noun"


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, of the one it is joined to, or what its clause describes."""
    for _ in range(3):
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if own:
            return own[-1]
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def _shape(token: Token | None) -> str:
    """Return what kind of word it is: its entity, the pronoun itself, a name, a noun, or none."""
    if token is None:
        return "none"
    if token.pos_ == "PRON":
        return token.lower_
    return token.ent_type_ or ("name" if token.pos_ == "PROPN" else "word")
