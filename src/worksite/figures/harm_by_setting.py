"""08/harm-by-setting: what was counted in trials, and what was only reported outside them."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT = 340
SIDES = ((BLUE, PALE_BLUE, "o"), (VERMILLION, PALE_AMBER, "s"))


def draw(words: dict[str, Any]) -> Figure:
    """Two columns: with a number of people below the line, and without one."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, side in enumerate(said["sides"]):
        colour, paper, mark = SIDES[at]
        left = 12 + at * 372
        box = FancyBboxPatch((left, 12), 364, 316, boxstyle="round,pad=0,rounding_size=10",
                             facecolor=paper, edgecolor=colour, lw=1.6, zorder=0)  # fmt: skip
        axes.add_patch(box)
        label(axes, left + 18, 304, side["name"], weight="bold")
        label(axes, left + 18, 280, side["basis"], fontsize=SMALL, color=SOFT)
        for row, harm in enumerate(side["harms"]):
            y = 240 - row * 56
            axes.plot(left + 24, y, mark, color=colour, ms=9)
            label(axes, left + 42, y + 9, harm["what"], color=INK)
            label(axes, left + 42, y - 11, harm["count"], fontsize=SMALL, color=SOFT)
    return figure
