"""03/how-an-exosome-is-made: four steps through a bag, and the short way beside it."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    PALE_AMBER,
    PALE_GREEN,
    PALE_RED,
    SOFT,
    VERMILLION,
    arrow,
    board,
    label,
)

HEIGHT, SURFACE = 450, 285
OUTSIDE, SKIN = "#f4f9fd", "#7a5600"


def _skin(axes: Axes, points: list[tuple[float, float]], closed: bool, fill: str) -> None:
    """A double skin: a wide dark line with a pale one on it."""
    shape = Path(points, closed=closed)
    for width, colour in ((7.0, SKIN), (3.4, "#ffe9b8")):
        axes.add_patch(
            PathPatch(shape, facecolor=fill if closed else "none", edgecolor=colour, lw=width,
                      joinstyle="round", capstyle="round")
        )  # fmt: skip


def _arc(cx: float, cy: float, r: float, start: float, end: float) -> list[tuple[float, float]]:
    """Points of an arc, angles in degrees, counter-clockwise if end is above start."""
    count = max(3, round(abs(end - start) / 12))
    angles = [math.radians(start + (end - start) * at / count) for at in range(count + 1)]
    return [(cx + r * math.cos(a), cy + r * math.sin(a)) for a in angles]


def _bubble(axes: Axes, x: float, y: float, r: float, colour: str, fill: str) -> None:
    axes.add_patch(Circle((x, y), r, facecolor=fill, edgecolor=colour, lw=2.2, zorder=5))


def _bag(axes: Axes, x: float, y: float, fill: str) -> None:
    _skin(axes, _arc(x, y, 52, 0, 360), True, fill)


def _bubbles(axes: Axes, x: float, y: float) -> None:
    for dx, dy in ((-22, 18), (12, 26), (28, -6), (-4, -2), (-28, -14), (6, -30)):
        _bubble(axes, x + dx, y + dy, 10, BLUE, PALE_AMBER)


def draw(words: dict[str, Any]) -> Figure:
    """Cell below, outside above; the surface opens where a bag has merged with it."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    axes.axhspan(0, SURFACE, color=PALE_AMBER, zorder=0)
    axes.axhspan(SURFACE, HEIGHT, color=OUTSIDE, zorder=0)
    label(axes, 14, HEIGHT - 16, said["outside"], color=SOFT)
    label(axes, 14, 16, said["inside"], color=SOFT)
    # The surface: a bulge at the left, an open bag at the right.
    bulge = [(102 - 18, SURFACE), *_arc(102, SURFACE + 24, 24, 220, -40), (102 + 18, SURFACE)]
    opened = [(520, SURFACE), *_arc(558, SURFACE - 34, 50, 130, 410), (596, SURFACE)]
    # What is inside the bulge is the cell's inside; what is in the open bag is outside.
    bud = [(88, SURFACE - 4), *_arc(102, SURFACE + 24, 22, 220, -40), (116, SURFACE - 4)]
    axes.add_patch(PathPatch(Path(bud), facecolor=PALE_AMBER, edgecolor="none", zorder=0.9))
    inner = Path([(526, SURFACE + 4), *_arc(558, SURFACE - 34, 46, 128, 412), (590, SURFACE + 4)])
    axes.add_patch(PathPatch(inner, facecolor=OUTSIDE, edgecolor="none", zorder=0.9))
    _skin(axes, [(-10, SURFACE), *bulge, *opened, (770, SURFACE)], False, "none")
    # 1: a bag whose wall dents inward.
    dented = [*_arc(112, 150, 52, 118, 422), *_arc(112, 190, 20, 20, -200)]
    _skin(axes, dented, True, PALE_GREEN)
    label(axes, 112, 66, said["dent"], ha="center")
    arrow(axes, (174, 150), (236, 150))
    # 2: a bag full of bubbles, and the fork.
    _bag(axes, 300, 150, PALE_GREEN)
    _bubbles(axes, 300, 150)
    label(axes, 300, 66, said["full"], ha="center")
    arrow(axes, (358, 170), (498, 226))
    arrow(axes, (362, 138), (464, 106))
    label(axes, 392, 160, said["fork"], fontsize=10, color=SOFT, style="italic", ha="left")
    # The lysosome.
    axes.add_patch(
        Circle((524, 102), 50, facecolor=PALE_RED, edgecolor=VERMILLION, lw=2.4, hatch="xx")
    )
    for dx, dy in ((-18, 10), (14, 18), (4, -16)):
        axes.add_patch(
            Circle((524 + dx, 102 + dy), 10, facecolor="white", edgecolor=BLUE, lw=2, ls=":")
        )
    label(axes, 586, 102, said["lysosome"])
    # 3 and 4: the open bag lets its bubbles go.
    for x, y in ((538, 240), (572, 232), (560, 266)):
        _bubble(axes, x, y, 10, BLUE, PALE_AMBER)
    label(axes, 618, 244, said["merge"])
    for x, y in ((556, 318), (520, 346), (588, 352), (544, 386), (616, 392)):
        _bubble(axes, x, y, 10, BLUE, PALE_AMBER)
    label(axes, 480, 424, said["exosomes"], weight="bold", color=BLUE)
    # The short way.
    _bubble(axes, 96, 368, 17, GREEN, PALE_AMBER)
    _bubble(axes, 150, 392, 13, GREEN, PALE_AMBER)
    label(axes, 176, 350, said["ectosome"], weight="bold", color="#00654a")
    return figure
