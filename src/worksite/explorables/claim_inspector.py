"""Claim inspector: every claim of the article with its verdict, by verdict and by lesson."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import traitlets
from matplotlib.figure import Figure

from worksite.evidence import load
from worksite.evidence.model import SeedClaim
from worksite.explorables.base import Explorable, block, choice
from worksite.figures import canvas
from worksite.resources import strings


def _verdicts() -> list[str]:
    """Verdicts in the order of the article's luck, as far as any claim has them."""
    have = {seed.verdict for seed in load().seeds.values()}
    return [name for name in ("supported", "partly", "outdated", "overstated", "unsupported")
            if name in have]  # fmt: skip


def _word(verdict: str) -> str:
    return strings("evidence")[f"verdict_{verdict}"]


def lessons_beside(session: str) -> dict[str, str]:
    """Whole paths of the lessons in a notebook's folder, by lesson id.

    ``session`` is the notebook's own path as Jupyter tells its kernel, "" where nobody tells it.
    A learner's copies have longer names than the lessons.
    """
    if not session:
        return {}
    folder = Path(session).absolute().parent
    wanted = sorted({seed.lesson for seed in load().seeds.values()})
    found = {one: sorted(folder.glob(f"{one}_*.ipynb"), key=lambda f: len(f.name))
             for one in wanted}  # fmt: skip
    return {one: files[0].as_posix() for one, files in found.items() if files}


class ClaimInspector(Explorable):
    """Two choices; ``verdict`` and ``lesson`` give the place of each claim's option, from 1.

    ``beside`` is where the lessons lie on this machine, for Lab to open. It is no part of the
    spec, which the web edition publishes.
    """

    telling = True
    beside = traitlets.Dict().tag(sync=True)

    module = "claim_inspector.js"
    sheets = ("kit.css", "controls.css", "chart.css", "sign.css", "paper.css")
    name = "12/claim-inspector"
    texts = ("views",)

    def __init__(self) -> None:
        super().__init__()
        self.beside = lessons_beside(os.environ.get("JPY_SESSION_NAME", ""))

    def _seeds(self) -> list[SeedClaim]:
        return sorted(load().seeds.values(), key=lambda seed: seed.lesson)

    def _lessons(self) -> list[str]:
        return sorted({seed.lesson for seed in self._seeds()})

    def _spec(self) -> dict[str, Any]:
        claims = [
            {
                "said": seed.many_say,
                "quote": seed.quote,
                "word": _word(seed.verdict),
                "id": seed.lesson,
                "lesson": self.words["lesson"].format(lesson=seed.lesson),
                "why_html": block(f"{seed.evidence_shows} {seed.because}"),
                "change_html": block(seed.would_change),
                "marks": list(seed.claims),
            }
            for seed in self._seeds()
        ]
        # Each mark once: a claim is cited by many verdicts, and links are long.
        cited = sorted({one for seed in self._seeds() for one in seed.claims})
        marks = {one: block(f"[{one}]")[3:-4] for one in cited}  # without its <p>
        return {**super()._spec(), "claims": claims, "marks": marks}

    def controls(self) -> list[dict[str, Any]]:
        """Which verdict, and which lesson; the first option of each is all of them."""
        said = self.words["controls"]
        verdicts = [{"text": said["verdict"]["all"]}, *({"text": _word(v)} for v in _verdicts())]
        places = [{"text": said["lesson"]["all"]}, *({"text": one} for one in self._lessons())]
        return [
            choice("verdict", 0, {"label": said["verdict"]["label"], "options": verdicts}),
            choice("lesson", 0, {"label": said["lesson"]["label"], "options": places}),
        ]

    def tables(self) -> dict[str, Any]:
        """Place of each claim's verdict and lesson among the options of the two choices."""
        verdicts, places = _verdicts(), self._lessons()
        return {
            "verdict": [1 + verdicts.index(seed.verdict) for seed in self._seeds()],
            "lesson": [1 + places.index(seed.lesson) for seed in self._seeds()],
        }

    def rows(self) -> list[list[str]]:
        """Every claim in our words, its verdict, and the lesson that weighs it: a list to print."""
        return [[seed.many_say, _word(seed.verdict), seed.lesson] for seed in self._seeds()]

    def drawing(self) -> str:
        """How many claims got which verdict."""
        return canvas.svg(self._sheet)

    def _sheet(self) -> Figure:
        counted: Counter[str] = Counter(seed.verdict for seed in self._seeds())
        figure = canvas.sheet(60 + 44 * len(counted))
        axes = figure.add_axes((0.24, 0.06, 0.72, 0.88))
        looks = ((canvas.GREEN, ""), (canvas.PALE_GREEN, "//"), (canvas.PALE_BLUE, ""),
                 (canvas.PALE_AMBER, "\\\\"), (canvas.PALE_RED, "xx"))  # fmt: skip
        for at, verdict in enumerate(_verdicts()):
            fill, hatch = looks[at]
            axes.barh(-at, counted[verdict], fc=fill, ec=canvas.INK, hatch=hatch, height=0.6)
            canvas.label(axes, counted[verdict] + 0.4, -at, str(counted[verdict]), weight="bold")
            canvas.label(axes, -0.4, -at, _word(verdict), ha="right")
        axes.set(xlim=(0, max(counted.values()) * 1.1), yticks=[], xticks=[])
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.grid(visible=False)
        return figure
