"""09/forest: differences with their ranges, and the line of what people notice."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from worksite.figures.canvas import BLUE, INK, SMALL, SOFT, VERMILLION, label, sheet

NOTICED = 1.5  # points of ten; claim S-43
LEFT, RIGHT = -0.9, 2.9


def draw(words: dict[str, Any]) -> Figure:
    """A row for each estimate; the change after salt water stands apart at the bottom."""
    said = words["labels"]
    figure = sheet(340)
    axes = figure.add_axes((0.36, 0.15, 0.62, 0.78))
    rows = [*said["trials"], said["change"]]
    top = len(rows) - 1
    for at, row in enumerate(rows):
        y = top - at - (0.25 if at == top else 0)
        difference = at < top
        if "from" in row:
            axes.plot([row["from"], row["to"]], [y, y], color=BLUE, lw=2.4, marker="|", ms=10)
        axes.plot(row["at"], y, "s" if difference else "D", ms=9.5, zorder=4,
                  color=BLUE if difference else VERMILLION,
                  markerfacecolor=BLUE if difference else "white", mew=2)  # fmt: skip
        label(axes, row["at"], y + 0.3, row["told"], ha="center", fontsize=SMALL)
        label(axes, LEFT - 0.08, y + 0.13, row["name"], ha="right")
        label(axes, LEFT - 0.08, y - 0.2, row["note"], ha="right", fontsize=SMALL, color=SOFT)
    axes.axhline(0.4, color=SOFT, lw=0.8)
    axes.axvline(0, color=INK, lw=1.4)
    axes.axvline(NOTICED, color=VERMILLION, lw=1.8, ls=(0, (6, 3)))
    for x, name in ((0, said["none"]), (NOTICED, said["noticed"])):
        label(axes, x, top + 0.72, name, ha="center", weight="bold", fontsize=SMALL)
    label(axes, -0.1, 0.55, said["worse"], ha="right", fontsize=SMALL, color=SOFT, style="italic")
    label(axes, 0.1, 0.55, said["better"], fontsize=SMALL, color=SOFT, style="italic")
    axes.set(xlim=(LEFT, RIGHT), ylim=(-0.75, top + 0.5), yticks=[], xlabel=said["axis"])
    axes.set_xticks([0, 1, 2])
    axes.spines["left"].set_visible(False)
    return figure
