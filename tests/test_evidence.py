"""Evidence: links, citations in Markdown, and the cards a lesson shows, on a tiny ledger."""

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
from tiny_ledger import parsed, tiny

from worksite import evidence
from worksite.evidence import cards, cite, ledger
from worksite.evidence.reading import read
from worksite.resources import CourseError

__all__ = ["tiny"]  # a fixture


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
        '<cite><a class="ws-cite" href="https://doi.org/10.1234/x%282%29-1" '
        'title="A &amp; B 2020">[E-02]</a></cite> <cite><a class="ws-cite" '
        'href="https://www.fda.gov/rule?a=1&amp;b=2" title="A rule">[S-01]</a></cite>'
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
    *("strong", "em", "h3", "a", "br", "cite"),
}
_ALLOWED_ATTRIBUTES = {"class", "href", "title", "scope", "style"}
_ALLOWED_STYLES = {"text-align: left", "white-space: nowrap"}


class _Strict(HTMLParser):
    """Notes every element, and fails on what an untrusted notebook would strip."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED, tag
        assert {name for name, _ in attrs} <= _ALLOWED_ATTRIBUTES, attrs
        assert dict(attrs).get("style", "text-align: left") in _ALLOWED_STYLES
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
    first = '<cite><a href="https://doi.org/10.1234/x%282%29-1">E-01</a></cite>'
    assert f'<th scope="row" style="white-space: nowrap">{first}<br>' in still.html
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
    assert "“tiny ‘bags’ & co”" in words
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
                r"strong|em|h3|a|br|code|cite)\b)[a-zA-Z]",
                still.html,
            )


def test_evidence_is_light() -> None:
    heavy = ["numpy", "matplotlib", "anywidget", "ipywidgets", "IPython", "markdown_it"]
    code = f"import sys, worksite.evidence; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
