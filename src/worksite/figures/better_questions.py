"""11/better-questions: the article's three questions, each with a sharper half."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    arrow,
    badge,
    board,
    label,
)

HEIGHT, STEP = 270, 78


def draw(words: dict[str, Any]) -> Figure:
    """Three rows: a question about you, an arrow, a question about the treatment."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for x, head in zip((30, 376), said["heads"], strict=True):
        label(axes, x, 250, head, fontsize=SMALL, color=SOFT, style="italic")
    for at, row in enumerate(said["rows"]):
        y = 198 - at * STEP
        for left, wide, colour, paper in (
            (16, 290, BLUE, PALE_BLUE),
            (364, 380, GREEN, PALE_GREEN),
        ):
            box = FancyBboxPatch((left, y - 30), wide, 62, boxstyle="round,pad=0,rounding_size=10",
                                 facecolor=paper, edgecolor=colour, lw=1.6)  # fmt: skip
            axes.add_patch(box)
        badge(axes, 40, y, str(row["from"]))
        label(axes, 62, y, row["asks"])
        arrow(axes, (314, y), (356, y))
        label(axes, 382, y, row["sharper"], weight="bold", linespacing=1.4)
    return figure
