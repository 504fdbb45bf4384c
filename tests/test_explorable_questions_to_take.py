"""Questions to take along: every combination gives questions, and none gives a recommendation."""

from __future__ import annotations

import json
import re

import pytest

from worksite.explorables import base, explore
from worksite.explorables.questions_to_take import combinations
from worksite.resources import path

# Words that would push: a treatment to take, to leave or to like.
PUSH = re.compile(
    r"\b(you should|we recommend|recommended|try (it|this|them)|go for|choose (stem|exo|cells)|"
    r"best (for you|treatment)|better choice|suits you|right for you|avoid|don't take|is safe|"
    r"works for|promising|score|rating)\b",
    re.I,
)


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("11/questions-to-take")


def test_no_combination_of_choices_yields_a_recommendation(widget: base.Explorable) -> None:
    asked = widget.spec["tables"]["asked"]
    every = combinations(widget.spec["tables"])
    assert len(every) == 5 * 4 * 4
    for kind, goal, worry in every:
        listed = [widget.spec["asks"][at] for at in asked[kind][goal][worry]]
        assert 7 <= len(listed) <= 12
        for each in listed:
            assert each["text"].endswith("?")
            told = each["text"] + " " + re.sub(r"<[^>]+>", "", each["why_html"])
            assert not PUSH.search(told), told


@pytest.mark.parametrize(
    "told", ["We recommend exosomes.", "It suits you.", "This works for knees."]
)
def test_a_recommendation_would_be_found(told: str) -> None:
    assert PUSH.search(told)


def test_every_question_comes_up_somewhere_and_the_first_five_always(
    widget: base.Explorable,
) -> None:
    asked = widget.spec["tables"]["asked"]
    lists = [asked[k][g][w] for k, g, w in combinations(widget.spec["tables"])]
    assert set().union(*lists) == set(range(len(widget.spec["asks"])))
    assert all(each[:5] == [0, 1, 2, 3, 4] for each in lists)


def test_choices_are_in_no_trait_and_no_file(widget: base.Explorable) -> None:
    """The model that is synced holds the questions only, and the module writes nowhere."""
    assert "chosen" not in json.dumps(list(widget.spec))
    source = path("assets", "widgets", "questions_to_take.js").read_text(encoding="utf-8")
    for name in ("explorable.js", "controls.js"):
        source += path("assets", "widgets", name).read_text(encoding="utf-8")
    for writes in (
        "model.set",
        "save_changes",
        "localStorage",
        "sessionStorage",
        "fetch(",
        ".send(",
    ):
        assert writes not in source, writes
