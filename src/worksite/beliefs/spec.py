"""What the browser and the still face are given of the statements."""

from __future__ import annotations

from typing import Any

from worksite import lessons
from worksite.beliefs.model import ANSWERS, Statement, key
from worksite.evidence import expand
from worksite.faces.markup import escape, inline
from worksite.resources import strings

# Words that the survey shares with the quizzes and with progress.
_QUIZ = ("confidence", "confidence_sure", "confidence_think", "confidence_guess", "kept",
         "kept_in_memory", "kept_on_page", "kept_for_now", "not_kept")  # fmt: skip


def words() -> dict[str, str]:
    """The texts of the survey, and those of quizzes and progress that it shares."""
    quiz, progress = strings("quiz"), strings("progress")
    return {
        **{name: quiz[name] for name in _QUIZ},
        "exported": progress["exported"],
        "silent": progress["no_answer"],
        **strings("survey"),
    }


def finding_html(one: Statement) -> str:
    """What the evidence says, as inline HTML with its sources."""
    return inline(expand(one.finding))


def weighed(one: Statement) -> str:
    """Which lesson weighs a statement, in words."""
    names = {lesson.id: lesson.name for lesson in lessons.load().lessons}
    listed = ", ".join(names.get(lesson, lesson) for lesson in one.lessons)
    return strings("survey")["weighed"].format(lesson=listed)


def verdict(one: Statement) -> str:
    """The verdict with its sign."""
    return strings("evidence")[f"verdict_{one.verdict}"]


def survey_spec(when: str, statements: list[Statement]) -> dict[str, Any]:
    """Everything the browser needs. Before the course it is told no verdict."""
    questions = []
    for number, one in enumerate(statements, 1):
        asked = {"ref": one.ref(when), "number": number, "text": one.text.strip(), "key": key()}
        if when == "after":
            asked |= {
                "before_ref": one.ref("before"),
                "fits": one.fits,
                "verdict": one.verdict,
                "verdict_text": verdict(one),
                "finding_html": finding_html(one),
                "weighed": weighed(one),
            }
        questions.append(asked)
    return {"when": when, "answers": list(ANSWERS), "strings": words(), "questions": questions}


def still_html(when: str, statements: list[Statement]) -> str:
    """The list of statements; after the course with the verdicts in a closed fold."""
    run, said = escape(strings("faces")["run_to_answer"]), strings("survey")
    asked = "\n".join(f"<li>{escape(one.text.strip())}</li>" for one in statements)
    parts = [f"<p><em>{run}</em></p>", f"<ol>\n{asked}\n</ol>"]
    if when == "after":
        parts += [f"<details><summary>{escape(said['verdicts'])}</summary>", "<ol>"]
        parts += [
            f"<li><p>{escape(one.text.strip())}</p>\n"
            f"<p><strong>{escape(verdict(one))}</strong> {finding_html(one)} "
            f"<em>{escape(weighed(one))}</em></p></li>"
            for one in statements
        ]
        parts += ["</ol>", "</details>"]
    body = "\n".join(parts)
    return f'<section class="worksite" data-worksite="survey {when}">\n{body}\n</section>'


def still_plain(statements: list[Statement]) -> str:
    """The statements, numbered."""
    return "\n".join(f"{number}. {one.text.strip()}" for number, one in enumerate(statements, 1))
