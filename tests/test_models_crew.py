"""Crew size: growth, balance and extinction as the theory of branching processes has them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from worksite.models import crew

CHANCE = st.floats(0, 1)


@given(CHANCE, CHANCE)
def test_growth_is_one_plus_p_minus_q(even: float, stem: float) -> None:
    p, q = crew.chances(even, stem)
    assert p + q == pytest.approx(even)
    assert crew.growth(p, q) == pytest.approx(1 + even * (2 * stem - 1))
    after = crew.expected(10, p, q, 5)
    assert after[0] == 10
    assert after[5] == pytest.approx(10 * crew.growth(p, q) ** 5)


@given(CHANCE)
def test_at_equality_the_average_stays(even: float) -> None:
    assert crew.expected(10, *crew.chances(even, 0.5), 30) == pytest.approx(np.full(31, 10.0))


@given(CHANCE, CHANCE)
def test_dying_out_is_the_smaller_fixed_point(even: float, stem: float) -> None:
    p, q = crew.chances(even, stem)
    one = crew.lost_ever(1, p, q)
    assert 0 <= one <= 1
    assert q + (1 - p - q) * one + p * one * one == pytest.approx(one, abs=1e-12)
    if p > 0:
        assert one == pytest.approx(min(1.0, q / p))
    assert crew.lost_ever(3, p, q) == pytest.approx(one**3)


@given(st.floats(0.05, 1), st.floats(0, 1))
def test_dying_out_comes_nearer_round_by_round(even: float, stem: float) -> None:
    p, q = crew.chances(even, stem)
    assume(abs(p - q) > 0.02)
    steps = [crew.lost_by(4, p, q, rounds) for rounds in (0, 1, 10, 2000)]
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[1] == pytest.approx(q**4)
    assert steps[3] == pytest.approx(crew.lost_ever(4, p, q), abs=1e-6)


@given(st.integers(0, 2**32))
def test_uneven_splits_neither_grow_nor_die(seed: int) -> None:
    pool = crew.runs(10, 0.0, 0.0, 20, 3, seed)
    assert (pool == 10).all()
    assert crew.lost_by(10, 0, 0, 1000) == crew.lost_ever(10, 0, 0) == 0
    assert crew.expected_builders(10, 0, 0, 20) == 200


@given(CHANCE, CHANCE, st.integers(0, 2**32))
def test_a_pool_at_most_doubles_and_stays_empty(even: float, stem: float, seed: int) -> None:
    pool = crew.runs(10, *crew.chances(even, stem), 12, 6, seed)
    assert pool.shape == (6, 13)
    assert (pool[:, 0] == 10).all()
    assert (pool >= 0).all()
    assert (pool[:, 1:] <= 2 * pool[:, :-1]).all()
    assert (pool[:, 1:][pool[:, :-1] == 0] == 0).all()
    again = crew.runs(10, *crew.chances(even, stem), 12, 6, seed)
    assert (again == pool).all()


@pytest.mark.parametrize(("even", "stem"), [(1, 0.5), (0.6, 0.4), (0.5, 0.7)])
def test_many_crews_agree_with_the_formulas(even: float, stem: float) -> None:
    p, q = crew.chances(even, stem)
    pool = crew.runs(10, p, q, 20, 20_000, 1)
    assert pool[:, 20].mean() == pytest.approx(crew.expected(10, p, q, 20)[20], rel=0.05)
    assert (pool[:, 20] == 0).mean() == pytest.approx(crew.lost_by(10, p, q, 20), abs=0.015)


def test_builders_and_stem_cells_add_up() -> None:
    # Two cells come of every split, so builders made are splits ×2 less the stem cells left.
    p, q = crew.chances(0.4, 0.7)
    pool = crew.expected(10, p, q, 8)
    left = sum(pool[:-1]) * 2 - sum(pool[1:])
    assert crew.expected_builders(10, p, q, 8) == pytest.approx(left)


@pytest.mark.parametrize(("even", "stem"), [(-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_a_chance_outside_its_range_is_told(even: float, stem: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        crew.chances(even, stem)
