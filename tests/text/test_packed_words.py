"""Packed words: whatever goes in is found again, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acucli.text.packed_words import WordTable, packed_numbers, packed_words, unpacked_numbers

_LETTERS = st.characters(codec="utf-8", exclude_characters=' ;"\\', exclude_categories=("Cc", "Cs"))
_WORDS = st.text(_LETTERS, min_size=1, max_size=40)


@given(st.dictionaries(_WORDS, st.text(_LETTERS, min_size=1, max_size=5), max_size=120), st.lists(_WORDS, max_size=5))
def test_what_was_packed_is_found(table: dict[str, str], others: list[str]) -> None:
    """In any script, over the ends of blocks, and whatever a word shares with the next."""
    read = WordTable(*(part.encode() for part in packed_words(table)))
    assert {word: read.get(word) for word in table} == table
    for word in others:
        assert read.get(word) == table.get(word, "")


def test_however_much_words_share_they_are_found() -> None:
    """From nothing to more than a letter can say, whatever sign stands for it."""
    table = {letter * length: f"{length}" for letter in "aы" for length in range(1, 80)}
    read = WordTable(*(part.encode() for part in packed_words(table)))
    assert {word: read.get(word) for word in table} == table


@given(st.lists(st.integers(0, 7395), max_size=9))
def test_numbers_come_back(numbers: list[int]) -> None:
    """In their order; JSON writes their letters as they are."""
    text = packed_numbers(numbers)
    assert unpacked_numbers(text) == tuple(numbers)
    assert text.isascii()
    assert len(text) == 2 * len(numbers)


@pytest.mark.parametrize("table", [{"a;b": "1"}, {"a b": "1"}, {"a": "1;2"}, {'a"': "1"}, {"a\\": "1"}])
def test_a_sign_that_parts_words_is_refused(table: dict[str, str]) -> None:
    """The build stops, instead of a word that is never found."""
    with pytest.raises(ValueError, match="holds a sign"):
        packed_words(table)


def test_a_number_that_needs_a_third_digit_is_refused() -> None:
    """The build stops."""
    with pytest.raises(ValueError, match="too large"):
        packed_numbers([7396])
