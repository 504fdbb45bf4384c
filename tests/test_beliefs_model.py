"""The statements of the survey: what they promise, and every fault told at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from worksite.beliefs import model
from worksite.evidence import load as ledger
from worksite.notebook.checks import course_faults
from worksite.resources import CourseError, path

GOOD = path(*model.FILE).read_text(encoding="utf-8")
FIRST = "text: A stem cell can copy itself and can turn into other kinds of cell."


def faults(source: str) -> list[str]:
    with pytest.raises(CourseError) as told:
        model.parse(source, "b.yml")
    return told.value.faults


def test_there_are_eight_and_no_single_answer_fits_them() -> None:
    found = model.load()
    assert len(found) == model.COUNT == 8
    fitting = [one.fits for one in found]
    assert {"true", "false"} <= set(fitting)
    assert max(map(fitting.count, ("true", "false"))) <= 4
    assert fitting not in (sorted(fitting), sorted(fitting, reverse=True))
    assert {one.verdict for one in found} >= {"supported", "partly", "overstated", "unsupported"}


def test_each_is_in_our_own_words() -> None:
    quotes = " | ".join(seed.quote.lower() for seed in ledger().seeds.values())
    for one in model.load():
        words = re.findall(r"[a-z-]+", one.text.lower())
        runs = [" ".join(words[at : at + 4]) for at in range(len(words) - 3)]
        assert not [run for run in runs if run in quotes], one.id


def test_ids_answers_and_lessons() -> None:
    one = next(each for each in model.load() if each.id == "staying")
    assert one.ref("before") == "beliefs/before/staying"
    assert (one.verdict, one.fits, one.lessons) == ("unsupported", "false", ["05"])
    assert model.key() == {"type": "opinion", "options": ["true", "false", "unknown"]}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (FIRST, "text: Is a stem cell alive?", "does not end with a full stop"),
        (FIRST, "text: Stem cells do not age at all.", "it holds 'not'"),
        (FIRST, "text: A stem cell can’t age.", "Turn it round"),
        (FIRST, "text: Cells age.", "a statement of 2 words"),
        (FIRST, f"text: {'very ' * 14}old.", "Say one idea in 3 to 14"),
        (FIRST, "text: [a, b]", "'text' should be text, is a list. Mend it."),
        (FIRST, "txt: Cells do age.", "'txt' is not a field of a statement. Did you mean text"),
        (FIRST, "txt: Cells do age.", "'text' is missing"),
        ("id: two-powers", "id: Two Powers", "not of small letters"),
        ("seeds: [stem-3]", "seeds: stem-3", "'seeds' should be a list, is text"),
        ("seeds: [stem-3]", "seeds: []", "no seed claim"),
        ("seeds: [stem-3]", "seeds: [stem-333]", "there is no seed claim 'stem-333'. Did you mean"),
        ("seeds: [stem-3]", "seeds: [stem-3, exo-5]", "verdicts (overstated, supported). Split it"),
        ("a stem cell. [S-01]", "a stem cell.", "the finding cites no claim"),
        ("a stem cell. [S-01]", "a cell. [E-41]", "E-41 is no claim its seed claims rest on"),
    ],
)
def test_a_fault_says_what_where_and_how_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1))
    assert [one for one in found if told in one]
    assert all(re.match(r"b\.yml, [^,]+, line \d+: ", one) for one in found)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("statements: 3", "no list of statements"),
        ("- a", "no list of statements"),
        ("statements: [{", "not readable as YAML"),
        ("statements: [3]", "statement 1: not a mapping"),
        (GOOD + "\nmore: 1\n", "'more' is not a field here"),
        ("statements: []", "0 statements. Ask exactly 8"),
        (GOOD.replace("id: billions", "id: aim"), "2 statements have the id 'aim'"),
        (
            GOOD.replace("One single stem cell sends out billions of exosomes.",
                         "An exosome is a lifeless particle."),
            "have the text 'An exosome is a lifeless particle.'",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_a_survey_is_refused(source: str, told: str) -> None:
    assert [one for one in faults(source) if told in one]


def test_a_survey_that_always_one_answer_would_fit_is_refused() -> None:
    head, *entries = GOOD.split("  - id: ")
    true = [entry for entry in entries if "Yes" in entry]
    assert len(true) == 3
    kept = [entry for entry in entries if "Yes" not in entry] + true[:1]
    copies = [entry.replace("\n", f"-{at}\n", 1) for at, entry in enumerate([*kept, *kept[:2]])]
    found = faults("  - id: ".join([head, *copies]))
    assert [one for one in found if "“true” goes with the evidence in 1 of 8" in one]


def test_a_missing_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model, "path", lambda *_: tmp_path / "beliefs.yml")
    with pytest.raises(CourseError, match=r"assets/beliefs.yml: is missing"):
        model.load()


def test_every_fault_is_told_and_the_course_check_tells_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = GOOD.replace(FIRST, "text: Cells age.").replace("seeds: [exo-5]", "seeds: [exo-55]")
    found = faults(bad)
    assert len(found) == 2
    monkeypatch.setattr(model, "load", lambda: model.parse(bad, "b.yml"))
    assert set(found) <= set(course_faults(path("notebooks", "lessons.yml").parent))
