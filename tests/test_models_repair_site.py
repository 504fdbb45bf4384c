"""The repair site: its rules hold for every setting."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from worksite.models import repair_site as site

DAYS = np.linspace(0, 60, 31)
SHARE, SENT = st.floats(0, 1), st.floats(0, 5)
GAP, WORTH = st.booleans(), st.sampled_from(site.MESSAGES)


@given(SHARE, SENT, SHARE, GAP, WORTH)
def test_repair_stays_in_range_and_never_falls(
    crew: float, sent: float, builders: float, gap: bool, worth: float
) -> None:
    stands = site.repair(DAYS, crew, sent, builders, gap, worth)
    assert stands[0] == 0
    assert (np.diff(stands) >= -1e-12).all()
    assert stands.max() <= site.ceiling(crew, builders, gap) <= 100


@given(SHARE, GAP, WORTH)
def test_nothing_sent_is_natural_healing(crew: float, gap: bool, worth: float) -> None:
    stands = site.repair(DAYS, crew, 0, 0, gap, worth)
    natural = site.ceiling(crew, 0, gap) * (1 - np.exp(-crew * site.NATURAL * DAYS))
    assert stands == pytest.approx(natural)


@given(SHARE, SENT, SHARE, GAP)
def test_a_message_that_does_not_work_changes_nothing(
    crew: float, sent: float, builders: float, gap: bool
) -> None:
    with_it = site.repair(DAYS, crew, sent, builders, gap, 0)
    assert with_it == pytest.approx(site.repair(DAYS, crew, 0, builders, gap, 0))


@given(SENT, GAP, WORTH)
def test_messengers_without_a_crew_mend_nothing(sent: float, gap: bool, worth: float) -> None:
    assert (site.repair(DAYS, 0, sent, 0, gap, worth) == 0).all()


@given(SHARE, SENT, SHARE, WORTH)
def test_a_gap_closes_only_as_far_as_builders_are_there(
    crew: float, sent: float, builders: float, worth: float
) -> None:
    stands = site.repair([1e6], crew, sent, builders, True, worth)
    assert stands[0] <= site.OWN_SHARE + (100 - site.OWN_SHARE) * builders + 1e-9


@given(SHARE, SENT, SHARE, GAP)
def test_natural_healing_lies_inside_the_band(
    crew: float, sent: float, builders: float, gap: bool
) -> None:
    natural = site.repair(DAYS, crew, 0, 0, gap, 0)
    hoped = site.repair(DAYS, crew, sent, builders, gap, site.MESSAGES[-1])
    assert (natural <= hoped + 1e-9).all()


@given(SHARE, SENT, SHARE, GAP, WORTH)
def test_the_solution_solves_the_equation(
    crew: float, sent: float, builders: float, gap: bool, worth: float
) -> None:
    cap = site.ceiling(crew, builders, gap)

    def rate(time: float, stands: list[float]) -> list[float]:
        signal = worth * site.told(sent) * 0.5 ** (time / site.MEMORY)
        pace = crew * site.NATURAL * (1 + signal) + builders * site.BUILD
        return [pace * (cap - stands[0])]

    found = solve_ivp(rate, (0, 60), [0.0], t_eval=[20, 60], rtol=1e-9, atol=1e-9).y[0]
    assert site.repair([20, 60], crew, sent, builders, gap, worth) == pytest.approx(found, abs=1e-4)


def test_sent_workers_fade_with_the_read_half_life() -> None:
    assert site.left([0, 1, 3]) == pytest.approx([1, 0.5, 0.125])


def test_more_messengers_add_less_and_less() -> None:
    gains = np.diff([site.told(sent) for sent in range(5)])
    assert (gains > 0).all()
    assert (np.diff(gains) < 0).all()


@pytest.mark.parametrize("wrong", [(-1, 0, 0, 0), (0.5, 0, 2, 0), (0.5, -1, 0, 0), (0.5, 0, 0, -1)])
def test_what_makes_no_sense_is_told(wrong: tuple[float, ...]) -> None:
    crew, sent, builders, worth = wrong
    with pytest.raises(ValueError, match=r"shares of a full team|cannot be below zero"):
        site.repair(DAYS, crew, sent, builders, False, worth)
