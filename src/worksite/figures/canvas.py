"""Drawing with words: one look, deterministic SVG, small enough to live in a notebook."""

from __future__ import annotations

import io
import math
import re
import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

WIDTH = 760  # CSS pixels at full width; a figure is never shown wider
PX = 72 / 96  # points a CSS pixel
INK, SOFT, GRID = "#000000", "#4c5666", "#d9d4ca"
# Okabe–Ito; on white only these and black reach 3:1 as lines.
BLUE, VERMILLION, GREEN = "#0072B2", "#D55E00", "#009E73"
PALE_BLUE, PALE_AMBER, PALE_GREEN, PALE_RED = "#dcebf5", "#fdf1d8", "#dff2ea", "#fbe6da"
AMBER = "#f2b233"  # fills only, always outlined
TEXT, SMALL = 11.0, 10.0  # points

_STYLE: Any = {
    "svg.hashsalt": "worksite",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": TEXT,
    "axes.edgecolor": SOFT,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "hatch.linewidth": 0.6,
    "path.simplify": False,
}
_ONE_AT_A_TIME = threading.Lock()
# Readers' systems differ; these are about as wide as what the layout was measured with.
_FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', sans-serif"
# What a stored picture can do without. Order matters: spaces go before what hides behind them.
_SHORTER = (
    (r"<metadata>.*?</metadata>|<!--.*?-->|<\?xml.*?\?>|<!DOCTYPE.*?>", ""),
    (r">\s+<", "><"),
    (r"(\d+\.\d\d)\d+", r"\1"),
    # Nothing is drawn over its frame, so nothing need be cut off there.
    (r' clip-path="[^"]*"|<clipPath .*?</clipPath>|<defs></defs>', ""),
    (r' transform="rotate\(-0 [^"]*"|; stroke-linejoin: miter', ""),
    # The typeface is said once for all.
    (r"font-family: [^;\"]*(; |(?=\"))", ""),
    (r"(<style[^>]*>)", rf"\1text{{font-family: {_FONTS}}} "),
    # Frames without a purpose around one path or one line of text.
    (r'<g id="[a-z0-9]+_\d+">(<path [^>]*/>|<text [^>]*>[^<]*</text>)</g>', r"\1"),
    # Spaces in styles, which stand inside a tag.
    (r": (?=[^<>]*>)", ":"),
    (r"; (?=[^<>]*>)", ";"),
    (r"(?<= )([\d.]+ [\d.]+) L \1 ", r"\1 "),
    (r' z "', 'z"'),
    (r' "/>', '"/>'),
)


def sheet(height: int) -> Figure:
    """An empty white figure, 760 CSS pixels wide and ``height`` high."""
    return Figure(figsize=(WIDTH * PX / 72, height * PX / 72), facecolor="white")


def board(height: int) -> tuple[Figure, Axes]:
    """A sheet with one drawing area in CSS pixels: x from 0 to 760, y up from 0 to ``height``."""
    figure = sheet(height)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set(xlim=(0, WIDTH), ylim=(0, height))
    axes.axis("off")
    return figure, axes


def label(axes: Axes, x: float, y: float, words: str, **style: Any) -> None:
    """Text at a place, left-aligned at its middle unless told otherwise."""
    axes.text(x, y, words, **{"ha": "left", "va": "center", "fontsize": TEXT, **style})


def shape(
    axes: Axes,
    outline: Path | Sequence[tuple[float, float]],
    fill: str,
    edge: str = INK,
    **style: Any,
) -> None:
    """A filled shape with an edge, above the background."""
    line = outline if isinstance(outline, Path) else Path([*outline, outline[0]], closed=True)
    axes.add_patch(PathPatch(line, **{"facecolor": fill, "edgecolor": edge, "zorder": 2, **style}))


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], **style: Any) -> None:
    """An arrow from one place to another, in axes units."""
    props = {"arrowstyle": "-|>,head_width=0.28,head_length=0.5", "color": INK, "lw": 1.6, **style}
    axes.annotate("", xy=end, xytext=start, arrowprops=props)


def arc(cx: float, cy: float, r: float, start: float, end: float) -> Path:
    """An arc about (cx, cy); angles in degrees, clockwise when ``end`` is below ``start``."""
    curves = math.ceil(abs(end - start) / 75)
    turn = Path.arc(min(start, end), max(start, end), curves)
    points = np.asarray(turn.vertices) * r + (cx, cy)
    return Path(points if end > start else points[::-1], turn.codes)


def ends(line: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    """First and last point of a line."""
    first, last = np.asarray(line.vertices)[[0, -1]].tolist()
    return tuple(first), tuple(last)


def joined(*parts: Path | tuple[float, float]) -> Path:
    """One line through points and arcs, in the order given."""
    paths = [part if isinstance(part, Path) else Path([part], [Path.MOVETO]) for part in parts]
    codes = np.concatenate([np.asarray(path.codes) for path in paths])
    codes[1:][codes[1:] == Path.MOVETO] = Path.LINETO
    return Path(np.concatenate([np.asarray(path.vertices) for path in paths]), codes)


def site_word(axes: Axes, x: float, y: float, words: str, **style: Any) -> None:
    """What a thing is called on the building site: small, slanted, beside its real name."""
    label(axes, x, y, words, **{"fontsize": SMALL, "color": SOFT, "style": "italic", **style})


def badge(axes: Axes, x: float, y: float, number: str) -> None:
    """The number of a step, white on a black disc."""
    axes.plot(x, y, "o", ms=15, color=INK, zorder=6)
    label(axes, x, y - 0.5, number, color="white", weight="bold", ha="center", zorder=7)


def svg(draw: Callable[[], Figure]) -> str:
    """The SVG text of a drawing: the same bytes in every process and thread."""
    out = io.StringIO()
    # Matplotlib's settings belong to the whole process: one drawing at a time.
    with _ONE_AT_A_TIME, rc_context(_STYLE):
        draw().savefig(out, format="svg", metadata={"Date": None})
    return shortened(out.getvalue())


def shortened(text: str) -> str:
    """The same picture in about a third fewer bytes."""
    text = re.sub(r"\s*\n\s*", " ", text)
    for pattern, instead in _SHORTER:
        text = re.sub(pattern, instead, text)
    return text.strip()
