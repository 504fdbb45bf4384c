"""Item-writing checks: each catches its tiny bad bank, and no habit of guessing pays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.notebook.bankview import Bank, Choice, Item, all_banks, open_bank, view
from worksite.notebook.checks import items, players
from worksite.resources import CourseError, parse_yaml

BAD = Path(__file__).parent / "data" / "bad_banks"
OBJECTIVES = ["first"]

FAULTS = {
    "two_options": "quizzes/05.yml, few, line 3: 2 options. Give 3 to 5 that people really "
    "believe.",
    "longest_is_right": "quizzes/05.yml, long, line 3: the right option is by far the longest. "
    "Shorten it, or give a wrong one as much detail.",
    "position_bias": "quizzes/05.yml: A is right in 4 of 4 questions. Move some right options.",
    "always_true": "quizzes/05.yml: every true/false answer is true. Turn some statements round.",
    "all_of_the_above": 'quizzes/05.yml, all, line 3: the option "All of the above". '
    'Say what it means, or use "choose all that apply".',
    "double_negative": "quizzes/05.yml, neg, line 3: a double negative. Ask the plain way round.",
    "two_negatives": "quizzes/05.yml, neg2, line 3: a double negative. Ask the plain way round.",
    "denied_negative": "quizzes/05.yml, neg3, line 3: a double negative. Ask the plain way round.",
    "no_feedback": "quizzes/05.yml, mute, line 3: option B has no feedback. "
    "Say why it is right or wrong.",
    "hedged_right": "quizzes/05.yml, careful, line 3: only the right option is hedged "
    "(may, some, often …). Hedge a wrong one too, or neither.",
    "same_option": 'quizzes/05.yml, twin, line 3: the option "a hut" stands there twice. '
    "Change one.",
    "objective_once": "quizzes/05.yml: objective 'first' is tested by 1 questions. "
    "Write at least two.",
    "longest_pays": "quizzes: a learner who takes always the longest option gets 9.0 of 9 right; "
    "guessing gets 3.0. Change options until the habit does not pay.",
}


def read(name: str) -> Bank:
    return view(parse_yaml((BAD / f"{name}.yml").read_text(encoding="utf-8"), name), "05")


def faults(bank: Bank) -> list[str]:
    found = [fault for check in items.CHECKS for fault in check(bank)]
    return [*found, *items.objectives(bank, OBJECTIVES), *players.check([bank])]


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_told(name: str) -> None:
    assert FAULTS[name] in faults(read(name))


def test_every_bad_bank_is_used() -> None:
    assert {file.stem for file in BAD.glob("*.yml")} == set(FAULTS)


GOOD = """
groups: {both: [a, b]}
questions:
  - id: a
    type: one
    objective: first
    text: "Which one is small [E-01]?"
    options: &three
      - {text: the cell wall, right: true, feedback: Yes.}
      - {text: the vesicle, feedback: No.}
      - {text: the whole mouse, feedback: No.}
  - {id: b, type: one, objective: first, text: "Which?", options: *three, claims: [E-02]}
  - {id: c, type: own, objective: second, text: Say it., model_answer: "So [E-03, E-04]."}
"""


def test_a_good_bank_has_no_faults() -> None:
    bank = view(parse_yaml(GOOD, "05"), "05")
    assert faults(bank) == []
    assert bank.claims == {"E-01", "E-02", "E-03", "E-04"}
    assert [item.ref for item in bank.find("both")] == ["05/a", "05/b"]
    assert [item.ref for item in bank.find("c")] == ["05/c"]
    assert bank.find("nothing") == []


@pytest.mark.parametrize("text", ["questions: 3", "[]"])
def test_a_bank_without_questions_is_told(text: str) -> None:
    with pytest.raises(CourseError, match=r"quizzes/05.yml: no list of questions"):
        view(parse_yaml(text, "05"), "05")


def test_nonsense_in_a_bank_is_left_to_the_loader() -> None:
    bank = view(parse_yaml("questions: [5, {id: x, options: [3], type: one}]", "05"), "05")
    assert [(item.ref, item.choices) for item in bank.items] == [("05/x", ())]


def test_no_habit_pays_over_the_banks_of_the_course() -> None:
    banks = all_banks()
    assert len(players.playable(banks)) >= 8
    assert list(players.check(banks)) == []


def test_a_lesson_without_a_bank() -> None:
    assert open_bank("99") is None


def question(right: int, *options: str) -> Item:
    choices = tuple(Choice(text, place == right, "f") for place, text in enumerate(options))
    return Item("05/q", "recall", "one", "first", "What?", choices, 1, {})


@pytest.mark.parametrize(
    ("player", "taken"),
    [
        (players.longest, [3]),
        (players.shortest, [0]),
        (players.middle, [1, 2]),
        (players.hedged, [2]),
        (players.second, [1]),
    ],
)
def test_players_take_what_their_habit_says(player: players.Player, taken: list[int]) -> None:
    assert player(question(0, "a", "bb", "it may", "it does so").choices) == taken


def test_a_tie_counts_in_shares() -> None:
    assert players.score(players.longest, [question(0, "aa", "bb", "c")]) == 0.5


def test_chance_and_its_limit() -> None:
    chance, most = players.limit([question(0, "a", "b", "c", "d")] * 4)
    assert chance == 1.0
    assert most == pytest.approx(1 + 2 * (4 * 0.25 * 0.75) ** 0.5)


def test_no_questions_no_verdict() -> None:
    assert list(players.check([])) == []


@given(
    st.lists(
        st.tuples(st.lists(st.text(max_size=9), min_size=2, max_size=5), st.integers(0, 1)),
        max_size=6,
    )
)
def test_a_player_never_gets_more_than_all(given_items: list[tuple[list[str], int]]) -> None:
    listed = [question(right, *options) for options, right in given_items]
    for player in players.PLAYERS.values():
        assert 0 <= players.score(player, listed) <= len(listed)
