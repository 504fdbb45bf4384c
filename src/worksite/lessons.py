"""The course in order: ``notebooks/lessons.yml`` as checked objects, and a lesson's own furniture.

``lesson("03")`` is the header of a lesson, ``lesson("03", "next")`` its footer and ``lesson()``
the contents list. All three are stills: the same for every learner, day and machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from worksite.faces.markup import escape, plain
from worksite.faces.modules import styles
from worksite.faces.still import Still
from worksite.resources import CourseError, field_faults, line_of, nearest, read_yaml, strings

FILE = "notebooks/lessons.yml"
PARTS = ("header", "next")
_REPOSITORY = re.compile(r"(?:https://)?github\.com/([\w-]+/[\w.-]+?)(?:\.git)?/?")


class Objective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner can do afterwards: ``text`` continues the words "you can …"."""

    id: str
    text: str


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One lesson as ``lessons.yml`` tells it. ``minutes`` is the working time stated to learners.

    ``earlier`` holds question references ("00/picture"), ``needs`` lesson ids, ``seeds``, ``terms``
    and ``claims`` ids of the evidence. A lesson that is not ``ready`` has no notebook yet; one
    that is a ``draft`` has a page that is still being built.
    """

    id: str
    file: str
    title: str
    minutes: int
    ready: bool
    covers: str
    draft: bool = False
    needs: list[str] = []
    objectives: list[Objective] = []
    earlier: list[str] = []
    seeds: list[str] = []
    terms: list[str] = []
    claims: list[str] = []

    @property
    def open(self) -> bool:
        """Whether learners are sent to it."""
        return self.ready and not self.draft

    @property
    def name(self) -> str:
        """Number and title, as a link to this lesson reads."""
        return f"{self.id} {self.title}"


class Course(msgspec.Struct, frozen=True):
    """All lessons in teaching order, and where the project lives ("" when not published)."""

    repository_url: str
    lessons: list[Lesson]

    @property
    def repository(self) -> str:
        """OWNER/NAME on GitHub, "" while the course is not published there."""
        found = _REPOSITORY.fullmatch(self.repository_url)
        return found[1] if found else ""

    @property
    def minutes(self) -> int:
        """Minutes of the whole course."""
        return sum(each.minutes for each in self.lessons)


def _sense_faults(lesson: Lesson, where: str, before: list[str]) -> Iterator[str]:
    if lesson.id in before:
        yield f"{where}: a second lesson {lesson.id}. Give each lesson its own id."
    if not lesson.file.startswith(f"{lesson.id}_") or not lesson.file.endswith(".ipynb"):
        yield f"{where}: the file is {lesson.file!r}. Name it {lesson.id}_some_words.ipynb."
    if lesson.minutes <= 0:
        yield f"{where}: {lesson.minutes} minutes. Give a whole number above 0."
    for needed in lesson.needs:
        if needed not in before:
            near = nearest(needed, before)
            yield f"{where}: needs {needed!r}, which is no earlier lesson. {near}"
    ids = [objective.id for objective in lesson.objectives]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"{where}: two objectives are called {twice!r}. Rename one."


def parse(raw: Any, name: str = FILE) -> Course:
    """Check the parsed text of a ``lessons.yml``.

    Raises CourseError with every fault in it, each naming file, lesson and line.
    """
    if not isinstance(raw, dict) or not isinstance(raw.get("lessons"), list):
        raise CourseError(f"{name}: no list of lessons. Begin it with 'lessons:'.")
    faults: list[str] = []
    found: list[Lesson] = []
    for number, entry in enumerate(raw["lessons"], 1):
        if not isinstance(entry, dict):
            faults.append(f"{name}, entry {number}: not a lesson. Write 'id:', 'file:' and so on.")
            continue
        where = f"{name}, lesson {entry.get('id', number)}, line {line_of(entry)}"
        wrong = list(field_faults(entry, Lesson, "a lesson", where))
        if not wrong:
            lesson = msgspec.convert(entry, Lesson)
            wrong = list(_sense_faults(lesson, where, [each.id for each in found]))
            found.append(lesson)
        faults += wrong
    url = raw.get("repository-url", "")
    if not isinstance(url, str):
        faults.append(f'{name}: repository-url is not text. Write "" or an address in quotes.')
    elif url and not _REPOSITORY.fullmatch(url):
        faults.append(
            f"{name}: no link to Binder or Colab can be made from the repository-url {url!r}. "
            'Write "https://github.com/OWNER/NAME", or "" while the course is not published.'
        )
    if faults:
        raise CourseError(*faults)
    return Course(url, found)


def load() -> Course:
    """The course as it stands in ``notebooks/lessons.yml``; CourseError with every fault."""
    return parse(read_yaml(*FILE.split("/")))


def two_digits(typed: str) -> str:
    """A lesson's id as typed by a person: "6" is "06"; anything else stays as it is."""
    return typed.zfill(2) if typed.isdecimal() else typed


def get(lesson_id: str) -> Lesson:
    """The lesson with this id. CourseError with the nearest ids when there is none."""
    known = {lesson.id: lesson for lesson in load().lessons}
    if lesson_id not in known:
        raise CourseError(f"There is no lesson {lesson_id!r}. {nearest(lesson_id, list(known))}")
    return known[lesson_id]


def lesson(lesson_id: str | None = None, part: str = "header") -> Still:
    """Header of a lesson, its footer (``part="next"``), or without an id the contents list."""
    if lesson_id is None:
        return _contents(load())
    if part not in PARTS:
        raise CourseError(f"A lesson has no part {part!r}. {nearest(part, list(PARTS))}")
    wanted = get(lesson_id)
    return _header(wanted) if part == "header" else _footer(wanted, load())


def _link(lesson: Lesson) -> str:
    return f'<strong><a href="{escape(lesson.file)}">{escape(lesson.name)}</a></strong>'


def _said(key: str, **values: object) -> str:
    return strings("lessons")[key].format(**values)


def _page(kind: str, *blocks: str) -> Still:
    html = f'<section class="worksite ws-{kind}">\n' + "\n".join(blocks) + "\n</section>"
    return Still(html, plain_text(blocks))


def plain_text(blocks: tuple[str, ...]) -> str:
    """The words of simple HTML blocks, one line a paragraph or list item."""
    from html import unescape

    broken = re.sub(r"</(?:p|li)>", "\n", "\n".join(blocks))
    words = unescape(re.sub(r"<[^>]+>", " ", broken))
    return "\n".join(" ".join(line.split()) for line in words.split("\n") if line.strip())


def _header(lesson: Lesson) -> Still:
    needed = [get(each) for each in lesson.needs]
    blocks = [
        f'<p class="ws-eyebrow"><strong>{escape(_said("count", number=lesson.id))}</strong> · '
        f"{escape(lesson.title)} · {escape(_said('minutes', minutes=lesson.minutes))}</p>",
    ]
    if needed:
        links = ", ".join(_link(each) for each in needed)
        blocks.append(f'<p class="ws-needs">{escape(_said("needs"))} {links}</p>')
    else:
        blocks.append(f'<p class="ws-needs">{escape(_said("needs_nothing"))}</p>')
    if lesson.objectives:
        blocks.append(f'<p class="ws-lead">{escape(_said("you_can"))}</p>')
        items = "\n".join(f"<li>{escape(plain(each.text))}</li>" for each in lesson.objectives)
        blocks.append(f'<ul class="ws-objectives">\n{items}\n</ul>')
    page = _page("lesson-header", *blocks)
    # Once a notebook: every later still of the lesson is dressed by this one sheet.
    return Still(f"<style>{styles('tokens.css', 'page.css')}</style>\n{page.html}", page.plain)


def _footer(lesson: Lesson, course: Course) -> Still:
    ids = [each.id for each in course.lessons]
    later = course.lessons[ids.index(lesson.id) + 1 :]
    blocks = []
    following = next((each for each in later if each.open), None)
    if following:
        minutes = _said("minutes", minutes=following.minutes)
        blocks.append(
            f'<p class="ws-next">{escape(_said("next"))} {_link(following)} ({escape(minutes)})</p>'
        )
    elif later:
        blocks.append(f'<p class="ws-next">{escape(_said("next_later", title=later[0].title))}</p>')
    else:
        blocks.append(f'<p class="ws-next">{escape(_said("last"))}</p>')
    if lesson.id != ids[0]:
        first = course.lessons[0].file
        text = escape(_said("back"))
        blocks.append(f'<p class="ws-back"><a href="{escape(first)}">{text}</a></p>')
    return _page("lesson-footer", *blocks)


def _contents(course: Course) -> Still:
    items = []
    for each in course.lessons:
        title = _link(each) if each.open else escape(each.name)
        state = "" if each.open else f' <em class="ws-building">{escape(_said("building"))}</em>'
        minutes = escape(_said("minutes_short", minutes=each.minutes))
        items.append(
            f'<li>{title} <span class="ws-minutes">{minutes}</span>{state}<br>'
            f'<span class="ws-covers">{escape(plain(each.covers))}</span></li>'
        )
    ready = [each for each in course.lessons if each.open]
    hours, rest = divmod(course.minutes, 60)
    total = _said("total", lessons=len(course.lessons), hours=hours, minutes=rest)
    if len(ready) < len(course.lessons):
        done = sum(each.minutes for each in ready)
        total += " " + _said("ready", ready=len(ready), ready_minutes=done)
    listing = '<ul class="ws-contents">\n' + "\n".join(items) + "\n</ul>"
    return _page("contents-page", listing, f'<p class="ws-total">{escape(total)}</p>')
