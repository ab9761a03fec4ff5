"""New issues proposed from what recurs among the statements that fit none: needs no language model."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.issues import OTHER
from generator.drafting.words import content, is_idle, stem
from generator.records.library import Library

LEAST = 3
"""Statements in which a phrase must occur to be proposed."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True)
class Proposal:
    """An issue worth making: its phrase as most statements print it, how many hold it, and by which holders."""

    phrase: str
    statements: int
    holders: tuple[str, ...]

    def line(self) -> str:
        """Return the proposal in words."""
        return f"'{self.phrase}' recurs in {self.statements} statements by {', '.join(self.holders)}"


def propose(library: Library, most: int = 10) -> list[Proposal]:
    """Return the phrases that recur among the statements under `other`, the most frequent first.

    A phrase is one to three words that carry meaning; of phrases that occur together the longer is proposed.
    """
    names = {
        word for actor in library.actors.values() for name in (actor.name, *actor.aliases) for word in content(name)
    }
    found: dict[tuple[str, ...], dict[tuple[str, int], str]] = defaultdict(dict)
    for ident, position in library.positions.items():
        if position.issue == OTHER:
            for number, statement in enumerate(position.statements):
                for evidence in statement.evidence:
                    for key, printed in _phrases(evidence.quote, names):
                        found[key].setdefault((ident, number), printed)
    frequent = {key: places for key, places in found.items() if len(places) >= LEAST}
    ranked = sorted(frequent, key=lambda key: (-len(frequent[key]) * len(key), key))
    kept: list[tuple[str, ...]] = []
    for key in ranked:
        if not any(set(key) & set(other) for other in kept):
            kept.append(key)
    return [_proposal(library, frequent[key]) for key in kept[:most]]


def _phrases(quote: str, names: set[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield one to three neighbouring words of meaning: their stems, and how they are printed."""
    run: list[str] = []
    words = (word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(quote))
    for word in [*words, "the"]:
        if not is_idle(word) and stem(word.lower()) not in names and len(word) > 3:
            run.append(word)
            continue
        for start in range(len(run)):
            for end in range(start + 1, min(start + 3, len(run)) + 1):
                if end - start > 1 or not run[start].endswith(("ing", "ed", "ly")):
                    yield tuple(stem(one.lower()) for one in run[start:end]), " ".join(run[start:end]).lower()
        run = []


def _proposal(library: Library, places: dict[tuple[str, int], str]) -> Proposal:
    printed = sorted(places.values())
    phrase = max(printed, key=lambda one: (printed.count(one), -len(one), one))
    holders = sorted({library.positions[ident].holder for ident, _ in places})
    return Proposal(phrase, len(places), tuple(holders))
