"""The rows of the evidence files as checked objects."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

import msgspec

Kind = Literal["read", "derived", "assumed"]
Grade = Literal["strong", "moderate", "weak", "contested"]
Verdict = Literal["supported", "partly", "overstated", "unsupported", "outdated"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of several figures of a claim. All texts, so that figures stay as they were read.

    ``kind`` falls back to the kind of the claim.
    """

    what: str
    value: str
    unit: str = ""
    range: str = ""
    kind: Kind | None = None


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"inputs": "from"}):
    """One claim in our own words, as of a date (``as_of``, "2026-11").

    Its figure is ``value`` with ``unit`` and ``range``, or several under ``parts``. ``kind`` tells
    whether it was read in a source, derived from the claims named under ``from``, or assumed.
    ``also`` holds further ids it answers to; ``planned`` the lessons that are to use it.
    """

    id: str
    statement: str
    kind: Kind
    grade: Grade
    sources: list[str]
    as_of: str
    value: str = ""
    unit: str = ""
    range: str = ""
    parts: list[Part] = []
    also: list[str] = []
    inputs: list[str] = []
    grade_note: str = ""
    note: str = ""
    planned: list[str] = []

    @property
    def ids(self) -> list[str]:
        """Every id this claim answers to, its own first."""
        return [self.id, *self.also]

    @property
    def figures(self) -> list[Part]:
        """Its figures as parts, whichever way they were written; empty when it has none."""
        if self.value:
            return [Part("", self.value, self.unit, self.range, self.kind)]
        return self.parts


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper, or the page of a regulator, court, statute or trial register.

    Authors, year, title and journal stand only where they were seen.
    """

    id: str
    authors: str = ""
    year: int | None = None
    title: str = ""
    journal: str = ""
    doi: str = ""
    pmcid: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""

    @property
    def link(self) -> str:
        """Where it can be found: DOI, else PMCID, else PMID, else its page; "" when nowhere.

        Safe inside Markdown: round brackets are percent-encoded.
        """
        if self.doi:
            return "https://doi.org/" + quote(self.doi, safe="/:;._-")
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(self.pmcid)}/"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{quote(self.pmid)}/"
        return quote(self.url, safe="/:;._-?=&#%~+,@!$*'")

    @property
    def paper(self) -> bool:
        """Whether it is a paper, not a page of a regulator, court, statute or register."""
        return bool(self.doi or self.pmcid or self.pmid)

    @property
    def name(self) -> str:
        """Its short name: authors, else title, else journal, else its identifier; and the year."""
        name = self.authors or self.title or self.journal or self.pmcid or self.doi
        name = name or (f"PMID {self.pmid}" if self.pmid else self.url)
        return f"{name} {self.year}" if self.year else name

    @property
    def rest(self) -> str:
        """What its short name left out: title, journal and note, as far as known."""
        title = self.title if self.authors else ""
        journal = self.journal if self.authors or self.title else ""
        return ", ".join(part for part in (title, journal, self.note) if part)


class SeedClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim of the article and its verdict, as refutation text.

    ``quote`` holds at most eight words; ``sentence`` the numbers of the sentences it stands in.
    """

    id: str
    sentence: list[int]
    quote: str
    verdict: Verdict
    many_say: str
    evidence_shows: str
    because: str
    would_change: str
    lesson: str
    claims: list[str]
    also: list[str] = []


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence of the article by number: the seed claims in it, or ``none``."""

    n: int
    claims: list[str] = []
    none: bool = False


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of the glossary in one plain sentence."""

    id: str
    term: str
    plain: str
    also: list[str] = []
    claims: list[str] = []


class Ledger(msgspec.Struct, frozen=True):
    """All evidence. Dicts by id, in the order of the files.

    ``names`` leads from every id a claim or a seed claim answers to, to its own id.
    ``where`` tells file, id and line of a row: ``where["claims", "E-36"]``.
    """

    claims: dict[str, Claim]
    sources: dict[str, Source]
    seeds: dict[str, SeedClaim]
    sentences: list[Sentence]
    terms: dict[str, Term]
    names: dict[str, str]
    where: dict[tuple[str, str], str]
