"""Small notebooks and a small course for the tests of the notebook tools."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from worksite import resources
from worksite.lessons import Lesson, Objective
from worksite.notebook.page import Page

ROOT = Path(__file__).resolve().parents[1]
LOCKED = {"deletable": False, "editable": False}


def markdown(source: str, name: str = "text", **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": LOCKED, "source": source, **more}


def code(
    source: str, name: str = "code", html: str | None = "<p>x</p>", **more: Any
) -> dict[str, Any]:
    outputs = []
    if html is not None:
        data = {"text/html": html, "text/plain": "x"}
        outputs = [{"output_type": "display_data", "metadata": {}, "data": data}]
    cell = {"cell_type": "code", "id": name, "metadata": LOCKED, "source": source}
    return {**cell, "execution_count": 1, "outputs": outputs, **more}


def notebook(cells: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def page(*cells: dict[str, Any], lesson: Lesson | None = None, size: int = 1000) -> Page:
    return Page("05_small.ipynb", notebook(cells), size, lesson)


def a_lesson(**changes: Any) -> Lesson:
    given: dict[str, Any] = {
        "id": "05",
        "file": "05_small.ipynb",
        "title": "Small",
        "minutes": 1,
        "ready": True,
        "covers": "little",
        "objectives": [Objective("first", "say it"), Objective("second", "do it")],
    }
    return Lesson(**{**given, **changes})


def course_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lessons: str, **banks: str
) -> Path:
    """A course of its own in ``folder``: lessons.yml, banks, and the real interface texts."""
    for name in ("notebooks", "quizzes", "assets/widgets"):
        (folder / name).mkdir(parents=True)
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    shutil.copy(ROOT / "assets/strings.yml", folder / "assets/strings.yml")
    (folder / "notebooks/lessons.yml").write_text(lessons, encoding="utf-8")
    for name, text in banks.items():
        (folder / f"quizzes/{name.removeprefix('b')}.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "_CHECKOUT", folder)
    return folder


def write(file: Path, cells: Iterable[dict[str, Any]]) -> Path:
    file.write_text(json.dumps(notebook(cells)), encoding="utf-8")
    return file
