"""One question on the wall: both votes by keyboard, nothing sent, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .wall import SAID, Wall

REF = "06/which-crew"


def test_both_votes_by_keyboard_from_the_question_to_the_answer(
    chromium: Any, wall_address: str
) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        assert SAID["none_yet"] in page.locator("[role=status]").inner_text()
        wall.vote(a=5, b=6, c=2)
        page.keyboard.press("Shift+A")
        expect(page.locator("[role=status]")).to_have_text("12 votes")
        assert page.locator(".bar").count() == 0
        assert not page.locator(".answers").count()
        wall.press("show_votes")
        assert "6 · 50 %" in page.locator(".options li").nth(1).inner_text()
        wall.press("what_now")
        assert SAID["advice_mid"].split("**")[1] in page.locator(".advice").inner_text()
        assert "50" not in page.locator(".stage").inner_text()
        wall.press("vote_again")
        wall.vote(a=1, b=9, c=2)
        assert page.locator(".bar").count() == 0
        wall.press("show_votes")
        assert page.locator(".options li").first.locator(".bar").count() == 2
        wall.press("compare")
        told = page.locator(".stage").inner_text()
        assert "Right: 50 % before, 75 % after (25 points more)" in told
        assert "C drew the most who missed it (2)" in told
        assert "cells in the blood reach and rebuild the damage" in told
        assert page.locator(".answers").count() == 0
        wall.press("show_answer")
        right = page.locator(".answer.right").inner_text()
        assert right.startswith("B") and SAID["right"] in right
        assert page.locator(".answer").count() == 4
        assert "S-40" in page.locator(".sources").inner_text()


@pytest.mark.parametrize(
    ("votes", "advice"),
    [({"a": 7, "b": 3}, "low"), ({"a": 6, "b": 4}, "mid"), ({"a": 3, "b": 7}, "mid"),
     ({"a": 2, "b": 8}, "high")],
)  # fmt: skip
def test_the_advice_follows_the_share_that_is_right(
    chromium: Any, wall_address: str, votes: dict[str, int], advice: str
) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        wall.vote(**votes)
        wall.press("what_now")
        assert SAID[f"advice_{advice}"].split("**")[1] in page.locator(".advice").inner_text()
        primary = "show_answer" if advice == "high" else "vote_again"
        expect(page.locator("footer .ws-main")).to_have_text(SAID[primary])
        expect(page.locator("footer .ws-main")).to_be_focused()


def test_without_votes_there_is_no_advice(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        wall.press("what_now")
        assert page.locator(".advice").count() == 0
        expect(page.locator("[role=status]")).to_be_focused()


def test_votes_are_typed_and_tapped(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        page.get_by_label("Votes for A").fill("1x2")
        page.get_by_role("button", name="One more for B").click()
        page.get_by_role("button", name="One less for C").click()
        expect(page.locator("[role=status]")).to_have_text("13 votes")
        assert page.get_by_label("Votes for C").input_value() == "0"
        page.get_by_label("Votes for A").press("d")
        assert page.get_by_label("Votes for D").input_value() == "1"


def test_a_reload_loses_nothing_and_clearing_asks_twice(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        wall.vote(a=2, b=3)
        wall.press("what_now")
        wall.press("vote_again")
        wall.vote(b=4)
        page.reload()
        expect(page.locator("h1")).to_have_text(f"06.1 · {SAID['stage_again']}")
        expect(page.locator("[role=status]")).to_have_text("4 votes")
        wall.press("compare")
        assert "Right: 60 % before, 100 % after" in page.locator(".findings").inner_text()
        assert SAID["wrong_none"].strip("*") in page.locator(".findings").inner_text()
        wall.press("clear")
        assert page.locator(".findings").count() == 1
        wall.press("clear_sure")
        expect(page.locator("[role=status]")).to_have_text(SAID["none_yet"])


def test_a_presenter_with_two_keys_gets_through(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        wall.vote(b=1)
        seen = []
        for key in ["PageDown"] * 4 + ["ArrowLeft", "PageUp"]:
            page.keyboard.press(key)
            seen.append(page.locator("h1").inner_text().split(" · ")[1])
        stages = [SAID[f"stage_{one}"] for one in ("talk", "again", "compare", "answer")]
        assert seen == [*stages, stages[2], stages[1]]


def test_several_letters_are_shared_out_over_people(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask("06/really-build")
        wall.vote(a=8, b=3, c=6, e=7)
        assert "24 marks by" in page.locator(".counted").inner_text()
        field = page.get_by_label(SAID["people_label"])
        assert field.input_value() == "8"
        field.fill("10")
        wall.press("show_votes")
        assert "8 · 80 %" in page.locator(".options li").first.inner_text()
        wall.press("what_now")
        assert SAID["advice_mid"].split("**")[1] in page.locator(".advice").inner_text()
        wall.press("show_answer")
        wall.press("compare")
        told = page.locator(".findings").inner_text()
        assert "Right: 60 %." in told and SAID["gain_most"] in told


def test_true_or_false_has_two_letters_and_shows_the_reasons(
    chromium: Any, wall_address: str
) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask("03/waste-or-mail")
        assert page.locator(".options li").all_inner_texts()[0].startswith("A")
        assert page.locator(".options li").count() == 2
        wall.vote(a=1, b=9)
        wall.press("what_now")
        wall.press("show_answer")
        told = page.locator(".answers").text_content() or ""
        assert SAID["reasons"] in told and "still listed among their jobs" in told


def test_back_leads_to_the_deck_and_nowhere_else(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF, "?back=deck.html%23slide-7")
        page.keyboard.press("Escape")
        page.wait_for_url(wall_address + "deck.html#slide-7")
        for bad in ("https://example.org/", "javascript:alert(1)", "//example.org/"):
            page = wall.ask(REF, f"?back={bad}")
            page.keyboard.press("Escape")
            expect(page.locator("h1")).to_have_text(SAID["present_list"])
        page.locator(f".list a[href='#{REF}']").click()
        expect(page.locator("h1")).to_have_text(f"06.1 · {SAID['stage_ask']}")


def test_what_cannot_be_voted_on_says_so_in_one_line(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask("06/rebuild")
        assert "match pairs" in page.locator(".stage").inner_text()
        assert "06.4, 06.6, 06.3" in page.locator(".stage").inner_text()
        page = wall.ask("06/nonsense")
        assert "06/nonsense" in page.locator(".stage").inner_text()


def test_full_screen_by_key_and_by_button(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address) as wall:
        page = wall.ask(REF)
        for act in (lambda: page.keyboard.press("f"), lambda: wall.press("full_screen")):
            act()
            page.wait_for_function("document.fullscreenElement !== null")
            page.evaluate("document.exitFullscreen()")
            page.wait_for_function("document.fullscreenElement === null")
        page = wall.ask("06/really-build")
        page.keyboard.press("f")
        assert page.get_by_label("Votes for F").input_value() == "1"


def test_with_scripts_off_it_says_so(chromium: Any, wall_address: str) -> None:
    with Wall(chromium, wall_address, java_script_enabled=False) as wall:
        wall.page.goto(wall_address + "present.html")
        assert SAID["present_no_script"] in wall.page.locator("noscript").inner_text()


def test_nothing_inline_is_in_the_page(wall_folder: Path) -> None:
    page = (wall_folder / "present.html").read_text("utf-8")
    assert "unsafe-inline" not in page and "default-src 'none'" in page
    assert "<style" not in page and page.count("<script") == 1


def test_several_questions_are_listed_with_their_words_and_follow_each_other(
    chromium: Any, wall_address: str
) -> None:
    with Wall(chromium, wall_address) as wall:
        wall.page.goto(f"{wall_address}present.html")
        row = wall.page.locator(f".list a[href='#{REF}']")
        assert "become the new tissue" in row.inner_text()
        row.click()
        wall.vote(a=1, b=2)
        for step in ("what_now", "show_answer", "compare"):
            wall.press(step)
        # Without a second vote each option has the one bar.
        assert wall.page.locator(".options li").first.locator(".bar").count() == 1
        wall.press("show_answer")
        first = wall.page.url
        wall.press("next_question")
        expect(wall.page.locator(".asked")).to_be_visible()
        assert wall.page.url != first
