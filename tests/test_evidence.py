"""Evidence: reading, rules, citations and cards, on tiny ledgers made here."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite import evidence
from worksite.evidence import cards, cite, ledger, rules
from worksite.evidence.reading import read
from worksite.resources import CourseError, parse_yaml

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


# --- reading ---


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


# --- names and links ---


@pytest.mark.parametrize(
    ("fields", "link", "name", "rest"),
    [
        (
            {"doi": "10.1234/a(2)b", "pmcid": "PMC1", "authors": "A", "title": "T", "journal": "J"},
            "https://doi.org/10.1234/a%282%29b",
            "A",
            "T, J",
        ),
        (
            {"pmcid": "PMC12345", "pmid": "1", "title": "T", "journal": "J", "year": 2001},
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC12345/",
            "T 2001",
            "J",
        ),
        (
            {"pmid": "12345", "journal": "J", "year": 2001, "note": "n"},
            "https://pubmed.ncbi.nlm.nih.gov/12345/",
            "J 2001",
            "n",
        ),
        ({"pmid": "12345"}, "https://pubmed.ncbi.nlm.nih.gov/12345/", "PMID 12345", ""),
        ({"pmcid": "PMC7"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC7/", "PMC7", ""),
        ({"doi": "10.1234/a"}, "https://doi.org/10.1234/a", "10.1234/a", ""),
        (
            {"url": "https://fda.gov/a?b=1&c=%20(d)"},
            "https://fda.gov/a?b=1&c=%20%28d%29",
            "https://fda.gov/a?b=1&c=%20(d)",
            "",
        ),
        ({}, "", "", ""),
    ],
)
def test_a_source_names_and_links_itself(
    fields: dict[str, Any], link: str, name: str, rest: str
) -> None:
    source = evidence.Source(id="x", **fields)
    assert (source.link, source.name, source.rest) == (link, name, rest)
    assert source.paper is not ("url" in fields or not fields)


def test_links_follow_also_and_from(tiny: None) -> None:
    address = "https://doi.org/10.1234/x%282%29-1"
    assert evidence.link("E-01") == evidence.link("E-02") == evidence.link("E-03") == address
    assert evidence.link("S-01") == "https://www.fda.gov/rule?a=1&b=2"
    assert evidence.get_claim("E-02").id == "E-01"


def test_an_unknown_claim_names_its_neighbours(tiny: None) -> None:
    for ask in (evidence.link, evidence.get_claim, lambda one: evidence.citation_html([one])):
        with pytest.raises(CourseError, match=r"no claim 'E-04'. Did you mean E-0"):
            ask("E-04")


def test_citations_in_html_name_the_source(tiny: None) -> None:
    assert evidence.citation_html(["E-02", "S-01"]) == (
        '<a class="ws-cite" href="https://doi.org/10.1234/x%282%29-1" title="A &amp; B 2020">'
        '[E-02]</a> <a class="ws-cite" href="https://www.fda.gov/rule?a=1&amp;b=2" '
        'title="A rule">[S-01]</a>'
    )
    assert evidence.citation_html([]) == ""


PAPER = "https://doi.org/10.1234/x%282%29-1"


@pytest.mark.parametrize(
    ("written", "expanded"),
    [
        ("So [E-01].", f"So [E-01]({PAPER})."),
        ("[E-01](old) and (b)", f"[E-01]({PAPER}) and (b)"),
        ("[E-01](https://doi.org/10.1/x(2)-1)", f"[E-01]({PAPER})"),
        ("[E-01, E-03]", f"[E-01]({PAPER}), [E-03]({PAPER})"),
        ("[E-01,E-02](old)!", f"[E-01]({PAPER}), [E-02]({PAPER})!"),
        ("[E-01][E-03]", f"[E-01]({PAPER})[E-03]({PAPER})"),
        ("see [E-01]: small", f"see [E-01]({PAPER}): small"),
        ("`[E-01]` [E-01]", f"`[E-01]` [E-01]({PAPER})"),
        ("`` ` [E-01] `` x", "`` ` [E-01] `` x"),
        ("a ` b\n\n[E-01] ` c", f"a ` b\n\n[E-01]({PAPER}) ` c"),
        ("```\n[E-01]\n```\n[E-01]", f"```\n[E-01]\n```\n[E-01]({PAPER})"),
        ("~~~ py\n[E-01]", "~~~ py\n[E-01]"),
        ("```\n[x]: y\n[E-01]\n```", "```\n[x]: y\n[E-01]\n```"),
        ("```x``` [E-01]", f"```x``` [E-01]({PAPER})"),
        ("[E-01]: https://a.example\n", "[E-01]: https://a.example\n"),
        ("[E-01][ref] ![E-01] \\[E-01] [E-1 x] [e-01]", None),
        ("", ""),
    ],
)
def test_expand(tiny: None, written: str, expanded: str | None) -> None:
    assert evidence.expand(written) == (written if expanded is None else expanded)
    assert evidence.expand(evidence.expand(written)) == evidence.expand(written)


def test_expand_refuses_an_unknown_claim(tiny: None) -> None:
    with pytest.raises(CourseError, match="no claim 'E-44'"):
        evidence.expand("[E-01, E-44]")


def test_cited_lists_ids_once_known_or_not() -> None:
    text = "[S-9] [E-01](x) `[E-02]` [E-01, E-99b] [x](y)"
    assert evidence.cited(text) == ["S-9", "E-01", "E-99b"]
    assert evidence.cited("") == []


_PIECES = st.lists(
    st.sampled_from(
        ["[E-01]", "[E-01, E-03]", "[E-02](old)", "(x)", "(a b)", "[ref]", "`", "``", "```", "\n"]
        + ["\n\n", "~~~", ": ", "!", "\\", " word ", "[", "]", "(", ")", "[E-03]: ", "E-01", "<b>"]
    ),
    max_size=14,
).map("".join)


@given(_PIECES)
def test_expanding_twice_changes_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        made, _ = read(parsed())
        for module in (cite, ledger):
            patch.setattr(module, "load", lambda: made)
        once = evidence.expand(text)
        assert evidence.expand(once) == once
        assert evidence.cited(once) == evidence.cited(text)
        assert once.count("`") == text.count("`")


# --- cards ---

_ALLOWED = {
    *("section", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "ul", "li"),
    *("strong", "em", "h3", "a", "br"),
}
_ALLOWED_ATTRIBUTES = {"class", "href", "title", "scope"}


class _Strict(HTMLParser):
    """Notes every element, and fails on what an untrusted notebook would strip."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED, tag
        assert {name for name, _ in attrs} <= _ALLOWED_ATTRIBUTES, attrs
        for name, value in attrs:
            assert name != "href" or str(value).startswith("https://"), value
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    strict = _Strict()
    strict.feed(html)
    strict.close()
    assert strict.open == []
    return " ".join("".join(strict.words).split())


def test_claims_table(tiny: None) -> None:
    still = evidence.claims("03")
    words = words_of(still.html)
    assert still.html.count("<tr>") == 4  # the head and three claims: E-02 is E-01
    assert "In mice, a <b>bold</b> fact." in words
    assert "7 minutes, 6–8 read" in words
    assert "double: 14 worked out" in words
    assert "chosen: 15 assumed" in words
    assert "Worked out from: [E-01]" in words
    assert "Weak" in words
    assert "one study" in words
    assert "as of 2026-11" in words
    assert "A & B 2020, T, <i>n</i>" in words
    assert "An erratum exists." in words
    assert '<th scope="row"><a href="https://doi.org/10.1234/x%282%29-1">E-01</a><br>' in still.html
    assert "[E-01, E-02] In mice" in still.plain
    assert "7 minutes, 6–8 (read)" in still.plain
    assert "How sure: Weak (one study), as of 2026-11" in still.plain
    assert "How sure: Strong, as of 2026-11" in still.plain
    assert "https://pubmed.ncbi.nlm.nih.gov/1234567/" in still.plain


def test_a_lesson_without_claims_or_words_says_so(tiny: None) -> None:
    assert evidence.claims("09").plain == "This lesson cites no claims."
    assert evidence.glossary("09").plain == "This lesson lists no words."
    assert words_of(evidence.claims("09").html) == "This lesson cites no claims."
    assert words_of(evidence.glossary("09").html) == "This lesson lists no words."


@pytest.mark.parametrize("ask", [evidence.claims, evidence.glossary])
def test_an_unknown_lesson_names_its_neighbours(tiny: None, ask: Any) -> None:
    with pytest.raises(CourseError, match=r"no lesson '3'. Did you mean 03"):
        ask("3")


def test_glossary_runs_from_a_to_z(tiny: None) -> None:
    still = evidence.glossary("03")
    words = words_of(still.html)
    assert words == "Cell: A living part. vesicle (also: EV): A tiny <bag>. [E-01]"
    assert still.plain == "Cell: A living part.\nvesicle (also: EV): A tiny <bag>. [E-01]"
    assert evidence.glossary().html == still.html


def test_an_unknown_term_names_its_neighbours(tiny: None, monkeypatch: pytest.MonkeyPatch) -> None:
    lessons = [{"id": "03", "terms": ["vesicel"]}]
    monkeypatch.setattr(cards, "read_yaml", lambda *parts: {"lessons": lessons})
    with pytest.raises(CourseError, match=r"no term 'vesicel'. Did you mean vesicle"):
        evidence.glossary("03")


def test_verdict_card(tiny: None) -> None:
    still = evidence.seed_claim("exo-2")
    words = words_of(still.html)
    assert "“tiny “bags” & co”" in words
    assert "◐ Partly right" in words
    assert "Many say: Many <script>alert(1)</script> say so E-01." in words
    assert "The evidence shows: More is known." in words
    assert "Because: ![x](https://evil.example/x.png)" not in words  # no picture either
    assert "img" not in still.html
    assert "What would change this verdict: A trial." in words
    assert "Sources: [E-02]" in words
    assert still.html.startswith('<section class="worksite ws-verdict ws-partly">')
    assert "The evidence shows: More is known." in still.plain
    assert still.plain.endswith("Sources: E-02")
    assert evidence.seed_claim("exo-1", "exo-2").html == f"{still.html}\n{still.html}"


def test_unknown_verdict_cards_are_named_together(tiny: None) -> None:
    with pytest.raises(CourseError) as caught:
        evidence.seed_claim("exo-3", "exo-1", "zz")
    assert caught.value.faults == (
        "There is no seed claim 'exo-3'. Did you mean exo-2, exo-1?",
        "There is no seed claim 'zz'. Known: exo-1, exo-2.",
    )
    with pytest.raises(CourseError, match=r"needs an id. Known: exo-1, exo-2"):
        evidence.seed_claim()


@given(st.text(max_size=60))
def test_hostile_text_stays_text(text: str) -> None:
    raws = copy.deepcopy(parsed())
    wanted = text.replace("[", "(")  # citations have their own tests
    raws["claims"][0].update(statement=wanted, unit=text, grade_note=text, note=wanted)
    raws["sources"][0].update(authors=text, title=text, note=text)
    raws["seeds"]["seeds"][0].update(quote=text, many_say=wanted, because=wanted)
    raws["terms"][0].update(term=text, plain=wanted, also=[text])
    made, faults = read(raws)
    assert faults == []
    with pytest.MonkeyPatch.context() as patch:
        for module in (cards, cite, ledger):
            patch.setattr(module, "load", lambda: made)
        lessons = [{"id": "03", "claims": ["E-01", "S-01"], "terms": ["vesicle"]}]
        patch.setattr(cards, "read_yaml", lambda *parts: {"lessons": lessons})
        for still in (evidence.claims("03"), evidence.glossary("03"), evidence.seed_claim("exo-1")):
            assert not re.search(
                r"<(?!/?(?:section|div|table|caption|thead|tbody|tr|th|td|p|ul|li|"
                r"strong|em|h3|a|br|code)\b)[a-zA-Z]",
                still.html,
            )


def test_evidence_is_light() -> None:
    heavy = ["numpy", "matplotlib", "anywidget", "ipywidgets", "IPython", "markdown_it"]
    code = f"import sys, worksite.evidence; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
