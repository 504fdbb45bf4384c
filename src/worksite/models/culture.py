"""Growing cells in a dish: how many doublings, how many days, and whether they wear out first.

Read (claim S-19b): the time to double and the passage at which cells of a source are worn out. Read
for marrow only (claim S-17): 7.7 doublings in an early passage, 1.2 in passage 10. Assumed: a
straight line between these two, never below 1.2, and the same line for the other sources.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

FIRST, TENTH = 7.7, 1.2  # doublings in passage 1 and 10, marrow, claim S-17
HOURS_A_DAY = 24.0


@dataclass(frozen=True)
class Source:
    """Where cells come from: hours to double, last passage before they are worn out.

    ``worn`` is None where the source of the figure gives none. Claim S-19b.
    """

    name: str
    hours: float
    worn: int | None


SOURCES = (
    Source("marrow", 61.2, 7),
    Source("fat", 45.2, 8),
    Source("fat, other laboratory", 402.0, None),
    Source("cord", 24.0, 16),
)


def doublings(start: npt.ArrayLike, target: npt.ArrayLike) -> Array:
    """Doublings from ``start`` to ``target`` cells: log2(target / start); 0 if there are enough.

    Numbers of cells above zero, of shapes that broadcast. Raises ValueError otherwise.
    """
    few, many = np.asarray(start, dtype=float), np.asarray(target, dtype=float)
    if not (np.all(few > 0) and np.all(many > 0)):
        raise ValueError("Numbers of cells must be above zero.")
    return np.asarray(np.maximum(0.0, np.log2(many / few)))


def days(count: npt.ArrayLike, hours: float) -> Array:
    """Days for ``count`` doublings at ``hours`` each, at a speed that never falls (assumed)."""
    return np.asarray(np.asarray(count, dtype=float) * hours / HOURS_A_DAY)


def reached(passages: int) -> Array:
    """Doublings reached by the end of passage 0, 1, … ``passages``; shape (passages + 1,)."""
    line = FIRST + (TENTH - FIRST) * np.arange(passages) / 9
    return np.concatenate([[0.0], np.cumsum(np.maximum(TENTH, line))])


def passages(count: float) -> int:
    """Passages needed for ``count`` doublings: the first whose end reaches them."""
    needed = 0
    while reached(needed)[-1] < count - 1e-9:
        needed += 1
    return needed


def worn_out(count: float, source: Source) -> bool:
    """Whether the cells wear out before ``count`` doublings; False where no limit was read."""
    return source.worn is not None and passages(count) > source.worn
