"""10/road-to-approval: six stations, and three signs that are not stations."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    GREEN,
    INK,
    PALE_AMBER,
    SMALL,
    SOFT,
    VERMILLION,
    arrow,
    badge,
    board,
    label,
)

HEIGHT, FIRST, STEP, ROAD = 336, 70, 124, 240


def draw(words: dict[str, Any]) -> Figure:
    """The road above with a badge for each station; below it the three signs on posts."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    axes.plot([20, 740], [ROAD, ROAD], color="#c9c2b4", lw=22, solid_capstyle="round", zorder=1)
    axes.plot([30, 716], [ROAD, ROAD], color="white", lw=1.6, ls=(0, (8, 8)), zorder=2)
    last = len(said["stations"]) - 1
    for at, name in enumerate(said["stations"]):
        x = FIRST + at * STEP
        if at == last:
            axes.plot(x, ROAD, "o", ms=26, color=GREEN, zorder=5)
            axes.plot([x - 6, x - 1, x + 7], [ROAD, ROAD - 5, ROAD + 6], color="white", lw=3,
                      zorder=6)  # fmt: skip
        else:
            badge(axes, x, ROAD, str(at + 1))
        label(axes, x, ROAD + 48, name, ha="center", weight="bold", fontsize=SMALL,
              linespacing=1.3)  # fmt: skip
    arrow(axes, (724, ROAD), (748, ROAD), color=SOFT)
    label(axes, 20, 182, said["aside"], style="italic", color=VERMILLION, weight="bold")
    for at, sign in enumerate(said["signs"]):
        left = 20 + at * 246
        axes.plot([left + 112] * 2, [12, 60], color="#8a6a3c", lw=6, zorder=1)
        box = FancyBboxPatch((left, 52), 226, 106, boxstyle="round,pad=0,rounding_size=8", lw=1.8,
                             facecolor=PALE_AMBER, edgecolor=VERMILLION, zorder=3,
                             linestyle=(0, (5, 3)))  # fmt: skip
        axes.add_patch(box)
        label(axes, left + 113, 134, sign["name"], ha="center", weight="bold", zorder=4)
        label(axes, left + 113, 92, sign["says"], ha="center", fontsize=SMALL, color=INK,
              linespacing=1.35, zorder=4)  # fmt: skip
    return figure
