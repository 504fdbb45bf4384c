"""Citations: from an id to a link, in HTML and in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from worksite.evidence.ledger import get_claim, load, sources_of

_ID = r"[A-Z]-\d+[a-z]?"
# A link's target as an author may have typed it: no blanks, round brackets in pairs.
_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*\)"
_CITATION = re.compile(rf"(?<![!\\])\[(?P<ids>{_ID}(?:,\s*{_ID})*)\](?:{_TARGET}|(?!\[(?!{_ID})))")
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)"  # a fenced block
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)",  # a code span
    re.M | re.S,
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]*\]:.*$", re.M)


def link(claim_id: str) -> str:
    """Address of the first source of a claim: DOI, else PMCID, PMID, or a regulator's page.

    CourseError with the nearest ids when there is no such claim.
    """
    claim = get_claim(claim_id)
    ledger = load()
    return ledger.sources[sources_of(ledger, claim)[0]].link


def citation_html(ids: Iterable[str]) -> str:
    """Short inline list of links, ``<a … title="Welsh et al. 2024">[E-01]</a> …``."""
    ledger = load()
    links = []
    for one in ids:
        first = ledger.sources[sources_of(ledger, get_claim(one))[0]]
        title = escape(first.name)
        address = escape(first.link)
        links.append(
            f'<cite><a class="ws-cite" href="{address}" title="{title}">[{one}]</a></cite>'
        )
    return " ".join(links)


def _prose(markdown: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is prose (and not code, nor a link's definition)."""
    kept = sorted(
        match.span() for pattern in (_CODE, _DEFINITION) for match in pattern.finditer(markdown)
    )
    at = 0
    for start, end in kept:
        if start < at:
            continue
        yield markdown[at:start], True
        yield markdown[start:end], False
        at = end
    yield markdown[at:], True


def _replaced(markdown: str, found: Callable[[re.Match[str]], str]) -> str:
    return "".join(
        _CITATION.sub(found, piece) if prose else piece for piece, prose in _prose(markdown)
    )


def _ids(match: re.Match[str]) -> list[str]:
    return [one.strip() for one in match["ids"].split(",")]


def expand(markdown: str) -> str:
    """Every ``[E-36]`` or ``[E-36, E-37]`` of a Markdown text as links; old links are renewed.

    Code stays as it is. Expanding twice changes nothing. CourseError for an id nobody knows.
    """
    return _replaced(
        markdown,
        lambda match: ", ".join(f"[{one}]({link(one)})" for one in _ids(match)),
    )


def cited(markdown: str) -> list[str]:
    """Ids cited in a Markdown text, linked or not, in order, each once. They may be unknown."""
    seen: dict[str, None] = {}

    def note(match: re.Match[str]) -> str:
        seen.update(dict.fromkeys(_ids(match)))
        return match[0]

    _replaced(markdown, note)
    return list(seen)
