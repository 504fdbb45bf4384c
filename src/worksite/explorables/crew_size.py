"""Crew size: a pool of stem cells splits round by round, eight crews by the same rules."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, control
from worksite.figures import canvas
from worksite.models import crew as model

START, ROUNDS, CREWS, SEED = 10, 20, 8, 20
EVEN = tuple(range(0, 101, 10))  # %, how often both new cells are alike
STEM = tuple(range(0, 101, 10))  # %, how often they are then stem cells
TOP = 40  # stem cells at the upper edge of the chart
MANY = 9999  # larger pools are sent as this
STILL = ((0, 50), (100, 50), (100, 60))


def _pools(even: int, stem: int) -> np.ndarray[Any, Any]:
    p, q = model.chances(even / 100, stem / 100)
    return model.runs(START, p, q, ROUNDS, CREWS, SEED)


def _below_the_top(pool: np.ndarray[Any, Any]) -> tuple[list[float], list[float]]:
    """The line of a pool up to where it leaves the chart.

    A notebook shown before it is run may lose the clipping of its pictures, and the line would
    cross the title."""
    out = np.flatnonzero(pool > TOP)
    if not out.size:
        return list(range(ROUNDS + 1)), pool.tolist()
    last = int(out[0])
    before, after = pool[last - 1 : last + 1].tolist()
    return (
        [*range(last), last - 1 + (TOP - before) / (after - before)],
        [*pool[:last].tolist(), TOP],
    )


class CrewSize(Explorable):
    """Two controls; tables of the eight pools, the average pool, the chance in 0.1 % that none is
    left by the last round, and the builders made on average."""

    module = "crew_size.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "01/crew-size"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """How often a split is even, and how often it then makes stem cells."""
        said = self.words["controls"]
        return [
            control("even", EVEN, 0, [], said["even"]),
            control("stem", STEM, 50, [], said["stem"]),
        ]

    def tables(self) -> dict[str, Any]:
        """Tables are indexed [even stop][stem stop], pools further by crew and round."""
        pools, mean, lost, built = [], [], [], []
        for even in EVEN:
            odds = [model.chances(even / 100, stem / 100) for stem in STEM]
            pools.append([np.minimum(_pools(even, stem), MANY).tolist() for stem in STEM])
            mean.append([self._whole(model.expected(START, p, q, ROUNDS) * 10) for p, q in odds])
            lost.append([round(1000 * model.lost_by(START, p, q, ROUNDS)) for p, q in odds])
            built.append([round(model.expected_builders(START, p, q, ROUNDS)) for p, q in odds])
        return {"pools": pools, "mean": mean, "lost": lost, "built": built}

    @staticmethod
    def _whole(values: Any) -> list[int]:
        return [int(value) for value in np.minimum(np.rint(values), MANY * 10)]

    def rows(self) -> list[list[str]]:
        """Three states: what each stem cell leaves, the average, and how many crews are lost."""
        rows = []
        for (even, stem), name in zip(STILL, self.words["still_names"], strict=True):
            p, q = model.chances(even / 100, stem / 100)
            lost = 100 * model.lost_by(START, p, q, ROUNDS)
            rows.append(
                [name, f"{model.growth(p, q):.1f}",
                 f"{model.expected(START, p, q, ROUNDS)[-1]:.0f}", f"{lost:.0f}"]
            )  # fmt: skip
        return rows

    def drawing(self) -> str:
        """Eight pools over the rounds, in three states."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(280)
        axes_words = self.words["views"]
        for at, ((even, stem), name) in enumerate(
            zip(STILL, self.words["still_names"], strict=True)
        ):
            axes = figure.add_axes((0.07 + at * 0.315, 0.19, 0.275, 0.66))
            for pool in _pools(even, stem):
                axes.plot(*_below_the_top(pool), color=canvas.BLUE, lw=1.4)
            axes.axhline(START, color=canvas.INK, lw=1.2, ls="--")
            axes.set(
                xlim=(0, ROUNDS), ylim=(0, TOP), xticks=(0, 10, 20), yticks=(0, 10, 20, 30, 40)
            )
            axes.set_title(name, fontsize=canvas.SMALL, loc="left")
            if at == 1:
                axes.set_xlabel(axes_words["rounds"], fontsize=canvas.SMALL)
            if at == 0:
                axes.set_ylabel(axes_words["pool"], fontsize=canvas.SMALL)
            axes.tick_params(labelsize=canvas.SMALL)
        return figure
