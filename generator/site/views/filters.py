"""Filters that need no script: a choice in a list hides, by style sheet, what does not bear the choice's class.

The style sheet stands in the page's head (theme/main.html), for the page's own choices only: each costs a browser time.
Parts of class `g` are hidden where nothing in them is left. Classes begin with their group: actor, holder, issue,
article (s, source), type, month.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

MOST = 60
"""Choices in one list, the most frequent."""


class Choice(NamedTuple):
    """One choice: its class, what it says, and how often it occurs."""

    name: str
    label: str
    times: int


class Filter(NamedTuple):
    """One list of choices, and the class of each value that is in it."""

    group: str
    label: str
    choices: tuple[Choice, ...]
    classes: dict[str, str]

    def of(self, values: Iterable[str]) -> str:
        """Return the classes that something with these values bears."""
        return " ".join([self.group, *(self.classes[value] for value in values if value in self.classes)])


def make(group: str, label: str, values: Iterable[tuple[str, str]]) -> Filter:
    """Return the filter over (value, label) pairs; its choices are sorted by label."""
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for value, shown in values:
        labels[value] = shown
        counts[value] += 1
    kept = sorted(counts, key=lambda value: (-counts[value], value))[:MOST]
    kept.sort(key=lambda value: (labels[value].casefold(), value))
    classes = {value: f"{group}{number}" for number, value in enumerate(kept)}
    choices = tuple(Choice(classes[value], labels[value], counts[value]) for value in kept)
    return Filter(group, label, choices, classes)
