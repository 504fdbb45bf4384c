"""The keyboard in a lesson answers questions and never touches the notebook around them."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.quiz import bank as banks
from worksite.resources import strings

from .lab import Notebook
from .lab_lessons import Desk, shown_whole

SAID = strings("quiz")
LETTERS = ["b", "x", "a", "d", "d", "m", "y", "r"]
ARROWS = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"]
PLACES_STILL = {
    "fold of an output": ".jp-OutputArea summary",
    "link of an output": ".jp-OutputArea a",
    "fold of a text cell": ".jp-MarkdownCell summary",
    "link of a text cell": ".jp-MarkdownCell .jp-RenderedMarkdown a[href^=https]",
}
PLACES_LIVE = {
    "radio": ".ws-quiz input[type=radio]",
    "checkbox": ".ws-quiz input[type=checkbox]",
    "number": "[data-type=number] input",
    "own words": ".ws-quiz textarea",
    "select": ".ws-quiz select",
    "button": ".ws-quiz button",
    "slider": ".ws-explore input[type=range]",
    "number box": ".ws-explore input[type=text]",
    "fold": ".ws-explore summary",
    **PLACES_STILL,
}


def pressed(book: Notebook, places: dict[str, str]) -> list[str]:
    """Places from which a key changed a cell or moved the active one."""
    touched = []
    for name, where in places.items():
        place = book.page.locator(where).first
        place.scroll_into_view_if_needed()
        place.focus()
        before = book.cells()
        for key in [*LETTERS, *ARROWS]:
            book.page.keyboard.press(key)
        if book.cells() != before:
            touched.append(name)
    return touched


def test_no_key_touches_the_notebook(desk: Desk) -> None:
    book = desk.open()
    book.show_all()
    assert pressed(book, PLACES_STILL) == []
    shown_whole(book)
    assert pressed(book, PLACES_LIVE) == []


def many(page: Any, key: dict[str, Any], _: Any) -> None:
    for at, option in enumerate(key["options"]):
        if at:
            page.keyboard.press("Tab")
        if option in key["right"]:
            page.keyboard.press("Space")


def true_false(page: Any, key: dict[str, Any], _: Any) -> None:
    choose(page, ["true", "false"].index(key["answer"]))
    page.keyboard.press("Tab")
    choose(page, key["reasons"].index(key["right"][0]))


def number(page: Any, key: dict[str, Any], question: Any) -> None:
    page.keyboard.type(f"{question.answer:g}")
    page.keyboard.press("Tab")
    for _ in range(1 + list(key["units"]).index(key["unit"])):
        page.keyboard.press("ArrowDown")


def select_each(page: Any, places: list[int]) -> None:
    """In one closed select after another, choose the entry at a place (the first is empty)."""
    for at, place in enumerate(places):
        if at:
            page.keyboard.press("Tab")
        for _ in range(1 + place):
            page.keyboard.press("ArrowDown")


BY_TYPE = {
    "one": lambda page, key, _: choose(page, key["options"].index(key["right"][0])),
    "many": many,
    "true_false": true_false,
    "number": number,
    "match": lambda page, key, _: select_each(
        page, [key["choices"].index(key["right"][row]) for row in key["rows"]]
    ),
    "order": lambda page, key, _: select_each(
        page, [key["right"].index(item) for item in sorted(key["right"])]
    ),
    "own": lambda page, *_: page.keyboard.type("A birthplace is not a size."),
}


def choose(page: Any, place: int) -> None:
    """Choose the option at a place in a group of radios that has the focus on its first."""
    if place == 0:
        page.keyboard.press("Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")


def tab_to_check(page: Any) -> None:
    """Tab on until the check button has the focus."""
    for _ in range(8):
        if "ws-main" in page.evaluate("document.activeElement.className"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the check button cannot be reached by Tab")


def test_every_question_of_the_lesson_is_answered_by_keyboard_alone(desk: Desk) -> None:
    book = desk.open()
    shown_whole(book)
    page = book.page
    bank = banks.load("03")
    for question in bank.questions:
        number = bank.number(question.id)
        tag = page.locator(".ws-number").get_by_text(number, exact=True)
        card = page.locator(".ws-question").filter(has=tag).first
        card.locator("input, select, textarea").first.focus()
        BY_TYPE[question.type](page, question.key(), question)  # with nothing but keys
        tab_to_check(page)
        page.keyboard.press("Enter")
        verdict = "noted" if question.type == "own" else "right"
        status = card.locator(".ws-status[role=status]")
        status.get_by_text(SAID[f"verdict_{verdict}"]).wait_for(timeout=5_000)
        assert page.evaluate("document.activeElement.closest('.ws-root') !== null"), number
        card.get_by_text(SAID["kept"], exact=True).wait_for(timeout=5_000)
    assert book.outside == []


def test_the_explorable_moves_by_arrows_typing_and_buttons(desk: Desk) -> None:
    book = desk.open()
    book.run_all()
    page = book.page
    lab = page.locator(".ws-explore")
    lab.scroll_into_view_if_needed()
    assert not lab.locator(".ws-lab").is_visible()
    lab.locator("input[type=radio]").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab", "Enter"):
        page.keyboard.press(key)
    lab.locator(".ws-lab").wait_for()
    assert "Yes" in lab.locator(".ws-guess-said").inner_text()
    spoken = lab.locator(".ws-spoken[role=status]")
    spoken.get_by_text("8 million").wait_for()
    vesicle = lab.locator("input[type=range]").nth(1)
    vesicle.focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    assert vesicle.get_attribute("aria-valuetext", timeout=1000).startswith("50 nm")
    spoken.get_by_text("64 million").wait_for()
    box = lab.locator(".ws-number-box").first
    box.fill("30")
    box.press("Enter")
    assert box.input_value() == "30.4"
    assert "30.4" in lab.locator(".ws-note").first.inner_text()
    lab.get_by_role("button", name="Width of the cell: one step less").press("Enter")
    assert box.input_value() == "28"
    lab.get_by_role("button", name="Start again").press("Space")
    spoken.get_by_text("8 million").wait_for()


@pytest.mark.parametrize("end", ["restart", "shutdown"])
def test_without_its_kernel_a_quiz_says_that_it_did_not_keep_the_answer(
    desk: Desk, end: str
) -> None:
    book = desk.open()
    book.run_all()
    book.widget(f"(panel) => panel.sessionContext.{'restartKernel' if end == 'restart' else end}()")
    if end == "restart":
        book.wait_idle()
    page = book.page
    card = page.locator(".ws-question", has_text="A drug stops the big bags").first
    card.locator("input[value=b]").check()
    card.get_by_role("button", name=SAID["check"]).click()
    card.locator(".ws-status").get_by_text(SAID["verdict_right"]).wait_for()
    card.get_by_text(SAID["not_kept"]).wait_for(timeout=8_000)


def test_two_lessons_at_once_keep_both_answers(desk: Desk) -> None:
    books = [desk.open(), desk.open("00_welcome.ipynb")]
    for book in books:
        book.run_all()
        card = book.page.locator(".ws-question").first
        card.locator("input").first.check()
        card.get_by_role("button", name=SAID["check"]).click()
    for book in books:
        book.page.locator(".ws-question").first.get_by_text(SAID["kept"], exact=True).wait_for()
    from worksite.progress.store import Store

    assert len(Store(desk.home).all()) == 2
