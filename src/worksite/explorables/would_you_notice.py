"""Would you notice? A hundred people, the line that people notice, and who crosses it why."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from worksite.explorables.base import Explorable, control
from worksite.figures import canvas
from worksite.models import noticed as model

SALT, NOTICED = 1.8, 1.5  # points of ten; claims S-46, S-43
# Extra relief, points of ten (claim S-43): ends and estimate, 3–6 months; ends, 12 months.
READ = (-0.24, 0.33, 0.74, 1.16, 1.69)
EXTRA = (-0.24, 0, 0.33, 0.74, 1.16, 1.69)
SPREAD = (1, 1.5, 2, 2.5, 3, 3.5)  # points; assumed
POINTS, REACH = 49, 3.2  # points of a curve, and how many spreads it reaches
STILL, STILL_SPREAD = (0, 0.74, 1.69), 2.5


def hundred(extra: float, spread: float) -> tuple[int, int]:
    """Of 100 people: past the line with salt water alone, and more because of the treatment."""
    salt = round(100 * model.reached(SALT, NOTICED, spread))
    return salt, round(100 * model.because(SALT, extra, NOTICED, spread))


class WouldYouNotice(Explorable):
    """Two controls; curves in 0.001 points and 0.0001 people, and counts of a hundred."""

    module = "would_you_notice.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "09/would-you-notice"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """What the treatment adds, and how far people differ."""
        said = self.words["controls"]
        read = [EXTRA.index(one) for one in READ]
        return [
            control("extra", EXTRA, 0, read, said["extra"]),
            control("spread", SPREAD, STILL_SPREAD, [], said["spread"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``curve`` [extra][spread][point] as [relief, people]; counts [extra][spread]."""
        counts = [[hundred(extra, spread) for spread in SPREAD] for extra in EXTRA]
        added = [[because for _, because in row] for row in counts]
        return {
            "noticed": round(1000 * NOTICED),
            "curve": [[self._curve(extra, spread) for spread in SPREAD] for extra in EXTRA],
            "anyway": [salt for salt, _ in counts[0]],
            "because": added,
            "range": [[min(row), max(row)] for row in added],
        }

    @staticmethod
    def _curve(extra: float, spread: float) -> list[list[int]]:
        middle = SALT + extra
        places = [middle + spread * REACH * (2 * at / (POINTS - 1) - 1) for at in range(POINTS)]
        return [
            [round(1000 * at), round(10_000 * model.curve(middle, spread, at))] for at in places
        ]

    def rows(self) -> list[list[str]]:
        """For each extra: where it comes from, and how many more cross the line."""
        extra = self.controls()[0]
        spans = self.tables()["range"]
        return [
            [f"{at} points".replace("-", "−"), mark,
             f"{low} to {high} of 100".replace("-", "−") if low != high else f"{low} of 100"]
            for at, mark, (low, high) in zip(EXTRA, extra["marks"], spans, strict=True)
        ]  # fmt: skip

    def drawing(self) -> str:
        """A hundred people at three extras, at one spread."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure, axes = canvas.board(290)
        for at, extra in enumerate(STILL):
            left = 24 + at * 250
            salt, because = hundred(extra, STILL_SPREAD)
            name = self.words["still_names"][at]
            canvas.label(axes, left, 268, name, weight="bold")
            for (colour, fill, hatch), first, last in (
                ((canvas.BLUE, canvas.BLUE, ""), 0, salt),
                ((canvas.VERMILLION, canvas.PALE_RED, "////"), salt, salt + because),
                ((canvas.SOFT, canvas.GRID, ""), salt + because, 100),
            ):
                style: Any = {"fc": fill, "ec": colour, "hatch": hatch, "lw": 0}
                for row in range(first // 10, -(-last // 10)):
                    start, end = max(first, 10 * row) % 10, min(last, 10 * row + 10) - 10 * row
                    corner = (left + 20 * start, 232 - 20 * row)
                    axes.add_patch(Rectangle(corner, 20 * (end - start), 20, **style))
            for line in range(1, 10):  # one square a person
                axes.plot([left + 20 * line] * 2, [52, 252], color="white", lw=3)
                axes.plot([left, left + 200], [52 + 20 * line] * 2, color="white", lw=3)
            canvas.label(axes, left, 20, f"{salt} + {because}", fontsize=canvas.SMALL,
                         color=canvas.SOFT)  # fmt: skip
        return figure
