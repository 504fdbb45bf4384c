"""Slides: how a notebook is cut, what only the speaker sees, and that nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worksite import lessons
from worksite.notebook.page import Cell
from worksite.quiz import bank
from worksite.resources import CourseError
from worksite.site import build_all
from worksite.site.frame import words_of
from worksite.teach import deck, notes

OPEN = [each.id for each in lessons.load().lessons if each.open]
WORDS = st.lists(st.sampled_from(["brick", "memo", "crew", "wall", "**dust**"]), min_size=1)
PARAGRAPHS = st.lists(WORDS.map(lambda some: " ".join(some * 6)), min_size=1, max_size=12)


def cell(source: str, slide_type: str = "", kind: str = "markdown", **more: Any) -> dict[str, Any]:
    metadata = {"slideshow": {"slide_type": slide_type}} if slide_type else {}
    return {"cell_type": kind, "id": "x", "metadata": metadata, "source": source, **more}


def of(monkeypatch: pytest.MonkeyPatch, *cells: dict[str, Any]) -> list[deck.Slide]:
    monkeypatch.setattr(deck, "notebook", lambda lesson: {"cells": list(cells)})
    return deck.slides("03")


@settings(deadline=None)  # the first text loads the Markdown reader
@given(PARAGRAPHS)
def test_a_text_cut_into_slides_loses_nothing_and_repeats_only_its_heading(
    texts: list[str],
) -> None:
    pages = deck.pages_of("## The site\n\n" + "\n\n".join(texts))
    assert all(words_of(page).startswith("The site") for page in pages)
    told = " ".join(words_of(page).removeprefix("The site") for page in pages)
    assert told.split() == " ".join(texts).replace("**", "").split()


@settings(deadline=None)
@given(PARAGRAPHS)
def test_no_slide_takes_more_than_its_room_but_for_a_last_line_or_one_long_block(
    texts: list[str],
) -> None:
    for page in deck.pages_of("\n\n".join(texts)):
        longest = max(map(len, texts))
        assert len(words_of(page)) <= max(deck.ROOM, longest) + deck.ROOM // 4


def test_tags_say_what_becomes_of_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    found = of(
        monkeypatch,
        cell("# One", "slide"),
        cell("goes on"),
        cell("only told", "notes"),
        cell("left out", "skip"),
        cell("## Two", "slide"),
    )
    assert [words_of(each.html) for each in found] == ["One goes on", "Two"]
    assert [each.title for each in found] == ["One", "Two"]
    assert "only told" in found[0].notes[0]


def test_a_notebook_without_a_slide_is_a_clear_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CourseError, match="no cell begins a slide"):
        of(monkeypatch, cell("told", "notes"))


def test_check_names_a_lesson_without_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert deck.faults() == []
    monkeypatch.setattr(deck, "notebook", lambda lesson: {"cells": [cell("told", "notes")]})
    assert len(deck.faults()) == len(OPEN)
    assert deck.faults()[0].startswith("00_welcome.ipynb: no cell begins a slide")


def test_each_question_of_a_group_gets_its_slide_and_a_vote_when_it_has_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = of(monkeypatch, cell('quiz("03/check-yourself")', "slide", "code", outputs=[]))
    asked = bank.find("03/check-yourself")
    assert [each.widgets[0]["ref"] for each in found] == [f"quiz 03/{q.id}" for _, q in asked]
    votes = {question.id: question.type in deck.VOTABLE for _, question in asked}
    assert [bool(each.vote) for each in found] == list(votes.values())
    assert set(votes.values()) == {True, False}


def test_each_card_gets_its_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    card = '<section class="worksite ws-verdict"><h3>{}</h3></section>'
    html = card.format("first") + "\n" + card.format("second")
    output = {"output_type": "execute_result", "data": {"text/html": html}}
    found = of(monkeypatch, cell("seed_claim()", "slide", "code", outputs=[output]))
    assert [words_of(each.html) for each in found] == ["first", "second"]


def test_a_note_stands_with_the_slide_of_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck, "notes", lambda _: notes.Notes(notes={"x": "Wait for **hands**."}))
    (slide,) = of(monkeypatch, cell("# One", "slide"))
    assert slide.notes == ["<p>Wait for <strong>hands</strong>.</p>"]


@pytest.mark.parametrize("lesson_id", OPEN)
def test_every_lesson_is_a_deck(lesson_id: str) -> None:
    found = deck.slides(lesson_id)
    assert len(found) >= 12
    assert all(each.title and words_of(each.html) for each in found)
    raw = deck.notebook(lessons.get(lesson_id))["cells"]
    shown = [Cell(each, 1) for each in raw if deck.kind(Cell(each, 1)) == "slide"]
    refs = {one["ref"] for each in found for one in each.widgets}
    explored = [call.args[0] for one in shown for call in one.calls if call.name == "explore"]
    assert {f"explore {name}" for name in explored} <= refs
    # Written for this lesson alone: a lesson in a room asks, shows and breaks its picture.
    titles = [each.title for each in found]
    assert any("breaks" in title for title in titles)
    assert sum(bool(each.vote) for each in found) >= 4


def test_learners_are_never_sent_what_is_for_the_speaker(tmp_path: Path) -> None:
    build_all(tmp_path)
    files = {file.name for file in tmp_path.rglob("*")}
    assert not files & {"deck.js", "deck.css", "present.js", "present.json"}
    said = next(iter(notes.notes("06").notes.values())).split(".")[0]
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.glob("*.html")]
    assert texts and not any(re.search(re.escape(said), text) for text in texts)
