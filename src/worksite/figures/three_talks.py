"""11/three-talks: team talk, option talk, decision talk, and the way back."""

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
    arrow,
    badge,
    board,
    label,
    shape,
)

HEIGHT, WIDE, STEP = 230, 210, 258
LOOKS = ((BLUE, PALE_BLUE), (VERMILLION, PALE_AMBER), (GREEN, PALE_GREEN))


def draw(words: dict[str, Any]) -> Figure:
    """Three bubbles with arrows between them, and one long arrow back."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, talk in enumerate(said["talks"]):
        colour, paper = LOOKS[at]
        left = 16 + at * STEP
        shape(axes, [(left + 34, 88), (left + 62, 88), (left + 26, 62)], paper, colour, lw=1.6)
        box = FancyBboxPatch((left, 86), WIDE, 126, boxstyle="round,pad=0,rounding_size=14",
                             facecolor=paper, edgecolor=colour, lw=1.8, zorder=3)  # fmt: skip
        axes.add_patch(box)
        badge(axes, left + 22, 188, str(at + 1))
        label(axes, left + 40, 188, talk["name"], weight="bold", zorder=4)
        label(axes, left + 20, 138, talk["asks"], linespacing=1.5, zorder=4)
        if at:
            arrow(axes, (left - 42, 150), (left - 8, 150))
    arrow(axes, (640, 60), (120, 60), color=SOFT, connectionstyle="arc3,rad=-0.12", lw=1.4)
    label(axes, 380, 14, said["back"], ha="center", fontsize=SMALL, color=SOFT, style="italic")
    return figure
