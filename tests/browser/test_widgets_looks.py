"""Questions for every eye and hand: nothing for axe, nothing too wide, nothing hostile runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

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


LONG = "It leaves the cell inside a small bag made of the cell’s own wall, and reaches a neighbour"
# Where a chip lies over the words of a row or over a select: nowhere.
COVERED = """() => {
  const across = (a, b) => a.left < b.right && b.left < a.right;
  const over = (a, b) => across(a, b) && a.top < b.bottom && b.top < a.bottom;
  const boxes = [...document.querySelectorAll(".ws-row .ws-text, .ws-row select, .ws-chosen")]
    .flatMap((node) => {
      const words = document.createRange();
      words.selectNodeContents(node);
      return node.matches("select") ? [node.getBoundingClientRect()] : [...words.getClientRects()];
    });
  return [...document.querySelectorAll(".ws-row .ws-chip")].map((chip) =>
    boxes.filter((box) => over(chip.getBoundingClientRect(), box)).length);
}"""


def long_match() -> dict[str, object]:
    """A match whose labels fill their lines and whose choices do not fit a phone."""
    rows = [{"key": key, "html": f"{LONG} {key}", "plain": key} for key in "123"]
    choices = [{"key": key, "plain": f"{LONG} {key}"} for key in "ab"]
    choices += [{"key": key, "plain": key} for key in "cd"]
    return demo.single("match", rows=rows, choices=choices)


@pytest.mark.parametrize("width", [360, 900])
def test_no_mark_covers_words(widgets: Bench, width: int) -> None:
    page = widgets.open(long_match(), width=width)
    for select in page.locator("select").all():
        select.select_option("a")
    tops = "() => [...document.querySelectorAll('.ws-row, .ws-actions')].map((n) => n.offsetTop)"
    before = page.evaluate(tops)
    page.locator(".ws-actions .ws-main").click()
    assert page.locator(".ws-row .ws-chip:visible").count() == 3
    assert page.evaluate(COVERED) == [0, 0, 0]
    assert page.evaluate(tops) == before


def test_a_choice_that_does_not_fit_can_be_read_below(widgets: Bench) -> None:
    page = widgets.open(long_match(), width=360)
    line, select = page.locator(".ws-chosen").first, page.locator("select").first
    assert not line.is_visible()
    select.focus()
    page.keyboard.press("ArrowDown")
    assert line.inner_text() == f"{LONG} a"
    assert line.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert page.get_by_role("combobox", name=f"{LONG} 1", exact=True).count() == 1
    select.select_option("c")  # short: the select itself shows it whole
    assert not line.is_visible()
    select.select_option("a")
    page.set_viewport_size({"width": 1800, "height": 800})
    page.locator(".ws-root").evaluate("node => (node.style.maxWidth = 'none')")
    expect(line).to_be_hidden()
    ref = long_match()["questions"][0]["ref"]  # type: ignore[index]
    kept = {"response": {"1": "b"}, "verdict": "wrong", "credit": 0, "tries": 1, "hints": 0}
    page = widgets.open(long_match(), width=360, state={ref: kept})
    expect(page.locator(".ws-chosen").first).to_have_text(f"{LONG} b")
