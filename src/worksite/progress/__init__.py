"""The learner's answers, on the learner's own disk: no names, no account, nothing sent.

``progress()`` shows what is done, weak and due. ``progress.export()`` writes one JSON file,
``progress.import_(path)`` reads it back, ``progress.forget()`` deletes everything.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from worksite.progress import review
from worksite.progress.store import home, now, store
from worksite.progress.transfer import export, import_

__all__ = [
    "due", "export", "forget", "history", "home", "import_", "latest", "record", "start_empty",
    "store", "weak",
]  # fmt: skip


def record(
    ref: str,
    response: Any,
    graded: dict[str, Any],
    confidence: str | None = None,
    hints: int = 0,
    at: str | None = None,
) -> str:
    """Keep one answer; "disk", or "memory" when the disk refused (told once by the store).

    ``graded`` is a grading result. ``at`` is a moment in ISO 8601, now unless given.
    """
    answer = {
        "ref": ref,
        "at": at or now(),
        "response": response,
        "verdict": graded["verdict"],
        "credit": graded["credit"],
        "confidence": confidence,
        "hints": hints,
    }
    return store().add([answer])


def history(ref: str | None = None) -> list[dict[str, Any]]:
    """Every answer kept, oldest first; with ``ref`` those to one question."""
    return [answer for answer in store().all() if ref in (None, answer["ref"])]


def latest(refs: list[str] | None = None) -> dict[str, dict[str, Any]]:
    """The last answer to each question, with ``tries``; only the named ones if refs are given."""
    found = review.latest(store().all())
    return found if refs is None else {ref: found[ref] for ref in refs if ref in found}


def weak() -> list[str]:
    """Questions whose last answer was not right, sure-but-wrong first."""
    return review.weak(store().all())


def due(today: date | None = None) -> list[str]:
    """Questions to review today."""
    return review.due(store().all(), today or datetime.now(UTC).date())


def forget() -> None:
    """Delete every answer, for good, those set aside before included."""
    store().forget()


def start_empty() -> Path | None:
    """Set the file aside and start with none; the path of the old file, if there was one."""
    return store().empty()


class _Callable(ModuleType):
    """``from worksite import progress`` gives this module; calling it shows the view."""

    def __call__(self) -> Any:
        from worksite.progress.view import ProgressView

        return ProgressView()


sys.modules[__name__].__class__ = _Callable
