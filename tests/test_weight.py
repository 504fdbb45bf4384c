"""What a lesson sends to the browser stays light: sources are sent once per kernel."""

from __future__ import annotations

import json
import re

import pytest

from worksite.beliefs import survey
from worksite.explorables import explore
from worksite.faces.live import source
from worksite.lessons import load
from worksite.progress.view import ProgressView
from worksite.quiz import show
from worksite.resources import path

READY = [lesson for lesson in load().lessons if lesson.ready]
MAKERS = {
    "quiz": show, "explore": explore, "survey": survey, "progress": lambda _: ProgressView(),
}  # fmt: skip


@pytest.mark.parametrize("lesson", READY, ids=lambda lesson: lesson.id)
def test_a_lesson_sends_at_most_300_kilobytes(lesson: object) -> None:
    text = path("notebooks", lesson.file).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    refs = re.findall(r'data-worksite=\\"([^"\\]+)', text)
    assert refs
    total, sources = 0, set()
    for ref in refs:
        kind, _, name = ref.partition(" ")
        widget = MAKERS[kind](name)
        total += len((widget._esm + json.dumps(widget.spec)).encode())
        sources.add(source(widget.module, widget.sheets))
    total += sum(len((held.code + held.styles).encode()) for held in sources)
    assert total <= 300_000
    assert len(sources) <= 4  # the last lesson has quiz, explorable, survey and progress


@pytest.mark.parametrize("lesson", READY, ids=lambda lesson: lesson.id)
def test_a_notebook_is_stored_in_at_most_250_kilobytes(lesson: object) -> None:
    size = path("notebooks", lesson.file).stat().st_size  # type: ignore[attr-defined]
    assert size <= 250_000
