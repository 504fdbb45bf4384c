"""The repair site in a browser: played, paused, stepped, still for those who ask, and quick."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.explorables import base, explore

from .explorable import shown
from .harness import Bench

DAY = 2  # the third slider
# Whether sixty steps of the day change only what the scene already holds.
STEADY = """() => {
  const slider = [...document.querySelectorAll("input[type=range]")].at(-1);
  const scene = document.querySelector("svg.ws-view");
  const all = [...scene.querySelectorAll("*")];
  for (let step = 1; step <= 60; step++) {
    slider.value = step % 31;
    slider.dispatchEvent(new Event("input"));
  }
  const now = [...scene.querySelectorAll("*")];
  return now.length === all.length && now.every((node, at) => node === all[at]);
}"""


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("06/repair-site")


def bricks(page: Any) -> int:
    return int(page.locator(".ws-brick").count())


def memos(page: Any) -> tuple[int, int]:
    """How many memos are seen unread, and read."""
    seen = "[visibility=inherit]"
    return page.locator(f".ws-memo{seen}").count(), page.locator(f".ws-memo-read{seen}").count()


def day(page: Any) -> int:
    return int(page.locator(".ws-number-box").nth(DAY).input_value())


def test_it_plays_pauses_and_ends(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget, clock=True)
    views = widget.spec["strings"]["views"]
    page.get_by_role("button", name=views["play"]).click()
    page.clock.run_for(1100)
    assert day(page) == 6
    page.get_by_role("button", name=views["pause"]).click()
    page.clock.run_for(2000)
    assert day(page) == 6
    page.get_by_role("button", name=views["play"]).click()
    page.clock.run_for(20_000)
    assert day(page) == 60
    assert bricks(page) == round(0.48 * widget.spec["tables"]["wall"][0][2][0][0][0][0][30] / 10)
    page.get_by_role("button", name=views["play"]).click()
    page.clock.run_for(400)
    assert day(page) <= 4


def test_who_asks_for_less_motion_gets_the_other_end_at_once(
    widgets: Bench, widget: base.Explorable
) -> None:
    page = shown(widgets, widget)
    page.locator("input[type=range]").nth(DAY).press("Home")
    assert day(page) == 0
    page.emulate_media(reduced_motion="reduce")
    play = page.get_by_role("button", name=widget.spec["strings"]["views"]["play"])
    play.click()
    assert day(page) == 60
    play.click()
    assert day(page) == 0


def test_it_is_stepped_by_keys_and_told_in_words(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    sliders = page.locator("input[type=range]")
    sliders.nth(DAY).press("Home")
    sliders.nth(DAY).press("ArrowRight")
    said = page.locator(".ws-result")
    assert "Day 2:" in said.inner_text()
    assert "Nobody acts on their message." in said.inner_text()
    assert memos(page) == (3, 0)
    page.get_by_label("as in mice").check()
    assert "read by the own crew" in said.inner_text()
    assert memos(page) == (0, 3)
    page.get_by_label("none", exact=True).check()
    assert "Nobody is there to read their message." in said.inner_text()
    assert memos(page) == (3, 0)
    assert bricks(page) == 0


def test_a_step_is_drawn_into_the_scene_that_is_there(
    widgets: Bench, widget: base.Explorable
) -> None:
    assert shown(widgets, widget).evaluate(STEADY), "a step made new elements"


def test_nothing_shines_through_a_hidden_page(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    page.evaluate("document.querySelector('#views').style.visibility = 'hidden'")
    through = "all => all.filter((one) => getComputedStyle(one).visibility !== 'hidden').length"
    assert page.locator("svg.ws-view *").count() > 50
    assert page.locator("svg.ws-view *").evaluate_all(through) == 0
