"""Follow the crew: halving, falling, and the half-lives worked out from read points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.models import decay

TIME = st.floats(0.01, 1e4)


@given(TIME, st.integers(0, 30))
def test_each_half_life_halves(half_life: float, times: int) -> None:
    assert float(decay.remaining(times * half_life, half_life)) == pytest.approx(0.5**times)


@given(TIME, TIME, st.floats(0, 1))
def test_shares_stay_between_nothing_and_all_and_fall(
    fast: float, slow: float, part: float
) -> None:
    time = np.linspace(0, 3 * max(fast, slow), 50)
    for shares in (decay.remaining(time, fast), decay.two_phases(time, fast, slow, part),
                   decay.then(time, fast, fast, slow)):  # fmt: skip
        assert shares[0] == pytest.approx(1)
        assert (shares >= 0).all()
        assert (shares <= 1 + 1e-12).all()
        assert (np.diff(shares) <= 1e-12).all()


@given(TIME, TIME)
def test_two_phases_hold_each_phase_as_an_edge(fast: float, slow: float) -> None:
    time = np.linspace(0, 100, 7)
    assert decay.two_phases(time, fast, slow, 1) == pytest.approx(decay.remaining(time, fast))
    assert decay.two_phases(time, fast, slow, 0) == pytest.approx(decay.remaining(time, slow))


@given(st.floats(0.02, 0.98), st.floats(0.01, 0.99), TIME)
def test_a_worked_out_half_life_gives_the_points_back(end: float, drop: float, time: float) -> None:
    start = end + (1 - end) * drop
    half_life = decay.half_life_between(start, end, time)
    assert start * float(decay.remaining(time, half_life)) == pytest.approx(end)


def test_the_half_lives_of_the_lesson() -> None:
    assert decay.half_life_between(1, 0.15, 30) == pytest.approx(11, abs=0.1)
    assert decay.half_life_between(0.15, 0.015, 150) == pytest.approx(45, abs=0.2)
    assert decay.half_life_between(1, 0.14, 72) == pytest.approx(25.4, abs=0.1)
    assert decay.then([30, 180], 10.96, 30, 45.15) == pytest.approx([0.15, 0.015], rel=0.01)
    assert float(decay.remaining(72, 24)) == 0.125


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_half_life_must_be_above_zero(wrong: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        decay.remaining(1, wrong)


def test_what_makes_no_sense_is_told() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        decay.two_phases(1, 1, 1, 1.5)
    for start, end, time in ((1, 1, 5), (1, 0, 5), (0.5, 0.2, 0)):
        with pytest.raises(ValueError, match="needs a fall"):
            decay.half_life_between(start, end, time)
