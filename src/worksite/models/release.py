"""How long cells take to release a number of vesicles, at a steady rate (assumed).

Read: 60 to 170 particles a cell and hour are quoted as typical (claim E-20), no MSC among them; a
model gives 45 a minute for human monocytes and 0.0032 for red cells (claim E-21).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

TYPICAL = (60.0, 170.0)  # vesicles a cell and hour, claim E-20
MONOCYTE = 45.0 * 60  # vesicles a cell and hour, a model, claim E-21
RED_CELL = 0.0032 * 60  # the same, slowest
HOURS_A_YEAR = 24 * 365.25
SECONDS_AN_HOUR = 3600.0


def hours(goal: npt.ArrayLike, rate: npt.ArrayLike, cells: npt.ArrayLike) -> Array:
    """Hours until ``cells`` cells at ``rate`` vesicles an hour each have released ``goal``.

    goal / (rate × cells); shapes broadcast. Raises ValueError unless all are above zero.
    """
    wanted, each, many = (np.asarray(one, dtype=float) for one in (goal, rate, cells))
    if not (np.all(wanted > 0) and np.all(each > 0) and np.all(many > 0)):
        raise ValueError("Goal, rate and number of cells must be above zero.")
    return np.asarray(wanted / (each * many))


def years(count: npt.ArrayLike) -> Array:
    """Hours as years of 365.25 days; shape kept."""
    return np.asarray(np.asarray(count, dtype=float) / HOURS_A_YEAR)
