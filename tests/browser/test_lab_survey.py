"""The survey in a real Lab: kept on disk, back after a restart, and honest without its kernel."""

from __future__ import annotations

from typing import Any

from worksite.beliefs.spec import words
from worksite.progress.store import Store

from .lab_lessons import Desk

SAID = words()
WELCOME = "00_welcome.ipynb"


def survey(page: Any) -> Any:
    box = page.locator(".ws-survey")
    box.wait_for()
    return box


def test_answers_are_kept_come_back_and_are_not_kept_without_a_kernel(desk: Desk) -> None:
    book = desk.open(WELCOME)
    book.run_all()
    book.show_all()
    first = survey(book.page).locator(".ws-belief").first
    first.locator("input[value=false]").check()
    first.locator("input[value=guess]").check()
    first.get_by_text(SAID["kept"], exact=True).wait_for()
    (kept,) = Store(desk.home).all()
    assert (kept["response"], kept["confidence"], kept["verdict"]) == ("false", "guess", "opinion")
    with book.page.expect_download() as saved:
        survey(book.page).get_by_role("button", name=SAID["copy"]).click()
    assert kept["ref"] in saved.value.path().read_text("utf-8")
    desk.start()
    book = desk.open(WELCOME)
    book.show_all()
    assert book.page.locator(".ws-survey").count() == 0
    book.run_all()
    book.show_all()
    box = survey(book.page)
    assert box.locator("input:checked").evaluate_all("all => all.map((one) => one.value)") == [
        "false", "guess",
    ]  # fmt: skip
    # Letters typed on a control are no shortcuts of Lab's.
    before = book.cells()[1:]
    second = box.locator(".ws-belief").nth(1)
    second.locator("input").first.focus()
    book.page.keyboard.type("badxj")
    assert book.cells()[1:] == before
    book.widget("(panel) => panel.sessionContext.shutdown()")
    second.locator("input[value=unknown]").check()
    second.get_by_text(SAID["not_kept"]).wait_for(timeout=8_000)
    assert len(Store(desk.home).all()) == 1
