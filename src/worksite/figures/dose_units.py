"""07/dose-units: doses of trials on islands, one for each unit, and no bridge between them."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import BLUE, INK, PALE_BLUE, SMALL, SOFT, VERMILLION, board, label

HEIGHT = 372
SAND = "#f4e7c8"


def draw(words: dict[str, Any]) -> Figure:
    """Islands in a sea; a broken line between neighbours for the bridge that is missing."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    sea = FancyBboxPatch((8, 8), 744, 356, boxstyle="round,pad=0,rounding_size=12",
                         facecolor=PALE_BLUE, edgecolor=BLUE, lw=1.2, zorder=0)  # fmt: skip
    axes.add_patch(sea)
    for island in said["islands"]:
        left, low = island["at"]
        shape = FancyBboxPatch((left, low), 222, 118, boxstyle="round,pad=0,rounding_size=40",
                               facecolor=SAND, edgecolor="#b79a5a", lw=2)  # fmt: skip
        axes.add_patch(shape)
        label(axes, left + 111, low + 92, island["name"], ha="center", weight="bold")
        label(axes, left + 111, low + 46, island["doses"], ha="center", fontsize=SMALL,
              linespacing=1.35)  # fmt: skip
    for x, y, turned in ((253, 249, 0), (507, 249, 0), (253, 93, 0), (507, 93, 0)):
        axes.plot([x - 8, x + 8], [y, y], color=VERMILLION, lw=3, ls=":")
        label(axes, x, y + 16 + turned, "?", ha="center", weight="bold", color=INK)
    label(axes, 380, 350, said["sea"], ha="center", fontsize=SMALL, color=SOFT)
    return figure
