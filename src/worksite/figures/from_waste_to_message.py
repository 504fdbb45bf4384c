"""03/from-waste-to-message: how vesicles were read, 1946 to 2023."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matplotlib.axes import Axes
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
)

ROW, GAP = 44, 10


def _dust(axes: Axes, x: float, y: float, line: str) -> None:
    """Specks."""
    axes.plot([x - 15, x - 5, x + 8, x + 16, x - 11, x + 2, x + 12, x - 1],
              [y + 6, y + 12, y + 10, y - 2, y - 7, y, y - 12, y - 13],
              ".", ms=7, color=line)  # fmt: skip


def _bin(axes: Axes, x: float, y: float, line: str) -> None:
    """A dustbin with a lid."""
    axes.fill([x - 12, x - 9, x + 9, x + 12], [y + 6, y - 15, y - 15, y + 6], fc="white", ec=line)
    axes.plot([x - 15, x + 15], [y + 10, y + 10], color=line, lw=3)
    for dx in (-4, 4):
        axes.plot([x + dx, x + dx * 0.8], [y + 2, y - 11], color=line, lw=1.2)


def _letter(axes: Axes, x: float, y: float, line: str) -> None:
    """A closed envelope."""
    left, right, low, top = x - 17, x + 17, y - 12, y + 12
    axes.fill([left, right, right, left], [low, low, top, top], fc="white", ec=line)
    axes.plot([left, x, right], [top, y - 2, top], color=line, lw=1.4)


def _tag(axes: Axes, x: float, y: float, line: str) -> None:
    """A name tag with a hole."""
    axes.fill([x - 18, x - 8, x + 17, x + 17, x - 8], [y, y + 11, y + 11, y - 11, y - 11],
              fc="white", ec=line)  # fmt: skip
    axes.plot(x - 9, y, "o", ms=4, color=line)
    for dy in (4, -4):
        axes.plot([x - 1, x + 11], [y + dy, y + dy], color=line, lw=1.4)


# Fill, line, mark on the time line, small picture.
LOOK: dict[str, tuple[str, str, str, Callable[[Axes, float, float, str], None]]] = {
    "dust": (PALE_AMBER, INK, "D", _dust),
    "rubbish": (PALE_RED, VERMILLION, "s", _bin),
    "mail": (PALE_BLUE, BLUE, "o", _letter),
    "name": (PALE_GREEN, GREEN, "^", _tag),
}


def draw(words: dict[str, Any]) -> Figure:
    """Years from top to bottom, grouped by how the vesicles were read at the time."""
    phases = words["labels"]["phases"]
    rows = sum(len(phase["events"]) for phase in phases)
    height = rows * ROW + GAP * (len(phases) + 1)
    figure, axes = board(height)
    axes.plot([226, 226], [GAP, height - GAP], color=INK, lw=1.2, zorder=2)
    y = height - GAP
    for phase in phases:
        fill, line, mark, picture = LOOK[phase["look"]]
        tall = ROW * len(phase["events"])
        axes.add_patch(
            FancyBboxPatch((8, y - tall), 744, tall, boxstyle="round,pad=0,rounding_size=8",
                           facecolor=fill, edgecolor=line, lw=1.2)
        )  # fmt: skip
        picture(axes, 40, y - tall / 2, line)
        label(axes, 72, y - tall / 2, phase["name"], weight="bold", fontsize=12.5)
        for at, event in enumerate(phase["events"]):
            middle = y - ROW * (at + 0.5)
            axes.plot(226, middle, marker=mark, color=line, mec="white", mew=1, ms=11, zorder=3)
            label(axes, 244, middle, event["year"], weight="bold")
            label(axes, 302, middle, event["text"], linespacing=1.2)
        y -= tall + GAP
    return figure
