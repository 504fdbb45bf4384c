"""Things to try: ``explore("03/size")``. Each asks ``models`` for a table; the browser draws."""

from __future__ import annotations

from importlib import import_module

from worksite.explorables.base import Explorable
from worksite.resources import CourseError, nearest

__all__ = ["Explorable", "explore"]

_HOMES = {"03/size": ("size", "Size")}


def explore(name: str) -> Explorable:
    """The explorable of this name; CourseError with the nearest names when there is none."""
    if name not in _HOMES:
        raise CourseError(f"There is no explorable {name!r}. {nearest(name, list(_HOMES))}")
    module, kind = _HOMES[name]
    made: Explorable = getattr(import_module(f"worksite.explorables.{module}"), kind)()
    return made
