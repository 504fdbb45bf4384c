"""One question on the wall, for the eye: every question fits every screen; nothing for axe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from worksite.quiz import bank

from .harness import faults
from .wall import VOTABLE, Wall, through


@pytest.mark.parametrize("lesson", bank.known())
def test_every_question_of_every_bank_fits_the_wall(
    chromium: Any, wall_address: str, lesson: str
) -> None:
    with Wall(chromium, wall_address) as wall:
        for ref in [one for one in VOTABLE if one.startswith(f"{lesson}/")]:
            wall.ask(ref)

            def check(stage: str, ref: str = ref) -> None:
                assert wall.cut_off() == [], f"{ref}: {stage}"
                least = 18 if stage.startswith("answer") else 24
                assert wall.size() >= least, f"{ref}: {stage}"

            through(wall, check)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (900, 700)])
def test_the_fullest_questions_fit_other_screens(
    chromium: Any, wall_address: str, wall_folder: Path, width: int, height: int
) -> None:
    asked = json.loads((wall_folder / "present.json").read_text("utf-8"))["questions"].values()
    votable = [one for one in asked if "options" in one]
    longest = sorted(votable, key=lambda one: -len(json.dumps(one["options"])))[:3]
    with Wall(chromium, wall_address, viewport={"width": width, "height": height}) as wall:
        for ref in [one["ref"] for one in longest] + ["05/dna"]:
            wall.ask(ref)
            through(
                wall, lambda stage, ref=ref: wall.cut_off() == [] or pytest.fail(f"{ref} {stage}")
            )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Any, wall_address: str, scheme: str) -> None:
    with Wall(chromium, wall_address, color_scheme=scheme) as wall:
        for ref in ("06/which-crew", "06/really-build", "03/waste-or-mail"):
            wall.ask(ref)
            through(
                wall,
                lambda stage: (
                    faults(wall.page, "html") == [] or pytest.fail(str(faults(wall.page, "html")))
                ),
            )
        wall.ask("")
        assert faults(wall.page, "html") == []
        dark = wall.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (dark != "rgb(255, 255, 255)") is (scheme == "dark")
