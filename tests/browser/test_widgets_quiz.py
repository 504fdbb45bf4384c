"""Questions in a real browser: every type by keyboard, what is said, what is kept."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.resources import strings

from . import demo
from .harness import Bench

SAID = strings("quiz")


def keys(page: Any, *pressed: str) -> None:
    """Press keys one after another, as a learner does; longer words are typed."""
    for key in pressed:
        if key.startswith("type:"):
            page.keyboard.type(key.removeprefix("type:"))
        else:
            page.keyboard.press(key)


def status(page: Any, view: int = 0) -> Any:
    """The place where feedback is announced."""
    return page.locator(".view").nth(view).locator(".ws-status[role=status]")


def sent(page: Any) -> list[dict[str, Any]]:
    return list(page.evaluate("worksite.sent"))


def check(page: Any) -> None:
    page.locator(".ws-actions .ws-main").first.click()


DOWN = "ArrowDown"
# Tab moves into a group of radios; arrows choose in it, and in a closed select.
WALKS: dict[str, tuple[list[str], Any]] = {
    "one": (["Tab", DOWN, DOWN, "ArrowUp", "Tab", "Space", "Tab", "Enter"], "b"),
    "many": (["Tab", "Space", "Tab", "Tab", "Space", "Tab", "Tab", "Enter"], ["a", "c"]),
    "true_false": (
        ["Tab", DOWN, "Tab", DOWN, DOWN, "ArrowUp", "Tab", "Space"],
        {"answer": "false", "reason": "b"},
    ),
    "number": (
        ["Tab", "type:0,1", "Tab", DOWN, DOWN, "Tab", "Space"], {"value": "0,1", "unit": "µm"},
    ),
    "match": (
        ["Tab", *[DOWN] * 4, "Tab", *[DOWN] * 3, "Tab", DOWN, "Tab", "Enter"],
        {"1": "d", "2": "c", "3": "a"},
    ),
    "order": (
        ["Tab", "type:3", "Tab", "type:1", "Tab", "type:2", "Tab", "type:4", "Tab", "Enter"],
        ["b", "c", "a", "d"],
    ),
    "own": (["Tab", "type:It thinks.", "Tab", "Enter"], {"text": "It thinks.", "ticks": []}),
}  # fmt: skip


@pytest.mark.parametrize("name", list(demo.TYPES))
@pytest.mark.parametrize("blob", [False, True], ids=["file", "blob"])
def test_answered_by_keyboard_alone(widgets: Bench, name: str, blob: bool) -> None:
    page = widgets.open(demo.single(name), blob=blob)
    walk, response = WALKS[name]
    keys(page, *walk)
    verdict = "noted" if name == "own" else "right"
    assert SAID[f"verdict_{verdict}"] in status(page).inner_text()
    (answer,) = sent(page)
    assert answer["response"] == response
    assert answer["confidence"] == ("sure" if name == "one" else None)
    assert (answer["kind"], answer["tries"], answer["hints"]) == ("answer", 1, 0)
    # The focus is still where the learner left it, and no key has left the widget.
    assert page.evaluate("document.activeElement.className").startswith("ws-button")
    assert [key for key in page.evaluate("worksite.bubbled") if key != "Tab"] == []


def test_enter_in_the_number_box_checks(widgets: Bench) -> None:
    page = widgets.open(demo.single("number"))
    page.get_by_label(SAID["unit"]).select_option("nm")
    page.get_by_label(SAID["your_number"]).focus()
    keys(page, "type:100", "Enter")
    assert SAID["verdict_right"] in status(page).inner_text()
    assert page.evaluate("document.activeElement.tagName") == "INPUT"


@pytest.mark.parametrize("name", list(demo.TYPES))
def test_untouched_is_not_an_answer(widgets: Bench, name: str) -> None:
    page = widgets.open(demo.single(name))
    check(page)
    assert SAID["verdict_unanswered"] in status(page).inner_text()
    assert sent(page) == []
    assert page.evaluate("Object.keys(worksite.model.get('state')).length") == 0


@pytest.mark.parametrize("name", list(demo.TYPES))
def test_every_control_is_named_and_lets_lab_be(widgets: Bench, name: str) -> None:
    page = widgets.open(demo.single(name))
    bare = page.evaluate(
        """() => [...document.querySelectorAll(
             '#views :is(a, button, input, select, summary, textarea, [tabindex])')]
           .filter((node) => node.dataset.lmSuppressShortcuts !== 'true').length"""
    )
    assert bare == 0
    assert page.locator("fieldset > legend", has_text="03.").count() == 1
    if name in ("one", "many"):
        words = SAID["choose_one" if name == "one" else "choose_all"]
        assert words in page.locator("legend").first.inner_text()
        letters = page.locator(".ws-letter").all_inner_texts()
        assert letters == ["A", "B", "C", "D"]


def test_ticking_everything_earns_nothing(widgets: Bench) -> None:
    page = widgets.open(demo.single("many"))
    for box in page.locator("input").all():
        box.check()
    check(page)
    assert SAID["verdict_wrong"] in status(page).inner_text()
    assert page.evaluate("worksite.model.get('state')['03/inside'].credit") == 0


def test_chosen_and_missed_options_are_told_in_words_and_signs(widgets: Bench) -> None:
    page = widgets.open(demo.single("many"))
    page.locator("input[value=a]").check()
    page.locator("input[value=b]").check()
    check(page)
    text = status(page).inner_text()
    assert "Yes, dozens of kinds." in text
    assert "A nucleus is fifty times" in text
    assert "RNA belongs here too." in text
    chips = page.locator(".ws-chip").all_inner_texts()
    assert chips == [
        f"✓ {SAID['mark_right']}", f"✗ {SAID['mark_wrong']}", f"! {SAID['mark_missed']}", "",
    ]  # fmt: skip
    # A changed answer is a new try: the old marks go, the words stay until the next check.
    page.locator("input[value=b]").uncheck()
    assert set(page.locator(".ws-chip").all_inner_texts()) == {""}
    page.locator("input[value=c]").check()
    check(page)
    assert SAID["verdict_right"] in status(page).inner_text()
    assert sent(page)[-1]["tries"] == 2


def test_true_or_false_needs_its_reason(widgets: Bench) -> None:
    page = widgets.open(demo.single("true_false"))
    page.get_by_label(SAID["false"]).check()
    page.locator("input[value=a]").check()
    check(page)
    text = status(page).inner_text()
    assert SAID["verdict_partly"] in text
    assert "Nothing in it could read or pick." in text


@pytest.mark.parametrize(
    ("value", "unit", "verdict", "words"),
    [
        ("0.1", "nm", "unit", "A micrometre is a thousand nanometres."),
        ("200", "nm", "wrong", "200 is how many fit"),
        ("7", "nm", "wrong", "Divide 20 µm by 200."),
        ("100", "nm", "right", "20,000 nm ÷ 200"),
        ("hundred", "nm", "unreadable", ""),
    ],
)
def test_a_number_and_its_unit(
    widgets: Bench, value: str, unit: str, verdict: str, words: str
) -> None:
    page = widgets.open(demo.single("number"))
    page.locator("input").fill(value)
    page.locator("select").select_option(unit)
    check(page)
    text = status(page).inner_text()
    assert SAID[f"verdict_{verdict}"] in text
    assert words in text
    assert len(sent(page)) == (verdict != "unreadable")


def test_a_number_without_its_unit_asks_for_it(widgets: Bench) -> None:
    page = widgets.open(demo.single("number"))
    page.locator("input").fill("100")
    check(page)
    assert SAID["unit_missing"] in status(page).inner_text()
    assert sent(page) == []


def test_a_number_without_units_has_no_unit_box(widgets: Bench) -> None:
    key = {"type": "number", "answer": 0.3, "relative": 0, "absolute": 0, "unit": None, "units": {}}
    page = widgets.open(demo.single("number", units=[], key=key))
    assert page.locator("select").count() == 0
    page.locator("input").fill("0.30000000000000004")
    check(page)
    assert SAID["verdict_right"] in status(page).inner_text()


def test_a_wrong_match_says_which_and_why(widgets: Bench) -> None:
    page = widgets.open(demo.single("match"))
    for select, choice in zip(page.locator("select").all(), "bca", strict=True):
        select.select_option(choice)
    check(page)
    text = status(page).inner_text()
    assert "A hair" in text
    assert "A millimetre is the head of a pin." in text
    assert "Red cells" not in text
    page.locator("select").first.select_option("a")
    check(page)
    assert "You can see a hair" in status(page).inner_text()


def test_two_of_one_place_are_not_graded(widgets: Bench) -> None:
    page = widgets.open(demo.single("order"))
    page.locator("select").nth(0).select_option("1")
    page.locator("select").nth(1).select_option("1")
    check(page)
    assert SAID["same_place"] in status(page).inner_text()
    assert sent(page) == []
    page.locator("select").nth(1).select_option("")
    check(page)
    assert sent(page)[0]["response"] == ["a", None, None, None]
    assert page.locator(".ws-chip").all_inner_texts() == [
        f"✗ {SAID['mark_wrong']}",
        *[f"– {SAID['mark_open']}"] * 3,
    ]


def test_own_words_are_compared_and_never_graded(widgets: Bench) -> None:
    page = widgets.open(demo.single("own"))
    assert not page.get_by_text("A vesicle is a parcel.").is_visible()
    page.get_by_label(SAID["own_label"]).fill("It decides; a vesicle does not.")
    check(page)
    assert page.get_by_text("A vesicle is a parcel.").is_visible()
    page.locator("input").nth(2).check()
    page.locator("input").nth(0).check()
    assert [each["response"]["ticks"] for each in sent(page)] == [[], [2], [0, 2]]
    assert {each["tries"] for each in sent(page)} == {1}
    assert page.evaluate("worksite.model.get('state')['03/own'].credit") is None


def test_hints_come_in_steps_and_the_focus_stays(widgets: Bench) -> None:
    page = widgets.open(demo.single("one"))
    hint = page.get_by_role("button", name=SAID["hint"].format(n=1, total=2))
    hint.focus()
    keys(page, "Enter")
    live = page.locator(".ws-hints[role=status]")
    assert "Think of the length first." in live.inner_text()
    assert "Then cube it." not in live.inner_text()
    keys(page, "Enter", "Enter", "Enter")
    assert live.locator(".ws-hint").count() == 2
    assert page.evaluate("document.activeElement.textContent") == SAID["no_more_hints"]
    page.locator("input[value=b]").check()
    check(page)
    assert sent(page)[0]["hints"] == 2


def test_the_answer_is_offered_after_enough_wrong_tries(widgets: Bench) -> None:
    page = widgets.open(demo.single("one", reveal_after=2))
    page.locator("input[value=a]").check()
    check(page)
    show = page.get_by_role("button", name=SAID["show_answer"])
    assert not show.is_visible()
    check(page)
    show.focus()
    keys(page, "Enter")
    answer = page.locator(".ws-answer[role=status]")
    assert "That is the one." in answer.inner_text()
    assert "the cube of the length" in answer.inner_text()
    assert answer.get_by_role("link", name="[E-36]").get_attribute("target") == "_blank"
    assert page.evaluate("document.activeElement.textContent") == SAID["hide_answer"]
    page.locator("input[value=b]").check()
    check(page)
    assert SAID["verdict_right"] in status(page).inner_text()
    assert "the cube of the length" in answer.inner_text()


def test_a_sure_wrong_answer_is_told_so(widgets: Bench) -> None:
    page = widgets.open(demo.single("one"))
    page.get_by_label(SAID["confidence_sure"]).check()
    page.locator("input[value=c]").check()
    check(page)
    assert SAID["sure_but_wrong"] in status(page).inner_text()
    page.locator("input[value=b]").check()
    page.get_by_label(SAID["confidence_guess"]).check()
    check(page)
    assert SAID["guess_but_right"] in status(page).inner_text()


def test_checking_moves_nothing_above_the_button(widgets: Bench) -> None:
    tops = "() => [...document.querySelectorAll('.ws-option, .ws-actions')].map((n) => n.offsetTop)"
    page = widgets.open(demo.single("many"), width=360)
    page.locator("input[value=a]").check()
    before = page.evaluate(tops)
    page.locator("input[value=b]").check()
    check(page)
    assert status(page).inner_text()
    assert page.evaluate(tops) == before
