"""The repair site: a house under repair, with crews, foremen and dust, beside what trials found."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, choice, control
from worksite.figures import canvas
from worksite.models import repair_site as model

DAYS = np.linspace(0, 60, 31)
CREW = (0.0, 0.5, 1.0)  # shares of a full team of the site's own
WORKERS = (0, 2, 4, 6)  # people drawn
FOREMEN = (0, 1, 2, 3)  # briefcases drawn
FULL_TEAM = 6  # workers that make a full team of builders
# It opens on what decides the case: three foremen sent, and nobody acts on their message.
START = {"foremen": 3, "message": 0, "day": 60}
LOOKS = ((canvas.BLUE, "-"), (canvas.GREEN, ":"), (canvas.VERMILLION, "--"))  # as the .js draws
STILL = (((1.0, 0, 0), False), ((1.0, 0, 3), False), ((1.0, 6, 0), True))


def stands(crew: float, building: bool, workers: int, foremen: int, gap: bool, worth: float) -> Any:
    """How much of the wall stands over the days, in %, as the scene and the chart show it."""
    builders = workers / FULL_TEAM if building else 0.0
    messengers = foremen + (0.0 if building else workers / 2)
    return model.repair(DAYS, crew, messengers, builders, gap, worth)


class RepairSite(Explorable):
    """Seven controls; the wall in 0.1 % for each setting and day, workers left in 0.1 %."""

    module = "repair_site.js"
    sheets = ("kit.css", "controls.css", "chart.css", "repair_site.css")
    name = "06/repair-site"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """Damage, own crew, kind of worker, workers, foremen, the message, the day."""
        said = self.words["controls"]
        return [
            choice("damage", 0, said["damage"]),
            choice("crew", 2, said["crew"]),
            choice("kind", 0, said["kind"]),
            control("workers", WORKERS, 0, [], said["workers"]),
            control("foremen", FOREMEN, START["foremen"], [], said["foremen"]),
            choice("message", START["message"], said["message"]),
            control("day", [int(day) for day in DAYS], START["day"], [], said["day"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``wall`` is indexed [damage][crew][kind][workers][foremen][message][day]."""
        wall = [
            [[[[[self._permille(stands(crew, building, workers, foremen, gap, worth))
                 for worth in model.MESSAGES] for foremen in FOREMEN] for workers in WORKERS]
              for building in (False, True)] for crew in CREW]
            for gap in (False, True)
        ]  # fmt: skip
        return {"wall": wall, "left": self._permille(100 * model.left(DAYS))}

    @staticmethod
    def _permille(percent: Any) -> list[int]:
        return [int(one) for one in np.rint(10 * np.asarray(percent))]

    def rows(self) -> list[list[str]]:
        """Three settings at day 60, with the message at each of its three stops."""
        rows = []
        for ((crew, workers, foremen), gap), name in zip(
            STILL, self.words["still_names"], strict=True
        ):
            ends = [
                float(stands(crew, gap, workers, foremen, gap, worth)[-1])
                for worth in model.MESSAGES
            ]
            rows.append([name, *(f"{end:.0f} %" for end in ends)])
        return rows

    def drawing(self) -> str:
        """The three settings over the days, with the band of the three stops."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(280)
        said = self.words["views"]
        for at, (((crew, workers, foremen), gap), name) in enumerate(
            zip(STILL, self.words["still_names"], strict=True)
        ):
            axes = figure.add_axes((0.07 + at * 0.315, 0.19, 0.275, 0.66))
            natural = stands(crew, False, 0, 0, gap, 0)
            lines = [stands(crew, gap, workers, foremen, gap, worth) for worth in model.MESSAGES]
            axes.fill_between(DAYS, natural, lines[-1], color=canvas.PALE_BLUE, lw=0)
            for line, (colour, style) in zip(lines, LOOKS, strict=True):
                axes.plot(DAYS, line, color=colour, lw=2, ls=style)
            axes.plot(DAYS, natural, color=canvas.INK, lw=1.4, ls=(0, (6, 2, 1, 2)))
            axes.set(xlim=(0, 60), ylim=(0, 100), xticks=(0, 30, 60), yticks=(0, 50, 100))
            axes.set_title(name, fontsize=canvas.SMALL, loc="left")
            axes.tick_params(labelsize=canvas.SMALL)
            if at == 0:
                axes.set_ylabel(said["wall"], fontsize=canvas.SMALL)
            if at == 1:
                axes.set_xlabel(said["days"], fontsize=canvas.SMALL)
        return figure
