"""The repair site: a teaching model of how much of a wall stands after some days.

Read: cells sent into a vein fade with a half-life of 24 hours in mice (claim S-23). Everything else
is assumed: how fast a site heals by itself, how much of a gap its own crew can close, how long a
message that was read goes on acting, and what a message is worth at each of three settings. No
setting is a measurement, and none is called right.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

HALF_LIFE = 1.0  # days; sent workers of the signalling kind, claim S-23
NATURAL = 0.012  # a day; what a full crew of the site's own mends of what is still open; assumed
OWN_SHARE = 40.0  # % of a structural gap that the site's own crew can close; assumed
BUILD = 0.06  # a day; what a full team of building workers mends; assumed
MEMORY = 7.0  # days; half-life of the effect of a message that was read; assumed
MESSAGES = (0.0, 1.5, 8.0)  # not at all, as in mice, as the article hopes; assumed


def left(days: npt.ArrayLike) -> Array:
    """Share of the sent signalling workers that is left after ``days``; shape kept."""
    return np.asarray(0.5 ** (np.asarray(days, dtype=float) / HALF_LIFE))


def told(sent: float) -> float:
    """What ``sent`` units of messengers can tell, from 0 to 1: more of them add less and less."""
    return float(1 - np.exp(-sent))


def ceiling(crew: float, builders: float, gap: bool) -> float:
    """The most that can stand, in %: of a gap only what own crew and building workers can close.

    ``crew`` and ``builders`` are shares of a full team, 0 to 1.
    """
    if not gap:
        return 100.0 if crew > 0 or builders > 0 else 0.0
    return OWN_SHARE * (crew > 0) + (100.0 - OWN_SHARE) * builders


def repair(
    days: npt.ArrayLike, crew: float, messengers: float, builders: float, gap: bool, message: float
) -> Array:
    """How much of the wall stands after ``days``, 0 to 100 %; shape of ``days``.

    ``crew`` and ``builders`` are shares of a full team, 0 to 1; ``messengers`` are units of foremen
    and signalling workers together; ``message`` is what a message is worth (see MESSAGES). Raises
    ValueError for a share outside 0 to 1 or a number below zero.

    What is open is mended at the rate crew × NATURAL × (1 + signal) + builders × BUILD a day, and
    the signal, message × told(messengers), fades with the half-life MEMORY. Solved exactly.
    """
    time = np.asarray(days, dtype=float)
    if not (0 <= crew <= 1 and 0 <= builders <= 1):
        raise ValueError("Crew and builders are shares of a full team, from 0 to 1.")
    if not (messengers >= 0 and message >= 0 and np.all(time >= 0)):
        raise ValueError("Days, messengers and the worth of a message cannot be below zero.")
    heard = MEMORY / np.log(2) * (1 - 0.5 ** (time / MEMORY))
    work = crew * NATURAL * (time + message * told(messengers) * heard) + builders * BUILD * time
    return np.asarray(ceiling(crew, builders, gap) * -np.expm1(-work))
