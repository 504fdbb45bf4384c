"""Are the stored outputs small, offline, and the same for every learner, day and machine?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from worksite.notebook.html_text import read, unpacked
from worksite.notebook.page import Cell, Page
from worksite.notebook.prose import images

MAX_NOTEBOOK = 250_000  # bytes
MAX_FIGURE = 30_000  # bytes as stored
_VIEW = "application/vnd.jupyter.widget-view+json"
_PATHS = re.compile(r"(?:/(?:home|root|Users|tmp)/[\w.-]|\b[A-Z]:\\\\?\w)[\w./\\-]*")
_REMOTE = re.compile(r"^\s*(?:https?:)?//", re.I)
_CSS_REMOTE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"']?)(?:https?:)?//", re.I)
_CHANGING = {
    "a memory address": re.compile(r"\b0x[0-9a-f]{6,}\b", re.I),
    "a time of day": re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b\d\d:\d\d:\d\d\b"),
    "a model id": re.compile(r"\b[0-9a-f]{32}\b"),
}


def sizes(page: Page) -> Iterator[str]:
    """A notebook weighs at most 250 kB with outputs, a picture 30 kB as stored."""
    if page.size > MAX_NOTEBOOK:
        yield page.fault(
            None,
            f"weighs {page.size / 1000:.0f} kB with outputs, above {MAX_NOTEBOOK // 1000}",
            "Make its pictures and outputs smaller.",
        )
    for cell in page.code:
        for image in cell.seen.images:
            if (size := len(image.get("src", ""))) > MAX_FIGURE:
                yield page.fault(
                    cell,
                    f"a picture of {size / 1000:.0f} kB, above {MAX_FIGURE // 1000}",
                    "Draw fewer points and shorter paths.",
                )


def _stored(cell: Cell) -> str:
    """Everything a cell holds, pictures decoded: its text and its outputs."""
    outputs = json.dumps(cell.outputs, ensure_ascii=False)
    return "\n".join((cell.source, unpacked(outputs), unpacked(cell.html)))


def paths(page: Page) -> Iterator[str]:
    """No path of somebody's machine."""
    for cell in page.cells:
        if found := _PATHS.search(_stored(cell)):
            yield page.fault(cell, f"holds the path {found[0]}", "Name files by relative path.")


def network(page: Page) -> Iterator[str]:
    """Nothing is loaded over the network, and no output brings scripts or linked sheets."""
    for cell in page.cells:
        html = cell.source if cell.kind == "markdown" else unpacked(cell.html)
        seen = read(html)
        loads = list(seen.loads)
        if cell.kind == "markdown":
            loads += [address for _, address in images(cell.source)]
        for address in sorted({each for each in loads if _REMOTE.match(each)}):
            yield page.fault(
                cell, f"loads {address} over the network", "Put the file into the course."
            )
        if _CSS_REMOTE.search(html):
            yield page.fault(
                cell, "a style sheet loads over the network", "Put the file into the course."
            )
        if bad := sorted(seen.tags & {"script", "link", "iframe", "object", "embed"}):
            yield page.fault(
                cell, f"holds <{'>, <'.join(bad)}>", "Use a widget or plain HTML instead."
            )


def steady(page: Page) -> Iterator[str]:
    """No output depends on the learner, the clock, the memory or the session."""
    for cell in page.code:
        text = json.dumps(cell.outputs, ensure_ascii=False)
        for what, pattern in _CHANGING.items():
            if found := pattern.search(text):
                yield page.fault(
                    cell, f"shows {what} ({found[0]})", "Leave out what changes from run to run."
                )
        for output in cell.outputs:
            if output.get("output_type") == "error":
                yield page.fault(
                    cell, "stores an error", "Mend the cell, then python3 course.py refresh."
                )
            if output.get("name") == "stderr":
                yield page.fault(cell, "stores a warning", "Mend its cause; warnings name paths.")


def widget_state(page: Page) -> Iterator[str]:
    """No saved widgets: no ``metadata.widgets``, no widget view, no still face left out."""
    if "widgets" in page.raw.get("metadata", {}):
        yield page.fault(
            None, "stores widget state (metadata.widgets)", "Run python3 course.py refresh."
        )
    for cell in page.code:
        for output in cell.outputs:
            data = output.get("data", {})
            if _VIEW in data and "text/html" in data:
                yield page.fault(cell, "stores a widget view", "Run python3 course.py refresh.")
            elif _VIEW in data:
                yield page.fault(cell, "shows a widget without a still face", "Give it an html.")
        if any(key in cell.raw.get("metadata", {}) for key in ("execution", "ExecuteTime")):
            yield page.fault(cell, "stores timings", "Run python3 course.py refresh.")


def locked(page: Page) -> Iterator[str]:
    """Cells are locked for learners unless tagged ``change-me``."""
    for cell in page.cells:
        meta = cell.raw.get("metadata", {})
        free = meta.get("editable", True) or meta.get("deletable", True)
        if free and "change-me" not in meta.get("tags", []):
            yield page.fault(
                cell,
                "can be edited or deleted by accident",
                "Run python3 course.py refresh, or tag it change-me.",
            )


CHECKS = (sizes, paths, network, steady, widget_state, locked)
