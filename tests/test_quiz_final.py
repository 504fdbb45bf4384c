"""The final check: weak spots first, every objective in the end, no question twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worksite import lessons, progress, quiz
from worksite.quiz import bank as banks
from worksite.quiz import final

STATES = st.dictionaries(
    st.sampled_from(["01", "02", "03", "04"]),
    st.lists(st.lists(st.integers(0, 2), max_size=4), max_size=4),
)


@given(STATES)
def test_every_objective_with_questions_is_asked_once(states: dict[str, list[list[int]]]) -> None:
    found = final.order(states)
    wanted = {(name, at) for name, goals in states.items() for at, qs in enumerate(goals) if qs}
    assert {(lesson, goal) for lesson, goal, _ in found} == wanted
    assert len(found) == len(wanted)
    kinds = [states[lesson][goal][at] for lesson, goal, at in found]
    assert all(
        kind == min(states[name][g]) for kind, (name, g, _) in zip(kinds, found, strict=True)
    )
    weak = [kind == final.WEAK for kind in kinds]
    assert weak == sorted(weak, reverse=True)


def test_an_answer_is_weak_right_or_not_there() -> None:
    assert [final.state(each) for each in (None, "right", "noted", "wrong", "part")] == [
        final.NEW, final.RIGHT, final.RIGHT, final.WEAK, final.WEAK,
    ]  # fmt: skip


def test_it_begins_with_one_question_of_each_lesson() -> None:
    first = [bank.lesson for bank, _ in final.asked()]
    ready = [each.id for each in lessons.load().lessons if each.id in banks.known()]
    assert first[: len(ready)] == ready
    assert len(first) == final.COUNT


def test_what_went_wrong_comes_first_and_sittings_reach_every_objective() -> None:
    every = {
        (each.id, goal.id) for each in lessons.load().lessons if each.id in banks.known()
        for goal in each.objectives
    }  # fmt: skip
    seen = set()
    for sitting in range(12):
        for bank, question in final.asked():
            seen.add((bank.lesson, question.objective))
            right = {"verdict": "right", "credit": 1.0}
            at = f"2026-11-23T10:00:{sitting:02}+00:00"
            progress.record(f"{bank.lesson}/{question.id}", "a", right, at=at)
        if seen == every:
            break
    assert seen == every
    bank, question = banks.find("05/homing")[0]
    wrong = {"verdict": "wrong", "credit": 0.0}
    progress.record("05/homing", "a", wrong, at="2026-11-24T10:00:00+00:00")
    assert (final.asked()[0][0].lesson, final.asked()[0][1].id) == (bank.lesson, question.id)


def test_no_question_is_one_the_learner_judges_alone() -> None:
    assert {question.type for _, question in final.asked(99)}.isdisjoint({"own"})
    assert quiz("final").spec["questions"]
