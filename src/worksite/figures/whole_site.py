"""12/whole-site: what is shown, what is hoped, and what is sold without proof."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    VERMILLION,
    board,
    label,
)

HEIGHT, WIDE, STEP = 290, 236, 248
LOOKS = {
    1: (GREEN, PALE_GREEN, "-"),
    2: (BLUE, PALE_BLUE, (0, (6, 3))),
    3: (VERMILLION, PALE_AMBER, (0, (1, 2))),
}


def _sign(axes: Any, x: float, y: float, look: int) -> None:
    """A wall, a scaffold, a board."""
    colour, paper, _ = LOOKS[look]
    if look == 1:
        for row in range(3):
            for place in range(4):
                left = x + place * 18 + (9 if row % 2 else 0)
                box = FancyBboxPatch((left, y + row * 12), 15, 9, boxstyle="square,pad=0",
                                     facecolor=colour, edgecolor="none")  # fmt: skip
                axes.add_patch(box)
    elif look == 2:
        for place in range(3):
            axes.plot([x + place * 34] * 2, [y - 2, y + 38], color=colour, lw=3)
        for row in (6, 24):
            axes.plot([x - 4, x + 72], [y + row] * 2, color=colour, lw=3)
    else:
        axes.plot([x + 34] * 2, [y - 2, y + 14], color=colour, lw=4)
        box = FancyBboxPatch((x, y + 14), 68, 24, boxstyle="square,pad=0", facecolor=paper,
                             edgecolor=colour, lw=2.4)  # fmt: skip
        axes.add_patch(box)
        label(axes, x + 34, y + 26, "!", ha="center", weight="bold", color=colour)


def _mark(axes: Any, x: float, y: float, look: int) -> None:
    """The inspector's chalk: a tick, a circle, a question mark."""
    colour = LOOKS[look][0]
    if look == 1:
        axes.plot([x - 14, x - 4, x + 14], [y, y - 12, y + 14], color=colour, lw=5)
    elif look == 2:
        axes.plot(x, y, "o", ms=25, mfc="none", mec=colour, mew=4)
    else:
        label(axes, x, y, "?", ha="center", weight="bold", color=colour, fontsize=30)


def draw(words: dict[str, Any]) -> Figure:
    """Three columns: a standing wall, a scaffold, a sales board, with examples below."""
    figure, axes = board(HEIGHT)
    for at, column in enumerate(words["labels"]["columns"]):
        colour, paper, line = LOOKS[column["look"]]
        left = 14 + at * STEP
        box = FancyBboxPatch((left, 12), WIDE, 266, boxstyle="round,pad=0,rounding_size=10", lw=2,
                             facecolor="white", edgecolor=colour, linestyle=line)  # fmt: skip
        axes.add_patch(box)
        label(axes, left + 16, 252, column["name"], weight="bold", color=colour)
        _sign(axes, left + 18, 188, column["look"])
        _mark(axes, left + WIDE - 40, 208, column["look"])
        for row, cell in enumerate(column["cells"]):
            y = 150 - row * 50
            card = FancyBboxPatch((left + 10, y - 20), WIDE - 20, 38, facecolor=paper, zorder=3,
                                  boxstyle="round,pad=0,rounding_size=7", ec="none")  # fmt: skip
            axes.add_patch(card)
            label(axes, left + 20, y, cell, fontsize=SMALL, zorder=4)
    return figure
