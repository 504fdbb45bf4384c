"""05/label-and-life: where the label was, and where living cells were, over three days in mice."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    GREEN,
    INK,
    PALE_AMBER,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)
from worksite.figures.shapes import liver, lungs

HEIGHT = 330
LEFT, WIDE = 176, 192
MARKS = {"none": "×", "unknown": "?"}
ROWS = ((VERMILLION, PALE_AMBER), (GREEN, PALE_GREEN))


def _organ(axes: Axes, x: float, y: float, name: str, colour: str) -> None:
    if name == "lung":
        lungs(axes, x, y, "white", colour)
    elif name == "liver":
        liver(axes, x, y, "white", colour)


def draw(words: dict[str, Any]) -> Figure:
    """Columns: one hour, one day, three days. Rows: the label, and cells that lived."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, when in enumerate(said["times"]):
        label(axes, LEFT + WIDE * (at + 0.5), 308, when, ha="center", weight="bold")
    for row, (track, (colour, paper)) in enumerate(zip(said["tracks"], ROWS, strict=True)):
        middle = 220 - row * 146
        box = FancyBboxPatch((12, middle - 68), 736, 136, facecolor=paper, edgecolor="none",
                             boxstyle="round,pad=0,rounding_size=10", zorder=0)  # fmt: skip
        axes.add_patch(box)
        label(axes, 28, middle + 12, track["name"], weight="bold")
        label(axes, 28, middle - 14, track["what"], fontsize=SMALL, color=SOFT)
        for at, (place, kind) in enumerate(zip(track["places"], track["look"], strict=True)):
            x = LEFT + WIDE * (at + 0.5)
            _organ(axes, x, middle + 16, kind, colour)
            if kind in MARKS:
                label(axes, x, middle + 16, MARKS[kind], ha="center", fontsize=26, color=INK)
            label(axes, x, middle - 38, place, ha="center", fontsize=SMALL)
    return figure
