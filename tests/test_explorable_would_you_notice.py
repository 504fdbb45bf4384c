"""Would you notice? Its counts are the model's, its stops the claims', its replies hold."""

from __future__ import annotations

import pytest

from worksite.evidence import get_claim
from worksite.explorables import base, explore
from worksite.explorables.would_you_notice import EXTRA, NOTICED, SALT, SPREAD
from worksite.models import noticed as model


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("09/would-you-notice")


def test_counts_are_the_models_and_make_a_hundred(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    for e, extra in enumerate(EXTRA):
        for s, spread in enumerate(SPREAD):
            exact = 100 * model.because(SALT, extra, NOTICED, spread)
            assert tables["because"][e][s] == pytest.approx(exact, abs=0.51)
            assert 0 <= tables["anyway"][s] + tables["because"][e][s] <= 100
            low, high = tables["range"][e]
            assert low <= tables["because"][e][s] <= high


def test_at_no_extra_nobody_crosses_because_of_it_and_it_starts_there(
    widget: base.Explorable,
) -> None:
    extra = widget.spec["controls"][0]
    assert extra["stops"][extra["start"]] == 0
    assert set(widget.spec["tables"]["because"][extra["start"]]) == {0}


def test_the_stops_are_those_of_the_claims() -> None:
    pain = {part.what: part for part in get_claim("S-43").parts}
    early, late = pain["extra pain relief, 3–6 months"], pain["extra pain relief, 12 months"]
    read = [early.value, *early.range.split("–"), *late.range.replace("−", "-").split(" to ")]
    assert sorted(float(each) for each in read) == sorted(set(EXTRA) - {0})
    assert float(pain["smallest change people notice"].value) == NOTICED
    assert float(get_claim("S-46").parts[0].value) == SALT


def test_the_right_guess_is_the_range_of_the_estimate(widget: base.Explorable) -> None:
    low, high = widget.spec["tables"]["range"][EXTRA.index(0.74)]
    (right,) = [o for o in widget.spec["strings"]["predict"]["options"] if o.get("right")]
    assert f"{low} and {high}" in right["text"]


def test_most_get_past_the_line_with_salt_water_alone(widget: base.Explorable) -> None:
    assert min(widget.spec["tables"]["anyway"]) > 50
