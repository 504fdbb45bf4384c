"""How big is a foreman? in a browser: guess, keys, typing, speech, own words."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.explorables import base, explore
from worksite.explorables.size import CELLS, VESICLES
from worksite.faces.modules import bundle

from .explorable import KIT, plainly, shown
from .harness import Bench

LOUD = """() => [...document.querySelectorAll(
  "#views :is(a, button, input, textarea, summary, [tabindex])")]
  .filter((node) => node.getAttribute("data-lm-suppress-shortcuts") !== "true")
  .map((node) => node.outerHTML)"""


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("03/size")


def state(page: Any) -> str:
    return str(page.locator(".ws-lab").inner_text())


def in_words(count: int) -> str:
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if count >= size:
            return f"{count / size:g} {word}"
    return f"{count:,}"


def test_no_number_is_told_before_a_guess(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget, guess=None)
    assert not page.locator(".ws-lab").is_visible()
    page.get_by_role("button", name=KIT["commit"]).click()
    assert page.locator(".ws-guess-said[role=status]").inner_text() == KIT["choose_first"]
    assert not page.locator(".ws-lab").is_visible()


@pytest.mark.parametrize("guess", range(4))
def test_each_guess_is_answered_in_its_own_words(
    widgets: Bench, widget: base.Explorable, guess: int
) -> None:
    page = shown(widgets, widget, guess)
    option = widget.spec["strings"]["predict"]["options"][guess]
    sign = "✓" if option.get("right") else "✗"
    assert page.locator(".ws-guess-said").inner_text() == f"{sign} {option['feedback']}"
    assert "8 million" in state(page)
    assert not page.get_by_role("button", name=KIT["skip"]).is_visible()


def test_the_answers_show_without_a_guess_too(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget, guess=None)
    page.get_by_role("button", name=KIT["skip"]).click()
    assert "9 mm" in state(page)
    assert page.evaluate("document.activeElement.className") == "ws-lab"
    assert page.locator(".ws-guess-said").inner_text() == ""


def test_the_guess_stands_beside_the_worker_at_the_start_only(
    widgets: Bench, widget: base.Explorable
) -> None:
    page = shown(widgets, widget, guess=0)
    mark = page.locator(".ws-guess-text")
    assert mark.is_visible()
    page.locator("input[type=range]").first.press("ArrowRight")
    assert not mark.is_visible()
    page.get_by_role("button", name=KIT["reset"]).click()
    assert mark.is_visible()
    page.locator("input[type=radio]").nth(2).check()
    page.get_by_role("button", name=KIT["commit"]).click()
    assert not mark.is_visible()  # 9 mm: the foreman herself


def test_slider_box_and_buttons_say_the_same(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    slider = page.locator("input[type=range]").nth(1)
    box = page.locator(".ws-number-box").nth(1)
    less = page.get_by_role("button", name="Width of the vesicle: one step less")
    more = page.get_by_role("button", name="Width of the vesicle: one step more")
    for act, expected in (
        (lambda: slider.press("ArrowLeft"), "90"), (lambda: less.press("Enter"), "80"),
        (lambda: more.press("Space"), "90"), (lambda: slider.press("Home"), "30"),
        (lambda: less.press("Enter"), "30"), (lambda: slider.press("End"), "200"),
        (lambda: more.press("Space"), "200"),
    ):  # fmt: skip
        act()
        assert box.input_value() == expected
        assert (slider.get_attribute("aria-valuetext") or "").startswith(f"{expected} nm")
    assert more.get_attribute("aria-disabled") == "true"
    assert less.get_attribute("aria-disabled") == "false"


TYPED = (  # what is typed, what it becomes (20 before), what is said
    ("23", "23", ""), ("12,6", "12.6", ""), (" 30.4 µm", "30.4", ""), ("18", "17.9", "17.9"),
    ("1,000", "32", "32"), ("−4", "10", "10"), ("0", "10", "10"), ("lots", "20", "number"),
    ("", "20", "number"), ("1e999", "20", "number"), ("3.4.5", "20", "number"),
)  # fmt: skip


@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_a_typed_width_goes_to_the_nearest_step_and_says_so(
    widgets: Bench, widget: base.Explorable, leave: str
) -> None:
    page = shown(widgets, widget)
    box = page.locator(".ws-number-box").first
    for typed, becomes, note in TYPED:
        page.get_by_role("button", name=KIT["reset"]).click()
        box.fill(typed)
        box.press(leave)
        assert box.input_value() == becomes, typed
        said = page.locator(".ws-note[role=status]").first.inner_text()
        assert note in said if note else said == "", (typed, said)


def test_what_a_step_rests_on_is_told(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    slider = page.locator("input[type=range]").first
    assert "○ assumed, for you to choose" in state(page)
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert "● measured average: rat MSCs" in state(page)
    assert "rat MSCs" in slider.get_attribute("aria-valuetext")


def test_every_state_shows_what_the_model_says(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    seen = set()
    for c in range(len(CELLS)):
        page.locator("input[type=range]").nth(0).fill(str(c))
        for v in range(len(VESICLES)):
            page.locator("input[type=range]").nth(1).fill(str(v))
            text = page.locator(".ws-ratios").inner_text()
            told = in_words(widget.spec["tables"]["volume"][c][v])
            assert f"{told} vesicles have the volume" in text, (c, v)
            seen.add(told.partition(" ")[2])
    assert seen == {"billion", "million", ""}


def test_halving_the_vesicle_makes_it_two_and_eight(
    widgets: Bench, widget: base.Explorable
) -> None:
    page = shown(widgets, widget)
    for box, typed, said in ((1, "50", "row × 2, volume × 8"), (1, "200", "row ÷ 2, volume ÷ 8"),
                             (0, "10", "row ÷ 4, volume ÷ 64")):  # fmt: skip
        field = page.locator(".ws-number-box").nth(box)
        field.fill(typed)
        field.press("Enter")
        assert said in plainly(page.locator(".ws-change").inner_text())
    page.get_by_role("button", name=KIT["reset"]).click()
    assert page.locator(".ws-change").inner_text() == widget.spec["strings"]["views"]["begin"]


def test_words_are_spoken_once_the_hand_rests(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget, clock=True)
    page.clock.run_for(1000)
    spoken = page.locator(".ws-spoken[role=status]")
    assert "8 million have the volume" in spoken.inner_text()
    slider = page.locator("input[type=range]").nth(1)
    for _ in range(5):
        slider.press("ArrowLeft")
        page.clock.run_for(300)
    assert "8 million have the volume" in spoken.inner_text()
    page.clock.run_for(200)
    text = spoken.inner_text()
    for part in ("50 nanometres", "400 in a row", "64 million", "like a lentil", "volume × 8"):
        assert part in plainly(text)
    slider.press("ArrowRight")
    page.evaluate("window.worksite.close.forEach((stop) => stop())")
    page.clock.run_for(1000)
    assert spoken.inner_text() == text


def test_keys_stay_inside_and_every_stop_of_tab_says_so(
    widgets: Bench, widget: base.Explorable
) -> None:
    page = shown(widgets, widget)
    for name in ("input[type=radio]", "input[type=range]", ".ws-number-box", "textarea",
                 "button:visible", "summary"):  # fmt: skip
        page.locator(name).first.focus()
        for key in ("b", "x", "a", "d", "d", "m", "y", "r", "ArrowUp", "ArrowDown", "Escape"):
            page.keyboard.press(key)
    assert page.evaluate("window.worksite.bubbled") == []
    assert page.evaluate(LOUD) == []


def test_own_words_go_nowhere(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    own = page.get_by_label(KIT["own_label"])
    own.fill("A body has three directions.")
    answer = page.get_by_text("A row has one direction")
    assert not answer.is_visible()
    page.get_by_text(widget.spec["strings"]["why"], exact=True).click()
    assert answer.is_visible()
    assert page.evaluate("[window.worksite.sent.length, window.worksite.saved]") == [0, 0]


def test_the_figures_stand_in_a_table(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    page.get_by_text(widget.spec["table"]["summary"], exact=True).click()
    table = page.get_by_role("table", name=widget.spec["table"]["caption"])
    assert table.get_by_role("rowheader").all_inner_texts()[0] == "12.6 µm"
    assert table.get_by_role("columnheader").count() == 4


def test_two_views_and_one_bundle(widgets: Bench, widget: base.Explorable) -> None:
    page = widgets.open(widget.spec, module=widget.module, sheets=widget.sheets, views=2, blob=True)
    for view in page.locator(".view").all():
        view.locator("input[type=radio]").first.check()
    assert page.locator("input[type=radio]:checked").count() == 2
    page.get_by_role("button", name=KIT["commit"]).first.click()
    assert page.locator(".ws-lab:visible").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    assert len(bundle("size.js").encode()) <= 26_000


def test_nothing_shines_through_a_hidden_page(widgets: Bench, widget: base.Explorable) -> None:
    page = shown(widgets, widget)
    assert page.locator(".ws-guess-text").is_visible()
    page.evaluate("document.querySelector('#views').style.visibility = 'hidden'")
    through = "all => all.filter((one) => getComputedStyle(one).visibility !== 'hidden').length"
    assert page.locator("svg.ws-view *").evaluate_all(through) == 0
