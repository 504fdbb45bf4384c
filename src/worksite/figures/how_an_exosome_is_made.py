"""03/how-an-exosome-is-made: four steps through a bag, and the short way beside it."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from worksite.figures.canvas import (
    AMBER,
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    PALE_RED,
    VERMILLION,
    arc,
    arrow,
    badge,
    board,
    ends,
    joined,
    label,
    site_word,
)

HEIGHT, SURFACE, BAG = 490, 305, 52
INSIDE, OUTSIDE, LUMEN = PALE_AMBER, "#f4f9fd", "#e6f0f7"
DEEP_GREEN = "#00654a"  # for words: the line green is too light for letters on pale blue
# A skin has the colour of the skin it came from; between its two lines it is pale.
PALE = {BLUE: "#cfe3f2", GREEN: "#c9ebdf"}


def _skin(axes: Axes, shape: Path, colour: str, fill: str = "none") -> None:
    """A double skin: a wide line with a pale one on it."""
    axes.add_patch(PathPatch(shape, facecolor=fill, edgecolor=colour, lw=6.4, capstyle="butt"))
    axes.add_patch(PathPatch(shape, facecolor="none", edgecolor=PALE[colour], lw=3))


def _bubbles(axes: Axes, places: list[tuple[float, float]], colour: str) -> None:
    """Bubbles with a double skin and the cell's inside in them; the first one is to follow."""
    xs, ys = zip(*places, strict=True)
    axes.plot(xs, ys, "o", ms=17.5, mfc=PALE[colour], mec=colour, mew=1.7, zorder=5)
    axes.plot(xs, ys, "o", ms=11.5, mfc=INSIDE, mec=colour, mew=1.4, zorder=5)


def _followed(axes: Axes, x: float, y: float) -> None:
    axes.plot(x, y, "D", ms=6, mfc=AMBER, mec=INK, mew=1.1, zorder=6)


def _neck(x: float, deep: float, r: float, lip: float, way: int) -> list[Path]:
    """Surface turning into a round bulge (way 1) or an open bag (way -1), with soft lips.

    ``deep`` is how far the middle of the round part lies from the surface; its radius is ``r``,
    the lips' is ``lip``. Returns left lip, round part, right lip.
    """
    off = math.sqrt((r + lip) ** 2 - (deep - lip) ** 2)
    lean = math.degrees(math.atan2(deep - lip, off))
    lip_y = SURFACE + way * lip
    return [
        arc(x - off, lip_y, lip, -90 * way, lean * way),
        arc(x, SURFACE + way * deep, r, (180 + lean) * way, -lean * way),
        arc(x + off, lip_y, lip, (180 - lean) * way, 270 * way),
    ]


def _dented(x: float, y: float) -> Path:
    """A bag whose wall dents inward at the top: wall, lip, dent, lip."""
    dent, deep, lip = 17, 29, 6
    lip_y = ((BAG - lip) ** 2 + deep**2 - (dent + lip) ** 2) / (2 * deep)
    lip_x = math.sqrt((BAG - lip) ** 2 - lip_y**2)
    on_bag = math.degrees(math.atan2(lip_y, lip_x))
    lean = math.degrees(math.atan2(lip_y - deep, lip_x))
    return joined(
        arc(x, y, BAG, on_bag, -180 - on_bag),
        arc(x - lip_x, y + lip_y, lip, 180 - on_bag, -lean),
        arc(x, y + deep, dent, 180 - lean, 360 + lean),
        arc(x + lip_x, y + lip_y, lip, 180 + lean, on_bag),
    )


def _surface(axes: Axes) -> None:
    """The skin of the cell, with a bulge at the left and an open bag at the right."""
    bulge, opened = _neck(112, 29, 19, 8, 1), _neck(500, 38, 46, 9, -1)
    axes.add_patch(PathPatch(joined(*bulge), facecolor=INSIDE, lw=0))
    bag = joined(*opened)
    left, right = ends(bag)
    _skin(axes, joined((-10, SURFACE), *bulge, left), GREEN)
    _skin(axes, joined(right, (770, SURFACE)), GREEN)
    _skin(axes, bag, BLUE, OUTSIDE)


def draw(words: dict[str, Any]) -> Figure:
    """Cell below, outside above; the surface opens where a bag has merged with it."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    axes.axhspan(0, SURFACE, color=INSIDE, zorder=0)
    axes.axhspan(SURFACE, HEIGHT, color=OUTSIDE, zorder=0)
    _surface(axes)
    y = 168
    _skin(axes, _dented(102, y), BLUE, LUMEN)
    _followed(axes, 102, y + 29)
    _skin(axes, arc(298, y, BAG, 0, 360), BLUE, LUMEN)
    _bubbles(axes, [(316, 190), (286, 196), (322, 160), (293, 164), (267, 176), (292, 137)], BLUE)
    _followed(axes, 316, 190)
    arrow(axes, (162, y), (238, y))
    arrow(axes, (354, 192), (444, 240))
    arrow(axes, (358, 148), (428, 112))
    # The lysosome, and what is left of bubbles in it.
    axes.plot(476, 88, "o", ms=72, mfc=PALE_RED, mec=VERMILLION, mew=2.6)
    axes.plot([456, 470, 488, 496, 474], [104, 64, 116, 80, 90], marker=(4, 1, 20), ls="", ms=9,
              color=BLUE)  # fmt: skip
    _bubbles(axes, [(498, 248), (522, 278), (484, 288)], BLUE)
    _followed(axes, 498, 248)
    _bubbles(axes, [(506, 388), (470, 352), (538, 346), (462, 428), (540, 432)], BLUE)
    _followed(axes, 506, 388)
    _bubbles(axes, [(112, SURFACE + 84), (160, SURFACE + 132), (88, SURFACE + 138)], GREEN)
    _label_all(axes, said)
    return figure


def _label_all(axes: Axes, said: dict[str, Any]) -> None:
    for name, y, beside in (("outside", HEIGHT - 18, 148), ("inside", 18, 136)):
        label(axes, 14, y, said[name]["body"])
        site_word(axes, beside, y, said[name]["site"])
    label(axes, 404, 172, said["fork"], fontsize=10, style="italic")
    places = {
        "dent": (50, 90), "full": (240, 90), "merge": (584, 252), "exosomes": (584, 404),
        "lysosome": (546, 100), "ectosome": (192, 390),
    }  # fmt: skip
    colours = {"exosomes": BLUE, "ectosome": DEEP_GREEN}
    for name, (x, y) in places.items():
        each = said[name]
        if "step" in each:
            badge(axes, x - 18, y + 8 * ("\n" in each["body"]), each["step"])
        bold = {"weight": "bold", "color": colours[name]} if name in colours else {}
        label(axes, x, y, each["body"], **bold)
        if "site" in each:
            site_word(axes, x, y - 18 - 9 * ("\n" in each["body"]), each["site"])
