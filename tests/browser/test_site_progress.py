"""Progress on a plain page: counted as Python counts it, and the same file goes both ways."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from worksite import progress
from worksite.progress import review, transfer, view
from worksite.resources import strings

from .harness import Bench

SAID = strings("progress")
REFS = ["03/gate", "03/label", "03/memo", "00/picture"]
TODAY = date(2026, 11, 23)
COUNT = """async ([answers, today, course]) => {
  const {weak, due, overview} = await import("/widgets/overview.js");
  const day = new Date(today);
  return {weak: weak(answers), due: due(answers, day, course.gaps),
          lessons: overview(course, answers, day, 99).lessons};
}"""


def some_answers(dice: random.Random) -> list[dict[str, Any]]:
    """Up to 14 answers of one learner, oldest first."""
    days = sorted(dice.randrange(0, 60) for _ in range(dice.randrange(0, 15)))
    return [
        {
            "ref": dice.choice(REFS),
            "at": f"{TODAY - timedelta(days=59 - day)}T{dice.randrange(24):02d}:30:00+00:00",
            "response": "a",
            "verdict": dice.choice(["right", "partly", "wrong", "unit", "noted"]),
            "credit": dice.choice([None, 0.0, 0.5, 1.0]),
            "confidence": dice.choice([None, "sure", "think", "guess"]),
            "hints": 0,
        }
        for day in days
    ]


def test_the_browser_counts_as_python_does(widgets: Bench, tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("WORKSITE_HOME", str(tmp_path))
    page, course = opened(widgets), view.course()
    for seed in range(120):
        answers = some_answers(random.Random(seed))
        said = page.evaluate(COUNT, [answers, f"{TODAY}T22:00:00Z", course])
        assert said["weak"] == review.weak(answers), seed
        assert said["due"] == review.due(answers, TODAY), seed
        last = review.latest(answers)
        for lesson, listed in zip(said["lessons"], course["lessons"], strict=True):
            fine = [r for r in listed["refs"] if r in last
                    and last[r]["verdict"] in ("right", "noted")]  # fmt: skip
            assert lesson["answered"] == sum(ref in last for ref in listed["refs"]), seed
            assert (lesson["right"], lesson["total"]) == (len(fine), len(listed["refs"])), seed


def opened(widgets: Bench) -> Any:
    """A page with the learner's progress, hosted without a kernel."""
    spec = {"strings": SAID, "course": view.course()}
    one = {"ref": "progress", "module": "progress.js", "sheets": ["kit.css"], "spec": spec}
    widgets.files["/p.json"] = json.dumps({"widgets": [one]})
    widgets.files["/p.html"] = (
        '<!doctype html><html lang="en"><head><title>P</title><link rel="icon" href="data:,">'
        '<script type="module" src="/widgets/host.js" data-widgets="/p.json"></script></head>'
        '<body><main><section data-worksite="progress"></section></main></body></html>'
    )
    page = widgets.page()
    page.goto(f"{widgets.address}/p.html")
    page.locator(".ws-progress").wait_for()
    return page


def bring(page: Any, file: Path) -> str:
    """Read a file back as a learner does; what the page says to it."""
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name=SAID["import"]).click()
    asked.value.set_files(file)
    page.wait_for_timeout(200)
    return str(page.locator("[role=status]").inner_text())


def test_one_file_goes_from_the_notebook_to_the_page_and_back(
    widgets: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSITE_HOME", str(tmp_path / "one"))
    answers = [one for one in some_answers(random.Random(7)) if one["ref"] != "x"]
    progress.store().add(answers)
    exported = progress.export(tmp_path / "mine.json")
    page = opened(widgets)
    told = SAID["imported"].format(file="mine.json", count=len(answers))
    assert bring(page, exported) == told
    assert bring(page, exported) == SAID["imported"].format(file="mine.json", count=0)
    with page.expect_download() as got:
        page.get_by_role("button", name=SAID["export"]).click()
    assert got.value.suggested_filename == transfer.FILE
    back = tmp_path / "back.json"
    got.value.save_as(back)
    assert progress.import_(back) == 0
    monkeypatch.setenv("WORKSITE_HOME", str(tmp_path / "other"))
    assert progress.import_(back) == len(answers)
    assert progress.store().all() == answers


FOREIGN = (
    "{", "[]", "null", '{"format": "other"}',
    '{"format": "worksite-progress", "version": 2, "answers": []}',
    '{"format": "worksite-progress", "version": 1, "answers": [3]}',
)  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_a_foreign_file_changes_nothing_and_says_so(
    widgets: Bench, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "thesis.json"
    file.write_text(text, encoding="utf-8")
    page = opened(widgets)
    assert bring(page, file) == SAID["not_an_export"].format(file="thesis.json")
    assert page.evaluate("localStorage.getItem('worksite-progress')") is None


def test_starting_empty_sets_aside_and_forgetting_deletes_all(
    widgets: Bench, tmp_path: Path
) -> None:
    page = opened(widgets)
    file = tmp_path / "a.json"
    one = {"ref": "03/gate", "at": "2026-11-01T10:00:00+00:00", "verdict": "wrong"}
    file.write_text(json.dumps({"format": "worksite-progress", "version": 1, "answers": [one]}))
    for press, kept in (("start_empty", 1), ("forget", 0)):
        bring(page, file)
        assert "03" in page.locator(".ws-list").first.inner_text()
        button = page.get_by_role("button", name=SAID[press])
        button.click()
        assert page.evaluate("localStorage.getItem('worksite-progress')") is not None
        button.click()
        assert page.evaluate("localStorage.getItem('worksite-progress')") is None
        aside = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('aside'))")
        assert len(aside) == kept
        assert page.locator(".ws-list").count() == 0
