"""The survey: faces the same for everybody; answers kept, restored, exported, forgotten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import worksite
from worksite import progress, survey
from worksite.beliefs.model import load
from worksite.progress.store import Store
from worksite.resources import CourseError, strings

IDS = [one.id for one in load()]
LATER = date(2099, 1, 1)


def sent(widget: Any) -> list[Any]:
    messages: list[Any] = []
    widget.send = lambda content, *_: messages.append(content)
    return messages


def hear(widget: Any, **content: Any) -> None:
    widget._heard(widget, {"kind": "answer", "seq": 7, "hints": 0, **content}, [])


def answer_all(when: str, answer: str, confidence: str | None = "think") -> None:
    for name in IDS:
        survey(when).answer(name, answer, confidence, keep=True)


def test_it_is_one_of_the_names_of_the_course() -> None:
    assert "survey" in worksite.__all__
    with pytest.raises(CourseError, match=r"no survey 'befor'. Did you mean before"):
        survey("befor")


def test_before_the_course_no_verdict_is_sent_or_stored() -> None:
    widget = survey("before")
    told = json.dumps(widget.spec["questions"]) + widget.html + widget.plain
    for one in load():
        assert one.text in widget.html
        assert one.finding[:20] not in told
    assert "verdict" not in told
    assert "<details" not in widget.html


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_still_face_asks_and_folds_the_verdicts_away(when: str) -> None:
    widget = survey(when)
    head, *fold = widget.html.split("<details>")
    assert widget.html.startswith(f'<section class="worksite" data-worksite="survey {when}">')
    assert strings("faces")["run_to_answer"] in head
    assert head.count("<li>") == 8 == len(widget.plain.splitlines())
    assert "<details open" not in widget.html
    assert len(fold) == (when == "after")
    if fold:
        assert strings("survey")["verdicts"] in fold[0]
        for word in ("verdict_supported", "verdict_partly", "verdict_overstated"):
            assert strings("evidence")[word] in fold[0]
            assert strings("evidence")[word] not in head
        assert "Weighed in lesson 05" in fold[0]
        assert 'href="https://doi.org/' in fold[0]


def test_stored_outputs_do_not_depend_on_the_learner() -> None:
    def faces() -> list[str]:
        made = [survey(when) for when in ("before", "after")]
        return [text for one in made for text in (one.html, one.plain, repr(one))]

    first = faces()
    answer_all("before", "true")
    answer_all("after", "false", "sure")
    assert faces() == first


def test_an_answer_is_kept_acknowledged_and_restored() -> None:
    widget = survey("before")
    told = sent(widget)
    hear(widget, ref="beliefs/before/aim", response="true", confidence="sure")
    hear(widget, ref="beliefs/before/safe", response="unknown", confidence=None)
    assert [one["kind"] for one in told] == ["kept", "kept"]
    assert told[0] == {"kind": "kept", "where": "disk", "ref": "beliefs/before/aim", "seq": 7}
    state = survey("before").state
    assert state["beliefs/before/aim"] == {
        "response": "true", "verdict": "opinion", "credit": None, "confidence": "sure",
        "hints": 0, "tries": 1,
    }  # fmt: skip
    assert set(state) == {"beliefs/before/aim", "beliefs/before/safe"}
    assert set(survey("after").state) == set(state)
    answer_all("after", "false")
    assert set(survey("before").state) == set(state)


@pytest.mark.parametrize(
    "content",
    [
        {"ref": "beliefs/before/aim", "response": "yes"},
        {"ref": "beliefs/before/aim", "response": ["true"]},
        {"ref": "beliefs/before/nothing", "response": "true"},
        {"ref": "beliefs/after/aim", "response": "true"},
        {"ref": None, "response": "true"},
    ],
)
def test_what_is_no_answer_here_is_not_kept_and_it_is_said(content: dict[str, Any]) -> None:
    widget = survey("before")
    told = sent(widget)
    hear(widget, **content)
    assert [one["kind"] for one in told] == ["not_kept"]
    assert progress.history() == []


def test_memory_is_said_when_the_disk_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Store, answers: object) -> None:
        raise OSError("disk on holiday")

    monkeypatch.setattr(Store, "_write", refuse)
    widget = survey("before")
    told = sent(widget)
    hear(widget, ref="beliefs/before/aim", response="true", confidence="guess")
    assert told[0]["where"] == "memory"
    assert "beliefs/before/aim" in survey("before").state


def test_a_copy_goes_out_comes_back_and_is_forgotten(tmp_path: Path) -> None:
    answer_all("before", "true", "sure")
    widget = survey("before")
    told = sent(widget)
    widget._heard(widget, {"kind": "export"}, [])
    assert [one["kind"] for one in told] == ["file", "said"]
    file = tmp_path / told[0]["name"]
    file.write_text(told[0]["text"], encoding="utf-8")
    kept = progress.history()
    progress.forget()
    assert survey("before").state == {}
    assert progress.import_(file) == 8
    assert progress.import_(file) == 0
    assert progress.history() == kept
    assert survey("after").compared().counts["both"] == 0
    answer_all("after", "false")
    assert survey("after").compared().counts["changed"] == 8


def test_opinions_are_never_weak_and_never_due() -> None:
    answer_all("before", "true", "sure")
    assert (progress.weak(), progress.due(LATER)) == ([], [])
    progress.record("03/gate", "a", {"verdict": "right", "credit": 1.0})
    assert progress.due(LATER) == ["03/gate"]


def test_python_answers_without_clicks() -> None:
    said = survey("before").answer("lifeless", "true", "sure")
    assert repr(said) == "An exosome is a lifeless particle. True (sure)"
    assert progress.history() == []
    unknown = survey("before").answer("lifeless", "unknown", "sure", keep=True)
    assert (unknown.answer, unknown.confidence) == ("unknown", None)
    assert repr(unknown).endswith("I don’t know")
    assert progress.history()[0]["ref"] == "beliefs/before/lifeless"
    for wrong in (("lifless", "true"), ("lifeless", "yes"), ("lifeless", "true", "certain")):
        with pytest.raises(CourseError):
            survey("before").answer(*wrong)


def test_the_change_in_words() -> None:
    with pytest.raises(CourseError, match=r"survey\(\"after\"\)"):
        survey("before").compared()
    for name in IDS:
        survey("before").answer(name, "true", "think", keep=True)
        fits = next(one.fits for one in load() if one.id == name)
        survey("after").answer(name, fits or "true", "sure", keep=True)
    found = survey("after").compared()
    assert found.rows["billions"] == "changed"
    assert found.rows["lifeless"] == "surer"
    assert "Your answer changed on 4 of 8." in repr(found)
    assert "7 of 7 answers go with it now. In lesson 00 it was 3." in repr(found)
    assert "{" not in repr(found)


def test_without_a_before_it_says_now_and_how_to_bring_it_back() -> None:
    answer_all("after", "true")
    found = survey("after").compared()
    assert set(found.rows.values()) == {""}
    assert "nothing is compared" in repr(found)
    assert "3 of 7 answers go with it." in repr(found)


def test_every_sentence_has_words_and_every_count_a_value() -> None:
    for name in ("no_before", "some_before", "changed", "kept_all", "surer", "fit_both", "fit_now"):
        text = strings("survey")[f"line_{name}"]
        assert "{" not in text.format(**survey("after").compared().counts)


def test_it_loads_no_drawing_and_no_numbers() -> None:
    code = "import sys; from worksite import survey; survey('after'); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert not {"matplotlib", "numpy", "msgspec.json_schema"} & set(done.stdout.split())
