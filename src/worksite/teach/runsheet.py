"""Run sheets: what a class of so many minutes does with a lesson, and what goes home."""

from __future__ import annotations

from dataclasses import dataclass

from worksite import lessons
from worksite.resources import strings
from worksite.teach.part import Part
from worksite.teach.parts import parts
from worksite.teach.plan import Plan, plan


@dataclass(frozen=True)
class Sheet:
    """A lesson and its class."""

    lesson: lessons.Lesson
    plan: Plan

    @property
    def title(self) -> str:
        """Lesson and minutes."""
        return said("sheet_title", lesson=self.lesson.name, minutes=self.plan.minutes)

    @property
    def votes(self) -> str:
        """The command that puts its votes on the wall, "" without votes."""
        numbers = [part.title for part in self.plan.of("vote")]
        return f"python3 course.py present {' '.join(numbers)}" if numbers else ""


def said(key: str, **values: object) -> str:
    """A text of this room."""
    return strings("teach")[key].format(**values)


def sheet(lesson_id: str, minutes: int, start: int = 0) -> Sheet:
    """The run sheet of a lesson. CourseError for an unknown lesson or an impossible length."""
    return Sheet(lessons.get(lesson_id), plan(parts(lesson_id), minutes, start))


def clock(minutes: int) -> str:
    """Minutes since the beginning, as on a watch: 0:05."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _rounded(minutes: float) -> int:
    return max(1, round(minutes))


def homework(found: Plan) -> str:
    """What people do at home before the class, in one line."""
    todo = []
    if found.short:
        titles = ", ".join(f"“{part.title}”" for part in found.short)
        minutes = _rounded(sum(part.home for part in found.short))
        todo.append(said("sheet_read", titles=titles, minutes=minutes))
    todo += [said("sheet_earlier", numbers=", ".join(part.numbers)) for part in found.before]
    return "; ".join(todo) or said("sheet_nothing")


def to_do(one: Sheet) -> list[str]:
    """What there is to do before the class, a line each, as Markdown."""
    start = f"{said('sheet_start')} `{one.votes}`" if one.votes else said("sheet_no_votes")
    notes = [words for part in one.plan.before for _, words in part.lines]
    return [said("sheet_before_home", what=homework(one.plan)), start, *notes]


def after(found: Plan, brief: bool = False) -> list[str]:
    """What is left for home, a line each, as Markdown; ``brief`` without what to look up."""
    by: dict[str, list[Part]] = {}
    for part in found.after:
        by.setdefault(part.kind, []).append(part)
    asked = [part for kind in ("vote", "ask", "check") for part in by.get(kind, [])]
    numbers = sorted(
        (number for part in asked for number in part.numbers),
        key=lambda one: (one[:2], int(one[3:])),
    )
    lines = [said("sheet_after_questions", numbers=", ".join(numbers))] if numbers else []
    lines += [said("sheet_after_read", title=part.title) for part in by.get("told", [])]
    lines += [said("sheet_after_try", title=part.title) for part in by.get("explore", [])]
    for part in by.get("discuss", []):
        lines.append(said("sheet_after_talk", ask=part.lines[0][1].strip()))
    weigh = by.get("article", []) + by.get("survey", [])
    lines += [said("sheet_after_weigh", title=part.title) for part in weigh]
    if by.get("after") and not brief:
        titles = ", ".join(f"“{part.title}”" for part in by["after"])
        lines.append(said("sheet_after_more", titles=titles))
    total = sum(part.home for part in found.after)
    if not lines:
        return [said("sheet_after_none")]
    return [*lines, said("sheet_after_total", minutes=_rounded(total))]
