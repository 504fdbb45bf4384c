"""10/approved-list: some approved cell products by year, each with its one use."""

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

HEIGHT, STEP = 400, 40
LOOKS = {1: ("^", GREEN, PALE_GREEN), 2: ("o", BLUE, PALE_BLUE), 3: ("X", VERMILLION, PALE_AMBER)}
COLUMNS = (44, 104, 162, 470)  # left edges of place, year, product, use


def draw(words: dict[str, Any]) -> Figure:
    """A row for each product, and the empty row of exosomes at the bottom."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for x, head in zip(COLUMNS, said["heads"], strict=True):
        label(axes, x, 382, head, fontsize=SMALL, color=SOFT)
    for at, row in enumerate(said["rows"]):
        y = 346 - at * STEP
        mark, colour, paper = LOOKS[row["look"]]
        box = FancyBboxPatch((12, y - 16), 736, 33, boxstyle="round,pad=0,rounding_size=7",
                             facecolor=paper, edgecolor="none", zorder=0)  # fmt: skip
        axes.add_patch(box)
        axes.plot(28, y, mark, ms=9, color=colour)
        for x, key in zip(COLUMNS, ("where", "year", "name", "use"), strict=True):
            label(axes, x, y, row[key], fontsize=SMALL, weight="bold" if key == "name" else None)
    none = said["none"]
    box = FancyBboxPatch((12, 50), 736, 33, boxstyle="round,pad=0,rounding_size=7", lw=1.6,
                         facecolor="white", edgecolor=INK, linestyle=(0, (5, 3)))  # fmt: skip
    axes.add_patch(box)
    for x, key in zip((COLUMNS[0], *COLUMNS[2:]), ("where", "name", "use"), strict=True):
        label(axes, x, 66, none[key], fontsize=SMALL, weight="bold", zorder=3)
    for at, name in enumerate(said["key"]):
        mark, colour, _ = LOOKS[at + 1]
        axes.plot(180 + at * 140, 22, mark, ms=9, color=colour)
        label(axes, 194 + at * 140, 22, name, fontsize=SMALL, color=SOFT)
    return figure
