"""Would you notice? How many people get past the change that people notice, and because of what.

Each person's pain relief is taken as normal about the average of the group, with one spread for
both groups (assumed). Relief, threshold and spread are in points of a pain scale of ten.
"""

from __future__ import annotations

from worksite.models.normal import below, density


def reached(relief: float, threshold: float, spread: float) -> float:
    """Share of people whose relief is at least ``threshold``; 0 to 1.

    Raises ValueError unless the spread (standard deviation, points) is above zero.
    """
    if spread <= 0:
        raise ValueError("A spread must be above zero.")
    return below((relief - threshold) / spread)


def because(placebo: float, extra: float, threshold: float, spread: float) -> float:
    """Share who reach the threshold with the treatment, less the share who do with placebo alone.

    It is a difference between two groups (-1 to 1): nobody can say which people it is.
    """
    treated = reached(placebo + extra, threshold, spread)
    return treated - reached(placebo, threshold, spread)


def curve(relief: float, spread: float, at: float) -> float:
    """Share of people per point of relief, at ``at`` points."""
    if spread <= 0:
        raise ValueError("A spread must be above zero.")
    return density((at - relief) / spread) / spread
