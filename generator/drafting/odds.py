"""Odds learned from labelled news: what each sign of a word or a statement speaks for, and how much.

Tables lie in the vocabulary as sign -> weight (natural log odds).
"""

import math
from collections.abc import Collection, Iterable, Mapping

Table = Mapping[str, float]


def chance(table: Table, signs: Iterable[str]) -> float:
    """Return how likely it is, from 0 to 1, that what has these signs is what the table tells of."""
    return 1 / (1 + math.exp(-total(table, signs)))


def total(table: Table, signs: Iterable[str]) -> float:
    """Return what the signs weigh together, the table's bias included."""
    return table["bias"] + sum(table[sign] for sign in signs if sign in table)


def likeliest(tables: Mapping[str, Table], signs: Collection[str]) -> str:
    """Return the name of the table that the signs speak for most; of equals the first in the order of names."""
    return max(sorted(tables), key=lambda name: total(tables[name], signs))
