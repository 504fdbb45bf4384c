"""08/where-cells-build: uses in people on three shelves, from shown to not shown."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

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

HEIGHT = 372
SHELVES = ((GREEN, PALE_GREEN, "^"), (BLUE, PALE_BLUE, "o"), (VERMILLION, PALE_AMBER, "s"))


def draw(words: dict[str, Any]) -> Figure:
    """Three shelves with three cards each."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, shelf in enumerate(said["shelves"]):
        colour, paper, mark = SHELVES[at]
        low = 250 - at * 120
        axes.plot([12, 748], [low, low], color="#8a6a3c", lw=7, solid_capstyle="round")
        axes.plot(24, low + 98, mark, color=colour, ms=10)
        label(axes, 40, low + 98, shelf["name"], weight="bold", color=INK)
        for place, card in enumerate(shelf["cards"]):
            left = 22 + place * 242
            box = FancyBboxPatch((left, low + 6), 230, 74, boxstyle="round,pad=0,rounding_size=8",
                                 facecolor=paper, edgecolor=colour, lw=1.6, zorder=3)  # fmt: skip
            axes.add_patch(box)
            label(axes, left + 12, low + 60, card["what"], weight="bold", fontsize=SMALL, zorder=4)
            label(axes, left + 12, low + 31, card["how"], fontsize=SMALL, color=SOFT, zorder=4,
                  linespacing=1.3)  # fmt: skip
    return figure
