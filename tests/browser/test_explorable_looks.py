"""How big is a foreman? for the eye: to scale, whole, still, quick, and nothing for axe."""

from __future__ import annotations

import pytest

from worksite.explorables import base, explore
from worksite.explorables.size import CELLS, VESICLES

from .explorable import KIT, plainly, shown
from .harness import Bench, faults

OPEN_FOLDS = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
# What a reader would miss: shapes that leave their picture.
CUT_OFF = """() => [...document.querySelectorAll(".ws-view")].flatMap((view) => {
  const edge = view.getBoundingClientRect();
  const whole = ".ws-view > :is(circle, path, text, g.ws-worker), .ws-glass, g .ws-helmet";
  return [...view.querySelectorAll(whole)].filter((shape) => {
    const box = shape.getBoundingClientRect();
    return box.left < edge.left || box.right > edge.right
      || box.top < edge.top || box.bottom > edge.bottom;
  }).map((shape) => shape.outerHTML);
})"""
UNDER_THE_LENS = """() => {
  const box = (name) => [...document.querySelectorAll(name)].at(-1).getBoundingClientRect();
  const [glass, her] = [box(".ws-glass"), box("[clip-path] .ws-foreman")];
  const [x, y, r] = [glass.left + glass.width / 2, glass.top + glass.height / 2, glass.width / 2];
  return her.height > 0 && [her.left, her.right].every((a) =>
    [her.top, her.bottom].every((b) => Math.hypot(a - x, b - y) < r));
}"""
PLACES = """() => [".ws-control", ".ws-frame", ".ws-ratios", ".ws-tasks", ".ws-own"].map((name) =>
  [...document.querySelectorAll(name)].map(
    (node) => Math.round(node.getBoundingClientRect().top + scrollY)))"""
# Whether every step changes only what is there already.
STEPS = """() => {
  const slider = document.querySelector("input[type=range]");
  const all = [...document.querySelectorAll(".ws-root *")];
  for (let round = 1; round <= 61; round++) {
    slider.value = round % 14;
    slider.dispatchEvent(new Event("input"));
  }
  const now = [...document.querySelectorAll(".ws-root *")];
  return now.length === all.length && now.every((node, at) => node === all[at]);
}"""


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("03/size")


def test_to_scale(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    for typed in ("12.6", "30.4"):
        page.locator(".ws-number-box").first.fill(typed)
        page.locator(".ws-number-box").first.press("Enter")
        radius = lambda name: float(page.locator(name).first.get_attribute("r"))  # noqa: E731
        assert radius(".ws-cell") / radius(".ws-dot-true") == pytest.approx(10 * float(typed))
        assert radius("circle.ws-vesicle") / radius(".ws-dot-true") == pytest.approx(60)


SIZES = "(name) => [...document.querySelectorAll(name)].map((one) => one.getBBox().height)"


@pytest.mark.parametrize(("vesicle", "fold"), [("50", 2), ("200", 0.5), ("40", 2.5)])
def test_the_cube_is_the_row_in_three_directions(
    widgets: Bench, widget: base.Explorable, vesicle: str, fold: float
) -> None:
    page = shown(widgets, widget)
    # The top of a block is as wide as it is long and deep; its sides are as high as it is.
    assert page.evaluate(SIZES, ".ws-block-top") == pytest.approx([16, 16])
    page.locator(".ws-number-box").nth(1).fill(vesicle)
    page.locator(".ws-number-box").nth(1).press("Enter")
    row, cube = page.evaluate(SIZES, ".ws-block-top")
    assert row == pytest.approx(16 * (fold + 1) / 2)
    assert cube == pytest.approx(16 * fold)
    row, cube = page.evaluate(SIZES, ".ws-block-left")
    assert row == pytest.approx(16 + 16 * fold / 2)
    assert cube == pytest.approx(16 * fold * 1.5)
    joints = page.locator(".ws-block-joint").evaluate_all(
        "(paths) => paths.map((path) => path.getAttribute('d').split('M').length - 1)"
    )
    whole = -(-fold // 1) - 1
    assert joints == [whole, 3 * whole]


def test_the_blocks_name_the_change(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    tags = page.locator(".ws-ratios .ws-tag-text")
    assert [plainly(tag) for tag in tags.all_text_contents()] == ["row × 1", "volume × 1"]
    page.locator(".ws-number-box").nth(1).fill("50")
    page.locator(".ws-number-box").nth(1).press("Enter")
    assert [plainly(tag) for tag in tags.all_text_contents()] == ["row × 2", "volume × 8"]


@pytest.mark.parametrize("cell", ["10", "32"])
@pytest.mark.parametrize("vesicle", ["30", "200"])
def test_nothing_is_cut_off_at_the_ends(
    widgets: Bench, widget: base.Explorable, cell: str, vesicle: str
) -> None:
    page = shown(widgets, widget)
    for at, typed in enumerate((cell, vesicle)):
        page.locator(".ws-number-box").nth(at).fill(typed)
        page.locator(".ws-number-box").nth(at).press("Enter")
    assert page.evaluate(CUT_OFF) == []
    # The foreman under the lens lies inside its circle, from shoes to helmet.
    assert page.evaluate(UNDER_THE_LENS)


@pytest.mark.parametrize("width", [320, 560, 600, 900])
def test_nothing_jumps_when_a_slider_moves(
    widgets: Bench, widget: base.Explorable, width: int
) -> None:
    page = shown(widgets, widget, width=width)
    before = page.evaluate(PLACES)
    for number, stops in ((0, CELLS), (1, VESICLES)):
        slider = page.locator("input[type=range]").nth(number)
        for at in range(len(stops)):
            slider.fill(str(at))
            assert page.evaluate(PLACES) == before, (number, at)
    page.locator(".ws-number-box").first.fill("18")
    page.locator(".ws-number-box").first.press("Enter")
    assert page.evaluate(PLACES) == before


def test_a_step_is_drawn_into_what_is_there(widgets: Bench, widget: base.Explorable) -> None:
    assert shown(widgets, widget).evaluate(STEPS), "a step made new elements"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(widgets: Bench, widget: base.Explorable, dark: bool) -> None:
    page = shown(widgets, widget, guess=None, dark=dark, policy=False)
    assert faults(page) == []
    for guess in (0, 2):
        page.locator("input[type=radio]").nth(guess).check()
        page.get_by_role("button", name=KIT["commit"]).click()
        page.evaluate(
            "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
        )
        page.locator(".ws-number-box").first.fill("18")
        page.locator(".ws-number-box").first.press("Enter")
        assert faults(page) == []


@pytest.mark.parametrize("width", [320, 600, 1280])
def test_nothing_is_wider_than_the_page(
    widgets: Bench, widget: base.Explorable, width: int
) -> None:
    page = shown(widgets, widget, width=width)
    for fold in page.locator("details summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
