"""Grading is fair, never raises, and both graders say the same."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_grading_cases import FILE, text

from worksite.quiz.grading import TYPES, grade
from worksite.quiz.numbers import readings

LETTERS = list("abcdefgh")


def test_the_recorded_cases_are_what_the_grader_says_today() -> None:
    assert FILE.read_text(encoding="utf-8") == text()


def test_there_are_enough_recorded_cases_of_every_type() -> None:
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    assert len(cases) >= 300
    assert {case["key"]["type"] for case in cases} == set(TYPES)
    verdicts = {case["result"]["verdict"] for case in cases}
    assert verdicts == {
        "right", "partly", "wrong", "unit", "unanswered", "unreadable", "noted", "opinion",
    }  # fmt: skip


@st.composite
def many_keys(draw: st.DrawFn) -> dict[str, Any]:
    options = LETTERS[: draw(st.integers(2, 8))]
    right = draw(st.sets(st.sampled_from(options), min_size=1, max_size=len(options) - 1))
    return {"type": "many", "options": options, "right": sorted(right)}


@given(many_keys())
def test_ticking_everything_earns_nothing(key: dict[str, Any]) -> None:
    result = grade(key, key["options"])
    assert result["credit"] == 0
    assert result["verdict"] == "wrong"


@given(many_keys(), st.data())
def test_credit_stays_in_bounds_and_only_the_right_set_is_right(
    key: dict[str, Any], data: st.DataObject
) -> None:
    ticked = data.draw(st.sets(st.sampled_from(key["options"]), min_size=1))
    result = grade(key, sorted(ticked))
    assert 0 <= result["credit"] <= 1
    assert (result["verdict"] == "right") == (ticked == set(key["right"]))
    # One more right tick never costs, one more wrong tick never pays.
    for option in set(key["options"]) - ticked:
        more = grade(key, sorted(ticked | {option}))["credit"]
        better = more >= result["credit"] if option in key["right"] else more <= result["credit"]
        assert better


@given(many_keys(), st.data())
def test_a_blind_guess_by_coin_earns_little(key: dict[str, Any], data: st.DataObject) -> None:
    from itertools import combinations

    sets = [c for n in range(1, len(key["options"]) + 1) for c in combinations(key["options"], n)]
    mean = sum(grade(key, list(c))["credit"] for c in sets) / len(sets)
    assert mean < 0.5


@given(st.permutations(LETTERS[:5]))
def test_order_is_one_for_the_right_order_and_nothing_reversed(right: list[str]) -> None:
    key = {"type": "order", "right": right}
    assert grade(key, right)["verdict"] == "right"
    assert grade(key, right[::-1])["credit"] == 0


@given(st.permutations(LETTERS[:4]), st.permutations(LETTERS[:4]))
def test_order_is_symmetric_in_who_is_right(one: list[str], other: list[str]) -> None:
    first = grade({"type": "order", "right": one}, other)["credit"]
    assert first == grade({"type": "order", "right": other}, one)["credit"]


@given(st.lists(st.sampled_from("abcd"), min_size=3, max_size=3))
def test_match_guessing_pays_nothing_on_average(right: list[str]) -> None:
    key = {"type": "match", "rows": ["1", "2", "3"], "choices": list("abcd"),
           "right": dict(zip("123", right, strict=True))}  # fmt: skip
    assert grade(key, key["right"])["credit"] == 1
    same = [grade(key, dict.fromkeys("123", choice))["credit"] for choice in "abcd"]
    assert sum(same) / 4 <= 0.25 + 1e-9


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("0.1", [0.1]), ("1,5", [1.5]), ("1,500", [1.5, 1500]), ("1.500", [1.5, 1500]),
        ("1,500,000", [1.5e6]), ("1.500,5", [1500.5]), ("8 million", [8e6]), ("8×10⁶", [8e6]),
        ("10^-9", [1e-9]), ("\u22123", [-3]), ("50 %", [50]), ("1/8", [0.125]),
        ("2 billion", [2e9]),
        ("", []), ("12abc", []), ("1/0", []), ("1/2/3", []), ("1,50,0", []), (".", []), ("e5", []),
        ("NaN", []), ("1e999", []), ("1,500.25.1", []),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(typed: str, values: list[float]) -> None:
    assert readings(typed) == pytest.approx(values)


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_every_number_python_writes_is_read_back(value: float) -> None:
    assert any(math.isclose(value, read, rel_tol=1e-12) for read in readings(repr(value)))


@given(st.text(max_size=25))
def test_reading_never_raises_and_never_gives_what_is_no_number(typed: str) -> None:
    assert all(math.isfinite(value) for value in readings(typed))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = [
    {"type": "one", "options": ["a", "b"], "right": ["a"]},
    {"type": "many", "options": ["a", "b"], "right": ["a"]},
    {"type": "true_false", "answer": "true", "reasons": ["a", "b"], "right": ["a"]},
    {"type": "number", "answer": 2.0, "unit": "m", "units": {"m": 1, "km": 1000}},
    {"type": "match", "rows": ["1"], "choices": ["a", "b"], "right": {"1": "a"}},
    {"type": "order", "right": ["a", "b"]},
    {"type": "own", "points": 3},
]


@given(st.sampled_from(KEYS), JSON)
def test_no_response_whatever_raises(key: dict[str, Any], response: Any) -> None:
    result = grade(key, response)
    assert set(result) == {"verdict", "credit", "marks"}
    assert (result["credit"] is None) == (
        result["verdict"] in ("unanswered", "unreadable", "noted")
    )


def test_an_untouched_number_box_is_not_zero() -> None:
    key = {"type": "number", "answer": 0, "unit": None, "units": {}}
    assert grade(key, {"value": ""})["verdict"] == "unanswered"
    assert grade(key, {"value": "0"})["verdict"] == "right"
    third = {"type": "number", "answer": 0.3, "unit": None, "units": {}}
    assert grade(third, {"value": 0.1 + 0.2})["verdict"] == "right"
