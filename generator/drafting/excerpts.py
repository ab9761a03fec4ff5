"""Excerpts: a quote cut to the words that a claim needs, since articles are quoted and not republished."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.drafting import quotes
from generator.drafting.findings import Findings, Offsets
from generator.drafting.wholes import is_short
from generator.drafting.words import is_idle

LONGEST = 20
"""Words of a drafted quote: a clause. On the seeds it finds as much as whole sentences do and quotes a fifth less."""

TOO_LONG = 2 * LONGEST
"""Words of a whole that is cut all the same."""

_WORD = re.compile(r"\S+")
_PAUSE = re.compile(r"(?<=\w)(?=[,;:.!?…—–][\"”’']?(?:\s|$))")
_OPENING = frozenset('“„«"')
_CLOSING = frozenset('”»"')
_LETTER = re.compile(r"\w")
_SENTENCE = re.compile(r"""[.!?]["'”’»)]*\s+""")


@dataclass(frozen=True)
class Cuts:
    """Where the quotes of a text may begin and end, see wholes.py."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str, findings: Findings) -> "Cuts":
        """Return the places that were found in a text, its pauses where nobody looked for any."""
        pauses = [] if findings.ends else [match.start() for match in _PAUSE.finditer(text)]
        return cls(text, findings.starts, findings.ends or pauses)

    def shortened(self, span: Offsets, most: int = LONGEST) -> Offsets:
        """Return the first words of a quote: at most `most`, or a few more that make a whole."""
        if self.words(span) <= most:
            return self._marked(span)
        wholes = [(span[0], end) for end in self._ends(span[0] + 1, span[1])]
        fits = [one for one in wholes if most <= 2 * self.words(one) <= 2 * most]
        longer = [one for one in wholes if most < self.words(one) <= TOO_LONG]
        return self._marked(fits[-1] if fits else longer[0] if longer else self._cut(span, span[0], most))

    def longest_sentence(self, span: Offsets, most: int) -> Offsets:
        """Return the sentence of a quote that has the most words, the first of those that have `most`."""
        stops = [match.end() for match in _SENTENCE.finditer(self.text, *span)]
        sentences = zip([span[0], *stops], [*stops, span[1]], strict=True)
        start, end = max(sentences, key=lambda one: (min(self.words(one), most), -one[0]))
        return start, start + len(self.text[start:end].rstrip())

    def around(self, span: Offsets, keep: Offsets, most: int = LONGEST) -> Offsets:
        """Return the most words of a quote that make a whole and hold those at keep: at most `most`, or the fewest."""
        if self.words(span) <= most:
            return self._marked(span)
        starts = [span[0], *self.starts[bisect_right(self.starts, span[0]) : bisect_right(self.starts, keep[0])]]
        wholes = [(start, end) for start in starts for end in self._ends(keep[1], span[1])]
        fits = [one for one in wholes if self.words(one) <= most]
        best = max(fits, key=lambda one: (self.words(one), -one[0])) if fits else min(wholes, key=self.words)
        return self._marked(best if self.words(best) <= TOO_LONG else self._cut((starts[-1], span[1]), keep[1], most))

    def words(self, span: Offsets) -> int:
        """Return how many words a stretch of the text has."""
        return len(_WORD.findall(self.text, *span))

    @cached_property
    def quotations(self) -> list[Offsets]:
        """Where the text itself quotes, marks included."""
        return list(quotes.inner(self.text))

    def _marked(self, span: Offsets) -> Offsets:
        """Return a quote with all of a short quotation that it holds part of, without marks that lack their partner.

        What is told of in a quotation stays a part of it: only a quote that goes beyond its marks needs both.
        """
        start, end = span
        for first, last in self.quotations:
            crosses = start < first < end < last or first < start < last < end
            all_told = start <= first and last > end > first and not _LETTER.search(self.text, end, last)
            if all_told or (crosses and is_short(self.text, (first, last))):
                start, end = min(start, first), max(end, last)
        whole = [one for one in self.quotations if start <= one[0] and one[1] <= end]
        if self.text[start] in _OPENING and not any(first == start for first, _ in whole):
            start += 1
        if self.text[end - 1] in _CLOSING and not any(last == end for _, last in whole):
            end = start + len(self.text[start : end - 1].rstrip(","))
        return start, end

    def _ends(self, first: int, last: int) -> list[int]:
        """Return where a quote may end from first to last, there at last only with the mark that ends the sentence."""
        told = self.text[first:last].rstrip(".!?…\"'”’)")
        return [*self.ends[bisect_left(self.ends, first) : bisect_left(self.ends, first + len(told))], last]

    def _cut(self, span: Offsets, keep: int, most: int) -> Offsets:
        """Return a quote to the last word that means something, where nothing whole is short enough."""
        words = list(_WORD.finditer(self.text, *span))[:most]
        told = [match.end() for match in words if not is_idle(match.group().strip("\"'“”‘’,;:"))]
        return span[0], max(told[-1] if told else words[-1].end(), keep)
