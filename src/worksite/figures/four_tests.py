"""10/four-tests: three examples held against the four tests of the US rule."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    GREEN,
    PALE_AMBER,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT, STEP = 250, 60
FIRST, WIDE = 298, 92  # middle of the first test, and from one to the next


def draw(words: dict[str, Any]) -> Figure:
    """A row for each example: a tick or a cross under each test, and what follows."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, test in enumerate(said["tests"]):
        label(axes, FIRST + at * WIDE, 218, test, ha="center", fontsize=SMALL, color=SOFT,
              linespacing=1.3)  # fmt: skip
    label(axes, 642, 218, said["verdict"], fontsize=SMALL, color=SOFT)
    for at, row in enumerate(said["rows"]):
        y = 160 - at * STEP
        passed = all(row["look"])
        paper = PALE_GREEN if passed else PALE_AMBER
        box = FancyBboxPatch((12, y - 24), 736, 48, boxstyle="round,pad=0,rounding_size=8",
                             facecolor=paper, edgecolor="none")  # fmt: skip
        axes.add_patch(box)
        label(axes, 26, y, row["name"], fontsize=SMALL, weight="bold")
        for place, mark in enumerate(row["look"]):
            x = FIRST + place * WIDE
            if mark:
                axes.plot([x - 8, x - 2, x + 9], [y, y - 7, y + 8], color=GREEN, lw=3.2)
            else:
                axes.plot(x, y, "x", color=VERMILLION, ms=12, mew=3.2)
        label(axes, 642, y, row["told"], fontsize=SMALL, weight="bold")
    return figure
