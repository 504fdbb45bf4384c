"""07/storage-losses: what is left of vesicles after two days in the fridge, by tube."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from worksite.figures.canvas import BLUE, INK, SMALL, SOFT, VERMILLION, label, sheet


def draw(words: dict[str, Any]) -> Figure:
    """A bar for each tube: what is left, and hatched what was lost."""
    said = words["labels"]
    figure = sheet(250)
    axes = figure.add_axes((0.27, 0.2, 0.69, 0.72))
    for at, tube in enumerate(reversed(said["tubes"])):
        low, high = tube["from"], tube["to"]
        lost = (low + high) / 2
        axes.barh(at, 100 - lost, color=BLUE, height=0.56)
        axes.barh(at, lost, left=100 - lost, color="white", edgecolor=VERMILLION, hatch="///",
                  height=0.56, lw=1.4)  # fmt: skip
        axes.plot([100 - high, 100 - low], [at, at], color=INK, lw=2.4, marker="|", ms=11)
        label(axes, 3, at, tube["left"], color="white", weight="bold")
        label(axes, -3, at, tube["name"], ha="right", fontsize=SMALL, linespacing=1.3)
    axes.set(xlim=(0, 100), ylim=(-0.5, 2.5), yticks=[], xlabel=said["axis"])
    axes.spines["left"].set_visible(False)
    axes.grid(axis="y", visible=False)
    axes.xaxis.label.set_color(SOFT)
    return figure
