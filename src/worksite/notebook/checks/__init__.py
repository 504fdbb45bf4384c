"""``worksite check``: every fault of notebooks and banks, one line each, with how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from worksite.lessons import Lesson, load
from worksite.notebook.bankview import Bank, all_banks, open_bank
from worksite.notebook.checks import items, outputs, players, prose, structure
from worksite.notebook.page import Page, lesson_of, open_page, ready_files
from worksite.resources import CourseError, path, text

PAGE_CHECKS = (*structure.CHECKS, *prose.CHECKS, *outputs.CHECKS)


def page_faults(page: Page) -> Iterator[str]:
    """Faults of one notebook."""
    for check in PAGE_CHECKS:
        yield from check(page)


def bank_faults(bank: Bank) -> Iterator[str]:
    """Item-writing faults of one bank, and objectives it tests too little."""
    for check in items.CHECKS:
        yield from check(bank)
    for lesson in load().lessons:
        if lesson.id == bank.lesson:
            yield from items.objectives(bank, [each.id for each in lesson.objectives])


def file_faults(file: Path) -> Iterator[str]:
    """Faults of one notebook file and, where it is a lesson's, of that lesson's bank."""
    lesson = lesson_of(file)
    yield from _told(partial(_opened, file, lesson))
    if lesson:
        yield from _told(partial(_own_bank, lesson.id))


def _opened(file: Path, lesson: Lesson | None) -> Iterator[str]:
    yield from page_faults(open_page(file, lesson))


def _own_bank(lesson_id: str) -> Iterator[str]:
    bank = open_bank(lesson_id)
    if bank:
        yield from bank_faults(bank)


def _told(work: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What a check finds; a fault that stops the check is a finding too."""
    try:
        yield from work()
    except CourseError as error:
        yield from error.faults


def loose_files(folder: Path) -> Iterator[str]:
    """Notebooks that ``lessons.yml`` does not list as ready."""
    ready = {lesson.file for lesson in load().lessons if lesson.ready}
    for file in sorted(folder.glob("*.ipynb")):
        if file.name not in ready:
            yield (
                f"{file.name}: is not a ready lesson. "
                "List it in notebooks/lessons.yml with 'ready: true', or move it."
            )


def banks_load() -> Iterator[str]:
    """Every bank is read by the quiz engine without a fault."""
    from worksite.quiz import bank

    for file in sorted(path("quizzes").glob("*.yml")):
        try:
            bank.load(file.stem, references=True)
        except CourseError as error:
            yield from error.faults


def beliefs_load() -> Iterator[str]:
    """The statements of the survey are read without a fault."""
    from worksite.beliefs import model

    model.load()
    yield from ()


def schema_current() -> Iterator[str]:
    """``quizzes/schema.json`` is what the models say."""
    from worksite.quiz import bank

    file = path("quizzes", "schema.json")
    if not file.is_file() or text("quizzes", "schema.json") != bank.schema_text():
        yield "quizzes/schema.json: is not current. Run python3 course.py schema."


def evidence_faults() -> Iterator[str]:
    """What the ledger's own check finds."""
    from worksite import evidence

    yield from evidence.check()


def course_faults(folder: Path) -> list[str]:
    """Every fault of the whole course; ``folder`` holds the notebooks."""
    found: list[str] = []
    for file, lesson in ready_files(folder):
        found += _told(partial(_opened, file, lesson))
    found += _told(lambda: loose_files(folder))
    found += _told(lambda: (fault for bank in all_banks() for fault in bank_faults(bank)))
    found += _told(lambda: players.check(all_banks()))
    found += _told(banks_load)
    found += _told(beliefs_load)
    found += _told(schema_current)
    found += _told(evidence_faults)
    return list(dict.fromkeys(found))
