"""Browser modules made self-contained.

In Jupyter a widget's module is loaded from a blob, where ``import … from "./kit.js"`` has nothing
to be relative to. So the files a module imports are put in front of it, all in one scope: names at
the top level of files that meet in one bundle must differ. The web edition serves the very same
files as they are.
"""

from __future__ import annotations

import re
from functools import cache

from worksite.resources import CourseError, text

_IMPORT = re.compile(r'^import \{(?:\w+(?:, |(?=\})))+\} from "\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.M)
_NAMED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+|[\[{][\w\s,]*)", re.M
)
_NOISE = re.compile(r"^[ \t]*//.*\n|^[ \t]+|^\n", re.M)


def _order(name: str, seen: dict[str, str]) -> None:
    if name in seen:
        return
    source = text("assets", "widgets", name)
    for wanted in _IMPORT.findall(source):
        _order(wanted, seen)
    seen[name] = source


def needed(name: str) -> list[str]:
    """Names of a module and of all that it imports, those that are needed first in front."""
    sources: dict[str, str] = {}
    _order(name, sources)
    return list(sources)


def _refuse_twins(sources: dict[str, str]) -> None:
    owner: dict[str, str] = {}
    for file, source in sources.items():
        for names in _NAMED.findall(source):
            for one in re.findall(r"\w+", names):
                first = owner.setdefault(one, file)
                if first != file:
                    raise CourseError(
                        f"{file}: {one} is also a name in {first}, and one bundle holds both; "
                        "give one of them another name."
                    )


@cache
def bundle(name: str) -> str:
    """Source of ``assets/widgets/<name>`` with everything it imports, as one module.

    Imports must stand as ``import {a, b} from "./file.js";``, with no new names, and exports as
    named declarations; only the outermost module has a default export. Template literals must
    not depend on indentation: leading white space and whole-line comments are dropped to send
    less. Raises ``CourseError`` for another form of import and for one name in two files.
    """
    sources: dict[str, str] = {}
    _order(name, sources)
    _refuse_twins(sources)
    parts = []
    for file, source in sources.items():
        flat = _IMPORT.sub("", source)
        if re.search(r"^import\b", flat, re.M):
            raise CourseError(
                f'{file}: an import is not of the form import {{a}} from "./file.js"; write it so.'
            )
        parts.append(_NOISE.sub("", flat if file == name else _EXPORT.sub("", flat)))
    return "".join(parts)


@cache
def styles(*names: str) -> str:
    """The named style sheets of ``assets/widgets`` as one, without comments and needless space.

    A quoted text in them must hold no brace and no semicolon.
    """
    joined = "\n".join(text("assets", "widgets", name) for name in names)
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"/\*.*?\*/", "", joined, flags=re.S)).strip()
