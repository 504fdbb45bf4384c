"""How a share fades: one half-life, or a fast and a slow phase.

Shares are of the dose, from 1 downwards. Time and half-lives are in the same unit, whichever it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def _check(*half_lives: float) -> None:
    if not all(one > 0 for one in half_lives):
        raise ValueError("A half-life must be above zero.")


def remaining(time: npt.ArrayLike, half_life: float) -> Array:
    """Share left after ``time``: 0.5 ** (time / half_life); shape of ``time``.

    Raises ValueError for a half-life that is not above zero.
    """
    _check(half_life)
    return np.asarray(0.5 ** (np.asarray(time, dtype=float) / half_life))


def two_phases(time: npt.ArrayLike, fast: float, slow: float, share: float) -> Array:
    """Share left when a part ``share`` of the dose fades with ``fast``, the rest with ``slow``.

    ``share`` lies between 0 and 1; ValueError otherwise. Shape of ``time``.
    """
    if not 0 <= share <= 1:
        raise ValueError("The share in the fast phase lies between 0 and 1.")
    return np.asarray(share * remaining(time, fast) + (1 - share) * remaining(time, slow))


def then(time: npt.ArrayLike, first: float, until: float, second: float) -> Array:
    """Share left when one half-life rules up to time ``until`` and another one after it."""
    at = np.asarray(time, dtype=float)
    early, late = np.minimum(at, until), np.maximum(0.0, at - until)
    return np.asarray(remaining(early, first) * remaining(late, second))


def half_life_between(start: float, end: float, time: float) -> float:
    """The half-life of a steady fall from ``start`` to ``end`` within ``time``.

    time × ln 2 / ln(start / end). Raises ValueError unless start > end > 0 and time > 0.
    """
    if not (start > end > 0 and time > 0):
        raise ValueError("A half-life needs a fall to a share above zero, in a time above zero.")
    return float(time * np.log(2) / np.log(start / end))
