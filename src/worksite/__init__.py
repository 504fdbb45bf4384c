"""The building site: the names a lesson uses. Each is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "lesson": "lessons",
    "quiz": "quiz",
    "figure": "figures",
    "explore": "explorables",
    "claims": "evidence",
    "glossary": "evidence",
    "seed_claim": "evidence",
    "progress": "progress",
    "survey": "beliefs",
}

__all__ = [
    "claims", "explore", "figure", "glossary", "lesson", "progress", "quiz", "seed_claim", "survey",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"worksite has no {name!r}. It has: {', '.join(__all__)}.")
    module = import_module(f"worksite.{home}")
    # ``quiz`` and ``progress`` are rooms and verbs at once: their modules can be called.
    return module if name == home else getattr(module, name)
