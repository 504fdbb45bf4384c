"""09/claim-ladder: seven rungs from a dish to a guideline, and who stands on which."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    board,
    label,
)

HEIGHT, STEP, WIDE = 440, 56, 252
COLUMNS = ((236, BLUE, PALE_BLUE), (496, GREEN, PALE_GREEN))
WOOD = "#8a6a3c"


def draw(words: dict[str, Any]) -> Figure:
    """A ladder at the left; a card on each rung for exosomes and for MSCs."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for x in (14, 222):
        axes.plot([x, x], [8, 428], color=WOOD, lw=6, solid_capstyle="round", zorder=1)
    for (left, colour, _), head in zip(COLUMNS, said["heads"], strict=True):
        label(axes, left + 6, 418, head, weight="bold", color=colour)
    for at, rung in enumerate(said["rungs"]):
        y = 374 - at * STEP
        axes.plot([14, 222], [y - 21, y - 21], color=WOOD, lw=4, zorder=1)
        label(axes, 28, y + 9, rung["name"], weight="bold")
        label(axes, 28, y - 8, rung["asks"], fontsize=SMALL, color=SOFT, style="italic")
        for (left, colour, paper), cell, reached in zip(COLUMNS, rung["cells"], rung["look"],
                                                        strict=True):  # fmt: skip
            box = FancyBboxPatch((left, y - 20), WIDE, 42, boxstyle="round,pad=0,rounding_size=8",
                                 facecolor=paper if reached else "white", zorder=2,
                                 edgecolor=colour if reached else SOFT, lw=1.4,
                                 linestyle="-" if reached else (0, (4, 3)))  # fmt: skip
            axes.add_patch(box)
            axes.plot(left + 16, y, "o", ms=8, color=colour if reached else SOFT, zorder=3,
                      markerfacecolor=colour if reached else "white")  # fmt: skip
            label(axes, left + 30, y, cell, fontsize=SMALL, color=INK if reached else SOFT,
                  zorder=3)  # fmt: skip
    return figure
