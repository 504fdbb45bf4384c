"""The learner's own copies: renewed when unread, never written over when changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from worksite.handout import copy_lessons


def lesson(folder: Path, text: str, name: str = "03_x.ipynb", outputs: object = ()) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    cell = {"cell_type": "code", "source": text, "outputs": list(outputs)}  # type: ignore[call-overload]
    file.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return file


def test_an_unread_lesson_is_renewed_and_a_run_one_too(tmp_path: Path) -> None:
    source, mine = tmp_path / "notebooks", tmp_path / "my-course"
    lesson(source, "old")
    assert copy_lessons(source, mine) == []
    lesson(mine, "old", outputs=[{"ran": True}])  # running is no change of the learner's
    new = lesson(source, "new")
    assert copy_lessons(source, mine) == []
    assert (mine / new.name).read_bytes() == new.read_bytes()


def test_a_changed_lesson_is_never_overwritten(tmp_path: Path) -> None:
    source, mine = tmp_path / "notebooks", tmp_path / "my-course"
    lesson(source, "old")
    copy_lessons(source, mine)
    changed = lesson(mine, "old, and my notes").read_bytes()
    new = lesson(source, "new")
    told = copy_lessons(source, mine)
    assert (mine / "03_x.ipynb").read_bytes() == changed
    assert (mine / "03_x.new.ipynb").read_bytes() == new.read_bytes()
    assert "03_x.new.ipynb" in told[0]
    assert copy_lessons(source, mine) == []  # said once, not at every start
    also = lesson(mine, "new, with notes too", "03_x.new.ipynb").read_bytes()
    lesson(source, "newest")
    copy_lessons(source, mine)
    assert (mine / "03_x.new.ipynb").read_bytes() == also
    assert (mine / "03_x.new-2.ipynb").exists()


@pytest.mark.parametrize("broken", ["", "{not json", "[1]"])
def test_an_unreadable_lesson_or_record_is_kept(tmp_path: Path, broken: str) -> None:
    source, mine = tmp_path / "notebooks", tmp_path / "my-course"
    lesson(source, "old")
    mine.mkdir()
    (mine / "03_x.ipynb").write_text(broken, encoding="utf-8")
    (mine / ".lessons.json").write_text(broken, encoding="utf-8")
    copy_lessons(source, mine)
    assert (mine / "03_x.ipynb").read_text(encoding="utf-8") == broken
    assert (mine / "03_x.new.ipynb").exists()
