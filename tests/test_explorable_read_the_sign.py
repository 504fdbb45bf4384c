"""Read the sign: the clinic's worries are the guess, every reply stands on something."""

from __future__ import annotations

import re

from worksite.evidence import get_claim
from worksite.explorables import explore
from worksite.resources import path


def test_the_right_guess_is_the_number_of_worrying_lines() -> None:
    widget = explore("10/read-the-sign")
    worries = widget.spec["tables"]["worry"]
    (right,) = [o for o in widget.spec["strings"]["predict"]["options"] if o.get("right")]
    words = {6: "Six of the ten"}
    assert right["text"] == words[sum(worries[0])]
    assert len(worries[0]) == 10
    assert 0 < sum(worries[1]) < len(worries[1])


def test_a_line_that_should_worry_says_why_with_a_source() -> None:
    for sign in explore("10/read-the-sign").words["signs"]:
        for line in sign["lines"]:
            ids = re.findall(r"\[([SE]-\w+)\]", line["why"])
            assert ids or not line["worry"], line["text"]
            assert all(get_claim(each) for each in ids)


def test_the_signs_are_said_to_be_invented() -> None:
    assert "invented" in explore("10/read-the-sign").plain


def test_the_board_restyles_no_mark_of_a_quiz() -> None:
    """Both sheets stand in one page: a class they share puts a frame round every tick."""

    def classes(sheet: str) -> set[str]:
        rules = path("assets", "widgets", sheet).read_text(encoding="utf-8")
        return set(re.findall(r"\.(ws-[\w-]+)", rules))

    assert classes("sign.css")
    assert not classes("sign.css") & classes("quiz.css")
