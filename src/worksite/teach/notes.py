"""The instructor's notes on a lesson: ``assets/teach/notes/NN.yml`` in, checked objects out.

``vote`` names the questions worth two votes, best first; ``notes`` a word on a cell of the
notebook; ``discuss`` what to ask the room after a cell. All of it is optional.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from worksite import lessons
from worksite.quiz import bank
from worksite.resources import CourseError, field_faults, line_of, nearest, parse_yaml, path

FOLDER = ("assets", "teach", "notes")
TWO_VOTES = ("one", "true_false")  # one right answer: what a second vote can move to
MAX_WORDS = 50  # of a note: read at a glance while the room is looking
MAX_MINUTES = 15


class Discuss(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to ask the room, after which cell, and for how many minutes."""

    after: str
    minutes: int
    ask: str


class Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Notes on one lesson; ``notes`` maps cell ids to Markdown."""

    vote: list[str] = []
    notes: dict[str, str] = {}
    discuss: list[Discuss] = []


def cell_ids(lesson_id: str) -> list[str]:
    """Ids of the cells of a lesson's notebook; none where it isn't here (a wheel)."""
    file = path("notebooks", lessons.get(lesson_id).file)
    if not file.is_file():
        return []
    return [cell["id"] for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]]


def _vote_faults(vote: list[str], lesson_id: str, where: str) -> Iterator[str]:
    kinds = {question.id: question.type for question in bank.load(lesson_id).questions}
    votable = [name for name, kind in kinds.items() if kind in TWO_VOTES]
    for name in vote:
        if name not in kinds:
            near = nearest(name, votable)
            yield f"{where}, vote: there is no question {name!r} in lesson {lesson_id}. {near}"
        elif name not in votable:
            yield (
                f"{where}, vote: {name!r} is of type {kinds[name]}, which has no one right answer "
                f"to vote on twice. Choose from {', '.join(votable)}."
            )
    for name in sorted({one for one in vote if vote.count(one) > 1}):
        yield f"{where}, vote: {name!r} stands there twice. Remove one."


def _text_faults(said: str, where: str) -> Iterator[str]:
    """A text that is empty, too long to glance at, or cites what nobody knows."""
    from worksite import evidence

    count = len(said.split())
    if not 1 <= count <= MAX_WORDS:
        yield f"{where}: {count} words. Say it in one or two short sentences (1 to {MAX_WORDS})."
    known = list(evidence.load().claims)
    for claim in evidence.cited(said):
        if claim not in known:
            yield f"{where}: there is no claim {claim!r}. {nearest(claim, known)}"


def _cell_fault(cell: str, cells: list[str], where: str) -> Iterator[str]:
    if cells and cell not in cells:
        yield f"{where}: the notebook has no cell {cell!r}. {nearest(cell, cells)}"


def _discuss_faults(raw: Any, cells: list[str], where: str) -> Iterator[str]:
    if not isinstance(raw, dict):
        yield f"{where}: not a mapping. Write 'after:', 'minutes:' and 'ask:'."
        return
    where = f"{where}, line {line_of(raw)}"
    wrong = list(field_faults(raw, Discuss, "a discussion", where))
    yield from wrong
    if wrong:
        return
    yield from _cell_fault(raw["after"], cells, where)
    yield from _text_faults(raw["ask"], where)
    if not 1 <= raw["minutes"] <= MAX_MINUTES:
        yield f"{where}: {raw['minutes']} minutes. Give a whole number from 1 to {MAX_MINUTES}."
    if not raw["ask"].strip().endswith("?"):
        yield f"{where}: what is asked does not end with '?'. Ask the room a question."


def parse(source: str, lesson_id: str, name: str) -> Notes:
    """Check the text of a notes file. CourseError with every fault in it."""
    raw = parse_yaml(source, name)
    if raw is None:
        return Notes()
    if not isinstance(raw, dict):
        raise CourseError(f"{name}: not a mapping. Write 'vote:', 'notes:' or 'discuss:'.")
    # Discussions are told one by one below.
    faults = list(field_faults(raw, Notes, "a notes file", name, discuss=list[Any]))
    typed = {one: raw[one] for one in ("vote", "notes", "discuss") if one in raw}
    if not any(f"'{one}' does not fit" in fault for one in typed for fault in faults):
        cells = cell_ids(lesson_id)
        faults += _vote_faults(typed.get("vote", []), lesson_id, name)
        for cell, said in typed.get("notes", {}).items():
            faults += _cell_fault(cell, cells, f"{name}, notes")
            faults += _text_faults(said, f"{name}, notes, {cell}")
        for at, entry in enumerate(typed.get("discuss", []), 1):
            faults += _discuss_faults(entry, cells, f"{name}, discuss {at}")
    if faults:
        raise CourseError(*faults)
    return msgspec.convert(raw, Notes)


@cache
def _parsed(file: Path, stamp: int) -> Notes:  # noqa: ARG001
    return parse(file.read_text(encoding="utf-8"), file.stem, "/".join((*FOLDER, file.name)))


def notes(lesson_id: str) -> Notes:
    """Notes on a lesson, empty where it has none.

    CourseError for an unknown lesson, or with every fault of its file. Read again only when the
    file has changed.
    """
    lessons.get(lesson_id)
    file = path(*FOLDER, f"{lesson_id}.yml")
    return _parsed(file, file.stat().st_mtime_ns) if file.is_file() else Notes()


def faults(files: list[Path] | None = None) -> list[str]:
    """Every fault of the notes files, for ``worksite check``: of all, or of these."""
    found: list[str] = []
    for file in sorted(path(*FOLDER).glob("*")) if files is None else files:
        try:
            if file.suffix != ".yml":
                raise CourseError(f"{'/'.join(FOLDER)}/{file.name}: no notes file. Name it NN.yml.")
            notes(file.stem)
        except CourseError as error:
            found += error.faults
    return found


def files_of(notebooks: list[Path]) -> list[Path]:
    """The notes files that belong to these notebooks."""
    named = [path(*FOLDER, f"{each.name[:2]}.yml") for each in notebooks]
    return [file for file in named if file.is_file()]
