"""Claim inspector: every claim is there once, agrees with the ledger, and its lesson weighs it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from worksite import lessons
from worksite.evidence import load
from worksite.explorables import base, claim_inspector, explore


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("12/claim-inspector")


def test_every_claim_is_there_once_with_its_verdict_and_lesson(widget: base.Explorable) -> None:
    seeds = load().seeds.values()
    spec = widget.spec
    verdicts, places = ([o["text"] for o in each["options"]] for each in spec["controls"])
    shown = Counter(
        (claim["said"], verdicts[verdict], places[lesson])
        for claim, verdict, lesson in zip(
            spec["claims"], spec["tables"]["verdict"], spec["tables"]["lesson"], strict=True
        )
    )
    listed = Counter((said, word, lesson) for said, word, lesson in widget.rows())
    assert shown == listed
    assert Counter(seed.many_say for seed in seeds) == Counter(said for said, _, _ in shown)
    assert 0 not in spec["tables"]["verdict"] + spec["tables"]["lesson"]


def test_each_claim_is_weighed_in_the_lesson_it_names() -> None:
    for seed in load().seeds.values():
        assert seed.id in lessons.get(seed.lesson).seeds, seed.id


def test_the_counts_that_are_told_are_those_of_the_ledger(widget: base.Explorable) -> None:
    counted = Counter(seed.verdict for seed in load().seeds.values())
    said = widget.words
    (right,) = [o for o in said["predict"]["options"] if o.get("right")]
    assert f"{counted['supported']} of {counted.total()}" in right["feedback"]
    assert str(counted.total()) in said["predict"]["question"]
    for name, word in (("supported", "Supported"), ("partly", "Partly right"),
                       ("outdated", "Outdated"), ("overstated", "Overstated"),
                       ("unsupported", "Not supported")):  # fmt: skip
        assert f"{word}: {counted[name]}" in said["still_alt"]


def test_it_finds_the_lessons_in_the_notebooks_own_folder(tmp_path: Path) -> None:
    course = tmp_path / "below" / "my course"
    course.mkdir(parents=True)
    for name in ("06_head-Copy1.ipynb", "06_head.ipynb", "07_case.ipynb", "13_other.ipynb"):
        (course / name).touch()
    found = claim_inspector.lessons_beside(str(course / "12_final_inspection.ipynb"))
    folder = course.as_posix()
    assert found == {"06": f"{folder}/06_head.ipynb", "07": f"{folder}/07_case.ipynb"}
    assert claim_inspector.lessons_beside("") == {}


def test_where_the_lessons_lie_is_never_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "06_head.ipynb").touch()
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "12_final_inspection.ipynb"))
    made = explore("12/claim-inspector")
    assert made.beside == {"06": (tmp_path / "06_head.ipynb").as_posix()}
    for published in (json.dumps(made.spec), made.html, made.plain):
        assert tmp_path.name not in published
