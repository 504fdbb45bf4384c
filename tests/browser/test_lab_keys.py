"""The keyboard in a lesson answers questions and never touches the notebook around them."""

from __future__ import annotations

import pytest

from worksite.resources import strings

from .answering import answered
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


def test_escape_leads_from_a_question_back_to_the_cells(desk: Desk) -> None:
    book = desk.open()
    shown_whole(book)
    place = book.page.locator(PLACES_LIVE["radio"]).first
    place.scroll_into_view_if_needed()
    place.focus()
    here = book.cells()[0]
    book.page.keyboard.press("ArrowDown")
    assert book.cells()[0] == here
    book.page.keyboard.press("Escape")
    book.page.keyboard.press("ArrowDown")
    book.page.wait_for_timeout(300)
    assert book.cells()[0] == here + 1


def test_every_question_of_the_lesson_is_answered_by_keyboard_alone(desk: Desk) -> None:
    book = desk.open()
    shown_whole(book)
    for card in answered(book.page, "03"):
        assert book.page.evaluate("document.activeElement.closest('.ws-root') !== null")
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
