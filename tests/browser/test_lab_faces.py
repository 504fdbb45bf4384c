"""A lesson in JupyterLab: still when fresh, live when run, still again when re-opened."""

from __future__ import annotations

import json
from pathlib import Path

from worksite.resources import strings

from .harness import faults
from .lab import server
from .lab_lessons import LESSON, WIDGETS, Desk, card

BROKEN = ("model not found", "Error displaying widget", "Loading widget")


def stored(folder: Path) -> dict:
    return json.loads((folder / LESSON).read_text(encoding="utf-8"))


def looks_still(book: object) -> None:
    """Every widget's place shows its still face, folds closed, nothing broken."""
    page = book.page  # type: ignore[attr-defined]
    page.locator("section[data-worksite], .ws-still-quiz, .ws-still-explore").first.wait_for()
    book.show_all()  # type: ignore[attr-defined]
    assert page.locator(".ws-root").count() == 0
    assert page.get_by_text("Run this cell (Shift+Enter)").count() >= WIDGETS
    assert page.locator(".jp-OutputArea details[open]").count() == 0
    words = page.locator(".jp-Notebook").inner_text()
    assert not [broken for broken in BROKEN if broken in words]


def test_a_fresh_lesson_is_still_and_a_run_one_live(desk: Desk) -> None:
    book = desk.open()
    looks_still(book)
    assert faults(book.page, ".jp-OutputArea") == []
    book.run_all()
    book.show_all()
    book.page.locator(".ws-root").nth(WIDGETS - 1).wait_for(state="attached")
    assert book.page.locator(".ws-root").count() == WIDGETS
    assert book.page.locator(".jp-OutputArea").filter(has_text="Traceback").count() == 0
    assert faults(book.page, ".jp-OutputArea") == []
    book.theme("JupyterLab Dark")
    assert faults(book.page, ".jp-OutputArea") == []
    assert book.outside == []


def test_reopened_lessons_stay_still_and_answers_come_back(desk: Desk) -> None:
    book = desk.open()
    book.run_all()
    gate = card(book.page, "A drug stops the big bags")
    gate.locator("input[value=a]").check()
    gate.get_by_role("button", name=strings("quiz")["check"]).click()
    gate.get_by_text(strings("quiz")["kept"], exact=True).wait_for()
    book.save()
    book.page.close()
    first = stored(desk.folder)
    assert "widgets" not in first["metadata"]
    assert "widget-view" not in json.dumps(first)
    sizes = []
    for _ in range(2):
        # A new server, as on another day; opened, saved as autosave would, never run.
        with server(desk.folder, desk.home) as address:
            desk.address = address
            again = desk.open()
            looks_still(again)
            again.save()
            sizes.append((desk.folder / LESSON).stat().st_size)
            assert again.errors == []
            again.page.close()
    assert sizes[0] == sizes[1]
    with server(desk.folder, desk.home) as address:
        desk.address = address
        last = desk.open()
        last.run_all()
        gate = card(last.page, "A drug stops the big bags")
        gate.locator(".ws-status").get_by_text("Not right yet").wait_for()
        assert gate.locator("input[value=a]").is_checked()
        assert last.outside == []


def test_hostile_text_runs_nothing_in_lab(desk: Desk) -> None:
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
    (desk.folder / "hostile.ipynb").write_text(json.dumps(book), encoding="utf-8")
    live = desk.open("hostile.ipynb")
    live.run_all()
    live.page.locator(".ws-quiz").wait_for()
    assert "<img src=x onerror" in live.page.locator(".ws-quiz").inner_text()
    assert live.page.evaluate("window.__pwned") is None
    live.save()
    live.page.close()
    still = desk.open("hostile.ipynb")
    still.page.locator(".jp-OutputArea details").first.wait_for()
    for fold in still.page.locator(".jp-OutputArea summary").all():
        fold.click()
    assert still.page.evaluate("window.__pwned") is None
    assert still.outside == []
