"""Words, sentences, syllables and the reading grade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.notebook.reading import grade, sentences, syllables, words

SPOKEN = {
    1: "cell cells house crew skin small made size whole does once asked helped watched cube the "
    "through changed bridge cakes plates walked hair bone blood length one",
    2: "exist little table tables building worker message foreman people wanted needed "
    "cargo virus safety science fluid notebook being going lion body",
    3: "vesicle vesicles molecule exosome exosomes nucleus idea area evidence particles different "
    "creation messages general animal delivered medicine video protective",
    4: "diameter mesenchymal embryonic biology regulator economy community initiate information",
    5: "university refrigerator extracellular",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, listed in SPOKEN.items() for word in listed.split()],
)
def test_syllables_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("don't", 1), ("worker's", 2), ("cells’", 1), ("science's", 2), ("30", 2), ("1.8", 2)],
)
def test_apostrophes_and_numbers(word: str, count: int) -> None:
    assert syllables(word) == count


def test_long_numbers_are_not_read_digit_by_digit() -> None:
    assert syllables("8000000") == 4


@given(st.from_regex(r"[A-Za-z]{1,20}", fullmatch=True))
def test_every_word_has_a_syllable_and_no_more_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= max(4, len(word) + 1)


def test_words_part_at_hyphens_and_slashes_not_at_apostrophes() -> None:
    assert words("cell-to-cell, he/she don't 1,500 nm (µ)") == [
        "cell", "to", "cell", "he", "she", "don't", "1,500", "nm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four", 4),
        ("A list item\nAnother item", 2),
        ("About 1.8 m tall. Small, e.g. a pea.", 2),
        ("Shown by Welsh et al. in 2024.", 1),
        ('He said "stop." Then he left.', 2),
        ("\n \n", 0),
        ("Wait … what?", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert sentences(text) == count


def test_grade_is_the_published_formula() -> None:
    # 6 words, 1 sentence, 6 syllables.
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("") == 0.0


def test_longer_sentences_and_words_read_harder() -> None:
    plain = "Cells talk. They send small notes. The notes change what others do."
    dense = (
        "Intercellular communication, mediated by heterogeneous populations of extracellular "
        "vesicles, modulates physiological processes in numerous recipient tissues."
    )
    assert grade(plain) < 4 < 15 < grade(dense)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_a_grade(text: str) -> None:
    assert isinstance(grade(text), float)
