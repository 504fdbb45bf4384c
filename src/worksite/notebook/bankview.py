"""Question banks as the item-writing checks see them: plain texts, without grading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from worksite.faces.markup import plain
from worksite.notebook.prose import CITATION, cited_ids
from worksite.resources import CourseError, line_of, path, read_yaml

CHOICES = ("one", "many")


@dataclass(frozen=True)
class Choice:
    """One option of a question, or one reason of a true/false question."""

    text: str
    right: bool
    feedback: str

    @property
    def length(self) -> int:
        """Letters a test-taker sees."""
        return len(self.text)


@dataclass(frozen=True)
class Item:
    """One question. ``ref`` is "03/size"; ``choices`` are options or reasons."""

    ref: str
    kind: str
    type: str
    objective: str
    text: str
    choices: tuple[Choice, ...]
    line: int
    raw: dict[str, Any] = field(repr=False, compare=False)

    @property
    def where(self) -> str:
        """File, question id and line, as faults begin."""
        lesson, _, name = self.ref.partition("/")
        return f"quizzes/{lesson}.yml, {name}, line {self.line}"


@dataclass(frozen=True)
class Bank:
    """The questions of one lesson in bank order, and its groups by name."""

    lesson: str
    items: tuple[Item, ...]
    groups: dict[str, list[str]]

    @cached_property
    def claims(self) -> set[str]:
        """Every claim its questions list or cite."""
        found: set[str] = set()
        for item in self.items:
            found.update(map(str, item.raw.get("claims") or []))
            for each in texts(item.raw):
                found |= cited_ids(each)
        return found

    def find(self, name: str) -> list[Item]:
        """Questions of a group, or the one question with this id."""
        wanted = self.groups.get(name, [name])
        return [item for item in self.items if item.ref.partition("/")[2] in wanted]


def texts(raw: Any) -> Iterator[str]:
    """Every text anywhere in a parsed piece of YAML."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from texts(value)


def _choices(raw: Any) -> Iterator[Choice]:
    for each in raw if isinstance(raw, list) else []:
        if isinstance(each, dict):
            words = plain(CITATION.sub("", str(each.get("text", ""))))
            yield Choice(words, bool(each.get("right")), str(each.get("feedback") or ""))


def _item(lesson: str, raw: dict[str, Any]) -> Item:
    kind = str(raw.get("type", ""))
    listed = raw.get("reasons") if kind == "true_false" else raw.get("options")
    return Item(
        ref=f"{lesson}/{raw.get('id', '?')}",
        kind=str(raw.get("kind", "")),
        type=kind,
        objective=str(raw.get("objective", "")),
        text=plain(CITATION.sub("", str(raw.get("text", "")))),
        choices=tuple(_choices(listed)),
        line=line_of(raw),
        raw=raw,
    )


def view(raw: Any, lesson: str) -> Bank:
    """A parsed bank as a Bank; CourseError when it holds no list of questions."""
    if not isinstance(raw, dict) or not isinstance(raw.get("questions"), list):
        raise CourseError(
            f"quizzes/{lesson}.yml: no list of questions. Begin it with 'questions:'."
        )
    items = tuple(_item(lesson, each) for each in raw["questions"] if isinstance(each, dict))
    groups = {str(k): [str(v) for v in vs] for k, vs in (raw.get("groups") or {}).items()}
    return Bank(lesson, items, groups)


def open_bank(lesson: str) -> Bank | None:
    """The bank of a lesson, None where it has none."""
    if not path("quizzes", f"{lesson}.yml").is_file():
        return None
    return view(read_yaml("quizzes", f"{lesson}.yml"), lesson)


def all_banks() -> list[Bank]:
    """Every bank in ``quizzes/``, by lesson number."""
    names = sorted(file.stem for file in path("quizzes").glob("*.yml"))
    return [bank for name in names if (bank := open_bank(name))]
