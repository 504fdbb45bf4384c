"""Follow the crew: lines are the model's, dots are what was read, and misfits are told."""

from __future__ import annotations

import numpy as np
import pytest

from worksite.evidence import get_claim
from worksite.explorables import base, explore
from worksite.explorables.follow_the_crew import (
    BEST,
    CASES,
    FAST,
    HALF_LIVES,
    HOURS,
    POINTS,
    SLOW,
    phases,
    times,
)
from worksite.models import decay


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("05/follow-the-crew")


def test_lines_are_the_models(widget: base.Explorable) -> None:
    for c, case in enumerate(CASES):
        for h, half in enumerate(HALF_LIVES):
            exact = 1e4 * decay.remaining(times(case) * HOURS[case.unit], half)
            assert widget.spec["tables"]["curve"][c][h] == pytest.approx(exact, abs=0.51)


def test_shares_start_at_all_stay_in_range_and_fall(widget: base.Explorable) -> None:
    for curves in widget.spec["tables"]["curve"]:
        for curve in curves:
            assert len(curve) == POINTS <= 31
            assert curve[0] == 10_000
            assert 0 <= min(curve) <= max(curve) <= 10_000
            assert (np.diff(curve) <= 0).all()


def test_lines_meet_the_read_points_or_the_words_say_why_not(widget: base.Explorable) -> None:
    views = widget.spec["strings"]["views"]
    for c, (case, half) in enumerate(zip(CASES, BEST, strict=True)):
        for time, share in case.read[1:]:
            there = 100 * float(decay.remaining(time * HOURS[case.unit], half))
            if abs(there - share) > 2:
                assert c in (0, 2), (c, time)
    assert "none alive" in views["why"][0]
    assert "No single half-life" in views["why"][2]


def test_two_phases_go_through_both_points_of_the_joint() -> None:
    rows = phases(2)
    assert rows is not None
    first, later = decay.half_life_between(1, 0.15, 30), decay.half_life_between(0.15, 0.015, 150)
    for time, (_, line, _) in zip(times(CASES[2]), rows, strict=True):
        exact = 0.15 * 0.5 ** ((time - 30) / later) if time > 30 else 0.5 ** (time / first)
        assert line == pytest.approx(exact)
    assert decay.then([30, 180], first, 30, later) == pytest.approx([0.15, 0.015])


def test_the_band_of_vesicles_holds_the_line(widget: base.Explorable) -> None:
    rows = phases(3)
    assert rows is not None
    assert all(low <= line <= high for low, line, high in rows)
    assert phases(0) is phases(1) is None
    assert "assumed" in widget.spec["strings"]["views"]["band"][3]


def test_what_is_called_read_stands_in_the_claims() -> None:
    ids = ("S-22", "S-23", "S-27", "S-31", "E-36", "E-37")
    told = {one: str(get_claim(one).parts) for one in ids}
    assert "72" in told["S-22"]
    assert "'24'" in told["S-23"]
    for share in ("15", "1.5"):
        assert f"'{share}'" in told["S-27"]
    assert "'14'" in told["S-31"]
    for low, high in (FAST, SLOW):
        assert f"{low:g}–{high:g}" in told["E-37"]
    assert BEST[3] == pytest.approx(7 / 60, abs=0.004)
