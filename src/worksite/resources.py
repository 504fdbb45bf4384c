"""Where the course's own files are, and how they are read.

Looks beside ``src/`` first (a checkout) and in the package second (a wheel), so that an
edited bank is never shadowed by a stale copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]
_FRIENDLY = {"bool": "true or false", "int": "a whole number", "float": "a number", "str": "text",
             "array": "a list", "object": "a mapping"}  # fmt: skip

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CourseError(ValueError):
    """Something an author or a learner can mend: says what, where and how, a line each."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))

    def _render_traceback_(self) -> list[str]:
        """Show a learner the faults alone, without a Python traceback (IPython's hook)."""
        return list(self.faults)


def path(*parts: str) -> Path:
    """Path of a course file or folder, such as ``path("assets", "strings.yml")``."""
    beside = _CHECKOUT.joinpath(*parts)
    if (_CHECKOUT / "pyproject.toml").is_file() and beside.exists():
        return beside
    return _PACKAGE.joinpath("_data", *parts)


def text(*parts: str) -> str:
    """Text of a course file, always read as UTF-8."""
    return path(*parts).read_text(encoding="utf-8")


class _Lined(dict[str, Any]):
    """A YAML mapping that remembers the line it began on."""

    line: int = 0


class _LinedLoader(_Loader):  # type: ignore[misc]
    pass


# Only true and false are truth values: an answer "No" is a word (YAML 1.1 reads it as false).
_BOOL = "tag:yaml.org,2002:bool"
_LinedLoader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in rules if tag != _BOOL]
    for first, rules in _Loader.yaml_implicit_resolvers.items()
}
_LinedLoader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false|True|False)$"), list("tTfF"))


def _lined(loader: Any, node: Any) -> _Lined:
    found = _Lined(loader.construct_mapping(node, deep=True))
    found.line = node.start_mark.line + 1
    return found


_LinedLoader.add_constructor("tag:yaml.org,2002:map", _lined)


def parse_yaml(source: str, name: str) -> Any:
    """Parse YAML. Mappings are dicts with a ``line`` attribute (1-based).

    Raises CourseError naming file and line when the text is not YAML.
    """
    try:
        return yaml.load(source, Loader=_LinedLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise CourseError(
            f"{where}: not readable as YAML ({problem}). Check indents and quotes."
        ) from None


def read_yaml(*parts: str) -> Any:
    """Parse one of the course's YAML files; see parse_yaml."""
    return parse_yaml(text(*parts), "/".join(parts))


def names(*folder: str) -> list[str]:
    """Names of the YAML files in the lessons' folders of a folder, such as ``03/one-scale``."""
    return sorted(f"{file.parent.name}/{file.stem}" for file in path(*folder).glob("*/*.yml"))


def line_of(mapping: Any) -> int:
    """Line a parsed mapping began on, 0 when unknown."""
    return int(getattr(mapping, "line", 0))


@cache
def strings(section: str) -> dict[str, str]:
    """Interface texts of one section of ``assets/strings.yml``."""
    return dict(read_yaml("assets", "strings.yml")[section])


def nearest(wanted: str, known: list[str]) -> str:
    """A closing phrase for an error about an unknown name: the nearest names, or all."""
    from difflib import get_close_matches

    close = get_close_matches(wanted, known, n=3, cutoff=0.4)
    return f"Did you mean {', '.join(close)}?" if close else f"Known: {', '.join(known) or 'none'}."


def plainly(error: Exception) -> str:
    """A type fault that msgspec found, in words an author uses."""
    said = str(error).split(" - at `$")[0]
    for name, words in _FRIENDLY.items():
        said = said.replace(f"`{name}`", words)
    return said.replace("Expected ", "should be ").replace(", got ", ", is ").replace("`", "")


def field_faults(
    raw: dict[str, Any], kind: Any, what: str, where: str, **types: Any
) -> Iterator[str]:
    """Unknown, missing and ill-typed fields of a mapping held against a msgspec struct.

    ``what`` names the struct with its article ("a lesson"), ``where`` the place in its file;
    ``types`` are wider types for fields whose entries are checked one by one elsewhere.
    """
    import msgspec

    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for name in raw:
        if name not in fields:
            near = nearest(str(name), list(fields))
            yield f"{where}: {name!r} is not a field of {what}. {near}"
    for name, field in fields.items():
        if name not in raw:
            if field.required:
                yield f"{where}: {name!r} is missing. Add it."
            continue
        try:
            msgspec.convert(raw[name], types.get(name, field.type))
        except msgspec.ValidationError as error:
            yield f"{where}: {name!r} {plainly(error)}. Mend it."
