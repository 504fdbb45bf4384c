"""Finding one's way in the web edition: pictures that move sideways, search, the first page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from worksite.resources import strings

from .test_site import LESSON, SAID, Visit, address, alive, folder

__all__ = ["address", "folder"]
SHOWN = 30
CUE = """figure => {
  const cue = getComputedStyle(figure, "::before");
  return cue.content === "none" ? null : [cue.content, cue.position, cue.pointerEvents];
}"""


def sized(chromium: Any, address: str, width: int) -> Visit:
    return Visit(chromium, address, viewport={"width": width, "height": 740})


@pytest.mark.parametrize("width", [360, 1000])
def test_a_picture_with_more_to_the_right_says_so(chromium: Any, address: str, width: int) -> None:
    with sized(chromium, address, width) as visit:
        page = visit.go(LESSON)
        alive(page)
        picture = page.locator(".worksite figure").first
        if width == 1000:
            assert picture.evaluate(CUE) is None
            return
        assert picture.evaluate(CUE) == ['"→" / ""', "sticky", "none"]
        picture.evaluate("figure => (figure.scrollLeft = 60)")
        expect(picture).not_to_have_attribute("data-more", "")
        assert picture.evaluate(CUE) is None
        picture.evaluate("figure => (figure.scrollLeft = 0)")
        expect(picture).to_have_attribute("data-more", "")


def found(page: Any, typed: str) -> list[str]:
    """The rows found for what is typed, each as its heading, its page and a piece of its text."""
    page.get_by_label(SAID["search_label"]).fill(typed)
    page.get_by_role("button", name=SAID["search_go"]).click()
    page.wait_for_timeout(300)
    return list(page.locator(".ws-found li").all_inner_texts())


def test_search_puts_headings_first_and_shows_the_word(chromium: Any, address: str) -> None:
    with sized(chromium, address, 900) as visit:
        page = visit.go("search.html")
        rows = found(page, "analogy breaks")
        headed = ["breaks" in row.partition("\n")[0] for row in rows]
        assert 2 < sum(headed) < len(rows)
        assert headed == sorted(headed, reverse=True)
        for typed in ("tetraspanin", "lysosome"):
            rows = found(page, typed)
            pieces = page.locator(".ws-found p").all_inner_texts()
            assert rows
            assert all(typed in piece.lower() for piece in pieces)
        assert visit.wrong == []


def test_search_shows_words_that_stand_together_before_scattered_ones(
    chromium: Any, address: str
) -> None:
    with sized(chromium, address, 900) as visit:
        page = visit.go("search.html")
        page.route("**/search.json", lambda route: route.fulfill(json=[
            ["a.html", "", "A", "Far", f"red {'grey ' * 40} red red red {'grey ' * 40} brick"],
            ["b.html", "", "B", "Near", f"{'grey ' * 80} a brick, red as rust"],
            ["c.html", "", "C", "A red brick", "nothing of the kind"],
            ["d.html", "", "D", "Half", "red alone"],
        ]))  # fmt: skip
        rows = [row.split()[0] for row in found(page, "red brick")]
        assert rows == ["A", "Near", "Far"]
        assert "a brick, red" in page.locator(".ws-found p").nth(1).inner_text()


def test_search_says_how_many_it_shows_and_what_to_do_with_none(
    chromium: Any, address: str
) -> None:
    with sized(chromium, address, 900) as visit:
        page = visit.go("search.html")
        lead, said = page.get_by_text(SAID["search_lead"]), page.get_by_role("status")
        assert lead.is_visible()
        assert len(found(page, "exosome")) == SHOWN
        assert not lead.is_visible()
        before, after = SAID["search_shown"].format(shown=SHOWN, count="#").split("#")
        assert said.inner_text().startswith(before)
        assert said.inner_text().endswith(after)
        assert int(said.inner_text().removeprefix(before).removesuffix(after)) > SHOWN
        assert found(page, "zzzz") == []
        assert SAID["search_found"].format(count=0) in said.inner_text()
        said.get_by_role("link").click()
        page.wait_for_url("**/glossary.html")
        assert visit.wrong == []


def test_the_first_page_says_each_thing_once(chromium: Any, address: str) -> None:
    with sized(chromium, address, 360) as visit:
        page = visit.go("index.html")
        alive(page)
        title = page.get_by_text(strings("progress")["title"], exact=True)
        assert title.count() == 1
        lines = "all => all.map((one) => one.getClientRects().length)"
        assert set(page.locator(".ws-minutes").evaluate_all(lines)) == {1}
