"""One question on the wall: a page that counts a first and a second vote.

The advice after the first vote is that of peer instruction. Crouch & Mazur 2001 (Am J Phys 69:970,
DOI 10.1119/1.1374249) let students discuss when about 35 to 70 % are right: below, too few can
tell the others, so the teacher explains again; above, a word is enough. ``LOW`` and ``HIGH`` are
these limits in percent.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from worksite import lessons
from worksite.faces.markup import escape, inline, markdown
from worksite.quiz import bank, model
from worksite.quiz.spec import block, choose_words, line
from worksite.resources import CourseError, nearest, path, strings, text

LOW, HIGH = 35, 70
VOTABLE = ("one", "many", "true_false")
OWN_FILES = ("present.js", "present_view.js", "present_votes.js", "present_fit.js", "present.css")
SHARED_FILES = ("kit.js", "tokens.css")
_CITED = re.compile(r"\s*\[[A-Z]-\d+[a-z]?(?:,\s*[A-Z]-\d+[a-z]?)*\]")


def resolve(ref: str) -> str:
    """The full name of a question, "06/which-crew", from that or from its number, "06.1".

    CourseError with the nearest names when there is none.
    """
    ref = re.sub(r"^\d(?=[./])", lambda found: lessons.two_digits(found[0]), ref)
    lesson, mark, number = ref.partition(".")
    if mark:
        questions = bank.load(lesson).questions
        if not number.isdecimal() or not 1 <= int(number) <= len(questions):
            last = f"{lesson}.{len(questions)}"
            raise CourseError(f"There is no question {ref!r}. Choose from {lesson}.1 to {last}.")
        return f"{lesson}/{questions[int(number) - 1].id}"
    lesson, _, name = ref.partition("/")
    names = [f"{lesson}/{question.id}" for question in bank.load(lesson).questions]
    if not name or ref not in names:
        raise CourseError(f"There is no question {ref!r}. {nearest(ref, names)}")
    return ref


def near(found: model.Bank, question: model.AnyQuestion, count: int = 3) -> list[str]:
    """Numbers of the questions of a bank that can be voted on, nearest first."""
    places = {each.id: at for at, each in enumerate(found.questions)}
    votable = [each.id for each in found.questions if each.type in VOTABLE]
    votable.sort(key=lambda name: (abs(places[name] - places[question.id]), places[name]))
    return [found.number(name) for name in votable[:count]]


def not_votable(found: model.Bank, question: model.AnyQuestion) -> str:
    """One line for a question that has no letters to vote for, "" for the others."""
    if question.type in VOTABLE:
        return ""
    said = strings("teach")
    return said["present_not_votable"].format(
        number=found.number(question.id),
        doing=said[f"doing_{question.type}"],
        near=", ".join(near(found, question)),
    )


def _option(letter: str, option: model.Option) -> dict[str, Any]:
    """An option to vote for: cited marks wait for the answer."""
    return {
        "key": letter.lower(),
        "letter": letter,
        "html": inline(_CITED.sub("", option.text)),
        "right": option.right,
        "thought": option.misconception,
        "feedback_html": block(option.feedback),
    }


def _options(question: model.One | model.Many | model.TrueFalse) -> list[dict[str, Any]]:
    if isinstance(question, model.TrueFalse):
        said, told = strings("quiz"), question.feedback
        pair = (("A", said["true"], True, told.true), ("B", said["false"], False, told.false))
        return [
            _option(
                letter, model.Option(text=word, feedback=feedback, right=value is question.answer)
            )
            for letter, word, value, feedback in pair
        ]
    return [
        _option(key.upper(), option)
        for key, option in zip(model.LETTERS, question.options, strict=False)
    ]


def page_spec(ref: str) -> dict[str, Any]:
    """What the page needs of one question, as plain JSON."""
    ((found, question),) = bank.find(ref)
    spec: dict[str, Any] = {"ref": ref, "number": found.number(question.id)}
    if not isinstance(question, (model.One, model.Many, model.TrueFalse)):
        return {**spec, "not_votable": not_votable(found, question)}
    links = ""
    if question.claims:
        from worksite.evidence import citation_html

        links = citation_html(question.claims)
    reasons = question.reasons if isinstance(question, model.TrueFalse) else []
    return {
        **spec,
        "several": question.type == "many",
        "choose": choose_words(question),
        "text_html": markdown(_CITED.sub("", question.text)),
        "options": _options(question),
        "reasons": [
            {"html": line(each.text), "right": each.right, "feedback_html": block(each.feedback)}
            for each in reasons
        ],
        "explain_html": block(question.explain),
        "claims_html": links,
    }


def _texts() -> dict[str, str]:
    """The page's texts; advice and findings are Markdown."""
    rich = ("advice_", "gain_", "wrong_")
    return {
        name: inline(said) if name.startswith(rich) else said
        for name, said in strings("teach").items()
    }


def present_files(folder: Path, refs: list[str]) -> Path:
    """Write the page and these questions into ``folder``; return the page's path.

    A question is shown at ``present.html#06/which-crew``; ``present.html?back=…#…`` leads back.
    Files of the web edition that it shares (``widgets/``) are the same bytes there.
    """
    named = list(dict.fromkeys(resolve(ref) for ref in refs))
    specs = {ref: page_spec(ref) for ref in named}
    said = strings("teach")
    values = {
        "title": escape(said["present_title"]),
        "needs": escape(said["present_needs"]),
        "no_script": escape(said["present_no_script"]),
    }
    (folder / "widgets").mkdir(parents=True, exist_ok=True)
    for name in OWN_FILES:
        shutil.copyfile(path("assets", "teach", name), folder / name)
    for name in SHARED_FILES:
        shutil.copyfile(path("assets", "widgets", name), folder / "widgets" / name)
    data = {"low": LOW, "high": HIGH, "strings": _texts(), "questions": specs}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / "present.json").write_text(written, encoding="utf-8", newline="\n")
    page = re.sub(
        r"\{(\w+)\}", lambda found: values[found[1]], text("assets", "teach", "present.html")
    )
    (folder / "present.html").write_text(page, encoding="utf-8", newline="\n")
    return folder / "present.html"
