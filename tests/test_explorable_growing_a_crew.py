"""Growing a crew: its tables are the model's, and its words say what the tables hold."""

from __future__ import annotations

import pytest

from worksite.evidence import get_claim
from worksite.explorables import base, explore
from worksite.explorables.growing_a_crew import BILLION, GOAL, START
from worksite.models import culture


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("02/growing-a-crew")


def test_tables_are_the_models(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    for s, start in enumerate(START):
        for g, goal in enumerate(GOAL):
            count = float(culture.doublings(start, goal * BILLION))
            assert tables["doublings"][s][g] == round(10 * count)
            assert tables["passages"][s][g] == culture.passages(count)
            for k, source in enumerate(culture.SOURCES):
                days = float(culture.days(count, source.hours))
                assert tables["days"][k][s][g] == pytest.approx(10 * days, abs=0.51)
                assert tables["worn"][k][s][g] == culture.worn_out(count, source)


def test_the_model_uses_what_was_read() -> None:
    told = " ".join(str(part) for one in ("S-17", "S-19b") for part in get_claim(one).parts)
    for number in (culture.FIRST, culture.TENTH):
        assert str(number) in told
    for source in culture.SOURCES:
        assert f"{source.hours:g}" in told
        assert source.worn is None or f"{source.worn}" in told


def test_every_source_has_its_words_in_the_same_order(widget: base.Explorable) -> None:
    options = widget.spec["controls"][0]["options"]
    assert [option["text"].split(",")[0] for option in options] == [
        source.name.split(",")[0] for source in culture.SOURCES
    ]
    # What was not read is said where it is chosen.
    assert [bool(option["note"]) for option in options] == [
        source.worn is None for source in culture.SOURCES
    ]


def test_the_task_can_be_done(widget: base.Explorable) -> None:
    worn = widget.spec["tables"]["worn"]
    pairs = [(s, g) for s in range(len(START)) for g in range(len(GOAL))]
    assert [pair for pair in pairs if worn[0][pair[0]][pair[1]] and not worn[3][pair[0]][pair[1]]]


def test_the_right_guess_is_the_tables(widget: base.Explorable) -> None:
    _, start, goal = (control["start"] for control in widget.spec["controls"])
    assert widget.spec["tables"]["doublings"][start][goal] == 173
    assert widget.spec["strings"]["predict"]["options"][0]["right"]
