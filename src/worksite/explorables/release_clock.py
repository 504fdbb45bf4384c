"""Release clock: how long until some cells have released a billion vesicles."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, control
from worksite.figures import canvas
from worksite.models import release as model

GOAL = 1e9  # vesicles
RATES = (0.192, 1, 10, 60, 100, 170, 500, 1_000, 2_700)  # a cell and hour
CELLS = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 25_000_000, 100_000_000)
START = (60, 1)
STILL = (1, 1_000, 100_000_000)
SECONDS = 3600


class ReleaseClock(Explorable):
    """Two controls; the time in seconds for each rate and number of cells."""

    module = "release_clock.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "04/release-clock"
    texts = ("views", "units")

    def controls(self) -> list[dict[str, Any]]:
        """Vesicles a cell and hour, and how many cells release them."""
        said = self.words["controls"]
        read = [RATES.index(one) for one in (model.RED_CELL, *model.TYPICAL, model.MONOCYTE)]
        return [
            control("rate", RATES, START[0], read, said["rate"]),
            control("cells", CELLS, START[1], [], said["cells"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``seconds`` is indexed [rate][cells]; ``band`` [[cells, fastest, slowest], …]."""
        spent = model.hours(GOAL, np.array(RATES)[:, None], np.array(CELLS)[None, :]) * SECONDS
        slow, fast = (model.hours(GOAL, rate, CELLS) * SECONDS for rate in model.TYPICAL)
        return {
            "seconds": [[round(float(one)) for one in row] for row in spent],
            "band": [
                [cells, round(float(low)), round(float(high))]
                for cells, low, high in zip(CELLS, fast, slow, strict=True)
            ],
        }

    def rows(self) -> list[list[str]]:
        """Three numbers of cells, at the rates that were read."""
        return [
            [f"{cells:,}", *(self._time(rate, cells)
                             for rate in (*model.TYPICAL, model.MONOCYTE))]
            for cells in STILL
        ]  # fmt: skip

    def _time(self, rate: float, cells: int) -> str:
        spent = float(model.hours(GOAL, rate, cells)) * SECONDS
        units = self.words["units"]
        unit = next((u for u in units if spent >= u["seconds"]), units[-1])
        value = float(f"{spent / unit['seconds']:.2g}")
        return f"{value:,.0f} {unit['name']}" if value >= 10 else f"{value:g} {unit['name']}"

    def drawing(self) -> str:
        """Time over the number of cells, with three states marked."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(330)
        axes = figure.add_axes((0.16, 0.17, 0.81, 0.79))
        said = self.words["views"]
        slow, fast = (model.hours(GOAL, rate, CELLS) * SECONDS for rate in model.TYPICAL)
        axes.fill_between(CELLS, fast, slow, color=canvas.PALE_BLUE, lw=0)
        axes.plot(CELLS, slow, color=canvas.BLUE, lw=2)
        axes.plot(CELLS, model.hours(GOAL, model.MONOCYTE, CELLS) * SECONDS, color=canvas.GREEN,
                  lw=2, ls=":")  # fmt: skip
        for cells in STILL:
            at = float(model.hours(GOAL, model.TYPICAL[0], cells)) * SECONDS
            axes.plot(cells, at, "o", color=canvas.BLUE, ms=9)
            end = cells == STILL[-1]
            axes.annotate(self._time(model.TYPICAL[0], cells), (cells, at),
                          xytext=(4 if end else 10, 24 if end else 12), textcoords="offset points",
                          ha="right" if end else "left", weight="bold")  # fmt: skip
        axes.set(xscale="log", yscale="log", xlim=(0.7, 2e8), ylim=(1, 1e12), xlabel=said["cells"])
        axes.set_yticks([at for at, _ in said["times"]], [name for _, name in said["times"]])
        axes.minorticks_off()
        return figure
