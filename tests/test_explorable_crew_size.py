"""Crew size: its tables are the model's, and its words say what the tables hold."""

from __future__ import annotations

import numpy as np
import pytest

from worksite.explorables import base, explore
from worksite.explorables.crew_size import EVEN, ROUNDS, START, STEM
from worksite.models import crew


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("01/crew-size")


def test_tables_are_the_models(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    assert np.array(tables["pools"]).shape == (len(EVEN), len(STEM), 8, ROUNDS + 1)
    for e, even in enumerate(EVEN):
        for s, stem in enumerate(STEM):
            p, q = crew.chances(even / 100, stem / 100)
            mean = crew.expected(START, p, q, ROUNDS)
            assert tables["mean"][e][s][5] == round(10 * mean[5])
            assert tables["lost"][e][s] == round(1000 * crew.lost_by(START, p, q, ROUNDS))
            assert {pool[0] for pool in tables["pools"][e][s]} == {START}


def test_it_starts_with_the_steady_crew(widget: base.Explorable) -> None:
    even, stem = widget.spec["controls"]
    assert (even["stops"][even["start"]], stem["stops"][stem["start"]]) == (0, 50)
    pools = np.array(widget.spec["tables"]["pools"][even["start"]])
    assert (pools == START).all()


def test_the_right_guess_is_what_the_tables_show(widget: base.Explorable) -> None:
    ends = [pool[-1] for pool in widget.spec["tables"]["pools"][-1][STEM.index(50)]]
    assert min(ends) == 0
    assert max(ends) >= 2 * START
    # "about four in ten" stands in a reply.
    assert 380 <= widget.spec["tables"]["lost"][-1][STEM.index(50)] <= 450
    assert "four in ten" in widget.spec["strings"]["predict"]["options"][3]["feedback"]
