"""A lesson in JupyterLab: still when fresh, live when run, still again when re-opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from worksite.lessons import load
from worksite.resources import strings

from .harness import faults
from .lab import Notebook
from .lab_lessons import LESSON, WIDGETS, Desk, card, shown_whole, widgets_in

SAID = strings("quiz")
BROKEN = ("model not found", "Error displaying widget", "Loading widget", "Traceback")


def stored(folder: Path) -> dict:
    return json.loads((folder / LESSON).read_text(encoding="utf-8"))


def looks_still(book: Notebook) -> None:
    """Every widget's place shows its still face, folds closed, nothing broken."""
    page = book.page
    page.locator(".jp-OutputArea details").first.wait_for()
    book.show_all()
    assert page.locator(".ws-root").count() == 0
    assert page.get_by_text("Run this cell (Shift+Enter)").count() >= WIDGETS
    assert page.locator("details[open]").count() == 0
    words = page.locator(".jp-Notebook").inner_text()
    assert "What becomes rarer outside the cell?" in words
    assert "Which kind needs the bag?" not in words  # in the closed fold of the answer
    assert [broken for broken in BROKEN if broken in words] == []
    assert book.errors == []


def open_folds(book: Notebook) -> None:
    """Open every fold, so that what is inside is looked at as well."""
    book.page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")


def axe_says(book: Notebook) -> dict[str, list[str]]:
    """What axe-core finds in all outputs, by theme."""
    book.unroll()
    said = {}
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        book.theme(theme)
        book.page.wait_for_timeout(300)
        said[theme] = faults(book.page, ".jp-OutputArea")
        assert book.page.evaluate(CONTRAST_JUDGED) > 100
    return said


# Of how many texts axe could tell the contrast: of none that it takes for hidden.
CONTRAST_JUDGED = """async () => {
  const {passes} = await axe.run(".jp-OutputArea", {runOnly: ["color-contrast"]});
  return passes.flatMap((rule) => rule.nodes).filter((n) => n.any[0].data.contrastRatio).length;
}"""
CLEAN: dict[str, list[str]] = {"JupyterLab Dark": [], "JupyterLab Light": []}


def test_a_fresh_lesson_is_readable_without_a_run(desk: Desk) -> None:
    book = desk.open()
    looks_still(book)
    open_folds(book)
    assert book.page.get_by_text("Which kind needs the bag?").is_visible()
    assert axe_says(book) == CLEAN


@pytest.mark.parametrize("name", [lesson.file for lesson in load().lessons if lesson.open])
def test_a_run_lesson_is_live_and_accessible_with_all_it_can_say(desk: Desk, name: str) -> None:
    book = desk.open(name)
    shown_whole(book)
    page = book.page
    assert page.locator(".ws-root").count() == widgets_in(name)
    words = page.locator(".jp-Notebook").inner_text()
    assert [broken for broken in BROKEN if broken in words] == []
    for box in page.locator(".ws-quiz :is([type=checkbox], [value=a]):visible").all():
        box.check()
    for select in page.locator(".ws-quiz select").all():
        select.select_option(index=1)
    for area in page.locator(".ws-quiz textarea, [data-type=number] input").all():
        area.fill("7")
    # Three times: two wrong tries, each with a hint, then the answer.
    shown = "document.querySelectorAll('.ws-actions button:not([hidden])')"
    for _ in range(3):
        page.evaluate(f"{shown}.forEach((button) => button.click())")
    open_folds(book)
    marks = page.locator(".ws-quiz .ws-status").evaluate_all("(n) => n.map((s) => s.dataset.mark)")
    assert {"wrong", "open"} <= set(marks)
    assert page.locator(".ws-answer:visible").count() >= 2
    assert page.locator(".ws-lab:visible").count() == page.locator(".ws-explore").count()
    assert axe_says(book) == CLEAN
    assert book.errors == []


def test_a_reopened_lesson_stays_still_and_a_run_brings_the_answers_back(desk: Desk) -> None:
    book = desk.open()
    book.run_all()
    gate = card(book.page, "A drug stops the big bags")
    gate.locator("input[value=a]").check()
    gate.get_by_label(SAID["confidence_sure"]).check()
    gate.get_by_role("button", name=SAID["check"]).click()
    gate.get_by_text(SAID["kept"], exact=True).wait_for()
    book.save()
    saved = stored(desk.folder)
    assert "widgets" not in saved["metadata"]
    assert "widget-view" not in json.dumps(saved)
    sizes = [(desk.folder / LESSON).stat().st_size]
    for _ in range(2):
        # A new server, as on another day; opened, saved as autosave would, never run.
        desk.start()
        again = desk.open()
        looks_still(again)
        again.save()
        sizes.append((desk.folder / LESSON).stat().st_size)
        assert again.errors == []
    assert len(set(sizes)) == 1
    assert "widget-view" not in json.dumps(stored(desk.folder))
    last = desk.open()
    last.run_all()
    gate = card(last.page, "A drug stops the big bags")
    gate.locator(".ws-status").get_by_text(SAID["verdict_wrong"]).wait_for()
    said = gate.locator(".ws-status").inner_text()
    assert "Which kind needs the bag?" in said
    assert SAID["sure_but_wrong"] in said
    assert gate.locator("input[value=a]").is_checked()
    assert gate.get_by_label(SAID["confidence_sure"]).is_checked()


def hostile(folder: Path) -> str:
    """A notebook that shows a bank in which every text is an attack; its name."""
    bank = Path(__file__).parents[1] / "data" / "hostile_bank.yml"
    code = (
        "from worksite.quiz import bank\nfrom worksite.quiz.widget import QuizWidget\n"
        f"b = bank.parse(open({str(bank)!r}, encoding='utf-8').read(), 'quizzes/66.yml')\n"
        "QuizWidget('66', [(b, q) for q in b.questions])"
    )
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cell = {"cell_type": "code", "id": "x", "source": code, "metadata": {}, "outputs": [],
            "execution_count": None}  # fmt: skip
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "hostile.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return "hostile.ipynb"


def test_hostile_text_is_shown_and_runs_nothing(desk: Desk) -> None:
    name = hostile(desk.folder)
    live = desk.open(name)
    live.run_all()
    page = live.page
    page.get_by_role("button", name=SAID["show_all"]).click()
    page.locator("input[value=b]").first.check()
    page.locator("textarea").fill("<img src=x onerror=window.__pwned=1>")
    for select in page.locator(".ws-quiz select").all():
        select.select_option(index=1)
    for button in page.locator(".ws-actions button:visible").all():
        button.click()
    words = page.locator(".ws-quiz").inner_text()
    assert "<img src=x onerror" in words
    assert "<iframe src=javascript:" in words  # in the feedback of the chosen option
    bad = ":is(script, iframe, [onerror], [onload], [ontoggle], img, a[href^=javascript])"
    assert page.locator(f".ws-quiz {bad}").count() == 0
    assert page.evaluate("window.__pwned") is None
    live.save()
    # Saved after a run it is trusted: nothing but our own HTML stands between text and page.
    desk.start()
    still = desk.open(name).page
    still.locator(".jp-OutputArea details").first.wait_for()
    still.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert "<img src=x onerror" in still.locator(".jp-OutputArea").first.inner_text()
    assert still.locator(f".jp-OutputArea {bad}").count() == 0
    assert still.evaluate("window.__pwned") is None
