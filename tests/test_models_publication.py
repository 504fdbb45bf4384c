"""The shrinking effect: unbiased when all is published, inflated when it is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.models import publication as model

TRUE = st.floats(0, 1.5)
PEOPLE = st.integers(4, 3000)


@given(TRUE, PEOPLE)
def test_with_everything_published_the_average_is_the_truth(true: float, people: int) -> None:
    assert model.published_mean(true, people, 1) == pytest.approx(true, abs=1e-9)


@given(TRUE, PEOPLE, st.floats(0, 0.99))
def test_hiding_quiet_trials_never_shrinks_the_average(
    true: float, people: int, quiet: float
) -> None:
    assert model.published_mean(true, people, quiet) >= true - 1e-9


@given(st.floats(0.1, 0.8), st.integers(10, 400))
def test_small_trials_inflate_more(true: float, people: int) -> None:
    assert model.published_mean(true, people, 0) > model.published_mean(true, 4 * people, 0)


@given(PEOPLE, st.floats(0, 1))
def test_no_effect_stays_none_on_average_but_one_in_twenty_is_significant(
    people: int, quiet: float
) -> None:
    assert model.published_mean(0, people, quiet) == pytest.approx(0, abs=1e-9)
    assert model.significant_share(0, people) == pytest.approx(0.05, abs=1e-6)


@pytest.mark.parametrize(("true", "people", "quiet"), [(0.2, 40, 0), (0.3, 100, 0.2), (0.5, 30, 0)])
def test_many_thrown_trials_agree(true: float, people: int, quiet: float) -> None:
    results = model.trials(true, people, 200_000, 1)
    loud = np.abs(results) > model.LIMIT * model.standard_error(people)
    assert loud.mean() == pytest.approx(model.significant_share(true, people), abs=0.005)
    kept = loud | (np.random.default_rng(2).random(len(results)) < quiet)
    assert results[kept].mean() == pytest.approx(
        model.published_mean(true, people, quiet), abs=0.01
    )


def test_what_makes_no_sense_is_told() -> None:
    with pytest.raises(ValueError, match="at least two"):
        model.standard_error(1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        model.published_mean(0.2, 50, 1.5)
