"""Drawing with words: one look, deterministic SVG, small enough to live in a notebook."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

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
# Readers' systems differ; these are about as wide as what the layout was measured with.
_FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', sans-serif"


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


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], **style: Any) -> None:
    """An arrow from one place to another, in axes units."""
    props = {"arrowstyle": "-|>,head_width=0.28,head_length=0.5", "color": INK, "lw": 1.6, **style}
    axes.annotate("", xy=end, xytext=start, arrowprops=props)


def svg(draw: Callable[[], Figure]) -> str:
    """The SVG text of a drawing: the same bytes in every process and thread.

    Coordinates are cut to two decimals; metadata, comments and line breaks are dropped.
    """
    out = io.StringIO()
    with rc_context(_STYLE):
        draw().savefig(out, format="svg", metadata={"Date": None})
    text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<\?xml.*?\?>|<!DOCTYPE.*?>", "",
                  out.getvalue(), flags=re.S)  # fmt: skip
    text = re.sub(r"(\d+\.\d\d)\d+", r"\1", text)
    text = text.replace("'DejaVu Sans'", _FONTS)
    return re.sub(r">\s+<", "><", re.sub(r"\s*\n\s*", " ", text)).strip()
