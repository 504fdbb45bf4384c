"""Outlines that several diagrams share: a body and its organs, in simple shapes of our own."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Ellipse

from worksite.figures.canvas import INK, arc, joined, shape

BODY = "#ded4c2"


def _limb(axes: Axes, points: list[tuple[float, float]], width: float) -> None:
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, color=BODY, lw=width, solid_capstyle="round", solid_joinstyle="round")


def person(axes: Axes, x: float, y: float, size: float = 1.0) -> None:
    """A standing outline, its feet at (x, y), 340 CSS pixels high at size 1."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + px * size, y + py * size) for px, py in points]

    axes.add_patch(Circle((x, y + 312 * size), 28 * size, facecolor=BODY, edgecolor="none"))
    _limb(axes, at((0, 285), (0, 270)), 20 * size)
    _limb(axes, at((-34, 250), (34, 250), (26, 165), (-26, 165), (-34, 250)), 26 * size)
    _limb(axes, at((0, 250), (0, 165)), 44 * size)
    _limb(axes, at((-46, 248), (-62, 190), (-64, 140)), 17 * size)
    _limb(axes, at((46, 248), (62, 190), (64, 140)), 17 * size)
    _limb(axes, at((-21, 160), (-24, 80), (-24, 12)), 24 * size)
    _limb(axes, at((21, 160), (24, 80), (24, 12)), 24 * size)


def lungs(axes: Axes, x: float, y: float, fill: str, edge: str = INK) -> None:
    """Two lungs about (x, y), 60 wide and 52 high."""
    for side in (-1, 1):
        lobe = Ellipse((x + side * 16, y), 24, 52, angle=side * 8, facecolor=fill, edgecolor=edge,
                       lw=1.8, zorder=3)  # fmt: skip
        axes.add_patch(lobe)


def liver(axes: Axes, x: float, y: float, fill: str, edge: str = INK) -> None:
    """A liver about (x, y), 50 wide: a wedge with a round side."""
    outline = joined(arc(x - 8, y, 17, 90, 270), (x + 30, y + 14), (x - 8, y + 17))
    shape(axes, outline, fill, edge, lw=1.8, zorder=3)


def bean(axes: Axes, x: float, y: float, fill: str, edge: str = INK, wide: float = 14) -> None:
    """A spleen or a kidney: a small upright bean."""
    axes.add_patch(Ellipse((x, y), wide, wide * 1.7, facecolor=fill, edgecolor=edge, lw=1.6,
                           zorder=3))  # fmt: skip
