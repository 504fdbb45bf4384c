"""Run sheets on paper and on the screen: two pages at most, nothing cut off, nothing for axe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from worksite import lessons
from worksite.teach import paper, runsheet, term

from .harness import faults

LESSONS = [lesson.id for lesson in lessons.load().lessons if lesson.open]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def opened(chromium: Any, tmp_path: Path, content: str, width: int = 900) -> tuple[Any, list[str]]:
    file = tmp_path / "sheet.html"
    file.write_text(content, encoding="utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 800})
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda r: r.url.startswith("file:") or wrong.append(r.url))
    page.goto(file.as_uri())
    return page, wrong


@pytest.mark.parametrize("minutes", [45, 50, 90])
def test_every_sheet_prints_on_two_pages_at_most(
    chromium: Any, tmp_path: Path, minutes: int
) -> None:
    for lesson_id in LESSONS:
        content = paper.sheets_page([runsheet.sheet(lesson_id, minutes)], "")
        page, wrong = opened(chromium, tmp_path, content)
        for paper_size in ("A4", "Letter"):
            pdf = page.pdf(format=paper_size)
            assert 1 <= pages(pdf) <= 2, f"{lesson_id} on {paper_size}: {pages(pdf)} pages"
            assert len(pdf) > 10_000
        page.close()
        assert wrong == []


def test_a_term_starts_each_sheet_on_a_new_page(chromium: Any, tmp_path: Path) -> None:
    page, wrong = opened(chromium, tmp_path, paper.term_page(term.term(50)))
    pdf = page.pdf(format="A4")
    assert len(LESSONS) < pages(pdf) <= 2 * len(LESSONS) + 3
    assert faults(page, "html") == []
    page.close()
    assert wrong == []


@pytest.mark.parametrize("width", [360, 900])
def test_a_sheet_on_a_screen_is_no_wider_than_it(chromium: Any, tmp_path: Path, width: int) -> None:
    content = paper.sheets_page([runsheet.sheet("06", 50)], "")
    page, wrong = opened(chromium, tmp_path, content, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("tbody tr").count() == len(runsheet.sheet("06", 50).plan.rows)
    assert faults(page, "html") == []
    page.close()
    assert wrong == []
