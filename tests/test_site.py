"""The page of a lesson: still faces in place, the same scripts beside it, nothing inline."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from worksite.resources import CourseError, path
from worksite.site import build, build_all, pack, pages
from worksite.site.edition import sections
from worksite.site.frame import Page, anchored, framed


class Attributes(HTMLParser):
    """All elements with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def lesson() -> Page:
    return pages.lesson_page("03")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    build_all(folder)
    return folder


def address_of(attributes: dict[str, str | None]) -> str:
    return attributes.get("src") or attributes.get("href") or ""


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(edition: Path) -> None:
    for file in edition.glob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert "script-src 'self'; style-src 'self'" in html
        for tag, attributes in Attributes(html).seen:
            assert tag != "style"
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]
            if tag in {"script", "link", "img"}:
                assert not address_of(attributes).startswith(("http", "//")), file.name
            if tag == "script":
                assert attributes["src"]


def test_every_link_inside_the_edition_leads_somewhere(edition: Path) -> None:
    seen = {file.name: Attributes(file.read_text("utf-8")).seen for file in edition.glob("*.html")}
    ids = {name: {a["id"] for _, a in found if "id" in a} for name, found in seen.items()}
    for name, found in seen.items():
        assert len(ids[name]) == sum("id" in attributes for _, attributes in found), name
        for tag, attributes in found:
            address = address_of(attributes)
            if tag == "script" or not address or address.startswith(("http", "data:", "mailto:")):
                continue
            file, _, place = address.partition("#")
            assert not file or (edition / file).is_file(), f"{name}: {address}"
            assert not place or place in ids[file or name], f"{name}: {address}"


def test_every_still_face_has_the_data_of_its_widget(lesson: Page) -> None:
    refs = re.findall(r'data-worksite="([^"]+)"', lesson.body)
    assert {widget["ref"] for widget in lesson.widgets} == set(refs)
    assert "explore 03/size" in refs
    for widget in lesson.widgets:
        assert path("assets", "widgets", widget["module"]).is_file()
        assert all(path("assets", "widgets", sheet).is_file() for sheet in widget["sheets"])
        json.dumps(widget["spec"], allow_nan=False)


def test_every_script_is_fetched_at_once(lesson: Page) -> None:
    html = framed(lesson)
    early = set(re.findall(r'rel="modulepreload" href="widgets/([\w.]+)"', html))
    asked = {"host.js", *(widget["module"] for widget in lesson.widgets)}
    while asked:
        assert asked <= early
        texts = [path("assets", "widgets", name).read_text("utf-8") for name in asked]
        asked = {n for text in texts for n in re.findall(r'from "\./([\w.]+)"', text)} - asked


def test_a_lesson_weighs_at_most_200_kilobytes_compressed(edition: Path) -> None:
    taught = sorted(edition.glob("[0-9][0-9]_*.html"))
    assert len(taught) >= 13
    for page in taught:
        addresses = [address_of(found) for _, found in Attributes(page.read_text("utf-8")).seen]
        asked = {page.name, *(a for a in addresses if re.fullmatch(r"[\w/]+\.(css|js|json)", a))}
        assert {"widgets/host.js", page.name.replace(".html", ".json")} <= asked
        sent = sum(len(gzip.compress((edition / each).read_bytes(), mtime=0)) for each in asked)
        assert sent <= 200_000, page.name


def test_no_script_holds_up_the_page(lesson: Page) -> None:
    scripts = [found for tag, found in Attributes(framed(lesson)).seen if tag == "script"]
    assert scripts
    assert all(found.get("type") == "module" or "async" in found for found in scripts)


def test_the_page_does_not_speak_of_cells_to_run(edition: Path) -> None:
    for file in edition.glob("*.html"):
        html = file.read_text("utf-8")
        assert "Shift+Enter" not in html, file.name
        assert not re.search(r'href="[^"]*\.ipynb', html), file.name


def test_headings_get_places_of_their_own() -> None:
    html, found = anchored(
        '<h2>Big & <em>small</em></h2><h3 class="x">Words</h3><h2>Words</h2><h2>…</h2>'
    )
    assert [(level, place) for level, place, _ in found] == [
        (2, "big-small"), (3, "words"), (2, "words-2"), (2, "part"),
    ]  # fmt: skip
    assert '<h3 id="words" class="x">Words</h3>' in html


def test_search_knows_every_part(lesson: Page) -> None:
    rows = sections(lesson)
    assert all(row[0] == "03_meet_the_foremen.html" and row[2] == lesson.title for row in rows)
    assert [row for row in rows if row[3] == "Where the analogy breaks"]
    assert any("lysosome" in row[4] for row in rows)
    assert len({row[1] for row in rows}) == len(rows)


def test_claims_are_weighed_and_pictures_shown_in_their_lesson(edition: Path) -> None:
    for name, wanted, other in (("claims", "Weighed", "Shown"), ("figures", "Shown", "Weighed")):
        html = (edition / f"{name}.html").read_text("utf-8")
        assert html.count(f"<p>{wanted} in <a ") >= 10
        assert f"<p>{other} in " not in html


def test_progress_counts_in_the_browser_and_knows_where_questions_stand(edition: Path) -> None:
    data = json.loads((edition / "index.json").read_text("utf-8"))
    (progress,) = data["widgets"]
    course = progress["spec"]["course"]
    assert set(progress["spec"]) == {"strings", "course"}
    for row in course["questions"].values():
        html = (edition / row["page"]).read_text("utf-8")
        assert f'id="{row["place"]}"' in html
    assert course["questions"]["03/made-order"]["place"] == "quiz-03-check-yourself"
    listed = [ref for lesson in course["lessons"] for ref in lesson["refs"]]
    assert set(listed) == set(course["questions"])


def test_nothing_tells_of_the_machine_it_was_made_on(edition: Path) -> None:
    for file in edition.rglob("*.*"):
        text = file.read_text("utf-8")
        assert str(Path.home()) not in text, file.name
        assert "sqlite" not in text, file.name


def test_the_worker_keeps_every_file_and_notices_a_change(edition: Path, tmp_path: Path) -> None:
    text = (edition / "sw.js").read_text("utf-8")
    kept = set(json.loads(re.search(r"FILES = (\[.*?\]);", text)[1]))  # type: ignore[index]
    there = {f.relative_to(edition).as_posix() for f in edition.rglob("*") if f.is_file()}
    assert kept == there - {"sw.js", "worksite-files.json"}
    again = tmp_path / "again"
    build_all(again)
    assert (again / "sw.js").read_text("utf-8") == text
    assert (
        pack(edition, tmp_path / "a.zip").read_bytes()
        == pack(again, tmp_path / "b.zip").read_bytes()
    )


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(CourseError, match=r"holds thesis\.txt"):
        build_all(tmp_path)
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "mine"


def test_one_lesson_is_written_with_everything_it_needs(tmp_path: Path) -> None:
    target = build("03", tmp_path)
    assert target.name == "03_meet_the_foremen.html"
    for _, attributes in Attributes(target.read_text("utf-8")).seen:
        address = address_of(attributes)
        if re.match(r"[\w/.-]+\.(css|js)$", address):
            assert (tmp_path / address).is_file(), address
    assert json.loads((tmp_path / "03_meet_the_foremen.json").read_text("utf-8"))["widgets"]
    first = target.read_bytes()
    build("03", tmp_path)
    assert target.read_bytes() == first


def test_unknown_unready_and_unrun_lessons_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CourseError, match=r"Did you mean|Known"):
        pages.lesson_page("3")
    bare = tmp_path / "bare.ipynb"
    monkeypatch.setattr("worksite.site.pages.path", lambda *_: bare)
    with pytest.raises(CourseError, match="no notebook yet"):
        pages.lesson_page("03")
    bare.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": "# x"}]}), "utf-8")
    with pytest.raises(CourseError, match="no outputs stored"):
        pages.lesson_page("03")


def test_a_widget_of_no_kind_is_told() -> None:
    with pytest.raises(CourseError, match="no widget of this kind"):
        pages.widget("dance 03/size")
