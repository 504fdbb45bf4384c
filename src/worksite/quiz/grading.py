"""Grading, pure: a key and a response in, a result out. Twin of ``assets/widgets/grading.js``.

Keys and responses are plain JSON (see ``bank.Question.key``). A result is
``{"verdict": …, "credit": 0…1 or None, "marks": [{"key": …, "mark": …}]}``; both graders give the
same one for every recorded case (``tests/data/grading_cases.json``).
"""

from __future__ import annotations

import math
from typing import Any

from worksite.quiz.numbers import readings

Result = dict[str, Any]
# What a browser's String.trim takes away, so that both graders call the same texts empty.
_BLANK = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)


def _graded(credit: float, marks: list[dict[str, str]]) -> Result:
    rounded = math.floor(max(0.0, credit) * 1e4 + 0.5) / 1e4
    verdict = "right" if rounded == 1 else "partly" if rounded else "wrong"
    return {"verdict": verdict, "credit": rounded, "marks": marks}


def _ungraded(verdict: str) -> Result:
    return {"verdict": verdict, "credit": None, "marks": []}


def _chosen(key: str, right: bool) -> dict[str, str]:
    return {"key": key, "mark": "right-chosen" if right else "wrong-chosen"}


def _field(response: Any, name: str) -> Any:
    return response.get(name) if isinstance(response, dict) else None


def _listed(response: Any) -> list[Any]:
    return response if isinstance(response, list) else []


def _among(value: Any, names: list[str]) -> bool:
    return isinstance(value, str) and value in names


def _one(key: dict[str, Any], response: Any) -> Result:
    if not _among(response, key["options"]):
        return _ungraded("unanswered")
    right = response in key["right"]
    return _graded(float(right), [_chosen(response, right)])


def _many(key: dict[str, Any], response: Any) -> Result:
    """Signed points: a right tick earns a share, a wrong one costs one; all ticks earn nothing."""
    ticked = [option for option in key["options"] if option in _listed(response)]
    if not ticked:
        return _ungraded("unanswered")
    hits = sum(option in key["right"] for option in ticked)
    wrong = len(key["options"]) - len(key["right"])
    marks = []
    for option in key["options"]:
        right = option in key["right"]
        if option in ticked:
            marks.append(_chosen(option, right))
        elif right:
            marks.append({"key": option, "mark": "right-missed"})
    cost = (len(ticked) - hits) / wrong if wrong else 0.0
    return _graded(hits / len(key["right"]) - cost, marks)


def _true_false(key: dict[str, Any], response: Any) -> Result:
    """Half for the truth value, half for its reason; a reason alone earns nothing."""
    answer, reason = _field(response, "answer"), _field(response, "reason")
    if answer not in ("true", "false"):
        return _ungraded("unanswered")
    truth, why = answer == key["answer"], reason in key["right"]
    marks = [_chosen(answer, truth)]
    if _among(reason, key["reasons"]):
        marks.append(_chosen(reason, why))
    return _graded(0.5 + 0.5 * why if truth else 0.0, marks)


def _match(key: dict[str, Any], response: Any) -> Result:
    """Signed points by row, so that a blind guess earns nothing on average."""
    points, marks = 0.0, []
    for row in key["rows"]:
        choice = _field(response, row)
        if not _among(choice, key["choices"]):
            marks.append({"key": row, "mark": "open"})
            continue
        right = choice == key["right"][row]
        points += 1.0 if right else -1.0 / (len(key["choices"]) - 1)
        marks.append({"key": row, "mark": "right" if right else "wrong"})
    if all(mark["mark"] == "open" for mark in marks):
        return _ungraded("unanswered")
    return _graded(points / len(key["rows"]), marks)


def _order(key: dict[str, Any], response: Any) -> Result:
    """Pairs in the right order less pairs in the wrong one, over all pairs (Kendall's tau)."""
    given = _listed(response)
    places = [given.index(item) if item in given else -1 for item in key["right"]]
    if all(place < 0 for place in places):
        return _ungraded("unanswered")
    marks = [
        {"key": item, "mark": "open" if place < 0 else "right" if place == at else "wrong"}
        for at, (item, place) in enumerate(zip(key["right"], places, strict=True))
    ]
    pairs = [(one, two) for at, one in enumerate(places) for two in places[at + 1 :]]
    points = sum((1 if one < two else -1) for one, two in pairs if one >= 0 and two >= 0)
    return _graded(points / len(pairs), marks)


def _close(value: float, answer: float, key: dict[str, Any]) -> bool:
    """Within the tolerance, and a hair more, so that 0.1 + 0.2 is 0.3."""
    room = max(key.get("absolute") or 0, (key.get("relative") or 0) * abs(answer))
    return bool(abs(value - answer) <= room + 1e-9 * max(1.0, abs(answer)))


def _number(key: dict[str, Any], response: Any) -> Result:
    value = _field(response, "value")
    typed = "" if value is None else str(value)
    if not typed.strip(_BLANK):
        return _ungraded("unanswered")
    values = readings(typed)
    if not values:
        return _ungraded("unreadable")
    units: dict[str, float] = key.get("units") or {}
    chosen = _field(response, "unit")

    def fits(unit: Any, answer: float) -> bool:
        if units and not _among(unit, list(units)):
            return False
        if not units:
            return any(_close(v, answer, key) for v in values)
        return any(_close(v * units[unit] / units[key["unit"]], answer, key) for v in values)

    if fits(chosen, key["answer"]):
        return _graded(1.0, [])
    if any(fits(unit, key["answer"]) for unit in units):
        return {"verdict": "unit", "credit": 0.0, "marks": []}
    near = next((i for i, a in enumerate(key.get("near") or []) if fits(chosen, a)), None)
    return _graded(0.0, [] if near is None else [_chosen(f"near:{near}", False)])


def _own(key: dict[str, Any], response: Any) -> Result:  # noqa: ARG001
    said = _field(response, "text")
    return _ungraded("noted" if isinstance(said, str) and said.strip(_BLANK) else "unanswered")


def _opinion(key: dict[str, Any], response: Any) -> Result:
    """What somebody believes is kept and never graded."""
    return _ungraded("opinion" if _among(response, key["options"]) else "unanswered")


_GRADERS = {
    "one": _one,
    "many": _many,
    "true_false": _true_false,
    "number": _number,
    "match": _match,
    "order": _order,
    "own": _own,
    "opinion": _opinion,
}
TYPES = tuple(_GRADERS)


def grade(key: dict[str, Any], response: Any) -> Result:
    """Grade a response of any shape; never raises for one.

    Verdicts: right, partly, wrong, unit (right number, wrong unit), unanswered, unreadable,
    noted (own words: never graded), opinion (a belief: never graded). ``credit`` is None where
    nothing was graded. Marks of options: right-chosen, wrong-chosen, right-missed; of rows and
    items: right, wrong, open.
    """
    return _GRADERS[key["type"]](key, response)
