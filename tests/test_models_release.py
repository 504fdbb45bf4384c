"""Release clock: time is goal over rate times cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.models import release

SIZE = st.floats(0.1, 1e10)


@given(SIZE, SIZE, SIZE)
def test_time_is_the_goal_over_rate_and_cells(goal: float, rate: float, cells: float) -> None:
    assert float(release.hours(goal, rate, cells)) == pytest.approx(goal / rate / cells)
    twice = float(release.hours(goal, rate, 2 * cells))
    assert 2 * twice == pytest.approx(float(release.hours(goal, rate, cells)))


def test_the_centuries_of_the_claims() -> None:
    slow, fast = release.years(release.hours(1e9, release.TYPICAL, 1))
    assert (round(slow, -2), round(fast, -1)) == (1900, 670)
    assert float(release.years(release.hours(1e9, release.MONOCYTE, 1))) == pytest.approx(
        42, abs=0.5
    )


def test_a_flask_needs_minutes() -> None:
    assert float(release.hours(1e9, 100, 1e8)) * 60 == pytest.approx(6)


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1, 0, 1), (1, 1, -1), (1, 1, float("nan"))])
def test_what_is_not_above_zero_is_told(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        release.hours(*wrong)
