"""Faults of a question that types cannot say: whether it can be asked, graded and learnt from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from worksite.quiz import model
from worksite.quiz.grading import grade

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _set_faults(options: list[model.Option], many: bool, where: str) -> Iterator[str]:
    right = sum(option.right for option in options)
    if len(options) < 2:
        yield f"{where}: fewer than two options. Add some."
    if not many and right != 1:
        yield f"{where}: {right} options are marked right. Mark exactly one with 'right: true'."
    if many and not 0 < right < len(options):
        yield f"{where}: mark at least one option right and leave at least one wrong."
    texts = [option.text.strip() for option in options]
    if len(set(texts)) < len(texts):
        yield f"{where}: two options read alike. Change one."


def _option_faults(options: list[model.Option], many: bool, where: str) -> Iterator[str]:
    yield from _set_faults(options, many, where)
    for at, option in enumerate(options):
        letter = f"{where}, option {model.LETTERS[at].upper()}"
        if not option.feedback.strip():
            yield f"{letter}: no feedback. Say why it is right or wrong."
        if not option.right and not option.misconception:
            yield f"{letter}: no misconception. Name the wrong idea it stands for."
        if many and option.right and not option.missed:
            yield f"{letter}: no 'missed'. Say what leaving it out overlooks."


def _one(question: model.One, where: str) -> Iterator[str]:
    yield from _option_faults(question.options, False, where)


def _many(question: model.Many, where: str) -> Iterator[str]:
    yield from _option_faults(question.options, True, where)


def _true_false(question: model.TrueFalse, where: str) -> Iterator[str]:
    yield from _option_faults(question.reasons, False, f"{where}, reasons")


def _number(question: model.Number, where: str) -> Iterator[str]:
    if question.units and question.unit not in question.units:
        yield f"{where}: unit {question.unit!r} is not among units. Add it there."
    if any(size <= 0 for size in question.units.values()):
        yield f"{where}: a unit has no positive size. Give its size in a common unit."
    if question.units and not question.feedback.unit:
        yield f"{where}, feedback: no 'unit'. Say what to mend when only the unit is wrong."
    sized = all(size > 0 for size in question.units.values())
    if sized and (not question.units or question.unit in question.units):
        yield from _near_faults(question, where)


def _near_faults(question: model.Number, where: str) -> Iterator[str]:
    """A typical wrong number has to be graded wrong, and to get its own words."""
    for at, near in enumerate(question.near):
        given = {"value": f"{near.value:.10g}", "unit": question.unit}
        result = grade(question.key(), given)
        marks = [mark["key"] for mark in result["marks"]]
        if result["verdict"] != "wrong":
            yield (
                f"{where}, near {given['value']}: it is graded {result['verdict']}. 'tolerance' is "
                "a share of the answer; give 'absolute' for so many units."
            )
        elif marks != [f"near:{at}"]:
            yield (
                f"{where}, near {given['value']}: another near number takes its answer. "
                "Make the tolerance smaller."
            )


def _match(question: model.Match, where: str) -> Iterator[str]:
    if len(question.pairs) < 2 or len(question.choices()) < 2:
        yield f"{where}: fewer than two things to match. Add some."


def _order(question: model.Order, where: str) -> Iterator[str]:
    if sorted(question.shown) != list(range(1, len(question.items) + 1)):
        yield f"{where}: shown must name every item once, by its place from 1."
    elif question.shown == sorted(question.shown):
        yield f"{where}: shown is the right order already. Mix it."


def _own(question: model.Own, where: str) -> Iterator[str]:
    if len(question.checklist) != 3:
        yield f"{where}: a checklist has three points. Give three."


_BY_TYPE: dict[str, Callable[[Any, str], Iterator[str]]] = {
    "one": _one,
    "many": _many,
    "true_false": _true_false,
    "number": _number,
    "match": _match,
    "order": _order,
    "own": _own,
}


def sense_faults(question: model.AnyQuestion, where: str) -> Iterator[str]:
    """Every such fault, each beginning with ``where``."""
    if not _NAME.fullmatch(question.id):
        yield f"{where}: id {question.id!r} is not of small letters, digits and '-'. Rename it."
    if question.reveal_after < 1:
        yield f"{where}: reveal_after is below 1. Give at least one try."
    yield from _BY_TYPE[question.type](question, where)
