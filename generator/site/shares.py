"""How much of each article is used: which of its sentences an excerpt is taken from."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from generator.records import fold

Share = tuple[int, int]
"""Sentences that an excerpt is taken from, and sentences in all."""
_END = re.compile(r"[.!?\u2026][\"'\u00bb\u201d)\]]*\s+")
_INITIAL = re.compile(r"(?:^|[\s(.])\w\.$")


def share(text: str, quotes: Iterable[str]) -> Share:
    """Return how many sentences of a folded text the quotes touch, and how many it has."""
    starts = sentence_starts(text)
    used: set[int] = set()
    for quote in quotes:
        folded = fold.fold(quote)
        start = text.find(folded)
        if start >= 0:
            used.update(range(bisect_right(starts, start), bisect_right(starts, start + len(folded) - 1) + 1))
    return len(used), len(starts)


def sentence_starts(text: str) -> list[int]:
    """Return where sentences start: behind an end mark, unless it closes an initial or a small letter follows."""
    starts = [0]
    for match in _END.finditer(text):
        after = next((char for char in text[match.end() : match.end() + 4] if char.isalnum()), "")
        if after and not after.islower() and not _INITIAL.search(text[max(match.start() - 3, 0) : match.start() + 1]):
            starts.append(match.end())
    return starts
