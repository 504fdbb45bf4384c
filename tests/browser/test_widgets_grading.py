"""The browser's grader says what Python's said, case by case; and the modules stay small."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from worksite.faces.modules import bundle, styles
from worksite.quiz.grading import grade
from worksite.resources import path

from . import demo
from .harness import Bench

CASES = json.loads(path("tests", "data", "grading_cases.json").read_text("utf-8"))
GRADE = """async (cases) => {
  const {grade} = await import("/widgets/grading.js");
  return cases.map(({key, response}) => grade(key, response));
}"""


def in_browser(widgets: Bench, cases: list[dict[str, Any]]) -> list[Any]:
    page = widgets.open(demo.single("one"))
    return list(page.evaluate(GRADE, cases))


def test_both_graders_agree_on_every_recorded_case(widgets: Bench) -> None:
    assert len(CASES) >= 300
    found = in_browser(widgets, CASES)
    pairs = zip(CASES, found, strict=True)
    assert [(case, got) for case, got in pairs if got != case["result"]] == []


def test_both_read_the_same_numbers_from_any_text(widgets: Bench) -> None:
    from random import Random

    random = Random(1946)
    parts = [*"0123456789.,..,,  ''’/%e+-−×x*·^⁶⁻³⁺¹\u202f", "10^", "million", "thousand", "500"]
    texts = ["".join(random.choices(parts, k=random.randint(1, 9))) for _ in range(3000)]
    key = {"type": "number", "answer": 5, "relative": 0.5, "absolute": 1, "unit": None, "units": {},
           "near": [500, 0.5, 6e6]}  # fmt: skip
    cases = [{"key": key, "response": {"value": text}} for text in texts]
    found = in_browser(widgets, cases)
    wanted = [grade(key, case["response"]) for case in cases]
    assert {one["verdict"] for one in wanted} >= {"right", "wrong", "unreadable"}
    assert [pair for pair in zip(texts, found, wanted, strict=True) if pair[1] != pair[2]] == []


# Sent once a kernel. What a whole lesson sends is held to 300 kB in tests/test_weight.py.
@pytest.mark.parametrize(("name", "limit"), [("quiz.js", 25_000), ("progress.js", 8_000)])
def test_what_a_lesson_sends_stays_small(name: str, limit: int) -> None:
    assert len(bundle(name).encode()) <= limit


@pytest.mark.parametrize("name", ["quiz.css", "kit.css", "progress.css"])
def test_style_sheets_stay_small_and_never_reach_beyond_the_widgets(name: str) -> None:
    sheet = styles(name)
    assert len(sheet.encode()) <= 8_000
    selectors = re.findall(r"([^{}]+)\{[^{}]*\}", sheet)
    assert selectors
    assert [one for each in selectors for one in each.split(",") if ".ws-" not in one] == []
