"""06/one-protein: the TSG-6 experiment in mice, four lanes from what was given to the heart."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    SMALL,
    SOFT,
    VERMILLION,
    arrow,
    board,
    label,
)
from worksite.figures.shapes import lungs

HEIGHT, STEP = 388, 88


def _heart(axes: Axes, x: float, y: float, better: bool) -> None:
    label(axes, x, y, "♥", ha="center", fontsize=34, color=GREEN if better else VERMILLION)


def _given(axes: Axes, x: float, y: float, kind: str) -> None:
    """Cells, cells that cannot make the protein, the protein alone, or nothing."""
    if kind in ("cells", "silent"):
        for dx, dy in ((-16, 6), (4, -10), (18, 10)):
            axes.add_patch(Circle((x + dx, y + dy), 12, facecolor="white", edgecolor=INK, lw=1.8))
    if kind in ("cells", "protein"):
        for dx, dy in ((-22, -16), (-2, 14), (24, -14), (32, 22)):
            axes.plot(x + dx, y + dy, "D", color=BLUE, ms=6)
    if kind == "silent":
        axes.plot([x - 30, x + 32], [y - 22, y + 24], color=VERMILLION, lw=3)


def draw(words: dict[str, Any]) -> Figure:
    """A lane for each group: given, where the cells were, what became of the heart."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for x, name in zip((120, 380, 620), said["heads"], strict=True):
        label(axes, x, 370, name, ha="center", weight="bold")
    for at, lane in enumerate(said["lanes"]):
        y = 308 - at * STEP
        box = FancyBboxPatch((12, y - 38), 736, 76, facecolor=PALE_AMBER if at % 2 else "#f7f3ea",
                             boxstyle="round,pad=0,rounding_size=9", edgecolor="none")  # fmt: skip
        axes.add_patch(box)
        _given(axes, 62, y, lane["look"])
        label(axes, 112, y, lane["given"], fontsize=SMALL, linespacing=1.3)
        if lane["look"] in ("cells", "silent"):
            lungs(axes, 330, y, "white")
            label(axes, 372, y, said["stuck"], fontsize=SMALL, color=SOFT, linespacing=1.3)
        arrow(axes, (486, y), (540, y))
        _heart(axes, 584, y, lane["kind"] == "better")
        label(axes, 622, y, lane["heart"], fontsize=SMALL, linespacing=1.3)
    return figure
