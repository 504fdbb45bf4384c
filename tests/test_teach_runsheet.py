"""Run sheets: minutes that add up, nothing lost, what is short goes home; a term in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite import cli, lessons
from worksite.notebook.measure import asked
from worksite.quiz import bank
from worksite.resources import CourseError, names, read_yaml
from worksite.teach import paper, runsheet, term
from worksite.teach.notes import notes
from worksite.teach.part import NEVER, RANK, Part, part
from worksite.teach.parts import page_of, parts
from worksite.teach.plan import LONGEST, PAUSE_FROM, SHORTEST, Plan, plan

LESSONS = [lesson.id for lesson in lessons.load().lessons if lesson.open]
PARTS = {lesson_id: parts(lesson_id) for lesson_id in LESSONS}
OWN = ("pause", "free")


def adds_up(found: Plan, minutes: int, start: int = 0) -> None:
    """The rows follow on each other without a gap and fill the class to the minute."""
    assert found.rows[0].start == start and found.rows[-1].end == start + minutes
    for row, following in zip(found.rows, found.rows[1:], strict=False):
        assert row.end == following.start
    assert all(row.minutes >= 1 for row in found.rows)
    assert all(row.minutes >= row.part.least for row in found.rows if row.part.kind not in OWN)


def nothing_lost(found: Plan, given_parts: list[Part]) -> None:
    """Every part is somewhere exactly once."""
    shown = [row.part for row in found.rows if row.part.kind not in OWN]
    everywhere = [each.id for each in (*shown, *found.before, *found.after)]
    assert sorted(everywhere) == sorted(each.id for each in given_parts)


@given(lesson_id=st.sampled_from(LESSONS), minutes=st.integers(20, 180), start=st.integers(0, 60))
def test_any_lesson_fits_any_class_exactly(lesson_id: str, minutes: int, start: int) -> None:
    found = plan(PARTS[lesson_id], minutes, start)
    adds_up(found, minutes, start)
    nothing_lost(found, PARTS[lesson_id])
    assert [row.part.at for row in found.rows] == sorted(row.part.at for row in found.rows)
    assert found.rows[0].part.kind == "open" and found.rows[-1].part.kind == "close"
    assert len(found.of("pause")) == (minutes >= PAUSE_FROM)


KINDS = st.sampled_from([kind for kind in RANK if not kind.endswith("+")] + ["vote", "after"])


@st.composite
def lesson_parts(draw: st.DrawFn) -> list[Part]:
    made = [part("open", "o", 0, "Open", (1, 2))]
    for at, kind in enumerate(draw(st.lists(KINDS, max_size=30)), 1):
        least = draw(st.integers(1, 5))
        wanted = least + draw(st.integers(0, 6))
        rank = {"vote": 20}.get(kind, RANK.get(kind, NEVER))
        if kind not in ("open", "close"):
            made.append(part(kind, f"c{at}", at, "Part", (least, wanted), rank=rank))
    return [*made, part("close", "z", 99, "Close", (1, 2))]


@given(made=lesson_parts(), minutes=st.integers(SHORTEST, LONGEST))
def test_any_parts_fit_any_class_exactly(made: list[Part], minutes: int) -> None:
    found = plan(made, minutes)
    adds_up(found, minutes)
    nothing_lost(found, made)
    assert not [row for row in found.rows if row.part.kind == "after"]


@given(made=lesson_parts(), minutes=st.integers(SHORTEST, PAUSE_FROM - 2))
def test_time_is_left_open_only_when_nothing_wants_it(made: list[Part], minutes: int) -> None:
    found = plan(made, minutes)
    if found.of("free"):
        assert all(row.minutes == row.part.most for row in found.rows if row.part.kind != "free")
        free = next(row.minutes for row in found.rows if row.part.kind == "free")
        asking = [each for each in found.after if each.rank < NEVER]
        assert all(min(each.least, each.wanted) > 0 for each in asking)
        # Whatever stayed at home would not have fitted when its turn came.
        assert sum(each.wanted for each in asking) == 0 or free < max(
            each.wanted for each in asking
        ) + sum(row.part.most - row.part.wanted for row in found.rows)


@pytest.mark.parametrize("minutes", [-5, 0, SHORTEST - 1, LONGEST + 1])
def test_an_impossible_class_is_refused(minutes: int) -> None:
    with pytest.raises(CourseError, match=f"from {SHORTEST} to {LONGEST}"):
        runsheet.sheet("06", minutes)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_question_explorable_and_note_of_a_lesson_has_its_part(lesson_id: str) -> None:
    found, page = PARTS[lesson_id], page_of(lessons.get(lesson_id))
    assert len({each.id for each in found}) == len(found)
    refs = {item.ref for _, call in page.calls("quiz") for item in asked(page, call)}
    numbers = {bank.load(ref[:2]).number(ref[3:]) for ref in refs}
    assert numbers == {number for each in found for number in each.numbers}
    titles = {each.title for each in found if each.kind == "explore"}
    own = [name.split("/") for name in names("assets", "explorables") if name[:2] == lesson_id]
    assert titles == {read_yaml("assets", "explorables", a, f"{b}.yml")["title"] for a, b in own}
    told = {words for each in found for _, words in each.lines}
    assert set(notes(lesson_id).notes.values()) <= told
    assert {talk.ask for talk in notes(lesson_id).discuss} <= told


def test_the_best_question_comes_first_and_the_picture_and_the_end_always() -> None:
    best = bank.load("06").number(notes("06").vote[0])
    for minutes in (20, 45, 90):
        found = runsheet.sheet("06", minutes).plan
        assert best in [each.title for each in found.of("vote")]
    assert len(runsheet.sheet("06", 90).plan.of("vote")) > len(
        runsheet.sheet("06", 45).plan.of("vote")
    )


def test_a_text_told_short_is_read_at_home_before() -> None:
    found = runsheet.sheet("06", 20).plan
    assert found.short
    assert "“Step 1 · The column that is missing”" in runsheet.homework(found)
    assert not runsheet.sheet("06", 120).plan.short


def test_the_sheet_says_what_an_instructor_needs() -> None:
    one = runsheet.sheet("06", 50)
    told = " ".join(paper.as_text(one).split())
    assert one.votes.startswith("python3 course.py present 06.1 06.4")
    for piece in (one.votes, "Vote twice: 06.1 (right: B)",
                  "every stem cell treatment builds tissue", "Try: The repair site",
                  "Guess first:", "Ask: ", "Close: In one minute",
                  "To take home", "Questions 06.2", "rebuild the comparison table",
                  "10.1119/1.1374249"):  # fmt: skip
        assert piece in told
    clocks = re.findall(r"(\d:\d\d)–(\d:\d\d)", paper.as_text(one))
    assert clocks[0][0] == "0:00" and clocks[-1][1] == "0:50"


def test_the_page_holds_what_the_words_hold_and_loads_nothing() -> None:
    one = runsheet.sheet("06", 50)
    page = paper.sheets_page([one], "unused")
    assert f"<code>{one.votes}</code>" in page and page.count("<h1") == 1
    for row in one.plan.rows:
        assert f"{runsheet.clock(row.start)}–{runsheet.clock(row.end)}" in page
    assert "<script" not in page and "src=" not in page and "unsafe" not in page
    assert "style-src 'sha256-" in page


@pytest.mark.parametrize("minutes", [45, 50, 90, 180])
def test_a_term_teaches_every_lesson_once_in_order(minutes: int) -> None:
    found = term.term(minutes)
    assert [one.lesson.id for each in found.classes for one in each.sheets] == LESSONS
    for each in found.classes:
        assert sum(one.plan.minutes for one in each.sheets) == minutes
        start = 0
        for one in each.sheets:
            adds_up(one.plan, one.plan.minutes, start)
            nothing_lost(one.plan, PARTS[one.lesson.id])
            start += one.plan.minutes
    told = paper.term_text(found)
    assert all(f"{number}:" in told for number in range(1, len(found.classes) + 1))


def test_longer_classes_make_a_shorter_term() -> None:
    counts = [len(term.term(minutes).classes) for minutes in (30, 50, 90, 180)]
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1]


@given(needs=st.lists(st.integers(1, 100), min_size=1, max_size=6), minutes=st.integers(60, 240))
def test_a_class_is_shared_out_to_the_minute(needs: list[int], minutes: int) -> None:
    given_minutes = term.shared(needs, minutes)
    assert sum(given_minutes) == minutes and len(given_minutes) == len(needs)


def test_the_command_prints_words_or_writes_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["runsheet", "--minutes", "50", "--lesson", "06"]) == 0
    assert capsys.readouterr().out.startswith("Run sheet · 06 Head to head · 50 minutes\n")
    file = tmp_path / "sheets.html"
    assert cli.main(["runsheet", "--minutes", "45", "--out", str(file)]) == 0
    assert capsys.readouterr().out == f"made {file}\n"
    page = file.read_text("utf-8")
    assert page.count('<section class="sheet">') == len(LESSONS) and page.count("<h1") == 1
    assert cli.main(["runsheet", "--minutes", "50", "--term"]) == 0
    assert "A term of classes of 50 minutes" in capsys.readouterr().out
    assert cli.main(["runsheet", "--minutes", "50", "--term", "--out", str(file)]) == 0
    assert file.read_text("utf-8").count('<section class="sheet">') == len(LESSONS)


def test_an_unknown_lesson_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["runsheet", "--minutes", "50", "--lesson", "66"]) == 1
    assert "There is no lesson '66'" in capsys.readouterr().err
