"""Things to try: ``explore("03/size")``. Each asks ``models`` for a table; the browser draws.

``04/release-clock`` is the class ``ReleaseClock`` of the module ``release_clock``; its words are in
``assets/explorables/04/release-clock.yml``.
"""

from __future__ import annotations

from importlib import import_module

from worksite.explorables.base import Explorable
from worksite.resources import CourseError, names, nearest

__all__ = ["Explorable", "explore"]


def explore(name: str) -> Explorable:
    """The explorable of this name; CourseError with the nearest names when there is none."""
    known = names("assets", "explorables")
    if name not in known:
        raise CourseError(f"There is no explorable {name!r}. {nearest(name, known)}")
    short = name.partition("/")[2]
    module = import_module(f"worksite.explorables.{short.replace('-', '_')}")
    made: Explorable = getattr(module, short.title().replace("-", ""))()
    return made
