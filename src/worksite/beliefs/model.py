"""The statements of the survey: ``assets/beliefs.yml`` in, checked objects out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from worksite import evidence
from worksite.faces.markup import plain
from worksite.resources import CourseError, field_faults, line_of, nearest, parse_yaml, path

FILE = ("assets", "beliefs.yml")
WHEN = ("before", "after")
ANSWERS = ("true", "false", "unknown")
COUNT = 8  # statements: what a learner answers in a minute or two, twice
MAX_WORDS = 14
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO = re.compile(r"\b(?:not|no|never|none|nothing|nobody|neither|nor|cannot)\b|n['’]t\b", re.I)
# Which answer goes with a verdict; with "partly" both have a case.
_FITS = {"supported": "true", "partly": "", "overstated": "false", "unsupported": "false",
         "outdated": "false"}  # fmt: skip


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement to believe or not, tied to the claims of the article that say the same."""

    id: str
    text: str
    seeds: list[str]
    finding: str

    @property
    def cards(self) -> list[evidence.SeedClaim]:
        """The claims of the article it stands for."""
        ledger = evidence.load()
        return [ledger.seeds[ledger.names[one]] for one in self.seeds]

    @property
    def verdict(self) -> str:
        """The verdict its claims share."""
        return self.cards[0].verdict

    @property
    def fits(self) -> str:
        """The answer that goes with the verdict, "" where both have a case."""
        return _FITS[self.verdict]

    @property
    def lessons(self) -> list[str]:
        """Ids of the lessons that weigh it, each once."""
        return list(dict.fromkeys(card.lesson for card in self.cards))

    def ref(self, when: str) -> str:
        """How its answer is called where answers are kept."""
        return f"beliefs/{when}/{self.id}"


def key() -> dict[str, Any]:
    """The grading key of every statement: an opinion, never right or wrong."""
    return {"type": "opinion", "options": list(ANSWERS)}


def _word_faults(one: Statement, where: str) -> Iterator[str]:
    if not _NAME.fullmatch(one.id):
        yield f"{where}: id {one.id!r} is not of small letters, digits and '-'. Rename it."
    words = plain(one.text).split()
    if not 3 <= len(words) <= MAX_WORDS:
        yield f"{where}: a statement of {len(words)} words. Say one idea in 3 to {MAX_WORDS}."
    if not one.text.strip().endswith("."):
        yield f"{where}: the statement does not end with a full stop. State it, don't ask it."
    if found := _NO.search(one.text):
        yield f"{where}: it holds {found[0]!r}, so that “not true” is a puzzle. Turn it round."


def _seed_faults(one: Statement, where: str) -> Iterator[str]:
    ledger = evidence.load()
    known = [name for name, own in ledger.names.items() if own in ledger.seeds]
    wrong = [seed for seed in one.seeds if seed not in known]
    for seed in wrong:
        yield f"{where}: there is no seed claim {seed!r}. {nearest(seed, known)}"
    if not one.seeds:
        yield f"{where}: no seed claim. Name those of the article that say the same."
    if wrong or not one.seeds:
        return
    verdicts = sorted({card.verdict for card in one.cards})
    if len(verdicts) > 1:
        yield f"{where}: its seed claims have different verdicts ({', '.join(verdicts)}). Split it."
    rests = {claim for card in one.cards for claim in card.claims}
    cited = evidence.cited(one.finding)
    if not cited:
        yield f"{where}: the finding cites no claim. Add one, as [E-06]."
    for claim in cited:
        if claim not in rests:
            near = nearest(claim, sorted(rests))
            yield f"{where}: {claim} is no claim its seed claims rest on. {near}"


def _survey_faults(found: list[Statement], name: str) -> Iterator[str]:
    """What no statement shows alone: how many there are, and what always one answer would get."""
    if len(found) != COUNT:
        yield f"{name}: {len(found)} statements. Ask exactly {COUNT}."
    for field in ("id", "text"):
        for value, times in Counter(getattr(one, field) for one in found).items():
            if times > 1:
                yield f"{name}: {times} statements have the {field} {value!r}. Change one."
    fitting = Counter(one.fits for one in found)
    for answer, word in (("true", "true"), ("false", "not true")):
        if fitting[answer] < len(found) / 4:
            yield (
                f"{name}: “{word}” goes with the evidence in {fitting[answer]} of {len(found)}. "
                "Choose statements so that each answer does in a quarter or more."
            )


def parse(source: str, name: str) -> list[Statement]:
    """Check the text of the statements. CourseError with every fault: file, statement, line."""
    raw = parse_yaml(source, name)
    if not isinstance(raw, dict) or not isinstance(raw.get("statements"), list):
        raise CourseError(f"{name}: no list of statements. Begin it with 'statements:'.")
    faults = [f"{name}: {one!r} is not a field here. Remove it." for one in raw
              if one != "statements"]  # fmt: skip
    found: list[Statement] = []
    for at, entry in enumerate(raw["statements"], 1):
        if not isinstance(entry, dict):
            faults.append(f"{name}, statement {at}: not a mapping. Begin it with '- id:'.")
            continue
        where = f"{name}, {entry.get('id', f'statement {at}')}, line {line_of(entry)}"
        wrong = list(field_faults(entry, Statement, "a statement", where))
        if not wrong:
            one = msgspec.convert(dict(entry), Statement)
            wrong = [*_word_faults(one, where), *_seed_faults(one, where)]
            found.append(one)
        faults += wrong
    # Verdicts can be counted only where every statement has one.
    faults += [] if faults else _survey_faults(found, name)
    if faults:
        raise CourseError(*faults)
    return found


@cache
def _parsed(file: Path, stamp: int) -> list[Statement]:  # noqa: ARG001
    return parse(file.read_text(encoding="utf-8"), "/".join(FILE))


def load() -> list[Statement]:
    """The course's statements in order; read again only when the file has changed."""
    file = path(*FILE)
    if not file.is_file():
        raise CourseError(f"{'/'.join(FILE)}: is missing. Restore it from the last good version.")
    return _parsed(file, file.stat().st_mtime_ns)
