"""The shrinking effect: a truth, trials of a size, and what gets published of them."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from worksite.explorables.base import Explorable, choice, control
from worksite.figures import canvas
from worksite.models import publication as model

TRUE = (0, 0.1, 0.2, 0.3, 0.5, 0.8)  # SD; assumed
PEOPLE = (20, 40, 60, 100, 212, 400, 568, 1_000)
READ = (212, 568)  # the two trials of claim S-47
QUIET = (1.0, 0.5, 0.2, 0.0)  # share of non-significant trials that is published
TRIALS, SEED = 30, 11
STILL = ((0.2, 1.0), (0.2, 0.2), (0.2, 0.0))


class ShrinkingEffect(Explorable):
    """Three controls; published averages and thirty trials in 0.001 SD, which are published."""

    module = "shrinking_effect.js"
    sheets = ("kit.css", "controls.css", "chart.css")
    name = "08/shrinking-effect"
    texts = ("views",)

    def controls(self) -> list[dict[str, Any]]:
        """The truth, the size of each trial, what becomes of trials without a clear result."""
        said = self.words["controls"]
        read = [PEOPLE.index(one) for one in READ]
        return [
            control("truth", TRUE, 0.2, [], said["truth"]),
            control("people", PEOPLE, 40, read, said["people"]),
            choice("quiet", 3, said["quiet"]),
        ]

    def tables(self) -> dict[str, Any]:
        """``mean`` [true][people][quiet], ``found`` [true][people][trial], ``seen`` likewise."""
        found, seen = [], []
        lucky = np.random.default_rng(SEED + 1).random(TRIALS)
        for true in TRUE:
            rows = [model.trials(true, people, TRIALS, SEED) for people in PEOPLE]
            found.append([[round(1000 * float(one)) for one in row] for row in rows])
            loud = [
                np.abs(row) > model.LIMIT * model.standard_error(people)
                for row, people in zip(rows, PEOPLE, strict=True)
            ]
            seen.append([[[int(one) for one in row | (lucky < q)] for q in QUIET] for row in loud])
        return {
            "mean": [
                [[round(1000 * model.published_mean(true, people, q)) for q in QUIET]
                 for people in PEOPLE] for true in TRUE
            ],
            "power": [[round(1000 * model.significant_share(true, people)) for people in PEOPLE]
                      for true in TRUE],
            "found": found,
            "seen": seen,
        }  # fmt: skip

    def rows(self) -> list[list[str]]:
        """Published averages of a true 0.2 for some sizes of trial."""
        return [
            [f"{people:,}", *(f"{model.published_mean(0.2, people, q):.2f}" for q in QUIET)]
            for people in (40, 100, 212, 568)
        ]

    def drawing(self) -> str:
        """Published average over the size of the trials, for three habits of publishing."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        figure = canvas.sheet(300)
        axes = figure.add_axes((0.1, 0.18, 0.87, 0.76))
        for (true, quiet), style, colour, name in zip(
            STILL, ("-", "--", ":"), (canvas.BLUE, canvas.GREEN, canvas.VERMILLION),
            self.words["still_names"], strict=True,
        ):  # fmt: skip
            line = [model.published_mean(true, people, quiet) for people in PEOPLE]
            axes.plot(PEOPLE, line, ls=style, color=colour, lw=2.2)
            axes.annotate(name, (PEOPLE[1], line[1]), xytext=(6, 6), textcoords="offset points",
                          fontsize=canvas.SMALL)  # fmt: skip
        axes.set(xscale="log", xlim=(20, 1_100), ylim=(0, 1))
        axes.set_xticks([20, 100, 1_000], ["20", "100", "1,000"])
        axes.minorticks_off()
        axes.set_xlabel(self.words["views"]["people"])
        axes.set_ylabel(self.words["views"]["effect"])
        return figure
