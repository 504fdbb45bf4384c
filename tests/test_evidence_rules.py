"""Evidence: reading its files and the rules a ledger keeps, on tiny ledgers."""

from __future__ import annotations

import re

import pytest
from tiny_ledger import SOUND, changed, parsed, reading_faults, rule_faults, tiny

from worksite import evidence
from worksite.evidence import ledger, rules
from worksite.evidence.reading import read
from worksite.resources import CourseError

__all__ = ["tiny"]  # a fixture


def test_sound_files_read_without_a_fault() -> None:
    made, faults = read(parsed())
    assert faults == []
    assert list(made.claims) == ["E-01", "E-03", "S-01"]
    assert made.names["E-02"] == "E-01"
    assert made.names["exo-2"] == "exo-1"
    assert made.claims["E-01"].ids == ["E-01", "E-02"]
    assert made.where["claims", "E-03"] == "assets/evidence/claims.yml, E-03, line 14"
    assert made.claims["E-03"].inputs == ["E-01"]
    assert [part.value for part in made.claims["E-01"].figures] == ["7"]
    assert [part.value for part in made.claims["E-03"].figures] == ["14", "15"]
    assert made.claims["S-01"].figures == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            changed("claims", "grade: strong", "grade: sure"),
            "claims.yml, S-01, line 22: grade is 'sure'. Write one of: strong, moderate, weak",
        ),
        (changed("claims", 'value: "7"', "value: 7"), "put them in quotes"),
        (changed("claims", "also: [E-02]", "also: 3"), "also does not fit"),
        (
            changed("claims", "  unit: minutes", "  units: minutes"),
            "Did you mean unit, note, parts?",
        ),
        (changed("claims", 'as_of: "2026-11-23"', "note: x"), "'as_of' is missing. Add it."),
        (changed("claims", "sources: [rule, other]", "sources: [rul]"), "Did you mean rule?"),
        (changed("claims", "from: [E-01]", "from: [E-99]"), "from names 'E-99'"),
        (changed("claims", "id: S-01", "id: E-03"), "'E-03' is taken already"),
        (
            changed("claims", "id: S-01", "id: S-01\n  also: [E-02]"),
            "'E-02' is taken already (E-01",
        ),
        (changed("sources", "id: rule", "id: paper"), "'paper' is taken already"),
        (changed("sources", "year: 2020", "year: now"), "year does not fit"),
        (changed("seeds", "claims: [E-02]", "claims: [E-7]"), "exo-1, line 3: claims names 'E-7'"),
        (changed("seeds", "claims: [exo-2]", "claims: [exo-9]"), "claims names 'exo-9'"),
        (changed("seeds", "verdict: partly", "verdict: true"), "verdict is True. Write one of:"),
        (changed("seeds", "n: 2", "n: 1"), "'sentence 1' is taken already"),
        (changed("terms", "claims: [E-01]", "claims: [exo-1]"), "claims names 'exo-1'"),
        ({"seeds": "- 1"}, "seed_claims.yml: not a list of entries. Begin each with '- id:'."),
        ({"terms": "- 1"}, "glossary.yml, entry 1: not an entry. Begin it with '- id:'."),
        ({"terms": "- {term: x, plain: y}"}, "glossary.yml, entry 1, line 1: 'id' is missing."),
    ],
)
def test_a_fault_of_reading_is_told(change: dict[str, str], message: str) -> None:
    assert message in "\n".join(reading_faults(**change))


def test_all_faults_are_told_at_once() -> None:
    claims = SOUND["claims"].replace("grade: weak", "grade: so-so").replace("read", "seen")
    told = "\n".join(reading_faults(claims=claims, terms="- {id: 1}"))
    assert told.count("so-so") == 2
    assert told.count("'seen'") == 2
    assert "glossary.yml, 1, line 1: id does not fit" in told
    assert "'term' is missing" in told


def test_load_raises_every_fault_and_check_returns_them(monkeypatch: pytest.MonkeyPatch) -> None:
    raws = parsed(terms="- {id: x, term: y}\n- {id: z, plain: y}")
    files = {"claims": "claims", "sources": "sources", "seed_claims": "seeds", "glossary": "terms"}
    monkeypatch.setattr(
        ledger, "read_yaml", lambda *parts: raws[files[parts[-1].removesuffix(".yml")]]
    )
    ledger.load.cache_clear()
    with pytest.raises(CourseError) as caught:
        evidence.load()
    assert len(caught.value.faults) == 2
    assert evidence.check() == list(caught.value.faults)
    ledger.load.cache_clear()


# --- rules ---


def test_sound_files_break_no_rule() -> None:
    assert rule_faults() == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (changed("sources", 'pmid: "1234567"', "year: 2"), "other, line 4: leads nowhere."),
        (changed("sources", '"10.1234/x(2)-1"', "https://doi.org/10.1/x"), "doi 'https://doi.org"),
        (changed("sources", '"1234567"', "PMC12345"), "pmid 'PMC12345' is not written like one"),
        (changed("sources", "pmid", "pmcid"), "pmcid '1234567' is not written like one"),
        (changed("sources", "https://www", "http://www"), "does not begin with https://"),
        (changed("sources", "www.fda.gov", "fda.gov.shop"), "fda.gov.shop is no regulator"),
        (changed("sources", "www.fda.gov", "notfda.gov"), "notfda.gov is no regulator"),
        (changed("sources", "https://www.fda.gov/rule", "https:rule"), " is no regulator"),
        (changed("claims", "[rule, other]", "[rule]"), "other, line 4: no claim rests on it."),
        (
            changed("sources", 'pmid: "1234567"', 'doi: "10.1234/X(2)-1"'),
            "other, line 4: the same doi as 'paper'.",
        ),
        (changed("claims", "[rule, other]", "[paper]"), "rests on 'paper' alone, as E-01 does."),
        (changed("claims", "id: S-01", "id: S1"), "the id 'S1' is not like E-36."),
        (changed("claims", 'as_of: "2026-11-23"', "as_of: 2026-13"), "'2026-13' is no date."),
        (changed("claims", "[rule, other]", "[]"), "S-01, line 22: names no source."),
        (changed("claims", "from: [E-01]", "from: [E-03]"), "is derived from itself."),
        (changed("claims", "  from: [E-01]\n", ""), "is derived but does not say from what."),
        (
            {
                "claims": SOUND["claims"]
                .replace("kind: derived\n  from: [E-01]", "kind: assumed")
                .replace('"14"', '"14", kind: derived')
            },
            "has a derived figure, but none it comes from.",
        ),
        (changed("claims", "  parts:", '  value: "1"\n  parts:'), "has value and parts."),
        (changed("claims", '  value: "7"\n', ""), "has a unit or range but no value."),
        (
            changed("seeds", "quote: tiny", "quote: one two three four five six seven — tiny"),
            "exo-1, line 3: the quote has 10 words. Shorten it to 8.",
        ),
        (changed("seeds", "claims: [E-02]", "claims: []"), "the verdict names no claim."),
        (changed("seeds", "n: 2", "n: 3"), "sentence 2: not under 'sentences'."),
        (changed("seeds", "sentence: [1]", "sentence: [1, 5]"), "sentence 5: not under"),
        (changed("seeds", "none: true", "none: false"), "needs either seed claims or 'none: true'"),
        (changed("seeds", "claims: [exo-2]", "claims: [exo-2], none: true"), "Give one of the two"),
        (changed("seeds", "sentence: [1]", "sentence: [1, 2]"), "do not name each other"),
        (changed("seeds", "claims: [exo-2]", "none: true"), "exo-1 and this sentence do not name"),
    ],
)
def test_a_broken_rule_is_told(change: dict[str, str], message: str) -> None:
    assert message in "\n".join(rule_faults(**change))


def test_a_quote_counts_words_and_not_signs() -> None:
    eight = changed("seeds", "tiny “bags” & co", "1 2 3 4 … 5 6 7 & 8")
    assert rule_faults(**eight) == []


def test_pages_of_regulators_may_serve_several_claims() -> None:
    rule = changed("claims", "sources: []", "sources: [rule]")["claims"]
    assert rule_faults(
        claims=rule.replace("[rule, other]", "[rule]"), sources=SOUND["sources"]
    ) == [
        "assets/evidence/sources.yml, other, line 4: no claim rests on it. "
        "Take it out, or name it in a claim."
    ]


def test_a_derived_figure_may_come_from_a_read_one() -> None:
    mixed = SOUND["claims"].replace("kind: derived\n  from: [E-01]", "kind: read")
    mixed = mixed.replace('"14"', '"14", kind: derived').replace("kind: assumed", "kind: read")
    mixed = mixed.replace("sources: []", "sources: [other]")
    assert rule_faults(claims=mixed) == []


def test_unused_and_unknown_claims() -> None:
    seeds = "seeds: []\nsentences: []"
    bare = {"seeds": seeds, "terms": "[]"}
    told = rule_faults(used=["E-99"], **bare)
    assert told[0].startswith("E-99 is cited, but there is no such claim. Did you mean E-0")
    assert [re.findall(r"[ES]-\d+", fault)[0] for fault in told[1:]] == ["E-01", "E-03"]
    # A derived claim uses its inputs; a planned one waits for its lesson and no longer.
    assert rule_faults(used=["E-03"], **bare) == []
    late = rule_faults(used=["E-03"], ready=["09"], **bare)
    assert len(late) == 1
    assert "S-01, line 22: nothing uses it." in late[0]
    # An alias, a seed claim and a term use a claim as well.
    assert rule_faults(used=["E-02", "E-03", "S-01"], ready=["09"], **bare) == []
    assert rule_faults(used=["E-03", "S-01"], ready=["09"]) == []


def test_check_reads_the_lessons_and_what_it_is_told(
    tiny: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert evidence.check() == []
    lessons = [{"id": "09", "ready": True, "claims": ["E-03"]}, {"id": "10"}]
    monkeypatch.setattr(rules, "read_yaml", lambda *parts: {"lessons": lessons})
    assert len(evidence.check()) == 1
    assert "S-01" in evidence.check()[0]
    assert evidence.check({"S-01"}) == []
