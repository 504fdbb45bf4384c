"""What the course states as fact, where it comes from, and how sure it is.

``claims("03")``, ``glossary("03")`` and ``seed_claim("exo-1")`` are what a lesson shows. ``expand``
turns ``[E-36]`` in Markdown into a link; ``check`` lists every fault of the ledger.
"""

from worksite.evidence.cards import claims, glossary, seed_claim
from worksite.evidence.cite import citation_html, cited, expand, link
from worksite.evidence.ledger import get_claim, load
from worksite.evidence.model import Claim, Ledger, Part, SeedClaim, Sentence, Source, Term
from worksite.evidence.rules import check

__all__ = [
    "Claim",
    "Ledger",
    "Part",
    "SeedClaim",
    "Sentence",
    "Source",
    "Term",
    "check",
    "citation_html",
    "cited",
    "claims",
    "expand",
    "get_claim",
    "glossary",
    "link",
    "load",
    "seed_claim",
]
