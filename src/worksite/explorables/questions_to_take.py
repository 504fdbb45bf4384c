"""Questions to take along: three choices, a list to print; it names no treatment to take."""

from __future__ import annotations

from itertools import product
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from worksite.explorables.base import Explorable, block, choice
from worksite.faces.markup import plain
from worksite.figures import canvas

ASKED = ("kind", "goal", "worry")


class QuestionsToTake(Explorable):
    """Three choices; ``asked`` [kind][goal][worry] lists the questions by their place."""

    module = "questions_to_take.js"
    sheets = ("kit.css", "controls.css", "chart.css", "sign.css", "paper.css")
    name = "11/questions-to-take"
    texts = ("views",)

    def _spec(self) -> dict[str, Any]:
        asks = [
            {"text": each["text"], "why_html": block(each["why"])}
            for each in self.words["questions"]
        ]
        return {**super()._spec(), "asks": asks}

    def controls(self) -> list[dict[str, Any]]:
        """The kind of condition, the goal, the worry; each starts at its first option."""
        return [choice(name, 0, self.words["controls"][name]) for name in ASKED]

    def tables(self) -> dict[str, Any]:
        """The questions of every combination of choices."""
        sizes = [len(self.words["controls"][name]["options"]) for name in ASKED]
        kinds, goals, worries = (range(size) for size in sizes)
        return {"asked": [[[self._list(k, g, w) for w in worries] for g in goals] for k in kinds]}

    def _list(self, *chosen: int) -> list[int]:
        at = dict(zip(ASKED, chosen, strict=True))
        found = []
        for place, each in enumerate(self.words["questions"]):
            when = each.get("when")
            if when is None or any(at[name] in places for name, places in when.items()):
                found.append(place)
        return found

    def rows(self) -> list[list[str]]:
        """Every question, its reason, and the choices that bring it up."""
        said = self.words["controls"]

        def comes(when: dict[str, list[int]] | None) -> str:
            if when is None:
                return str(self.words["always"])
            places = [(name, at) for name in when for at in when[name]]
            return ", ".join(said[name]["options"][at]["text"] for name, at in places)

        return [
            [each["text"], plain(each["why"]), comes(each.get("when"))]
            for each in self.words["questions"]
        ]

    def drawing(self) -> str:
        """Three cards of choices, and a clipboard."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure, axes = canvas.board(250)
        for at, name in enumerate(ASKED):
            left = 6 + at * 190
            box = FancyBboxPatch((left, 24), 184, 206, boxstyle="round,pad=0,rounding_size=8",
                                 fc=canvas.PALE_BLUE, ec=canvas.BLUE, lw=1.6)  # fmt: skip
            axes.add_patch(box)
            canvas.label(axes, left + 12, 208, self.words["still_names"][at], weight="bold",
                         fontsize=canvas.SMALL)  # fmt: skip
            for row, each in enumerate(self.words["controls"][name]["options"]):
                axes.plot(left + 14, 174 - row * 32, "o", ms=7, color="white",
                          markeredgecolor=canvas.BLUE)  # fmt: skip
                canvas.label(axes, left + 24, 174 - row * 32, each["text"], fontsize=canvas.SMALL)
        canvas.arrow(axes, (576, 128), (606, 128))
        box = FancyBboxPatch((614, 24), 134, 206, boxstyle="round,pad=0,rounding_size=8",
                             facecolor=canvas.PALE_AMBER, edgecolor=canvas.INK, lw=1.8)  # fmt: skip
        axes.add_patch(box)
        canvas.label(axes, 628, 208, self.words["views"]["title"], weight="bold")
        for row in range(6):
            y = 176 - row * 25
            canvas.label(axes, 626, y, "?", weight="bold", color=canvas.VERMILLION)
            axes.plot([642, 734 - 12 * (row % 3)], [y, y], color=canvas.SOFT, lw=2)
        return figure


def combinations(tables: dict[str, Any]) -> list[tuple[int, int, int]]:
    """Every combination of places of the three choices."""
    asked = tables["asked"]
    return list(product(range(len(asked)), range(len(asked[0])), range(len(asked[0][0]))))
