"""A thing to do in a class, the minutes it takes, and what goes first when time is short.

The times are **assumed**: rules of thumb for planning, not measurements. Reading speed and the time
for a question alone are those of the course's own estimate (``notebook.measure``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from worksite.notebook.measure import QUESTION_MINUTES

VOTE_MINUTES = 5  # assumed: first vote, talk in pairs, second vote, the answer
ASK_MINUTES = 1  # assumed: a show of hands, QUESTION_MINUTES rounded up
FIGURE_MINUTES = 1.0  # assumed: to look before anybody explains
EXPLORE_MINUTES = (3, 6)  # assumed: guess and first task; all tasks and a word on them
CARD_MINUTES = 0.75  # assumed: one claim of the article, guessed and compared
OPEN_MINUTES = CLOSE_MINUTES = (1, 2)  # assumed: the picture; the key points
TOLD_MINUTES = (1, 1)  # at least; read aloud or summed up
BREAKS_MINUTES = (2, 3)  # assumed: the deepest part of a lesson needs time to argue
STRETCH = {"vote": 2, "discuss": 3, "explore": 4, "told": 2, "article": 2}  # assumed: useful extra
HOME_MINUTES = {"progress": 1.0, "review": 3.0, "final": 20 * QUESTION_MINUTES}  # assumed

# What goes first when there is little time: the lowest rank. A name with + is the minutes between
# bringing a part in and doing it well. What has no rank is for home alone.
RANK = {
    "open": 0, "close": 0, "told": 10, "explore": 15, "survey": 18, "explore+": 22, "told+": 26,
    "article": 34, "article+": 37, "close+": 10, "open+": 26, "ask": 38, "check": 60,
}  # fmt: skip
VOTE_RANKS, DISCUSS_RANKS = (12, 8), (24, 8)  # of the first, and how much later each next one
NEVER = 1000


@dataclass(frozen=True)
class Part:
    """One thing to do. ``least`` minutes bring it into the room, ``wanted`` do it well.

    ``at`` is its place in the lesson; ``numbers`` the questions it asks; ``lines`` what the
    instructor should know: (key of a label, Markdown).
    """

    id: str
    kind: str
    title: str
    at: float
    rank: int
    least: int
    wanted: int
    numbers: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    grows: int = NEVER  # rank of the minutes between least and wanted
    home: float = 0.0  # minutes alone at home

    @property
    def most(self) -> int:
        """Minutes beyond which more time is of no use to it."""
        return self.wanted + STRETCH.get(self.kind, 0)


def part(
    kind: str, cell: str, at: float, title: str, minutes: tuple[int, int], **more: Any
) -> Part:
    """A part of a kind, named after its cell, ranked as its kind is unless ``rank`` is given."""
    rank = more.pop("rank", RANK.get(kind, NEVER))
    grows = RANK.get(f"{kind}+", NEVER)
    return Part(f"{cell}:{kind}", kind, title, at, rank, *minutes, grows=grows, **more)
