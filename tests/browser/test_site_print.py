"""The verdict list on paper: light, small, nothing torn; and as one sheet from the inspector."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from worksite.evidence import load
from worksite.explorables import explore
from worksite.site import edition, pages

from .explorable import shown
from .harness import Bench
from .serving import serving

SHEETS = 25  # pages of A4 for 71 verdict cards, three or more a page
TORN = """() => [...document.querySelectorAll(".ws-verdict")].filter(
  (card) => getComputedStyle(card).breakInside !== "avoid").length"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_claims_print_light_and_whole(chromium: Any, tmp_path: Path, scheme: str) -> None:
    edition.write_files(tmp_path)
    edition.write_page(pages.claims_page(), tmp_path)
    with serving(tmp_path) as address:
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{address}claims.html")
        page.emulate_media(media="print")
        ink = page.evaluate("getComputedStyle(document.querySelector('.ws-quote')).color")
        assert max(map(int, re.findall(r"\d+", ink)[:3])) < 80
        assert not page.locator(".ws-nav").is_visible()
        assert page.evaluate(TORN) == 0
        assert page.locator(".ws-verdict").count() == len(load().seeds)
        paper = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= SHEETS
        context.close()


def test_the_inspector_prints_its_list_alone(widgets: Bench) -> None:
    widget = explore("12/claim-inspector")
    page = shown(widgets, widget)
    page.evaluate(
        "() => { window.print = () => {"
        " const sheet = document.querySelector('body > .ws-print-only');"
        " window.printed = [sheet.tagName, sheet.querySelectorAll('tbody tr').length,"
        " sheet.textContent]; }; }"
    )
    page.get_by_role("button", name=widget.words["views"]["print"]).click()
    tag, rows, text = page.evaluate("window.printed")
    assert (tag, rows) == ("TABLE", len(load().seeds))
    for said, verdict, _ in widget.rows():
        assert said in text
        assert verdict in text
    assert page.locator("body > .ws-print-only").count() == 0
