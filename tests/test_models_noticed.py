"""Would you notice? Nobody does without an extra; shares are the normal distribution's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from worksite.models import normal
from worksite.models import noticed as model

RELIEF = st.floats(-3, 5)
SPREAD = st.floats(0.5, 5)


@given(RELIEF, st.floats(0, 3), SPREAD)
def test_shares_are_those_of_the_normal_distribution(
    relief: float, threshold: float, spread: float
) -> None:
    exact = stats.norm.sf(threshold, loc=relief, scale=spread)
    assert model.reached(relief, threshold, spread) == pytest.approx(exact, abs=1e-12)
    exact = stats.norm.pdf(threshold, loc=relief, scale=spread)
    assert model.curve(relief, spread, threshold) == pytest.approx(exact, abs=1e-12)


@given(RELIEF, st.floats(0, 3), SPREAD)
def test_without_an_extra_nobody_crosses_because_of_the_treatment(
    placebo: float, threshold: float, spread: float
) -> None:
    assert model.because(placebo, 0, threshold, spread) == 0


@given(RELIEF, st.floats(-2, 2), st.floats(0.01, 1), SPREAD)
def test_more_extra_never_means_fewer(
    placebo: float, extra: float, more: float, spread: float
) -> None:
    less = model.because(placebo, extra, 1.5, spread)
    assert model.because(placebo, extra + more, 1.5, spread) >= less
    assert -1 <= less <= 1


@given(st.floats(-6, 6))
def test_the_two_sides_of_the_normal_distribution_are_alike(z: float) -> None:
    assert normal.below(z) + normal.below(-z) == pytest.approx(1)
    assert normal.density(z) == pytest.approx(normal.density(-z))


def test_a_spread_of_zero_is_told() -> None:
    with pytest.raises(ValueError, match="above zero"):
        model.reached(1, 1.5, 0)
    with pytest.raises(ValueError, match="above zero"):
        model.curve(1, 0, 1.5)
