"""Outputs that need no kernel and no script: HTML and plain text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

# Before the first cell has run no style sheet is there, and Lab's own tables go to the right.
# Attributes that Lab keeps in a notebook it does not trust.
LEFT = ' style="text-align: left"'
WHOLE = ' style="white-space: nowrap"'
APART = ' style="margin-top: 16px"'


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """An HTML table. Caption, heads and the first cell of a row, its name, are plain text; the
    other cells are HTML."""
    top = "".join(f'<th scope="col"{LEFT}>{escape(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row"{LEFT}>{escape(first)}</th>'
        + "".join(f"<td{LEFT}>{cell}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f"<table><caption{LEFT}>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def bare(html: str) -> str:
    """A still face without them, for a page that brings style sheets and allows nothing inline."""
    for style in (LEFT, WHOLE, APART):
        html = html.replace(style, "")
    return html


class Still:
    """A display object with an HTML face and a plain-text face.

    Both must be the same for every learner, day and machine: they are stored in the notebook.
    """

    def __init__(self, html: str, plain: str) -> None:
        self.html = html
        self.plain = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain
