"""A tiny sound ledger, and ways to break it."""

from __future__ import annotations

from typing import Any

import pytest

from worksite.evidence import cards, cite, ledger, rules
from worksite.evidence.reading import read
from worksite.resources import parse_yaml

SOUND = {
    "claims": """
- id: E-01
  also: [E-02]
  statement: In mice, a <b>bold</b> fact.
  value: "7"
  unit: minutes
  range: 6–8
  kind: read
  grade: weak
  grade_note: one study
  note: An erratum exists.
  sources: [paper]
  as_of: 2026-11
- id: E-03
  statement: Twice as much.
  parts: [{what: double, value: "14"}, {what: chosen, value: "15", kind: assumed}]
  kind: derived
  from: [E-01]
  grade: weak
  sources: []
  as_of: "2026-11-23"
- id: S-01
  statement: A rule without a figure.
  kind: read
  grade: strong
  sources: [rule, other]
  as_of: 2026-11
  planned: ["09"]
""",
    "sources": """
- {id: paper, authors: A & B, year: 2020, title: T, doi: "10.1234/x(2)-1", note: "<i>n</i>"}
- {id: rule, title: A rule, url: "https://www.fda.gov/rule?a=1&b=2"}
- {id: other, pmid: "1234567"}
""",
    "seeds": """
seeds:
  - id: exo-1
    also: [exo-2]
    sentence: [1]
    quote: tiny “bags” & co
    verdict: partly
    many_say: Many <script>alert(1)</script> say so [E-01].
    evidence_shows: "*More* is known."
    because: "![x](https://evil.example/x.png) of mice"
    would_change: A trial.
    lesson: "03"
    claims: [E-02]
sentences:
  - {n: 1, claims: [exo-2]}
  - {n: 2, none: true}
""",
    "terms": """
- {id: vesicle, term: vesicle, plain: A tiny <bag>., also: [EV], claims: [E-01]}
- {id: cell, term: Cell, plain: A living part.}
""",
}


def parsed(**texts: str) -> dict[str, Any]:
    return {kind: parse_yaml(text, kind) for kind, text in (SOUND | texts).items()}


def changed(kind: str, old: str, new: str) -> dict[str, str]:
    assert old in SOUND[kind]
    return {kind: SOUND[kind].replace(old, new)}


def reading_faults(**texts: str) -> list[str]:
    return read(parsed(**texts))[1]


def rule_faults(used: Any = None, ready: Any = (), **texts: str) -> list[str]:
    made, faults = read(parsed(**texts))
    assert faults == []
    return list(rules.faults(made, used, ready))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny ledger in place of the course's own, with one lesson that lists all of it."""
    made, faults = read(parsed())
    assert faults == []
    lessons = [
        {
            "id": "03",
            "ready": True,
            "claims": ["E-02", "E-03", "E-01", "S-01"],
            "terms": ["vesicle", "cell"],
        },
        {"id": "09", "ready": False},
    ]
    for module in (cards, cite, ledger, rules):
        monkeypatch.setattr(module, "load", lambda: made)
    for module in (cards, rules):
        monkeypatch.setattr(module, "read_yaml", lambda *parts: {"lessons": lessons})
