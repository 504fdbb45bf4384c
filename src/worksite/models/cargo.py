"""One message in many vesicles: how many vesicles hold a copy of it.

Read (claim E-11): 0.00825 copies of one given miRNA a vesicle, an average over six sources.
Assumed: the copies are spread evenly and by chance, so that their number in n vesicles follows a
Poisson distribution with mean n × 0.00825. If they are bunched in few vesicles, more are needed.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

COPIES = 0.00825  # copies of one given miRNA a vesicle, claim E-11


def mean(vesicles: npt.ArrayLike, copies: float = COPIES) -> Array:
    """Copies in ``vesicles`` vesicles on average; no unit, shape kept."""
    return np.asarray(np.asarray(vesicles, dtype=float) * copies)


def at_least(wanted: int, vesicles: npt.ArrayLike, copies: float = COPIES) -> Array:
    """Chance of ``wanted`` copies or more in so many vesicles, 0 to 1; shape of ``vesicles``.

    The upper tail of a Poisson distribution; for one copy it is 1 - exp(-n × copies). Raises
    ValueError for a number below zero.
    """
    m = mean(vesicles, copies)
    if wanted < 0 or not np.all(m >= 0):
        raise ValueError("Numbers of copies and vesicles cannot be below zero.")
    if wanted == 1:
        return np.asarray(-np.expm1(-m))
    counts = np.arange(wanted)
    logs = np.array([math.lgamma(count + 1) for count in range(wanted)])
    # No copies are certain in no vesicles: there 0 × log 0 counts as 0.
    with np.errstate(divide="ignore", invalid="ignore"):
        powers = np.where(counts == 0, 0.0, counts * np.log(m)[..., None])
    terms = powers - m[..., None] - logs
    return np.asarray(np.clip(1 - np.exp(terms).sum(axis=-1), 0.0, 1.0))


def needed(wanted: int, chance: float, copies: float = COPIES) -> int:
    """The fewest vesicles that hold ``wanted`` copies with this chance or better.

    ``chance`` lies above 0 and below 1; ValueError otherwise. Found by halving.
    """
    if not 0 < chance < 1:
        raise ValueError("A chance to be reached lies above 0 and below 1.")
    low, high = 0, 1
    while float(at_least(wanted, high, copies)) < chance:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if float(at_least(wanted, middle, copies)) < chance:
            low = middle
        else:
            high = middle
    return high


def tray(size: int, seed: int, copies: float = COPIES) -> npt.NDArray[np.int64]:
    """Places, from 0, of the vesicles with a copy in a tray of ``size``; dice from ``seed``."""
    dice = np.random.default_rng(seed)
    return np.asarray(np.flatnonzero(dice.poisson(copies, size)), dtype=np.int64)
