"""Questions: ``quiz("03/size")`` one, ``quiz("03/check-yourself")`` a group, ``quiz("03")`` all.

``quiz("03/earlier")`` asks two questions from earlier lessons, ``quiz("review")`` what is due,
``quiz("final")`` one question of each objective, weak spots first.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from worksite import lessons, progress
from worksite.quiz import bank as banks
from worksite.quiz import final
from worksite.quiz.bank import EARLIER, FINAL, REVIEW
from worksite.quiz.widget import Asked, Graded, QuizWidget
from worksite.resources import CourseError, strings

__all__ = ["Graded", "QuizWidget", "show"]
EARLIER_COUNT = 2
REVIEW_COUNT = 10


def show(ref: str) -> QuizWidget:
    """The question or group a reference names; CourseError with the nearest names otherwise."""
    lesson, _, name = ref.partition("/")
    if ref == REVIEW:
        return _review()
    if ref == FINAL:
        return _final()
    if name == EARLIER:
        return _earlier(ref, lesson)
    asked = banks.find(ref)
    title = strings("quiz")["title_group"] if len(asked) > 1 else ""
    return QuizWidget(ref, asked, title=title, objectives=_objectives(asked))


def _objectives(asked: Asked) -> dict[str, str]:
    wanted = {bank.lesson for bank, _ in asked}
    return {o.id: o.text for each in lessons.load().lessons if each.id in wanted
            for o in each.objectives}  # fmt: skip


def _known(refs: list[str]) -> Asked:
    """The questions still there among references the learner once answered."""
    found: Asked = []
    for ref in refs:
        try:
            found += banks.find(ref)
        except CourseError:
            continue
    return found


def _earlier(ref: str, lesson_id: str) -> QuizWidget:
    """Two questions from earlier lessons, weak ones first; a fixed pair in the still face."""
    lesson = lessons.get(lesson_id)
    order = [each.id for each in lessons.load().lessons]
    before = set(order[: order.index(lesson.id)])
    fixed = [pair for name in lesson.earlier for pair in banks.find(name)]
    weak = _known([name for name in progress.weak() if name.split("/")[0] in before])
    mixed = {f"{bank.lesson}/{question.id}": (bank, question) for bank, question in [*weak, *fixed]}
    asked = list(mixed.values())[:EARLIER_COUNT]
    title = strings("quiz")["title_earlier"]
    return QuizWidget(ref, asked, title=title, still=fixed, objectives=_objectives(asked))


def _review() -> QuizWidget:
    """What is due today, options shuffled; the still face names no question."""
    refs = [ref for ref in progress.due() if "/" in ref]
    asked = _known(refs)[:REVIEW_COUNT]
    title = strings("quiz")["title_review" if asked else "title_review_empty"]
    return QuizWidget(
        REVIEW, asked, title=title, still=[], shuffle=REVIEW, objectives=_objectives(asked)
    )


def _final() -> QuizWidget:
    """The final check; the still face names no question, as each learner gets their own."""
    asked = final.asked()
    title = strings("quiz")["title_final"]
    return QuizWidget(FINAL, asked, title=title, still=[], objectives=_objectives(asked))


class _Callable(ModuleType):
    """``from worksite import quiz`` gives this module; calling it shows a question."""

    def __call__(self, ref: str) -> Any:
        return show(ref)


sys.modules[__name__].__class__ = _Callable
