"""Export and import lose nothing, double nothing, and refuse what is not theirs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from worksite import progress
from worksite.progress.store import Store
from worksite.progress.transfer import parse, text
from worksite.resources import CourseError

ANSWER = {"ref": "03/a", "at": "2026-01-02T03:04:05+00:00", "response": "a", "verdict": "right",
          "credit": 1.0, "confidence": None, "hints": 0}  # fmt: skip
answers = st.lists(
    st.fixed_dictionaries(
        {
            "ref": st.from_regex(r"0[0-9]/[a-z]{1,4}", fullmatch=True),
            "at": st.datetimes().map(lambda moment: moment.isoformat()),
            "response": st.text() | st.none() | st.lists(st.text(max_size=3)),
            "verdict": st.sampled_from(["right", "partly", "wrong", "unit", "noted"]),
            "credit": st.none() | st.floats(0, 1),
            "confidence": st.none() | st.sampled_from(["sure", "think", "guess"]),
            "hints": st.integers(0, 5),
        }
    ),
    max_size=6,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(kept=answers)
def test_a_round_trip_changes_nothing(
    kept: list[dict[str, object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = Store(tmp_path / "a"), Store(tmp_path / "b")
    for each in (source, target):
        each.forget()
    source.add(kept)
    monkeypatch.setattr("worksite.progress.transfer.store", lambda: source)
    assert parse(text(), "x.json") == source.all()


def test_import_adds_what_is_new_once(tmp_path: Path) -> None:
    progress.record("03/a", "a", {"verdict": "right", "credit": 1.0})
    file = progress.export(tmp_path / "out.json")
    assert progress.import_(file) == 0
    progress.forget()
    assert progress.import_(file) == 1
    assert progress.import_(str(file)) == 0
    assert len(progress.history()) == 1


def test_export_goes_where_the_learner_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert progress.export() == (tmp_path / "worksite-progress.json").resolve()
    content = json.loads((tmp_path / "worksite-progress.json").read_text(encoding="utf-8"))
    assert content == {"format": "worksite-progress", "version": 1, "answers": []}


def changed(**parts: object) -> dict[str, object]:
    return {"format": "worksite-progress", "version": 1, "answers": [{**ANSWER, **parts}]}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not json", "not an export of this course"),
        ("[]", "not an export of this course"),
        ({"format": "other"}, "not an export of this course"),
        ({"format": "worksite-progress", "version": 2}, "made by a newer course"),
        ({"format": "worksite-progress", "version": 1}, "no list of answers"),
        ({"format": "worksite-progress", "version": 1, "answers": [3]}, "answer 1: not an answer"),
        (changed(ref=5), "answer 1: 'ref' is missing or not text"),
        (changed(verdict="great"), "no verdict is 'great'"),
        (changed(credit="all"), "credit is not a number"),
        (changed(hints="many"), "hints is not a whole number"),
    ],
)
def test_a_foreign_or_broken_file_is_refused_whole(
    tmp_path: Path, content: object, said: str
) -> None:
    file = tmp_path / "in.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        progress.import_(file)
    assert progress.history() == []


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="no such file"):
        progress.import_(tmp_path / "none.json")
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match="not text"):
        progress.import_(tmp_path / "x.json")
