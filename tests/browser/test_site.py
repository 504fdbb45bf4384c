"""The web edition in a browser: live with scripts, readable without, offline, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from worksite.lessons import load
from worksite.resources import strings
from worksite.site import build_all

from .harness import faults
from .serving import serving

LESSON = "03_meet_the_foremen.html"
SAID = strings("site")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site") / "below" / "a path"
    build_all(made)
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder.parents[1]) as root:
        yield f"{root}below/a%20path/"


class Visit:
    """A page in a fresh context, and everything that went wrong or left this machine."""

    def __init__(self, chromium: Any, address: str, **options: Any) -> None:
        defaults = {"viewport": {"width": 900, "height": 900}, "service_workers": "block"}
        self.context = chromium.new_context(**{**defaults, **options})
        self.page, self.address = self.context.new_page(), address
        self.wrong: list[str] = []
        page, inside = self.page, (address, "data:", "blob:")
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: r.url.startswith(inside) or self.wrong.append(r.url))

    def go(self, name: str) -> Any:
        """Open one page of the edition; a lesson is waited for until its widgets live."""
        self.page.goto(self.address + name)
        return self.page

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def pages(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.html"))


def alive(page: Any) -> None:
    """Wait until every still face has made room for its widget."""
    expect(page.locator("section[data-worksite]")).to_have_count(0)


def answer_by_keyboard(page: Any) -> Any:
    question = page.locator(".ws-question", has_text="The article calls").first
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    question.get_by_role("button", name=strings("quiz")["check"]).focus()
    page.keyboard.press("Enter")
    return question.locator(".ws-status")


def test_questions_and_the_explorable_come_alive_under_the_policy(
    chromium: Any, address: str
) -> None:
    with Visit(chromium, address) as visit:
        page = visit.go(LESSON)
        alive(page)
        assert "Not right yet" in answer_by_keyboard(page).inner_text()
        page.locator(".ws-explore input[type=radio]").first.check()
        page.locator(".ws-explore .ws-main").click()
        slider = page.locator(".ws-explore input[type=range]").first
        slider.focus()
        page.keyboard.press("ArrowRight")
        assert "21.5" in (slider.get_attribute("aria-valuetext") or "")
        page.reload()
        alive(page)
        again = page.locator(".ws-question", has_text="The article calls").first
        assert "Not right yet" in again.locator(".ws-status").inner_text()
        assert visit.wrong == []


def test_progress_is_counted_here_and_leads_back_to_the_question(
    chromium: Any, address: str
) -> None:
    with Visit(chromium, address) as visit:
        page = visit.go(LESSON)
        alive(page)
        answer_by_keyboard(page)
        page = visit.go("index.html")
        alive(page)
        told = strings("progress")
        box = page.locator(".ws-progress")
        assert told["where_browser"] in box.inner_text()
        box.get_by_role("link", name=told["go"]).first.click()
        page.wait_for_url("**/*.html#quiz-*")
        alive(page)
        place = page.url.rpartition("#")[2]
        assert "The article calls" in page.locator(f"[id='{place}']").inner_text()
        assert visit.wrong == []


def test_with_scripts_off_everything_can_be_read(chromium: Any, address: str) -> None:
    with Visit(chromium, address, java_script_enabled=False) as visit:
        page = visit.go(LESSON)
        assert page.locator(".ws-root").count() == 0
        faces = page.locator("section[data-worksite]").count()
        assert page.get_by_text("Turn scripts on to answer here").count() >= faces >= 8
        assert SAID["no_script_page"] in page.locator("noscript").first.inner_text()
        assert not page.locator("#from-file").is_visible()
        folds = page.locator("section[data-worksite] details")
        assert folds.count() >= 15
        assert not folds.first.evaluate("fold => fold.open")


def test_opened_from_a_folder_it_says_how_to_start(chromium: Any, folder: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / LESSON).as_uri())
    assert page.get_by_text("course.py site --serve").is_visible()
    assert page.locator("section[data-worksite]").count() >= 8
    context.close()


@pytest.mark.parametrize("width", [320, 360, 900, 1280])
def test_no_page_is_wider_than_its_window(
    chromium: Any, address: str, folder: Path, width: int
) -> None:
    with Visit(chromium, address, viewport={"width": width, "height": 800}) as visit:
        for name in pages(folder):
            page = visit.go(name)
            alive(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert visit.wrong == []


@pytest.mark.parametrize("width", [420, 1000])
def test_a_narrow_picture_moves_in_its_own_box_by_keys(
    chromium: Any, address: str, width: int
) -> None:
    size = {"width": width, "height": 800}
    with Visit(chromium, address, viewport=size, bypass_csp=True) as visit:
        page = visit.go(LESSON)
        alive(page)
        picture = page.locator(".worksite figure").first
        wide, box = picture.evaluate("f => [f.scrollWidth, f.clientWidth]")
        if width == 1000:
            assert (wide, picture.get_attribute("tabindex")) == (box, None)
            return
        assert (wide, box < wide) == (560, True)
        expect(picture).to_have_attribute("tabindex", "0")
        picture.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")
        caption = picture.locator("figcaption").bounding_box()
        assert caption["x"] >= 0
        assert caption["x"] + caption["width"] <= width


def test_no_citation_is_torn(chromium: Any, address: str) -> None:
    with Visit(chromium, address, viewport={"width": 360, "height": 800}) as visit:
        page = visit.go(LESSON)
        alive(page)
        lines = page.locator("main a").evaluate_all(
            """all => all.filter((a) => /^\\[?[A-Z]-[0-9]+[a-z]?]?$/.test(a.textContent))
              .map((a) => a.getClientRects().length)"""
        )
        assert len(lines) > 20
        assert set(lines) <= {0, 1}  # none in a closed fold


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    chromium: Any, address: str, folder: Path, scheme: str
) -> None:
    with Visit(chromium, address, color_scheme=scheme, bypass_csp=True) as visit:
        for name in pages(folder):
            page = visit.go(name)
            alive(page)
            assert faults(page, "body") == [], name


TAKEN_CARE_OF = """() => new Promise((done) => {
  const worker = navigator.serviceWorker;
  if (worker.controller) done();
  else worker.addEventListener("controllerchange", () => done());
})"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "a, button, summary, input:not([type=file])")]
  .filter((node) => !node.closest("p, li p, td, figcaption, [hidden]") && node.checkVisibility())
  .filter((node) => {
    const box = (node.closest("label") || node).getBoundingClientRect();
    return box.height < 24 && getComputedStyle(node).display !== "inline";
  }).map((node) => node.outerHTML.slice(0, 90))"""


def test_fingers_find_their_targets(chromium: Any, address: str, folder: Path) -> None:
    with Visit(chromium, address, viewport={"width": 360, "height": 800}) as visit:
        for name in pages(folder):
            page = visit.go(name)
            alive(page)
            assert page.evaluate(SMALL_TARGETS) == [], name


def test_search_finds_a_word_and_leads_to_its_part(chromium: Any, address: str) -> None:
    with Visit(chromium, address) as visit:
        page = visit.go("search.html")
        page.get_by_label(SAID["search_label"]).fill("lysos bag")
        row = page.locator(".ws-found li").first
        row.wait_for()
        count = page.locator(".ws-found li").count()
        assert page.get_by_role("status").inner_text() == SAID["search_found"].format(count=count)
        assert "lysosome" in row.inner_text()
        row.get_by_role("link").click()
        page.wait_for_url("**/*.html#*")
        place = page.url.rpartition("#")[2]
        assert page.locator(f"[id='{place}']").is_visible()
        page = visit.go("search.html")
        page.get_by_label(SAID["search_label"]).fill("zzzz")
        page.get_by_text(SAID["search_found"].format(count=0)).wait_for()
        assert visit.wrong == []


def test_after_the_first_visit_it_opens_without_a_network(chromium: Any, address: str) -> None:
    with Visit(chromium, address, service_workers="allow") as visit:
        page = visit.go("index.html")
        page.evaluate(TAKEN_CARE_OF)
        visit.context.set_offline(True)
        page = visit.go(LESSON)
        alive(page)
        assert "Not right yet" in answer_by_keyboard(page).inner_text()
        visit.go("")
        alive(page)
        assert page.get_by_role("heading", level=1).inner_text() == SAID["course"]
        assert visit.wrong == []


def test_it_prints(chromium: Any, address: str) -> None:
    with Visit(chromium, address) as visit:
        page = visit.go(LESSON)
        alive(page)
        assert len(page.pdf()) > 100_000


def test_every_open_lesson_has_its_page(folder: Path) -> None:
    taught = {each.file.replace(".ipynb", ".html") for each in load().lessons if each.open}
    assert taught < set(pages(folder))
