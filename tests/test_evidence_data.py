"""The course's own ledger: sound, complete, plainly worded, and its tables add up."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import mean
from typing import Any

import pytest

from worksite import evidence
from worksite.notebook.reading import grade as reading_grade
from worksite.resources import read_yaml

LEDGER = evidence.load()
LESSONS = {row["id"]: row for row in read_yaml("notebooks", "lessons.yml")["lessons"]}
TABLES = read_yaml("assets", "evidence", "tables.yml")

# Rows of the working ledger that may not be cited: no identifier was shown for their figures.
# Of S-49 only the half about Japan has one, and only that half is told.
NOT_CITABLE = {"E-42", "E-44b", "E-70", "S-12", "S-51", "S-57", "S-100", "S-103"}


def test_the_ledger_breaks_no_rule() -> None:
    assert evidence.check() == []


def test_every_citable_vesicle_row_is_here() -> None:
    rows = {f"E-{number:02}" for number in range(1, 85)} - NOT_CITABLE
    assert rows <= set(LEDGER.names)


def test_no_row_that_may_not_be_cited_is_here() -> None:
    assert not NOT_CITABLE & set(LEDGER.names)
    assert not [one for one in LEDGER.names if one.startswith("U-")]


def test_every_claim_has_a_link() -> None:
    for one in LEDGER.names:
        if one in LEDGER.seeds or LEDGER.names[one] in LEDGER.seeds:
            continue
        assert re.fullmatch(r"https://[^\s()]+", evidence.link(one)), one


def test_claims_are_short_and_plainly_worded() -> None:
    for claim in LEDGER.claims.values():
        assert len(claim.statement.split()) <= 60, claim.id
    assert mean(reading_grade(claim.statement) for claim in LEDGER.claims.values()) <= 9


def test_terms_are_one_short_sentence() -> None:
    for term in LEDGER.terms.values():
        assert len(term.plain.split()) <= 22, term.id
        assert term.plain.endswith("."), term.id
        assert not re.search(r"[.?!] \w", term.plain), term.id
    assert mean(reading_grade(term.plain) for term in LEDGER.terms.values()) <= 7


@pytest.mark.parametrize("lesson", ["00", "03"])
def test_the_cards_of_a_lesson_can_be_shown(lesson: str) -> None:
    assert evidence.claims(lesson).plain
    assert evidence.glossary(lesson).plain
    if LESSONS[lesson]["seeds"]:
        assert evidence.seed_claim(*LESSONS[lesson]["seeds"]).plain


def test_every_verdict_and_every_term_can_be_shown() -> None:
    assert evidence.seed_claim(*LEDGER.seeds).html.count("<section") == len(LEDGER.seeds)
    assert evidence.glossary().html.count("<li>") == len(LEDGER.terms)


def test_planned_lessons_exist() -> None:
    for claim in LEDGER.claims.values():
        assert set(claim.planned) <= set(LESSONS), claim.id
    assert {seed.lesson for seed in LEDGER.seeds.values()} <= set(LESSONS)


def figure_of(claim: str, what: str) -> str:
    found = [part.value for part in evidence.get_claim(claim).figures if what in part.what]
    assert len(found) == 1, (claim, what)
    return found[0]


def test_derived_figures_follow_from_what_was_read() -> None:
    copies = float(figure_of("E-11", "copies"))
    assert figure_of("E-11", "share one copy") == f"about {1 / copies:.0f}"
    hours_a_year = 365.25 * 24
    years = [1e9 / rate / hours_a_year for rate in (170, 60)]
    assert figure_of("E-20", "quoted") == "60–170"
    assert (
        figure_of("E-20", "billion") == f"about {round(years[0], -1):.0f}–{round(years[1], -2):.0f}"
    )
    assert figure_of("E-21", "monocyte to release") == f"about {1e9 / 45 / 60 / hours_a_year:.0f}"
    assert [round(0.13 / 0.0032), round(1900 / 45)] == [41, 42]
    assert figure_of("E-21", "mean stay") == "about 41–42"
    ratios = [(width * 1000 / 100) ** 3 for width in (12.6, 20, 30.4)]
    assert figure_of("E-35", "20 µm") == "8×10⁶"
    assert ratios[1] == 8e6
    assert figure_of("E-35", "12.6") == f"{ratios[0] / 1e6:.1f}×10⁶ to {ratios[2] / 1e7:.1f}×10⁷"
    assert figure_of("E-81", "across a red cell") == f"{8000 / 100:.0f}"
    assert figure_of("E-81", "across a hair") == f"{60000 / 100:.0f}–{80000 / 100:.0f}"
    assert figure_of("E-67", "joints") == str(58 + 32 + 16 + 12 + 8 + 6)
    assert figure_of("E-64", "spread") == f"{5e11 / 2e8:.0f}"


@pytest.mark.parametrize("name", ["beads_10nm", "vesicles_20nm"])
def test_histograms_hold_nearly_all_particles(name: str) -> None:
    table: dict[str, Any] = TABLES[name]
    bins = table["bins"]
    assert all(left[1] == right[0] for left, right in pairwise(bins))
    assert 98 <= sum(share for _, _, share in bins) <= 100
    middle = sum((low + high) / 2 * share for low, high, share in bins) / sum(b[2] for b in bins)
    assert middle == pytest.approx(table["summary"]["mean"], rel=0.05)
    assert set(table["claims"]) <= set(LEDGER.names)
    assert set(table["sources"]) <= set(LEDGER.sources)


def test_vesicle_shares_agree_with_the_histogram() -> None:
    table = TABLES["vesicles_20nm"]
    below_200 = sum(share for _, high, share in table["bins"] if high <= 200)
    assert below_200 == pytest.approx(table["summary"]["below_200_percent"], abs=1)
    assert figure_of("E-30", "below 150") == str(table["summary"]["below_150_percent"])
    assert figure_of("E-30", "below 200") == str(table["summary"]["below_200_percent"])
    assert figure_of("E-30", "pooled") == str(table["summary"]["mean"])
    assert figure_of("E-32", "tracking") == f"about {TABLES['floors']['particle_tracking']}"
    assert figure_of("E-32", "cytometer") == f"about {TABLES['floors']['flow_cytometry']}"
