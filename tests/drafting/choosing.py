"""Odds for one choice out of several, each with its signs: a conditional logit, fitted with SciPy."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from generator.drafting.event_dates import Choice


class Question(NamedTuple):
    """Several choices, the date that is right (None: untold), how much it counts, and the article it is of."""

    choices: Sequence[Choice]
    date: str | None
    weight: float
    article: str


class Chooser:
    """Weights of signs, L2-regularised, strength its inverse.

    least: choices that a sign must stand at; cut: smaller weights are left out. Questions none of whose choices is
    right teach nothing.
    """

    def __init__(self, questions: Sequence[Question], strength: float, least: int, cut: float) -> None:
        known = [one for one in questions if any(choice.date == one.date for choice in one.choices)]
        counts = Counter(sign for one in known for choice in one.choices for sign in set(choice.signs))
        self.columns = {sign: i for i, sign in enumerate(sorted(s for s, count in counts.items() if count >= least))}
        matrix, of = self._matrix(known)
        right = np.array([choice.date == one.date for one in known for choice in one.choices], float)
        weight = np.array([one.weight for one in known])

        def loss(weights: Any) -> tuple[float, Any]:
            chance, shares = _shares(matrix @ weights, of, len(known), right)
            slope = matrix.T @ ((shares[0] - shares[1]) * weight[of])
            return float(
                -(weight * np.log(chance)).sum() + weights @ weights / strength / 2
            ), slope + weights / strength

        found = minimize(loss, np.zeros(len(self.columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        found[np.abs(found) < cut] = 0
        self.weights = found.round(2)

    def _matrix(self, questions: Sequence[Question]) -> tuple[Any, Any]:
        """Return choices by signs, and the question that each choice is of."""
        rows: list[int] = []
        ends, of = [0], []
        for number, one in enumerate(questions):
            for choice in one.choices:
                rows += [self.columns[sign] for sign in dict.fromkeys(choice.signs) if sign in self.columns]
                ends.append(len(rows))
                of.append(number)
        return csr_matrix((np.ones(len(rows)), rows, ends), (len(of), len(self.columns))), np.array(of)

    def best(self, questions: Sequence[Question]) -> list[tuple[str | None, float]]:
        """Return the likeliest date of each question, None if it has none to choose, and how likely it is."""
        matrix, of = self._matrix(questions)
        shares = _shares(matrix @ self.weights, of, len(questions), np.ones(len(of)))[1][0]
        found: list[defaultdict[str, float]] = [defaultdict(float) for _ in questions]
        dates = [choice.date for one in questions for choice in one.choices]
        for date, number, share in zip(dates, of, shares, strict=True):
            if date is not None:
                found[number][date] += share
        return [max(one.items(), key=lambda item: item[1], default=(None, 0.0)) for one in found]

    def table(self) -> dict[str, float]:
        """Return sign -> weight."""
        return {sign: float(self.weights[i]) for sign, i in self.columns.items() if self.weights[i]}


def _shares(totals: Any, of: Any, count: int, right: Any) -> tuple[Any, tuple[Any, Any]]:
    """Return how likely the right choices of each question are, and each choice's share of all and of the right."""
    most = np.full(count, -np.inf)
    np.maximum.at(most, of, totals)
    odds = np.exp(totals - most[of])
    every, good = np.bincount(of, odds, count), np.bincount(of, odds * right, count)
    with np.errstate(invalid="ignore"):
        return good / every, (odds / every[of], odds * right / good[of])
