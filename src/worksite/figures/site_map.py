"""00/site-map: the building site with every role that later lessons use."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from worksite.figures.canvas import AMBER, INK, SOFT, arc, board, joined, label, shape

HEIGHT, GROUND, ROAD = 456, 132, 64
SKY, SAND, TAR = "#f4f9fd", "#efe4cd", "#d5d9df"
BRICK, MORTAR, ROOF, WOOD = "#edc4ad", "#8a4b2d", "#b8c4d6", "#6b4a2b"
ORANGE, NAVY, TEAL, GREY = "#e8842a", "#0b5c94", "#3d8f76", "#8b919b"
SKIN, TROUSERS, CASE = "#d9a47a", "#33507a", "#8a5a2b"
Points = list[tuple[float, float]]


def _person(
    axes: Axes, x: float, y: float, s: float, coat: str, helmet: str, hands: Points
) -> None:
    """Someone with a helmet, 100 × ``s`` pixels high, standing on (x, y)."""
    feet, gap = y + 2 * s, float("nan")
    axes.plot([x - 6 * s] * 2 + [gap] + [x + 6 * s] * 2, [feet, y + 42 * s, gap, feet, y + 42 * s],
              color=TROUSERS, lw=7 * s, solid_capstyle="butt", zorder=3)  # fmt: skip
    axes.plot([x - 9 * s, x - 5 * s, gap, x + 5 * s, x + 9 * s], [feet] * 5, color=INK, lw=4 * s,
              zorder=3)  # fmt: skip
    body = [(-12, 38), (-14, 68), (-8, 78), (8, 78), (14, 68), (12, 38)]
    shape(axes, [(x + a * s, y + b * s) for a, b in body], coat, lw=1)
    for side, (a, b) in zip((-1, 1), hands, strict=True):
        bent = [x + 11 * side * s, x + a * s], [y + 70 * s, y + b * s]
        axes.plot(*bent, color=INK, lw=6.6 * s, zorder=4)
        axes.plot(*bent, color=coat, lw=5 * s, zorder=4)
    axes.plot(x, y + 86 * s, "o", ms=12 * s, mfc=SKIN, mec=INK, mew=0.9, zorder=4)
    brim = y + 88 * s
    dome = joined((x - 14 * s, brim), arc(x, brim, 10.5 * s, 180, 0), (x + 14 * s, brim))
    shape(axes, dome, helmet, lw=1.1, zorder=5)


def _house(axes: Axes) -> None:
    """A brick house with a broken corner, an open door and a scaffold."""
    left, right, top = 322, 530, GROUND + 158
    shape(axes, [(left, GROUND), (left, top), (right, top), (right, GROUND)], BRICK, MORTAR, lw=2)
    xs: list[float] = []
    ys: list[float] = []
    # A few bricks are enough to say "brick".
    for x, row in ((340, 6), (376, 7), (430, 6), (470, 7), (438, 4), (440, 1), (484, 1)):
        y = GROUND + row * 19
        xs += [x, x + 34, x + 34, x, x, float("nan")]
        ys += [y, y, y + 15, y + 15, y, float("nan")]
    axes.plot(xs, ys, color=MORTAR, lw=0.9, zorder=2)
    shape(axes, [(left - 24, top), ((left + right) / 2, top + 80), (right + 24, top)], ROOF, lw=1.5)
    shape(axes, [(352, GROUND), (352, 230), (424, 230), (424, GROUND)], "white", lw=1.3)
    hole = [(532, 252), (500, 258), (486, 232), (500, 208), (480, 186), (506, 172), (532, 180)]
    shape(axes, hole, SKY, lw=0)
    axes.plot(*zip(*hole, strict=True), color=MORTAR, lw=2, zorder=2)


def _dust(axes: Axes) -> None:
    """Puffs at the broken wall, each a disc with an edge; discs on top melt them together."""
    puffs = [(518, 196, 22), (540, 218, 28), (566, 202, 24), (550, 184, 22), (580, 230, 20)]
    for size, colour in ((2, "#8a8478"), (0, "#ddd6c9")):
        for x, y, r in puffs:
            axes.plot(x, y, "o", ms=1.5 * r + size, mfc=colour, mew=0, zorder=4)
    axes.plot([604, 598, 612, 590, 606], [246, 216, 228, 258, 200], ".", color="#8a8478", ms=4)


def _truck(axes: Axes, x: float) -> None:
    shape(axes, [(x, 22), (x, 62), (x + 78, 62), (x + 78, 22)], AMBER, lw=1.3)
    cab = [(x + 81, 22), (x + 81, 52), (x + 98, 52), (x + 108, 38), (x + 108, 22)]
    shape(axes, cab, "white", lw=1.3)
    shape(axes, [(x + 88, 38), (x + 88, 47), (x + 96, 47), (x + 102, 38)], ROOF, lw=0.8)
    axes.plot([x + 18, x + 58, x + 94], [21] * 3, "o", mfc="white", mec=INK, mew=4, ms=10, zorder=5)


def _crews(axes: Axes) -> None:
    """Who is on the site, with what they carry."""
    for x, y in ((371, -15), (405, -17)):
        _person(axes, x, GROUND, 0.72, TEAL, AMBER, [(y, 46), (-y, 46)])
    for x, left, right in ((46, (-18, 44), (24, 60)), (104, (-17, 43), (17, 43)),
                           (162, (-17, 43), (24, 62))):  # fmt: skip
        _person(axes, x, GROUND, 1, ORANGE, AMBER, [left, right])
        axes.plot([x - 12, x + 12], [GROUND + 52] * 2, color="white", lw=2.5, zorder=3.5)
    axes.plot([70, 70], [GROUND + 6, GROUND + 88], color=WOOD, lw=3, zorder=3)  # a shovel
    blade = [(63, 22), (77, 22), (77, 8), (70, 0), (63, 8)]
    shape(axes, [(x, GROUND + y) for x, y in blade], GREY, lw=1)
    bucket = [(112, GROUND + 34), (130, GROUND + 34), (127, GROUND + 14), (115, GROUND + 14)]
    shape(axes, bucket, GREY, lw=1)
    axes.plot([186, 190], [GROUND + 52, GROUND + 84], color=WOOD, lw=3, zorder=3)  # a hammer
    axes.plot([181, 199], [GROUND + 86, GROUND + 84], color=INK, lw=6, zorder=3)
    for x in (224, 276):
        _person(axes, x, GROUND, 1, NAVY, "white", [(-17, 43), (19, 43)])
        case = [
            (x + 9, GROUND + 18),
            (x + 9, GROUND + 37),
            (x + 33, GROUND + 37),
            (x + 33, GROUND + 18),
        ]
        shape(axes, case, CASE, lw=1, zorder=4)
    _person(axes, 688, GROUND, 1, GREY, "white", [(-20, 56), (17, 43)])
    x = 654
    shape(axes, [(x, 176), (x, 208), (x + 22, 208), (x + 22, 176)], "white", lw=1.3, zorder=5)
    axes.plot([x + 4, x + 8, x + 17], [192, 186, 200], color=INK, lw=1.8, zorder=5)


def _named(axes: Axes, x: float, y: float, words: list[str]) -> None:
    site, body = words
    label(axes, x, y, site, weight="bold", ha="center")
    label(axes, x, y - 10, body, fontsize=10, color=SOFT, ha="center", va="top", linespacing=1.15)


def draw(words: dict[str, Any]) -> Figure:
    """House in the middle, who comes from the left, who inspects at the right."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for low, high, colour in ((GROUND, HEIGHT, SKY), (ROAD, GROUND, SAND), (0, ROAD, TAR)):
        axes.axhspan(low, high, color=colour, lw=0, zorder=0)
    axes.plot([0, 760], [10, 10], color="white", lw=3, ls=(0, (7, 6)))
    _house(axes)
    _crews(axes)
    _dust(axes)
    _truck(axes, 580)
    _named(axes, 104, 268, said["workers"])
    _named(axes, 250, 268, said["foremen"])
    _named(axes, 426, 414, said["house"])
    _named(axes, 388, 114, said["crew"])
    _named(axes, 636, 344, said["dust"])
    axes.plot([594, 578], [318, 262], color=SOFT, lw=1)
    _named(axes, 688, 290, said["inspector"])
    _named(axes, 104, 50, said["road"])
    return figure
