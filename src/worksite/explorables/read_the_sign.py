"""Read the sign on the fence: two invented signs; the learner marks what should worry."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.explorables.base import Explorable, block, choice
from worksite.faces.markup import plain
from worksite.figures import canvas


class ReadTheSign(Explorable):
    """One control, the sign; ``worry`` [sign][line] is 1 for a line that should worry."""

    module = "read_the_sign.js"
    sheets = ("kit.css", "controls.css", "chart.css", "sign.css")
    name = "10/read-the-sign"
    texts = ("views",)

    def _spec(self) -> dict[str, Any]:
        signs = [
            {"name": sign["name"],
             "lines": [{"text": each["text"], "why_html": block(each["why"])}
                       for each in sign["lines"]]}
            for sign in self.words["signs"]
        ]  # fmt: skip
        return {**super()._spec(), "signs": signs}

    def controls(self) -> list[dict[str, Any]]:
        """Which of the two signs."""
        return [choice("sign", 0, self.words["controls"]["sign"])]

    def tables(self) -> dict[str, Any]:
        """Which lines should worry, sign by sign."""
        return {"worry": [[each["worry"] for each in sign["lines"]]
                          for sign in self.words["signs"]]}  # fmt: skip

    def rows(self) -> list[list[str]]:
        """Every line of both signs, whether it should worry, and why."""
        answers = self.words["answers"]
        return [
            [f"{sign['short']}: {each['text']}", answers[each["worry"]], plain(each["why"])]
            for sign in self.words["signs"]
            for each in sign["lines"]
        ]

    def drawing(self) -> str:
        """Both signs on one fence, unmarked."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure, axes = canvas.board(360)
        for x in range(10, 760, 24):
            axes.plot([x, x], [6, 60], color="#c9b48c", lw=9, zorder=0)
        for at, sign in enumerate(self.words["signs"]):
            left = 12 + at * 374
            box = FancyBboxPatch((left, 34), 362, 314, boxstyle="round,pad=0,rounding_size=8",
                                 facecolor="white", edgecolor=canvas.INK, lw=2)  # fmt: skip
            axes.add_patch(box)
            canvas.label(axes, left + 14, 328, sign["name"], weight="bold")
            for row, each in enumerate(sign["lines"]):
                y = 298 - row * 26.5
                axes.plot(left + 20, y, "s", ms=7.5, color="white", markeredgecolor=canvas.SOFT)
                canvas.label(axes, left + 34, y, each["text"], fontsize=canvas.SMALL)
        return figure
