"""What the commands write where a person says, and what they never write over.

A folder of ours keeps a list of its files with their digests. Anything else in it, and any file
changed since, is somebody's own: the folder is then refused before a byte is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from worksite.resources import CourseError

LIST = "worksite-files.json"
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # what file managers leave behind


def files(folder: Path) -> list[Path]:
    """Every file in a folder and below, in order, without the list and file managers' litter.

    A link counts as a file, wherever it leads: nothing beyond it is ever touched.
    """
    found = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return sorted(each for each in found if each.name not in {LIST, *LITTER})


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _listed(folder: Path) -> dict[str, str]:
    """Digests of what we wrote into a folder; a list that is not ours lists nothing, nor itself."""
    try:
        found = dict(json.loads((folder / LIST).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {} if (folder / LIST).is_symlink() else {**found, LIST: ""}


def check_folder(folder: Path) -> None:
    """CourseError naming the first file in ``folder`` that the course did not write as it is."""
    if folder.exists() and not folder.is_dir():
        raise CourseError(f"{folder} is a file. Name an empty or new folder with --out.")
    listed = _listed(folder)
    lists = [each for each in (folder / LIST,) if each.exists() or each.is_symlink()]
    for file in [*files(folder), *lists]:
        name = file.relative_to(folder).as_posix()
        ours = not file.is_symlink() and file.is_file() and name in listed
        if not ours:
            why = f"{folder} holds {name}, which the course did not write"
        elif name != LIST and _digest(file) != listed[name]:
            why = f"{file} was changed since the course wrote it"
        else:
            continue
        raise CourseError(f"{why}. Nothing is touched. Name an empty or new folder with --out.")


@contextmanager
def written(folder: Path, anew: bool = False) -> Iterator[None]:
    """Let the body write into ``folder``, and list afterwards what is there.

    ``anew`` takes away first what an earlier run wrote. CourseError as check_folder.
    """
    check_folder(folder)
    if anew:
        for file in files(folder):
            file.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        digests = {each.relative_to(folder).as_posix(): _digest(each) for each in files(folder)}
        (folder / LIST).write_text(
            json.dumps({"files": digests}, indent=1) + "\n", encoding="utf-8", newline="\n"
        )


def check_file(file: Path, ours: Callable[[Path], bool], kind: str) -> None:
    """CourseError unless ``file`` may be written: it is new, or one of our own kind.

    ``ours`` looks into a file that is there; ``kind`` names what it should be ("a run sheet").
    """
    if file.is_dir():
        raise CourseError(f"{file} is a folder. Name a file in it.")
    if file.is_file() and not ours(file):
        raise CourseError(f"{file} is there and is not {kind}. Nothing is touched; name another.")
