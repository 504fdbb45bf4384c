"""How sure is safe? Exact limits against beta quantiles; the lottery against its closed form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, binom

from worksite.models import rates

PEOPLE = st.integers(1, 400)


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.data())
def test_limits_are_the_beta_quantiles(people: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, people))
    low, high = rates.interval(events, people)
    assert low == pytest.approx(beta.ppf(0.025, events, people - events + 1) if events else 0)
    fits = beta.ppf(0.975, events + 1, people - events) if events < people else 1
    assert high == pytest.approx(fits)
    assert low <= events / people <= high


@given(PEOPLE)
def test_none_seen_is_not_no_risk(people: int) -> None:
    low, high = rates.interval(0, people)
    assert low == 0
    assert high == pytest.approx(1 - 0.025 ** (1 / people))
    assert high > 0
    # One-sided, at most this and about the rule of three.
    one_sided = 1 - 0.05 ** (1 / people)
    assert rates.rule_of_three(people) >= one_sided
    assert people < 30 or rates.rule_of_three(people) == pytest.approx(one_sided, rel=0.06)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(1, 60), st.floats(0, 1))
def test_tails_are_those_of_a_binomial_distribution(events: int, people: int, risk: float) -> None:
    assert rates.tail(events, people, risk) == pytest.approx(
        binom.sf(events - 1, people, risk), abs=1e-9
    )


@given(st.floats(0, 1), st.integers(0, 30))
def test_the_lottery_multiplies(share: float, batches: int) -> None:
    assert rates.all_work(share, batches) == pytest.approx(binom.pmf(batches, batches, share))


@pytest.mark.parametrize("wrong", [(-1, 5), (6, 5), (0, 0)])
def test_impossible_counts_are_told(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="between 0 and the number"):
        rates.interval(*wrong)
    with pytest.raises(ValueError, match="between 0 and the number"):
        rates.interval(1, 5, level=1)


@pytest.mark.parametrize("wrong", [(1.2, 3), (0.5, -1)])
def test_an_impossible_lottery_is_told(wrong: tuple[float, int]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        rates.all_work(*wrong)


def test_tails_at_the_edges() -> None:
    assert rates.tail(0, 5, 0.3) == 1
    assert rates.tail(6, 5, 0.3) == rates.tail(1, 5, 0) == 0
    assert rates.tail(5, 5, 1) == 1
