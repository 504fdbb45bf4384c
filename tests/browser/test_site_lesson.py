"""A whole lesson on a phone, from a static server: every question by keys, each model moved."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.lessons import load
from worksite.quiz import bank as banks
from worksite.resources import names, strings

from .answering import BY_TYPE, answered
from .test_site import Visit, address, alive, folder

__all__ = ["address", "folder"]
WHOLE = "09"  # the lesson with every type of question
OPEN = [each for each in load().lessons if each.open]
MOVED = [
    each for each in OPEN if any(n.startswith(each.id) for n in names("assets", "explorables"))
]
CONTROLS = """scene => [...scene.querySelectorAll('.ws-controls input')]
  .map((one) => (one.type === 'radio' ? one.checked : one.value)).join()"""
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}


def page_of(lesson_id: str) -> str:
    return next(each.file for each in OPEN if each.id == lesson_id).replace(".ipynb", ".html")


def test_a_whole_lesson_is_taken_on_a_phone_by_keys(chromium: Any, address: str) -> None:
    assert {question.type for question in banks.load(WHOLE).questions} == set(BY_TYPE)
    with Visit(chromium, address, **PHONE) as visit:
        page = visit.go(page_of(WHOLE))
        alive(page)
        swaps = page.get_by_role("button", name=strings("quiz")["show_all"])
        while swaps.count():
            swaps.first.click()
        cards = [card.get_attribute("aria-label") for card in answered(page, WHOLE)]
        assert len(cards) == len(banks.load(WHOLE).questions)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.reload()
        alive(page)
        kept = page.evaluate("JSON.parse(localStorage['worksite-progress']).answers.length")
        assert kept == len(cards)
        assert visit.wrong == []


@pytest.mark.parametrize("lesson", MOVED, ids=lambda each: each.id)
def test_every_explorable_is_moved_by_keys(chromium: Any, address: str, lesson: Any) -> None:
    with Visit(chromium, address, **PHONE) as visit:
        page = visit.go(page_of(lesson.id))
        alive(page)
        assert page.locator(".ws-explore").count()
        for scene in page.locator(".ws-explore").all():
            scene.get_by_role("button", name=strings("explore")["skip"]).focus()
            page.keyboard.press("Enter")
            lab = scene.locator(".ws-lab")
            lab.locator(".ws-controls input").first.focus()
            at, drawn = scene.evaluate(CONTROLS), lab.inner_html()
            for key in ("ArrowRight", "ArrowLeft"):  # the first stop may be the last one
                if scene.evaluate(CONTROLS) == at:
                    page.keyboard.press(key)
            assert scene.evaluate(CONTROLS) != at
            assert lab.inner_html() != drawn
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert visit.wrong == []
