"""A lesson notebook as the checks see it: cells, calls, headings, outputs."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from worksite.lessons import Lesson, load
from worksite.notebook import prose
from worksite.notebook.html_text import Seen, read
from worksite.resources import CourseError, strings

NAMES = (
    "lesson", "quiz", "figure", "explore", "claims", "glossary", "seed_claim", "progress", "survey",
)  # fmt: skip


@dataclass(frozen=True)
class Call:
    """One call of the course in a code cell, such as ``quiz("03/size")``."""

    name: str
    args: tuple[str, ...]


def _constants(args: list[ast.expr]) -> list[ast.Constant]:
    return [arg for arg in args if isinstance(arg, ast.Constant)]


def joined(text: Any) -> str:
    """A notebook's text field, stored as a string or as a list of lines."""
    return text if isinstance(text, str) else "".join(text or [])


@dataclass(frozen=True)
class Cell:
    """One cell. ``id`` falls back to its place ("#4") where the notebook has none."""

    raw: dict[str, Any]
    number: int

    @property
    def id(self) -> str:
        """The cell's id, as faults name it."""
        return str(self.raw.get("id") or f"#{self.number}")

    @property
    def kind(self) -> str:
        """``"markdown"``, ``"code"`` or ``"raw"``."""
        return str(self.raw["cell_type"])

    @cached_property
    def source(self) -> str:
        """The cell's text."""
        return joined(self.raw.get("source"))

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """The stored outputs of a code cell."""
        return list(self.raw.get("outputs", []))

    @cached_property
    def html(self) -> str:
        """All HTML the cell put out."""
        return "\n".join(joined(out.get("data", {}).get("text/html")) for out in self.outputs)

    @cached_property
    def seen(self) -> Seen:
        """The cell's HTML, read."""
        return read(self.html)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """The course calls of a code cell in order; none where the code is not Python."""
        if self.kind != "code":
            return ()
        try:
            tree = ast.parse(self.source)
        except SyntaxError:
            return ()
        nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        nodes.sort(key=lambda node: (node.lineno, node.col_offset))
        return tuple(
            Call(node.func.id, tuple(str(arg.value) for arg in _constants(node.args)))
            for node in nodes
            if isinstance(node.func, ast.Name) and node.func.id in NAMES
        )

    def has(self, *names: str) -> bool:
        """Whether the cell calls one of these."""
        return any(call.name in names for call in self.calls)

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """``(level, text)`` of a text cell's headings."""
        if self.kind != "markdown":
            return []
        found = prose.blocks(self.source)
        return [(each.level, each.text) for each in found if each.kind == "heading"]


@dataclass(frozen=True)
class Page:
    """One notebook with the lesson it belongs to (None when ``lessons.yml`` does not list it)."""

    name: str
    raw: dict[str, Any]
    size: int
    lesson: Lesson | None = None

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells in order."""
        return [Cell(raw, number) for number, raw in enumerate(self.raw.get("cells", []), 1)]

    @property
    def code(self) -> list[Cell]:
        """The code cells in order."""
        return [cell for cell in self.cells if cell.kind == "code"]

    @property
    def text(self) -> list[Cell]:
        """The text cells in order."""
        return [cell for cell in self.cells if cell.kind == "markdown"]

    def calls(self, *names: str) -> list[tuple[Cell, Call]]:
        """Every call of these names, with its cell."""
        return [(cell, call) for cell in self.code for call in cell.calls if call.name in names]

    def fault(self, cell: Cell | None, what: str, mend: str) -> str:
        """A fault as one line: where, what, how to mend."""
        where = f"{self.name}, cell {cell.id}" if cell else self.name
        return f"{where}: {what}. {mend}"

    def heading_cell(self, part: str) -> Cell | None:
        """The first text cell whose level-2 heading begins with a part's name in strings.yml."""
        wanted = strings("notebook")[part].casefold()
        for cell in self.text:
            if any(level == 2 and t.casefold().startswith(wanted) for level, t in cell.headings):
                return cell
        return None

    def section(self, part: str) -> list[Cell]:
        """The cells from a part's heading up to the next level-2 heading that is another part's."""
        start = self.heading_cell(part)
        if start is None:
            return []
        wanted = strings("notebook")[part].casefold()
        found = [start]
        for cell in self.cells[start.number :]:
            tops = [text for level, text in cell.headings if level <= 2]
            if any(not text.casefold().startswith(wanted) for text in tops):
                break
            found.append(cell)
        return found


def open_page(file: Path, lesson: Lesson | None = None) -> Page:
    """Read a notebook file. CourseError naming it when it is absent or not a notebook."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{file.name}: cannot be read ({error.strerror}). Make it, or set 'ready: false'."
        ) from None
    try:
        raw = json.loads(content)
        cells_fit = all("cell_type" in cell for cell in raw["cells"])
    except (ValueError, TypeError, KeyError):
        cells_fit = False
    if not cells_fit:
        raise CourseError(f"{file.name}: not a notebook. Restore it from the last good version.")
    return Page(file.name, raw, len(content), lesson)


def lesson_of(file: Path) -> Lesson | None:
    """The lesson whose notebook this file is, by its name."""
    return next((each for each in load().lessons if each.file == file.name), None)


def ready_files(folder: Path) -> Iterator[tuple[Path, Lesson]]:
    """Every lesson that is ready, with its notebook in ``folder``."""
    for lesson in load().lessons:
        if lesson.ready:
            yield folder / lesson.file, lesson
