"""05/why-lungs-catch-cells: a red cell, an MSC and a vesicle at the fork of a fine vessel."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Ellipse, FancyBboxPatch

from worksite.figures.canvas import (
    AMBER,
    BLUE,
    INK,
    PALE_RED,
    SMALL,
    SOFT,
    VERMILLION,
    arrow,
    board,
    label,
)

HEIGHT = 300
UM = 4.2  # CSS pixels a micrometre
NARROW = 9 * UM  # drawn only a little wider than a red cell; no width was read


def _vessel(axes: Axes, y: float) -> None:
    """A vessel that narrows from left to right, drawn as two walls."""
    xs = np.linspace(20, 430, 60)
    half = NARROW / 2 + (150 - NARROW) / 2 / (1 + np.exp((xs - 235) / 24))
    axes.fill_between(xs, y - half, y + half, color=PALE_RED, lw=0, zorder=0)
    for side in (-1, 1):
        axes.plot(xs, y + side * half, color=VERMILLION, lw=3, zorder=1)


def draw(words: dict[str, Any]) -> Figure:
    """The vessel at the left with all three to one scale; what happens to each at the right."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    y = 172
    _vessel(axes, y)
    stuck = Circle((231, y), 20 * UM / 2, facecolor="#fdf1d8", edgecolor=INK, lw=2, zorder=4)
    axes.add_patch(stuck)
    axes.add_patch(Circle((231, y), 7 * UM / 2, facecolor=AMBER, edgecolor=INK, lw=1.2, zorder=5))
    for x in (80, 330, 390):
        cell = Ellipse((x, y - 4), 8 * UM, 7 * UM, facecolor="#e89a86", edgecolor=VERMILLION,
                       lw=1.6, zorder=3)  # fmt: skip
        axes.add_patch(cell)
    for x, dy in ((60, 40), (120, -42), (140, 30), (286, 8), (352, 12), (416, -8), (300, -10)):
        axes.plot(x, y + dy, "o", color=BLUE, ms=2.4, zorder=4)
    axes.annotate(said["dot"], (286, y + 8), (262, 62), fontsize=SMALL, color=BLUE, ha="center",
                  arrowprops={"arrowstyle": "-", "color": BLUE, "lw": 1.2})  # fmt: skip
    arrow(axes, (24, 262), (80, 262), color=SOFT)
    label(axes, 90, 262, said["flow"], fontsize=SMALL, color=SOFT)
    axes.plot([26, 26 + 20 * UM], [28, 28], color=INK, lw=2.4)
    label(axes, 26 + 20 * UM + 10, 28, said["ruler"], fontsize=SMALL)
    for at, row in enumerate(said["rows"]):
        low = 208 - at * 94
        box = FancyBboxPatch((452, low), 296, 82, boxstyle="round,pad=0,rounding_size=9",
                             facecolor="#f7f3ea", edgecolor="none")  # fmt: skip
        axes.add_patch(box)
        label(axes, 466, low + 58, row["name"], weight="bold")
        label(axes, 734, low + 58, row["size"], ha="right", fontsize=SMALL, color=SOFT)
        label(axes, 466, low + 25, row["fate"], fontsize=SMALL, linespacing=1.3)
    return figure
