"""A learner who knows every answer and has a keyboard only: for a lesson in Lab or on the web."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from worksite.quiz import bank as banks
from worksite.resources import strings

SAID = strings("quiz")


def many(page: Any, key: dict[str, Any], _: Any) -> None:
    for at, option in enumerate(key["options"]):
        if at:
            page.keyboard.press("Tab")
        if option in key["right"]:
            page.keyboard.press("Space")


def true_false(page: Any, key: dict[str, Any], _: Any) -> None:
    choose(page, ["true", "false"].index(key["answer"]))
    page.keyboard.press("Tab")
    choose(page, key["reasons"].index(key["right"][0]))


def number(page: Any, key: dict[str, Any], question: Any) -> None:
    page.keyboard.type(f"{question.answer:.10g}")
    if key["units"]:
        page.keyboard.press("Tab")
        for _ in range(1 + list(key["units"]).index(key["unit"])):
            page.keyboard.press("ArrowDown")


def select_each(page: Any, places: list[int]) -> None:
    """In one closed select after another, choose the entry at a place (the first is empty)."""
    for at, place in enumerate(places):
        if at:
            page.keyboard.press("Tab")
        for _ in range(1 + place):
            page.keyboard.press("ArrowDown")


BY_TYPE = {
    "one": lambda page, key, _: choose(page, key["options"].index(key["right"][0])),
    "many": many,
    "true_false": true_false,
    "number": number,
    "match": lambda page, key, _: select_each(
        page, [key["choices"].index(key["right"][row]) for row in key["rows"]]
    ),
    "order": lambda page, key, _: select_each(
        page, [key["right"].index(item) for item in sorted(key["right"])]
    ),
    "own": lambda page, *_: page.keyboard.type("A birthplace is not a size."),
}


def choose(page: Any, place: int) -> None:
    """Choose the option at a place in a group of radios that has the focus on its first."""
    if place == 0:
        page.keyboard.press("Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")


def tab_to_check(page: Any) -> None:
    """Tab on until the check button has the focus."""
    for _ in range(8):
        if "ws-main" in page.evaluate("document.activeElement.className"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the check button cannot be reached by Tab")


def answered(page: Any, lesson_id: str) -> Iterator[Any]:
    """Answer every question of a lesson rightly, with nothing but keys; yields each card."""
    bank = banks.load(lesson_id)
    for question in bank.questions:
        tag = page.locator(".ws-number").get_by_text(bank.number(question.id), exact=True)
        card = page.locator(".ws-question").filter(has=tag).first
        card.locator("input, select, textarea").first.focus()
        BY_TYPE[question.type](page, question.key(), question)
        tab_to_check(page)
        page.keyboard.press("Enter")
        verdict = "noted" if question.type == "own" else "right"
        status = card.locator(".ws-status[role=status]")
        status.get_by_text(SAID[f"verdict_{verdict}"]).wait_for(timeout=5_000)
        yield card
