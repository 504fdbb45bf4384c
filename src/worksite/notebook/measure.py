"""What a lesson holds, counted: words, grade, questions, figures, explorables, claims, minutes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from worksite.notebook import prose, reading
from worksite.notebook.bankview import Bank, Item, open_bank
from worksite.notebook.page import Call, Page

WORDS_A_MINUTE = 200
QUESTION_MINUTES = 0.75
EXPLORABLE_MINUTES = 3.0
SURVEY_MINUTES = 2.0  # eight statements, a quarter of a minute each
# Stills that are part of what a learner reads; the other outputs are looked up, not read.
READ_ALOUD = ("seed_claim",)


@dataclass(frozen=True)
class Measure:
    """Counts of one lesson. ``minutes`` is estimated from content, not the stated number."""

    words: int
    grade: float
    questions: dict[str, int]
    figures: int
    explorables: int
    surveys: int
    claims: int
    kilobytes: float

    @property
    def minutes(self) -> float:
        """words ÷ 200 + 0.75 a question + 3 an explorable + 2 the survey."""
        asked = sum(self.questions.values()) * QUESTION_MINUTES + self.surveys * SURVEY_MINUTES
        return self.words / WORDS_A_MINUTE + asked + self.explorables * EXPLORABLE_MINUTES


def reading_text(page: Page) -> str:
    """Running text of a lesson: text cells and verdict cards, folds included, tables not."""
    parts = [prose.running_text(cell.source) for cell in page.text]
    parts += [cell.seen.all_text for cell in page.code if cell.has(*READ_ALOUD)]
    return "\n".join(parts)


def word_count(page: Page) -> int:
    """Words a learner meets without opening a fold: text cells and verdict cards."""
    parts = [prose.open_text(cell.source) for cell in page.text]
    parts += [cell.seen.text for cell in page.code if cell.has(*READ_ALOUD)]
    return len(reading.words("\n".join(parts)))


def asked(page: Page, call: Call) -> list[Item]:
    """The questions one ``quiz(...)`` call shows, as far as the banks tell."""
    if not call.args:
        return []
    lesson, _, name = call.args[0].partition("/")
    if name == "earlier":
        refs = page.lesson.earlier if page.lesson else []
        return [item for ref in refs for item in _find(ref)]
    bank = open_bank(lesson)
    if bank is None:
        return []
    return bank.find(name) if name else list(bank.items)


def _find(ref: str) -> list[Item]:
    lesson, _, name = ref.partition("/")
    bank = open_bank(lesson)
    return bank.find(name) if bank else []


def questions(page: Page) -> list[Item]:
    """Every question the lesson asks, in order, once each."""
    found = {item.ref: item for _, call in page.calls("quiz") for item in asked(page, call)}
    return list(found.values())


def cited(page: Page, bank: Bank | None, seeds: dict[str, set[str]]) -> set[str]:
    """Claim ids cited by text, bank, figures, explorables, survey and verdict cards of a lesson.

    ``seeds`` maps each seed claim to the claims its card rests on.
    """
    found = {one for cell in page.text for one in prose.cited_ids(cell.source)}
    for cell in page.code:
        if cell.has("figure", "explore", "survey"):
            found |= prose.linked_ids(cell.seen.all_text)
    for _, call in page.calls("seed_claim"):
        for seed in call.args:
            found |= seeds.get(seed, set())
    return found | (bank.claims if bank else set())


def measure(page: Page) -> Measure:
    """Count one lesson notebook."""
    types = Counter(item.type for item in questions(page))
    return Measure(
        words=word_count(page),
        grade=round(reading.grade(reading_text(page)), 1),
        questions=dict(sorted(types.items())),
        figures=len(page.calls("figure")),
        explorables=len(page.calls("explore")),
        surveys=len(page.calls("survey")),
        claims=len(page.lesson.claims) if page.lesson else 0,
        kilobytes=round(page.size / 1000, 1),
    )
