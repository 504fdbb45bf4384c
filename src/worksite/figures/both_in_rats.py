"""12/both-in-rats: foremen first, workers later, on a line of days."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    AMBER,
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    arrow,
    board,
    label,
)

HEIGHT, LINE = 270, 132
PLACES = (304, 420, 652)  # day 1, 3, 7 on the line


def draw(words: dict[str, Any]) -> Figure:
    """The line of days above, what was found in rats and in people below."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    arrow(axes, (40, LINE), (744, LINE), color=SOFT)
    axes.plot(76, LINE, "X", ms=16, color=VERMILLION)
    label(axes, 76, LINE + 48, said["start"], ha="center", fontsize=SMALL, linespacing=1.3)
    for dx, dy in ((-16, 6), (0, -6), (14, 8), (4, 14)):
        axes.add_patch(Circle((186 + dx, LINE + dy), 6, facecolor=PALE_BLUE, edgecolor=BLUE, lw=2,
                              zorder=4))  # fmt: skip
    label(axes, 186, LINE + 48, said["first"], ha="center", fontsize=SMALL, linespacing=1.3)
    label(axes, 478, 250, said["cells"], ha="center", weight="bold", fontsize=SMALL)
    left, right = PLACES[0] - 19, PLACES[-1] + 19
    axes.plot([left, left, right, right], [220, 232, 232, 220], color=SOFT, lw=1.6)
    for at, (x, day) in enumerate(zip(PLACES, said["days"], strict=True)):
        best = at == 1
        paper = AMBER if best else PALE_AMBER
        axes.add_patch(Circle((x, LINE), 19, facecolor=paper, edgecolor=INK, lw=2, zorder=4))
        axes.add_patch(Circle((x, LINE), 6, facecolor="white", edgecolor=INK, lw=1.4, zorder=5))
        label(axes, x, LINE + 38, day, ha="center", fontsize=SMALL)
        if best:
            label(axes, x, LINE + 62, said["best"], ha="center", weight="bold", color=GREEN)
    for left, paper, edge, line, told in (
        (14, PALE_GREEN, GREEN, "-", said["rats"]),
        (390, "white", SOFT, (0, (5, 3)), said["people"]),
    ):
        box = FancyBboxPatch((left, 26), 358, 46, boxstyle="round,pad=0,rounding_size=8",
                             facecolor=paper, edgecolor=edge, lw=1.6, linestyle=line)  # fmt: skip
        axes.add_patch(box)
        label(axes, left + 179, 49, told, ha="center", fontsize=SMALL, weight="bold")
    return figure
