"""01/three-ways-to-divide: what each way of splitting does to the pool of stem cells."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Wedge

from worksite.figures.canvas import (
    AMBER,
    BLUE,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    arrow,
    board,
    label,
    site_word,
)

HEIGHT = 342
PAPERS = (PALE_GREEN, PALE_BLUE, PALE_AMBER)


def _stem(axes: Axes, x: float, y: float) -> None:
    """A stem cell: a round cell with an open ring inside, for all that it can still become."""
    axes.add_patch(Circle((x, y), 27, facecolor="white", edgecolor=BLUE, lw=2.4, zorder=3))
    axes.add_patch(Circle((x, y), 11, facecolor=PALE_BLUE, edgecolor=BLUE, lw=1.6, zorder=4))


def _builder(axes: Axes, x: float, y: float) -> None:
    """A specialised cell: square, with a helmet."""
    box = FancyBboxPatch((x - 22, y - 26), 44, 40, boxstyle="round,pad=0,rounding_size=9",
                         facecolor="white", edgecolor=INK, lw=2, zorder=3)  # fmt: skip
    axes.add_patch(box)
    axes.add_patch(Wedge((x, y + 6), 19, 0, 180, facecolor=AMBER, edgecolor=INK, lw=1.6, zorder=4))
    axes.plot([x - 27, x + 27], [y + 6, y + 6], color=INK, lw=3, solid_capstyle="round", zorder=5)


def draw(words: dict[str, Any]) -> Figure:
    """Three panels: one stem cell above, what it splits into below, the count at the foot."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, way in enumerate(said["ways"]):
        left, middle = 12 + at * 248, 12 + at * 248 + 120
        paper = FancyBboxPatch((left, 74), 240, 258, boxstyle="round,pad=0,rounding_size=10",
                               facecolor=PAPERS[at], edgecolor="none", zorder=0)  # fmt: skip
        axes.add_patch(paper)
        label(axes, middle, 312, way["name"], ha="center", weight="bold")
        _stem(axes, middle, 260)
        for side, kind in zip((-1, 1), way["look"], strict=True):
            x = middle + side * 58
            arrow(axes, (middle + side * 16, 228), (x, 188))
            (_stem if kind == "stem" else _builder)(axes, x, 156)
        label(axes, middle, 108, way["pool"], ha="center", weight="bold")
        label(axes, middle, 89, way["means"], ha="center", fontsize=SMALL, color=SOFT)
    _stem(axes, 52, 30)
    label(axes, 90, 37, said["stem"]["body"])
    site_word(axes, 90, 20, said["stem"]["site"])
    _builder(axes, 330, 30)
    label(axes, 366, 37, said["builder"]["body"])
    site_word(axes, 366, 20, said["builder"]["site"])
    return figure
