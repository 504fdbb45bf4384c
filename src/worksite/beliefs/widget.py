"""The live face of the survey: answers kept as those of quizzes are, or given without clicks."""

from __future__ import annotations

from typing import Any

import msgspec

from worksite import progress
from worksite.beliefs import model
from worksite.beliefs.compare import compare
from worksite.beliefs.spec import still_html, still_plain, survey_spec, words
from worksite.progress import transfer
from worksite.quiz.grading import grade
from worksite.quiz.keeping import CONFIDENCE, Keeping
from worksite.resources import CourseError, nearest, strings


class Belief(msgspec.Struct, frozen=True):
    """What somebody believes of one statement, and how sure they are (None when not asked)."""

    statement: str
    answer: str
    confidence: str | None

    def __repr__(self) -> str:
        return f"{self.statement} {said(self.answer, self.confidence)}"


class Compared(msgspec.Struct, frozen=True):
    """Both rounds side by side: ``counts``, the ``sentences`` shown, ``rows`` by statement id."""

    counts: dict[str, int]
    sentences: list[str]
    rows: dict[str, str]

    def __repr__(self) -> str:
        return "\n".join(self.sentences)


def said(answer: str, confidence: str | None) -> str:
    """An answer in words, with how sure."""
    told = words()
    if confidence is None:
        return told[answer]
    sure = told[f"confidence_{confidence}"].lower()
    return told["belief"].format(answer=told[answer], confidence=sure)


class SurveyWidget(Keeping):
    """The eight statements, with the learner's earlier answers restored."""

    module = "survey.js"
    sheets = ("kit.css", "quiz.css", "survey.css")

    def __init__(self, when: str) -> None:
        self._statements = model.load()
        self._when = when
        keys = {one.ref(when): model.key() for one in self._statements}
        also = [one.ref("before") for one in self._statements] if when == "after" else []
        super().__init__(f"survey {when}", survey_spec(when, self._statements), keys, also)

    def _heard(self, widget: Any, content: Any, buffers: Any) -> None:
        if isinstance(content, dict) and content.get("kind") == "export":
            # Handed to the browser: on Binder the kernel's own disk goes away.
            self.send({"kind": "file", "name": transfer.FILE, "text": transfer.text()})
            text = strings("progress")["exported"].format(file=transfer.FILE)
            self.send({"kind": "said", "text": text})
            return
        super()._heard(widget, content, buffers)

    def answer(
        self, statement: str, answer: str, confidence: str | None = None, *, keep: bool = False
    ) -> Belief:
        """Answer as a click would: ``answer("lifeless", "true", "sure")``.

        Answers are "true", "false", "unknown"; how sure is "sure", "think", "guess". Keeps nothing
        unless told. CourseError for any other word.
        """
        known = {one.id: one for one in self._statements}
        if statement not in known:
            near = nearest(str(statement), list(known))
            raise CourseError(f"There is no statement {statement!r}. {near}")
        for value, allowed in ((answer, model.ANSWERS), (confidence, (*CONFIDENCE, None))):
            if value not in allowed:
                listed = ", ".join(str(one) for one in allowed)
                raise CourseError(f"{value!r} is no answer here. Choose among: {listed}.")
        sure = None if answer == "unknown" else confidence
        if keep:
            ref = known[statement].ref(self._when)
            progress.record(ref, answer, grade(model.key(), answer), sure)
        return Belief(known[statement].text, answer, sure)

    def compared(self) -> Compared:
        """What changed since lesson 00, from the answers kept; for the survey "after" only."""
        if self._when != "after":
            raise CourseError('Nothing is compared yet. Use survey("after").compared().')
        refs = [one.ref(when) for one in self._statements for when in model.WHEN]
        found = compare(self.spec["questions"], progress.latest(refs))
        told = words()
        sentences = [told[f"line_{name}"].format(**found["counts"]) for name in found["lines"]]
        ids = [one.id for one in self._statements]
        return Compared(found["counts"], sentences, dict(zip(ids, found["rows"], strict=True)))

    @property
    def html(self) -> str:
        """The statements; after the course their verdicts, in a closed fold."""
        return still_html(self._when, self._statements)

    @property
    def plain(self) -> str:
        """The statements, numbered."""
        return still_plain(self._statements)
