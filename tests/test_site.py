"""The page of a lesson: still faces in place, the same scripts beside it, nothing inline."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from worksite.resources import CourseError, path
from worksite.site import build as write_page
from worksite.site import page


class Attributes(HTMLParser):
    """All elements with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def lesson() -> tuple[str, dict[str, object]]:
    return page("03")


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(lesson: tuple[str, dict]) -> None:
    html, _ = lesson
    assert "script-src 'self'; style-src 'self'" in html
    for tag, attributes in Attributes(html).seen:
        assert tag != "style"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag in {"script", "link", "img"}:
            address = attributes.get("src") or attributes.get("href") or ""
            assert not address.startswith(("http", "//")), address
        if tag == "script":
            assert attributes["src"] == "widgets/host.js"


def test_every_still_face_has_the_data_of_its_widget(lesson: tuple[str, dict]) -> None:
    html, data = lesson
    refs = re.findall(r'data-worksite="([^"]+)"', html)
    assert {widget["ref"] for widget in data["widgets"]} == set(refs)
    assert "explore 03/size" in refs
    for widget in data["widgets"]:
        assert path("assets", "widgets", widget["module"]).is_file()
        assert all(path("assets", "widgets", sheet).is_file() for sheet in widget["sheets"])
        json.dumps(widget["spec"], allow_nan=False)


def test_the_page_does_not_speak_of_cells_to_run(lesson: tuple[str, dict]) -> None:
    html, _ = lesson
    assert "Shift+Enter" not in html
    assert ".ipynb" not in html


def test_a_page_is_written_with_everything_it_needs(tmp_path: Path) -> None:
    target = write_page("03", tmp_path)
    assert target.name == "03_meet_the_foremen.html"
    html = target.read_text(encoding="utf-8")
    for _, attributes in Attributes(html).seen:
        address = attributes.get("href") or attributes.get("src") or ""
        if re.match(r"[\w/.-]+\.(css|js)$", address):
            assert (tmp_path / address).is_file(), address
    assert json.loads((tmp_path / "03.json").read_text(encoding="utf-8"))["widgets"]
    first = target.read_bytes()
    write_page("03", tmp_path)
    assert target.read_bytes() == first


def test_unknown_unready_and_unrun_lessons_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CourseError, match=r"Did you mean|Known"):
        page("3")
    with pytest.raises(CourseError, match="no notebook yet"):
        page("07")
    bare = tmp_path / "bare.ipynb"
    bare.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": "# x"}]}), "utf-8")
    monkeypatch.setattr("worksite.site.pages.path", lambda *parts: bare)
    with pytest.raises(CourseError, match="no outputs stored"):
        page("03")


def test_a_mark_of_no_known_kind_is_told() -> None:
    from worksite.site.pages import _widget

    with pytest.raises(CourseError, match="no widget of this kind"):
        _widget("puzzle 03/x")
