"""A whole term: all lessons in order, dealt out over classes of one length."""

from __future__ import annotations

from dataclasses import dataclass

from worksite import lessons
from worksite.teach.part import RANK, VOTE_RANKS, Part
from worksite.teach.parts import parts
from worksite.teach.plan import plan
from worksite.teach.runsheet import Sheet, after, homework, said

# A lesson has had its due when its texts, something to try, two votes and a discussion fit.
DUE_RANK = max(RANK["told+"], VOTE_RANKS[0] + VOTE_RANKS[1])


@dataclass(frozen=True)
class Class:
    """One class: the sheets of its lessons, one after the other on the same clock."""

    sheets: list[Sheet]

    @property
    def names(self) -> list[str]:
        """Lessons, with their minutes where they share the class."""
        if len(self.sheets) == 1:
            return [self.sheets[0].lesson.name]
        return [f"{one.lesson.name} ({said('term_minutes', minutes=one.plan.minutes)})"
                for one in self.sheets]  # fmt: skip

    @property
    def done(self) -> list[str]:
        """What is tried, voted on and talked over, a line a lesson."""
        return self._lines([_done(one) for one in self.sheets])

    @property
    def home_before(self) -> list[str]:
        """What people read and answer before."""
        return self._lines([homework(one.plan) for one in self.sheets])

    @property
    def home_after(self) -> list[str]:
        """What is left for home."""
        return self._lines([" · ".join(after(one.plan, brief=True)) for one in self.sheets])

    def _lines(self, told: list[str]) -> list[str]:
        """What is told of each lesson, with its number where they share the class."""
        if len(self.sheets) == 1:
            return [told[0]] if told[0] else []
        numbered = zip(self.sheets, told, strict=True)
        return [f"{one.lesson.id}: {words}" for one, words in numbered if words]


@dataclass(frozen=True)
class Term:
    """All classes, each of ``minutes``."""

    minutes: int
    classes: list[Class]

    @property
    def title(self) -> str:
        """What it is."""
        return said("term_title", minutes=self.minutes)

    @property
    def lead(self) -> str:
        """How many lessons in how many classes."""
        taught = sum(len(each.sheets) for each in self.classes)
        return said("term_lead", lessons=taught, classes=len(self.classes))


def _done(one: Sheet) -> str:
    found = one.plan
    talks, votes = found.of("discuss"), [part.title for part in found.of("vote")]
    told = [said("term_tries", titles=", ".join(f"“{part.title}”" for part in found.of("explore")))
            if found.of("explore") else "",
            said("term_votes", numbers=", ".join(votes)) if votes else "",
            said("term_talks_one") if len(talks) == 1 else "",
            said("term_talks", count=len(talks)) if len(talks) > 1 else ""]  # fmt: skip
    return "; ".join(filter(None, told))


def due(found: list[Part]) -> int:
    """Minutes that do a lesson justice."""
    return sum(part.wanted for part in found if part.rank <= DUE_RANK)


def shared(needs: list[int], minutes: int) -> list[int]:
    """The minutes of a class over its lessons, as their needs are to each other; they add up."""
    total, given, run = sum(needs), [], 0
    for need in needs:
        end = round(minutes * (run + need) / total)
        given.append(end - round(minutes * run / total))
        run += need
    return given


def term(minutes: int) -> Term:
    """All open lessons in order. A lesson joins a class while each still gets its due.

    CourseError for a length that cannot be planned.
    """
    open_lessons = [lesson.id for lesson in lessons.load().lessons if lesson.open]
    found = {lesson_id: parts(lesson_id) for lesson_id in open_lessons}
    needs = {lesson_id: due(found[lesson_id]) for lesson_id in open_lessons}
    dealt: list[list[str]] = []
    for lesson_id in open_lessons:
        together = [*dealt[-1], lesson_id] if dealt else []
        if together and sum(needs[one] for one in together) <= minutes:
            dealt[-1] = together
        else:
            dealt.append([lesson_id])
    return Term(minutes, [_class({one: found[one] for one in ids}, minutes) for ids in dealt])


def _class(taught: dict[str, list[Part]], minutes: int) -> Class:
    sheets, start = [], 0
    shares = shared([due(each) for each in taught.values()], minutes)
    for (lesson_id, own), share in zip(taught.items(), shares, strict=True):
        sheets.append(Sheet(lessons.get(lesson_id), plan(own, share, start)))
        start += share
    return Class(sheets)
