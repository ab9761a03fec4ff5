"""What records quote from an article when a run begins: what stands there is not drafted from it a second time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.records import walk
from generator.records.library import Library
from generator.records.models import Evidence

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Claim:
    """A record's quote from an article: the record's kind and id, the list in it that holds the quote, the quote.

    The list is `evidence` for what an event itself rests on, else `figures`, `statements`, `roles` and so on.
    """

    kind: str
    ident: str
    part: str
    quote: str


def claims(library: Library) -> dict[str, list[Claim]]:
    """Return what all records quote, by article; an article's former ids count as the one that it has now."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for kind, records in library.records.items():
        for ident, record in records.items():
            for path, pieces in walk.evidence(record):
                for piece in pieces:
                    home = library.resolve("articles", piece.article) or piece.article
                    found[home].append(Claim(kind, ident, str(path[0]), piece.quote))
    return found


class Standing:
    """The claims that stand on one article, and whether quotes from it are the same words."""

    def __init__(self, found: Sequence[Claim], text: str) -> None:
        self._claims, self._text = found, text

    @cached_property
    def _article(self) -> str:
        return _words(self._text)

    def claims(self, quote: Evidence, kind: str, part: str) -> list[Claim]:
        """Return the claims in such a list of such records that quote the same words, those with just these first."""
        same = [one for one in self._claims if (one.kind, one.part) == (kind, part) and self._same(one, quote)]
        return sorted(same, key=lambda one: _words(one.quote) != _words(quote.quote))

    def are_new(self, quotes: Iterable[Evidence], have: Sequence[Evidence]) -> list[Evidence]:
        """Return those of quotes whose words none of what a claim has from the same article quotes."""
        return [
            quote
            for quote in quotes
            if not any(one.article == quote.article and self._same(one, quote) for one in have)
        ]

    def _same(self, one: Claim | Evidence, other: Evidence) -> bool:
        """Tell whether one quote holds the other, or both share at least half of the shorter one's stretch of text."""
        first, second = _words(one.quote), _words(other.quote)
        if first in second or second in first:
            return True
        start, begin = self._article.find(first), self._article.find(second)
        shared = min(start + len(first), begin + len(second)) - max(start, begin)
        return min(start, begin) >= 0 and 2 * shared >= min(len(first), len(second))


def _words(text: str) -> str:
    """Return the words of text alone, each between spaces."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
