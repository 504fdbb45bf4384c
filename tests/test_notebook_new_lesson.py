"""A new lesson passes every check, the strict notebook test and a second refresh."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_notebooks import ROOT, course_folder

from worksite.lessons import load
from worksite.notebook import new_lesson
from worksite.notebook.bankview import view
from worksite.notebook.checks import items, players
from worksite.notebook.new_lesson import make, with_entry
from worksite.resources import CourseError, parse_yaml

LISTED = """# comment
repository-url: ""
lessons:
  - {id: "05", file: 05_a.ipynb, title: First, minutes: 10, ready: true, covers: little}
  - id: "06"
    file: 06_kept_name.ipynb
    title: Old
    minutes: 10
    ready: false
    covers: "much: more"
  - {id: "08", file: 08_c.ipynb, title: Last, minutes: 10, ready: false, covers: little}
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = course_folder(tmp_path / "course", monkeypatch, LISTED)
    shutil.copytree(ROOT / "assets/templates", made / "assets/templates")
    return made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_lesson, "refresh", lambda file: True)


@pytest.mark.parametrize(
    ("number", "title", "told"),
    [
        ("5", "A", "'5' is no lesson number. Write two digits, such as 04."),
        ("05", "A", "Lesson 05 is there already (05_a.ipynb). Choose another."),
        ("07", " ", "The title is empty. Write it in quotes after the number."),
    ],
)
def test_what_cannot_be_made_is_told(course: Path, number: str, title: str, told: str) -> None:
    with pytest.raises(CourseError) as caught:
        make(number, title, course / "notebooks")
    assert str(caught.value) == told


def test_a_file_in_the_way_is_never_overwritten(course: Path, quick: None) -> None:
    (course / "quizzes/07.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"07.yml exists already. Move it"):
        make("07", "New", course / "notebooks")
    assert (course / "quizzes/07.yml").read_text(encoding="utf-8") == "mine"


def test_a_listed_lesson_keeps_its_file_and_what_it_covers(course: Path, quick: None) -> None:
    make("06", 'The "new" one', course / "notebooks")
    lesson = load().lessons[1]
    assert (lesson.id, lesson.file, lesson.ready) == ("06", "06_kept_name.ipynb", True)
    assert (lesson.title, lesson.covers, lesson.needs) == ('The "new" one', "much: more", ["05"])
    assert (course / "notebooks/06_kept_name.ipynb").is_file()


def test_a_lesson_that_was_not_listed_goes_in_order(course: Path, quick: None) -> None:
    made = make("07", "Quite new!", course / "notebooks")
    assert made == ["notebooks/07_quite_new.ipynb", "quizzes/07.yml", "notebooks/lessons.yml"]
    assert [lesson.id for lesson in load().lessons] == ["05", "06", "07", "08"]
    assert load().lessons[2].claims == ["E-01", "E-04"]
    first = make("00", "…", course / "notebooks")
    assert first[0] == "notebooks/00_lesson.ipynb"
    assert load().lessons[0].needs == []


def test_a_failed_attempt_leaves_nothing_behind(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: Path) -> Any:
        raise CourseError("no kernel")

    monkeypatch.setattr(new_lesson, "refresh", fail)
    with pytest.raises(CourseError, match="no kernel"):
        make("07", "New", course / "notebooks")
    assert (course / "notebooks/lessons.yml").read_text(encoding="utf-8") == LISTED
    assert list((course / "quizzes").iterdir()) == []
    assert [file.name for file in (course / "notebooks").iterdir()] == ["lessons.yml"]


def test_the_rest_of_the_list_stays_as_it_was() -> None:
    after = with_entry(LISTED, "07", '  - id: "07"\n')
    assert after.replace('  - id: "07"\n', "") == LISTED
    assert with_entry("lessons:\n", "07", "  - x\n") == "lessons:\n  - x\n"


def test_the_questions_of_the_template_are_well_written() -> None:
    text = (ROOT / "assets/templates/bank.yml").read_text(encoding="utf-8")
    bank = view(parse_yaml(text.replace("{number}", "07"), "07"), "07")
    assert [fault for check in items.CHECKS for fault in check(bank)] == []
    assert list(items.objectives(bank, ["first", "second"])) == []
    assert list(players.check([bank])) == []


def test_a_new_lesson_passes_every_check_in_a_copy_of_the_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in ("src", "assets", "quizzes", "notebooks"):
        ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, project / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", project)
    environment = {**os.environ, "PYTHONPATH": str(project / "src")}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        full = [sys.executable, "-m", *command]
        return subprocess.run(
            full, cwd=project, env=environment, capture_output=True, text=True, check=False
        )

    before = set(run("worksite", "check").stdout.splitlines())
    made = run("worksite", "new-lesson", "13", "A fresh start")
    assert (made.returncode, made.stderr) == (0, "")
    file = next((project / "notebooks").glob("13_*.ipynb"))
    assert run("worksite", "refresh", str(file)).stdout == f"{file.name}: unchanged\n"
    checked = run("worksite", "check", str(file))
    assert (checked.stdout, checked.returncode) == ("No faults.\n", 0)
    # Nothing else of the course is worse for it.
    assert set(run("worksite", "check").stdout.splitlines()) - {"No faults."} <= before
    strict = run(
        "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "--nbval-current-env", str(file)
    )
    assert strict.returncode == 0, strict.stdout
