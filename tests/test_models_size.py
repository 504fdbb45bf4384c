"""The rules of "How big is a foreman?" hold for every size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.models import size

cells = st.floats(1.0, 100.0)  # µm
vesicles = st.floats(10.0, 1000.0)  # nm


@given(cells, vesicles)
def test_the_volume_ratio_is_the_cube_of_the_length_ratio(cell: float, vesicle: float) -> None:
    # Against volumes of spheres, not against the code's own cube.
    sphere = lambda nm: np.pi / 6 * nm**3  # noqa: E731
    ratio = sphere(cell * 1000) / sphere(vesicle)
    assert size.volume_ratio(cell, vesicle) == pytest.approx(ratio)
    assert size.volume_ratio(cell, vesicle) == pytest.approx(size.length_ratio(cell, vesicle) ** 3)


def test_read_cells_hold_two_to_twenty_eight_million_vesicles() -> None:
    ratios = size.volume_ratio(size.READ_CELLS, 100)
    assert ratios.min() == pytest.approx(2.0e6, rel=0.01)
    assert ratios.max() == pytest.approx(2.8e7, rel=0.01)
    assert size.volume_ratio(20, 100) == pytest.approx(8e6)


def test_the_foreman_is_nine_millimetres() -> None:
    assert size.foreman_height(20, 100) == pytest.approx(9.0)


@given(cells, vesicles)
def test_twice_the_cell_is_eight_times_the_vesicles(cell: float, vesicle: float) -> None:
    assert size.volume_ratio(2 * cell, vesicle) == pytest.approx(
        8 * size.volume_ratio(cell, vesicle)
    )
    assert size.volume_ratio(cell, vesicle / 2) == pytest.approx(
        8 * size.volume_ratio(cell, vesicle)
    )


@given(cells, vesicles, st.floats(1.01, 3))
def test_larger_cells_hold_more_and_make_smaller_foremen(
    cell: float, vesicle: float, more: float
) -> None:
    assert size.volume_ratio(cell * more, vesicle) > size.volume_ratio(cell, vesicle)
    assert size.foreman_height(cell * more, vesicle) < size.foreman_height(cell, vesicle)
    assert size.foreman_height(cell, vesicle * more) > size.foreman_height(cell, vesicle)


@given(cells, vesicles)
def test_the_picture_at_human_scale_is_the_same_picture(cell: float, vesicle: float) -> None:
    shown = size.foreman_height(cell, vesicle) / size.WORKER_HEIGHT
    assert shown == pytest.approx(vesicle / (cell * 1000))


@given(st.floats(0.01, 100), st.floats(0.01, 100))
def test_a_fold_change_says_times_or_divided_by(now: float, start: float) -> None:
    fold, back = float(size.fold_change(now, start)), float(size.fold_change(start, now))
    assert abs(fold) >= 1
    assert (fold > 0) == (now >= start)
    assert abs(fold) == pytest.approx(abs(back))
    assert start * (fold if fold > 0 else -1 / fold) == pytest.approx(now)


@given(cells, vesicles, cells, vesicles)
def test_the_volume_runs_away_from_the_row_both_ways(
    cell: float, vesicle: float, cell_0: float, vesicle_0: float
) -> None:
    row = size.fold_change(size.length_ratio(cell, vesicle), size.length_ratio(cell_0, vesicle_0))
    body = size.fold_change(size.volume_ratio(cell, vesicle), size.volume_ratio(cell_0, vesicle_0))
    # The cube keeps the sign. Near no change, where rounding may flip it, only the size counts.
    assert abs(body) == pytest.approx(abs(row) ** 3)
    if abs(row) > 1.000001:
        assert body == pytest.approx(row**3)


def test_grids_broadcast() -> None:
    grid = size.volume_ratio(np.array([10.0, 20.0])[:, None], np.array([50.0, 100.0, 200.0]))
    assert grid.shape == (2, 3)


@pytest.mark.parametrize(("cell", "vesicle"), [(0, 100), (20, 0), (-1, 100), ([20, 0], 100)])
def test_no_size_below_or_at_zero(cell: object, vesicle: object) -> None:
    with pytest.raises(ValueError, match="above zero"):
        size.length_ratio(cell, vesicle)  # type: ignore[arg-type]


@given(st.floats(1, 1e12))
def test_significant_digits_lose_less_than_half_a_percent(value: float) -> None:
    rounded = int(size.significant(value))
    assert rounded == pytest.approx(value, rel=0.005, abs=0.5)
    assert len(str(rounded).rstrip("0")) <= 3
