"""03/one-scale: hair, cells, viruses and vesicles on one logarithmic line."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from worksite.figures.canvas import BLUE, GREEN, INK, SOFT, VERMILLION, sheet

KINDS = {
    "hair": (INK, "D"),
    "cell": (VERMILLION, "s"),
    "virus": (GREEN, "^"),
    "vesicle": (BLUE, "o"),
}


def draw(words: dict[str, Any]) -> Figure:
    """A row for each thing: a bar for a range, a solid mark for a single read value."""
    things = words["labels"]["things"]
    figure = sheet(66 * len(things) // 2 + 130)
    axes = figure.add_axes((0.04, 0.17, 0.92, 0.8))
    for at, thing in enumerate(reversed(things)):
        colour, mark = KINDS[thing["kind"]]
        low, high = thing["from"], thing["to"]
        axes.plot([low, high], [at, at], color=colour, lw=7, solid_capstyle="butt")
        axes.plot([low, high], [at, at], color=colour, marker=mark, ms=8, ls="")
        left = thing.get("side", "right") == "left"
        axes.annotate(
            f"{thing['name']}  {thing['size']}",
            (low if left else high, at),
            xytext=(-11 if left else 11, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
        )
    axes.set_xscale("log")
    axes.set(xlim=(10, 1.1e6), ylim=(-0.7, len(things) - 0.3), yticks=[])
    ticks = words["labels"]["ticks"]
    axes.set_xticks([tick["at"] for tick in ticks], [tick["name"] for tick in ticks])
    axes.minorticks_off()
    axes.grid(axis="y", visible=False)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(words["labels"]["axis"], color=SOFT)
    return figure
