"""Browser modules made self-contained.

In Jupyter a widget's module is loaded from a blob, where ``import … from "./kit.js"`` has nothing
to be relative to. So the files a module imports are put in front of it, each in a scope of its own.
The web edition serves the very same files as they are.
"""

from __future__ import annotations

import re
from functools import cache

from worksite.resources import CourseError, text

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) )", re.M)
_EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|const|class) (\w+)", re.M)
_NOISE = re.compile(r"^[ \t]*//.*\n|^[ \t]+|^\n", re.M)


def _scope(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)


def _order(name: str, seen: dict[str, str]) -> None:
    if name in seen:
        return
    source = text("assets", "widgets", name)
    for _, needed in _IMPORT.findall(source):
        _order(needed, seen)
    seen[name] = source


def needed(name: str) -> list[str]:
    """Names of a module and of all that it imports, those that are needed first in front."""
    sources: dict[str, str] = {}
    _order(name, sources)
    return list(sources)


def _names(match: re.Match[str]) -> str:
    names = re.sub(r"\s+as\s+", ": ", match[1])
    return f"const {{{names}}} = {_scope(match[2])};\n"


@cache
def bundle(name: str) -> str:
    """Source of ``assets/widgets/<name>`` with everything it imports, as one module.

    Imports must stand as ``import {a, b} from "./file.js";`` and exports as named declarations;
    only the outermost module has a default export. Template literals must not depend on
    indentation: leading white space and whole-line comments are dropped to send less.
    """
    sources: dict[str, str] = {}
    _order(name, sources)
    parts = []
    for file, source in sources.items():
        flat = _IMPORT.sub(_names, source)
        if re.search(r"^import\b", flat, re.M):
            raise CourseError(
                f'{file}: an import is not of the form import {{a}} from "./file.js"; write it so.'
            )
        if file != name:
            names = ", ".join(_EXPORTED.findall(flat))
            body = f"{_EXPORT.sub('', flat)}\nreturn {{{names}}};"
            flat = f"const {_scope(file)} = (() => {{\n{body}\n}})();\n"
        parts.append(_NOISE.sub("", flat))
    return "".join(parts)


@cache
def styles(*names: str) -> str:
    """The named style sheets of ``assets/widgets`` as one, comments and indents dropped."""
    joined = "\n".join(text("assets", "widgets", name) for name in names)
    return _NOISE.sub("", re.sub(r"/\*.*?\*/", "", joined, flags=re.S))
