"""Lessons as a learner has them, in a running Lab: shared by the Lab tests."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from worksite.quiz import bank as banks
from worksite.resources import strings

from .lab import Notebook, server

ROOT = Path(__file__).resolve().parents[2]
LESSON = "03_meet_the_foremen.ipynb"
WIDGETS = 8  # live outputs of lesson 03


class Desk:
    """A learner's folder and home, and a Lab over them that can be stopped and started anew."""

    def __init__(self, folder: Path, home: Path, browser: Any) -> None:
        self.folder = folder
        self.home = home
        self.browser = browser
        self.books: list[Notebook] = []
        self.outside: list[str] = []  # addresses asked for outside this server, by any page
        self._running = ExitStack()

    def start(self) -> None:
        """Start a Lab: kernels, sessions and pages of an earlier one are gone."""
        self.stop()
        self.address = self._running.enter_context(server(self.folder, self.home))

    def stop(self) -> None:
        """Close every page, then end the server and with it every kernel."""
        for book in self.books:
            book.page.close()
        self.books = []
        self._running.close()

    def open(self, name: str = LESSON, width: int = 1280) -> Notebook:
        """Open a lesson in a fresh page, as after typing its address."""
        page = self.browser.new_page(viewport={"width": width, "height": 1000})
        book = Notebook(page, self.address, name, self.outside)
        self.books.append(book)
        return book


def copy_lessons(folder: Path) -> None:
    """The committed lessons, as course.py hands them out."""
    for lesson in (ROOT / "notebooks").glob("*.ipynb"):
        shutil.copy(lesson, folder)


@pytest.fixture
def desk(chromium: Any, tmp_path: Path) -> Iterator[Desk]:
    """A desk of one's own: empty home, committed lessons, a running Lab."""
    folder, home = tmp_path / "my-course", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    copy_lessons(folder)
    made = Desk(folder, home, chromium)
    try:
        made.start()
        yield made
    finally:
        made.stop()
    # Whatever the test did, nothing of it has left this machine.
    assert made.outside == []


def widgets_in(name: str) -> int:
    """Live outputs a lesson has, by the still faces stored in it."""
    text = (ROOT / "notebooks" / name).read_text(encoding="utf-8")
    return len(re.findall(r'data-worksite=\\"', text))


def question(bank: str, name: str) -> Any:
    """A question of the course's own banks."""
    return banks.find(f"{bank}/{name}")[0][1]


def card(page: Any, text: str) -> Any:
    """The live card of the question whose text begins so."""
    return page.locator(".ws-question", has_text=text).first


def shown_whole(book: Notebook) -> None:
    """Run, then show every question of every group and the whole explorable."""
    book.run_all()
    book.show_all()
    book.page.locator(".ws-root").nth(widgets_in(book.name) - 1).wait_for(state="attached")
    swaps = book.page.get_by_role("button", name=strings("quiz")["show_all"])
    while swaps.count():
        swaps.first.click()
    skips = book.page.get_by_role("button", name="Show me without a guess")
    while skips.count():
        skips.first.click()
