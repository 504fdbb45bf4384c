"""The one command: its command lines on each platform, its errors, and what it never does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from make_locks import environment, pins

import course

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in checkout, so that no test touches the real environments."""
    for name in ("requirements.lock", "requirements-test.lock", "pyproject.toml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.setattr(course, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "tail"),
    [
        ("win32", ("Scripts", "python.exe")),
        ("linux", ("bin", "python")),
        ("darwin", ("bin", "python")),
    ],
)
def test_command_lines_of_each_platform(platform: str, tail: tuple[str, str]) -> None:
    folder = Path("My course") / ".venv"
    lines = course.set_up_commands(folder, "requirements.lock", platform)
    python = str(folder.joinpath(*tail))
    assert lines["installer"][0] == lines["sync"][0] == python
    # A list of words, never a shell string: a blank in the path needs no quoting anywhere.
    assert all(isinstance(word, str) for line in lines.values() for word in line)
    assert lines["sync"][-1] == str(folder / "editable.txt")
    assert "--no-build-isolation" in lines["sync"]


def test_the_build_tool_is_installed_before_the_course_is_built(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With nothing downloaded yet, one sync of both would build before it installs, and fail.
    seen: list[list[str]] = []
    folder = checkout / ".venv"

    def fake(command: list[str]) -> None:
        folder.mkdir(exist_ok=True)
        seen.append(command)

    monkeypatch.setattr(course, "run_quietly", fake)
    course.ensure(folder, "requirements.lock")
    syncs = [[Path(word).name for word in line[-2:]] for line in seen if "sync" in line]
    first, last = syncs
    assert first[-1] == "requirements.lock" and "editable.txt" not in first
    assert last == ["requirements.lock", "editable.txt"]


def test_lab_listens_on_this_machine_only_and_opens_the_welcome_lesson() -> None:
    line = course.lab_command("py", PureWindowsPath(r"C:\Users\Ann B\my-course"), ["--no-browser"])
    assert "--ServerApp.ip=127.0.0.1" in line
    assert r"--ServerApp.root_dir=C:\Users\Ann B\my-course" in line
    # Not a file to open: the link that is printed would not lead there.
    assert "--LabApp.default_url=/lab/tree/00_welcome.ipynb" in line
    assert line[-1] == "--no-browser"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("error: No space left on device (os error 28)", "disk is full"),
        ("  Caused by: dns error: failed to lookup address", "No network"),
        ("NewConnectionError: [Errno 111] Connection refused", "No network"),
        ("error: Failed to download `x==1`\n  cause: Hash mismatch for `x==1`", "not installed"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "not installed"),
        ("something\nodd happened\n\n", "odd happened"),
        ("error: no tool to build with\nhint: try this\n", "no tool to build with"),
        ("", "no reason given"),
    ],
)
def test_a_failed_install_is_explained_in_one_line(printed: str, said: str) -> None:
    line = course.explain(printed)
    assert said in line
    assert "\n" not in line


def test_a_failed_first_set_up_leaves_nothing_behind(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = checkout / ".venv"

    def fake(command: list[str]) -> str | None:
        if "venv" in command:
            (folder / "bin").mkdir(parents=True)
            return None
        return "failed to fetch: dns error"

    monkeypatch.setattr(course, "run_quietly", fake)
    with pytest.raises(course.Stop, match="No network"):
        course.ensure(folder, "requirements.lock")
    assert not folder.exists()


def test_offline_with_an_older_set_up_goes_on_with_it(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = checkout / ".venv"
    folder.mkdir()
    goal = course.wanted("requirements.lock")
    (folder / course.STAMP).write_text(json.dumps({**goal, "digest": "older"}), encoding="utf-8")
    monkeypatch.setattr(course, "run_quietly", lambda c: "dns error" if "sync" in c else None)
    assert course.ensure(folder, "requirements.lock") == course.venv_python(folder)
    assert "going on with the one there" in capsys.readouterr().out
    assert folder.exists()


def test_a_finished_set_up_runs_no_installer(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = checkout / ".venv"
    folder.mkdir()
    (folder / course.STAMP).write_text(json.dumps(course.wanted("requirements.lock")), "utf-8")
    asked: list[list[str]] = []
    monkeypatch.setattr(course, "run_quietly", lambda c: asked.append(c))
    course.ensure(folder, "requirements.lock")
    assert [c[1] for c in asked] == ["-c"]  # only: does this Python still run


def test_a_moved_checkout_is_set_up_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = checkout / ".venv"
    folder.mkdir()
    record = {**course.wanted("requirements.lock"), "root": "elsewhere"}
    (folder / course.STAMP).write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.setattr(course, "run_quietly", lambda c: None)
    assert course.ready(folder) == {}


def test_a_full_disk_and_a_missing_venv_module_are_said(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "SPACE_MB", 10**9)
    with pytest.raises(course.Stop, match=r"Only \d+ MB free"):
        course.make_venv(checkout / ".venv", ["x"])
    monkeypatch.setattr(course, "SPACE_MB", 0)
    monkeypatch.setattr(course, "run_quietly", lambda c: "Error: ensurepip is not available")
    with pytest.raises(course.Stop, match="python3-venv"):
        course.make_venv(checkout / ".venv", ["x"])


def test_an_old_python_is_told_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(course, "VERSION", "3.9")
    with pytest.raises(course.Stop, match=r"3\.9; the course needs 3\.11"):
        course.main([])


def test_a_browser_is_found_by_name_or_by_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSITE_CHROMIUM", raising=False)
    assert course.find_browser("linux", {"chromium": "/x/chromium"}.get) == "/x/chromium"
    assert course.find_browser("linux", {}.get) is None
    chrome = tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe"
    chrome.parent.mkdir(parents=True)
    chrome.touch()
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert course.find_browser("win32", {}.get) == str(chrome)


def test_check_says_ok_or_how_to_mend(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(course, "SPACE_MB", 0)
    assert course.check() == 0
    monkeypatch.setattr(course, "SPACE_MB", 10**9)
    assert course.check() == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("OK  ", "mend  ")) for line in lines)
    assert any("free about 1 GB" in line for line in lines)


def test_environment_yml_is_the_lock_without_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert text == environment(lock)
    names = {pin.split("==")[0] for pin in pins(lock)}
    assert {"jupyterlab", "ipywidgets", "matplotlib", "nbval", "anywidget"} <= names


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_pin_of_a_lock_has_hashes_and_no_index(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert len(pins(lock)) > 50
    assert "://" not in lock
    for block in lock.replace("\\\n", "").splitlines():
        if block and not block.startswith("#"):
            assert "--hash=sha256:" in block, block


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + [
        entry for entry in project["dependency-groups"]["test"] if isinstance(entry, str)
    ]
    lock = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")
    names = {pin.split("==")[0].strip() for pin in pins(lock)}
    assert {entry.split(">")[0].strip() for entry in asked} <= names


def test_words_go_to_worksite(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(course, "ensure", lambda *a: Path("py"))
    monkeypatch.setattr(course.subprocess, "call", lambda words, **k: called.append(words) or 7)
    assert course.main(["check", "notebooks"]) == 7
    assert called == [["py", "-m", "worksite", "check", "notebooks"]]


@pytest.mark.parametrize(
    ("words", "extra"),
    [([], []), (["open"], []), (["--no-browser"], ["--no-browser"]),
     (["--port", "9000"], ["--port", "9000"]), (["open", "--port=9000"], ["--port=9000"])],
)  # fmt: skip
def test_options_alone_start_the_course_and_go_to_jupyterlab(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], extra: list[str]
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(course, "ensure", lambda *a: Path("py"))
    monkeypatch.setattr("worksite.handout.copy_lessons", lambda *a: [])
    monkeypatch.setattr(course.subprocess, "call", lambda line, **k: called.append(line) or 0)
    assert course.main(words) == 0
    assert called == [course.lab_command("py", checkout / "my-course", extra)]


@pytest.mark.parametrize("words", [["bogus"], ["bogus", "-h"]])
def test_an_unknown_word_is_told_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr(course, "ensure", lambda *a: pytest.fail("installs"))
    with pytest.raises(course.Stop, match=r"no command 'bogus'. Known: bench, check, .*test\."):
        course.main(words)


def test_the_names_are_those_of_the_parser_and_help_tells_of_each() -> None:
    from worksite.cli import parser

    (commands,) = [each for each in parser()._actions if each.dest == "command"]
    assert set(commands.choices or ()) == {*course.PASSED_ON, "check"}
    told = course.__doc__ or ""
    for name in (*course.OWN, *course.PASSED_ON):
        assert f"    python3 course.py {name} " in told
    assert "test check" in told


@pytest.mark.parametrize("script", ["course.py", "src/worksite/__main__.py"])
def test_a_reader_who_stops_early_meets_no_complaint(script: str) -> None:
    read, write = os.pipe()
    os.close(read)
    words = [sys.executable, str(ROOT / script), "--help"]
    done = subprocess.run(words, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    assert done.returncode in (0, 1) and done.stderr == ""


def test_the_source_reads_on_an_old_python() -> None:
    import ast

    text = (ROOT / "course.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))
    used = {n.name.split(".")[0] for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Import) for n in node.names}  # fmt: skip
    assert used <= set(sys.stdlib_module_names)
