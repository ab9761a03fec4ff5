"""How much of each article is quoted: its share, as the check counts it, and the sentences that it is taken from."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from generator.records import fold
from generator.records.checks.excerpts import quoted_share

_END = re.compile(r"[.!?\u2026][\"'\u00bb\u201d)\]]*\s+")
_INITIAL = re.compile(r"(?:^|[\s(.])\w\.$")


class Share(NamedTuple):
    """How much of an article is quoted: in percent, about how many of its words, from how many of its sentences."""

    percent: int
    words: int
    all_words: int
    sentences: int
    all_sentences: int


def share(text: str, quotes: Iterable[str]) -> Share:
    """Return how much of a folded text the quotes cover, and how many of its sentences they touch."""
    quotes = list(quotes)
    starts, covered, words = sentence_starts(text), quoted_share(text, quotes), fold.words(text)
    used: set[int] = set()
    for quote in quotes:
        folded = fold.fold(quote)
        start = text.find(folded)
        if start >= 0:
            used.update(range(bisect_right(starts, start), bisect_right(starts, start + len(folded) - 1) + 1))
    return Share(round(100 * covered), round(covered * words), words, len(used), len(starts))


def sentence_starts(text: str) -> list[int]:
    """Return where sentences start: behind an end mark, unless it closes an initial or a small letter follows."""
    starts = [0]
    for match in _END.finditer(text):
        after = next((char for char in text[match.end() : match.end() + 4] if char.isalnum()), "")
        if after and not after.islower() and not _INITIAL.search(text[max(match.start() - 3, 0) : match.start() + 1]):
            starts.append(match.end())
    return starts
