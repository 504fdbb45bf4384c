"""Batch lottery: one recipe, ten batches that do not all work, and a tube that takes its share."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, choice, control
from worksite.figures import canvas
from worksite.models import rates as model

SHARES = (20, 40, 60, 80, 100)  # % of batches that work; assumed
DOSES = (1, 2, 3, 4, 5, 6, 8, 10)
LOST = (51, 20, 15)  # % lost in two days at 4 °C: E-45; 20 is the middle of 18–21
BATCHES, SEED = 10, 15
STILL = ((100, 1), (60, 0), (20, 0))


def working(share: int) -> list[int]:
    """Which of ten batches work (1) or not (0): dice thrown once, the same for every share."""
    dice = np.random.default_rng(SEED).random(BATCHES)
    return [int(one < share / 100) for one in dice]


def told(chance: float) -> str:
    """A chance in percent; nobody should have to read an exponent."""
    return f"{100 * chance:.3g} %" if chance >= 1e-4 else "under 0.01 %"


class BatchLottery(Explorable):
    """Three controls; the batches that work, the loss in %, the chance in 0.1 % that all work."""

    module = "batch_lottery.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "07/batch-lottery"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """How many batches work, the tube, how many doses from different batches."""
        said = self.words["controls"]
        return [
            control("share", SHARES, 60, [], said["share"]),
            choice("tube", 0, said["tube"]),
            control("doses", DOSES, 3, [], said["doses"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``works`` [share][batch], ``lost`` [tube], ``all`` [share][doses]."""
        return {
            "works": [working(share) for share in SHARES],
            "lost": list(LOST),
            "all": [[round(1000 * model.all_work(share / 100, n)) for n in DOSES]
                    for share in SHARES],
        }  # fmt: skip

    def rows(self) -> list[list[str]]:
        """Chances that one, three and ten doses all work."""
        return [
            [f"{share} %", *(told(model.all_work(share / 100, n)) for n in (1, 3, 10))]
            for share in SHARES
        ]

    def drawing(self) -> str:
        """Ten batches in three settings: how much is left, and which of them work."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(270)
        for at, ((share, tube), name) in enumerate(
            zip(STILL, self.words["still_names"], strict=True)
        ):
            axes = figure.add_axes((0.07 + at * 0.315, 0.17, 0.275, 0.68))
            good = working(share)
            colours = [canvas.BLUE if one else "white" for one in good]
            edges = [canvas.BLUE if one else canvas.VERMILLION for one in good]
            hatch = ["" if one else "///" for one in good]
            left = 100 - LOST[tube]
            axes.bar(range(1, BATCHES + 1), [left] * BATCHES, color=colours, edgecolor=edges,
                     hatch=hatch, lw=1.4)  # fmt: skip
            axes.set(ylim=(0, 100), yticks=(0, 50, 100), xticks=(1, 5, 10))
            axes.grid(axis="x", visible=False)
            axes.set_title(name, fontsize=canvas.SMALL, loc="left")
            axes.tick_params(labelsize=canvas.SMALL)
            if at == 0:
                axes.set_ylabel(self.words["views"]["left"], fontsize=canvas.SMALL)
            if at == 1:
                axes.set_xlabel(self.words["views"]["batch"], fontsize=canvas.SMALL)
        return figure
