"""Nominal and adjectival forms, and prepositions: "its demand that …", "is confident that …", "according to …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.drafting.attribution_sources import named, source_of
from generator.drafting.attribution_spans import Act, Page, Range, child, minus, nouns, phrases, whole

if TYPE_CHECKING:
    from spacy.tokens import Token


HELD = frozenset(("under", "with", "in", "on", "of"))
"""Prepositions that say in which belief someone acts."""
HOLDING = frozenset(("NORP", "ORG", "GPE"))
"""Entities whose name before a noun says whose claim it is."""


def find(page: Page) -> Iterator[Act]:
    """Yield an act for every cue noun, adjective and "according to" outside of quotation marks."""
    table = nouns()
    for word in page.doc:
        if page.inside[word.i] >= 0:
            continue
        if word.pos_ == "NOUN" and word.lemma_ in table:
            act = _noun(word, table[word.lemma_])
        elif word.pos_ == "ADJ" and word.dep_ in ("acomp", "ROOT", "conj", "amod", "advcl"):
            act = _adjective(word)
        elif word.lower_ == "according":
            act = _according(page, word)
        else:
            continue
        if act:
            yield act


def _noun(noun: "Token", licensed: frozenset[str]) -> Act | None:
    if noun.i and noun.lower_ == "order" and noun.nbor(-1).lower_ == "in":
        return None
    source = _owner(noun)
    cue = [(noun.i, noun.i + 1)]
    for word in noun.children:
        if word.i > noun.i and (
            word.dep_ in ("acl", "ccomp", "relcl") and word.pos_ in ("VERB", "AUX") and _complement(word, licensed)
        ):
            return Act(noun.i, cue, source or _governor(noun), [whole(word)], "noun-clause")
    if not source:
        return None
    for word in noun.children:
        called_upon = word.lower_ == "to" and "for" in licensed
        if word.dep_ == "prep" and word.lower_ in licensed and word.i > noun.i and not called_upon:
            inner = child(word, "pobj", "pcomp")
            if inner is not None and not _within(inner, source):
                return Act(noun.i, cue, source, [(word.i + 1, whole(word)[1])], "noun-preposition")
    return None


def _within(word: "Token", ranges: list[Range]) -> bool:
    return any(start <= word.i < end for start, end in ranges)


def _complement(clause: "Token", licensed: frozenset[str]) -> bool:
    """An infinitive, or a that-clause that has its own subject and object in place."""
    lefts = [word.lower_ for word in clause.lefts]
    if "to" in lefts and clause.tag_ == "VB":
        return "to" in licensed
    that = next((word for word in clause.lefts if word.lower_ == "that"), None)
    return "that" in licensed and that is not None and that.dep_ == "mark"


def _owner(noun: "Token") -> list[Range]:
    """Whose: "Ghana's claim", "NATO claims", "the claim by Ghana", or the subject of "Ghana made the claim"."""
    poss = child(noun, "poss")
    if poss is not None:
        start, end = whole(poss)
        last = poss.right_edge
        return [(start, end - 1)] if last.tag_ == "POS" else [(start, end)]
    for prep in noun.children:
        if (
            prep.dep_ in ("prep", "agent")
            and prep.lower_ in ("by", "from", "among")
            and (inner := child(prep, "pobj")) is not None
        ):
            return named(inner, noun)
    if noun.dep_ == "dobj" and noun.head.lemma_ in phrases("light", "verbs"):
        return source_of(noun.head)
    return [
        (word.i, word.i + 1) for word in noun.lefts if word.ent_type_ in HOLDING and word.dep_ in ("amod", "compound")
    ]


def _governor(noun: "Token") -> list[Range]:
    """Who acts on what the noun says: "Ghana moved under the belief that …"; not "despite claims that …"."""
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return source_of(verb) if noun.dep_ == "pobj" and noun.head.lower_ in HELD and verb.pos_ == "VERB" else []


def _adjective(word: "Token") -> Act | None:
    verb = word.head if word.dep_ == "acomp" else word
    source = source_of(verb)
    if not source or word.doc[source[0][0]].lower_ == "it":
        return None
    cue = [(word.i, word.i + 1)] + ([(verb.i, verb.i + 1)] if verb != word else [])
    clause = child(word, "ccomp", "xcomp") or (child(verb, "ccomp", "xcomp") if verb != word else None)
    if clause is not None and clause.i > word.i:
        infinitive = any(inner.lower_ == "to" and inner.dep_ == "aux" for inner in clause.children)
        if word.lower_ in phrases("adjectives", "to" if infinitive else "that"):
            return Act(word.i, cue, source, [whole(clause)], "adjective-clause")
        return None
    for prep in word.children:
        if (
            prep.dep_ == "prep"
            and prep.i > word.i
            and word.lower_ in phrases("adjectives", "prepositions")
            and child(prep, "pobj", "pcomp")
        ):
            return Act(word.i, cue, source, [(prep.i + 1, whole(prep)[1])], "adjective-preposition")
    return None


def _according(page: Page, word: "Token") -> Act | None:
    """Read "According to X, …": the sentence, or the clause that the phrase hangs on."""
    to = word.nbor(1) if word.i + 1 < len(word.doc) else word
    inner = child(to, "pobj", "pcomp")
    if to.lower_ != "to" or inner is None:
        return None
    phrase = (word.i, whole(inner)[1])
    start, end = page.sentence(word.i)
    if all(page.doc[i].is_punct or page.doc[i].is_space for i in range(phrase[1], end)) or word.i <= start + 1:
        clause = (start, end)
    else:
        clause = whole(_verb_above(word))
    return Act(word.i, [(word.i, to.i + 1)], [whole(inner)], minus(clause, [phrase]), "according-to")


def _verb_above(word: "Token") -> "Token":
    while word.head != word:
        word = word.head
        if word.pos_ in ("VERB", "AUX") and any(
            inner.dep_ in ("nsubj", "nsubjpass", "expl") for inner in word.children
        ):
            break
    return word
