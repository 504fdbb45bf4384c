"""How sure is "safe"? and Batch lottery: tables are the models', and replies hold."""

from __future__ import annotations

import pytest

from worksite.evidence import get_claim
from worksite.explorables import base, explore
from worksite.explorables.batch_lottery import DOSES, LOST, SHARES
from worksite.explorables.how_sure_is_safe import EVENTS, PEOPLE, READ
from worksite.models import rates


@pytest.fixture(scope="module")
def safe() -> base.Explorable:
    return explore("07/how-sure-is-safe")


@pytest.fixture(scope="module")
def lottery() -> base.Explorable:
    return explore("07/batch-lottery")


def test_risks_are_the_models(safe: base.Explorable) -> None:
    for e, events in enumerate(EVENTS):
        for n, people in enumerate(PEOPLE):
            seen = min(events, people)
            exact = [1e6 * one for one in (seen / people, *rates.interval(seen, people))]
            assert safe.spec["tables"]["risk"][e][n] == pytest.approx(exact, abs=0.51)


def test_the_band_narrows_with_more_people(safe: base.Explorable) -> None:
    highs = [high for _, _, high in safe.spec["tables"]["risk"][0]]
    assert highs == sorted(highs, reverse=True)
    assert highs[-1] > 0


def test_it_starts_where_the_question_asks_and_the_right_guess_is_the_tables(
    safe: base.Explorable,
) -> None:
    e, n = (control["start"] for control in safe.spec["controls"])
    assert (EVENTS[e], PEOPLE[n]) == (0, 10)
    right = next(o for o in safe.spec["strings"]["predict"]["options"] if o.get("right"))
    assert f"{safe.spec['tables']['risk'][e][n][2] / 10_000:.0f} %" in right["text"]


def test_sizes_of_trials_stand_in_the_claims() -> None:
    told = [str(get_claim(one).parts) for one in ("E-73", "E-66", "E-69")]
    for people, parts in zip(READ, told, strict=True):
        assert f"'{people}'" in parts


def test_the_lottery_is_the_models(lottery: base.Explorable) -> None:
    for s, share in enumerate(SHARES):
        assert sum(lottery.spec["tables"]["works"][s]) == share / 10
        for d, doses in enumerate(DOSES):
            exact = 1000 * rates.all_work(share / 100, doses)
            assert lottery.spec["tables"]["all"][s][d] == pytest.approx(exact, abs=0.51)


def test_losses_are_the_read_ones(lottery: base.Explorable) -> None:
    told = str(get_claim("E-45").parts)
    assert "'51'" in told
    assert "'15'" in told
    assert "'18–21'" in told
    assert lottery.spec["tables"]["lost"] == list(LOST) == [51, 20, 15]
