"""What makes a ledger sound, beyond being readable. Each rule says how to mend what is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from worksite.evidence.ledger import load
from worksite.evidence.model import Claim, Ledger, SeedClaim, Source, Term
from worksite.resources import CourseError, nearest, read_yaml

# Pages that count as a source by themselves: regulators, courts, statutes and trial registers.
HOSTS = (
    "anzctr.org.au",
    "cdc.gov",
    "clinicaltrials.gov",
    "clinicaltrialsregister.eu",
    "ecfr.gov",
    "ema.europa.eu",
    "eur-lex.europa.eu",
    "fda.gov",
    "fimea.fi",
    "flsenate.gov",
    "govinfo.gov",
    "health.ec.europa.eu",
    "le.utah.gov",
    "pmda.go.jp",
    "supremecourt.gov",
    "uscourts.gov",
)
FORMS = {
    "doi": re.compile(r"10\.\d{4,9}/\S+"),
    "pmcid": re.compile(r"PMC\d{4,9}"),
    "pmid": re.compile(r"\d{5,9}"),
}
_CLAIM_ID = re.compile(r"[A-Z]-\d+[a-z]?")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-\d\d)?")
MOST_WORDS = 8


def _url_fault(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.scheme != "https":
        return f"the address {url!r} does not begin with https://. Write the whole address."
    if not any(host == known or host.endswith("." + known) for known in HOSTS):
        return (
            f"{host} is no regulator, court, statute or trial register. Give a DOI, PMCID or PMID,"
            " or add the host to HOSTS in rules.py if it is one."
        )
    return ""


def _source_faults(source: Source) -> Iterator[str]:
    given = {name: getattr(source, name) for name in FORMS if getattr(source, name)}
    if not given and not source.url:
        yield "leads nowhere. Give it a doi, pmcid or pmid, or a regulator's page as url."
    for name, value in given.items():
        if not FORMS[name].fullmatch(value):
            yield f"{name} {value!r} is not written like one. Copy it from the paper, no address."
    if source.url and (fault := _url_fault(source.url)):
        yield fault


def _figure_faults(claim: Claim) -> Iterator[str]:
    if claim.value and claim.parts:
        yield "has value and parts. Put all its figures under parts."
    if not claim.value and (claim.unit or claim.range):
        yield "has a unit or range but no value. Add the value."
    kinds = {part.kind or claim.kind for part in claim.parts}
    if claim.kind == "derived" and not claim.inputs:
        yield "is derived but does not say from what. Name the claims under 'from'."
    elif "derived" in kinds and not claim.inputs and "read" not in kinds:
        yield "has a derived figure, but none it comes from. Add it, or name claims under 'from'."


def _claim_faults(claim: Claim) -> Iterator[str]:
    for one in claim.ids:
        if not _CLAIM_ID.fullmatch(one):
            yield f"the id {one!r} is not like E-36. Use a capital, a hyphen and a number."
    if not _DATE.fullmatch(claim.as_of):
        yield f"as_of {claim.as_of!r} is no date. Write it like 2026-11."
    if not claim.sources and not claim.inputs:
        yield "names no source. Add one, or leave the claim out."
    if claim.id in claim.inputs:
        yield "is derived from itself. Name the claims it comes from."
    yield from _figure_faults(claim)


def _words(text: str) -> int:
    return sum(1 for word in text.split() if re.search(r"\w", word))


def _shared_faults(ledger: Ledger) -> Iterator[str]:
    """One paper, one source; one paper alone, one claim."""
    papers: dict[str, str] = {}
    for source in ledger.sources.values():
        where = ledger.where["sources", source.id]
        for name in (*FORMS, "url"):
            value = str(getattr(source, name)).lower()
            if value and papers.setdefault(f"{name} {value}", source.id) != source.id:
                other = papers[f"{name} {value}"]
                yield f"{where}: the same {name} as {other!r}. Keep one of the two."
    alone: dict[str, str] = {}
    for claim in ledger.claims.values():
        if len(claim.sources) != 1 or not ledger.sources[claim.sources[0]].paper:
            continue
        first = alone.setdefault(claim.sources[0], claim.id)
        if first != claim.id:
            where = ledger.where["claims", claim.id]
            yield (
                f"{where}: rests on {claim.sources[0]!r} alone, as {first} does."
                " Make them one claim, with the other id under 'also'."
            )


def _seed_faults(ledger: Ledger) -> Iterator[str]:
    said: dict[int, set[str]] = defaultdict(set)
    for seed in ledger.seeds.values():
        where = ledger.where["seeds", seed.id]
        if (count := _words(seed.quote)) > MOST_WORDS:
            yield f"{where}: the quote has {count} words. Shorten it to {MOST_WORDS}."
        if not seed.claims:
            yield f"{where}: the verdict names no claim. Add the claims it rests on."
        for number in seed.sentence:
            said[number].add(seed.id)
    numbers = [sentence.n for sentence in ledger.sentences]
    for number in sorted(set(range(1, max([*numbers, *said], default=0) + 1)) - set(numbers)):
        yield f"sentence {number}: not under 'sentences'. Add its seed claims, or 'none: true'."
    for sentence in ledger.sentences:
        where = ledger.where["sentences", str(sentence.n)]
        named = {ledger.names[one] for one in sentence.claims}
        if sentence.none == bool(sentence.claims):
            yield f"{where}: needs either seed claims or 'none: true'. Give one of the two."
        for one in sorted(named ^ said[sentence.n]):
            yield f"{where}: {one} and this sentence do not name each other. Name both in both."


def _used(ledger: Ledger, used: Collection[str]) -> set[str]:
    """Own ids of the claims that are used, directly or as inputs of one that is."""
    rows: list[SeedClaim | Term] = [*ledger.seeds.values(), *ledger.terms.values()]
    cited = [*used, *(one for row in rows for one in row.claims)]
    open_ends = [ledger.names[one] for one in cited if one in ledger.names]
    found: set[str] = set()
    while open_ends:
        one = open_ends.pop()
        if one in ledger.claims and one not in found:
            found.add(one)
            open_ends += [ledger.names[each] for each in ledger.claims[one].inputs]
    return found


def _use_faults(ledger: Ledger, used: Collection[str], ready: Collection[str]) -> Iterator[str]:
    known = [one for claim in ledger.claims.values() for one in claim.ids]
    for one in sorted(set(used) - set(known)):
        yield f"{one} is cited, but there is no such claim. {nearest(one, known)}"
    found = _used(ledger, used)
    for claim in ledger.claims.values():
        if claim.id not in found and set(claim.planned) <= set(ready):
            where = ledger.where["claims", claim.id]
            yield f"{where}: nothing uses it. Cite it, plan it for a later lesson, or take it out."


def faults(
    ledger: Ledger, used: Collection[str] | None = None, ready: Collection[str] = ()
) -> Iterator[str]:
    """Every fault of a readable ledger, a line each; see check."""
    for source in ledger.sources.values():
        where = ledger.where["sources", source.id]
        yield from (f"{where}: {fault}" for fault in _source_faults(source))
    for claim in ledger.claims.values():
        where = ledger.where["claims", claim.id]
        yield from (f"{where}: {fault}" for fault in _claim_faults(claim))
    leaned_on = {one for claim in ledger.claims.values() for one in claim.sources}
    for one in sorted(set(ledger.sources) - leaned_on):
        where = ledger.where["sources", one]
        yield f"{where}: no claim rests on it. Take it out, or name it in a claim."
    yield from _shared_faults(ledger)
    yield from _seed_faults(ledger)
    if used is not None:
        yield from _use_faults(ledger, used, ready)


def check(used: Collection[str] = ()) -> list[str]:
    """Every fault of the course's ledger, a line each; an empty list when it is sound.

    A claim counts as used when a lesson lists it in ``lessons.yml``, when ``used`` holds it, or
    when a seed claim, a term or a used derived claim names it. It may also wait for a planned
    lesson that is not ready yet. Cited ids that nobody knows are faults as well.
    """
    try:
        ledger = load()
    except CourseError as error:
        return list(error.faults)
    lessons = read_yaml("notebooks", "lessons.yml")["lessons"]
    ready = {lesson["id"] for lesson in lessons if lesson.get("ready") and not lesson.get("draft")}
    listed = {one for lesson in lessons for one in lesson.get("claims", [])}
    return list(faults(ledger, listed | set(used), ready))
