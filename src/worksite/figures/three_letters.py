"""02/three-letters: what the M, the S and the C of MSC have been said to stand for, and by whom."""

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
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT = 286
LEFT, WIDE, LETTERS = 190, 178, ("M", "S", "C")
ROWS = ((VERMILLION, "s", PALE_AMBER), (BLUE, "o", PALE_BLUE), (GREEN, "^", PALE_GREEN))


def draw(words: dict[str, Any]) -> Figure:
    """A column for each letter, a row for each reading."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, letter in enumerate(LETTERS):
        label(axes, LEFT + WIDE * (at + 0.5), 254, letter, ha="center", weight="bold", fontsize=30)
    for at, (reading, (colour, mark, paper)) in enumerate(zip(said["readings"], ROWS, strict=True)):
        middle = 190 - at * 74
        axes.add_patch(
            FancyBboxPatch((12, middle - 32), 736, 64, boxstyle="round,pad=0,rounding_size=9",
                           facecolor=paper, edgecolor="none", zorder=0)
        )  # fmt: skip
        axes.plot(30, middle + 11, mark, color=colour, ms=9)
        label(axes, 46, middle + 11, reading["year"], weight="bold")
        label(axes, 26, middle - 12, reading["who"], fontsize=SMALL, color=SOFT)
        for column, word in enumerate(reading["words"]):
            new = column in reading["at"]
            x = LEFT + WIDE * (column + 0.5)
            label(axes, x, middle, word, ha="center", weight="bold" if new else "normal",
                  color=colour if new else SOFT)  # fmt: skip
            if new and at:
                axes.plot([x - 48, x + 48], [middle - 14] * 2, color=colour, lw=2.2)
    return figure
