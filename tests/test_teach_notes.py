"""Instructors' notes: only cells and questions that exist, every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksite import cli, lessons
from worksite.quiz import bank
from worksite.resources import CourseError, path
from worksite.teach import notes

LESSONS = [lesson.id for lesson in lessons.load().lessons]


def faults(source: str, lesson_id: str = "06") -> str:
    with pytest.raises(CourseError) as caught:
        notes.parse(source, lesson_id, "06.yml")
    return "\n".join(caught.value.faults)


def test_the_notes_of_the_course_have_no_fault() -> None:
    assert notes.faults() == []


def test_notes_are_read_with_their_order() -> None:
    found = notes.parse(
        "vote: [two-roles, needs]\nnotes: {table-figure: Wait.}\n"
        "discuss:\n  - {after: breaks, minutes: 3, ask: Who reads it?}\n",
        "06",
        "06.yml",
    )
    assert found.vote == ["two-roles", "needs"]
    assert found.notes == {"table-figure": "Wait."}
    assert found.discuss == [notes.Discuss("breaks", 3, "Who reads it?")]


def test_a_lesson_without_notes_has_empty_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "FOLDER", ("assets", "teach", "none"))
    assert notes.notes("06") == notes.Notes()
    assert notes.parse("# nothing yet\n", "06", "06.yml") == notes.Notes()


def test_notes_of_an_unknown_lesson_are_refused() -> None:
    with pytest.raises(CourseError, match="no lesson '66'"):
        notes.notes("66")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("nots: {}", "'nots' is not a field of a notes file. Did you mean notes"),
        ("vote: [wich-crew]", "no question 'wich-crew' in lesson 06. Did you mean which-crew"),
        ("vote: [rebuild]", "'rebuild' is of type match"),
        ("vote: [needs, needs]", "'needs' stands there twice"),
        ("vote: needs", "'vote' should be a list, is text"),
        ("notes: {tabel-figure: x}", "no cell 'tabel-figure'. Did you mean table-figure"),
        ("notes: {table: ''}", "notes, table: 0 words"),
        ("notes: {table: 'In mice [E-999].'}", "no claim 'E-999'"),
        ("discuss:\n  - hello", "discuss 1: not a mapping"),
        ("discuss:\n  - {after: nowhere, minutes: 3, ask: Why?}", "line 2: the notebook has no"),
        ("discuss:\n  - {after: table, minutes: 0, ask: Why?}", "0 minutes"),
        ("discuss:\n  - {after: table, minutes: 3, ask: Say why.}", "does not end with '?'"),
        ("discuss:\n  - {after: table, minuts: 3, ask: Why?}", "'minuts' is not a field"),
        ("- a", "not a mapping"),
    ],
)
def test_each_fault_is_told_with_how_to_mend_it(source: str, told: str) -> None:
    assert told in faults(source)


def test_all_faults_are_told_at_once() -> None:
    said = faults("vote: [wich-crew]\nnotes: {tabel: x}\ndiscuss:\n  - {after: tab}\n")
    assert len(said.splitlines()) == 4


def test_check_tells_faults_of_notes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("worksite.notebook.checks.course_faults", lambda folder: [])
    monkeypatch.setattr(notes, "faults", lambda files=None: ["06.yml: a fault of the notes"])
    assert cli.main(["check"]) == 1
    assert "06.yml: a fault of the notes" in capsys.readouterr().out


def test_checking_one_notebook_checks_its_notes() -> None:
    file = path("notebooks", lessons.get("06").file)
    assert notes.files_of([file]) == [path(*notes.FOLDER, "06.yml")]
    assert notes.faults([path(*notes.FOLDER, "06.yml")]) == []
    assert "no lesson '66'" in notes.faults([path(*notes.FOLDER, "06.yml").with_name("66.yml")])[0]


@pytest.mark.parametrize("lesson_id", [name for name in LESSONS if notes.notes(name).vote])
def test_votes_are_on_questions_with_one_right_answer(lesson_id: str) -> None:
    kinds = {question.id: question.type for question in bank.load(lesson_id).questions}
    assert {kinds[name] for name in notes.notes(lesson_id).vote} <= set(notes.TWO_VOTES)


def test_nothing_of_it_reaches_learners(tmp_path: Path) -> None:
    from worksite.site import build

    build("06", tmp_path)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    served = "\n".join(file.read_text(encoding="utf-8") for file in files)
    own = {file.name for file in path("assets", "teach").iterdir()}
    assert own and not own & {file.name for file in files}
    for said in notes.notes("06").notes.values():
        assert said.strip()[:40] not in served
