"""``worksite pack DIR``: every wheel of the course in one folder, for laptops without a network.

The folder serves ``python3 course.py --from DIR``. The wheels are those of ``requirements.lock``
and nothing else, fetched by pip, which checks each against its hash.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from worksite import outputs, packed
from worksite.resources import CourseError, nearest, path

if TYPE_CHECKING:
    from packaging.tags import Tag

INSTALLER = "uv"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")  # whichever of them a laptop happens to have
MB_EACH = 120  # of free space for one system and one Python; measured, with the shared part in each


@dataclass(frozen=True)
class System:
    """A kind of laptop: what Python calls it there, and the wheels that fit it, best first."""

    name: str
    platform: str
    machine: str
    os_name: str
    wheels: tuple[str, ...]

    @property
    def key(self) -> str:
        """As ``course.py`` names the laptop it runs on."""
        return f"{self.platform} {self.machine}"

    def tags(self, python: str) -> set[Tag]:
        """The tags of wheels that a laptop of this kind takes with this Python."""
        from packaging import tags

        version = tuple(map(int, python.split(".")))
        kinds: list[str] = list(self.wheels)
        if self.platform == "darwin":
            kinds = list(tags.mac_platforms((12, 0), self.machine))
        return {
            *tags.cpython_tags(version, platforms=kinds),
            *tags.compatible_tags(version, f"cp{version[0]}{version[1]}", kinds),
        }

    def environment(self, full: str) -> dict[str, str]:
        """What the markers of a lock are read against there, for a full Python version."""
        return {
            "os_name": self.os_name,
            "sys_platform": self.platform,
            "platform_system": {"win32": "Windows", "darwin": "Darwin"}.get(self.platform, "Linux"),
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": full,
            "python_full_version": full,
            "python_version": full.rpartition(".")[0],
        }


# pip reads a manylinux tag as itself alone, and a macOS tag as all older ones too.
_GLIBC = (28, 27, 26, 24, 17, 12, 5)
SYSTEMS = {
    system.name: system
    for system in (
        System("windows", "win32", "amd64", "nt", ("win_amd64",)),
        System("mac-arm", "darwin", "arm64", "posix", ("macosx_12_0_arm64",)),
        System("mac-intel", "darwin", "x86_64", "posix", ("macosx_12_0_x86_64",)),
        System(
            "linux", "linux", "x86_64", "posix",
            tuple(f"manylinux_2_{minor}_x86_64" for minor in _GLIBC)
            + ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
        ),
    )
}  # fmt: skip


def pins(lock: str) -> list[str]:
    """The requirements of a lock's text, each with its marker and hashes, on one line."""
    joined = lock.replace("\\\n", " ")
    return [
        " ".join(line.split()) for line in joined.splitlines() if re.match(r"[A-Za-z0-9]", line)
    ]


def wanted(lines: Iterable[str], system: System, full: str) -> list[str]:
    """The requirements that a system with this full Python version installs, without markers."""
    from packaging.markers import Marker

    found = []
    for line in lines:
        pin, *hashes = line.split(" --hash=")
        name, _, marker = pin.partition(";")
        if not marker or Marker(marker.strip()).evaluate(system.environment(full)):
            found.append(" --hash=".join([name.strip(), *hashes]))
    return found


def batches(lines: list[str], system: System, python: str) -> list[list[str]]:
    """Requirements for the first and the last release of a Python version.

    A lock may pin one package twice, the older for the first releases; pip takes one at a time.
    """
    first = wanted(lines, system, f"{python}.0")
    later = [line for line in wanted(lines, system, f"{python}.99") if line not in first]
    return [first, later] if later else [first]


def lacking(lines: list[str], folder: Path, system: System, python: str) -> list[str]:
    """The requirements for which the folder holds no whole wheel that fits this laptop."""
    from packaging.utils import canonicalize_name, parse_wheel_filename

    fitting, held = system.tags(python), set[tuple[str, str, str]]()
    for file in folder.glob("*.whl"):
        name, version, _, tags = parse_wheel_filename(file.name)
        if tags & fitting:
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            held.add((name, str(version), f"sha256:{digest}"))
    found = []
    for line in lines:
        pin, *hashes = line.split(" --hash=")
        given, _, wanted_version = pin.partition("==")
        if not any((canonicalize_name(given), wanted_version, one) in held for one in hashes):
            found.append(line)
    return found


def command(folder: Path, listed: Path, system: System, python: str) -> list[str]:
    """The command line that fetches the listed wheels for a system and a Python."""
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    words += ["--only-binary=:all:", "--implementation", "cp", "--python-version", f"{python}.99"]
    words += ["--abi", f"cp{python.replace('.', '')}", "--abi", "abi3", "--abi", "none"]
    for tag in system.wheels:
        words += ["--platform", tag]
    return [*words, "--dest", str(folder), "--requirement", str(listed)]


def explain(said: str, system: System, python: str) -> str:
    """One line saying why wheels could not be fetched, from what pip printed."""
    if re.search(r"no space left|disk quota|errno 28", said, re.I):
        return "The disk is full. Free some space and run the same command again."
    if re.search(r"NewConnectionError|name resolution|unreachable|timed out|ProxyError", said):
        return "No network. Packing needs one; the laptops that install from the folder do not."
    if "No module named pip" in said:
        return "This Python has no pip. Run it as: python3 course.py pack DIR"
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    missing = next(
        (found for line in lines if (found := re.search(r"found for (\S+)", line))), None
    )
    if missing:
        return f"No wheel of {missing[1]} for {system.name} with Python {python}."
    told = next((line for line in lines if line.startswith("ERROR:")), (lines or ["no reason"])[-1])
    return f"Packing for {system.name} with Python {python} failed: {told}"


def _run(words: list[str]) -> str | None:
    done = subprocess.run(words, capture_output=True, text=True, errors="replace")
    return None if done.returncode == 0 else done.stdout + done.stderr


def _chosen(named: Iterable[str], known: Iterable[str], what: str) -> list[str]:
    for name in named:
        if name not in known:
            raise CourseError(f"{what} {name!r} is not packed. {nearest(name, list(known))}")
    return list(dict.fromkeys(named)) or list(known)


def _lock() -> Path:
    lock = path("requirements.lock")
    if not lock.is_file():
        raise CourseError("requirements.lock is not here. Run this in a checkout of the course.")
    return lock


def _lines(lock: Path) -> list[str]:
    installer = pins((lock.parent / "requirements-test.lock").read_text(encoding="utf-8"))
    course = pins(lock.read_text(encoding="utf-8"))
    return course + [line for line in installer if line.startswith(f"{INSTALLER}==")]


def _is_record(file: Path) -> bool:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return isinstance(content, dict) and {"lock", "serves"} <= set(content)


def pack(
    folder: Path,
    systems: Iterable[str] = (),
    pythons: Iterable[str] = (),
    run: Callable[[list[str]], str | None] = _run,
    say: Callable[[str], Any] = print,
) -> Path:
    """Fetch the wheels into ``folder`` and say in its record whom they serve; return the record.

    All four systems and four Pythons unless some are named. Wheels already there stay, so that a
    broken download goes on where it stopped.

    Raises CourseError for an unknown system or Python, too little space, and no network.
    """
    lock = _lock()
    kinds = [SYSTEMS[name] for name in _chosen(list(systems), SYSTEMS, "System")]
    versions = _chosen(list(pythons), PYTHONS, "Python")
    outputs.check_file(folder / packed.RECORD, _is_record, "a record of packages")
    folder.mkdir(parents=True, exist_ok=True)
    needed = MB_EACH * len(kinds) * len(versions)
    free = shutil.disk_usage(folder).free // 2**20
    if free < needed:
        raise CourseError(f"Only {free} MB free in {folder}; packing may need {needed} MB.")
    lines = _lines(lock)
    for system in kinds:
        for python in versions:
            say(f"{system.name}, Python {python} ...")
            _fetch(folder, lines, system, python, run)
    serves = [f"{system.key} {python}" for system in kinds for python in versions]
    record = packed.write(folder, lock, serves)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    say(f"{size:.0f} MB in {folder}. On each laptop: python3 course.py --from {folder.name}")
    return record


def _fetch(
    folder: Path,
    lines: list[str],
    system: System,
    python: str,
    run: Callable[[list[str]], str | None],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        listed = Path(name) / "wheels.txt"
        for batch in batches(lines, system, python):
            batch = lacking(batch, folder, system, python)
            if not batch:
                continue
            listed.write_text("\n".join(batch) + "\n", encoding="utf-8")
            problem = run(command(folder, listed, system, python))
            if problem is not None:
                raise CourseError(explain(problem, system, python))
