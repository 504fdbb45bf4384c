"""Every check of a notebook catches its tiny bad notebook, and says how to mend it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_notebooks import a_lesson, code, course_folder, markdown, page

from worksite.lessons import Lesson
from worksite.notebook import checks
from worksite.notebook.bankview import view
from worksite.notebook.checks import outputs, page_faults, prose
from worksite.notebook.page import open_page
from worksite.resources import CourseError, nearest

# Notebooks by content, not by name, so that no tool runs or lints them.
BAD = Path(__file__).parent / "data" / "bad_notebooks"

BANK = """
groups: {all: [one, two, break]}
questions:
  - {id: one, type: one, kind: recall, text: "[E-07]?"}
  - {id: two, type: one, kind: recall, text: b?, claims: [E-08]}
  - {id: break, type: one, kind: break, text: c?}
"""
LISTED = """
lessons:
  - {id: "05", file: 05_small.ipynb, title: Small, minutes: 1, ready: true, covers: little}
"""

# file: (what is said, after the file's name)
FAULTS = {
    "part_missing": ': the part "Words" is missing. Add a text cell beginning "## Words".',
    "part_out_of_order": ', cell h0: the part "In the body" comes',
    "no_header": ", cell c: the first code cell does not import the course and show the header. "
    'Begin with "from worksite import …" and lesson("05").',
    "no_footer": ': lesson("05", "next") is missing. Add a code cell that calls it.',
    "wrong_seed": ": verdict cards shown (exo-9) are not the lesson's seeds (none). "
    "Make lessons.yml and the seed_claim(...) cells agree.",
    "no_top_heading": ', cell t: the first heading is "T". Begin with "# Title".',
    "two_top_headings": ': 2 headings of level 1. Write exactly one "# Title".',
    "heading_jump": ', cell u: the heading "U" jumps from level 1 to 3. Write it with ##.',
    "double_id": ", cell t: its id is missing or used twice. Run python3 course.py refresh.",
    "empty_cell": ", cell e: is empty. Delete it.",
    "raw_cell": ", cell r: is a raw cell. Make it a text cell.",
    "long_cell": ", cell c: has 13 lines of code. Keep 12; move work to worksite.",
    "not_run": ", cell c: has not been run. Run python3 course.py refresh.",
    "wrong_count": ", cell c: ran as number 7, not 1. Run python3 course.py refresh: all, ",
    "no_output": ", cell c: shows nothing. Let it show something, or merge it.",
    "no_text_above": ", cell b: has no text cell above it. Say above it what to look for or do.",
    "no_mapping": ", cell site: has no mapping table. Add a table: on the site → in the body.",
    "few_questions": ", cell check: asks 1 questions. Ask 6 to 12 here.",
    "minute_points": ", cell minute: has 1 key points for 2 objectives. "
    "Write one list item per objective.",
    "one_step": ', cell body: has 1 steps. Write two to four, each beginning "### …".',
    "step_without_figure": ", cell s2: shows no figure or explorable. Add one to this step.",
    "step_without_question": ", cell s2: asks no quick question. Add one to this step.",
    "one_break": ", cell breaks: tells 1 ways the analogy breaks. Tell two or more",
    "break_without_question": ", cell breaks: asks no question of kind break. "
    "Ask one with quiz(...) in this part.",
    "hard_prose": ", above 9. Write shorter sentences and plainer words.",
    "minutes_off": ": lessons.yml says 1 minutes, the content takes 4. "
    "Change the number, or the content.",
    "alt_markdown": ', cell t: the picture is described as "a cell". '
    "Say what it shows in at least 8 words.",
    "alt_output": ', cell c: the picture is described as "a small picture". Say what it shows',
    "unknown_claim": ", cell t: cites E-99, which is no claim. There is no claim E-99.",
    "wrong_link": ", cell t: the link of [E-01] is https://example.org, not "
    "https://doi.org/10.1/E-01. Run python3 course.py refresh.",
    "missing_link": ", cell t: the link of [E-01] is missing, not https://doi.org/10.1/E-01.",
    "unlisted_claim": ": cites E-02, not in lessons.yml. Add to the lesson's claims.",
    "uncited_claim": ": lessons.yml lists E-01, cited nowhere in the lesson. "
    "Cite them, or take them off the list.",
    "big_figure": ", cell c: a picture of 30 kB, above 30. Draw fewer points and shorter paths.",
    "absolute_path": ", cell c: holds the path /home/ann/course. Name files by relative path.",
    "windows_path": r", cell c: holds the path C:\\course\\a.txt. Name files by relative path.",
    "path_in_picture": ", cell c: holds the path /Users/ann/x. Name files by relative path.",
    "network_image": ", cell t: loads https://example.org/a.png over the network. "
    "Put the file into the course.",
    "network_asset": ", cell c: loads //cdn.example.org/a.mp4 over the network. "
    "Put the file into the course.",
    "network_style": ", cell c: a style sheet loads over the network. Put the file into",
    "script": ", cell c: holds <script>. Use a widget or plain HTML instead.",
    "memory_address": ", cell c: shows a memory address (0x7f3a5c2b1d90). "
    "Leave out what changes from run to run.",
    "clock": ", cell c: shows a time of day (2026-11-23 18:05). Leave out what changes",
    "model_id": ", cell c: shows a model id (0123456789abcdef0123456789abcdef). Leave out",
    "stored_error": ", cell c: stores an error. Mend the cell, then python3 course.py refresh.",
    "stored_warning": ", cell c: stores a warning. Mend its cause; warnings name paths.",
    "widget_state": ": stores widget state (metadata.widgets). Run python3 course.py refresh.",
    "widget_view": ", cell c: stores a widget view. Run python3 course.py refresh.",
    "no_still_face": ", cell c: shows a widget without a still face. Give it an html.",
    "timings": ", cell c: stores timings. Run python3 course.py refresh.",
    "unlocked": ", cell free: can be edited or deleted by accident. "
    "Run python3 course.py refresh, or tag it change-me.",
}
WELCOME = {
    "no_contents": ": there is no contents list. Add a code cell with lesson().",
    "no_progress": ": there is no progress. Add a code cell with progress().",
}


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    known = ["E-01", "E-02", "E-07", "E-08", "E-20", "E-21"]

    def link(claim: str) -> str:
        if claim not in known:
            raise CourseError(f"There is no claim {claim}. {nearest(claim, known)}")
        return f"https://doi.org/10.1/{claim}"

    ledger = SimpleNamespace(seeds={"exo-1": SimpleNamespace(claims=["E-20"])})
    monkeypatch.setattr("worksite.evidence.link", link)
    monkeypatch.setattr("worksite.evidence.load", lambda: ledger)
    return course_folder(tmp_path / "course", monkeypatch, LISTED, b05=BANK)


def faults(name: str, lesson: Lesson) -> list[str]:
    return list(page_faults(open_page(BAD / f"{name}.json", lesson)))


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_told(name: str) -> None:
    lesson = a_lesson(claims=["E-01", "E-07", "E-08"], minutes=1)
    found = faults(name, lesson)
    wanted = f"{name}.json{FAULTS[name]}"
    assert any(fault.startswith(wanted) or FAULTS[name] in fault for fault in found), found
    assert all(fault.startswith(f"{name}.json") and fault[-1] in ".?" for fault in found)


@pytest.mark.parametrize("name", WELCOME)
def test_the_welcome_page_has_parts_of_its_own(name: str) -> None:
    found = faults(name, a_lesson(id="00"))
    assert f"{name}.json{WELCOME[name]}" in found
    assert not any("the part" in fault or "mapping" in fault for fault in found)


def test_every_bad_notebook_is_used() -> None:
    assert {file.stem for file in BAD.glob("*.json")} == set(FAULTS) | set(WELCOME)


def test_a_notebook_of_no_lesson_is_checked_for_the_rest() -> None:
    found = list(page_faults(page(markdown("# Title"), code("1"))))
    assert found == []


def good_lesson() -> tuple[Lesson, list[dict[str, object]]]:
    lesson = a_lesson(
        minutes=8,
        seeds=["exo-1"],
        earlier=["05/one", "09/gone"],
        claims=["E-01", "E-07", "E-08", "E-20", "E-21"],
    )
    alt = "one two three four five six seven eight"
    cells: list[dict[str, object]] = []

    def say(text: str) -> None:
        cells.append(markdown(text, f"m{len(cells)}"))

    def run(text: str, html: str = "<p>x</p>") -> None:
        number = sum(cell["cell_type"] == "code" for cell in cells) + 1
        cells.append(code(text, f"c{len(cells)}", html, execution_count=number))

    say("# 05 · Small")
    run('from worksite import lesson, quiz\n\nlesson("05")')
    say("Look back.")
    run('quiz("05/earlier")')
    say("## On the site\n\n| on the site | in the body |\n|---|---|\n| a hut | a cell |")
    say("## In the body")
    say("### Step 1\n\nA cell is small [E-01](https://doi.org/10.1/E-01).")
    run('figure("05/x")', f'<figure><img alt="{alt}" src="data:,x"></figure><p>[E-21]</p>')
    say("One question.")
    run('quiz("05/one")')
    say("### Step 2")
    run('explore("05/x")')
    say("One more.")
    run('quiz("05/two")')
    say("## Where the analogy breaks\n\n### One\n\nText.\n\n### Two\n\nText.")
    run('quiz("05/break")')
    say("## What the article says")
    run('seed_claim("exo-1")', "<p>Many say so. The evidence shows less.</p>")
    say("## Check yourself")
    run('quiz("05")\nquiz("05/all")')
    say("## In one minute\n\n- One point.\n- Two points.")
    say("## Words")
    run('glossary("05")')
    say("## Sources")
    run('claims("05")')
    say("## What is next")
    run('lesson("05", "next")')
    return lesson, cells


def test_a_good_lesson_has_no_faults() -> None:
    lesson, cells = good_lesson()
    lesson = a_lesson(**{n: getattr(lesson, n) for n in ("seeds", "earlier", "claims")}, minutes=5)
    assert list(page_faults(page(*cells, lesson=lesson))) == []


def test_a_heavy_notebook_is_told() -> None:
    found = list(outputs.sizes(page(size=260_000)))
    assert found == [
        "05_small.ipynb: weighs 260 kB with outputs, above 250. "
        "Make its pictures and outputs smaller."
    ]


def test_dates_and_ids_of_the_evidence_are_no_clock() -> None:
    shown = code("1", html="<p>as of 2026-11-23; 10.1038/s41586-024-01234; ratio 12:30</p>")
    assert list(outputs.steady(page(shown))) == []


def test_plain_links_may_point_anywhere() -> None:
    shown = code("1", html='<a href="https://doi.org/10.1/x">x</a>')
    assert list(outputs.network(page(shown, markdown("[x](https://doi.org/10.1/x)")))) == []


def test_minutes_may_be_a_fifth_off() -> None:
    text = markdown("word " * 2000)
    for stated, fine in ((8, True), (12, True), (7, False), (13, False)):
        found = list(prose.minutes(page(text, lesson=a_lesson(minutes=stated))))
        assert (found == []) is fine, stated


def test_code_that_is_no_python_calls_nothing() -> None:
    assert page(code("quiz(")).cells[0].calls == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "a.ipynb: cannot be read (No such file or directory). Make it, or set"),
        ("[]", "a.ipynb: not a notebook. Restore it"),
        ('{"cells": [{}]}', "a.ipynb: not a notebook. Restore it"),
        ("nonsense", "a.ipynb: not a notebook. Restore it"),
    ],
)
def test_a_file_that_is_no_notebook(tmp_path: Path, content: str | None, told: str) -> None:
    file = tmp_path / "a.ipynb"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        open_page(file)
    assert str(caught.value).startswith(told)


def test_a_file_is_checked_with_its_lesson_and_its_bank(course: Path) -> None:
    _, cells = good_lesson()
    file = course / "notebooks/05_small.ipynb"
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    file.write_text(json.dumps(content), encoding="utf-8")
    found = list(checks.file_faults(file))
    assert any(fault.startswith("05_small.ipynb: lessons.yml says 1 minutes") for fault in found)
    assert any(fault.startswith("quizzes/05.yml, one, line 4: 0 options.") for fault in found)
    (course / "quizzes/05.yml").unlink()
    assert not any("quizzes" in fault for fault in checks.file_faults(file))


def test_a_loose_notebook_and_an_absent_one_are_told(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("banks_load", "beliefs_load", "schema_current", "evidence_faults"):
        monkeypatch.setattr(checks, name, partial(iter, [f"from {name}"]))
    (course / "notebooks/extra.ipynb").write_text("{}", encoding="utf-8")
    assert checks.course_faults(course / "notebooks")[0].startswith("05_small.ipynb: cannot be")
    (course / "notebooks/05_small.ipynb").write_text('{"cells": []}', encoding="utf-8")
    found = checks.course_faults(course / "notebooks")
    assert not any(fault.startswith("05_small.ipynb: is not a ready") for fault in found)
    assert any(fault.startswith("extra.ipynb: is not a ready lesson.") for fault in found)
    assert "quizzes/05.yml, one, line 4: 0 options." in "".join(found)
    assert found[-4:] == ["from banks_load", "from beliefs_load", "from schema_current",
                          "from evidence_faults"]  # fmt: skip


def test_every_bank_is_loaded_and_its_faults_told(course: Path) -> None:
    found = list(checks.banks_load())
    assert found and all("05.yml" in fault for fault in found)


def test_a_schema_that_is_absent_or_old_is_told(course: Path) -> None:
    from worksite.quiz.bank import schema_text

    stale = ["quizzes/schema.json: is not current. Run python3 course.py schema."]
    assert list(checks.schema_current()) == stale
    file = course / "quizzes/schema.json"
    file.write_text("{}", encoding="utf-8")
    assert list(checks.schema_current()) == stale
    file.write_text(schema_text(), encoding="utf-8")
    assert list(checks.schema_current()) == []


def test_the_ledgers_own_faults_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worksite.evidence.check", lambda: ["claims.yml, E-01: old. Mend it."])
    assert list(checks.evidence_faults()) == ["claims.yml, E-01: old. Mend it."]


def test_a_bank_of_no_lesson_has_no_objectives_to_test(course: Path) -> None:
    bank = view({"questions": []}, "77")
    assert list(checks.bank_faults(bank)) == []


def test_a_loose_file_is_checked_without_a_lesson(tmp_path: Path) -> None:
    file = tmp_path / "loose.ipynb"
    file.write_text(json.dumps({"cells": [markdown("# T")], "metadata": {}}), encoding="utf-8")
    assert list(checks.file_faults(file)) == []
