"""Course Markdown to HTML, raw HTML off, images off: banks are data and run nothing."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import Any

__all__ = ["escape", "inline", "markdown", "plain", "words_of_html"]


@cache
def _renderer() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _told_apart(html: str) -> str:
    """Links as citations: slanted where no style is kept, so that colour alone never marks them."""
    return html.replace("<a ", "<cite><a ").replace("</a>", "</a></cite>")


def markdown(source: str) -> str:
    """Block HTML of a Markdown text. Raw HTML in it is shown as text."""
    return _told_apart(str(_renderer().render(source)).strip())


def inline(source: str) -> str:
    """Inline HTML of a Markdown line: no paragraph around it."""
    return _told_apart(str(_renderer().renderInline(source.strip())))


def plain(source: str) -> str:
    """The words of a Markdown text, marks removed, for spoken and plain-text faces."""
    parts: list[str] = []
    for token in _renderer().parse(source):
        for child in token.children or []:
            if child.type in {"text", "code_inline"}:
                parts.append(child.content)
            elif child.type in {"softbreak", "hardbreak"}:
                parts.append(" ")
        if token.type in {"paragraph_close", "list_item_close", "th_close", "td_close"}:
            parts.append(" ")
    return " ".join("".join(parts).split())


def words_of_html(html: str) -> str:
    """The words of HTML that this module rendered, elements removed."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
