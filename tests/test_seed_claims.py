"""The article, sentence by sentence: covered, quoted briefly, judged, and never copied.

The article is not part of the project. Where it lies beside the checkout, the numbers and quotes
are proved against it; elsewhere the same tests hold what can be seen without it.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from worksite import evidence
from worksite.resources import read_yaml

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT.parent / "shared" / "evidence" / "seed_article.txt"
TABLE_ROWS = [f"exo-{n}" for n in range(1, 23)] + [f"stem-{n}" for n in range(1, 37)]
FIELDS = ("many_say", "evidence_shows", "because", "would_change")
LONGEST_QUOTE = 8


def split(text: str) -> list[str]:
    """Numbered pieces of the article; the rule stands at the top of seed_claims.yml."""
    pieces: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        pieces += [line] if "|" in line else re.split(r"(?<=[.?!]) +", line)
    return pieces


def words(text: str) -> list[str]:
    """Words in small letters, without marks: what counts as copied."""
    return re.findall(r"[\w’'-]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words."""
    found = words(text)
    return {tuple(found[at : at + 8]) for at in range(len(found) - 7)}


@cache
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8") if ARTICLE.is_file() else ""


@cache
def raw() -> dict[str, Any]:
    return dict(read_yaml("assets", "evidence", "seed_claims.yml"))


def seeds() -> list[dict[str, Any]]:
    return list(raw()["seeds"])


def names(seed: dict[str, Any]) -> list[str]:
    return [seed["id"], *seed.get("also", [])]


def hashes() -> list[str]:
    return [one for row in raw()["article"]["hashes"] for one in row]


def each_seed() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed["id"])


def test_sentences_are_numbered_from_one_without_a_gap() -> None:
    numbers = [sentence["n"] for sentence in raw()["sentences"]]
    assert numbers == list(range(1, raw()["article"]["count"] + 1))


@pytest.mark.parametrize("sentence", raw()["sentences"], ids=lambda one: f"sentence {one['n']}")
def test_each_sentence_has_seed_claims_or_says_none(sentence: dict[str, Any]) -> None:
    stated = sentence.get("claims", [])
    assert bool(stated) != (sentence.get("none") is True)
    here = [seed["id"] for seed in seeds() if sentence["n"] in seed["sentence"]]
    assert sorted(stated) == sorted(here)


@each_seed()
def test_each_seed_stands_in_sentences_that_exist(seed: dict[str, Any]) -> None:
    assert seed["sentence"]
    assert len(set(seed["sentence"])) == len(seed["sentence"])
    assert set(seed["sentence"]) <= set(range(1, raw()["article"]["count"] + 1))


def test_hashes_prove_the_numbers() -> None:
    assert len(hashes()) == raw()["article"]["count"]
    assert all(re.fullmatch(r"[0-9a-f]{8}", one) for one in hashes())
    if article():
        found = [hashlib.sha256(piece.encode()).hexdigest()[:8] for piece in split(article())]
        assert found == hashes()


def test_the_splitter_does_what_its_rule_says() -> None:
    text = "A heading? More!\n\n- Ask (e.g.this) a doctor: now. Then go.\nA. B | C. D |\n"
    assert split(text) == [
        "A heading?",
        "More!",
        "- Ask (e.g.this) a doctor: now.",
        "Then go.",
        "A. B | C. D |",
    ]


@each_seed()
def test_quotes_are_short_and_true(seed: dict[str, Any]) -> None:
    assert 1 <= len(seed["quote"].split()) <= LONGEST_QUOTE
    if article():
        pieces = split(article())
        assert any(seed["quote"] in pieces[n - 1] for n in seed["sentence"])


def test_no_field_copies_the_article() -> None:
    taken = runs(article())
    copied = [
        (seed["id"], field, " ".join(run))
        for seed in seeds()
        for field in FIELDS
        for run in runs(seed[field]) & taken
    ]
    assert not copied


def test_every_row_of_both_tables_is_here_once() -> None:
    here = [name for seed in seeds() for name in names(seed)]
    assert len(here) == len(set(here))
    assert [row for row in TABLE_ROWS if row not in here] == []
    assert [name for name in here if name not in TABLE_ROWS and not name.startswith("new-")] == []


@pytest.mark.parametrize(
    "wanted", ["blood flow", "aging", "instructions and tools", "a refinement of our understanding"]
)
def test_claims_the_tables_miss_are_here(wanted: str) -> None:
    assert [seed["id"] for seed in seeds() if wanted in seed["quote"]]


@each_seed()
def test_each_card_rests_on_claims_that_resolve(seed: dict[str, Any]) -> None:
    assert seed["claims"]
    assert len(set(seed["claims"])) == len(seed["claims"])
    for claim_id in seed["claims"]:
        claim = evidence.get_claim(claim_id)
        assert evidence.link(claim_id).startswith("https://")
        assert claim.grade in {"strong", "moderate", "weak", "contested"}


@each_seed()
def test_each_card_is_refutation_text_in_full(seed: dict[str, Any]) -> None:
    for field in FIELDS:
        assert len(words(seed[field])) >= 4
        assert seed[field].rstrip("”")[-1] in ".?!"
    assert not seed["many_say"].startswith("Many say")  # the card says it already
    assert seed["lesson"] in {f"{n:02d}" for n in range(13)}
