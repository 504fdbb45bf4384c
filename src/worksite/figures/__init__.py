"""Diagrams with words: ``figure("03/one-scale")``. One module draws each; texts are in YAML."""

from __future__ import annotations

import base64
from importlib import import_module
from typing import Any

from worksite.evidence import expand
from worksite.faces.markup import escape, inline, plain
from worksite.faces.still import Still, table
from worksite.resources import CourseError, names, nearest, read_yaml, strings

__all__ = ["figure"]
ALT_WORDS = 8


def texts(name: str) -> dict[str, Any]:
    """The words of a figure; CourseError with the nearest names when there is none."""
    known = names("assets", "figures")
    if name not in known:
        raise CourseError(f"There is no figure {name!r}. {nearest(name, known)}")
    words = dict(read_yaml("assets", "figures", f"{name}.yml"))
    if len(str(words.get("alt", "")).split()) < ALT_WORDS:
        raise CourseError(
            f"assets/figures/{name}.yml: its description 'alt' has fewer than {ALT_WORDS} words. "
            "Say what the picture shows."
        )
    return words


def svg(name: str) -> str:
    """The SVG text of a figure."""
    from worksite.figures import canvas

    words = texts(name)
    module = import_module("worksite.figures." + name.partition("/")[2].replace("-", "_"))
    return canvas.svg(lambda: module.draw(words))


def _table(words: dict[str, Any]) -> str:
    listed = words["table"]
    rows = (
        [str(first), *(inline(expand(str(cell))) for cell in rest)]
        for first, *rest in _rows(listed)
    )
    return (
        f"<details><summary>{escape(strings('figures')['table'])}</summary>"
        f"{table(listed['caption'], listed['heads'], rows)}</details>"
    )


def _rows(listed: dict[str, Any]) -> list[list[Any]]:
    """Rows written in the figure's words, or the bins of the evidence tables they name."""
    rows = list(listed.get("rows", []))
    for source in listed.get("bins", []):
        bins = read_yaml("assets", "evidence", "tables.yml")[source["from"]]["bins"]
        rows += [[source["name"], f"{low}–{high}", f"{share}"] for low, high, share in bins]
    return rows


def figure(name: str) -> Still:
    """A diagram as an image with a description, a caption with its claims, and its data."""
    words = texts(name)
    data = base64.b64encode(svg(name).encode()).decode()
    image = f'<img alt="{escape(words["alt"])}" src="data:image/svg+xml;base64,{data}">'
    caption = f"<figcaption>{inline(expand(words['caption']))}</figcaption>"
    html = f'<figure class="worksite ws-figure">{image}{caption}</figure>\n{_table(words)}'
    return Still(
        f'<section class="worksite">\n{html}\n</section>',
        f"{words['title']}. {words['alt']} {plain(words['caption'])}",
    )
