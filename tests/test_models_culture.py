"""Growing a crew: doublings, days, passages, and who wears out first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.models import culture

CELLS = st.floats(1, 1e13)


@given(CELLS, st.integers(0, 40))
def test_doublings_are_the_twos_in_the_ratio(start: float, count: int) -> None:
    assert float(culture.doublings(start, start * 2**count)) == pytest.approx(count)
    assert float(culture.doublings(start * 2**count, start)) == 0


@given(CELLS, CELLS, CELLS)
def test_doublings_add_up(one: float, two: float, three: float) -> None:
    few, some, many = sorted((one, two, three))
    both = culture.doublings(few, some) + culture.doublings(some, many)
    assert float(both) == pytest.approx(float(culture.doublings(few, many)), abs=1e-9)


def test_the_worked_example_of_the_ledger() -> None:
    count = culture.doublings([600, 60], 1e8)
    assert count == pytest.approx([17.3, 20.7], abs=0.05)
    assert culture.days(count, 61.2) == pytest.approx([44, 53], abs=0.5)


@given(st.floats(0, 60), st.floats(1, 500))
def test_days_are_doublings_times_the_time_to_double(count: float, hours: float) -> None:
    assert float(culture.days(count, hours)) == pytest.approx(count * hours / 24)


def test_passages_give_what_was_read_and_never_less_than_the_last() -> None:
    steps = np.diff(culture.reached(20))
    assert steps[0] == pytest.approx(7.7)
    assert steps[9] == pytest.approx(1.2)
    assert (np.diff(steps) <= 1e-9).all()
    assert steps.min() == pytest.approx(1.2)


@given(st.floats(0, 60))
def test_passages_are_as_few_as_reach_the_goal(count: float) -> None:
    needed = culture.passages(count)
    assert culture.reached(needed)[-1] >= count - 1e-9
    assert needed == 0 or culture.reached(needed - 1)[-1] < count


@given(st.floats(0, 60))
def test_wearing_out_is_needing_more_passages_than_there_are(count: float) -> None:
    for source in culture.SOURCES:
        out = culture.worn_out(count, source)
        if source.worn is None:
            assert not out
        else:
            assert out == (culture.reached(source.worn)[-1] < count - 1e-9)


@pytest.mark.parametrize(("start", "target"), [(0, 10), (10, 0), (-1, 5), (float("nan"), 5)])
def test_a_number_of_cells_must_be_above_zero(start: float, target: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        culture.doublings(start, target)
