"""03/one-scale: hair, cells, viruses and vesicles on one logarithmic line."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_BLUE,
    SMALL,
    SOFT,
    VERMILLION,
    sheet,
)

# Colour and mark of each kind; the mark's name is matplotlib's.
KINDS = {
    "hair": (INK, "D"),
    "cell": (VERMILLION, "s"),
    "virus": (GREEN, "^"),
    "vesicle": (BLUE, "o"),
}


def _thing(axes: Axes, at: int, thing: dict[str, Any]) -> None:
    """One row: a line with a solid mark at each end, or one mark for a single width."""
    colour, mark = KINDS[thing["kind"]]
    low, high = thing["from"], thing["to"]
    axes.plot([low, high], [at, at], color=colour, lw=3, marker=mark, ms=8.5)
    lines: tuple[tuple[str, int, dict[str, Any]], ...] = (
        (thing["name"], 7, {"weight": "bold"}),
        (thing["size"], -8, {"fontsize": SMALL}),
    )
    for words, dy, style in lines:
        axes.annotate(
            words,
            (high, at),
            xytext=(12, dy),
            textcoords="offset points",
            ha="left",
            va="center",
            **style,
        )


def draw(words: dict[str, Any]) -> Figure:
    """A row for each thing, the range of exosomes drawn through all rows, and the gap named."""
    said = words["labels"]
    things = list(reversed(said["things"]))
    figure = sheet(52 * len(things) + 92)
    axes = figure.add_axes((0.04, 0.135, 0.92, 0.855))
    top = len(things) - 0.4
    for at, thing in enumerate(things):
        _thing(axes, at, thing)
        if thing["kind"] == "vesicle":
            axes.axvspan(thing["from"], thing["to"], color=PALE_BLUE, lw=0, zorder=0)
    gap = said["gap"]
    axes.annotate("", (gap["from"], gap["row"]), (gap["to"], gap["row"]),
                  arrowprops={"arrowstyle": "<->", "color": SOFT, "lw": 1.2})  # fmt: skip
    middle = (gap["from"] * gap["to"]) ** 0.5
    axes.text(middle, gap["row"] + 0.1, gap["name"], ha="center", va="bottom", color=SOFT,
              fontsize=SMALL, style="italic")  # fmt: skip
    axes.set_xscale("log")
    axes.set(xlim=(10, 1.1e6), ylim=(-0.6, top), yticks=[])
    axes.set_xticks([tick["at"] for tick in said["ticks"]], [t["name"] for t in said["ticks"]])
    axes.minorticks_off()
    axes.grid(axis="y", visible=False)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(said["axis"], color=SOFT)
    axes.text(9e5, 0, said["legend"], ha="right", va="center", fontsize=SMALL, color=SOFT,
              bbox={"facecolor": "white", "edgecolor": "none", "pad": 3})  # fmt: skip
    return figure
