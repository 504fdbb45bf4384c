"""Course files are found in a checkout and in a wheel, and bad YAML is told by place."""

from __future__ import annotations

from pathlib import Path

import pytest

import worksite
from worksite import resources
from worksite.resources import CourseError, line_of, nearest, parse_yaml


def test_a_checkout_comes_before_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "worksite"
    for root, words in ((tmp_path, "edited"), (package / "_data", "stale")):
        (root / "quizzes").mkdir(parents=True)
        (root / "quizzes" / "03.yml").write_text(words, "utf-8")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    assert resources.text("quizzes", "03.yml") == "stale"  # no pyproject.toml: not a checkout
    (tmp_path / "pyproject.toml").touch()
    assert resources.text("quizzes", "03.yml") == "edited"
    assert resources.path("quizzes", "99.yml") == package / "_data" / "quizzes" / "99.yml"


def test_mappings_remember_their_lines() -> None:
    parsed = parse_yaml("a: 1\nlist:\n  - x: 2\n  - y: 3\n", "bank.yml")
    assert [line_of(item) for item in parsed["list"]] == [3, 4]
    assert line_of({}) == 0


@pytest.mark.parametrize("bad", ["a: [1, 2", "a: 'x", "a:\n\t- b", "a: b: c"])
def test_unreadable_yaml_names_file_and_line(bad: str) -> None:
    with pytest.raises(CourseError, match=r"^bank\.yml, line \d+: not readable as YAML"):
        parse_yaml(bad, "bank.yml")


def test_yaml_never_builds_python_objects() -> None:
    with pytest.raises(CourseError):
        parse_yaml("!!python/object/apply:os.system ['true']", "bank.yml")


def test_an_unknown_name_lists_the_nearest_or_all() -> None:
    assert nearest("sise", ["size", "history"]) == "Did you mean size?"
    assert nearest("qq", ["size"]) == "Known: size."
    assert nearest("qq", []) == "Known: none."


def test_a_fault_is_shown_without_a_traceback() -> None:
    assert CourseError("one", "two")._render_traceback_() == ["one", "two"]


def test_an_unknown_course_name_lists_what_there_is() -> None:
    with pytest.raises(AttributeError, match="It has: claims, explore"):
        _ = worksite.quizz


def test_interface_texts_are_read_by_section() -> None:
    assert "Shift+Enter" in resources.strings("faces")["run_to_answer"]


def test_yes_and_no_are_words_and_true_and_false_are_not() -> None:
    assert parse_yaml("[Yes, no, On, off, true, False]", "x") == [
        "Yes",
        "no",
        "On",
        "off",
        True,
        False,
    ]
