"""When two texts say the same words: white space and typographic variants of quotes and dashes folded, nothing else."""

import re
from collections import Counter
from functools import lru_cache

_VARIANTS = {
    '"': "“”„‟«»″〝〞",
    "'": "‘’‚‛′‹›ʼ",
    "-": "‐‑‒–—―−﹘﹣－",
    "": "\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
_FOLD = str.maketrans({char: plain for plain, chars in _VARIANTS.items() for char in chars})
_MISTYPED = 3
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return text with every run of white space as one space, and quotes and dashes in their ASCII form."""
    return " ".join(text.translate(_FOLD).split())


def words(text: str) -> int:
    """Return the number of words in text."""
    return len(_WORD.findall(text))


def closest(text: str, quote: str) -> str | None:
    """Return the passage of text (both folded) that shares most words with quote, None if it shares hardly any.

    Slides a window a little longer than the quote over the text; linear in both.
    """
    wanted = Counter(_WORD.findall(quote.lower()))
    spans, lowered = _words_of(text)
    total = sum(wanted.values())
    size = min(total * 5 // 4 + 1, len(lowered))
    start, shared = _best_window(lowered, wanted, size)
    if shared * 3 < total or not shared:
        return None
    while start < len(lowered) and lowered[start] not in wanted:
        start += 1
    end = min(start + size, len(spans)) - 1
    while end > start and lowered[end] not in wanted:
        end -= 1
    before, after = _mistyped(_WORD.findall(quote.lower()), lowered[start], lowered[end])
    start, end = max(start - before, 0), min(end + after, len(spans) - 1)
    return text[spans[start][0] : spans[end][1]]


def _mistyped(quote: list[str], first: str, last: str) -> tuple[int, int]:
    """Return how many words stand in quote before first and behind last, a few at most: words that were mistyped."""
    return min(quote.index(first), _MISTYPED), min(quote[::-1].index(last), _MISTYPED)


@lru_cache(maxsize=8)
def _words_of(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    found = list(_WORD.finditer(text))
    return [match.span() for match in found], [match[0].lower() for match in found]


def _best_window(lowered: list[str], wanted: Counter[str], size: int) -> tuple[int, int]:
    """Return where the window with most of the wanted words starts, and how many it holds."""
    missing = Counter(wanted)
    shared = best = start = 0
    for index, word in enumerate(lowered):
        shared += missing[word] > 0
        missing[word] -= 1
        if index >= size:
            gone = lowered[index - size]
            missing[gone] += 1
            shared -= missing[gone] > 0
        if shared > best:
            best, start = shared, max(index - size + 1, 0)
    return start, best
