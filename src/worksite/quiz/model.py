"""The kinds of question a bank may hold, as checked objects.

Texts are Markdown. ``key()`` is what grading needs, as plain JSON and without a word of text.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Kind = Literal["recall", "application", "break"]
LETTERS = "abcdefghijklmnop"


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Anything inside a question."""


class Option(Part):
    """One option or reason: its feedback, the wrong idea it stands for, words for when missed."""

    text: str
    feedback: str
    right: bool = False
    missed: str = ""
    misconception: str = ""


class Near(Part):
    """A wrong number people really give."""

    value: float
    feedback: str
    misconception: str


class Pair(Part):
    """One row of a match: left belongs to right; feedback for when it is matched wrongly."""

    left: str
    right: str
    feedback: str
    misconception: str = ""


class Extra(Part):
    """A right-hand side that belongs to no row."""

    text: str
    misconception: str
    feedback: str = ""


class Item(Part):
    """One thing to be put in order, with feedback for when it stands in the wrong place."""

    text: str
    feedback: str = ""


class Question(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="type"):
    """What every question has. ``objective`` is an id of the lesson's objectives.

    ``reveal_after`` is the number of wrong tries before the answer may be shown; trying again is
    always possible.
    """

    id: str
    objective: str
    kind: Kind
    text: str
    hints: list[str] = []
    explain: str = ""
    claims: list[str] = []
    confidence: bool = False
    reveal_after: int = 2

    @property
    def type(self) -> str:
        """Name of the question's type, as banks write it."""
        return str(type(self).__struct_config__.tag)


def keys(count: int) -> list[str]:
    """Stable keys a, b, c … in bank order."""
    return list(LETTERS[:count])


def _right(options: list[Option]) -> list[str]:
    return [key for key, option in zip(LETTERS, options, strict=False) if option.right]


class One(Question, tag="one"):
    """Choose one."""

    options: list[Option]

    def key(self) -> dict[str, Any]:
        """Options and the right one."""
        return {"type": "one", "options": keys(len(self.options)), "right": _right(self.options)}


class Many(Question, tag="many"):
    """Choose all that apply."""

    options: list[Option]

    def key(self) -> dict[str, Any]:
        """Options and the right ones."""
        return {"type": "many", "options": keys(len(self.options)), "right": _right(self.options)}


class Verdicts(Part, rename={"true": "true", "false": "false"}):
    """Feedback to each of the two answers of a true/false question."""

    true: str
    false: str


class TrueFalse(Question, tag="true_false"):
    """True or false, and the reason why."""

    answer: bool
    feedback: Verdicts
    reasons: list[Option]

    def key(self) -> dict[str, Any]:
        """The answer, the reasons and the right one."""
        return {
            "type": "true_false",
            "answer": str(self.answer).lower(),
            "reasons": keys(len(self.reasons)),
            "right": _right(self.reasons),
        }


class NumberWords(Part):
    """Feedback to a number: right, right figure in the wrong unit, wrong."""

    right: str
    wrong: str
    unit: str = ""


class Number(Question, tag="number"):
    """A number, perhaps with a unit.

    ``tolerance`` is relative, ``absolute`` in the answer's unit; ``units`` gives the size of one of
    each unit in a unit common to all.
    """

    answer: float
    feedback: NumberWords
    tolerance: float = 0.0
    absolute: float = 0.0
    unit: str | None = None
    units: dict[str, float] = {}
    near: list[Near] = []

    def key(self) -> dict[str, Any]:
        """The answer, its tolerances, units and typical wrong numbers."""
        return {
            "type": "number",
            "answer": self.answer,
            "relative": self.tolerance,
            "absolute": self.absolute,
            "unit": self.unit,
            "units": self.units,
            "near": [near.value for near in self.near],
        }


class Match(Question, tag="match"):
    """Match each left with a right; extras belong to none."""

    pairs: list[Pair]
    extra: list[Extra] = []

    def choices(self) -> list[str]:
        """All right-hand sides, sorted by their text so that the row order tells nothing."""
        return sorted({pair.right for pair in self.pairs} | {extra.text for extra in self.extra})

    def key(self) -> dict[str, Any]:
        """Rows, choices and which choice each row takes."""
        choices = self.choices()
        rows = [str(at) for at in range(1, len(self.pairs) + 1)]
        return {
            "type": "match",
            "rows": rows,
            "choices": keys(len(choices)),
            "right": {
                row: LETTERS[choices.index(pair.right)]
                for row, pair in zip(rows, self.pairs, strict=True)
            },
        }


class Order(Question, tag="order"):
    """Put in order. ``items`` stand in the right order; ``shown`` is the screen's, from 1."""

    items: list[Item]
    shown: list[int]

    def screen(self) -> list[tuple[str, Item]]:
        """Keys and items as shown: a is the first on screen."""
        listed = [self.items[place - 1] for place in self.shown]
        return list(zip(LETTERS, listed, strict=False))

    def key(self) -> dict[str, Any]:
        """Keys in the right order."""
        return {"type": "order", "right": [LETTERS[self.shown.index(place)] for place in
                                           range(1, len(self.items) + 1)]}  # fmt: skip


class Own(Question, tag="own"):
    """Own words, then a model answer and three points to tick; never graded."""

    model_answer: str
    checklist: list[str]

    def key(self) -> dict[str, Any]:
        """How many points there are to tick."""
        return {"type": "own", "points": len(self.checklist)}


AnyQuestion = One | Many | TrueFalse | Number | Match | Order | Own
TYPES: dict[str, type[AnyQuestion]] = {
    str(each.__struct_config__.tag): each
    for each in (One, Many, TrueFalse, Number, Match, Order, Own)
}


class Bank(msgspec.Struct, forbid_unknown_fields=True):
    """The questions of one lesson, in the order that gives their numbers, and named groups."""

    lesson: str
    questions: list[AnyQuestion]
    groups: dict[str, list[str]] = {}

    def number(self, question_id: str) -> str:
        """Number of a question, such as "03.5"."""
        ids = [question.id for question in self.questions]
        return f"{self.lesson}.{ids.index(question_id) + 1}"
