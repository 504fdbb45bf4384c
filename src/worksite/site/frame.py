"""What is around every page: head, navigation, the list of its parts, foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from typing import Any

from worksite.faces.markup import escape, inline
from worksite.faces.modules import needed
from worksite.faces.still import bare
from worksite.resources import strings, text

SHEETS = ("widgets/tokens.css", "widgets/page.css", "site.css")
# The pages that stand beside the lessons, in the order of the navigation.
PAGES = {
    "index.html": "contents",
    "glossary.html": "glossary",
    "claims.html": "claims",
    "figures.html": "figures",
    "ways.html": "ways",
    "search.html": "search",
}
_HEADING = re.compile(r"<h([23])((?: [^>]*)?)>(.*?)</h\1>", re.S)
_TAG = re.compile(r"<[^>]+>")
_CITATION = re.compile(r'<a (?=href="[^"]*">\[?[A-Z]-\d+[a-z]?\]?</a>)')


@dataclass(frozen=True)
class Page:
    """A page before its frame: ``widgets`` is what host.js brings to life, by still face."""

    file: str
    title: str
    body: str
    widgets: list[dict[str, Any]] = field(default_factory=list)
    script: str = ""

    @property
    def data(self) -> str:
        """Name of the file with the data of its widgets."""
        return self.file.replace(".html", ".json")


def words_of(html: str) -> str:
    """The words of a piece of HTML, in one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def anchored(html: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The HTML with an id on every heading of level 2 and 3, and (level, id, words) of each."""
    found: list[tuple[int, str, str]] = []
    taken: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        level, attributes, inside = match.groups()
        words = words_of(inside)
        plain = "-".join(re.findall(r"[a-z0-9]+", words.casefold())) or "part"
        options = (plain if n == 1 else f"{plain}-{n}" for n in count(1))
        place = next(name for name in options if name not in taken)
        taken.add(place)
        found.append((int(level), place, words))
        return f'<h{level} id="{place}"{attributes}>{inside}</h{level}>'

    return _HEADING.sub(mark, html), found


def _nav(current: str) -> str:
    said = strings("site")
    items = []
    for file, name in PAGES.items():
        here = ' aria-current="page"' if file == current else ""
        items.append(f'<li><a href="{file}"{here}>{escape(said[name])}</a></li>')
    return "\n".join(items)


def _toc(headings: list[tuple[int, str, str]]) -> str:
    top = [(place, words) for level, place, words in headings if level == 2]
    if len(top) < 3:
        return ""
    name = escape(strings("site")["on_this_page"])
    items = "\n".join(f'<li><a href="#{place}">{escape(words)}</a></li>' for place, words in top)
    return (
        f'<nav class="ws-toc" aria-label="{name}">\n<details><summary>{name}</summary>\n'
        f"<ol>\n{items}\n</ol>\n</details>\n</nav>"
    )


def _preloads(page: Page) -> str:
    """Hints that fetch every script at once: found one by one, each costs a round trip."""
    if not page.widgets:
        return ""
    wanted = ["host.js", *dict.fromkeys(widget["module"] for widget in page.widgets)]
    modules = dict.fromkeys(name for one in wanted for name in needed(one))
    lines = [f'<link rel="modulepreload" href="widgets/{name}">' for name in modules]
    sheets = dict.fromkeys(sheet for widget in page.widgets for sheet in widget["sheets"])
    lines += [f'<link rel="stylesheet" href="widgets/{sheet}">' for sheet in sheets]
    lines.append(f'<link rel="preload" href="{page.data}" as="fetch" crossorigin>')
    return "\n".join(lines)


def framed(
    page: Page,
    template: str = "",
    sheets: tuple[str, ...] = SHEETS,
    words: dict[str, str] | None = None,
) -> str:
    """The whole page as HTML, in the edition's own template or another with its ``words``."""
    said = strings("site")
    body, headings = anchored(_CITATION.sub('<a class="ws-cite" ', bare(page.body)))
    scripts = f'<script type="module" src="{page.script}"></script>' if page.script else ""
    data = page.data if page.widgets else ""
    host = f'src="widgets/host.js" data-widgets="{data}" data-worker'
    title = page.title if page.title == said["course"] else f"{page.title} · {said['course']}"
    values = {
        "data": data,
        "title": escape(title),
        "sheets": "\n".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets),
        "preloads": _preloads(page),
        "nav": _nav(page.file),
        "toc": _toc(headings),
        "body": body,
        "scripts": "\n".join(filter(None, (f'<script type="module" {host}></script>', scripts))),
    }  # fmt: skip
    for key in ("skip", "nav_label", "from_file", "no_script_page", "foot"):
        values[key] = escape(said[key])
    values |= words or {}
    template = template or text("assets", "site", "page.html")
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], template)


def rich(markdown: str) -> str:
    """A text of ``strings.yml`` as a paragraph."""
    return f"<p>{inline(markdown)}</p>"
