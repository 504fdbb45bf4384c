"""06/three-columns: the article's comparison with the column it lacks."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    PALE_RED,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT, LEFT, WIDE, STEP = 376, 148, 200, 62
PAPERS = (PALE_AMBER, PALE_GREEN, PALE_BLUE)


def _sign(axes: Axes, x: float, y: float, kind: int) -> None:
    """A blood cell, a wide cell, a tiny bubble: not to one scale."""
    if kind == 0:
        axes.add_patch(Circle((x, y), 15, facecolor=PALE_RED, edgecolor=VERMILLION, lw=2))
    elif kind == 1:
        axes.add_patch(Circle((x, y), 24, facecolor="white", edgecolor=INK, lw=2))
        axes.add_patch(Circle((x, y), 8, facecolor=PALE_AMBER, edgecolor=INK, lw=1.4))
    else:
        axes.add_patch(Circle((x, y), 6, facecolor=PALE_BLUE, edgecolor=BLUE, lw=2))


def draw(words: dict[str, Any]) -> Figure:
    """Three columns with a sign each; a row for each thing compared."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, column in enumerate(said["columns"]):
        left = LEFT + at * WIDE
        box = FancyBboxPatch((left + 4, 10), WIDE - 10, 358, facecolor=PAPERS[at], zorder=0,
                             boxstyle="round,pad=0,rounding_size=10", edgecolor="none")  # fmt: skip
        axes.add_patch(box)
        _sign(axes, left + WIDE / 2, 330, at)
        label(axes, left + WIDE / 2, 288, column["name"], ha="center", weight="bold")
        for row, cell in enumerate(column["cells"]):
            y = 238 - row * STEP
            label(axes, left + WIDE / 2, y, cell, ha="center", fontsize=SMALL, linespacing=1.3)
    for row, name in enumerate(said["rows"]):
        y = 238 - row * STEP
        label(axes, 14, y, name, weight="bold", fontsize=SMALL, linespacing=1.3)
        axes.plot([12, 748], [y + STEP / 2, y + STEP / 2], color=SOFT, lw=0.6, zorder=1)
    return figure
