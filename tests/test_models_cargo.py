"""Open the briefcase: Poisson tails against closed forms, and the fewest vesicles for a chance."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from worksite.models import cargo


@given(st.integers(0, 100_000))
def test_one_copy_or_more_is_one_minus_e(count: int) -> None:
    told = float(cargo.at_least(1, count))
    assert told == pytest.approx(1 - math.exp(-count * 0.00825))


@given(st.integers(0, 150), st.lists(st.integers(0, 30_000), min_size=1, max_size=5))
def test_tails_are_those_of_a_poisson_distribution(wanted: int, counts: list[int]) -> None:
    told = cargo.at_least(wanted, counts)
    assert told.shape == (len(counts),)
    assert told == pytest.approx(poisson.sf(wanted - 1, np.array(counts) * 0.00825), abs=1e-9)


@given(st.integers(1, 120), st.floats(0.01, 0.99))
def test_needed_is_the_fewest(wanted: int, chance: float) -> None:
    count = cargo.needed(wanted, chance)
    assert float(cargo.at_least(wanted, count)) >= chance
    assert float(cargo.at_least(wanted, count - 1)) < chance


def test_the_numbers_of_the_lesson() -> None:
    assert round(1 / cargo.COPIES) == 121
    assert [cargo.needed(1, p) for p in (0.5, 0.9, 0.95, 0.99)] == [85, 280, 364, 559]
    assert float(cargo.mean(121)) == pytest.approx(1, abs=0.01)


def test_a_tray_holds_about_as_many_as_expected() -> None:
    sizes = [len(cargo.tray(400, seed)) for seed in range(300)]
    assert np.mean(sizes) == pytest.approx(400 * (1 - math.exp(-0.00825)), rel=0.1)
    assert (cargo.tray(400, 3) == cargo.tray(400, 3)).all()
    assert cargo.tray(400, 3).max() < 400


@pytest.mark.parametrize(("wanted", "count"), [(-1, 5), (1, -5), (2, float("nan"))])
def test_numbers_below_zero_are_told(wanted: int, count: float) -> None:
    with pytest.raises(ValueError, match="below zero"):
        cargo.at_least(wanted, count)


@pytest.mark.parametrize("chance", [0, 1, -0.5, float("nan")])
def test_a_chance_that_cannot_be_reached_is_told(chance: float) -> None:
    with pytest.raises(ValueError, match="above 0 and below 1"):
        cargo.needed(1, chance)
