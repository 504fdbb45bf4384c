"""00/site-map: the building site with every role that later lessons use."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle, Wedge

from worksite.figures.canvas import AMBER, INK, SOFT, board, label

HEIGHT = 430
GROUND = 118
BRICK, MORTAR, ORANGE, NAVY, TEAL = "#e3b59b", "#8a4b2d", "#e07b1f", "#0b5c94", "#3d8f76"


def _person(axes: Axes, x: float, y: float, tall: float, coat: str, helmet: str) -> None:
    """A figure with a helmet, ``tall`` pixels high, standing on (x, y)."""
    s = tall / 100
    edge: dict[str, Any] = {"edgecolor": INK, "lw": 1.0, "zorder": 3}
    legs = [(-8, 0), (-7, 40), (7, 40), (8, 0), (2, 0), (0, 30), (-2, 0)]
    body = [(-12, 38), (-13, 70), (-7, 78), (7, 78), (13, 70), (12, 38)]
    for points, colour in ((legs, "#33507a"), (body, coat)):
        axes.add_patch(
            Polygon([(x + s * a, y + s * b) for a, b in points], facecolor=colour, **edge)
        )
    axes.add_patch(Circle((x, y + 86 * s), 8 * s, facecolor="#d9a47a", **edge))
    axes.add_patch(Wedge((x, y + 88 * s), 11 * s, 0, 180, facecolor=helmet, **edge))


def _named(axes: Axes, x: float, y: float, words: list[str], ha: str = "center") -> None:
    site, body = words
    label(axes, x, y, site, weight="bold", ha=ha)
    label(axes, x, y - 18, body, fontsize=10, color=SOFT, ha=ha)


def _house(axes: Axes) -> None:
    """A brick house with a broken corner."""
    left, right, top = 300, 500, GROUND + 152
    axes.add_patch(
        Rectangle(
            (left, GROUND), right - left, top - GROUND, facecolor=BRICK, edgecolor=MORTAR, lw=2
        )
    )
    xs: list[float] = []
    ys: list[float] = []
    for row in range(1, 9):
        y = GROUND + row * 19
        joints = [(x, x, y - 19, y) for x in range(left + (12 if row % 2 else 30), right, 36)]
        for x1, x2, y1, y2 in [(left, right, y, y), *joints]:
            xs += [x1, x2, float("nan")]
            ys += [y1, y2, float("nan")]
    axes.plot(xs, ys, color=MORTAR, lw=0.8, zorder=1)
    roof = [(left - 22, top), ((left + right) / 2, top + 78), (right + 22, top)]
    axes.add_patch(Polygon(roof, facecolor="#b8c4d6", edgecolor=INK, lw=1.6))
    # Door and hole cover the joints; whoever stands before them covers both.
    door = Rectangle((330, GROUND), 70, 92, facecolor="white", edgecolor=INK, lw=1.2, zorder=2)
    axes.add_patch(door)
    hole = [(500, 232), (470, 238), (456, 214), (468, 190), (450, 172), (474, 160), (500, 166)]
    axes.add_patch(Polygon(hole, facecolor="white", edgecolor=MORTAR, lw=2, zorder=2))


def draw(words: dict[str, Any]) -> Figure:
    """House in the middle, who comes from the left, who inspects at the right."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    axes.axhspan(GROUND, HEIGHT, color="#f4f9fd")
    axes.axhspan(62, GROUND, color="#e9dcc3")
    axes.axhspan(0, 62, color="#c9ced6")
    axes.plot([0, 760], [31, 31], color="white", lw=2.5, ls=(0, (8, 6)))
    _house(axes)
    for x, coat in ((352, TEAL), (380, TEAL)):
        _person(axes, x, GROUND, 62, coat, AMBER)
    for x in (44, 92, 140):
        _person(axes, x, GROUND, 100, ORANGE, AMBER)
    axes.plot([112, 122], [150, 196], color="#6b4a2b", lw=4, solid_capstyle="round")
    _person(axes, 232, GROUND, 100, NAVY, "white")
    axes.add_patch(Rectangle((246, 146), 26, 19, facecolor="#7a4a1e", edgecolor=INK))
    axes.add_patch(Wedge((259, 165), 6, 0, 180, width=2.5, facecolor="#7a4a1e", edgecolor=INK))
    _person(axes, 690, GROUND, 100, "#5b5f66", "white")
    axes.add_patch(Rectangle((650, 160), 22, 30, facecolor="white", edgecolor=INK, lw=1.4))
    for y in (168, 175, 182):
        axes.plot([654, 668], [y, y], color=INK, lw=1)
    for x, y, r in ((508, 176, 15), (526, 196, 20), (540, 172, 14), (520, 220, 15), (552, 206, 17)):
        puff = Circle((x, y), r, facecolor="#d8d2c6", edgecolor="#8a8478", lw=1, zorder=3)
        axes.add_patch(puff)
    for x, wide, high, colour in ((590, 62, 30, AMBER), (655, 24, 22, "white")):
        axes.add_patch(
            Rectangle((x, 14), wide, high, facecolor=colour, edgecolor=INK, lw=1.2, zorder=3)
        )
    axes.plot([604, 640, 668], [13, 13, 13], "o", color=INK, ms=9, zorder=4)
    _named(axes, 92, 246, said["workers"])
    _named(axes, 226, 292, said["foreman"])
    axes.plot([228, 230], [266, 226], color=SOFT, lw=1)
    _named(axes, 400, 386, said["house"])
    _named(axes, 352, 96, said["crew"])
    _named(axes, 590, 312, said["dust"])
    axes.plot([580, 556], [286, 234], color=SOFT, lw=1)
    _named(axes, 684, 246, said["inspector"])
    label(
        axes,
        20,
        31,
        said["road"][0],
        weight="bold",
        bbox={"facecolor": "#c9ced6", "lw": 0, "pad": 3},
    )
    label(
        axes,
        168,
        31,
        said["road"][1],
        fontsize=10,
        bbox={"facecolor": "#c9ced6", "lw": 0, "pad": 3},
    )
    return figure
