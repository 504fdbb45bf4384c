"""Fits the parts of a lesson into the minutes there are: what is done when, what goes home.

Nothing is lost: a part is in the timetable, before the class, or at home after it. Minutes add up
exactly, and no part in the timetable has less than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from worksite.resources import CourseError, strings
from worksite.teach.part import NEVER, Part, part

SHORTEST, LONGEST = 10, 240  # minutes of a class
PAUSE_FROM, PAUSE_MINUTES = 75, 5  # assumed: a class this long needs a break


@dataclass(frozen=True)
class Row:
    """A line of the timetable; ``start`` and ``end`` in minutes."""

    start: int
    end: int
    part: Part

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True)
class Plan:
    """A class. ``before`` and ``after`` are for home; ``short`` are told in less than they take."""

    minutes: int
    rows: list[Row]
    before: list[Part]
    after: list[Part]

    @property
    def short(self) -> list[Part]:
        """Texts that get less time in the room than reading takes: to be read before."""
        told = [row for row in self.rows if row.part.kind in ("told", "open")]
        return [row.part for row in told if row.minutes < row.part.wanted]

    def of(self, kind: str) -> list[Part]:
        """Parts of one kind in the timetable."""
        return [row.part for row in self.rows if row.part.kind == kind]


def _claims(parts: list[Part]) -> Iterator[tuple[int, int, Part, int]]:
    """(rank, order, part, minutes): what brings each part in, and what would do it well."""
    for order, each in enumerate(parts):
        if each.rank >= NEVER:
            continue
        first = each.least if each.grows < NEVER else each.wanted
        yield each.rank, order, each, first
        if each.wanted > first:
            yield each.grows, order, each, each.wanted - first


def _shared(parts: list[Part], minutes: int) -> tuple[dict[str, int], int]:
    """Minutes of each chosen part by id, and what is left."""
    given: dict[str, int] = {}
    seen: set[str] = set()
    left = minutes
    for _, _, each, asked in sorted(_claims(parts), key=lambda claim: claim[:2]):
        brings_in = each.id not in seen
        seen.add(each.id)
        if asked > left if brings_in else each.id not in given:
            continue
        given[each.id] = given.get(each.id, 0) + min(asked, left)
        left -= min(asked, left)
    return given, left


def _stretched(parts: list[Part], given: dict[str, int], left: int) -> int:
    """Spread what is left over parts that are better with more time; return the rest."""
    growing = [each for each in parts if each.id in given]
    while left and (room := [each for each in growing if given[each.id] < each.most]):
        for each in sorted(room, key=lambda one: one.rank)[:left]:
            given[each.id] += 1
            left -= 1
    return left


def _own(kind: str, at: float, minutes: int) -> Part:
    """A pause, or time for questions."""
    said = strings("teach")
    lines = (("note", said["free_note"]),) if kind == "free" else ()
    return part(kind, "class", at, said[kind], (minutes, minutes), lines=lines)


def _middle(parts: list[Part], given: dict[str, int]) -> float:
    """Where the pause is: between the two parts nearest to the middle of the time."""
    half, run = sum(given.values()) / 2, 0
    ends: list[tuple[float, float]] = []
    for each in parts[:-1]:
        run += given[each.id]
        ends.append((abs(run - half), each.at))
    return min(ends)[1] + 0.001


def plan(parts: list[Part], minutes: int, start: int = 0) -> Plan:
    """The class of these minutes, its clock beginning at ``start``.

    CourseError for a class too short or too long to plan.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise CourseError(
            f"A class of {minutes} minutes. Give a whole number from {SHORTEST} to {LONGEST}."
        )
    pause = PAUSE_MINUTES if minutes >= PAUSE_FROM else 0
    given, left = _shared(parts, minutes - pause)
    left = _stretched(parts, given, left)
    chosen = [each for each in parts if each.id in given]
    own = [_own("pause", _middle(chosen, given), pause)] if pause else []
    if left:
        close = max(each.at for each in chosen)
        own.append(_own("free", close - 0.001, left))
    given |= {each.id: each.wanted for each in own}
    rows, clock = [], start
    for each in sorted([*chosen, *own], key=lambda one: one.at):
        rows.append(Row(clock, clock + given[each.id], each))
        clock += given[each.id]
    home = [each for each in parts if each.id not in given]
    before = [each for each in home if each.kind == "before"]
    return Plan(minutes, rows, before, [each for each in home if each.kind != "before"])
