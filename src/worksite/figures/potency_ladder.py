"""01/potency-ladder: five rungs, what a cell on each can become, and where such cells are."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT, STEP, TOP = 430, 76, 372
WOOD = "#8a6a3c"
# Marks of the kinds of cell a rung can become, in the order in which they go missing downwards.
KINDS = (("o", BLUE), ("s", VERMILLION), ("^", GREEN), ("D", INK), ("v", BLUE), ("P", VERMILLION),
         ("h", GREEN), ("X", INK))  # fmt: skip


def _zone(axes: Axes, rungs: tuple[int, int], paper: str, words: str) -> None:
    first, last = rungs
    low, high = TOP - last * STEP - 33, TOP - first * STEP + 33
    zone = FancyBboxPatch((12, low), 736, high - low, boxstyle="round,pad=0,rounding_size=10",
                          facecolor=paper, edgecolor="none", zorder=0)  # fmt: skip
    axes.add_patch(zone)
    label(axes, 734, (low + high) / 2, words, ha="center", va="center", rotation=270,
          weight="bold", fontsize=SMALL)  # fmt: skip


def _choice(axes: Axes, x: float, y: float, kinds: int, ring: bool = False) -> None:
    """Marks of ``kinds`` kinds of cell in two rows; the ring stands for the birth tissues."""
    for at, (mark, colour) in enumerate(KINDS[:kinds]):
        column, row = divmod(at, 2)
        high = y + (9 if row == 0 else -9) if kinds > 1 else y
        axes.plot(x + column * 20, high, mark, color=colour, ms=8, zorder=4)
    if ring:
        axes.add_patch(FancyBboxPatch((x - 14, y - 22), 88, 44, facecolor="none", edgecolor=INK,
                       boxstyle="round,pad=0,rounding_size=20", lw=1.4, ls="--"))  # fmt: skip


def draw(words: dict[str, Any]) -> Figure:
    """Rungs from the widest choice down; the zones say where such cells are found."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    _zone(axes, (0, 1), PALE_BLUE, said["embryo"])
    _zone(axes, (2, 4), PALE_GREEN, said["adult"])
    for rail in (40, 96):
        axes.plot([rail, rail], [24, HEIGHT - 22], color=WOOD, lw=7, solid_capstyle="round")
    for at, rung in enumerate(said["rungs"]):
        y = TOP - at * STEP
        axes.plot([36, 100], [y, y], color=WOOD, lw=6, solid_capstyle="round")
        axes.add_patch(Circle((68, y), 17, facecolor="white", edgecolor=INK, lw=1.8, zorder=3))
        label(axes, 68, y - 0.5, str(5 - at), ha="center", weight="bold", zorder=4)
        label(axes, 122, y + 10, rung["name"], weight="bold")
        label(axes, 122, y - 10, rung["makes"], fontsize=SMALL)
        _choice(axes, 402, y, **rung["look"])
        label(axes, 496, y, rung["example"], fontsize=SMALL, color=SOFT, linespacing=1.35)
    return figure
