"""One question on the wall: both votes by keyboard, nothing cut off, nothing sent, nothing lost."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from worksite.quiz import bank
from worksite.resources import strings
from worksite.site import server
from worksite.teach import present

from .harness import faults

SAID = strings("teach")
VOTABLE = [
    f"{name}/{question.id}"
    for name in bank.known()
    for question in bank.load(name).questions
    if question.type in present.VOTABLE
]
REF = "06/which-crew"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("present")
    present.present_files(made, [*VOTABLE, "06/rebuild"])
    (made / "deck.html").write_text(
        '<title>deck</title><link rel="icon" href="data:,">', encoding="utf-8"
    )
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    running = server(folder)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()
    thread.join()


class Wall:
    """The page on a projector, and everything that went wrong or left this machine."""

    def __init__(self, chromium: Any, address: str, **options: Any) -> None:
        self.context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 720}, **options}
        )
        self.page, self.address = self.context.new_page(), address
        self.wrong: list[str] = []
        page = self.page
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on(
            "request", lambda r: r.url.startswith((address, "data:")) or self.wrong.append(r.url)
        )

    def ask(self, ref: str, query: str = "") -> Any:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}present.html{query}#{ref}")
        self.page.locator("h1").wait_for()
        return self.page

    def vote(self, **letters: int) -> None:
        for letter, count in letters.items():
            for _ in range(count):
                self.page.keyboard.press(letter)

    def press(self, name: str) -> None:
        """Press a button as the keyboard does."""
        self.page.get_by_role("button", name=SAID[name], exact=True).focus()
        self.page.keyboard.press("Enter")

    def size(self) -> float:
        return float(
            self.page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
            )
        )

    def cut_off(self) -> list[str]:
        """What is beyond the stage or the screen, and text below 18 pixels."""
        return list(self.page.evaluate(CUT_OFF))

    def __enter__(self) -> Wall:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert self.wrong == []


CUT_OFF = """() => {
  const found = [];
  const stage = document.querySelector(".stage"), page = document.documentElement;
  for (const box of [stage, page]) {
    if (box.scrollHeight > box.clientHeight + 1) found.push("too tall: " + box.className);
    if (box.scrollWidth > box.clientWidth + 1) found.push("too wide: " + box.className);
  }
  for (const node of document.querySelectorAll("main *")) {
    const box = node.getBoundingClientRect();
    if (!box.width) continue;
    const {left, right, bottom} = box;
    if (left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
      found.push("outside: " + node.outerHTML);
    }
    const words = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (words && size < 17.99) found.push("small: " + node.outerHTML);
  }
  return found;
}"""


def test_both_votes_by_keyboard_from_the_question_to_the_answer(
    chromium: Any, address: str
) -> None:
    with Wall(chromium, address) as wall:
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
    chromium: Any, address: str, votes: dict[str, int], advice: str
) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF)
        wall.vote(**votes)
        wall.press("what_now")
        assert SAID[f"advice_{advice}"].split("**")[1] in page.locator(".advice").inner_text()
        primary = "show_answer" if advice == "high" else "vote_again"
        expect(page.locator("footer .ws-main")).to_have_text(SAID[primary])
        expect(page.locator("footer .ws-main")).to_be_focused()


def test_without_votes_there_is_no_advice(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF)
        wall.press("what_now")
        assert page.locator(".advice").count() == 0
        expect(page.locator("[role=status]")).to_be_focused()


def test_votes_are_typed_and_tapped(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF)
        page.get_by_label("Votes for A").fill("1x2")
        page.get_by_role("button", name="One more for B").click()
        page.get_by_role("button", name="One less for C").click()
        expect(page.locator("[role=status]")).to_have_text("13 votes")
        assert page.get_by_label("Votes for C").input_value() == "0"
        page.get_by_label("Votes for A").press("d")
        assert page.get_by_label("Votes for D").input_value() == "1"


def test_a_reload_loses_nothing_and_clearing_asks_twice(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
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


def test_a_presenter_with_two_keys_gets_through(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF)
        wall.vote(b=1)
        seen = []
        for key in ["PageDown"] * 4 + ["ArrowLeft", "PageUp"]:
            page.keyboard.press(key)
            seen.append(page.locator("h1").inner_text().split(" · ")[1])
        stages = [SAID[f"stage_{one}"] for one in ("talk", "again", "compare", "answer")]
        assert seen == [*stages, stages[2], stages[1]]


def test_several_letters_are_shared_out_over_people(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
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


def test_true_or_false_has_two_letters_and_shows_the_reasons(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask("03/waste-or-mail")
        assert page.locator(".options li").all_inner_texts()[0].startswith("A")
        assert page.locator(".options li").count() == 2
        wall.vote(a=1, b=9)
        wall.press("what_now")
        wall.press("show_answer")
        told = page.locator(".answers").text_content() or ""
        assert SAID["reasons"] in told and "still listed among their jobs" in told


def test_back_leads_to_the_deck_and_nowhere_else(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF, "?back=deck.html%23slide-7")
        page.keyboard.press("Escape")
        page.wait_for_url(address + "deck.html#slide-7")
        for bad in ("https://example.org/", "javascript:alert(1)", "//example.org/"):
            page = wall.ask(REF, f"?back={bad}")
            page.keyboard.press("Escape")
            expect(page.locator("h1")).to_have_text(SAID["present_list"])
        page.get_by_role("link", name="06.1", exact=True).click()
        expect(page.locator("h1")).to_have_text(f"06.1 · {SAID['stage_ask']}")


def test_what_cannot_be_voted_on_says_so_in_one_line(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask("06/rebuild")
        assert "match pairs" in page.locator(".stage").inner_text()
        assert "06.4, 06.6, 06.3" in page.locator(".stage").inner_text()
        page = wall.ask("06/nonsense")
        assert "06/nonsense" in page.locator(".stage").inner_text()


def test_full_screen_by_key_and_by_button(chromium: Any, address: str) -> None:
    with Wall(chromium, address) as wall:
        page = wall.ask(REF)
        for act in (lambda: page.keyboard.press("f"), lambda: wall.press("full_screen")):
            act()
            page.wait_for_function("document.fullscreenElement !== null")
            page.evaluate("document.exitFullscreen()")
            page.wait_for_function("document.fullscreenElement === null")
        page = wall.ask("06/really-build")
        page.keyboard.press("f")
        assert page.get_by_label("Votes for F").input_value() == "1"


def through(wall: Wall, check: Any) -> None:
    """Call ``check(stage)`` on every state of the question, with votes and bars shown."""
    page = wall.page
    page.get_by_label("Votes for A").fill("11")
    page.get_by_label("Votes for B").fill("12")
    check("ask")
    wall.press("show_votes")
    check("ask, shown")
    for stage in ("talk", "again"):
        page.keyboard.press("PageDown")
        check(stage)
    page.get_by_label("Votes for A").fill("20")
    wall.press("show_votes")
    check("again, shown")
    for stage in ("compare", "answer"):
        page.keyboard.press("PageDown")
        check(stage)
    pages = page.locator("[data-key=more]")
    for _ in range(int(pages.inner_text().rstrip(")").split()[-1]) - 1 if pages.count() else 0):
        page.keyboard.press("PageDown")
        check("answer, more")


@pytest.mark.parametrize("lesson", bank.known())
def test_every_question_of_every_bank_fits_the_wall(
    chromium: Any, address: str, lesson: str
) -> None:
    with Wall(chromium, address) as wall:
        for ref in [one for one in VOTABLE if one.startswith(f"{lesson}/")]:
            wall.ask(ref)

            def check(stage: str, ref: str = ref) -> None:
                assert wall.cut_off() == [], f"{ref}: {stage}"
                least = 18 if stage.startswith("answer") else 24
                assert wall.size() >= least, f"{ref}: {stage}"

            through(wall, check)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (900, 700)])
def test_the_fullest_questions_fit_other_screens(
    chromium: Any, address: str, folder: Path, width: int, height: int
) -> None:
    asked = json.loads((folder / "present.json").read_text("utf-8"))["questions"].values()
    votable = [one for one in asked if "options" in one]
    longest = sorted(votable, key=lambda one: -len(json.dumps(one["options"])))[:3]
    with Wall(chromium, address, viewport={"width": width, "height": height}) as wall:
        for ref in [one["ref"] for one in longest] + ["05/dna"]:
            wall.ask(ref)
            through(
                wall, lambda stage, ref=ref: wall.cut_off() == [] or pytest.fail(f"{ref} {stage}")
            )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Any, address: str, scheme: str) -> None:
    with Wall(chromium, address, color_scheme=scheme) as wall:
        for ref in (REF, "06/really-build", "03/waste-or-mail"):
            wall.ask(ref)
            through(
                wall,
                lambda stage: (
                    faults(wall.page, "html") == [] or pytest.fail(str(faults(wall.page, "html")))
                ),
            )
        wall.ask("")
        assert faults(wall.page, "html") == []
        dark = wall.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (dark != "rgb(255, 255, 255)") is (scheme == "dark")


def test_with_scripts_off_it_says_so(chromium: Any, address: str) -> None:
    with Wall(chromium, address, java_script_enabled=False) as wall:
        wall.page.goto(address + "present.html")
        assert SAID["present_no_script"] in wall.page.locator("noscript").inner_text()


def test_nothing_inline_is_in_the_page(folder: Path) -> None:
    page = (folder / "present.html").read_text("utf-8")
    assert "unsafe-inline" not in page and "default-src 'none'" in page
    assert "<style" not in page and page.count("<script") == 1
