"""The shrinking effect: what the published trials say, beside the truth.

A trial's result is taken as normal about the true effect, in standard deviations (SD) of a single
person, with a standard error that follows from its size (assumed: two equal groups, equal spread).
A result is significant when it lies more than 1.96 standard errors from zero (two-sided, p < 0.05).
Moments of a cut normal distribution: Johnson, Kotz & Balakrishnan, Continuous Univariate
Distributions 1 (1994), section 13.10.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from worksite.models.normal import below, density

Array = npt.NDArray[np.float64]

LIMIT = 1.959964  # standard errors; two-sided p = 0.05


def standard_error(people: int) -> float:
    """Standard error in SD of a trial with ``people`` in two equal groups: 2 / sqrt(people).

    Raises ValueError below two people.
    """
    if people < 2:
        raise ValueError("A trial needs at least two people.")
    return 2 / math.sqrt(people)


def significant_share(true: float, people: int) -> float:
    """Share of such trials with p < 0.05 (for a true effect above zero: their power); 0 to 1."""
    error = standard_error(people)
    low, high = -LIMIT - true / error, LIMIT - true / error
    return 1 - (below(high) - below(low))


def published_mean(true: float, people: int, quiet: float) -> float:
    """Average effect, in SD, of the trials that get published.

    All significant trials are, and of the others the share ``quiet`` (1: everything is published).
    Raises ValueError for a share outside 0 to 1.
    """
    if not 0 <= quiet <= 1:
        raise ValueError("A share lies between 0 and 1.")
    error = standard_error(people)
    low, high = -LIMIT - true / error, LIMIT - true / error
    hidden = below(high) - below(low)
    hidden_sum = true * hidden - error * (density(high) - density(low))
    kept = 1 - hidden + quiet * hidden
    return (true - hidden_sum + quiet * hidden_sum) / kept


def trials(true: float, people: int, count: int, seed: int) -> Array:
    """Results of ``count`` such trials in SD, dice from ``seed``; shape (count,)."""
    dice = np.random.default_rng(seed)
    return np.asarray(true + standard_error(people) * dice.standard_normal(count))
