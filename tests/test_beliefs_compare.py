"""Two rounds of answers side by side: what changed, in every case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.beliefs.compare import change, compare

ANSWER = st.sampled_from(["true", "false", "unknown"])
GIVEN = st.builds(
    lambda response, confidence: {"response": response, "confidence": confidence},
    ANSWER, st.sampled_from(["sure", "think", "guess", None]),
)  # fmt: skip


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    fits = draw(st.lists(st.sampled_from(["true", "false", ""]), min_size=1, max_size=8))
    asked = [
        {"ref": f"a/{at}", "before_ref": f"b/{at}", "fits": one} for at, one in enumerate(fits)
    ]
    state = {
        each[name]: draw(GIVEN) for each in asked for name in ("ref", "before_ref")
        if draw(st.integers(0, 3))
    }  # fmt: skip
    return asked, state


def said(response: str, confidence: str | None = None) -> dict[str, Any]:
    return {"response": response, "confidence": confidence}


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        (said("true", "sure"), said("false", "sure"), "changed"),
        (said("unknown"), said("false", "guess"), "changed"),
        (said("true", "guess"), said("true", "think"), "surer"),
        (said("true", "sure"), said("true", "guess"), "less_sure"),
        (said("true", "sure"), said("true", "sure"), "same"),
        (said("unknown"), said("unknown"), "same"),
        (said("true"), said("true", "sure"), "same"),
        (None, said("true", "sure"), ""),
        (said("true", "sure"), None, ""),
    ],
)
def test_what_became_of_a_belief(before: Any, now: Any, what: str) -> None:
    assert change(before, now) == what


@given(rounds())
def test_counts_hold_together(made: tuple[list[dict[str, Any]], dict[str, Any]]) -> None:
    asked, state = made
    found = compare(asked, state)
    counts = found["counts"]
    assert len(found["rows"]) == counts["total"] == len(asked)
    assert counts["changed"] + counts["surer"] <= counts["both"] <= counts["total"]
    assert max(counts["fit_now"], counts["fit_before"]) <= counts["judged"] <= counts["total"]
    assert ("no_before" in found["lines"]) == (counts["both"] == 0)
    assert len({"changed", "kept_all", "no_before"} & set(found["lines"])) == 1


@given(rounds())
def test_rounds_exchanged_change_as_much(
    made: tuple[list[dict[str, Any]], dict[str, Any]],
) -> None:
    asked, state = made
    turned = [{**one, "ref": one["before_ref"], "before_ref": one["ref"]} for one in asked]
    there, back = compare(asked, state), compare(turned, state)
    turn = {"surer": "less_sure", "less_sure": "surer"}
    assert back["rows"] == [turn.get(row, row) for row in there["rows"]]
    assert back["counts"]["both"] == there["counts"]["both"]


@given(rounds())
def test_the_same_answers_twice_change_nothing(
    made: tuple[list[dict[str, Any]], dict[str, Any]],
) -> None:
    asked, state = made
    twice = {**state, **{one["before_ref"]: state[one["ref"]] for one in asked
                         if one["ref"] in state}}  # fmt: skip
    twice = {ref: twice[ref] for one in asked if one["ref"] in state
             for ref in (one["ref"], one["before_ref"])}  # fmt: skip
    found = compare(asked, twice)
    assert set(found["rows"]) <= {"same", ""}
    assert found["counts"]["fit_now"] == found["counts"]["fit_before"]
