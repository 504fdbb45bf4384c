"""Slides: the web edition in another dress, cut by the slide tags of the same notebook.

A cell's ``slideshow.slide_type`` says what becomes of it: ``slide`` begins one, ``notes`` goes to
the window only the speaker sees, ``skip`` is left out, a cell without one goes on where it is.
Text too long for one slide goes on to the next; each question and each card gets one of its own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from worksite import lessons
from worksite.faces.markup import escape, markdown
from worksite.notebook.page import Call, Cell
from worksite.outputs import written
from worksite.quiz import bank, show
from worksite.resources import CourseError, path, strings, text
from worksite.site.edition import write_files, write_page
from worksite.site.frame import Page, framed, words_of
from worksite.site.pages import cell_html, notebook, on_the_web, prose, widget
from worksite.teach.notes import notes
from worksite.teach.present import VOTABLE, present_files

FILES = ("deck.css", "deck.js")
# How much text fits a slide, in characters; a heading, an item or a row costs its own line.
ROOM, LINE = 900, 75
_NO_SLIDE = "{}: no cell begins a slide. Set the slide type of its cells, as lesson 03 does."
_CARD = re.compile(r'(?=<section class="worksite ws-verdict)')
_LIVE = re.compile(r'data-worksite="([^"]+)"')


@dataclass
class Slide:
    """One slide: what the room sees, what only the speaker sees, and the widgets on it."""

    title: str
    html: str = ""
    notes: list[str] = field(default_factory=list)
    widgets: list[dict[str, Any]] = field(default_factory=list)
    vote: str = ""  # reference of its question, when that can be put to the vote


def kind(cell: Cell) -> str:
    """What the slide tag of a cell says: ``slide``, ``notes``, ``skip`` or "" (goes on)."""
    return str(cell.raw.get("metadata", {}).get("slideshow", {}).get("slide_type", "")).strip("-")


def blocks(source: str) -> Iterator[tuple[str, int]]:
    """Top-level blocks of a Markdown text as HTML, each with the room it takes in characters."""
    made = prose()
    tokens = made.parse(source)
    start = 0
    for at, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            html = made.renderer.render(tokens[start : at + 1], made.options, {})
            words = words_of(html)
            rows = len(re.findall(r"<(?:li|tr)\b", html))
            lines = max(rows, 1) + len(words) // LINE
            start = at + 1
            yield html, lines * LINE


def pages_of(source: str) -> list[str]:
    """A Markdown text cut into slides; a heading is repeated where the text goes on."""
    parts = list(blocks(source))
    left = sum(size for _, size in parts)
    found: list[list[str]] = [[]]
    heading, used = "", 0
    for html, size in parts:
        if html.startswith("<h"):
            heading = html
        elif used and used + size > ROOM and left > ROOM // 4:
            found.append([heading])
            used = 0
        found[-1].append(html)
        used, left = used + size, left - size
    return ["".join(each) for each in found]


def _questions(ref: str) -> Iterator[Slide]:
    """A slide for each question of a reference; those from earlier lessons as the fixed pair."""
    lesson_id, _, name = ref.partition("/")
    refs = lessons.get(lesson_id).earlier if name == bank.EARLIER else [ref]
    for home, question in (pair for each in refs for pair in bank.find(each)):
        one = f"{home.lesson}/{question.id}"
        shown = show(one)
        title = f"{strings('deck')['question']} {home.number(question.id)}"
        vote = one if question.type in VOTABLE else ""
        yield Slide(title, shown.html, widgets=[widget(f"quiz {one}")], vote=vote)


def _output(cell: Cell, title: str) -> Iterator[Slide]:
    """The slides of a code cell: its questions, its cards, or its one output."""
    call: Call | None = cell.calls[-1] if cell.calls else None
    if call and call.name == "quiz" and call.args and "/" in str(call.args[0]):
        yield from _questions(str(call.args[0]))
        return
    html = cell_html(cell.raw)
    for part in filter(words_of, _CARD.split(html)):
        yield Slide(title, part, widgets=[widget(ref) for ref in _LIVE.findall(part)])


def _cut(cell: Cell, title: str) -> list[Slide]:
    if cell.kind != "markdown":
        return list(_output(cell, title))
    return [Slide(title, page) for page in pages_of(cell.source)]


def slides(lesson_id: str) -> list[Slide]:
    """The slides of a lesson in order. CourseError when its notebook has no slide tags."""
    lesson = lessons.get(lesson_id)
    told = notes(lesson_id).notes
    found: list[Slide] = []
    title = lesson.name
    for number, raw in enumerate(notebook(lesson)["cells"], 1):
        cell = Cell(raw, number)
        wanted = kind(cell)
        if cell.headings:
            title = cell.headings[0][1]
        if wanted == "skip" or (wanted != "slide" and not found):
            continue
        if wanted == "notes":
            found[-1].notes.append(on_the_web(cell_html(raw)))
            continue
        made = _cut(cell, title)
        if made and cell.id in told:
            made[0].notes.append(markdown(told[cell.id]))
        if not wanted and made:
            first = made.pop(0)
            found[-1].html += first.html
            found[-1].notes += first.notes
            found[-1].widgets += first.widgets
        found += made
    if not found:
        raise CourseError(_NO_SLIDE.format(lesson.file))
    return found


def _section(slide: Slide, number: int, file: str) -> str:
    said = strings("deck")
    vote = ""
    if slide.vote:
        address = f"present.html?back={quote(f'{file}#{number}')}#{slide.vote}"
        vote = f'<p class="deck-vote"><a href="{escape(address)}">{escape(said["vote"])}</a></p>'
    told = "\n".join(slide.notes) or f"<p>{escape(said['no_notes'])}</p>"
    return (
        f'<section class="deck-slide" id="{number}" aria-label="{escape(slide.title)}"'
        f' tabindex="-1">\n<div class="deck-fit">\n{on_the_web(slide.html)}\n{vote}</div>\n'
        f'<aside class="deck-notes" hidden>\n{told}\n</aside>\n</section>'
    )


def deck_page(lesson_id: str, found: list[Slide]) -> Page:
    """Slides as a page of their own: each a section, live by ``host.js``."""
    lesson = lessons.get(lesson_id)
    file = lesson.file.replace(".ipynb", ".slides.html")
    body = "\n".join(_section(each, number, file) for number, each in enumerate(found, 1))
    widgets = {one["ref"]: one for each in found for one in each.widgets}
    return Page(file, lesson.name, body, list(widgets.values()), script="deck.js")


def build(wanted: list[str], folder: Path) -> list[Path]:
    """Write the decks of lessons into ``folder`` with all they need; return their pages.

    The page that puts a question to the vote is beside them. CourseError for a folder that holds
    anything the course did not write.
    """
    cut = {lesson_id: slides(lesson_id) for lesson_id in wanted}
    with written(folder):
        return _write(cut, folder)


def _write(cut: dict[str, list[Slide]], folder: Path) -> list[Path]:
    write_files(folder)
    for name in FILES:
        shutil.copyfile(path("assets", "teach", name), folder / name)
    present_files(folder, [each.vote for found in cut.values() for each in found if each.vote])
    template = text("assets", "teach", "deck.html")
    said = {key: escape(word) for key, word in strings("deck").items()}
    made = []
    for lesson_id, found in cut.items():
        page = deck_page(lesson_id, found)
        made.append(write_page(page, folder, framed(page, template, ("deck.css",), said)))
    return made


def faults() -> list[str]:
    """Open lessons without slides, for ``worksite check``; other faults are told elsewhere."""
    found: list[str] = []
    for lesson in lessons.load().lessons:
        if lesson.open and path("notebooks", lesson.file).is_file():
            cells = map(Cell, notebook(lesson)["cells"], count(1))
            found += [] if "slide" in map(kind, cells) else [_NO_SLIDE.format(lesson.file)]
    return found
