"""Words compared without a language model: stems and content words, for issues and for one saying told twice."""

import re
from functools import lru_cache

from generator.drafting.names import fold
from generator.vocabulary import load

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    "ational",
    "ization",
    "isation",
    "iations",
    "iation",
    "iating",
    "iate",
    "ations",
    "ation",
    "ating",
    "ate",
    "ments",
    "ment",
    "ities",
    "ity",
    "ness",
    "ingly",
    "ings",
    "ing",
    "edly",
    "ions",
    "ion",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "al",
    "ly",
    "s",
    "e",
    "y",
)
"""Longest first; after Porter (1980), steps 1 to 4, without his conditions but the stem's length."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word's stem: negotiations, negotiating and negotiate share one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    return frozenset(load("function_words"))


def is_idle(word: str) -> bool:
    """Tell whether a word carries no meaning of its own."""
    return word.lower() in _idle()


def content(text: str) -> list[str]:
    """Return the stems of text's words that carry meaning, in order."""
    idle = _idle()
    return [stem(word) for word in _WORD.findall(fold(text)) if len(word) > 1 and word not in idle]


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set's words that both have; 0 where either has fewer than four."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= 4 else 0.0
