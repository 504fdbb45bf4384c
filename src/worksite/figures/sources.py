"""02/sources: where MSCs are won from, on the outline of a body, and how fast they double."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT = 400
BODY = "#ece6da"
# Each source: where on the outline, its colour and mark, its paper.
LOOKS = {
    "marrow": ((352, 176), VERMILLION, "s", PALE_AMBER),
    "fat": ((398, 202), BLUE, "o", PALE_BLUE),
    "cord": ((466, 90), GREEN, "^", PALE_GREEN),
}


def _limb(axes: Axes, points: list[tuple[float, float]], width: float) -> None:
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, color=BODY, lw=width, solid_capstyle="round", solid_joinstyle="round")


def person(axes: Axes, x: float, y: float, size: float = 1.0) -> None:
    """A standing outline, its feet at (x, y), 340 CSS pixels high at size 1."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + px * size, y + py * size) for px, py in points]

    axes.add_patch(Circle((x, y + 312 * size), 28 * size, facecolor=BODY, edgecolor="none"))
    _limb(axes, at((0, 285), (0, 270)), 20 * size)
    _limb(axes, at((-34, 250), (34, 250), (26, 165), (-26, 165), (-34, 250)), 26 * size)
    _limb(axes, at((0, 250), (0, 165)), 44 * size)
    _limb(axes, at((-46, 248), (-62, 190), (-64, 140)), 17 * size)
    _limb(axes, at((46, 248), (62, 190), (64, 140)), 17 * size)
    _limb(axes, at((-21, 160), (-24, 80), (-24, 12)), 24 * size)
    _limb(axes, at((21, 160), (24, 80), (24, 12)), 24 * size)


def draw(words: dict[str, Any]) -> Figure:
    """A body in the middle, the cord beside it, a card for each source."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    person(axes, 376, 34)
    ys = np.linspace(72, 150, 40)
    xs = 468 + 9 * np.sin((ys - 72) / 9)
    axes.plot(xs, ys, color=INK, lw=11, solid_capstyle="round", solid_joinstyle="round")
    axes.plot(xs, ys, color=PALE_GREEN, lw=8, solid_capstyle="round", solid_joinstyle="round")
    for card in said["cards"]:
        (x, y), colour, mark, paper = LOOKS[card["kind"]]
        left, low = card["at"]
        box = FancyBboxPatch((left, low), 244, 88, boxstyle="round,pad=0,rounding_size=9",
                             facecolor=paper, edgecolor=colour, lw=1.6, zorder=3)  # fmt: skip
        axes.add_patch(box)
        edge = left + 244 if left < x else left
        axes.plot([edge, x], [low + 44, y], color=colour, lw=1.8, zorder=2)
        axes.plot(x, y, mark, color=colour, ms=13, mec="white", mew=1.5, zorder=5)
        label(axes, left + 14, low + 68, card["name"], weight="bold", zorder=4)
        label(axes, left + 14, low + 44, card["time"], fontsize=SMALL, zorder=4)
        label(axes, left + 14, low + 22, card["more"], fontsize=SMALL, color=SOFT, zorder=4)
    return figure
