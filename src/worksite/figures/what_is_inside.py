"""04/what-is-inside: an open vesicle, its cargo in rows, and how sure we are of each."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Wedge

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    PALE_RED,
    SMALL,
    SOFT,
    VERMILLION,
    board,
    label,
)

HEIGHT, STEP, TOP = 400, 74, 352
PAPERS = {4: PALE_GREEN, 3: PALE_BLUE, 2: PALE_AMBER, 1: PALE_RED}
STEPS = 4  # of the meter of how sure


def _vesicle(axes: Axes, x: float, y: float) -> None:
    """A vesicle cut open: a double skin, and inside a few pieces of each cargo."""
    axes.add_patch(Circle((x, y), 104, facecolor="#f6f1e7", edgecolor=BLUE, lw=3, zorder=1))
    axes.add_patch(Circle((x, y), 95, facecolor="none", edgecolor=BLUE, lw=1.6, zorder=1))
    for dx, dy, r in ((-40, 40, 15), (12, 56, 12), (-58, -8, 12), (38, -44, 15), (-22, -62, 12),
                      (56, 22, 11), (0, -14, 13)):  # fmt: skip
        shape = Wedge((x + dx, y + dy), r, 30, 330, facecolor=PALE_GREEN, edgecolor=GREEN, lw=1.5)
        axes.add_patch(shape)
    for dx, dy in ((-6, 24), (30, -8), (-34, -34)):
        xs = [x + dx + step * 5 for step in range(6)]
        ys = [y + dy + (4 if step % 2 else -4) for step in range(6)]
        axes.plot(xs, ys, color=VERMILLION, lw=2)
    axes.plot([x - 36, x - 24], [y + 4, y + 8], color=INK, lw=2.6)


def _meter(axes: Axes, x: float, y: float, sure: int) -> None:
    for step in range(STEPS):
        box = FancyBboxPatch((x + step * 17, y - 6), 13, 12, boxstyle="round,pad=0,rounding_size=3",
                             facecolor=INK if step < sure else "white", edgecolor=INK, lw=1.2,
                             zorder=4)  # fmt: skip
        axes.add_patch(box)


def draw(words: dict[str, Any]) -> Figure:
    """The vesicle at the left; a row for each cargo, from the surest to the most disputed."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    _vesicle(axes, 122, 208)
    label(axes, 122, 68, said["drawn"], ha="center", fontsize=SMALL, color=SOFT)
    for at, row in enumerate(said["cargo"]):
        y = TOP - at * STEP
        box = FancyBboxPatch((246, y - 32), 502, 64, boxstyle="round,pad=0,rounding_size=9",
                             facecolor=PAPERS[row["look"]], edgecolor="none", zorder=0)  # fmt: skip
        axes.add_patch(box)
        label(axes, 260, y + 12, row["name"], weight="bold")
        label(axes, 260, y - 12, row["found"], fontsize=SMALL)
        _meter(axes, 584, y + 12, row["look"])
        label(axes, 660, y + 12, row["sure"], fontsize=SMALL, color=SOFT)
    return figure
