"""Odds learned from labelled news: what each sign of a word or a statement speaks for, and how much.

Tables lie in the vocabulary as sign -> weight (natural log odds).
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Table = Mapping[str, float]
NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"))


def chance(table: Table, signs: Iterable[str]) -> float:
    """Return how likely it is, from 0 to 1, that what has these signs is what the table tells of."""
    return 1 / (1 + math.exp(-total(table, signs)))


def total(table: Table, signs: Iterable[str]) -> float:
    """Return what the signs weigh together, the table's bias included."""
    return table["bias"] + sum(table[sign] for sign in signs if sign in table)


def shares(table: Table, choices: Sequence[Iterable[str]]) -> list[float]:
    """Return how likely each of several choices with these signs is the one that is right; together 1."""
    totals = [sum(table[sign] for sign in signs if sign in table) for signs in choices]
    most = max(totals, default=0.0)
    weights = [math.exp(one - most) for one in totals]
    return [weight / sum(weights) for weight in weights]


def likeliest(tables: Mapping[str, Table], signs: Collection[str]) -> str:
    """Return the name of the table that the signs speak for most; of equals the first in the order of names."""
    return max(sorted(tables), key=lambda name: total(tables[name], signs))


def plain(token: "Token") -> str:
    """Return a word as signs name it: its lemma, of a name only what kind it is of, so that no sign knows anyone."""
    upper, bare = token.text[:1].isupper(), token.tag_ == "NN" and token.n_lefts == 0
    if token.pos_ == "PROPN" or token.ent_type_ in NAMES or (upper and (bare or not token.is_sent_start)):
        return f"@{token.ent_type_ if token.ent_type_ in NAMES else 'name'}"
    return "#" if token.like_num else token.lemma_.lower()
