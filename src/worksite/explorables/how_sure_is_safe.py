"""How sure is "safe"? Events among people, with the range of risks that fit them."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, control
from worksite.figures import canvas
from worksite.models import rates as model

EVENTS = (0, 1, 2, 3, 5, 10)
PEOPLE = (5, 10, 24, 29, 50, 102, 300, 1_000, 3_000)
READ = (24, 29, 102)  # sizes of trials in people: E-73, E-66, E-69
START = (0, 10)
PERCENT = 10_000  # the table is in 0.0001 %: no second rounding shows
STILL = ((0, 10), (0, 102), (0, 1_000))


class HowSureIsSafe(Explorable):
    """Two controls; estimate, lowest and highest fitting risk in 0.0001 %; rule of three."""

    module = "how_sure_is_safe.js"
    sheets = ("kit.css", "controls.css", "chart.css", "repair_site.css")
    name = "07/how-sure-is-safe"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """How many were harmed, and of how many."""
        said = self.words["controls"]
        read = [PEOPLE.index(one) for one in READ]
        return [
            control("events", EVENTS, START[0], [], said["events"]),
            control("people", PEOPLE, START[1], read, said["people"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``risk`` is indexed [events][people][estimate, low, high]; ``three`` [people]."""
        return {
            "risk": [[self._risk(min(k, n), n) for n in PEOPLE] for k in EVENTS],
            "three": [round(100 * PERCENT * model.rule_of_three(n)) for n in PEOPLE],
        }

    @staticmethod
    def _risk(events: int, people: int) -> list[int]:
        low, high = model.interval(events, people)
        return [round(100 * PERCENT * one) for one in (events / people, low, high)]

    def rows(self) -> list[list[str]]:
        """Some counts with their estimate and the range that fits."""
        rows = []
        for events, people in (*STILL, (1, 24), (3, 102), (10, 1_000)):
            point, low, high = (one / PERCENT for one in self._risk(events, people))
            fits = f"{low:.2g} % to {high:.3g} %"
            rows.append([f"{events} of {people:,}", f"{point:.3g} %", fits])
        return rows

    def drawing(self) -> str:
        """The range that fits, over the number of people, when nobody was harmed."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(300)
        axes = figure.add_axes((0.1, 0.18, 0.87, 0.76))
        highs = [self._risk(0, people)[2] / PERCENT for people in PEOPLE]
        axes.fill_between(PEOPLE, highs, color=canvas.PALE_BLUE, lw=0)
        axes.plot(PEOPLE, highs, color=canvas.BLUE, lw=2)
        axes.plot(PEOPLE, [0] * len(PEOPLE), color=canvas.VERMILLION, lw=2, ls="--")
        for events, people in STILL:
            high = self._risk(events, people)[2] / PERCENT
            axes.plot(people, high, "o", color=canvas.BLUE, ms=9)
            axes.annotate(f"{high:.2g} %", (people, high), xytext=(9, 9),
                          textcoords="offset points", weight="bold")  # fmt: skip
        axes.set(xscale="log", xlim=(5, 3_600), ylim=(0, 60))
        axes.set_xticks([5, 10, 100, 1_000], ["5", "10", "100", "1,000"])
        axes.minorticks_off()
        axes.set_xlabel(self.words["views"]["people"])
        axes.set_ylabel(self.words["views"]["risk"])
        return figure
