"""A rate with its exact interval, and the lottery of batches.

The interval is that of Clopper and Pearson (Biometrika 26:404, 1934, doi 10.1093/biomet/26.4.404),
found by halving on the tails of the binomial distribution.
"""

from __future__ import annotations

import math

LEVEL = 0.95


def tail(events: int, people: int, risk: float) -> float:
    """Chance of ``events`` or more among ``people``, each with this ``risk``; 0 to 1."""
    if events <= 0:
        return 1.0
    if risk <= 0 or events > people:
        return 0.0
    if risk >= 1:
        return 1.0
    logs = (
        math.lgamma(people + 1) - math.lgamma(k + 1) - math.lgamma(people - k + 1)
        + k * math.log(risk) + (people - k) * math.log1p(-risk)
        for k in range(events, people + 1)
    )  # fmt: skip
    return min(1.0, math.fsum(math.exp(one) for one in logs))


def interval(events: int, people: int, level: float = LEVEL) -> tuple[float, float]:
    """Lowest and highest risk that fit ``events`` among ``people`` at this level; 0 to 1.

    Raises ValueError unless 0 <= events <= people, people >= 1 and 0 < level < 1.
    """
    if not (people >= 1 and 0 <= events <= people and 0 < level < 1):
        raise ValueError("Events lie between 0 and the number of people; the level is below 1.")
    rest = (1 - level) / 2
    low = 0.0 if events == 0 else _solve(events, people, rest)
    high = 1.0 if events == people else _solve(events + 1, people, 1 - rest)
    return low, high


def _solve(events: int, people: int, wanted: float) -> float:
    """The risk at which ``events`` or more have the chance ``wanted``; it rises with the risk."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if tail(events, people, middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def rule_of_three(people: int) -> float:
    """About the highest risk that fits no event among ``people``, one-sided at 95 %: 3 / people."""
    return min(1.0, 3 / people)


def all_work(share: float, batches: int) -> float:
    """Chance that each of ``batches`` works when a ``share`` of all does: share ** batches."""
    if not (0 <= share <= 1 and batches >= 0):
        raise ValueError("A share lies between 0 and 1, a number of batches is not below zero.")
    return float(share**batches)
