"""Quiz outputs: a still face for everybody, a live one that keeps and restores answers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from worksite import progress, quiz
from worksite.faces.still import APART
from worksite.progress.store import Store
from worksite.quiz import bank as banks
from worksite.quiz.spec import question_spec, shuffled
from worksite.quiz.still import group_html
from worksite.quiz.widget import QuizWidget
from worksite.resources import CourseError

HOSTILE = Path(__file__).parent / "data" / "hostile_bank.yml"
KEPT_BY_LAB = {"section", "div", "p", "em", "strong", "ul", "ol", "li", "details", "summary",
               "a", "cite", "table", "thead", "tbody", "tr", "th", "td", "code", "blockquote",
               "br"}  # fmt: skip


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.links.append(value or "")


def sent(widget: Any) -> list[Any]:
    messages: list[Any] = []
    widget.send = lambda content, *_: messages.append(content)
    return messages


def hear(widget: Any, **content: Any) -> None:
    widget._heard(widget, {"kind": "answer", "seq": 7, "hints": 0, **content}, [])


@pytest.mark.parametrize(
    "ref", ["03", "03/volume", "03/check-yourself", "03/earlier", "review", "00"]
)
def test_the_still_face_is_plain_html_with_closed_folds(ref: str) -> None:
    widget = quiz(ref)
    seen = Tags(widget.html)
    assert seen.tags <= KEPT_BY_LAB
    assert seen.attributes <= {"class", "data-worksite", "href", "style", "title"}
    assert set(re.findall(r' style="[^"]*"', widget.html)) <= {APART}
    assert widget.html.startswith(
        f'<section class="worksite ws-still-quiz" data-worksite="quiz {ref}">'
    )
    assert "Run this cell (Shift+Enter) to answer here" in widget.html.split("\n")[1]
    assert "<details open" not in widget.html


def test_the_still_face_tells_answers_and_reasons_of_every_option() -> None:
    for bank, question in banks.find("03"):
        html = group_html("x", [(bank, question)])
        fold = html[html.index("Answer (try first)") :]
        for option in [*getattr(question, "options", []), *getattr(question, "reasons", [])]:
            start = re.sub(r"[^\w ].*", "", option.feedback)[:25].strip()
            assert start in fold, (question.id, start)
    assert "Choose all that apply" in quiz("03/every-vesicle").html
    assert "Choose one" in quiz("03/volume").html
    assert "<strong>03.2</strong>" in quiz("03/volume").html


def test_stored_outputs_do_not_depend_on_the_learner() -> None:
    refs = ["03/volume", "03/earlier", "review"]
    before = [(quiz(ref).html, quiz(ref).plain, repr(quiz(ref))) for ref in refs]
    for ref, response in (("03/volume", "a"), ("00/kept", "b"), ("00/picture", "a")):
        hear(quiz(ref), ref=ref, response=response, confidence="sure")
    assert [(quiz(ref).html, quiz(ref).plain, repr(quiz(ref))) for ref in refs] == before


def test_stored_outputs_are_the_same_in_every_process() -> None:
    code = (
        "from worksite import quiz; q = quiz('03'); print(hash(q.html + q.plain) if 0 else q.html)"
    )
    outs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**__import__("os").environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outs) == 1


def test_an_answer_is_kept_acknowledged_and_restored() -> None:
    widget = quiz("03/volume")
    told = sent(widget)
    hear(widget, ref="03/volume", response="a", confidence="sure", hints=1)
    assert told == [{"kind": "kept", "where": "disk", "ref": "03/volume", "seq": 7}]
    state = quiz("03/volume").state["03/volume"]
    assert state == {"response": "a", "verdict": "wrong", "credit": 0.0, "confidence": "sure",
                     "hints": 1, "tries": 1}  # fmt: skip
    hear(widget, ref="03/volume", response="d", confidence="nonsense", hints="x")
    restored = quiz("03").state["03/volume"]
    assert (restored["tries"], restored["confidence"], restored["hints"]) == (2, None, 0)
    assert restored["verdict"] == "right"


def test_memory_is_said_when_the_disk_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Store, answers: object) -> None:
        raise OSError("disk on holiday")

    monkeypatch.setattr(Store, "_write", refuse)
    widget = quiz("03/volume")
    told = sent(widget)
    hear(widget, ref="03/volume", response="a")
    assert told[0]["where"] == "memory"
    assert quiz("03/volume").state["03/volume"]["response"] == "a"


@pytest.mark.parametrize(
    "content",
    [
        {"ref": "03/volume", "response": None},
        {"ref": "03/volume", "response": ""},
        {"ref": "03/other", "response": "a"},
        {"ref": ["x"], "response": "a"},
    ],
)
def test_what_is_no_answer_is_not_kept_and_not_lost_in_silence(content: dict[str, Any]) -> None:
    widget = quiz("03/volume")
    told = sent(widget)
    hear(widget, **content)
    assert told[0]["kind"] == "not_kept"
    assert progress.history() == []


@pytest.mark.parametrize("content", ["text", None, {"kind": "other"}])
def test_other_messages_are_left_alone(content: Any) -> None:
    widget = quiz("03/volume")
    told = sent(widget)
    widget._heard(widget, content, [])
    assert told == []


def test_python_can_answer_too_and_keeps_nothing() -> None:
    good, bad = quiz("03/volume").answer("d"), quiz("03/volume").answer("c")
    assert (good.verdict, good.credit) == ("right", 1.0)
    assert repr(bad) == "wrong, 0%\n  " + bad.feedback[0]
    assert "flat discs" in bad.feedback[0]
    assert progress.history() == []
    quiz("03/volume").answer("d", keep=True)
    assert progress.latest()["03/volume"]["verdict"] == "right"


def test_python_answers_of_every_type() -> None:
    whole = quiz("03")
    assert whole.answer("human-scale", "9").feedback[0].startswith("That was the pair")
    assert whole.answer("human-scale", {"value": "3.6", "unit": "cm"}).verdict == "unit"
    assert (
        "the unit is not" in whole.answer("human-scale", {"value": 3.6, "unit": "cm"}).feedback[0]
    )
    assert whole.answer("03/human-scale", 3.6).verdict == "right"
    assert whole.answer("waste-or-mail", {"answer": "false", "reason": "a"}).credit == 0.5
    every = whole.answer("every-vesicle", ["a"])
    assert every.verdict == "partly"
    assert any("left this one out" in said for said in every.feedback)
    order = whole.answer("made-order", ["a", "b", "c", "d"])
    assert order.feedback
    own = whole.answer("own-words", {"text": "mine", "ticks": []})
    assert repr(own) == "noted"
    right = whole.spec["questions"][9]["key"]["right"]
    assert whole.answer("turning-points", right).verdict == "right"


def test_python_answers_to_no_question_are_told() -> None:
    with pytest.raises(CourseError, match="Say which question"):
        quiz("03").answer("d")
    with pytest.raises(CourseError, match="Did you mean volume"):
        quiz("03").answer("volumes", "d")


def test_earlier_asks_weak_questions_of_earlier_lessons_first() -> None:
    assert list(quiz("03/earlier")._asked) == ["00/picture", "00/limits"]
    for ref, response, sure in (("00/kept", "b", "sure"), ("03/volume", "a", "sure")):
        hear(quiz(ref), ref=ref, response=response, confidence=sure)
    assert next(iter(quiz("03/earlier")._asked)) == "00/kept"
    assert "03/volume" not in quiz("03/earlier")._asked


def test_review_asks_what_is_due_and_forgets_questions_that_are_gone() -> None:
    assert quiz("review").spec["questions"] == []
    wrong = {"verdict": "wrong", "credit": 0.0}
    for ref in ("03/volume", "03/gone", "99/x", "strange"):
        progress.record(ref, "a", wrong, at="2026-01-01T00:00:00+00:00")
    asked = quiz("review").spec["questions"]
    assert [each["ref"] for each in asked] == ["03/volume"]


def test_only_review_shuffles_and_keys_stay_with_their_texts() -> None:
    bank, question = banks.find("03/volume")[0]
    plain = question_spec(bank, question)
    mixed = [shuffled(plain, f"seed {n}") for n in range(8)]
    assert any(m["options"] != plain["options"] for m in mixed)
    for m in mixed:
        assert {o["key"]: o["html"] for o in m["options"]} == {
            o["key"]: o["html"] for o in plain["options"]
        }
        assert [o["letter"] for o in m["options"]] == ["A", "B", "C", "D"]
    assert shuffled({"type": "number"}, "x") == {"type": "number"}
    assert [o["letter"] for o in quiz("03/volume").spec["questions"][0]["options"]] == list("ABCD")


def test_one_question_stands_alone_and_a_group_goes_one_at_a_time() -> None:
    assert quiz("03/volume").spec["mode"] == "single"
    assert quiz("03/check-yourself").spec["mode"] == "one-at-a-time"
    assert quiz("03").spec["objectives"]


def test_an_unknown_name_lists_the_nearest() -> None:
    with pytest.raises(CourseError, match="Did you mean 03/volume"):
        quiz("03/volumes")
    with pytest.raises(CourseError, match="no bank"):
        quiz("77")


def hostile() -> banks.Bank:
    return banks.parse(HOSTILE.read_text(encoding="utf-8"), "quizzes/66.yml")


def test_a_hostile_bank_stays_text() -> None:
    bank = hostile()
    widget = QuizWidget("66", [(bank, question) for question in bank.questions])
    everything = widget.html + "".join(re.findall(r'"([^"]*)"', json.dumps(widget.spec)))
    seen = Tags(widget.html)
    assert seen.tags <= KEPT_BY_LAB
    assert not [name for name in seen.attributes if name.startswith("on")]
    assert not [link for link in seen.links if link.startswith("javascript")]

    def htmls(value: Any, name: str = "") -> list[str]:
        if isinstance(value, dict):
            return [
                h for key, v in value.items() for h in htmls(v, key if name != "feedback" else name)
            ]
        if isinstance(value, list):
            return [h for v in value for h in htmls(v, name)]
        return (
            [value]
            if isinstance(value, str) and (name.endswith("html") or name == "feedback")
            else []
        )

    for html in htmls(widget.spec):
        inside = Tags(html)
        assert inside.tags <= KEPT_BY_LAB, html
        assert inside.attributes <= {"href", "title"}, html
    assert everything


def test_the_progress_view_shows_done_weak_and_due_and_acts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    progress.record(
        "03/volume", "a", {"verdict": "wrong", "credit": 0.0}, at="2026-01-01T00:00:00+00:00"
    )
    progress.record("00/gone", "a", {"verdict": "wrong", "credit": 0.0})
    progress.record("notes", "a", {"verdict": "wrong", "credit": 0.0})
    view = progress()
    third = next(each for each in view.spec["lessons"] if each["id"] == "03")
    assert (third["answered"], third["right"]) == (1, 0)
    assert [row["call"] for row in view.spec["weak"]] == ['quiz("03/volume")']
    assert [row["number"] for row in view.spec["due"]] == ["03.2"]
    assert sum(goal["total"] for goal in third["objectives"]) == third["total"]
    told = sent(view)
    for kind in ("export", "start_empty", "start_empty", "forget", "dance"):
        view._heard(view, {"kind": kind}, [])
    file, *said = told
    assert (file["kind"], [each["kind"] for each in said]) == ("file", ["said"] * 4)
    assert len(json.loads(file["text"])["answers"]) == 3
    assert "set aside as progress-earlier-" in said[1]["text"]
    assert "nothing to set aside" in said[2]["text"]
    assert view.spec["weak"] == []
    assert "Run this cell" in view.plain
    assert Tags(view.html).tags <= KEPT_BY_LAB


def test_a_copy_that_cannot_be_read_is_told() -> None:
    view = progress()
    told = sent(view)
    view._heard(view, {"kind": "import", "name": "notes.json", "text": "{"}, [])
    assert [each["kind"] for each in told] == ["said"]
    assert told[0]["text"].startswith("notes.json: not an export of this course.")
