"""The course list, and the furniture of a lesson made from it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from worksite import lessons, resources
from worksite.lessons import Course, Lesson, get, lesson, load, parse
from worksite.resources import CourseError, parse_yaml

KEPT_BY_LAB = {"section", "p", "ul", "li", "a", "strong", "em", "span", "br", "cite"}


def course(text: str) -> Course:
    return parse(parse_yaml(text, "lessons.yml"))


TWO = """
repository-url: https://github.com/ann/site
lessons:
  - {id: "00", file: 00_a.ipynb, title: First & last, minutes: 10, ready: true, covers: the start}
  - id: "01"
    file: 01_b.ipynb
    title: Second
    minutes: 75
    ready: false
    covers: more *of it*
    needs: ["00"]
    objectives: [{id: one, text: say <it>}]
"""


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Course:
    found = course(TWO)
    monkeypatch.setattr(lessons, "load", lambda: found)
    return found


def test_the_real_course_loads_and_is_in_order() -> None:
    found = load()
    assert [each.id for each in found.lessons] == sorted(each.id for each in found.lessons)
    assert {"00", "03"} <= {each.id for each in found.lessons if each.ready}
    assert found.minutes == sum(each.minutes for each in found.lessons)


def test_fields_and_defaults() -> None:
    found = course(TWO)
    first, second = found.lessons
    assert found.repository_url == "https://github.com/ann/site"
    assert (first.needs, first.objectives, first.claims) == ([], [], [])
    assert second.objectives[0].text == "say <it>"
    assert first.name == "00 First & last"


def test_every_fault_is_told_at_once_with_lesson_and_line() -> None:
    bad = """lessons:
  - {id: "00", file: 00_a.ipynb, title: A, minutes: ten, ready: true, covers: x, tittle: B}
  - {id: "00", file: b.ipynb, title: B, minutes: 0, ready: true, covers: x, needs: ["09"]}
  - {file: 02_c.ipynb, title: C, minutes: 1, ready: true, covers: x}
  - nonsense
  - {id: "00", file: 00_d.ipynb, title: D, minutes: 1, ready: true, covers: x,
     objectives: [{id: one, text: a}, {id: one, text: b}]}
  - {id: "00", file: 00_e.ipynb, title: E, minutes: 1, ready: true, covers: x}
repository-url: 5
"""
    with pytest.raises(CourseError) as caught:
        course(bad)
    told = str(caught.value)
    for wanted in (
        "lesson 00, line 2: 'minutes' should be a whole number, is text",
        "'tittle' is not a field of a lesson. Did you mean title",
        "line 3: the file is 'b.ipynb'. Name it 00_some_words.ipynb.",
        "line 3: 0 minutes. Give a whole number above 0.",
        "line 3: needs '09', which is no earlier lesson.",
        "lesson 3, line 4: 'id' is missing. Add it.",
        "entry 4: not a lesson.",
        "line 6: two objectives are called 'one'. Rename one.",
        "line 8: a second lesson 00.",
        "repository-url is not text.",
    ):
        assert wanted in told, wanted


@pytest.mark.parametrize("text", ["- a", "lessons: 5", ""])
def test_a_file_without_lessons_is_named(text: str) -> None:
    with pytest.raises(CourseError, match=r"no list of lessons\. Begin it"):
        course(text)


def test_an_unknown_lesson_or_part_lists_the_nearest(two: Course) -> None:
    with pytest.raises(CourseError, match=r"no lesson '1'. Did you mean 01"):
        get("1")
    with pytest.raises(CourseError, match=r"no part 'nxt'. Did you mean next"):
        lesson("00", "nxt")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("call", [("03",), ("03", "next"), ("00", "next"), ()])
def test_every_still_uses_only_what_an_untrusted_notebook_keeps(call: tuple[str, ...]) -> None:
    html = re.sub(r"<style>.*?</style>", "", lesson(*call).html, flags=re.S)
    tags = _Tags()
    tags.feed(html)
    assert tags.seen <= KEPT_BY_LAB
    assert tags.attributes <= {"class", "href"}


def test_header_says_what_a_learner_needs_to_know_first(two: Course) -> None:
    shown = lesson("01")
    assert 'href="00_a.ipynb">00 First &amp; last</a>' in shown.html
    assert "<li>say &lt;it&gt;</li>" in shown.html
    assert shown.plain.splitlines() == [
        "Lesson 01 · Second · about 75 minutes",
        "What you need first: 00 First & last",
        "After this lesson you can:",
        "say <it>",
    ]
    assert shown._repr_mimebundle_()["text/plain"] == shown.plain


def test_a_first_lesson_needs_nothing_and_may_have_no_objectives(two: Course) -> None:
    assert "You need nothing first" in lesson("00").plain
    assert "<ul" not in lesson("00").html


def test_only_the_header_brings_the_style_sheet() -> None:
    sheet = lesson("03").html.split("</style>")[0]
    assert sheet.startswith("<style>") and "--ws-paper" in sheet
    assert lesson("03").html.count("<style>") == 1
    for other in (lesson("03", "next"), lesson()):
        assert "<style>" not in other.html


def _with(monkeypatch: pytest.MonkeyPatch, *ready: bool) -> None:
    listed = [
        Lesson(id=f"{n:02}", file=f"{n:02}_x.ipynb", title=f"T{n}", minutes=20, ready=r, covers="c")
        for n, r in enumerate(ready)
    ]
    monkeypatch.setattr(lessons, "load", lambda: Course("", listed))


def test_footer_links_the_next_ready_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, True, False, True)
    assert (
        'Next: <strong><a href="02_x.ipynb">02 T2</a></strong> (about 20 minutes)'
        in lesson("00", "next").html
    )
    assert "contents" not in lesson("00", "next").plain


def test_footer_says_when_the_next_lesson_is_being_built(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, True, True, False)
    shown = lesson("01", "next")
    assert "The next lesson, T2, is being built." in shown.plain
    assert '<a href="00_x.ipynb">Back to the contents</a>' in shown.html


def test_footer_of_the_last_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, True, True)
    assert "This was the last lesson" in lesson("01", "next").plain


def test_contents_links_ready_lessons_and_sums_minutes(two: Course) -> None:
    shown = lesson()
    assert '<a href="00_a.ipynb">' in shown.html
    assert "01_b.ipynb" not in shown.html
    assert shown.html.count("being built") == 1
    assert "2 lessons, 1 h 25 min in all. Ready now: 1 lessons, 10 min." in shown.plain
    assert "more of it" in shown.plain


def test_contents_of_a_finished_course_names_its_minutes_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _with(monkeypatch, True, True)
    shown = lesson().plain
    assert " min in all." in shown
    assert "Ready now" not in shown


def test_the_same_still_every_time() -> None:
    assert lesson("03").html == lesson("03").html
    assert resources.strings("lessons")["count"] == "Lesson {number}"
