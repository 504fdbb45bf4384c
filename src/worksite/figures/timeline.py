"""02/timeline: three crews over the years, each on its own line."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from worksite.figures.canvas import (
    BLUE,
    GREEN,
    INK,
    PALE_AMBER,
    PALE_BLUE,
    PALE_GREEN,
    SMALL,
    SOFT,
    VERMILLION,
    label,
    sheet,
)

FIRST, LAST = 1957, 2029
LOOKS = {
    "blood": (VERMILLION, "s", PALE_AMBER),
    "msc": (GREEN, "^", PALE_GREEN),
    "pluripotent": (BLUE, "o", PALE_BLUE),
}


def draw(words: dict[str, Any]) -> Figure:
    """A lane for each crew; words stand below their mark."""
    said = words["labels"]
    figure = sheet(440)
    axes = figure.add_axes((0.02, 0.075, 0.96, 0.915))
    for at, crew in enumerate(said["crews"]):
        colour, mark, paper = LOOKS[crew["kind"]]
        middle = 2 - at
        axes.axhspan(middle - 0.47, middle + 0.47, color=paper, lw=0)
        line = middle + 0.14
        axes.plot([FIRST, LAST - 2], [line, line], color=colour, lw=2)
        label(axes, FIRST + 0.6, middle + 0.34, crew["name"], weight="bold", color=INK)
        for event in crew["events"]:
            axes.plot(event["at"], line, mark, color=colour, ms=11, mec="white", mew=1.2)
            # "row" moves the words sideways where two of them would meet.
            label(axes, event["at"] + event["row"], line - 0.1,
                  f"{event['year']}\n{event['text']}", ha="center", va="top", fontsize=SMALL,
                  color=SOFT, linespacing=1.25)  # fmt: skip
    axes.set(xlim=(FIRST, LAST), ylim=(-0.5, 2.5), yticks=[])
    axes.set_xticks(range(1960, 2030, 10))
    axes.grid(axis="y", visible=False)
    axes.spines["left"].set_visible(False)
    axes.tick_params(labelsize=SMALL)
    return figure
