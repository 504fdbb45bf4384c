"""04/from-uptake-to-effect: five gates a message has to pass, and how it can fail at each."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    BLUE,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_RED,
    SMALL,
    SOFT,
    VERMILLION,
    arrow,
    badge,
    board,
    label,
    site_word,
)

HEIGHT, WIDE = 350, 148


def _case(axes: Axes, x: float, y: float, size: float = 1.0) -> None:
    """A briefcase, the course's sign for a message."""
    axes.add_patch(FancyBboxPatch((x - 15 * size, y - 11 * size), 30 * size, 21 * size,
                   boxstyle="round,pad=0,rounding_size=3", facecolor="#7a4a1e", edgecolor=INK,
                   lw=1.2, zorder=5))  # fmt: skip
    grip = [(-6, 10), (-6, 16), (6, 16), (6, 10)]
    xs, ys = zip(*[(x + dx * size, y + dy * size) for dx, dy in grip], strict=True)
    axes.plot(xs, ys, color=INK, lw=1.8)


def _card(axes: Axes, left: float, low: float, high: float, paper: str) -> None:
    box = FancyBboxPatch((left, low), WIDE - 12, high, boxstyle="round,pad=0,rounding_size=9",
                         facecolor=paper, edgecolor="none", zorder=0)  # fmt: skip
    axes.add_patch(box)


def _scene(axes: Axes, at: int, x: float, y: float) -> None:
    """What happens at each gate: outside, swallowed, let out, read, noticed."""
    if at == 0:
        axes.add_patch(Circle((x - 14, y), 20, facecolor=PALE_BLUE, edgecolor=BLUE, lw=2))
        _case(axes, x - 14, y - 1, 0.62)
        axes.plot([x + 30, x + 24, x + 30], [y + 30, y, y - 30], color=INK, lw=2.6)
    elif at == 1:
        axes.add_patch(Circle((x, y), 33, facecolor=PALE_AMBER, edgecolor=VERMILLION, lw=2.2))
        axes.add_patch(Circle((x, y), 20, facecolor=PALE_BLUE, edgecolor=BLUE, lw=2))
        _case(axes, x, y - 1, 0.62)
    elif at == 2:
        axes.add_patch(Circle((x - 20, y), 26, facecolor=PALE_AMBER, edgecolor=VERMILLION, lw=2.2,
                              ls="--"))  # fmt: skip
        _case(axes, x + 26, y, 0.8)
        label(axes, x - 20, y, "?", ha="center", weight="bold", fontsize=18)
    elif at == 3:
        axes.add_patch(FancyBboxPatch((x - 30, y - 24), 60, 48, facecolor="white", edgecolor=INK,
                       boxstyle="round,pad=0,rounding_size=3", lw=1.6))  # fmt: skip
        for line in range(4):
            axes.plot([x - 22, x + (22 if line < 3 else 6)], [y + 14 - line * 10] * 2, color=SOFT)
    else:
        for dx, tall in ((-26, 20), (0, 34), (26, 48)):
            axes.plot([x + dx, x + dx], [y - 26, y - 26 + tall], color=BLUE, lw=11)


def draw(words: dict[str, Any]) -> Figure:
    """Five gates from left to right; below each, the way out that ends the message."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, gate in enumerate(said["gates"]):
        left = 12 + at * (WIDE - 1)
        x = left + WIDE / 2
        _card(axes, left + 4, 132, 206, "#f7f3ea")
        badge(axes, left + 20, 320, str(at + 1))
        label(axes, x + 8, 320, gate["name"], ha="center", weight="bold")
        _scene(axes, at, x, 252)
        label(axes, x, 186, gate["body"], ha="center", fontsize=SMALL, linespacing=1.3)
        site_word(axes, x, 150, gate["site"], ha="center")
        if at:
            arrow(axes, (left - 12, 252), (left + 8, 252))
        arrow(axes, (x, 130), (x, 104), color=VERMILLION)
        _card(axes, left + 4, 30, 70, PALE_RED)
        label(axes, x, 65, gate["fails"], ha="center", fontsize=SMALL, linespacing=1.3)
    label(axes, 16, 13, said["foot"], fontsize=SMALL, color=SOFT)
    return figure
