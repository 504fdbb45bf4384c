"""Follow the crew: what is left of a dose over time; dots read, line worked out, band a range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, choice, control
from worksite.figures import canvas
from worksite.models import decay as model

HOURS = {"min": 1 / 60, "h": 1.0, "d": 24.0}
# Half-lives in hours: 7 and 149 and 792 minutes and 24 h are read; 264 and 1,080 h worked out.
HALF_LIVES = (0.12, 0.5, 2.5, 6, 13.2, 24, 48, 120, 264, 480, 1_080, 2_160)
READ = (0.12, 2.5, 13.2, 24)
START = 24
POINTS = 31
# Vesicles: read ranges of the two phases in minutes (E-37); their shares of the dose are assumed.
FAST, SLOW, PART = (6.85, 8.79), (149.0, 792.0), (0.95, 0.5)


@dataclass(frozen=True)
class Case:
    """A crew on a route: the length, step and unit of its time axis, and what was read on the way.

    ``read`` holds [time, share of the dose in %]; ``phases`` gives low, line and high over time.
    """

    unit: str
    length: float
    step: float
    read: tuple[tuple[float, float], ...]


CASES = (
    Case("h", 72, 24, ((0, 100), (72, 0))),  # cells, vein, mice: S-22
    Case("h", 72, 24, ((0, 100), (72, 14))),  # cells, artery, rats: S-31
    Case("d", 200, 50, ((0, 100), (30, 15), (180, 1.5))),  # cells, joint, mice: S-27
    Case("min", 240, 60, ((0, 100),)),  # vesicles, vein, mice: no share over time was read
)
BEST = (24, 24, 264, 0.12)  # the half-life of each case that was read or worked out


def times(case: Case) -> Any:
    """The 31 moments at which a case is worked out, in its own unit."""
    return np.linspace(0, case.length, POINTS)


def phases(at: int) -> list[list[float]] | None:
    """Shares of the two-phase picture as [low, line, high] rows; None where no phases are known."""
    when = times(CASES[at])
    if at == 2:
        first = model.half_life_between(1, 0.15, 30)
        line = model.then(when, first, 30, model.half_life_between(0.15, 0.015, 150))
        return [[float(one)] * 3 for one in line]
    if at == 3:
        low = model.two_phases(when, FAST[0], SLOW[0], PART[0])
        high = model.two_phases(when, FAST[1], SLOW[1], PART[1])
        fast, slow = (float(np.sqrt(a * b)) for a, b in (FAST, SLOW))
        line = model.two_phases(when, fast, slow, 0.9)
        return [[float(a), float(b), float(c)] for a, b, c in zip(low, line, high, strict=True)]
    return None


class FollowTheCrew(Explorable):
    """Three controls; shares in 0.01 % by case and half-life, the two phases, the read points."""

    module = "follow_the_crew.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "05/follow-the-crew"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """Who goes in by which way, the half-life, one phase or two."""
        said = self.words["controls"]
        read = [HALF_LIVES.index(one) for one in (*READ, 264, 1_080)]
        return [
            choice("crew", 0, said["crew"]),
            control("half", HALF_LIVES, START, read, said["half"]),
            choice("phases", 0, said["phases"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``curve`` is indexed [case][half-life][moment], ``phases`` [case][moment][low …]."""
        return {
            "length": [round(case.length) for case in CASES],
            "step": [round(case.step) for case in CASES],
            "curve": [[self._whole(self._shares(case, half)) for half in HALF_LIVES]
                      for case in CASES],
            "phases": [self._rows(phases(at)) for at in range(len(CASES))],
            # Time in 0.1 of the unit, the share and the curve there in 0.01 %.
            "read": [[[round(10 * time), round(100 * share)] for time, share in case.read]
                     for case in CASES],
            "there": [[[self._at(case, half, time) for time, _ in case.read]
                       for half in HALF_LIVES] for case in CASES],
        }  # fmt: skip

    @staticmethod
    def _whole(shares: Any) -> list[int]:
        return [int(one) for one in np.rint(10_000 * np.asarray(shares))]

    def _rows(self, rows: list[list[float]] | None) -> list[list[int]] | None:
        return None if rows is None else [self._whole(row) for row in rows]

    @staticmethod
    def _shares(case: Case, half: float) -> Any:
        return model.remaining(times(case) * HOURS[case.unit], half)

    @staticmethod
    def _at(case: Case, half: float, time: float) -> int:
        return round(10_000 * float(model.remaining(time * HOURS[case.unit], half)))

    def rows(self) -> list[list[str]]:
        """Every read point beside the curve of the half-life that goes with it."""
        rows = []
        for case, half, name in zip(CASES, BEST, self.words["still_names"], strict=True):
            for time, share in case.read[1:]:
                there = self._at(case, half, time) / 100
                unit = self.words["views"]["units"][case.unit]
                rows.append([name, f"{time:g} {unit}", f"{share:g} %", f"{there:.3g} %"])
        return rows

    def drawing(self) -> str:
        """Three cases: cells by vein and into a joint, vesicles by vein."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(290)
        said = self.words["views"]
        for place, at in enumerate((0, 2, 3)):
            case = CASES[at]
            axes = figure.add_axes((0.07 + place * 0.32, 0.18, 0.27, 0.68))
            when = times(case)
            both = phases(at)
            if both is not None:
                low, line, high = (100 * np.array(part) for part in zip(*both, strict=True))
                axes.fill_between(when, low, high, color=canvas.PALE_BLUE, lw=0)
                axes.plot(when, line, color=canvas.BLUE, lw=2)
            else:
                axes.plot(when, 100 * self._shares(case, BEST[at]), color=canvas.BLUE, lw=2)
            xs, ys = zip(*case.read, strict=True)
            axes.plot(xs, ys, "D", color=canvas.VERMILLION, ms=7, mec="white", clip_on=False)
            axes.set(xlim=(0, case.length), ylim=(0, 100), yticks=(0, 50, 100))
            axes.set_xticks(np.arange(0, case.length + 1, case.step))
            axes.set_title(self.words["still_names"][at], fontsize=canvas.SMALL, loc="left")
            axes.set_xlabel(said["units"][case.unit], fontsize=canvas.SMALL)
            if place == 0:
                axes.set_ylabel(said["left"], fontsize=canvas.SMALL)
            axes.tick_params(labelsize=canvas.SMALL)
        return figure
