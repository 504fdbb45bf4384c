"""The command line: what each command does, says and returns."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from small_notebooks import code, course_folder, markdown, write

from worksite import cli, resources
from worksite.resources import CourseError

LISTED = """
lessons:
  - {id: "05", file: 05_a.ipynb, title: First, minutes: 10, ready: true, covers: little}
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = course_folder(tmp_path / "course", monkeypatch, LISTED)
    write(made / "notebooks/05_a.ipynb", [markdown("# 05 · First"), code("1 + 1")])
    return made


def stub(monkeypatch: pytest.MonkeyPatch, name: str, **members: Any) -> None:
    monkeypatch.setitem(sys.modules, name, SimpleNamespace(**members))  # type: ignore[arg-type]


@pytest.mark.parametrize("argv", [[], ["nonsense"], ["site", "03"], ["progress", "burn"]])
def test_wrong_usage_is_code_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(argv)
    assert caught.value.code == 2
    assert "usage: worksite" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    for name in ("refresh", "check", "stats", "new-lesson", "schema", "site", "progress"):
        assert name in said


def test_refresh_tells_what_changed(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = iter([True, False])
    monkeypatch.setattr("worksite.notebook.refresh.refresh", lambda file: next(results))
    assert cli.main(["refresh"]) == 0
    assert cli.main(["refresh", str(course / "notebooks/05_a.ipynb")]) == 0
    assert capsys.readouterr().out == "05_a.ipynb: refreshed\n05_a.ipynb: unchanged\n"


def test_refresh_goes_on_after_a_fault_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refresh(file: Path) -> bool:
        if file.name == "a.ipynb":
            raise CourseError("a.ipynb, cell b: KeyError. Mend it.")
        return bool(file.read_text())

    monkeypatch.setattr("worksite.notebook.refresh.refresh", refresh)
    assert cli.main(["refresh", "a.ipynb", "gone.ipynb"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "a.ipynb, cell b: KeyError. Mend it.",
        "gone.ipynb: No such file or directory. Check the file's name and rights.",
    ]


def test_check_lists_faults_and_ends_with_1(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = ["a.ipynb: one. Mend it.", "b.ipynb: two. Mend it."]
    monkeypatch.setattr("worksite.notebook.checks.course_faults", lambda folder: found)
    for room in ("notes", "deck"):
        monkeypatch.setattr(f"worksite.teach.{room}.faults", list)
    assert cli.main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == found and err == "2 faults.\n"
    del found[1]
    cli.main(["check"])
    assert capsys.readouterr().err == "1 fault.\n"
    found.clear()
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == "No faults.\n"


def test_check_of_one_file(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("worksite.evidence.load", lambda: SimpleNamespace(seeds={}))
    assert cli.main(["check", str(course / "notebooks/05_a.ipynb")]) == 1
    assert '05_a.ipynb: the part "Words" is missing.' in capsys.readouterr().out


def test_stats_as_table_and_as_json(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stats"]) == 0
    assert "05 First" in capsys.readouterr().out
    assert cli.main(["stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lessons"][0]["id"] == "05"


def test_new_lesson_names_what_it_made(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("worksite.notebook.new_lesson.make", lambda n, t, folder: [n, t])
    assert cli.main(["new-lesson", "06", "New one"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["made 06", "made New one"]
    assert said[2].endswith("python3 course.py refresh")


def test_schema_is_written(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for schema in ("{}\n", "[]\n"):
        stub(monkeypatch, "worksite.quiz.bank", schema_text=lambda schema=schema: schema)
        assert cli.main(["schema"]) == 0
        assert (course / "quizzes/schema.json").read_bytes() == schema.encode()


def test_site_is_built_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    stub(monkeypatch, "worksite.site", build=lambda lesson, out: out / f"{lesson}.html")
    assert cli.main(["site", "--lesson", "05", "--out", str(tmp_path)]) == 0
    assert cli.main(["site", "--lesson", "5", "--out", str(tmp_path)]) == 0
    made = f"Making the pages ...\nmade {tmp_path / '05.html'}\n"
    assert capsys.readouterr().out == made * 2


def test_the_whole_edition_is_made_packed_and_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Running:
        server_port = 8010

        def __enter__(self) -> Running:
            print("held")
            return self

        def __exit__(self, *_: object) -> None:
            print("closed")

        def serve_forever(self) -> None:
            raise KeyboardInterrupt

    stub(
        monkeypatch,
        "worksite.site",
        build_all=lambda out: [out] * 7,
        pack=lambda folder, file: (folder, file)[1],
        check_pack=lambda folder, file: None,
        server=lambda folder, port: Running(),
    )
    opened: list[str] = []
    monkeypatch.setattr("worksite.teach.commands.webbrowser.open", opened.append)
    words = ["site", "--out", "made", "--zip", "it.zip", "--serve"]
    for more in ([], ["--no-open"]):
        assert cli.main([*words, *more]) == 0
        said = capsys.readouterr().out.splitlines()
        # The port first: who is refused it has waited for nothing.
        assert said[:2] == ["held", "Making the pages ..."]
        assert said[2:4] == ["made 7 pages in made", "packed it.zip"]
        assert "http://127.0.0.1:8010/" in said[4]
        assert said[5:] == ["Stopped.", "closed"]
    assert opened == ["http://127.0.0.1:8010/"]


@pytest.mark.parametrize("words", [["site", "--serve"], ["slides", "06"], ["present", "06.1"]])
def test_a_port_that_can_not_be_had_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for wanted, told in ((port, f"Port {port} is taken."), (99999999, "There is no port 9")):
            assert cli.main([*words, "--no-open", "--port", str(wanted)]) == 1
            out, err = capsys.readouterr()
            assert err.startswith(told) and err.endswith("Use --port 0 for a free one.\n")
            assert out == "" and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "example"),
    [(["present"], "present 06.1 06.4"), (["runsheet"], "runsheet --minutes 50 --lesson 06"),
     (["pack"], "pack wheels --system windows")],
)  # fmt: skip
def test_wrong_usage_and_help_show_an_example(
    capsys: pytest.CaptureFixture[str], words: list[str], example: str
) -> None:
    for more in ([], ["--help"]):
        with pytest.raises(SystemExit):
            cli.main([*words, *more], called="python3 course.py")
        out, err = capsys.readouterr()
        assert f"Example: python3 course.py {example}" in out + err
    cli.parser().parse_args(example.split())


def test_a_lesson_may_be_named_by_its_number(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr("worksite.notebook.refresh.refresh", lambda file: seen.append(file))
    assert cli.main(["refresh", "05", "5"]) == 0
    assert seen == [course / "notebooks/05_a.ipynb"] * 2
    assert cli.main(["check", "66"]) == 1
    assert "There is no lesson '66'" in capsys.readouterr().err


def test_progress_is_exported_read_and_deleted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[Any] = []
    stub(
        monkeypatch,
        "worksite.progress",
        export=lambda to: to or Path("default.json"),
        import_=done.append,
        forget=lambda: done.append("forgotten"),
    )
    assert cli.main(["progress", "export"]) == 0
    assert cli.main(["progress", "export", "mine.json"]) == 0
    assert capsys.readouterr().out == "made default.json\nmade mine.json\n"
    assert cli.main(["progress", "import"]) == 1
    assert "needs a file" in capsys.readouterr().err
    assert cli.main(["progress", "import", "mine.json"]) == 0
    assert cli.main(["progress", "forget"]) == 1
    assert "Add --yes" in capsys.readouterr().err
    assert done == [Path("mine.json")]
    assert cli.main(["progress", "forget", "--yes"]) == 0
    assert done[-1] == "forgotten"


@pytest.mark.parametrize("filename", ["x.json", None])
def test_a_failing_disk_is_one_line(
    filename: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(to: Any) -> None:
        raise OSError(28, "No space left on device", filename)

    stub(monkeypatch, "worksite.progress", export=full)
    assert cli.main(["progress", "export"]) == 1
    name = filename or "progress"
    said = f"{name}: No space left on device. Check its name and rights.\n"
    assert capsys.readouterr().err == said


def test_outside_a_checkout_there_are_no_notebooks_to_work_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    assert cli.main(["stats"]) == 1
    assert "Run this in a checkout of the course." in capsys.readouterr().err


def test_the_module_runs_as_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    import runpy

    monkeypatch.setattr(sys, "argv", ["worksite", "--help"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("worksite", run_name="__main__")
    assert caught.value.code == 0
