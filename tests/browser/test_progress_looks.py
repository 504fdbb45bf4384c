"""The learner's progress fits one screen, whatever was answered, and the rest can be opened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from worksite import lessons, progress
from worksite.progress.view import SHOWN, ProgressView
from worksite.quiz import bank as banks
from worksite.resources import strings

from .harness import Bench, faults

SAID = strings("progress")
SCREEN = 840  # a notebook 1000 px high shows 879; room for the cell's own margins is left


def every_answer() -> list[dict[str, Any]]:
    """All questions of the course answered three times, the last time one in three wrongly."""
    now = datetime.now(UTC)
    refs = [f"{one.id}/{q.id}" for one in lessons.load().lessons if one.id in banks.known()
            for q in banks.load(one.id).questions]  # fmt: skip
    return [
        {"ref": ref, "at": (now - timedelta(days=ago)).isoformat(timespec="seconds"),
         "response": "a", "verdict": verdict, "credit": float(verdict == "right"),
         "confidence": "sure", "hints": 0}
        for ago, last in ((40, "wrong"), (20, "right"), (9, "wrong"))
        for at, ref in enumerate(refs)
        for verdict in [last if at % 3 == 0 else "right"]
    ]  # fmt: skip


def shown(widgets: Bench, dark: bool = False, width: int = 900) -> Any:
    sheets = ProgressView.sheets
    return widgets.open(
        ProgressView().spec, module="progress.js", sheets=sheets, dark=dark, width=width
    )


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A learner with many answers; how many questions the course has."""
    monkeypatch.setenv("WORKSITE_HOME", str(tmp_path))
    answers = every_answer()
    progress.store().add(answers)
    return len({one["ref"] for one in answers})


def test_done_weak_and_due_fit_one_screen(widgets: Bench, learner: int) -> None:
    page = shown(widgets, width=1280)
    box = page.locator(".ws-progress")
    assert page.locator(".ws-lessons > li").count() == 13
    assert box.bounding_box()["height"] <= SCREEN
    due, weak = progress.due(), progress.weak()
    assert len(due) == learner
    assert len(weak) == (learner + 2) // 3
    for title, refs in ((SAID["due"], due), (SAID["weak"], weak)):
        assert SAID["counted"].format(title=title, count=len(refs)) in box.inner_text()
        part = page.get_by_role("region", name=title)
        assert part.locator(".ws-list li:visible").count() == 3
        part.get_by_text(SAID["next_ones"].format(count=SHOWN - 3)).click()
        assert part.locator(".ws-list li:visible").count() == SHOWN
    assert faults(page) == []


def test_the_goals_of_a_lesson_open_by_keyboard(widgets: Bench, learner: int) -> None:
    page = shown(widgets, dark=True)
    goal = lessons.get("06").objectives[0].text
    assert not page.get_by_text(goal).is_visible()
    page.locator(".ws-lessons summary", has_text=lessons.get("06").name).focus()
    page.keyboard.press("Enter")
    assert page.get_by_text(goal).is_visible()
    assert faults(page) == []
    # The goals stand in their own row: nothing lies over the lessons after it.
    row = page.locator(".ws-lessons > li:has([open])")
    goals = row.locator(".ws-goals").bounding_box()
    after = page.locator(".ws-lessons > li:has([open]) + li").bounding_box()
    assert goals["y"] + goals["height"] <= after["y"]
    assert row.locator("summary").bounding_box()["height"] < 80


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_narrow_page(widgets: Bench, learner: int, width: int) -> None:
    page = shown(widgets, width=width)
    for fold in page.locator("summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_a_label_is_nearer_to_its_own_bar_than_to_the_row_above(
    widgets: Bench, learner: int, width: int
) -> None:
    page = shown(widgets, width=width)
    rows = page.locator(".ws-lessons > li").evaluate_all(
        """all => all.map((row) => [".ws-lesson", ".ws-progress-bar", ".ws-soft"].map((part) => {
             const {left, top, bottom} = row.querySelector(part).getBoundingClientRect();
             return {left, top, bottom};
           }))"""
    )
    below = 0
    for label, bar, _ in rows:
        above = [line["bottom"] for _, _, line in rows
                 if line["left"] == label["left"] and line["bottom"] <= label["top"]]  # fmt: skip
        if above:
            below += 1
            assert bar["top"] - label["bottom"] < (label["top"] - max(above)) / 2
    assert below >= 10
