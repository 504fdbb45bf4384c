"""Every explorable in a browser: guess, keys, speech, room, contrast."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.explorables import base, explore
from worksite.resources import names

from .explorable import KIT, shown
from .harness import Bench, faults

NAMES = names("assets", "explorables")
LOUD = """() => [...document.querySelectorAll(
  "#views :is(a, button, input, textarea, summary, [tabindex])")]
  .filter((node) => node.getAttribute("data-lm-suppress-shortcuts") !== "true")
  .map((node) => node.outerHTML)"""
PLACES = """() => [".ws-control", ".ws-frame", ".ws-tasks", ".ws-own"].map((name) =>
  [...document.querySelectorAll(name)].map(
    (node) => Math.round(node.getBoundingClientRect().top + scrollY)))"""
# Words cut off at an edge of their drawing.
CUT_OFF = """() => [...document.querySelectorAll("svg.ws-view text")].filter((text) => {
  const [box, edge] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
  return text.textContent && (box.left < edge.left - 1 || box.right > edge.right + 1
    || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
}).map((text) => text.textContent)"""


@pytest.fixture(params=NAMES)
def widget(request: pytest.FixtureRequest) -> base.Explorable:
    return explore(request.param)


def test_a_guess_opens_it_and_is_answered(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget, guess=None)
    assert not page.locator(".ws-lab").is_visible()
    options = widget.spec["strings"]["predict"]["options"]
    for at, option in enumerate(options):
        page.locator(".ws-predict input[type=radio]").nth(at).check()
        page.get_by_role("button", name=KIT["commit"]).click()
        sign = "✓" if option.get("right") else "✗"
        assert page.locator(".ws-guess-said").inner_text() == f"{sign} {option['feedback']}"
    assert page.locator(".ws-lab").is_visible()


def sliders(page: Any) -> list[Any]:
    return list(page.locator("input[type=range]").all())


def test_every_control_moves_by_keys_and_is_spoken(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    page.wait_for_timeout(600)
    spoken = page.locator(".ws-spoken[role=status]")
    first = spoken.inner_text()
    assert first
    assert "{" not in page.locator(".ws-lab").inner_text()
    for slider in sliders(page):
        slider.press("End")
        assert slider.input_value() == slider.get_attribute("max")
        slider.press("Home")
        assert slider.input_value() == "0"
    for choices in page.locator(".ws-choices").all():
        choices.locator("input").last.check()
        assert choices.locator("input").last.is_checked()
    page.wait_for_timeout(600)
    assert "{" not in spoken.inner_text()
    for word in ("undefined", "NaN", "null"):
        assert word not in page.locator(".ws-lab").inner_text()
    page.get_by_role("button", name=KIT["reset"]).click()
    page.wait_for_timeout(600)
    assert spoken.inner_text() == first


@pytest.mark.parametrize("width", [320, 900])
def test_nothing_jumps_is_cut_off_or_too_wide(
    widgets: Bench, widget: base.Explorable, width: int
) -> None:
    page = shown(widgets, widget, width=width)
    page.wait_for_timeout(200)
    before = page.evaluate(PLACES)
    for slider in sliders(page):
        for at in {0, int(slider.get_attribute("max")) // 2, int(slider.get_attribute("max"))}:
            slider.fill(str(at))
            page.wait_for_timeout(30)
            assert page.evaluate(PLACES) == before
            assert page.evaluate(CUT_OFF) == []
    for fold in page.locator("details summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_stay_inside(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    for name in ("input[type=radio]", "input[type=range]", "textarea", "button:visible"):
        if page.locator(name).count():
            page.locator(name).first.focus()
            for key in ("b", "x", "a", "d", "d", "m", "y", "r", "ArrowUp", "Escape"):
                page.keyboard.press(key)
    assert page.evaluate("window.worksite.bubbled") == []
    assert page.evaluate(LOUD) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(widgets: Bench, widget: base.Explorable, dark: bool) -> None:
    page = shown(widgets, widget, guess=None, dark=dark, policy=False)
    assert faults(page) == []
    page.locator(".ws-predict input[type=radio]").first.check()
    page.get_by_role("button", name=KIT["commit"]).click()
    page.evaluate("document.querySelectorAll('details').forEach((f) => { f.open = true; })")
    page.wait_for_timeout(200)
    assert faults(page) == []
