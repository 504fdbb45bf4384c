"""``progress()``: what is done, what is weak, what to review today, in one screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from worksite import lessons
from worksite import progress as kept
from worksite.faces.live import Live
from worksite.faces.markup import escape
from worksite.progress import review, transfer
from worksite.quiz import bank as banks
from worksite.quiz.model import AnyQuestion, Bank
from worksite.quiz.spec import line
from worksite.resources import CourseError, strings

SHOWN = 12  # rows of weak and of due questions that are sent; the view opens with the first few


def _counted(refs: list[str], last: dict[str, dict[str, Any]]) -> dict[str, int]:
    answered = [last[ref]["verdict"] for ref in refs if ref in last]
    right = sum(verdict in ("right", "noted") for verdict in answered)
    return {"total": len(refs), "answered": len(answered), "right": right}


def _lesson(lesson: lessons.Lesson, last: dict[str, dict[str, Any]]) -> dict[str, Any]:
    questions = banks.load(lesson.id).questions

    def refs(objective: str | None = None) -> list[str]:
        return [f"{lesson.id}/{q.id}" for q in questions if objective in (None, q.objective)]

    goals = [{"text": o.text, **_counted(refs(o.id), last)} for o in lesson.objectives]
    return {"id": lesson.id, "title": lesson.title, "objectives": goals, **_counted(refs(), last)}


def course() -> dict[str, Any]:
    """What the web edition counts by itself: every question and objective, and the gaps."""
    rows: dict[str, Any] = {}
    listed = []
    for lesson in lessons.load().lessons:
        if not lesson.open or lesson.id not in banks.known():
            continue
        questions = banks.load(lesson.id).questions
        refs = {f"{lesson.id}/{q.id}": q.objective for q in questions}
        page = lesson.file.replace(".ipynb", ".html")
        rows |= {ref: {**row, "page": page} for ref in refs if (row := _row(ref))}
        goals = [
            {"text": o.text, "refs": [ref for ref, own in refs.items() if own == o.id]}
            for o in lesson.objectives
        ]
        listed.append({"id": lesson.id, "title": lesson.title, "page": page,
                       "refs": list(refs), "objectives": goals})  # fmt: skip
    return {"gaps": review.GAPS, "shown": SHOWN, "lessons": listed, "questions": rows}


def _row(ref: str) -> dict[str, str] | None:
    """One question to look at again; None when the course no longer has it."""
    if "/" not in ref:
        return None
    try:
        found: list[tuple[Bank, AnyQuestion]] = banks.find(ref)
    except CourseError:
        return None
    bank, question = found[0]
    return {
        "number": bank.number(question.id),
        "lesson": bank.lesson,
        "text_html": line(question.text),
        "call": f'quiz("{ref}")',
    }


def overview() -> dict[str, Any]:
    """What the view draws, as plain JSON: lessons with counts, weak and due questions, the file."""
    store = kept.store()
    last = kept.latest()
    ready = [lesson for lesson in lessons.load().lessons if lesson.ready]
    weak = [row for ref in kept.weak() if (row := _row(ref))]
    due = [row for ref in kept.due(datetime.now(UTC).date()) if (row := _row(ref))]
    with_bank = [lesson for lesson in ready if lesson.id in banks.known()]
    return {
        "strings": strings("progress"),
        "lessons": [_lesson(lesson, last) for lesson in with_bank],
        "weak": weak[:SHOWN],
        "due": due[:SHOWN],
        "counts": {"weak": len(weak), "due": len(due)},
        "where": store.where,
        "file": str(store.file),
        "notice": store.notice,
    }


class ProgressView(Live):
    """The learner's progress, live; its still face is the same for everybody."""

    module = "progress.js"
    sheets = ("kit.css", "progress.css", "paper.css")

    def __init__(self) -> None:
        super().__init__("progress", overview())
        self.on_msg(self._heard)

    def _heard(self, _: Any, content: Any, __: Any) -> None:
        acts: dict[str, Callable[[], str]] = {
            "export": self._export,
            "import": lambda: self._import(content),
            "start_empty": self._start_empty,
            "forget": self._forget,
        }
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind not in acts:
            return
        try:
            said = acts[kind]()
        except (OSError, CourseError) as error:
            said = str(error).splitlines()[0]
        self.send({"kind": "said", "text": said})
        self.spec = overview()

    def _export(self) -> str:
        """Hand the file to the browser: on Binder the kernel's own disk goes away."""
        self.send({"kind": "file", "name": transfer.FILE, "text": transfer.text()})
        return strings("progress")["exported"].format(file=transfer.FILE)

    def _import(self, content: dict[str, Any]) -> str:
        name = str(content.get("name") or transfer.FILE)
        count = transfer.take(str(content.get("text")), name)
        return strings("progress")["imported"].format(file=name, count=count)

    def _start_empty(self) -> str:
        aside = kept.start_empty()
        name = "started_empty" if aside else "started_empty_none"
        return strings("progress")[name].format(file=aside.name if aside else "")

    def _forget(self) -> str:
        kept.forget()
        return strings("progress")["forgotten"]

    @property
    def html(self) -> str:
        """One line that says what running the cell shows."""
        words = escape(strings("progress")["still"])
        return (
            f'<section class="worksite" data-worksite="progress"><p><em>{words}</em></p></section>'
        )

    @property
    def plain(self) -> str:
        """The same line."""
        return strings("progress")["still"]
