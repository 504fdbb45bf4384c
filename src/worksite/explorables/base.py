"""What every explorable shares: its words, a table small enough to send, and its still face."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any, ClassVar

from worksite.evidence import expand
from worksite.faces.live import Live
from worksite.faces.markup import escape, inline, markdown, plain
from worksite.resources import CourseError, read_yaml, strings

LIMIT = 60_000  # bytes of a spec, gzipped


def words(section: str) -> dict[str, Any]:
    """The texts of one explorable from ``assets/explorables.yml``."""
    return dict(read_yaml("assets", "explorables.yml")[section])


def block(source: str) -> str:
    """Block HTML of an explorable's text, claims linked."""
    return markdown(expand(source))


def sent_size(spec: dict[str, Any]) -> int:
    """Bytes of a spec as sent, gzipped."""
    return len(gzip.compress(json.dumps(spec, ensure_ascii=False).encode(), mtime=0))


def picture(svg: str, alt: str, caption: str) -> str:
    """A labelled SVG as an image that every front end keeps, even in an untrusted notebook."""
    data = base64.b64encode(svg.encode()).decode()
    image = f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{data}">'
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"


def control(
    name: str, stops: list[float], start: float, read_at: list[int], said: dict[str, Any]
) -> dict[str, Any]:
    """One control of a spec: its stops, where it starts, and what each stop rests on.

    ``said`` gives label, unit, ``chosen`` (words of a stop that was not read) and ``read``: words
    of the read stops, one for all or a list in the order of ``read_at``.
    """
    words_read = said["read"]
    if isinstance(words_read, str):
        words_read = [words_read] * len(read_at)
    marks = dict(zip(read_at, words_read, strict=True))
    return {
        "id": name, "label": said["label"], "unit": said["unit"], "stops": stops,
        "start": stops.index(start), "read_at": read_at,
        "marks": [marks.get(at, said["chosen"]) for at in range(len(stops))],
    }  # fmt: skip


def table(caption: str, heads: list[str], rows: list[list[str]]) -> str:
    """An HTML table; the first cell of a row names the row."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


class Explorable(Live):
    """A live explorable. Subclasses give ``name``, ``section``, ``build`` and ``still``."""

    name: ClassVar[str]
    section: ClassVar[str]

    def __init__(self) -> None:
        self.words = words(self.section)
        spec = {"ref": self.name, "title": self.words["title"], **self.build()}
        spec["strings"] = {**strings("explore"), **spec["strings"]}
        spec["model_html"] = block(self.words["model"])
        size = sent_size(spec)
        if size > LIMIT:
            raise CourseError(
                f"explorable {self.name}: its table is {size} bytes gzipped, above {LIMIT}. "
                "Give its controls fewer stops."
            )
        super().__init__(f"explore {self.name}", spec)

    def build(self) -> dict[str, Any]:
        """Controls, tables of whole numbers and texts, as plain JSON."""
        raise NotImplementedError

    def still(self) -> str:
        """HTML of the labelled picture of three states and the data table."""
        raise NotImplementedError

    @property
    def html(self) -> str:
        """Title, what the model is, three states as a picture, and the table."""
        run = escape(strings("faces")["run_to_try"])
        return (
            f'<section class="worksite ws-still-explore" data-worksite="{escape(self.ref)}">\n'
            f"<p><em>{run}</em></p>\n<p><strong>{inline(self.words['title'])}</strong></p>\n"
            f"{block(self.words['model'])}\n{self.still()}\n</section>"
        )

    @property
    def plain(self) -> str:
        """Title and what the model is, in words."""
        return f"{self.words['title']}\n{plain(self.words['model'])}"
