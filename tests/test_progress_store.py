"""No answer is lost in silence: two at once, a kill, a damaged, locked or unwritable file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from worksite import progress
from worksite.progress.store import NAME, Store

RIGHT = {"verdict": "right", "credit": 1.0, "marks": []}
WRITER = """
import sys
from worksite import progress
for number in range(int(sys.argv[2])):
    where = progress.record(f"03/{sys.argv[1]}-{number}", "a", {"verdict": "right", "credit": 1.0})
    print(number, where, flush=True)
"""


def writer(name: str, count: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def test_answers_come_back_as_they_were(_empty_home: Path) -> None:
    assert progress.record("03/a", {"value": "1,5", "unit": "nm"}, RIGHT, "sure", 2) == "disk"
    progress.record("03/a", ["a", "c"], {"verdict": "wrong", "credit": 0.0})
    first, second = progress.history("03/a")
    assert first["response"] == {"value": "1,5", "unit": "nm"}
    assert (first["confidence"], first["hints"], first["credit"]) == ("sure", 2, 1.0)
    assert progress.latest(["03/a", "03/none"])["03/a"] == {**second, "tries": 2}
    assert (_empty_home / NAME).exists()


def test_looking_makes_no_file(_empty_home: Path) -> None:
    assert progress.history() == []
    assert not (_empty_home / NAME).exists()


def test_two_kernels_at_once_lose_nothing(_empty_home: Path) -> None:
    both = [writer("one", 40), writer("two", 40)]
    assert all(process.wait(60) == 0 for process in both)
    assert len(progress.history()) == 80


def test_a_killed_kernel_loses_at_most_the_answer_under_way(_empty_home: Path) -> None:
    process = writer("x", 100_000)
    assert process.stdout
    acknowledged = 0
    while acknowledged < 25:
        acknowledged = int(process.stdout.readline().split()[0]) + 1
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    acknowledged += len(process.stdout.read().strip().splitlines())
    kept = len(progress.history())
    assert acknowledged <= kept <= acknowledged + 1
    assert progress.record("03/next", "a", RIGHT) == "disk"


def test_a_damaged_file_is_set_aside_and_told(_empty_home: Path) -> None:
    (_empty_home / NAME).write_bytes(b"this is no database at all" * 100)
    assert progress.record("03/a", "a", RIGHT) == "disk"
    aside = next(_empty_home.glob("progress-damaged-*.sqlite3"))
    assert aside.read_bytes().startswith(b"this is no database")
    assert aside.name in progress.store().notice
    assert len(progress.history()) == 1


def test_a_newer_file_is_set_aside_not_overwritten(_empty_home: Path) -> None:
    with sqlite3.connect(_empty_home / NAME) as newer:
        newer.execute("CREATE TABLE answers (everything_changed TEXT)")
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert progress.history() == []
    aside = next(_empty_home.glob("progress-newer-*.sqlite3"))
    assert aside.name in progress.store().notice


def test_a_file_with_another_table_is_set_aside(_empty_home: Path) -> None:
    with sqlite3.connect(_empty_home / NAME) as other:
        other.execute("CREATE TABLE answers (something_else TEXT)")
    other.close()
    assert progress.record("03/a", "a", RIGHT) == "disk"
    assert list(_empty_home.glob("progress-damaged-*.sqlite3"))
    assert len(progress.history()) == 1


def test_a_locked_file_moves_answers_to_memory_and_says_so_once(tmp_path: Path) -> None:
    kept = Store(tmp_path, busy=0.05)
    answer = {"ref": "03/a", "at": "2026-01-01T00:00:00+00:00", "response": "a", **RIGHT,
              "confidence": None, "hints": 0}  # fmt: skip
    assert kept.add([answer]) == "disk"
    locker = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    assert kept.add([answer]) == "memory"
    notice = kept.notice
    assert "locked" in notice
    assert "\n" not in notice
    assert kept.add([answer]) == "memory"
    assert (kept.notice, kept.where) == (notice, "memory")
    assert len(kept.all()) == 2
    locker.close()


def test_a_file_locked_while_reading_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as made:
        made.execute("PRAGMA user_version = 1")
    made.close()
    locker = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    kept = Store(tmp_path, busy=0.05)
    assert kept.all() == []
    assert kept.where == "memory"
    locker.close()


def test_a_folder_that_cannot_be_made_moves_answers_to_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = Store(tmp_path / "file" / "below")
    assert kept.add([{"ref": "x"}]) == "memory"
    assert kept.notice
    assert kept.all() == [{"ref": "x"}]


def test_a_read_only_file_can_still_be_read(
    _empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress.record("03/a", "a", RIGHT)
    connect = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return connect(f"{Path(file).as_uri()}?mode=ro", uri=True, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert len(progress.history()) == 1
    assert progress.record("03/b", "a", RIGHT) == "memory"
    assert "readonly" in progress.store().notice


def test_a_full_disk_moves_answers_to_memory(
    _empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress.record("03/a", "a", RIGHT)
    pages = "PRAGMA max_page_count = 2"
    checked = Store._check

    def tight(self: Store, connection: sqlite3.Connection, write: bool) -> None:
        checked(self, connection, write)
        connection.execute(pages)

    monkeypatch.setattr(Store, "_check", tight)
    assert progress.record("03/b", "long " * 5000, RIGHT) == "memory"
    assert "full" in progress.store().notice


def test_starting_empty_keeps_the_old_file_and_forgetting_deletes_all(_empty_home: Path) -> None:
    progress.record("03/a", "a", RIGHT)
    aside = progress.start_empty()
    assert aside
    assert aside.exists()
    assert progress.history() == []
    assert progress.start_empty() is None
    progress.record("03/b", "a", RIGHT)
    other = aside.with_name("notes.sqlite3")
    other.touch()
    progress.forget()
    assert progress.history() == []
    assert not aside.exists()
    assert other.exists()
    progress.forget()  # nothing there: no error


def test_setting_aside_twice_in_a_second_overwrites_nothing(_empty_home: Path) -> None:
    asides = []
    for _ in range(3):
        progress.record("03/a", "a", RIGHT)
        asides.append(progress.start_empty())
    assert len({str(path) for path in asides}) == 3


def test_a_response_somebody_spoilt_does_not_stop_the_rest(_empty_home: Path) -> None:
    progress.record("03/a", "a", RIGHT)
    with sqlite3.connect(_empty_home / NAME) as file:
        file.execute("UPDATE answers SET response = '{broken'")
    file.close()
    assert progress.history()[0]["response"] is None


def test_the_home_is_the_systems_place_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKSITE_HOME")
    assert progress.home().name == "worksite"


def test_two_threads_of_time_give_moments_in_order() -> None:
    from worksite.progress.store import now

    first = now()
    time.sleep(0.01)
    assert first <= now()
    assert first.endswith("+00:00")
