"""Questions for every eye and hand: nothing for axe, nothing too wide, nothing hostile runs."""

from __future__ import annotations

import pytest

from worksite.resources import strings

from . import demo
from .harness import Bench, faults

SAID = strings("quiz")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", list(demo.TYPES))
def test_axe_finds_nothing(widgets: Bench, name: str, dark: bool) -> None:
    page = widgets.open(demo.single(name), dark=dark)
    assert faults(page) == []
    wrong = {
        "one": "a", "many": ["b", "c"], "true_false": {"answer": "false", "reason": "a"},
        "number": {"value": "0.1", "unit": "nm"}, "match": {"1": "a", "2": "c", "3": None},
        "order": ["a", "b", None, "d"], "own": {"text": "It decides.", "ticks": [1]},
    }  # fmt: skip
    ref = demo.single(name)["questions"][0]["ref"]
    tried = {"response": wrong[name], "verdict": "wrong", "credit": 0, "tries": 3, "hints": 1}
    page = widgets.open(demo.single(name), dark=dark, state={ref: tried})
    if name != "own":
        page.get_by_role("button", name=SAID["show_answer"]).click()
    assert faults(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_page(widgets: Bench, width: int) -> None:
    page = widgets.open(demo.group("all"), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_runs_nothing(widgets: Bench) -> None:
    # Without a policy: in Jupyter nothing else stands between a text and the page.
    page = widgets.open(demo.hostile(), policy=False)
    for name in ("one", "many", "true_false"):
        page.locator(f"[data-type={name}] input").first.check()
    page.locator("[data-type=own] textarea").fill(demo.HOSTILE)
    for button in page.locator("button").all():
        if button.is_visible():
            button.click()
    assert page.locator("[data-type=own] textarea").input_value() == demo.HOSTILE
    assert page.evaluate("window.__pwned") is None
    bad = "#views :is(script, [onerror], [onclick], [style], img[src='x'])"
    assert page.locator(bad).count() == 0
    assert page.locator(".ws-number").first.inner_text() == demo.HOSTILE
