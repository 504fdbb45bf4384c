"""03/from-waste-to-message: how vesicles were read, 1946 to 2023."""

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
    PALE_RED,
    VERMILLION,
    board,
    label,
)  # fmt: skip

ROW = 50
LOOK = {
    "dust": (PALE_AMBER, INK, "D"),
    "rubbish": (PALE_RED, VERMILLION, "s"),
    "mail": (PALE_BLUE, BLUE, "o"),
    "name": (PALE_GREEN, GREEN, "^"),
}


def draw(words: dict[str, Any]) -> Figure:
    """Years from top to bottom, grouped by how the vesicles were read at the time."""
    phases = words["labels"]["phases"]
    rows = sum(len(phase["events"]) for phase in phases)
    height = rows * ROW + 12 * len(phases) + 12
    figure, axes = board(height)
    y = height - 12.0
    for phase in phases:
        fill, line, mark = LOOK[phase["look"]]
        tall = ROW * len(phase["events"])
        axes.add_patch(
            FancyBboxPatch((12, y - tall), 736, tall, boxstyle="round,pad=0,rounding_size=8",
                           facecolor=fill, edgecolor=line, lw=1.2)
        )  # fmt: skip
        label(axes, 28, y - tall / 2, phase["name"], weight="bold", fontsize=13)
        for at, event in enumerate(phase["events"]):
            middle = y - ROW * (at + 0.5)
            axes.plot(192, middle, marker=mark, color=line, ms=9)
            label(axes, 212, middle, event["year"], weight="bold")
            label(axes, 274, middle, event["text"], linespacing=1.25)
        axes.plot([192, 192], [y - ROW / 2, y - tall + ROW / 2], color=line, lw=1.5, zorder=1)
        y -= tall + 12
    return figure
