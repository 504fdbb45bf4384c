"""03/what-the-instrument-saw: real size histograms, and what the instrument cannot see."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from worksite.figures.canvas import BLUE, GREEN, INK, PALE_BLUE, PALE_GREEN, SMALL, SOFT, sheet
from worksite.resources import read_yaml

FLOOR = 50  # nm; particle tracking sees vesicles down to about this, claim E-32
END = 300  # nm
CLEAR = {"facecolor": "white", "edgecolor": "none", "pad": 2.5}  # behind words on lines


def _panel(
    axes: Axes, bins: list[list[float]], fill: str, line: str, words: dict[str, Any]
) -> None:
    lows = [low for low, _, _ in bins]
    widths = [high - low for low, high, _ in bins]
    # A wider bin holds more: heights are shares for a bin of the usual width.
    usual = min(widths)
    shares = [share * usual / width for (_, _, share), width in zip(bins, widths, strict=True)]
    axes.axvspan(0, FLOOR, facecolor="#f1efea", edgecolor=SOFT, hatch="///", lw=0)
    axes.axvline(FLOOR, color=INK, lw=1.2, ls="--")
    axes.bar(lows, shares, widths, align="edge", color=fill, edgecolor=line, lw=1.4)
    axes.set(xlim=(0, END), ylim=(0, max(shares) * 1.25), ylabel=words["share"])
    lines: tuple[tuple[str, int, dict[str, Any]], ...] = (
        (words["title"], 0, {"weight": "bold"}),
        (words["note"], 17, {"fontsize": SMALL, "color": SOFT, "bbox": CLEAR}),
    )
    for text, down, style in lines:
        axes.annotate(text, (END, max(shares) * 1.2), (0, -down), textcoords="offset points",
                      ha="right", va="top", **style)  # fmt: skip
    axes.grid(axis="x", visible=False)


def draw(words: dict[str, Any]) -> Figure:
    """Two panels over one size axis: calibration beads above, mouse plasma vesicles below."""
    data, said = read_yaml("assets", "evidence", "tables.yml"), words["labels"]
    figure = sheet(470)
    top = figure.add_axes((0.1, 0.58, 0.87, 0.39))
    low = figure.add_axes((0.1, 0.12, 0.87, 0.39))
    _panel(top, data["beads_10nm"]["bins"], PALE_GREEN, GREEN, said["beads"])
    _panel(low, data["vesicles_20nm"]["bins"], PALE_BLUE, BLUE, said["vesicles"])
    top.set_xticklabels([])
    low.set_xlabel(said["axis"], x=0, ha="left")
    for axes in (top, low):
        axes.text(
            FLOOR / 2, axes.get_ylim()[1] * 0.6, said["floor"], ha="center", va="center",
            fontsize=SMALL, bbox=CLEAR,
        )  # fmt: skip
    figure.text(0.97, 0.03, said["legend"], ha="right", fontsize=SMALL, color=SOFT)
    return figure
