"""The ways in: links to Binder and Colab from one address, and the page that compares them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from worksite import lessons
from worksite.lessons import Course, load, parse
from worksite.notebook.prose import running_text
from worksite.notebook.reading import grade
from worksite.resources import CourseError, read_yaml, strings, text
from worksite.site import pages, ways
from worksite.site.frame import framed

ROOT = Path(__file__).resolve().parents[1]
BINDER = "https://mybinder.org/v2/gh/ann/site.course/HEAD?urlpath=lab/tree/notebooks/{}"
COLAB = "https://colab.research.google.com/github/ann/site.course/blob/HEAD/notebooks/{}"


def at(address: str) -> Course:
    """The real course, published at an address."""
    return parse({**read_yaml("notebooks", "lessons.yml"), "repository-url": address})


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Course:
    found = at("https://github.com/ann/site.course")
    monkeypatch.setattr(lessons, "load", lambda: found)
    return found


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> Course:
    found = at("")
    monkeypatch.setattr(lessons, "load", lambda: found)
    return found


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/ann/site.course",
        "https://github.com/ann/site.course/",
        "https://github.com/ann/site.course.git",
        "github.com/ann/site.course",
    ],
)
def test_an_address_on_github_is_read(address: str) -> None:
    assert at(address).repository == "ann/site.course"
    assert at("").repository == ""


@pytest.mark.parametrize(
    "address",
    ["https://github.com/ann", "https://example.org/ann/site", "ann/site", "http://github.com/a/b/c",
     "https://github.com/ann/site?x=1", 'https://github.com/ann/"onclick'],
)  # fmt: skip
def test_an_address_that_gives_no_links_is_a_fault(address: str) -> None:
    with pytest.raises(CourseError, match="OWNER/NAME"):
        at(address)


def links(html: str) -> list[tuple[str, str]]:
    (line,) = re.findall(r'<p class="ws-open-in">(.*?)</p>', html)
    assert line.startswith(strings("site")["open_in"])
    return re.findall(r'<a href="([^"]+)">([^<]+)</a>', line)


@pytest.mark.parametrize("lesson_id", ["00", "06"])
def test_every_lesson_names_its_other_places(published: Course, lesson_id: str) -> None:
    file = next(each.file for each in published.lessons if each.id == lesson_id)
    page = pages.lesson_page(lesson_id)
    assert links(page.body) == [
        (BINDER.format(file), "Binder"),
        (COLAB.format(file), "Colab"),
        ("ways.html#on-your-own-machine", "JupyterLab on your own machine"),
    ]
    # Under the header and before the lesson itself; a link, never a picture of another host.
    assert page.body.index("ws-lesson-header") < page.body.index("ws-open-in")
    assert page.body.index("ws-open-in") < page.body.index("<h2")
    assert not re.search(r'src="http', framed(page))


def test_the_contents_page_opens_the_first_lesson(published: Course) -> None:
    assert links(pages.contents_page().body)[0] == (BINDER.format("00_welcome.ipynb"), "Binder")


def test_with_no_address_there_is_no_line(unpublished: Course) -> None:
    bodies = [pages.lesson_page("00").body, pages.contents_page().body, ways.ways_page().body]
    for body in bodies:
        assert "ws-open-in" not in body
        assert "mybinder" not in body
        assert "colab.research" not in body
    assert "repository-url" in bodies[2]


def test_the_ways_page_leads_to_the_services_when_published(published: Course) -> None:
    body = ways.ways_page().body
    assert f'<a href="{BINDER.format("00_welcome.ipynb")}">' in body
    assert f'<a href="{COLAB.format("00_welcome.ipynb")}">' in body
    assert "%pip install git+https://github.com/ann/site.course" in body


def test_the_ways_page_leaves_no_gap_and_reads_easily(unpublished: Course) -> None:
    source = ways.ways_markdown(unpublished)
    assert not re.search(r"\{\w*\}|<!--", source)
    assert text("assets", "site", "ways.md").count("<!-- ") == 2
    assert "%pip install worksite-*.whl" in source
    assert "`python3 -m pip wheel --no-deps .`" in source
    assert grade(running_text(source)) <= 8
    html = framed(ways.ways_page())
    places = set(re.findall(r'id="([\w-]+)"', html))
    assert set(re.findall(r'href="#([\w-]+)"', html)) <= places
    assert ways.OWN_MACHINE.partition("#")[2] in places


def test_what_the_ways_page_tells_to_type_exists() -> None:
    from worksite.cli import parser

    source = text("assets", "site", "ways.md")
    typed = re.findall(r"`python3 course\.py ([\w -]+?)`", source)
    assert {words.split()[0] for words in typed} == {"site", "pack", "--from"}
    for words in typed:
        if not words.startswith("--"):
            parser().parse_args(words.split())
    assert (ROOT / "environment.yml").is_file()
    assert "name: worksite" in (ROOT / "environment.yml").read_text("utf-8")


def test_the_first_link_of_the_readme_is_for_a_phone() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first = re.search(r"\[([^\]]*)\]\(([^)]+)\)", readme)
    assert first is not None
    assert "phone" in first[1]
    repository = load().repository
    owner, _, name = repository.partition("/")
    pages_of_it = [f"https://{owner}.github.io/{name}/"] if repository else []
    assert first[2] in ["#on-the-web-and-on-a-phone", *pages_of_it]
    assert "## On the web, and on a phone" in readme
    assert "(assets/site/ways.md)" in readme
