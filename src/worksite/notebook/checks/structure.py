"""Is a lesson built as every lesson is: parts in order, headings, cells, questions, breaks?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from worksite.notebook.bankview import Item
from worksite.notebook.measure import asked
from worksite.notebook.page import Cell, Page
from worksite.notebook.prose import blocks
from worksite.resources import strings

PARTS = (
    "on_the_site",
    "in_the_body",
    "analogy_breaks",
    "article_says",
    "check_yourself",
    "in_one_minute",
    "words",
    "sources",
)
MAX_LINES = 12
WRAP_UP = (6, 12)
WELCOME = "00"
_BOLD_LEAD = re.compile(r"(?:\A|\n\n)\*\*")


def _asked_in(page: Page, cells: list[Cell]) -> list[Item]:
    calls = [call for cell in cells for call in cell.calls if call.name == "quiz"]
    return [item for call in calls for item in asked(page, call)]


def parts(page: Page) -> Iterator[str]:
    """The required parts stand in order; the welcome page shows contents and progress instead."""
    if page.lesson is None:
        return
    if page.lesson.id == WELCOME:
        yield from _welcome(page)
        return
    last = 0
    for part in PARTS:
        title = strings("notebook")[part]
        cell = page.heading_cell(part)
        if cell is None:
            yield page.fault(
                None, f'the part "{title}" is missing', f'Add a text cell beginning "## {title}".'
            )
            continue
        if cell.number < last:
            order = ", ".join(strings("notebook")[each] for each in PARTS)
            yield page.fault(
                cell, f'the part "{title}" comes too late or too early', f"The order is: {order}."
            )
        last = max(last, cell.number)


def _welcome(page: Page) -> Iterator[str]:
    if not any(not call.args for _, call in page.calls("lesson")):
        yield page.fault(None, "there is no contents list", "Add a code cell with lesson().")
    if not page.calls("progress"):
        yield page.fault(None, "there is no progress", "Add a code cell with progress().")


def furniture(page: Page) -> Iterator[str]:
    """Header, footer, earlier questions, words and sources are called, for this lesson."""
    if page.lesson is None:
        return
    own = page.lesson.id
    called = {(call.name, call.args) for cell in page.code for call in cell.calls}
    wanted: list[tuple[str, tuple[str, ...]]] = [("lesson", (own,)), ("lesson", (own, "next"))]
    if page.lesson.earlier:
        wanted.append(("quiz", (f"{own}/earlier",)))
    if own != WELCOME:
        wanted += [("glossary", (own,)), ("claims", (own,))]
    for name, args in wanted:
        if (name, args) not in called:
            shown = f"{name}({', '.join(map(repr, args))})".replace("'", '"')
            yield page.fault(None, f"{shown} is missing", "Add a code cell that calls it.")
    first = page.code[0] if page.code else None
    if first and not (first.has("lesson") and "import" in first.source):
        yield page.fault(
            first,
            "the first code cell does not import the course and show the header",
            f'Begin with "from worksite import …" and lesson("{own}").',
        )
    yield from _seeds(page, list(page.lesson.seeds))


def _seeds(page: Page, listed: list[str]) -> Iterator[str]:
    shown = [seed for _, call in page.calls("seed_claim") for seed in call.args]
    if sorted(shown) != sorted(listed):
        yield page.fault(
            None,
            f"verdict cards shown ({', '.join(shown) or 'none'}) are not the lesson's seeds "
            f"({', '.join(listed) or 'none'})",
            "Make lessons.yml and the seed_claim(...) cells agree.",
        )


def headings(page: Page) -> Iterator[str]:
    """One level-1 heading, first; no level is skipped on the way down."""
    level = 0
    tops = 0
    for cell in page.text:
        for found, text in cell.headings:
            tops += found == 1
            if level == 0 and found != 1:
                yield page.fault(cell, f'the first heading is "{text}"', 'Begin with "# Title".')
            elif found > level + 1:
                yield page.fault(
                    cell,
                    f'the heading "{text}" jumps from level {level} to {found}',
                    f"Write it with {'#' * (level + 1)}.",
                )
            level = found
    if tops != 1:
        yield page.fault(None, f"{tops} headings of level 1", 'Write exactly one "# Title".')


def cells(page: Page) -> Iterator[str]:
    """Code cells are short and executed in order with outputs, each under a text cell."""
    ids = [cell.raw.get("id") for cell in page.cells]
    expected = 0
    for cell in page.cells:
        if not cell.raw.get("id") or ids.count(cell.raw["id"]) > 1:
            yield page.fault(
                cell, "its id is missing or used twice", "Run python3 course.py refresh."
            )
        if not cell.source.strip():
            yield page.fault(cell, "is empty", "Delete it.")
        if cell.kind == "raw":
            yield page.fault(cell, "is a raw cell", "Make it a text cell.")
        if cell.kind == "code":
            expected += 1
            yield from _code(page, cell, expected)


def _code(page: Page, cell: Cell, expected: int) -> Iterator[str]:
    lines = len(cell.source.strip().splitlines())
    if lines > MAX_LINES:
        yield page.fault(
            cell, f"has {lines} lines of code", f"Keep {MAX_LINES}; move work to worksite."
        )
    count = cell.raw.get("execution_count")
    if count is None:
        yield page.fault(cell, "has not been run", "Run python3 course.py refresh.")
    elif count != expected:
        yield page.fault(
            cell,
            f"ran as number {count}, not {expected}",
            "Run python3 course.py refresh: all, in order.",
        )
    if not cell.outputs:
        yield page.fault(cell, "shows nothing", "Let it show something, or merge it.")
    before = page.cells[cell.number - 2] if cell.number > 1 else None
    if before is not None and before.kind != "markdown":
        yield page.fault(cell, "has no text cell above it", "Say above it what to look for or do.")


def site_and_minute(page: Page) -> Iterator[str]:
    """The mapping table, 6–12 closing questions, and one key point per objective."""
    if page.lesson is None or page.lesson.id == WELCOME:
        return
    site = page.section("on_the_site")
    if site and not any(b.kind == "cell" for cell in site for b in blocks(cell.source)):
        yield page.fault(site[0], "has no mapping table", "Add a table: on the site → in the body.")
    wrap_up = page.section("check_yourself")
    asked_here = _asked_in(page, wrap_up)
    low, high = WRAP_UP
    if wrap_up and not low <= len(asked_here) <= high:
        yield page.fault(
            wrap_up[0], f"asks {len(asked_here)} questions", f"Ask {low} to {high} here."
        )
    minute = page.section("in_one_minute")
    points = sum(b.kind == "item" for cell in minute for b in blocks(cell.source))
    if minute and points != len(page.lesson.objectives):
        yield page.fault(
            minute[0],
            f"has {points} key points for {len(page.lesson.objectives)} objectives",
            "Write one list item per objective.",
        )


def steps(page: Page) -> Iterator[str]:
    """The body has two to four steps, each with something to look at and a quick question."""
    body = page.section("in_the_body")
    starts = [i for i, cell in enumerate(body) if any(level == 3 for level, _ in cell.headings)]
    if not body or page.lesson is None or page.lesson.id == WELCOME:
        return
    if not 2 <= len(starts) <= 4:
        yield page.fault(
            body[0], f"has {len(starts)} steps", 'Write two to four, each beginning "### …".'
        )
    for start, end in pairwise([*starts, len(body)]):
        step = body[start:end]
        if not any(cell.has("figure", "explore") for cell in step):
            yield page.fault(step[0], "shows no figure or explorable", "Add one to this step.")
        if not any(cell.has("quiz") for cell in step):
            yield page.fault(step[0], "asks no quick question", "Add one to this step.")


def breaks(page: Page) -> Iterator[str]:
    """At least two ways the analogy breaks, and a question on one of them."""
    section = page.section("analogy_breaks")
    if not section or page.lesson is None:
        return
    ways = max(
        sum(level == 3 for cell in section for level, _ in cell.headings),
        sum(b.kind == "item" for cell in section for b in blocks(cell.source)),
        sum(len(_BOLD_LEAD.findall(cell.source)) for cell in section if cell.kind == "markdown"),
    )
    if ways < 2:
        yield page.fault(
            section[0],
            f"tells {ways} ways the analogy breaks",
            "Tell two or more, each as a list item or a paragraph that begins in bold.",
        )
    asks = any(item.kind == "break" for item in _asked_in(page, section))
    if not asks and page.lesson.id != WELCOME:
        yield page.fault(
            section[0], "asks no question of kind break", "Ask one with quiz(...) in this part."
        )


CHECKS = (parts, furniture, headings, cells, site_and_minute, steps, breaks)
