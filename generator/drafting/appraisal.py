"""How words judge: what is called a crime, a mistake, a triumph; what the speaker is glad or angry of."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

WORTH = (("wrong", "accuse"), ("bad", "oppose"), ("good", "support"), ("judging", "assess"))
"""Lists of vocabulary/appraisal.yaml and their stances, the one that tells most first."""
FEELINGS = (("pleased", "support"), ("displeased", "oppose"), ("minded", "assess"))
NAMED = (("pleasure", "support"), ("displeasure", "oppose"))


def polarity(said: "Iterable[Token]") -> str | None:
    """The stance of a phrase by its judging words: "a disgrace", "the most important step"; None where it has none."""
    found = {form for inner in said for form in (inner.lemma_.lower(), inner.lower_)}
    if found & words("approving") and found & words("choices"):
        return "support"
    return next((stance for name, stance in WORTH if found & words(name)), None)


def feeling(word: "Token") -> str | None:
    """The stance of "glad", "furious", "hopeful"."""
    forms = {word.lower_, word.lemma_.lower()}
    return next((stance for name, stance in FEELINGS if forms & words(name)), None)


def named_feeling(noun: "Token") -> str | None:
    """The stance of "gratitude", "outrage"."""
    return next((stance for name, stance in NAMED if noun.lemma_.lower() in words(name)), None)


def is_false(word: "Token") -> bool:
    """Does it call something untrue: "a lie", "fabricated"?"""
    return word.lemma_.lower() in words("falsehoods")


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of vocabulary/appraisal.yaml."""
    return frozenset(vocabulary.load("appraisal")[name])
