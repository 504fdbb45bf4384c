"""The shrinking effect: its tables are the model's, and its replies hold."""

from __future__ import annotations

import pytest

from worksite.evidence import get_claim
from worksite.explorables import base, explore
from worksite.explorables.shrinking_effect import PEOPLE, QUIET, READ, TRUE
from worksite.models import publication as model


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("08/shrinking-effect")


def test_averages_are_the_models(widget: base.Explorable) -> None:
    for t, true in enumerate(TRUE):
        for n, people in enumerate(PEOPLE):
            for q, quiet in enumerate(QUIET):
                exact = 1000 * model.published_mean(true, people, quiet)
                assert widget.spec["tables"]["mean"][t][n][q] == pytest.approx(exact, abs=0.51)


def test_all_trials_can_be_read_when_all_are_published(widget: base.Explorable) -> None:
    for sizes in widget.spec["tables"]["seen"]:
        for habits in sizes:
            assert min(habits[0]) == 1
            counts = [sum(habit) for habit in habits]
            assert counts == sorted(counts, reverse=True)


def test_only_clear_results_are_published_at_the_last_stop(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    for t in range(len(TRUE)):
        for n, people in enumerate(PEOPLE):
            limit = 1000 * model.LIMIT * model.standard_error(people)
            for value, seen in zip(tables["found"][t][n], tables["seen"][t][n][-1], strict=True):
                if abs(abs(value) - limit) > 1:
                    assert bool(seen) == (abs(value) > limit)


def test_it_starts_with_the_case_that_was_guessed(widget: base.Explorable) -> None:
    true, people, quiet = widget.spec["controls"]
    assert true["stops"][true["start"]] == 0.2
    assert people["stops"][people["start"]] == 40
    assert quiet["options"][quiet["start"]]["text"] == "none of them"


def test_the_right_guess_and_the_read_sizes(widget: base.Explorable) -> None:
    mean = widget.spec["tables"]["mean"][TRUE.index(0.2)][PEOPLE.index(40)][-1]
    assert round(mean, -2) == 700
    told = get_claim("S-47").statement
    assert all(f"({people} people)" in told for people in READ)
