"""05/body-map: three ways in, where each dose gathers first and where it is found later."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from worksite.figures.canvas import (
    AMBER,
    BLUE,
    INK,
    PALE_AMBER,
    SMALL,
    SOFT,
    arrow,
    badge,
    board,
    label,
)
from worksite.figures.shapes import bean, liver, lungs, person

HEIGHT = 430
HOT, LATER, COOL = AMBER, PALE_AMBER, "#ffffff"
PAPER = "#f7f3ea"


def _organs(axes: Axes, x: float, foot: float, first: list[str], later: list[str]) -> None:
    """Lungs, liver, spleen, kidneys and a knee: filled where the dose is first, striped later."""

    def fill(name: str) -> str:
        return HOT if name in first else LATER if name in later else COOL

    before = len(axes.patches)
    lungs(axes, x, foot + 192, fill("lung"))
    liver(axes, x - 8, foot + 153, fill("liver"))
    bean(axes, x + 25, foot + 152, fill("spleen"), wide=12)
    for side in (-1, 1):
        bean(axes, x + side * 14, foot + 130, fill("kidney"), wide=10)
    for organ in axes.patches[before:]:
        if organ.get_facecolor() == to_rgba(LATER):
            organ.set_hatch("/////")
    if "joint" in first:
        axes.add_patch(Circle((x + 20, foot + 66), 14, facecolor=HOT, edgecolor=INK, lw=1.8,
                              zorder=3))  # fmt: skip


def draw(words: dict[str, Any]) -> Figure:
    """Three panels: cells by vein, vesicles by vein, cells into a joint."""
    said = words["labels"]
    figure, axes = board(HEIGHT)
    for at, way in enumerate(said["ways"]):
        left, middle = 12 + at * 248, 12 + at * 248 + 120
        paper = FancyBboxPatch((left, 12), 240, 408, boxstyle="round,pad=0,rounding_size=10",
                               facecolor=PAPER, edgecolor="none", zorder=0)  # fmt: skip
        axes.add_patch(paper)
        label(axes, middle, 400, way["name"], ha="center", weight="bold")
        person(axes, middle, 96, 0.8)
        _organs(axes, middle, 96, way["first"], way["later"])
        if "joint" in way["first"]:
            arrow(axes, (middle + 84, 200), (middle + 36, 168), color=BLUE, lw=2.2)
        else:
            arrow(axes, (middle - 92, 250), (middle - 48, 238), color=BLUE, lw=2.2)
        first, *rest = way["ends"]
        badge(axes, left + 24, 74, "1")
        label(axes, left + 42, 74, first, fontsize=SMALL)
        for row, text in enumerate(rest):
            badge(axes, left + 24, 48 - row * 26, str(row + 2))
            label(axes, left + 42, 48 - row * 26, text, fontsize=SMALL)
    label(axes, 628, 40, said["key"], ha="center", fontsize=SMALL, color=SOFT)
    return figure
