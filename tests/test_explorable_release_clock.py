"""Release clock: its table is the model's, and its replies hold."""

from __future__ import annotations

import pytest

from worksite.explorables import base, explore
from worksite.explorables.release_clock import CELLS, GOAL, RATES
from worksite.models import release


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("04/release-clock")


def test_the_table_is_the_models(widget: base.Explorable) -> None:
    for r, rate in enumerate(RATES):
        for c, cells in enumerate(CELLS):
            exact = float(release.hours(GOAL, rate, cells)) * 3600
            assert widget.spec["tables"]["seconds"][r][c] == pytest.approx(exact, abs=0.51)


def test_it_starts_with_one_cell_at_the_low_typical_rate(widget: base.Explorable) -> None:
    rate, cells = widget.spec["controls"]
    assert rate["stops"][rate["start"]] == release.TYPICAL[0]
    assert cells["stops"][cells["start"]] == 1


def test_what_was_read_is_marked_and_nothing_else(widget: base.Explorable) -> None:
    rate = widget.spec["controls"][0]
    read = [rate["stops"][at] for at in rate["read_at"]]
    assert read == [release.RED_CELL, *release.TYPICAL, release.MONOCYTE]


def test_the_band_lies_between_the_typical_rates(widget: base.Explorable) -> None:
    for cells, low, high in widget.spec["tables"]["band"]:
        assert low <= release.hours(GOAL, 100, cells) * 3600 <= high


@pytest.mark.parametrize(("days", "low", "high"), [(30.44, 44_000, 124_000), (365.25, 5e5, 1.5e6)])
def test_replies_say_what_a_cell_releases(days: float, low: float, high: float) -> None:
    slow, fast = (rate * 24 * days for rate in release.TYPICAL)
    assert slow == pytest.approx(low, rel=0.06)
    assert fast == pytest.approx(high, rel=0.06)
