"""A lesson taken apart into what can be done in a class, from its notebook, bank and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from worksite.faces.markup import plain
from worksite.lessons import Lesson, get
from worksite.notebook import prose, reading
from worksite.notebook.measure import QUESTION_MINUTES, SURVEY_MINUTES, WORDS_A_MINUTE
from worksite.notebook.page import Cell, Page, open_page
from worksite.quiz import bank, model
from worksite.resources import CourseError, path, read_yaml, strings
from worksite.teach import part as times
from worksite.teach.notes import Notes, notes
from worksite.teach.part import DISCUSS_RANKS, HOME_MINUTES, VOTE_RANKS, Part, part

HOME_PARTS = ("words", "sources")  # headings of what is looked up, not taught
_GAP = re.compile(r" +([,.;:])")  # left where a citation stood
Lines = tuple[tuple[str, str], ...]


@dataclass
class Group:
    """The cells under one heading."""

    title: str
    cells: list[Cell] = field(default_factory=list)
    home: bool = False

    @property
    def words(self) -> int:
        """Words outside folds."""
        texts = [prose.open_text(cell.source) for cell in self.cells if cell.kind == "markdown"]
        return len(reading.words("\n".join(texts)))


def page_of(lesson: Lesson) -> Page:
    """The notebook of a lesson; CourseError where it isn't here (a wheel)."""
    file = path("notebooks", lesson.file)
    if not file.is_file():
        raise CourseError(f"{lesson.file}: not here. Run this in a checkout of the course.")
    return open_page(file, lesson)


def groups(page: Page) -> list[Group]:
    """The lesson by its headings; a heading with a line and nothing to do joins the next."""
    home = [strings("notebook")[name].casefold() for name in HOME_PARTS]
    found = [Group("")]
    for cell in page.cells:
        titles = [title for level, title in cell.headings if level in (2, 3)]
        if titles:
            idle = all(each.kind == "markdown" for each in found[-1].cells)
            if found[-1].cells and not (idle and found[-1].words < 40 and len(found) > 1):
                found.append(Group(titles[0]))
            found[-1].title = titles[0]
            found[-1].home = titles[0].casefold() in home
        found[-1].home |= any(each.args[1:] == ("next",) or each.args[0].endswith("/earlier")
                              for each in cell.calls if each.args)  # fmt: skip
        found[-1].cells.append(cell)
    return found[1:]


def _thoughts(question: model.AnyQuestion) -> str:
    """The wrong ideas behind a question's options, by letter."""
    options = getattr(question, "options", None) or getattr(question, "reasons", [])
    lettered = not isinstance(question, model.TrueFalse)
    return "; ".join(
        f"{key.upper()}: {one.misconception}" if lettered else one.misconception
        for key, one in zip(model.LETTERS, options, strict=False)
        if one.misconception
    )


def _right(question: model.AnyQuestion) -> str:
    match question:
        case model.One() | model.Many():
            keys = zip(model.LETTERS, question.options, strict=False)
            return ", ".join(key.upper() for key, one in keys if one.right)
        case model.TrueFalse():
            said = strings("quiz")["true" if question.answer else "false"]
            return f"{'A' if question.answer else 'B'} ({said})"
        case _:
            return ""


def _asks(ref: str) -> tuple[str, Lines]:
    """Number and lines of a question: its words, its answer, what draws people."""
    ((found, question),) = bank.find(ref)
    number = found.number(question.id)
    lines = [("question", plain(question.text))]
    lines += [("right", _right(question))] if _right(question) else []
    lines += [("tempts", _thoughts(question))] if _thoughts(question) else []
    return number, tuple(lines)


def _figures(cell: Cell) -> list[str]:
    """Titles of the figures a cell shows."""
    names = [call.args[0] for call in cell.calls if call.name == "figure"]
    return [read_yaml("assets", "figures", *f"{name}.yml".split("/"))["title"] for name in names]


class Lister:
    """Lists the parts of one lesson."""

    def __init__(self, lesson_id: str) -> None:
        self.lesson = get(lesson_id)
        self.page = page_of(self.lesson)
        self.notes: Notes = notes(lesson_id)
        self.places = {cell.id: cell.number for cell in self.page.cells}

    def noted(self, *cells: Cell) -> Lines:
        """The instructor's notes on these cells."""
        said = self.notes.notes
        return tuple(("note", said[cell.id]) for cell in cells if cell.id in said)

    def questions(self, cell: Cell) -> list[str]:
        """References of the questions a cell asks; none for review and final check."""
        refs = [call.args[0] for call in cell.calls if call.name == "quiz"]
        return [one for ref in refs if ref not in (bank.REVIEW, bank.FINAL)
                for one in self.asked(ref)]  # fmt: skip

    def asked(self, ref: str) -> list[str]:
        """Each question a reference names: "06/gap", a group, or those from earlier."""
        if ref == f"{self.lesson.id}/{bank.EARLIER}":
            return self.lesson.earlier
        return [f"{found.lesson}/{question.id}" for found, question in bank.find(ref)]

    def parts(self) -> Iterator[Part]:
        """Every part, in the lesson's order but for the discussions."""
        minute, check = (
            self.page.heading_cell(name) for name in ("in_one_minute", "check_yourself")
        )
        opening = self.page.heading_cell("on_the_site")
        for group in groups(self.page):
            if group.home:
                yield self.at_home(group)
            elif minute and minute in group.cells:
                yield self.closing(group)
            elif check and check in group.cells:
                yield from self.checking(group)
            else:
                weighs = any(cell.has("seed_claim") for cell in group.cells)
                if not weighs:  # told with its verdicts
                    opens = opening is not None and opening in group.cells
                    yield self.told(group, opens)
                for cell in group.cells:
                    yield from self.doing(cell)
            for cell in group.cells:
                yield from self.alone(cell)
        yield from self.talks()

    def at_home(self, group: Group) -> Part:
        """What is for home alone: questions from earlier, words, sources, what is next."""
        cell = group.cells[0]
        refs = [ref for each in group.cells for ref in self.questions(each)]
        return part(
            "before" if refs else "after", cell.id, cell.number, group.title, (1, 1),
            numbers=tuple(_asks(ref)[0] for ref in refs), lines=self.noted(*group.cells),
            home=len(refs) * QUESTION_MINUTES or 1.0,
        )  # fmt: skip

    def told(self, group: Group, opens: bool) -> Part:
        """The text of a group and its figures."""
        first = group.cells[0]
        shown = [("show", title) for cell in group.cells for title in _figures(cell)]
        still = [cell for cell in group.cells if not cell.has("quiz", "explore")]
        alone = group.words / WORDS_A_MINUTE + len(shown) * times.FIGURE_MINUTES
        least, wanted = times.OPEN_MINUTES if opens else times.TOLD_MINUTES
        if first is self.page.heading_cell("analogy_breaks"):
            least, wanted = times.BREAKS_MINUTES
        return part(
            "open" if opens else "told", first.id, first.number, group.title,
            (least, max(wanted, ceil(alone))), lines=(*shown, *self.noted(*still)), home=alone,
        )  # fmt: skip

    def doing(self, cell: Cell) -> Iterator[Part]:
        """What a code cell gives to do."""
        for call in cell.calls:
            if call.name == "explore":
                yield self.explorable(cell, call.args[0])
            elif call.name == "survey":
                minutes, title = ceil(SURVEY_MINUTES), strings("teach")["survey"]
                yield self.at(cell, "survey", title, (minutes, minutes), SURVEY_MINUTES)
            elif call.name == "seed_claim":
                wanted = 1 + ceil(len(call.args) * times.CARD_MINUTES)
                title = strings("teach")["verdicts"].format(count=len(call.args))
                above = self.noted(self.page.cells[cell.number - 2])
                yield self.at(cell, "article", title, (2, wanted), wanted, above)
        for ref in self.questions(cell):
            yield self.question(cell, ref, self.noted(cell))

    def at(
        self, cell: Cell, kind: str, title: str, minutes: tuple[int, int], home: float,
        lines: Lines = (), **more: Any,
    ) -> Part:  # fmt: skip
        """A part at its cell, with the notes on it."""
        told = (*lines, *self.noted(cell))
        return part(kind, cell.id, cell.number, title, minutes, lines=told, home=home, **more)

    def alone(self, cell: Cell) -> Iterator[Part]:
        """What has its place at home: folds, review, the final check, one's own progress."""
        for each in prose.blocks(cell.source) if cell.kind == "markdown" else ():
            if each.kind == "summary":
                count = len(reading.words(prose.running_text(cell.source)))
                yield self.at(cell, "after", each.text, (1, 1), count / WORDS_A_MINUTE)
        for call in cell.calls:
            name = "progress" if call.name == "progress" else call.args[0] if call.args else ""
            if call.name == "progress" or (call.name == "quiz" and not self.questions(cell)):
                title = strings("teach")[f"home_{name}"]
                yield self.at(cell, "after", title, (1, 1), HOME_MINUTES[name])

    def explorable(self, cell: Cell, name: str) -> Part:
        """An explorable with its guess, tasks and closing question."""
        words = read_yaml("assets", "explorables", *f"{name}.yml".split("/"))
        predict = words.get("predict")
        lines = [("guess", predict["question"])] if isinstance(predict, dict) else []
        lines += [("task", task) for task in words.get("tasks", [])]
        lines += [("explain", words["own"])] if words.get("own") else []
        minutes = times.EXPLORE_MINUTES
        return self.at(cell, "explore", words["title"], minutes, minutes[1], tuple(lines))

    def question(self, cell: Cell, ref: str, noted: Lines = (), extra: float = 0) -> Part:
        """A question: worth two votes where the notes say so, else a show of hands."""
        number, lines = _asks(ref)
        name, more = ref.partition("/")[2], {"numbers": (number,), "home": QUESTION_MINUTES}
        kind, minutes = "ask", times.ASK_MINUTES
        if ref.startswith(f"{self.lesson.id}/") and name in self.notes.vote:
            kind, minutes, (start, step) = "vote", times.VOTE_MINUTES, VOTE_RANKS
            more["rank"] = start + step * self.notes.vote.index(name)
        place = cell.number + extra
        return part(kind, ref, place, number, (minutes, minutes), lines=(*lines, *noted), **more)

    def checking(self, group: Group) -> Iterator[Part]:
        """Check yourself: its best questions for a vote, the others in pairs or at home."""
        rest: list[str] = []
        first = group.cells[0]
        for cell in group.cells:
            for at, ref in enumerate(self.questions(cell)):
                if ref.partition("/")[2] in self.notes.vote:
                    yield self.question(cell, ref, extra=at / 100)
                else:
                    rest.append(_asks(ref)[0])
        minutes = max(1, ceil(len(rest) * QUESTION_MINUTES))
        quizzes = [cell for cell in group.cells if cell.has("quiz")]
        yield part(
            "check", first.id, quizzes[0].number + 0.99, group.title, (minutes, minutes),
            numbers=tuple(rest), lines=self.noted(*quizzes), home=minutes,
        )  # fmt: skip

    def closing(self, group: Group) -> Part:
        """The key points, said by the room."""
        cell = group.cells[0]
        blocks = prose.blocks(cell.source)
        points = [("point", _GAP.sub(r"\1", each.text)) for each in blocks if each.kind == "item"]
        return self.at(cell, "close", group.title, times.CLOSE_MINUTES, 0, tuple(points))

    def talks(self) -> Iterator[Part]:
        """The discussions of the notes."""
        start, step = DISCUSS_RANKS
        for at, talk in enumerate(self.notes.discuss):
            yield part(
                "discuss", f"{talk.after}:{at}", self.places[talk.after] + 0.5,
                strings("teach")["discussion"], (talk.minutes, talk.minutes),
                rank=start + step * at, lines=(("discuss", talk.ask),), home=talk.minutes,
            )  # fmt: skip


def parts(lesson_id: str) -> list[Part]:
    """All parts of a lesson in order. CourseError for an unknown lesson or faulty notes."""
    return sorted(Lister(lesson_id).parts(), key=lambda each: each.at)
