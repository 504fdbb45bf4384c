"""Lessons as a learner has them, in a running Lab: shared by the Lab tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from worksite.quiz import bank as banks

from .lab import Notebook, server

ROOT = Path(__file__).resolve().parents[2]
LESSON = "03_meet_the_foremen.ipynb"
WIDGETS = 8  # live outputs of lesson 03


@dataclass
class Desk:
    """A learner's folder and home, and the address of a Lab over them."""

    folder: Path
    home: Path
    address: str
    browser: Any

    def open(self, name: str = LESSON, width: int = 1280) -> Notebook:
        """Open a lesson in a fresh page, as after typing its address."""
        page = self.browser.new_page(viewport={"width": width, "height": 1000})
        return Notebook(page, self.address, name)


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
    with server(folder, home) as address:
        yield Desk(folder, home, address, chromium)


def question(bank: str, name: str) -> Any:
    """A question of the course's own banks."""
    return banks.find(f"{bank}/{name}")[0][1]


def card(page: Any, text: str) -> Any:
    """The live card of the question whose text begins so."""
    return page.locator(".ws-question", has_text=text).first
