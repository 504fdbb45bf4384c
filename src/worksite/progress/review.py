"""When a question comes back: plain spacing, pure functions of answers and a date.

Equal and growing gaps do about equally well; what counts is that there are gaps.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

GAPS = (1, 3, 7, 14, 30)  # days
OPINION = "opinion"  # the verdict of a belief: never weak, never due


def day(answer: dict[str, Any]) -> date:
    """The day an answer was given (UTC); today's first day of all for an unreadable one."""
    try:
        return datetime.fromisoformat(str(answer["at"])).date()
    except ValueError:
        return date.min


def latest(answers: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The last answer to each question, with ``tries`` so far."""
    found: dict[str, dict[str, Any]] = {}
    for answer in answers:
        tries = found.get(answer["ref"], {}).get("tries", 0) + 1
        found[answer["ref"]] = {**answer, "tries": tries}
    return found


def step(answers: list[dict[str, Any]]) -> int:
    """How many gaps a question has climbed: one a day answered right, back to none when wrong.

    ``answers`` are those to one question, oldest first. Only the last answer of a day counts.
    """
    by_day = {day(answer): answer["verdict"] for answer in answers}
    climbed = 0
    for verdict in by_day.values():
        climbed = climbed + 1 if verdict in ("right", "noted") else 0
    return climbed


def due_on(answers: list[dict[str, Any]]) -> date:
    """The day a question comes back; the day after a wrong answer."""
    climbed = step(answers)
    last = day(answers[-1])
    return last + timedelta(days=GAPS[min(max(climbed, 1), len(GAPS)) - 1])


def sure_but_wrong(answer: dict[str, Any]) -> bool:
    """Whether the learner was sure and mistaken: what is most worth another look."""
    return answer.get("confidence") == "sure" and answer["verdict"] in ("wrong", "partly", "unit")


def weak(answers: list[dict[str, Any]]) -> list[str]:
    """Questions whose last answer was not right, sure-but-wrong first, then lowest credit."""
    last = latest(answers)
    found = [ref for ref, a in last.items() if a["verdict"] in ("wrong", "partly", "unit")]
    return sorted(found, key=lambda r: (not sure_but_wrong(last[r]), last[r]["credit"] or 0.0, r))


def due(answers: list[dict[str, Any]], today: date) -> list[str]:
    """Questions to review today: sure-but-wrong first, then by how long they have waited."""
    by_ref: dict[str, list[dict[str, Any]]] = {}
    for answer in answers:
        if answer["verdict"] != OPINION:
            by_ref.setdefault(answer["ref"], []).append(answer)
    waiting = {ref: due_on(given) for ref, given in by_ref.items() if due_on(given) <= today}
    return sorted(waiting, key=lambda r: (not sure_but_wrong(by_ref[r][-1]), waiting[r], r))
