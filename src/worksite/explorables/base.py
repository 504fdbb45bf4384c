"""What every explorable shares: its words, a table small enough to send, and its still face."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence
from typing import Any, ClassVar

from worksite.evidence import expand
from worksite.faces.live import Live
from worksite.faces.markup import escape, inline, markdown, plain
from worksite.faces.still import table
from worksite.resources import CourseError, read_yaml, strings

LIMIT = 60_000  # bytes of a spec, gzipped
# Words that every explorable has.
KIT_WORDS = ("predict", "tasks", "own", "why", "spoken")


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
    return f"<figure>{image}<figcaption>{inline(expand(caption))}</figcaption></figure>"


def control(
    name: str, stops: Sequence[float], start: float, read_at: list[int], said: dict[str, Any]
) -> dict[str, Any]:
    """A slider of a spec: its stops, where it starts, and what each stop rests on.

    ``said`` gives label, unit, ``chosen`` (words of a stop that was not read) and ``read``: words
    of the read stops, one for all or a list in the order of ``read_at``.
    """
    words_read = said["read"]
    if isinstance(words_read, str):
        words_read = [words_read] * len(read_at)
    marks = dict(zip(read_at, words_read, strict=True))
    return {
        "id": name, "label": said["label"], "unit": said["unit"], "stops": list(stops),
        "start": list(stops).index(start), "read_at": read_at,
        "marks": [marks.get(at, said["chosen"]) for at in range(len(stops))],
    }  # fmt: skip


def choice(name: str, start: int, said: dict[str, Any]) -> dict[str, Any]:
    """A control of a few named options: ``said`` gives label and options (text, and a note)."""
    options = [{"text": each["text"], "note": each.get("note", "")} for each in said["options"]]
    return {"id": name, "label": said["label"], "options": options, "start": start}


class Explorable(Live):
    """A live explorable. Subclasses give ``name``, ``controls``, ``tables``, ``rows``, ``drawing``.

    ``beside``, where its words have it, is what stands beside the model, such as results of trials.
    Its words stand in ``assets/explorables/<name>.yml``; ``texts`` names those its module asks for
    beside the ones that every explorable has.
    """

    name: ClassVar[str]
    texts: ClassVar[tuple[str, ...]] = ()
    telling: ClassVar[bool] = False  # its picture gives the guess away: it goes into the fold

    def __init__(self) -> None:
        self.words: dict[str, Any] = read_yaml("assets", "explorables", f"{self.name}.yml")
        spec = self._spec()
        size = sent_size(spec)
        if size > LIMIT:
            raise CourseError(
                f"explorable {self.name}: its table is {size} bytes gzipped, above {LIMIT}. "
                "Give its controls fewer stops."
            )
        super().__init__(f"explore {self.name}", spec)

    def _spec(self) -> dict[str, Any]:
        said = self.words
        return {
            "ref": self.name,
            "title": said["title"],
            "model_html": block(said["model"]),
            "controls": self.controls(),
            "tables": self.tables(),
            "strings": {**strings("explore"), **{k: said[k] for k in (*KIT_WORDS, *self.texts)}},
            "why_html": block(said["why_text"]),
            "beside_html": block(said.get("beside", "")),
            "table": {"summary": said["table"], "caption": said["table_caption"],
                      "heads": said["heads"], "rows": self.rows()},
        }  # fmt: skip

    def controls(self) -> list[dict[str, Any]]:
        """The controls in order; see ``control`` and ``choice``."""
        raise NotImplementedError

    def tables(self) -> dict[str, Any]:
        """What the module looks up: nested lists of whole numbers, indexed by the controls."""
        raise NotImplementedError

    def rows(self) -> list[list[str]]:
        """Rows of the data table, in words."""
        raise NotImplementedError

    def drawing(self) -> str:
        """SVG of three states side by side, for the still face."""
        raise NotImplementedError

    @property
    def html(self) -> str:
        """Title, what the model is, three states as a picture, and the table."""
        run = escape(strings("faces")["run_to_try"])
        said = self.words
        shown = picture(self.drawing(), said["still_alt"], said["still_caption"])
        rows = ([first, *map(escape, rest)] for first, *rest in self.rows())
        listed = table(said["table_caption"], said["heads"], rows)
        if self.telling:
            shown, listed = "", shown + listed
        return (
            f'<section class="worksite ws-still-explore" data-worksite="{escape(self.ref)}">\n'
            f"<p><em>{run}</em></p>\n<p><strong>{inline(said['title'])}</strong></p>\n"
            f"{block(said['model'])}\n{shown}{block(said.get('beside', ''))}"
            f"<details><summary>{escape(said['table'])}</summary>{listed}</details>\n</section>"
        )

    @property
    def plain(self) -> str:
        """Title and what the model is, in words."""
        return f"{self.words['title']}\n{plain(self.words['model'])}"
