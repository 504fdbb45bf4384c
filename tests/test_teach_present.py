"""One question for the wall: which can be voted on, how it is called, what is written."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from worksite import cli
from worksite.quiz import bank
from worksite.resources import CourseError, path
from worksite.teach import commands, present

COUNT = len(bank.load("06").questions)


def test_a_question_is_called_by_number_or_by_name() -> None:
    assert present.resolve("06.1") == present.resolve("06/which-crew") == "06/which-crew"
    last = bank.load("06").questions[-1].id
    assert present.resolve(f"06.{COUNT}") == f"06/{last}"


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        (f"06.{COUNT + 1}", f"Choose from 06.1 to 06.{COUNT}"),
        ("06.x", f"Choose from 06.1 to 06.{COUNT}"),
        ("06/wich-crew", "Did you mean 06/which-crew"),
        ("06/check-yourself", "There is no question"),
        ("66.1", "no bank for lesson '66'"),
        ("06", "There is no question '06'"),
    ],
)
def test_an_unknown_question_is_told_with_what_there_is(ref: str, told: str) -> None:
    with pytest.raises(CourseError, match=told):
        present.resolve(ref)


@pytest.mark.parametrize(
    ("ref", "doing"),
    [("06/rebuild", "match pairs"), ("06/empty-site", "type a number"),
     ("03/made-order", "put things in order"), ("06/own-words", "write in their own words")],
)  # fmt: skip
def test_what_has_no_letters_is_told_with_its_neighbours(ref: str, doing: str) -> None:
    spec = present.page_spec(ref)
    assert doing in spec["not_votable"] and "options" not in spec
    ((found, question),) = bank.find(ref)
    near = present.near(found, question)
    assert len(near) == 3 and all(number in spec["not_votable"] for number in near)
    assert {bank.find(present.resolve(one))[0][1].type for one in near} <= set(present.VOTABLE)


@pytest.mark.parametrize("lesson", bank.known())
def test_every_question_of_every_bank_is_a_page_or_a_line(lesson: str) -> None:
    for question in bank.load(lesson).questions:
        spec = present.page_spec(f"{lesson}/{question.id}")
        assert ("options" in spec) is (question.type in present.VOTABLE)
        if "options" in spec:
            letters = "".join(option["letter"] for option in spec["options"])
            assert "ABCDEFGHIJ".startswith(letters) and len(letters) >= 2
            rights = sum(option["right"] for option in spec["options"])
            assert rights >= 1 if spec["several"] else rights == 1
            assert all(option["feedback_html"] for option in spec["options"])


def test_true_or_false_is_voted_on_by_two_letters() -> None:
    spec = present.page_spec("03/waste-or-mail")
    assert [(one["letter"], one["html"], one["right"]) for one in spec["options"]] == [
        ("A", "True", False),
        ("B", "False", True),
    ]
    assert [one["right"] for one in spec["reasons"]] == [False, True, False]


def test_cited_marks_wait_for_the_answer() -> None:
    made = present._option(
        "A", present.model.Option(text="One [E-06, E-07]", feedback="See [E-06].")
    )
    assert made["html"] == "One"
    assert "E-06" in made["feedback_html"] and "href=" in made["feedback_html"]


def test_the_folder_holds_the_page_and_the_asked_questions_alone(tmp_path: Path) -> None:
    page = present.present_files(tmp_path, ["06.1", "06/which-crew", "03/gate"])
    assert page == tmp_path / "present.html"
    data = json.loads((tmp_path / "present.json").read_text("utf-8"))
    assert list(data["questions"]) == ["06/which-crew", "03/gate"]
    assert (data["low"], data["high"]) == (35, 70)
    written = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.*")}
    shared = {f"widgets/{name}" for name in present.SHARED_FILES}
    assert written == {"present.html", "present.json", *present.OWN_FILES, *shared}
    for name in present.SHARED_FILES:
        assert (tmp_path / "widgets" / name).read_bytes() == path(
            "assets", "widgets", name
        ).read_bytes()


def test_out_writes_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["present", "06.1", "06.2", "--out", str(tmp_path / "wall")]) == 0
    assert capsys.readouterr().out == f"made {tmp_path / 'wall' / 'present.html'}\n"


def test_a_question_without_letters_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["present", "06.5"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("Question 06.5 can't be voted on") and err.count("\n") == 1


def test_it_is_shown_here_and_opened_in_the_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    seen: list[Any] = []
    monkeypatch.setattr(commands.webbrowser, "open", opened.append)

    def serve(self: Any) -> None:
        # One request, as the browser makes it, then Ctrl+C.
        asking = threading.Thread(
            target=lambda: seen.append(urlopen(opened[-1].partition("#")[0]).read())
        )
        asking.start()
        self.handle_request()
        asking.join()
        raise KeyboardInterrupt

    monkeypatch.setattr("http.server.ThreadingHTTPServer.serve_forever", serve)
    assert cli.main(["present", "06.1"]) == 0
    said = capsys.readouterr().out
    assert opened[0] in said and said.endswith("Stopped.\n")
    assert opened[0].startswith("http://127.0.0.1:")
    assert opened[0].endswith("/present.html#06/which-crew")
    assert b"<main" in seen[0]


def test_no_open_leaves_the_browser_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands.webbrowser, "open", lambda address: pytest.fail(address))
    monkeypatch.setattr("http.server.ThreadingHTTPServer.serve_forever", lambda self: None)
    assert cli.main(["present", "06.1", "06.2", "--no-open"]) == 0
