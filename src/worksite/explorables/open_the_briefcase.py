"""Open the briefcase: how many vesicles it takes to get one message, or a hundred."""

from __future__ import annotations

from typing import Any

import numpy as np

from worksite.explorables.base import Explorable, choice, control
from worksite.faces.markup import escape
from worksite.figures import canvas
from worksite.models import cargo as model

OPENED = (1, 5, 10, 20, 50, 85, 121, 200, 280, 364, 500, 559, 1_000, 2_000, 5_000, 10_000, 11_000,
          12_121, 13_000, 15_000, 20_000)  # fmt: skip
WANTED = (1, 100)
CHANCES = (0.5, 0.95, 0.99)
CURVE = np.unique(np.rint(np.geomspace(1, 20_000, 31)).astype(int))
TRAY, ROW, SEED = 400, 25, 9
STILL = (20, 121, 364)


class OpenTheBriefcase(Explorable):
    """Two controls; tables of the chance in 0.1 % of the wanted copies or more, the copies
    expected ×1000, the curve, the vesicles needed for three chances, and a tray of 400."""

    module = "open_the_briefcase.js"
    sheets = ("kit.css", "controls.css", "chart.css", "briefcase.css")
    name = "04/open-the-briefcase"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """How many vesicles are opened, and how many copies are wanted."""
        said = self.words["controls"]
        return [
            control("opened", OPENED, 20, [], said["opened"]),
            choice("wanted", 0, said["wanted"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``chance`` is indexed [wanted][opened], ``curve`` and ``needed`` [wanted]."""
        return {
            "chance": [self._permille(model.at_least(k, OPENED)) for k in WANTED],
            "copies": [round(1000 * float(one)) for one in model.mean(OPENED)],
            "curve": [
                [[int(n), p] for n, p in zip(CURVE, self._permille(model.at_least(k, CURVE)),
                                             strict=True)]
                for k in WANTED
            ],
            "needed": [[model.needed(k, chance) for chance in CHANCES] for k in WANTED],
            "tray": [TRAY, ROW],
            "full": model.tray(TRAY, SEED).tolist(),
        }  # fmt: skip

    @staticmethod
    def _permille(values: Any) -> list[int]:
        return [int(value) for value in np.rint(1000 * np.asarray(values))]

    def rows(self) -> list[list[str]]:
        """Chances of one copy, and of a hundred, for some numbers of vesicles."""
        rows = []
        for count in (*STILL, 1_000, 12_121, 15_000):
            one, many = (float(model.at_least(k, count)) for k in WANTED)
            rows.append([f"{count:,}", f"{float(model.mean(count)):.3g}", self._share(one),
                         self._share(many)])  # fmt: skip
        return rows

    def _share(self, chance: float) -> str:
        if chance < 0.001:
            return str(self.words["views"]["hardly"])
        return f"{100 * chance:.0f} %" if chance < 0.995 else str(self.words["views"]["sure"])

    def drawing(self) -> str:
        """A tray of 400 vesicles with 20, 121 and 364 of them opened."""
        full = [int(one) for one in model.tray(TRAY, SEED)]
        parts = []
        for at, opened in enumerate(STILL):
            found = sum(one < opened for one in full)
            title = escape(self.words["still_title"].format(opened=opened, found=found))
            shapes = "".join(_row(number, opened) for number in range(TRAY // ROW))
            marks = "".join(_diamond(one) for one in full if one < opened)
            parts.append(
                f'<g transform="translate({8 + at * 254} 0)"><text y="18">{title}</text>'
                f"{shapes}{marks}</g>"
            )
        frame = 'viewBox="0 0 760 196" width="760" height="196"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {frame} font-family="sans-serif" '
            'font-size="14"><rect width="760" height="196" fill="#fff"/>'
            + "".join(parts)
            + "</svg>"
        )


def _row(number: int, opened: int) -> str:
    """A row of the tray as two dashed lines: those opened, then those still shut."""
    y = 36 + number * 9.6
    split = max(0, min(ROW, opened - number * ROW)) * 9.6
    dash = f'stroke-width="7" stroke-dasharray="7 2.6" d="M{{}} {y:.1f}H{{:.1f}}"/>'
    blue = f'<path stroke="{canvas.BLUE}" {dash.format(0, split)}' if split else ""
    rest = f'<path stroke="#d9d4ca" {dash.format(split, ROW * 9.6)}' if split < ROW * 9.6 else ""
    return blue + rest


def _diamond(place: int) -> str:
    x, y = place % ROW * 9.6 + 3.5, 36 + place // ROW * 9.6
    return f'<path fill="#d55e00" stroke="#000" d="M{x:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8z"/>'
