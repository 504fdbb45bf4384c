"""Wheels for laptops without a network: the right ones for each, and one clear line when not."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import course
from worksite import pack as room
from worksite import packed
from worksite.cli import main
from worksite.pack import SYSTEMS, batches, explain, lacking, pack, pins, wanted
from worksite.resources import CourseError

ROOT = Path(__file__).resolve().parents[1]
LOCK = """# Renewed by: python3 course.py lock
appnope==1.0 ; sys_platform == 'darwin' \\
    --hash=sha256:a1 \\
    --hash=sha256:a2
old==2.1 ; python_full_version < '3.11.5' \\
    --hash=sha256:b1
old==2.2 ; python_full_version >= '3.11.5' \\
    --hash=sha256:b2
tiny==1.0 \\
    --hash=sha256:c1
winpty==3.0 ; os_name == 'nt' \\
    --hash=sha256:d1
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a small lock, and a disk with room."""
    (tmp_path / "requirements.lock").write_text(LOCK, "utf-8")
    (tmp_path / "requirements-test.lock").write_text(
        LOCK + "uv==9.9 \\\n    --hash=sha256:e1\nuvx==1 \\\n    --hash=sha256:f1\n", "utf-8"
    )
    monkeypatch.setattr(room, "path", lambda *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**50))
    return tmp_path


class Fetched:
    """Stands in for pip: keeps each command line and the list it was given."""

    def __init__(self, said: str | None = None) -> None:
        self.words: list[list[str]] = []
        self.lists: list[list[str]] = []
        self.said = said

    def __call__(self, words: list[str]) -> str | None:
        self.words.append(words)
        self.lists.append(Path(words[-1]).read_text("utf-8").splitlines())
        return self.said


def test_each_system_gets_what_its_markers_ask_for() -> None:
    lines = pins(LOCK)
    names = {
        name: [line.split("==")[0] for line in wanted(lines, system, "3.12.0")]
        for name, system in SYSTEMS.items()
    }
    assert names == {
        "windows": ["old", "tiny", "winpty"],
        "mac-arm": ["appnope", "old", "tiny"],
        "mac-intel": ["appnope", "old", "tiny"],
        "linux": ["old", "tiny"],
    }
    assert "appnope==1.0 --hash=sha256:a1 --hash=sha256:a2" in wanted(
        lines, SYSTEMS["mac-arm"], "3.12.0"
    )


def test_first_and_last_releases_of_a_python_get_their_own_version() -> None:
    first, later = batches(pins(LOCK), SYSTEMS["linux"], "3.11")
    assert "old==2.1 --hash=sha256:b1" in first
    assert later == ["old==2.2 --hash=sha256:b2"]
    assert len(batches(pins(LOCK), SYSTEMS["linux"], "3.12")) == 1


@pytest.mark.parametrize("name", SYSTEMS)
@pytest.mark.parametrize("python", room.PYTHONS)
def test_every_laptop_gets_one_version_of_everything_in_the_real_lock(
    name: str, python: str
) -> None:
    lines = pins((ROOT / "requirements.lock").read_text("utf-8"))
    for release in (f"{python}.0", f"{python}.99"):
        names = [line.partition("==")[0] for line in wanted(lines, SYSTEMS[name], release)]
        assert len(names) == len(set(names)) > 90
        assert {"jupyterlab", "numpy", "hatchling", "nbval"} <= set(names)
        assert ("pywinpty" in names) == (name == "windows")


def test_a_whole_wheel_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    whole, broken = b"whole", b"half of i"
    digest = hashlib.sha256(whole).hexdigest()
    lines = [f"tiny-thing==1.0 --hash=sha256:{digest}", f"fast==2.0 --hash=sha256:{digest}"]
    (tmp_path / "tiny_thing-1.0-py3-none-any.whl").write_bytes(whole)
    (tmp_path / "fast-2.0-cp312-cp312-win_amd64.whl").write_bytes(whole)
    assert lacking(lines, tmp_path, SYSTEMS["windows"], "3.12") == []
    # Neither another Python nor another system can use the second one.
    assert lacking(lines, tmp_path, SYSTEMS["windows"], "3.13") == lines[1:]
    assert lacking(lines, tmp_path, SYSTEMS["mac-arm"], "3.12") == lines[1:]
    (tmp_path / "tiny_thing-1.0-py3-none-any.whl").write_bytes(broken)
    assert lacking(lines, tmp_path, SYSTEMS["windows"], "3.12") == lines[:1]


def test_packing_asks_pip_for_wheels_with_hashes_and_says_whom_they_serve(checkout: Path) -> None:
    fetch, folder = Fetched(), checkout / "wheels"
    told: list[str] = []
    pack(folder, ["windows", "mac-arm"], ["3.12"], run=fetch, say=told.append)
    windows, mac = fetch.words
    for words in (windows, mac):
        assert words[1:4] == ["-m", "pip", "download"]
        assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} <= set(words)
        assert words[words.index("--abi") + 1] == "cp312"
    assert windows[windows.index("--platform") + 1] == "win_amd64"
    assert mac[mac.index("--platform") + 1].endswith("_arm64")
    assert fetch.lists[0][-1] == "uv==9.9 --hash=sha256:e1"
    assert all(
        "--hash=sha256:" in line and ";" not in line for each in fetch.lists for line in each
    )
    record = json.loads((folder / "pack.json").read_text("utf-8"))
    assert record["serves"] == ["darwin arm64 3.12", "win32 amd64 3.12"]
    assert "course.py --from wheels" in told[-1]


def test_all_systems_and_pythons_unless_some_are_named(checkout: Path) -> None:
    fetch = Fetched()
    pack(checkout / "wheels", run=fetch, say=lambda _: None)
    record = json.loads((checkout / "wheels" / "pack.json").read_text("utf-8"))
    assert len(record["serves"]) == len(SYSTEMS) * len(room.PYTHONS)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("WARNING: x\nOSError: [Errno 28] No space left on device", "disk is full"),
        (
            "NewConnectionError: failed\nERROR: No matching distribution found for x==1",
            "No network",
        ),
        ("/usr/bin/python: No module named pip", "course.py pack"),
        ("ERROR: No matching distribution found for numpy==2.5.5", "No wheel of numpy==2.5.5 for"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH"),
        ("", "no reason"),
    ],
)
def test_a_failed_fetch_is_one_line_and_leaves_no_record(
    checkout: Path, printed: str, said: str
) -> None:
    line = explain(printed, SYSTEMS["linux"], "3.12")
    assert said in line
    assert "\n" not in line
    with pytest.raises(CourseError, match=said.replace("[", ".")):
        pack(checkout / "wheels", ["linux"], ["3.12"], run=Fetched(printed), say=lambda _: None)
    assert not (checkout / "wheels" / "pack.json").exists()


def test_unknown_names_little_space_and_a_wheel_are_told(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CourseError, match="Did you mean windows"):
        pack(checkout / "wheels", ["window"])
    with pytest.raises(CourseError, match=r"'3\.9' is not packed"):
        pack(checkout / "wheels", [], ["3.9"])
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**23))
    with pytest.raises(CourseError, match="Only 8 MB free"):
        pack(checkout / "wheels", ["linux"], ["3.12"])
    assert main(["pack", str(checkout / "wheels"), "--system", "beos"]) == 1
    assert "'beos' is not packed" in capsys.readouterr().err
    (checkout / "requirements.lock").unlink()
    with pytest.raises(CourseError, match="in a checkout"):
        pack(checkout / "wheels")


def test_a_folder_serves_the_laptops_and_the_lock_it_was_packed_for(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK, "utf-8")
    with pytest.raises(ValueError, match="holds no packages"):
        packed.serving(str(tmp_path / "none"), lock)
    (tmp_path / packed.RECORD).write_text("[]", "utf-8")
    with pytest.raises(ValueError, match="holds no packages"):
        packed.serving(str(tmp_path), lock)
    packed.write(tmp_path, lock, ["win32 amd64 2.7"])
    with pytest.raises(ValueError, match=r"nothing for .* It serves: win32 amd64 2\.7"):
        packed.serving(str(tmp_path), lock)
    packed.write(tmp_path, lock, [packed.laptop()])
    record = json.loads((tmp_path / packed.RECORD).read_text("utf-8"))
    assert record["serves"] == sorted([packed.laptop(), "win32 amd64 2.7"])  # both are served
    assert packed.serving(str(tmp_path), lock) == tmp_path.resolve()
    lock.write_text(LOCK + "# newer\n", "utf-8")
    with pytest.raises(ValueError, match="another version of the course"):
        packed.serving(str(tmp_path), lock)
    packed.write(tmp_path, lock, ["win32 amd64 3.12"])
    assert packed.laptop() not in (tmp_path / packed.RECORD).read_text("utf-8")


def test_this_laptop_is_named_as_pack_names_it() -> None:
    keys = {f"{system.key} {python}" for system in SYSTEMS.values() for python in room.PYTHONS}
    named = packed.laptop()
    assert named.split()[0] == sys.platform
    assert named in keys or named.split()[1] not in {"x86_64", "amd64"}


def test_from_a_folder_no_command_may_touch_the_network() -> None:
    lines = course.set_up_commands(Path("v"), "requirements.lock", wheels=Path("w"))
    for step in ("installer", "packages", "sync"):
        at = lines[step].index("--find-links")
        assert lines[step][at - 1 : at + 2] == ["--no-index", "--find-links", "w"]
    online = course.set_up_commands(Path("v"), "requirements.lock")
    assert not [word for line in online.values() for word in line if word == "--no-index"]
    assert "--require-hashes" in online["installer"]


def test_from_without_a_good_folder_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "ensure", lambda *_: pytest.fail("nothing may be installed"))
    with pytest.raises(course.Stop, match="Name the folder"):
        course.main(["--from"])
    with pytest.raises(ValueError, match="holds no packages"):
        course.main(["--from", str(tmp_path)])


@pytest.mark.parametrize(
    "printed",
    [
        "ERROR: No matching distribution found for numpy",
        "error: No solution found\n  cause: Because there is no version of numpy{x}==2.4.6",
    ],
)
def test_a_wheel_lost_from_the_folder_is_named(printed: str) -> None:
    assert course.explain(printed, Path("w")) == (
        "w lacks numpy. Copy the folder again, or pack it anew."
    )
    assert "network" not in course.explain("error: Connection refused", Path("w"))


def test_what_course_py_imports_needs_nothing_installed() -> None:
    code = "import worksite.packed, worksite.handout"
    # -S: no installed packages at all, as before the first set-up.
    words = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, 'src'); {code}"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_record_of_somebodys_is_not_written_over(checkout: Path) -> None:
    record = checkout / "wheels" / packed.RECORD
    record.parent.mkdir()
    record.write_text('{"mine": 1}', "utf-8")
    with pytest.raises(CourseError, match="is not a record of packages"):
        pack(checkout / "wheels", ["linux"], ["3.12"])
    assert record.read_text("utf-8") == '{"mine": 1}'
