"""The words a learner reads in a Markdown cell, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

_ID = r"[A-Z]-\d+[a-z]?"
# An address may hold round brackets in pairs, as some DOIs do.
CITATION = re.compile(rf"\[({_ID}(?:,\s*{_ID})*)\](?:\(((?:[^()\s]|\([^()\s]*\))*)\))?")
_LINKED = re.compile(r"(?<![\w-])[A-Z]-\d+[a-z]?(?![\w-])")
_TAG = re.compile(r"<[^>]+>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|<img\b([^>]*)>", re.S)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Block:
    """One paragraph, list item, heading, table cell or fold title of a text cell.

    ``level`` is the heading's level (0 for others); ``folded`` is true inside ``<details>``.
    """

    kind: str
    text: str
    level: int = 0
    folded: bool = False


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _words_of(inline: Any) -> str:
    parts = []
    for child in inline.children or []:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _fold_depth(html: str) -> int:
    return html.count("<details") - html.count("</details>")


def blocks(source: str) -> Iterator[Block]:
    """The blocks of a Markdown text in order, citations, pictures, code and tags left out."""
    kinds: list[str] = []
    depth = 0
    for token in _parser().parse(CITATION.sub("", source)):
        if token.type == "html_block":
            words = " ".join(_TAG.sub(" ", token.content).split())
            if words:
                inside = depth > 0 or "<details" in token.content
                yield Block("summary" if "<summary" in token.content else "html", words, 0, inside)
            depth += _fold_depth(token.content)
        elif token.type == "inline":
            opener = kinds[-1] if kinds else "p"
            text = _words_of(token)
            if text:
                yield _block(opener, kinds, text, depth > 0)
        elif token.nesting == 1:
            kinds.append(token.tag)
        elif token.nesting == -1:
            kinds.pop()


def _block(opener: str, kinds: list[str], text: str, folded: bool) -> Block:
    if re.fullmatch(r"h[1-6]", opener):
        return Block("heading", text, int(opener[1]), folded)
    if opener in {"td", "th"}:
        return Block("cell", text, 0, folded)
    return Block("item" if "li" in kinds else "paragraph", text, 0, folded)


def cited_ids(text: str) -> set[str]:
    """Claim ids cited in square brackets anywhere in a text: ``[E-36]``, ``[E-04, E-07]``."""
    return {one.strip() for found in CITATION.finditer(text) for one in found[1].split(",")}


def linked_ids(text: str) -> set[str]:
    """Claim ids in the words of an output, where a citation is a link and has no brackets."""
    return set(_LINKED.findall(text))


def running_text(source: str) -> str:
    """Paragraphs and list items, a line each: what the reading grade is taken from."""
    return "\n".join(each.text for each in blocks(source) if each.kind in {"paragraph", "item"})


def open_text(source: str) -> str:
    """Every word a learner meets without opening a fold."""
    return "\n".join(each.text for each in blocks(source) if not each.folded)


def images(source: str) -> Iterator[tuple[str, str]]:
    """``(alt, address)`` of every picture in a Markdown or HTML text."""
    for found in _IMAGE.finditer(source):
        if found[3] is None:
            yield found[1], found[2]
        else:
            given = {name: a or b for name, a, b in _ATTRIBUTE.findall(found[3])}
            yield given.get("alt", ""), given.get("src", "")
