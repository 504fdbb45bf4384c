"""The course's own ledger, read once."""

from __future__ import annotations

from functools import cache

from worksite.evidence.model import Claim, Ledger
from worksite.evidence.reading import FILES, read
from worksite.resources import CourseError, nearest, read_yaml


@cache
def load() -> Ledger:
    """The ledger of ``assets/evidence``. CourseError with every fault that keeps it from working.

    Read once a process: after an edit, start the kernel again.
    """
    ledger, faults = read({kind: read_yaml(*file.split("/")) for kind, file in FILES.items()})
    if faults:
        raise CourseError(*faults)
    return ledger


def get_claim(claim_id: str) -> Claim:
    """The claim that answers to this id. CourseError with the nearest ids when there is none."""
    ledger = load()
    claim = ledger.claims.get(ledger.names.get(claim_id, ""))
    if claim is None:
        known = [one for each in ledger.claims.values() for one in each.ids]
        raise CourseError(f"There is no claim {claim_id!r}. {nearest(claim_id, known)}")
    return claim


def sources_of(ledger: Ledger, claim: Claim) -> list[str]:
    """Ids of the sources a claim rests on; those of its inputs when it names none itself."""
    if claim.sources:
        return claim.sources
    inputs = [ledger.claims[ledger.names[one]] for one in claim.inputs]
    return list(dict.fromkeys(one for each in inputs for one in each.sources))
