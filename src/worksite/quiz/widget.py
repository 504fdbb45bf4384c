"""The live face: questions in the browser, answers graded again and kept here."""

from __future__ import annotations

from typing import Any

import msgspec

from worksite import progress
from worksite.faces.markup import inline, words_of_html
from worksite.quiz import model
from worksite.quiz.grading import grade
from worksite.quiz.keeping import Keeping
from worksite.quiz.spec import question_spec, shuffled
from worksite.quiz.still import group_html, group_plain
from worksite.resources import CourseError, nearest, strings

Asked = list[tuple[model.Bank, model.AnyQuestion]]


class Graded(msgspec.Struct, frozen=True):
    """A graded answer: verdict, credit (0 to 1, None if not graded), marks, words for each mark."""

    verdict: str
    credit: float | None
    marks: list[dict[str, str]]
    feedback: list[str]

    def __repr__(self) -> str:
        share = "" if self.credit is None else f", {self.credit:.0%}"
        said = "".join(f"\n  {each}" for each in self.feedback)
        return f"{self.verdict}{share}{said}"


class QuizWidget(Keeping):
    """One question, or a group of them, with the learner's earlier answers restored.

    ``asked`` are the questions of the live face, ``still`` those of the still face: they differ
    only where the live face depends on the learner ("From earlier", review).
    """

    module = "quiz.js"
    sheets = ("kit.css", "quiz.css")

    def __init__(
        self,
        name: str,
        asked: Asked,
        *,
        title: str = "",
        still: Asked | None = None,
        shuffle: str = "",
        objectives: dict[str, str] | None = None,
    ) -> None:
        self._asked = {f"{bank.lesson}/{question.id}": question for bank, question in asked}
        self._still = asked if still is None else still
        self._name = name
        questions = [question_spec(bank, question) for bank, question in asked]
        if shuffle:
            questions = [shuffled(each, f"{shuffle} {each['ref']}") for each in questions]
        spec = {
            "ref": name,
            "mode": "single" if len(asked) == 1 and "/" in name else "one-at-a-time",
            "title_html": inline(title),
            "strings": strings("quiz"),
            "objectives": objectives or {},
            "questions": questions,
        }
        keys = {ref: question.key() for ref, question in self._asked.items()}
        super().__init__(f"quiz {name}", spec, keys, also=[])

    def answer(self, *given: Any, keep: bool = False) -> Graded:
        """Grade as a click would: ``answer(response)``, in a group ``answer(id, response)``.

        Responses are as in the banks' grading: "b", ["a", "c"], {"value": "9", "unit": "mm"} …
        A bare number or text is enough for a question about a number. Keeps nothing unless told.
        """
        ref, response = self._which(given)
        question = self._asked[ref]
        if isinstance(question, model.Number) and not isinstance(response, dict):
            response = {"value": response, "unit": question.unit}
        result = grade(question.key(), response)
        if keep and result["verdict"] not in ("unanswered", "unreadable"):
            progress.record(ref, response, result)
        spec = next(each for each in self.spec["questions"] if each["ref"] == ref)
        return Graded(**result, feedback=_words(spec, result))

    def _which(self, given: tuple[Any, ...]) -> tuple[str, Any]:
        if len(given) == 1 and len(self._asked) == 1:
            return next(iter(self._asked)), given[0]
        if len(given) != 2:
            known = ", ".join(ref.split("/")[1] for ref in self._asked)
            raise CourseError(f"Say which question: answer(id, response), with id among {known}.")
        matching = [ref for ref in self._asked if given[0] in (ref, ref.split("/")[1])]
        if not matching:
            known_ids = [ref.split("/")[1] for ref in self._asked]
            raise CourseError(
                f"There is no question {given[0]!r} here. {nearest(str(given[0]), known_ids)}"
            )
        return matching[0], given[1]

    @property
    def html(self) -> str:
        """Questions, options, and a closed fold with the answer and every reason."""
        return group_html(self._name, self._still)

    @property
    def plain(self) -> str:
        """Numbers and questions."""
        return group_plain(self._still)


def _words(spec: dict[str, Any], result: dict[str, Any]) -> list[str]:
    """What there is to say about a result, as plain words: one entry a mark, or the verdict's."""
    said = spec["feedback"]
    names = [f"missed:{m['key']}" if m["mark"] == "right-missed" else m["key"]
             for m in result["marks"]]  # fmt: skip
    if spec["type"] == "number" and not names:
        names = [result["verdict"]]
    if spec["type"] in ("match", "order"):
        names = [m["key"] for m in result["marks"] if m["mark"] == "wrong"]
    return [words_of_html(said[name]) for name in names if said.get(name)]
