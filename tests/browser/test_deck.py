"""Slides in a browser: each fits, keys turn them, controls keep theirs, the notes follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from worksite import lessons
from worksite.resources import strings
from worksite.teach import deck

from .harness import faults
from .serving import serving
from .test_site import Visit

SAID = strings("deck")
OPEN = [each for each in lessons.load().lessons if each.open]
DECK = "06_head_to_head.slides.html"
# Of 16 px type on a slide of 720: below this a room can't read it.
LEAST = 0.62
# Turns every slide and tells which do not fit or had to be made too small.
TURN = """async (least) => {
  const wrong = [];
  const next = document.getElementById("next");
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
  const count = document.querySelectorAll(".deck-slide").length;
  for (let k = 0; k < count; k += 1) {
    await drawn();
    const slide = document.querySelector(".deck-shown");
    const box = slide.querySelector(".deck-fit");
    const {bottom, right} = box.getBoundingClientRect();
    const zoom = Number(box.style.zoom);
    const cut = [...box.querySelectorAll(".ws-root, .worksite, p, li, td")].some((part) =>
      part.offsetParent && part.getBoundingClientRect().right > 1280);
    if (bottom > 720 - 50 || right > 1281 || cut || zoom < least)
      wrong.push(`${slide.id} ${slide.ariaLabel}: ends at ${bottom}, size ${zoom}`);
    next.click();
  }
  return {count, wrong};
}"""
# Answers or opens what is on every slide, so that all it can bring is there.
OPENED = """async () => {
  for (const radio of document.querySelectorAll(".ws-question fieldset"))
    radio.querySelector("input[type=radio], input[type=checkbox]")?.click();
  for (const box of document.querySelectorAll("textarea.ws-box")) box.value = "memo";
  for (const press of document.querySelectorAll(".ws-question .ws-main")) press.click();
  for (const skip of document.querySelectorAll(".ws-predict button:not(.ws-main)")) skip.click();
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("decks")
    deck.build([each.id for each in OPEN], folder)
    with serving(folder) as root:
        yield root


def alive(page: Any) -> None:
    """Wait until every widget of the deck lives: there are dozens."""
    expect(page.locator("section[data-worksite]")).to_have_count(0, timeout=60_000)


def visit(chromium: Any, address: str, **options: Any) -> Visit:
    return Visit(chromium, address, **{"viewport": {"width": 1280, "height": 720}, **options})


def shown(page: Any) -> str:
    return str(page.locator(".deck-shown").get_attribute("id"))


@pytest.mark.parametrize("lesson", OPEN, ids=lambda each: each.id)
def test_no_slide_overflows_before_or_after_its_answer(
    chromium: Any, address: str, lesson: lessons.Lesson
) -> None:
    with visit(chromium, address) as room:
        page = room.go(lesson.file.replace(".ipynb", ".slides.html"))
        alive(page)
        closed = page.evaluate(TURN, LEAST)
        page.evaluate(OPENED)
        page.keyboard.press("Escape")
        page.keyboard.press("Home")
        opened = page.evaluate(TURN, LEAST)
        assert closed["count"] == len(deck.slides(lesson.id))
        assert closed["wrong"] == []
        assert opened["wrong"] == []
        assert room.wrong == []


def test_keys_turn_slides_and_controls_keep_their_own(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(DECK)
        alive(page)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert shown(page) == "3"
        expect(page.locator("#said")).to_contain_text("3")
        page.keyboard.press("ArrowLeft")
        option = page.locator(".deck-shown input[type=radio]").first
        option.focus()
        page.keyboard.press("ArrowDown")
        assert shown(page) == "2"
        assert page.evaluate("document.activeElement.type") == "radio"
        page.keyboard.press("PageDown")  # what a clicker sends
        assert shown(page) == "3"
        page.locator(".deck-shown input[type=radio]").first.focus()
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowRight")
        assert shown(page) == "4"
        page.keyboard.press("End")
        assert shown(page) == str(page.locator(".deck-slide").count())
        page.keyboard.press("ArrowRight")
        assert shown(page) == str(page.locator(".deck-slide").count())
        page.locator("#go").select_option(index=4)
        assert shown(page) == "5"
        page.reload()
        assert shown(page) == "5"


def test_a_question_is_answered_and_nothing_of_it_is_kept(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(f"{DECK}#2")
        alive(page)
        page.locator(".deck-shown input[type=radio]").first.focus()
        page.keyboard.press("Space")
        page.locator(".deck-shown .ws-main").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".deck-shown .ws-status .ws-verdict")).to_be_visible()
        assert page.evaluate("Object.keys(localStorage)") == []
        page.reload()
        alive(page)
        assert page.locator(".ws-verdict:visible").count() == 0
        assert room.wrong == []


def test_an_explorable_moves_on_its_slide(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(DECK)
        alive(page)
        slide = page.locator(".deck-slide:has(.ws-explore)")
        page.locator("#go").select_option(index=int(slide.get_attribute("id")) - 1)
        slide.get_by_role("button", name=strings("explore")["skip"]).click()
        before = slide.locator(".ws-told").inner_text()
        slider = slide.locator("input[type=range]").last
        slider.focus()
        page.keyboard.press("ArrowLeft")
        assert slide.locator(".ws-told").inner_text() != before
        assert shown(page) == slide.get_attribute("id")


def test_the_notes_are_in_a_window_of_their_own_and_follow(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(DECK)
        alive(page)
        assert page.locator(".deck-speaker").is_hidden()
        assert page.locator(".deck-notes:visible").count() == 0
        with room.context.expect_page() as opened:
            page.keyboard.press("n")
        speaker = opened.value
        expect(speaker.locator("#now")).to_have_text("1 · 06 · Head to head")
        page.keyboard.press("ArrowRight")
        expect(speaker.locator("#now")).to_contain_text("2 · ")
        told = speaker.locator("#told").inner_text()
        assert told and told not in page.locator("body").inner_text()
        speaker.keyboard.press("ArrowRight")
        expect(page.locator(".deck-shown")).to_have_attribute("id", "3")
        expect(speaker.locator("#after")).to_contain_text(SAID["after"].partition("{")[0])
        assert faults(speaker, "body") == []
        assert room.wrong == []


def test_a_question_goes_to_the_vote_and_back_to_its_slide(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(f"{DECK}#2")
        alive(page)
        asked = page.locator(".deck-shown .ws-ask").inner_text()
        page.locator(".deck-shown").get_by_role("link", name=SAID["vote"]).click()
        expect(page.get_by_text(asked)).to_be_visible()
        page.keyboard.press("Escape")
        page.wait_for_url(f"**/{DECK}#2")
        expect(page.locator(".deck-shown")).to_have_attribute("id", "2")
        assert room.wrong == []


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (900, 700)])
def test_the_stage_fits_any_screen(chromium: Any, address: str, size: tuple[int, int]) -> None:
    width, height = size
    with visit(chromium, address, viewport={"width": width, "height": height}) as room:
        page = room.go(f"{DECK}#7")
        alive(page)
        box = page.locator(".deck-shown .deck-fit").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_have_no_faults_that_axe_finds(chromium: Any, address: str, scheme: str) -> None:
    with visit(chromium, address, color_scheme=scheme) as room:
        page = room.go(DECK)
        alive(page)
        for place in (1, 2, 5, 7, 13, 18):
            page.locator("#go").select_option(index=place - 1)
            assert faults(page, "body") == [], place


def test_with_scripts_off_every_slide_can_be_read(chromium: Any, address: str) -> None:
    with visit(chromium, address, java_script_enabled=False) as room:
        page = room.go(DECK)
        tall = [slide.bounding_box()["y"] for slide in page.locator(".deck-slide").all()]
        assert tall == sorted(tall) and len(set(tall)) == len(tall) >= 12
        assert page.locator(".deck-bar").is_hidden()


def test_printed_it_is_a_page_a_slide(chromium: Any, address: str) -> None:
    with visit(chromium, address) as room:
        page = room.go(DECK)
        alive(page)
        paper = page.pdf(prefer_css_page_size=True, print_background=True)
        count = page.locator(".deck-slide").count()
        assert len(paper) > 50_000
        assert paper.count(b"/Type /Page\n") == count
