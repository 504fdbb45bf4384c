"""Answers in and out as one JSON file, the same in the notebooks and the web edition."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from worksite import outputs
from worksite.progress.store import store
from worksite.resources import CourseError

FORMAT, VERSION = "worksite-progress", 1
FILE = "worksite-progress.json"
_KINDS = {"ref": str, "at": str, "verdict": str}
VERDICTS = {"right", "partly", "wrong", "unit", "noted", "opinion"}


def text() -> str:
    """Everything kept, as the text of an export file."""
    content = {"format": FORMAT, "version": VERSION, "answers": store().all()}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def export(path: str | Path | None = None) -> Path:
    """Write one JSON file (here, unless a path is given) and return where it is.

    An older export of that name is replaced, and only once the new one is whole. CourseError when
    the file there is no export.
    """
    target = Path(path) if path is not None else Path(FILE)
    outputs.check_file(target, _is_export, "an export of this course")
    target = target.resolve()
    handle, draft = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
        out.write(text())
    Path(draft).replace(target)
    return target


def _is_export(file: Path) -> bool:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def _faults(answer: Any, where: str) -> list[str]:
    if not isinstance(answer, dict):
        return [f"{where}: not an answer."]
    wrong = [f"{where}: {n!r} is missing or not text." for n in _KINDS
             if not isinstance(answer.get(n), str)]  # fmt: skip
    if not wrong and answer["verdict"] not in VERDICTS:
        wrong.append(f"{where}: no verdict is {answer['verdict']!r}.")
    if not isinstance(answer.get("credit"), int | float | None):
        wrong.append(f"{where}: credit is not a number.")
    if not isinstance(answer.get("hints", 0), int):
        wrong.append(f"{where}: hints is not a whole number.")
    return wrong


def parse(source: str, name: str) -> list[dict[str, Any]]:
    """Answers of an export's text; CourseError with every fault, and nothing is taken in."""
    try:
        content = json.loads(source)
    except ValueError:
        raise CourseError(f"{name}: not an export of this course. Choose the .json file.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CourseError(f"{name}: not an export of this course. Choose the .json file.")
    if content.get("version") != VERSION:
        raise CourseError(f"{name}: made by a newer course. Update this one, then try again.")
    answers = content.get("answers")
    if not isinstance(answers, list):
        raise CourseError(f"{name}: it holds no list of answers. Export it again.")
    faults = [f for at, a in enumerate(answers, 1) for f in _faults(a, f"{name}, answer {at}")]
    if faults:
        raise CourseError(*faults)
    return [
        {
            **{column: answer[column] for column in _KINDS},
            "response": answer.get("response"),
            # A browser writes 1 where Python writes 1.0; both are the same answer.
            "credit": None if answer.get("credit") is None else float(answer["credit"]),
            "confidence": answer.get("confidence"),
            "hints": answer.get("hints", 0),
        }
        for answer in answers
    ]


def import_(path: str | Path) -> int:
    """Read an export back in. Answers already here are not doubled. Returns how many were new."""
    file = Path(path)
    if not file.is_file():
        raise CourseError(f"{file}: no such file. Give the path of an export.")
    try:
        source = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CourseError(f"{file.name}: not text. Choose the .json file.") from None
    return take(source, file.name)


def take(source: str, name: str) -> int:
    """Take in an export's text (``name`` is for errors); returns how many answers were new."""
    found = parse(source, name)
    have = {json.dumps(answer, sort_keys=True) for answer in store().all()}
    new = [answer for answer in found if json.dumps(answer, sort_keys=True) not in have]
    if new:
        store().add(new)
    return len(new)
