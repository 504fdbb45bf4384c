"""A pool of stem cells that splits round by round: a branching process.

In each round every stem cell splits once. Chances are assumed; no body was measured. A split leaves
two stem cells (chance p), one (1 - p - q) or none (q), and 0, 1 or 2 builders in turn. That stem
cells split in all three ways is claim S-01. Formulas: the theory of branching processes (Galton
and Watson), with the offspring generating function f(s) = q + (1 - p - q) s + p s².
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


def chances(even: float, stem: float) -> tuple[float, float]:
    """Chances (p, q) of two stem cells and of two builders.

    ``even`` is the chance that both new cells are alike, ``stem`` the chance that they are then
    stem cells; both from 0 to 1, without unit. Raises ValueError outside that range.
    """
    if not (0 <= even <= 1 and 0 <= stem <= 1):
        raise ValueError("A chance lies between 0 and 1.")
    return even * stem, even * (1 - stem)


def growth(p: float, q: float) -> float:
    """Stem cells that one stem cell leaves after a round, on average: 1 + p - q."""
    return 1 + p - q


def expected(start: int, p: float, q: float, rounds: int) -> Array:
    """Average number of stem cells after 0, 1, … ``rounds`` rounds; shape (rounds + 1,)."""
    return np.asarray(start * growth(p, q) ** np.arange(rounds + 1), dtype=float)


def expected_builders(start: int, p: float, q: float, rounds: int) -> float:
    """Average number of builders made in all ``rounds`` rounds: (1 - p + q) for each split."""
    return float((1 - p + q) * expected(start, p, q, rounds)[:-1].sum())


def lost_by(start: int, p: float, q: float, rounds: int) -> float:
    """Chance that no stem cell of ``start`` is left after ``rounds`` rounds: f iterated from 0."""
    one = 0.0
    for _ in range(rounds):
        one = q + (1 - p - q) * one + p * one * one
    return float(one**start)


def lost_ever(start: int, p: float, q: float) -> float:
    """Chance that the pool of ``start`` dies out some day.

    The smaller fixed point of f, for each line: q / p when p > q, and 1 otherwise. With only uneven
    splits (p = q = 0) every point is fixed, and the smallest, 0, is right: nothing is ever lost.
    """
    if q == 0:
        return 0.0
    return float(min(1.0, q / p) ** start) if p > 0 else 1.0


def runs(start: int, p: float, q: float, rounds: int, crews: int, seed: int) -> Counts:
    """Stem cells of ``crews`` crews after 0, 1, … rounds; shape (crews, rounds + 1).

    ``seed`` fixes the dice: the same call gives the same crews on every machine.
    """
    dice = np.random.default_rng(seed)
    pool = np.full((crews, rounds + 1), start, dtype=np.int64)
    for now in range(rounds):
        even = dice.binomial(pool[:, now], p + q)
        both = dice.binomial(even, p / (p + q) if p + q else 0.0)
        pool[:, now + 1] = pool[:, now] + both - (even - both)
    return pool
