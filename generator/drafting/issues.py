"""Which of the editor's issues a statement is on, by the issues' keywords and the words of their titles.

One word is enough where the article names those whom the issue is about; elsewhere it may mean anything.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from generator.drafting.known import countries, sounds_like, state_name
from generator.drafting.words import content
from generator.records import models

if TYPE_CHECKING:
    from generator.drafting.findings import Findings
    from generator.records.models import Event, Issue, Position

OTHER = models.OTHER
"""The issue of what fits none."""

_ENOUGH = 1.0
"""A keyword of its own, or words that are in no other issue's keywords, to this weight."""

_ENOUGH_AFAR = 2.0
"""A keyword of several words, or two keywords, where the article is on something else."""


class Circles:
    """Whom each issue is about: the actors of what is filed under it and accepted; a draft may lie there wrongly."""

    def __init__(self, positions: Iterable["Position"] = (), events: Iterable["Event"] = ()) -> None:
        self._filed: dict[str, list[frozenset[str]]] = defaultdict(list)
        for position in positions:
            for one in (statement for statement in position.statements if not statement.draft):
                self._filed[position.issue].append(
                    frozenset((position.holder, one.speaker or position.holder, *one.to))
                )
        for event in (one for one in events if not one.draft):
            for issue in event.issues:
                self._filed[issue].append(frozenset(participant.actor for participant in event.participants))

    def far(self, actors: Collection[str]) -> frozenset[str]:
        """Return the issues of which less than half tells of any of these actors; none of which nothing is filed."""
        named = frozenset(actors)
        return frozenset(
            issue for issue, filed in self._filed.items() if 2 * sum(bool(one & named) for one in filed) < len(filed)
        )


def named(findings: "Findings", names: Mapping[str, Collection[str]]) -> set[str]:
    """Return the records of all whom an article names, and of the states where its places are; names by their sound."""
    told = [name for actor in findings.actors for name in (actor.name, *actor.aliases)]
    told += [state_name(f"state:{place.country}") for place in findings.places if place.country in countries()]
    known = {actor.ident for actor in findings.actors if actor.ident is not None}
    return known.union(*(names.get(sounds_like(name), ()) for name in told))


class Issues:
    """The editor's issues, made ready to file statements under them; circles tell whom they are about."""

    def __init__(self, issues: Mapping[str, "Issue"], circles: Circles | None = None) -> None:
        self.circles = circles or Circles()
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

    def of(self, text: str, around: str = "", far: Collection[str] = ()) -> str:
        """Return the id of the issue that text is on, `other` if none; around breaks ties and counts a third.

        far: the issues that the article is not about, see Circles; for them the keywords in text alone must be enough.
        """
        told, near = Counter[str](), Counter[str]()
        self._count_keywords(frozenset(content(text)), 1.0, told)
        for words, weight in ((frozenset(content(text)), 1.0), (frozenset(content(around)), 0.34)):
            self._count_keywords(words, weight, near)
            for word in words:
                near.update(dict.fromkeys(self._titles.get(word, ()), weight * 0.4))
        points = {ident: near[ident] for ident in near if ident not in far or told[ident] >= _ENOUGH_AFAR}
        best = max(sorted(points), key=lambda ident: points[ident], default=None)
        return best if best is not None and points[best] >= _ENOUGH else OTHER

    def _count_keywords(self, words: frozenset[str], weight: float, points: "Counter[str]") -> None:
        counted = set()
        for word in words:
            for ident, stems in self._phrases.get(word, ()):
                if stems <= words and (ident, stems) not in counted:
                    counted.add((ident, stems))
                    points[ident] += weight * (len(stems) if len(stems) > 1 else max(self._rarity[word], 0.5) + 0.5)  # type: ignore[assignment]
