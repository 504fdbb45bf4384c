"""The course in numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_notebooks import a_lesson, code, course_folder, markdown, page, write

from worksite.lessons import load
from worksite.notebook.measure import asked, measure, word_count
from worksite.notebook.page import Call
from worksite.notebook.stats import collect, objectives, table

LISTED = """
lessons:
  - {id: "05", file: 05_a.ipynb, title: First, minutes: 10, ready: true, covers: c, claims: [E-01]}
  - {id: "06", file: 06_b.ipynb, title: Second, minutes: 20, ready: true, covers: c}
  - {id: "07", file: 07_c.ipynb, title: Third, minutes: 5, ready: false, covers: c}
"""
BANK = "questions: [{id: x, type: one, text: a}, {id: y, type: number, text: b}]"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    course = course_folder(tmp_path / "course", monkeypatch, LISTED, b05=BANK)
    book = course / "notebooks"
    write(
        book / "05_a.ipynb",
        [markdown("Ten short words are in here. Count them if you like."), code('quiz("05")')],
    )
    write(book / "06_b.ipynb", [markdown("Word."), code('figure("06/a")\nexplore("06/b")')])
    return book


def test_counts_and_totals(folder: Path) -> None:
    found = collect(folder)
    first, second = found["lessons"]
    assert (first["id"], first["words"], first["minutes"], first["claims"]) == ("05", 11, 10, 1)
    assert first["questions"] == {"number": 1, "one": 1}
    assert first["content_minutes"] == pytest.approx(11 / 200 + 1.5, abs=0.05)
    assert (second["figures"], second["explorables"], second["questions"]) == (1, 1, {})
    assert second["kB"] == round((folder / "06_b.ipynb").stat().st_size / 1000, 1)
    totals = found["totals"]
    assert (totals["lessons"], totals["minutes"], totals["words"]) == (2, 30, 12)
    assert totals["questions"] == {"number": 1, "one": 1}
    assert totals["grade"] == pytest.approx((first["grade"] + second["grade"]) / 2, abs=0.06)
    json.dumps(found)


def test_the_table_lines_up(folder: Path) -> None:
    lines = table(collect(folder)).splitlines()
    assert lines[0].split()[:2] == ["lesson", "minutes"]
    assert [line.index("1 number") for line in lines[1:4:2]] == [
        lines[0].index("questions") + 3
    ] * 2
    assert lines[2].startswith("06 Second") and lines[3].startswith("all 2")


def test_an_empty_course_has_a_table_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = course_folder(tmp_path / "course", monkeypatch, "lessons: []")
    found = collect(course / "notebooks")
    assert found["totals"]["grade"] == 0.0
    assert len(table(found).splitlines()) == 2


def test_folded_words_are_read_by_few_and_not_counted(folder: Path) -> None:
    text = "One two.\n\n<details>\n<summary>More</summary>\n\nThree.\n\n</details>"
    card = code('seed_claim("exo-1")', html="<p>four</p><details><p>five</p></details>")
    looked_up = code('claims("05")', html="<p>six seven</p>")
    assert word_count(page(markdown(text), card, looked_up)) == 3


def test_questions_a_call_asks(folder: Path) -> None:
    here = page(lesson=a_lesson(earlier=["05/x", "99/gone"]))
    assert [item.ref for item in asked(here, Call("quiz", ("05/earlier",)))] == ["05/x"]
    assert [item.ref for item in asked(here, Call("quiz", ("05/y",)))] == ["05/y"]
    assert asked(here, Call("quiz", ("99",))) == []
    assert asked(here, Call("quiz", ())) == []
    assert asked(page(), Call("quiz", ("05/earlier",))) == []


def test_a_question_asked_twice_counts_once(folder: Path) -> None:
    assert measure(page(code('quiz("05/x")\nquiz("05")'))).questions == {"number": 1, "one": 1}


def test_every_objective_of_the_course_is_tested_by_two_questions_or_more() -> None:
    lines = objectives().splitlines()
    goals = [line for line in lines if line.startswith("  ")]
    lessons = [lesson for lesson in load().lessons if lesson.ready]
    assert len(lines) - len(goals) == len(lessons)
    assert len(goals) == sum(len(lesson.objectives) for lesson in lessons)
    for line in goals:
        assert len(line.rpartition(": ")[2].split(", ")) >= 2, line
