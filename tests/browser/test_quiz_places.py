"""A group of questions leads the eye: what has just appeared begins on the screen."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.resources import strings

from . import demo
from .harness import Bench

SAID = strings("quiz")
SIZES = [(360, 740), (1280, 800)]
# Long options above and below, and, as in a notebook, a box that scrolls instead of the page.
AROUND = """(boxed) => {
  const main = document.querySelector("main");
  document.querySelector("h1").style.height = "900px";
  document.querySelector("#views").style.paddingBottom = "1500px";
  for (const row of document.querySelectorAll(".ws-option")) row.style.minHeight = "120px";
  if (boxed) Object.assign(main.style, {height: "100vh", overflow: "auto"});
}"""
SCROLLED = "() => document.querySelector('main').scrollTop + scrollY"
# Where the words of what has the focus begin and end.
BEGINNING = """() => {
  const words = document.activeElement.querySelector("legend, .ws-title");
  const {top, bottom} = words.getBoundingClientRect();
  return [top, bottom];
}"""


def begun(page: Any) -> bool:
    """Whether the beginning of what has the focus is on the screen."""
    page.wait_for_timeout(100)  # a browser may still shift what stands below a hidden question
    top, bottom = page.evaluate(BEGINNING)
    return bool(0 <= top < bottom <= page.viewport_size["height"])


def at_the_bottom(page: Any, button: Any) -> None:
    """Scroll as a reader does who has come down to this button."""
    button.evaluate("node => node.scrollIntoView({block: 'end'})")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
@pytest.mark.parametrize("boxed", [False, True], ids=["page", "box"])
def test_next_shows_the_beginning_of_the_next_question(
    widgets: Bench, size: tuple[int, int], boxed: bool
) -> None:
    page = widgets.open(demo.group())
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.evaluate(AROUND, boxed)
    press = page.locator(".ws-steps .ws-main")
    for _ in demo.TYPES:  # the last one leads to the summary
        at_the_bottom(page, press)
        press.click()
        assert begun(page)
    assert page.evaluate("document.activeElement.ariaLabel") == SAID["summary_title"]
    page.get_by_role("button", name=SAID["back"]).click()
    assert begun(page)


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_a_dot_leads_to_its_question_among_all(widgets: Bench, size: tuple[int, int]) -> None:
    page = widgets.open(demo.group("all"))
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.evaluate(AROUND, False)
    for at in (5, 0, 6):
        page.locator(".ws-dot").nth(at).click()
        assert begun(page)


def test_nothing_moves_when_the_beginning_can_be_read(widgets: Bench) -> None:
    page = widgets.open(demo.group())
    page.evaluate(AROUND, False)
    page.locator(".ws-head").evaluate("node => node.scrollIntoView()")
    before = page.evaluate(SCROLLED)
    assert before > 0
    page.locator(".ws-dot").nth(2).click()
    assert begun(page)
    assert page.evaluate(SCROLLED) == before
