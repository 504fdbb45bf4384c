"""What a folder of packages says of itself: whom it serves, and for which lock.

``pack`` writes it and ``course.py --from`` reads it before anything is installed, so only the
standard library is used here.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Iterable
from pathlib import Path

RECORD = "pack.json"


def laptop() -> str:
    """This laptop and its Python, such as "win32 amd64 3.12"."""
    return "{} {} {}.{}".format(sys.platform, platform.machine().lower(), *sys.version_info[:2])


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def write(folder: Path, lock: Path, serves: Iterable[str]) -> Path:
    """Record in ``folder`` the laptops it serves and the lock its packages are of.

    Laptops recorded earlier for the same lock stay: their packages are still there.
    """
    record, digest = folder / RECORD, _digest(lock)
    try:
        earlier = json.loads(record.read_text(encoding="utf-8"))
        kept = set(earlier["serves"]) if earlier["lock"] == digest else set()
    except (OSError, ValueError, TypeError, KeyError):
        kept = set()
    told = {"lock": digest, "serves": sorted(kept.union(serves))}
    record.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return record


def serving(name: str, lock: Path) -> Path:
    """The folder of that name. ValueError with one line when it can't serve this laptop."""
    folder = Path(name).resolve()
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        serves, made_for = list(record["serves"]), record["lock"]
    except (OSError, ValueError, TypeError, KeyError):
        raise ValueError(
            f"{folder} holds no packages. Fetch them: python3 course.py pack DIR"
        ) from None
    if laptop() not in serves:
        raise ValueError(f"{folder} has nothing for {laptop()}. It serves: {', '.join(serves)}.")
    if made_for != _digest(lock):
        raise ValueError(f"{folder} was packed for another version of the course. Pack it anew.")
    return folder
