"""The final check: questions drawn from every objective, weak spots first."""

from __future__ import annotations

from typing import Any

from worksite import lessons, progress
from worksite.quiz import bank as banks
from worksite.quiz.model import AnyQuestion, Bank

COUNT = 20  # questions of one sitting; run again, and the next objectives follow
OWN = "own"  # the learner judges these alone: no check
WEAK, NEW, RIGHT = range(3)


def state(verdict: str | None) -> int:
    """Where an answer puts its question: weak first, then unanswered, then right."""
    if verdict is None:
        return NEW
    return RIGHT if verdict in ("right", "noted") else WEAK


def order(states: dict[str, list[list[int]]]) -> list[tuple[str, int, int]]:
    """(lesson, objective, question) by place, one for each objective, in the order to ask.

    ``states`` [lesson][objective] lists the state of each question. Of an objective the weakest
    question is asked, the first of equals. Objectives with a weak question come first, then those
    with most left to answer; of equals each lesson gives its first objective before any its second.
    """
    found = []
    for at, (lesson, objectives) in enumerate(states.items()):
        for goal, questions in enumerate(objectives):
            if questions:
                worst = min(questions)
                done = questions.count(RIGHT) / len(questions)
                key = (worst != WEAK, done, goal, at)
                found.append((key, (lesson, goal, questions.index(worst))))
    return [place for _, place in sorted(found)]


def asked(count: int = COUNT) -> list[tuple[Bank, AnyQuestion]]:
    """The first ``count`` questions of the final check for what the learner has answered so far."""
    last: dict[str, dict[str, Any]] = progress.latest()
    states: dict[str, list[list[int]]] = {}
    questions: dict[str, list[list[AnyQuestion]]] = {}
    for lesson in lessons.load().lessons:
        if not lesson.open or lesson.id not in banks.known():
            continue
        every = [q for q in banks.load(lesson.id).questions if q.type != OWN]
        goals = [[q for q in every if q.objective == o.id] for o in lesson.objectives]
        questions[lesson.id] = goals
        states[lesson.id] = [
            [state(last.get(f"{lesson.id}/{q.id}", {}).get("verdict")) for q in goal]
            for goal in goals
        ]
    return [
        (banks.load(lesson), questions[lesson][goal][at])
        for lesson, goal, at in order(states)[:count]
    ]
