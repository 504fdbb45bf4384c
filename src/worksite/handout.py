"""The learner's own copies of the lessons: handed out, renewed, never written over.

``course.py`` uses this before anything is sure to be installed, so only the standard library is
used here.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path


def substance(notebook: Path) -> str | None:
    """What a learner may have changed in a notebook: its cells' kinds and texts, not outputs.

    None when the file cannot be read as a notebook.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        texts = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (ValueError, TypeError, KeyError):
        return None
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def free_name(lesson: Path, target: Path, texts: dict[str, str | None]) -> Path:
    """Where a newer lesson may go: its own name, or beside a changed one, never over a change."""
    suffixes = ("", ".new", *(f".new-{n}" for n in range(2, 1000)))
    for suffix in suffixes:
        place = target / (lesson.stem + suffix + ".ipynb")
        if not place.exists() or substance(place) in (texts.get(place.name, ""), substance(lesson)):
            return place
    raise ValueError(f"Too many copies of {lesson.name} in {target}; remove some.")


def copy_lessons(source: Path, target: Path) -> list[str]:
    """Copy the lessons for the learner; a newer lesson goes beside a changed one, never over it.

    Returns lines to show. ``.lessons.json`` in the target holds what was handed out.
    """
    target.mkdir(exist_ok=True)
    record = target / ".lessons.json"
    try:
        given = json.loads(record.read_text(encoding="utf-8"))
        files: dict[str, str] = dict(given["files"])
        texts: dict[str, str | None] = dict(given["texts"])
    except (OSError, ValueError, TypeError, KeyError):
        files, texts = {}, {}
    lines = []
    for lesson in sorted(source.glob("*.ipynb")):
        digest = hashlib.sha256(lesson.read_bytes()).hexdigest()
        if (target / lesson.name).exists() and files.get(lesson.name) == digest:
            continue
        place = free_name(lesson, target, texts)
        if place.name != lesson.name:
            lines.append(f"A newer {lesson.name} is beside yours: {place.name}")
        shutil.copyfile(lesson, place)
        files[lesson.name], texts[place.name] = digest, substance(lesson)
    record.write_text(json.dumps({"files": files, "texts": texts}, indent=1), encoding="utf-8")
    return lines
