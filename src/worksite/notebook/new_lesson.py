"""``worksite new-lesson``: notebook, bank and ``lessons.yml`` entry that pass every check."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from worksite.lessons import FILE, Lesson, load
from worksite.notebook.bankview import view
from worksite.notebook.measure import cited, measure
from worksite.notebook.normalise import normalise
from worksite.notebook.page import Page, open_page
from worksite.notebook.refresh import refresh
from worksite.resources import CourseError, parse_yaml, path, text

# Kind, id and what becomes of it on slides (nothing: it goes on where it is).
_CELL = re.compile(r"^%% (markdown|code) ([\w-]+)(?: (slide|notes|skip))?\n", re.M)


def _slug(title: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", title.casefold())) or "lesson"


def _template(name: str, values: dict[str, str]) -> str:
    filled = text("assets", "templates", name)
    for key, value in values.items():
        filled = filled.replace("{" + key + "}", value)
    return filled


def _notebook(source: str) -> dict[str, Any]:
    parts = _CELL.split(source)[1:]
    cells: list[dict[str, Any]] = []
    for kind, name, tag, body in zip(*(parts[n::4] for n in range(4)), strict=True):
        metadata = {"slideshow": {"slide_type": tag}} if tag else {}
        cell: dict[str, Any] = {"cell_type": kind, "id": name, "metadata": metadata}
        cell["source"] = body.strip().splitlines(keepends=True)
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        cells.append(cell)
    notebook = {"cells": cells}
    normalise(notebook)
    return notebook


def with_entry(listing: str, number: str, entry: str) -> str:
    """The text of ``lessons.yml`` with a lesson's entry put in, in the place of an old one."""
    lines = listing.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if line.startswith("  - ")]
    blocks = ["".join(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]
    mark = re.compile(r"""^  - \{?\s*id:\s*["']?([^"',\s]+)""")
    kept: list[tuple[str, str]] = []
    for block in blocks:
        found = mark.match(block)
        if found and found[1] != number:
            kept.append((found[1], block))
    before = [block for name, block in kept if name < number]
    after = [block for name, block in kept if name > number]
    head = "".join(lines[: starts[0]] if starts else lines)
    return head + "".join((*before, entry, *after))


def _values(number: str, title: str) -> dict[str, str]:
    lessons = load().lessons
    listed = next((each for each in lessons if each.id == number), None)
    if not re.fullmatch(r"\d\d", number):
        raise CourseError(f"{number!r} is no lesson number. Write two digits, such as 04.")
    if not title.strip():
        raise CourseError("The title is empty. Write it in quotes after the number.")
    if listed and listed.ready:
        raise CourseError(f"Lesson {number} is there already ({listed.file}). Choose another.")
    ready = [each.id for each in lessons if each.ready and each.id < number]
    return {
        "number": number,
        "title": title.strip(),
        "file": listed.file if listed else f"{number}_{_slug(title)}.ipynb",
        "covers": json.dumps(listed.covers if listed else title.strip(), ensure_ascii=False),
        "needs": f'"{ready[-1]}"' if ready else "",
    }


def _entry(values: dict[str, str], minutes: int, claims: set[str]) -> str:
    filled = {**values, "minutes": str(minutes), "claims": ", ".join(sorted(claims))}
    filled["title"] = json.dumps(values["title"], ensure_ascii=False)
    return _template("entry.yml", filled)


def make(number: str, title: str, folder: Path) -> list[str]:
    """Make a lesson; returns the names of the three files made or changed.

    Raises CourseError for a number that is taken or not two digits. What a failed attempt wrote
    is taken away again.
    """
    values = _values(number, title)
    listing_file = folder / Path(FILE).name
    bank_file = path("quizzes") / f"{number}.yml"
    notebook_file = folder / values["file"]
    for file in (bank_file, notebook_file):
        if file.exists():
            raise CourseError(f"{file.name} exists already. Move it, or choose another number.")
    old = listing_file.read_text(encoding="utf-8")

    def write(file: Path, content: str) -> None:
        file.write_text(content, encoding="utf-8", newline="\n")

    try:
        write(bank_file, _template("bank.yml", values))
        notebook = _notebook(_template("lesson.txt", values))
        write(notebook_file, json.dumps(notebook, ensure_ascii=False, indent=1) + "\n")
        write(listing_file, with_entry(old, number, _entry(values, 10, {"E-01", "E-04"})))
        # The minutes and the claims follow from what the lesson holds; both stand in its outputs.
        for _ in range(2):
            refresh(notebook_file)
            page = open_page(notebook_file, _lesson(number))
            entry = _entry(values, max(1, round(measure(page).minutes)), _cited(page, number))
            write(listing_file, with_entry(old, number, entry))
        refresh(notebook_file)
    except BaseException:
        write(listing_file, old)
        bank_file.unlink(missing_ok=True)
        notebook_file.unlink(missing_ok=True)
        raise
    return [f"notebooks/{notebook_file.name}", f"quizzes/{bank_file.name}", FILE]


def _lesson(number: str) -> Lesson:
    return next(each for each in load().lessons if each.id == number)


def _cited(page: Page, number: str) -> set[str]:
    source = text("quizzes", f"{number}.yml")
    return cited(page, view(parse_yaml(source, f"quizzes/{number}.yml"), number), {})
