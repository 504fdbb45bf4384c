"""Growing a crew: from a few cells of a source to many, in doublings, days and passages."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, choice, control
from worksite.figures import canvas
from worksite.models import culture as model

START = (1, 10, 60, 600, 6_000, 60_000)  # cells; 60 and 600 are read, from 1 mL of marrow
GOAL = (0.001, 0.01, 0.025, 0.1, 0.15, 1, 10, 100, 1_000, 10_000)  # billion cells
BILLION = 1e9
STILL = ((600, 0.1), (60, 0.1), (1, 10_000))


class GrowingACrew(Explorable):
    """Three controls; tables of doublings ×10 and, for each source, days ×10, passages and
    whether the cells wear out first (1) or not (0)."""

    module = "growing_a_crew.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "02/growing-a-crew"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """Where the cells come from, how many there are, how many are wanted."""
        said = self.words["controls"]
        return [
            choice("source", 0, said["source"]),
            control("start", START, 600, [START.index(60), START.index(600)], said["start"]),
            control("goal", GOAL, 0.1, [], said["goal"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``doublings`` is indexed [start][goal]; the others [source][start][goal]."""
        count = model.doublings(np.array(START)[:, None], np.array(GOAL)[None, :] * BILLION)
        flat = [[float(one) for one in row] for row in count]
        return {
            "doublings": np.rint(count * 10).astype(int).tolist(),
            "passages": [[model.passages(one) for one in row] for row in flat],
            "days": [
                np.rint(model.days(count, source.hours) * 10).astype(int).tolist()
                for source in model.SOURCES
            ],
            "worn": [
                [[int(model.worn_out(one, source)) for one in row] for row in flat]
                for source in model.SOURCES
            ],
        }

    def rows(self) -> list[list[str]]:
        """The three states of the picture, in words."""
        rows = []
        for (start, goal), name in zip(STILL, self.words["still_names"], strict=True):
            count = float(model.doublings(start, goal * BILLION))
            per = [f"{float(model.days(count, source.hours)):.0f}" for source in model.SOURCES]
            rows.append([name, f"{count:.1f}", *per])
        return rows

    def drawing(self) -> str:
        """Days for each source, in three states."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(300)
        names = [option["text"] for option in self.words["controls"]["source"]["options"]]
        for at, ((start, goal), name) in enumerate(
            zip(STILL, self.words["still_names"], strict=True)
        ):
            axes = figure.add_axes((0.19 + at * 0.275, 0.19, 0.235, 0.66))
            count = float(model.doublings(start, goal * BILLION))
            spent = [float(model.days(count, source.hours)) for source in model.SOURCES]
            worn = [model.worn_out(count, source) for source in model.SOURCES]
            looks = [canvas.VERMILLION if out else canvas.BLUE for out in worn]
            hatch = ["///" if out else "" for out in worn]
            axes.barh(names, spent, color="white", edgecolor=looks, hatch=hatch, lw=1.6)
            axes.set(xlim=(0, 800), xticks=(0, 400, 800))
            axes.invert_yaxis()
            axes.grid(axis="y", visible=False)
            axes.set_title(name, fontsize=canvas.SMALL, loc="left")
            axes.tick_params(labelsize=canvas.SMALL, labelleft=at == 0)
            if at == 1:
                axes.set_xlabel(self.words["views"]["days"], fontsize=canvas.SMALL)
        return figure
