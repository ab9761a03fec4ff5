"""The language of a text, as ISO 639-1."""

import re
from functools import lru_cache

from generator.vocabulary import load

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.22
"""Running English is 35 to 50 per cent function words of the list, text in other languages under 12 per cent."""


def tell(text: str) -> str:
    """Return the language of text (its first 6,000 characters count), "und" if there is too little of it."""
    words = _WORD.findall(text[:6000].lower())
    if len(words) < 8 and sum(map(len, words)) < 40:
        return "und"
    if sum(word in _english() for word in words) >= _ENOUGH * len(words):
        return "en"
    import py3langid

    return str(py3langid.classify(text[:6000])[0])


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(load("languages")["english_function_words"])
