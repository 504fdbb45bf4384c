"""Open the briefcase: its tables are the model's, and its words say what the tables hold."""

from __future__ import annotations

import pytest

from worksite.explorables import base, explore
from worksite.explorables.open_the_briefcase import OPENED, WANTED
from worksite.models import cargo


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("04/open-the-briefcase")


def test_tables_are_the_models(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    for w, wanted in enumerate(WANTED):
        for at, opened in enumerate(OPENED):
            exact = float(cargo.at_least(wanted, opened))
            assert tables["chance"][w][at] / 1000 == pytest.approx(exact, abs=0.00051)
        rising = [share for _, share in tables["curve"][w]]
        assert rising == sorted(rising)
        assert len(rising) <= 31
    assert tables["full"] == cargo.tray(400, 9).tolist()


def test_the_right_guess_is_what_95_percent_needs(widget: base.Explorable) -> None:
    right = next(o for o in widget.spec["strings"]["predict"]["options"] if o.get("right"))
    assert str(widget.spec["tables"]["needed"][0][1]) in right["text"]
    # "more than one time in three" stands in a reply.
    assert 1 / 3 < 1 - float(cargo.at_least(1, 121)) < 0.4


def test_a_hundred_copies_need_less_margin(widget: base.Explorable) -> None:
    one, many = (needed[1] for needed in widget.spec["tables"]["needed"])
    assert many < 100 * one
