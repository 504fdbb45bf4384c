"""Is the text readable, as long as it says, described for those who cannot see, and sourced?"""

from __future__ import annotations

from collections.abc import Iterator

from worksite.notebook.bankview import open_bank
from worksite.notebook.measure import cited, measure
from worksite.notebook.page import Cell, Page
from worksite.notebook.prose import CITATION, images
from worksite.notebook.reading import words
from worksite.resources import CourseError

MAX_GRADE = 9.0
SLACK = 0.2
ALT_WORDS = 8


def reading_grade(page: Page) -> Iterator[str]:
    """Flesch–Kincaid grade of the lesson's text at most 9."""
    grade = measure(page).grade
    if grade > MAX_GRADE:
        yield page.fault(
            None,
            f"the text reads at grade {grade}, above {MAX_GRADE:g}",
            "Write shorter sentences and plainer words.",
        )


def minutes(page: Page) -> Iterator[str]:
    """The stated minutes are within a fifth of what the content takes."""
    if page.lesson is None:
        return
    found = measure(page).minutes
    stated = page.lesson.minutes
    if abs(stated - found) > SLACK * found:
        yield page.fault(
            None,
            f"lessons.yml says {stated} minutes, the content takes {found:.0f}",
            "Change the number, or the content.",
        )


def alt_texts(page: Page) -> Iterator[str]:
    """Every picture, in text cells and outputs, has a description of at least 8 words."""
    for cell in page.cells:
        if cell.kind == "markdown":
            alts = [alt for alt, _ in images(cell.source)]
        else:
            alts = [image.get("alt", "") for image in cell.seen.images]
        for alt in alts:
            if len(words(alt)) < ALT_WORDS:
                yield page.fault(
                    cell,
                    f'the picture is described as "{alt}"',
                    f"Say what it shows in at least {ALT_WORDS} words.",
                )


def citations(page: Page) -> Iterator[str]:
    """Citations in text cells exist and link where the ledger says."""
    for cell in page.text:
        for found in CITATION.finditer(cell.source):
            for one in found[1].split(","):
                yield from _citation(page, cell, one.strip(), found[2])


def _citation(page: Page, cell: Cell, claim: str, target: str | None) -> Iterator[str]:
    from worksite.evidence import link

    try:
        wanted = link(claim)
    except CourseError as error:
        yield page.fault(cell, f"cites {claim}, which is no claim", str(error))
        return
    if target != wanted:
        yield page.fault(
            cell,
            f"the link of [{claim}] is {target or 'missing'}, not {wanted}",
            "Run python3 course.py refresh.",
        )


def claims_list(page: Page) -> Iterator[str]:
    """The claims of ``lessons.yml`` are those found in text, bank, cards, figures, explorables."""
    if page.lesson is None:
        return
    from worksite.evidence import load

    seeds = {name: set(map(str, seed.claims)) for name, seed in load().seeds.items()}
    found = cited(page, open_bank(page.lesson.id), seeds)
    listed = set(page.lesson.claims)
    if missing := sorted(found - listed):
        yield page.fault(
            None, f"cites {', '.join(missing)}, not in lessons.yml", "Add to the lesson's claims."
        )
    if unused := sorted(listed - found):
        yield page.fault(
            None,
            f"lessons.yml lists {', '.join(unused)}, cited nowhere in the lesson",
            "Cite them, or take them off the list.",
        )


CHECKS = (reading_grade, minutes, alt_texts, citations, claims_list)
