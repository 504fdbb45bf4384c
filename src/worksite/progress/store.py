"""The learner's answers in one SQLite file on the learner's own disk.

The default rollback journal, because the network homes of campus hubs break WAL; one short
transaction an answer, so that open lessons never lose each other's. Any SQLite error moves answers
to memory and is told once. A damaged or newer file is set aside with its name told.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from worksite.resources import strings

NAME = "progress.sqlite3"
VERSION = 1
BUSY_SECONDS = 5.0
_COLUMNS = ("ref", "at", "response", "verdict", "credit", "confidence", "hints")
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY, ref TEXT NOT NULL, "
    "at TEXT NOT NULL, response TEXT NOT NULL, verdict TEXT NOT NULL, credit REAL, "
    "confidence TEXT, hints INTEGER NOT NULL DEFAULT 0)"
)


_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM answers ORDER BY number"


def home() -> Path:
    """The folder of the learner's files: ``WORKSITE_HOME``, else the system's place for them."""
    named = os.environ.get("WORKSITE_HOME")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("worksite", appauthor=False)


def now() -> str:
    """This moment, UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass
class Store:
    """Answers kept in ``folder``; in memory from the first error on.

    An answer is a dict with ref, at, response (JSON), verdict, credit, confidence, hints.
    ``notice`` is one line to tell the learner, or "".
    """

    folder: Path
    busy: float = BUSY_SECONDS
    memory: list[dict[str, Any]] = field(default_factory=list)
    broken: bool = False
    notice: str = ""

    @property
    def file(self) -> Path:
        """The progress file."""
        return self.folder / NAME

    @property
    def where(self) -> str:
        """ "disk", or "memory" once the file could not be used."""
        return "memory" if self.broken else "disk"

    def _open(self, write: bool) -> Any:
        """An open connection, its table checked; a foreign or damaged file is set aside first.

        For writing it holds the write lock. A file that may only be read can still be read.
        """
        import sqlite3

        self.folder.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            connection = sqlite3.connect(self.file, timeout=self.busy, isolation_level=None)
            try:
                self._check(connection, write)
                return connection
            except sqlite3.OperationalError as error:
                connection.close()
                if "no such column" not in str(error):
                    raise
                self._set_aside("damaged")
            except sqlite3.DatabaseError as error:
                connection.close()
                self._set_aside("newer" if str(error) == "newer" else "damaged")
        raise sqlite3.OperationalError("no usable file")

    def _check(self, connection: Any, write: bool) -> None:
        import sqlite3

        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise sqlite3.DatabaseError("newer")
        if write:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_TABLE)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        if write or version:
            connection.execute(f"{_SELECT} LIMIT 1").fetchone()

    def _set_aside(self, why: str) -> Path:
        """Rename the file so that it is kept; tell its new name. Returns the new path."""
        stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
        for number in range(1000):
            extra = f"-{number}" if number else ""
            aside = self.folder / f"progress-{why}-{stamp}{extra}.sqlite3"
            if not aside.exists():
                break
        with suppress(FileNotFoundError):  # another open lesson was quicker
            self.file.rename(aside)
        self.notice = strings("progress")[f"set_aside_{why}"].format(file=aside.name)
        return aside

    def _give_up(self, error: Exception) -> None:
        if not self.broken:
            self.broken = True
            self.notice = strings("progress")["memory"].format(why=str(error).splitlines()[0])

    def add(self, answers: list[dict[str, Any]]) -> str:
        """Keep answers in one transaction; "disk", or "memory" when the disk refused."""
        if not self.broken:
            try:
                self._write(answers)
                return "disk"
            except (OSError, _sqlite_error()) as error:
                self._give_up(error)
        self.memory += answers
        return "memory"

    def _write(self, answers: list[dict[str, Any]]) -> None:
        connection = self._open(write=True)
        try:
            marks = ", ".join("?" * len(_COLUMNS))
            connection.executemany(
                f"INSERT INTO answers ({', '.join(_COLUMNS)}) VALUES ({marks})",
                [
                    [json.dumps(a[c]) if c == "response" else a[c] for c in _COLUMNS]
                    for a in answers
                ],
            )
            connection.execute("COMMIT")
        finally:
            connection.close()

    def all(self) -> list[dict[str, Any]]:
        """Every answer, oldest first; those in memory last."""
        if self.broken or not self.file.exists():
            return list(self.memory)
        try:
            connection = self._open(write=False)
            try:
                fresh = connection.execute("PRAGMA user_version").fetchone()[0] == 0
                rows = [] if fresh else connection.execute(_SELECT).fetchall()
            finally:
                connection.close()
        except (OSError, _sqlite_error()) as error:
            self._give_up(error)
            return list(self.memory)
        kept = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        for answer in kept:
            answer["response"] = _read(answer["response"])
        return kept + self.memory

    def empty(self) -> Path | None:
        """Set the file aside and start with none; the path it has now, None if none was."""
        self.memory.clear()
        self.broken, self.notice = False, ""
        if not self.file.exists():
            return None
        aside = self._set_aside("earlier")
        self.notice = ""
        return aside

    def forget(self) -> None:
        """Delete the file, all that were set aside and everything in memory, for good."""
        self.memory.clear()
        self.broken, self.notice = False, ""
        for kept in (self.file, *self.folder.glob("progress-*.sqlite3")):
            kept.unlink(missing_ok=True)


def _read(text: str) -> Any:
    """A stored response; None where somebody changed it into what is not JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _sqlite_error() -> type[Exception]:
    import sqlite3

    return sqlite3.Error


_STORES: dict[Path, Store] = {}


def store() -> Store:
    """The store of the learner's folder; one a folder, so that what is in memory stays."""
    folder = home()
    if folder not in _STORES:
        _STORES[folder] = Store(folder)
    return _STORES[folder]
