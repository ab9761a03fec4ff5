"""Which of the editor's issues a statement is on, by the issues' keywords and the words of their titles."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.drafting.words import content
from generator.records import models

if TYPE_CHECKING:
    from generator.records.models import Issue

OTHER = models.OTHER
"""The issue of what fits none."""

_ENOUGH = 1.0
"""A keyword of its own, or words that are in no other issue's keywords, to this weight."""


class Issues:
    """The editor's issues, made ready to file statements under them."""

    def __init__(self, issues: Mapping[str, "Issue"]) -> None:
        self._phrases: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self._titles: dict[str, set[str]] = defaultdict(set)
        known: Counter[str] = Counter()
        for ident, issue in sorted(issues.items()):
            if ident == OTHER:
                continue
            for keyword in issue.keywords:
                stems = frozenset(content(keyword))
                known.update(stems)
                for word in stems:
                    self._phrases[word].append((ident, stems))
            for word in content(issue.title):
                self._titles[word].add(ident)
        self._rarity = {word: 1.0 / number for word, number in known.items()}

    def of(self, text: str, around: str = "") -> str:
        """Return the id of the issue that text is on, `other` if none; around breaks ties and counts a third."""
        points: Counter[str] = Counter()
        for words, weight in ((frozenset(content(text)), 1.0), (frozenset(content(around)), 0.34)):
            self._count(words, weight, points)
        best = max(sorted(points), key=lambda ident: points[ident], default=None)
        return best if best is not None and points[best] >= _ENOUGH else OTHER

    def _count(self, words: frozenset[str], weight: float, points: "Counter[str]") -> None:
        counted = set()
        for word in words:
            for ident, stems in self._phrases.get(word, ()):
                if stems <= words and (ident, stems) not in counted:
                    counted.add((ident, stems))
                    points[ident] += weight * (len(stems) if len(stems) > 1 else max(self._rarity[word], 0.5) + 0.5)  # type: ignore[assignment]
            for ident in self._titles.get(word, ()):
                points[ident] += weight * 0.4  # type: ignore[assignment]
