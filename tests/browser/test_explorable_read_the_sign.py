"""Read the sign, in a browser: marks are answered, hits and false alarms told apart."""

from __future__ import annotations

from worksite.explorables import explore

from .explorable import shown
from .harness import Bench


def test_hits_misses_and_false_alarms_are_told_apart(widgets: Bench) -> None:
    widget = explore("10/read-the-sign")
    page = shown(widgets, widget)
    views = widget.spec["strings"]["views"]
    boxes = page.locator(".ws-board input[type=checkbox]")
    boxes.nth(0).press("Space")  # should worry
    boxes.nth(3).press("Space")  # need not
    page.get_by_role("button", name=views["check"]).click()
    replies = page.locator(".ws-sign-reply")
    kinds = [replies.nth(at).get_attribute("data-kind") for at in range(replies.count())]
    assert kinds[:4] == ["hit", "miss", "miss", "alarm"]
    assert kinds.count("calm") == 3
    assert page.locator(".ws-result").inner_text() == "1 of 6 found. False alarms: 1."
    page.get_by_role("button", name=views["again"]).click()
    assert not replies.first.is_visible()
    boxes.nth(0).check()
    page.get_by_role("button", name=widget.spec["strings"]["reset"]).click()
    assert page.locator(".ws-board input:checked").count() == 0
    page.locator(".ws-choices input").last.check()
    assert page.locator(".ws-sign-line").count() == 7
