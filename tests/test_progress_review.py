"""When questions come back, and in what order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.progress import review

START = date(2026, 3, 1)


def answer(ref: str = "03/a", days: int = 0, verdict: str = "right", **more: object) -> dict:
    at = f"{START + timedelta(days=days)}T12:00:00+00:00"
    credit = {"right": 1.0, "partly": 0.5}.get(verdict, 0.0)
    return {"ref": ref, "at": at, "response": "a", "verdict": verdict, "credit": credit,
            "confidence": None, "hints": 0, **more}  # fmt: skip


def test_right_answers_climb_the_gaps_day_by_day() -> None:
    given_so_far, today = [], 0
    for gap in [*review.GAPS, 30, 30]:
        given_so_far.append(answer(days=today))
        assert review.due_on(given_so_far) == START + timedelta(days=today + gap)
        today += gap


def test_a_wrong_answer_comes_back_tomorrow_and_begins_anew() -> None:
    history = [answer(days=0), answer(days=1), answer(days=4, verdict="wrong")]
    assert review.due_on(history) == START + timedelta(days=5)
    assert review.due_on([*history, answer(days=5)]) == START + timedelta(days=6)


def test_ten_tries_in_one_day_climb_once() -> None:
    assert review.step([answer(verdict="wrong"), *[answer() for _ in range(10)]]) == 1


def test_sure_but_wrong_comes_first_then_the_longest_waiting() -> None:
    history = [
        answer("03/old", 0),
        answer("03/older", -3),
        answer("03/sure", 0, "wrong", confidence="sure"),
        answer("03/guess", 0, "wrong", confidence="guess"),
    ]
    today = START + timedelta(days=2)
    assert review.due(history, today) == ["03/sure", "03/older", "03/guess", "03/old"]
    assert review.due(history, START - timedelta(days=9)) == []
    assert review.weak(history) == ["03/sure", "03/guess"]


def test_weak_is_by_the_last_answer_and_the_lowest_credit() -> None:
    history = [answer("03/a", 0, "wrong"), answer("03/b", 0, "partly"), answer("03/c", 0, "wrong"),
               answer("03/a", 1, "right")]  # fmt: skip
    assert review.weak(history) == ["03/c", "03/b"]
    assert review.latest(history)["03/a"]["tries"] == 2


@pytest.mark.parametrize("at", ["", "yesterday", None])
def test_an_unreadable_moment_never_stops_the_course(at: object) -> None:
    assert review.due([{**answer(), "at": at}], START) == ["03/a"]


VERDICTS = st.sampled_from(["right", "wrong", "partly", "noted"])


@given(st.lists(st.tuples(st.integers(0, 60), VERDICTS), min_size=1, max_size=12))
def test_a_question_always_comes_back_within_a_month(history: list[tuple[int, str]]) -> None:
    answers = [answer(days=days, verdict=verdict) for days, verdict in sorted(history)]
    wait = review.due_on(answers) - review.day(answers[-1])
    assert timedelta(days=1) <= wait <= timedelta(days=30)
