"""What an output's HTML says and what it loads, without a browser."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

_BLOCKS = {"p", "li", "div", "section", "tr", "td", "th", "caption", "summary", "figcaption"}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}
_SILENT = {"style", "script"}


@dataclass
class Seen(HTMLParser):
    """One pass over an HTML text: its words, its pictures, its headings and what it loads.

    ``text`` leaves folds out, ``all_text`` does not; both have a line for each block.
    """

    text: str = ""
    all_text: str = ""
    images: list[dict[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    loads: list[str] = field(default_factory=list)
    _folds: int = 0
    _silent: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element: HTMLParser's hook."""
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if tag == "img":
            self.images.append(given)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name in ("src", "srcset", "data", "poster", "action"):
            if name in given:
                self.loads.append(given[name])
        if tag == "link" and "href" in given:
            self.loads.append(given["href"])
        self._folds += tag == "details"
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Close an element: HTMLParser's hook."""
        if tag in _BLOCKS:
            self._say("\n")
        self._folds -= tag == "details"
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        """Note words: HTMLParser's hook."""
        if not self._silent:
            self._say(data)

    def _say(self, words: str) -> None:
        self.all_text += words
        if not self._folds:
            self.text += words


def read(html: str) -> Seen:
    """Read an HTML text; see Seen."""
    seen = Seen()
    seen.feed(html)
    seen.close()
    return seen


def unpacked(html: str) -> str:
    """The HTML with its pictures written out: SVG data addresses decoded in place."""

    def decode(found: re.Match[str]) -> str:
        if "base64" in found[1]:
            return base64.b64decode(found[2] + "==").decode("utf-8", "replace")
        return unquote(found[2])

    return re.sub(r"data:image/svg\+xml([^,\"']*),([^\"')\s]*)", decode, html)
