"""Packed words: whatever goes in is found again, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acucli.text.packed_words import WordTable, packed_numbers, packed_words, unpacked_numbers

_LETTERS = st.characters(codec="utf-8", exclude_characters=' ;"\\', exclude_categories=("Cc", "Cs"))
_ALPHABET = st.sampled_from("абвгabAB")
_WORDS = st.text(_LETTERS, min_size=1, max_size=40) | st.text(_ALPHABET, min_size=1, max_size=8)
_PARTS = st.builds("{}={}".format, st.text("абab ", max_size=4), st.text("#$12", max_size=4))
_SAYINGS = st.lists(_PARTS, min_size=1, max_size=3).map("|".join)


@given(st.dictionaries(_WORDS, _SAYINGS, max_size=120), st.lists(_WORDS, max_size=5))
def test_what_was_packed_is_found(table: dict[str, str], others: list[str]) -> None:
    """In any script, over the ends of blocks, whatever a word shares with the next, or says as others do."""
    read = WordTable(*(part.encode() for part in packed_words(table)))
    assert {word: read.get(word) for word in table} == table
    for word in others:
        assert read.get(word) == table.get(word, "")


def test_however_much_words_share_they_are_found() -> None:
    """From nothing to more than a letter can say, whatever sign stands for it."""
    table = {letter * length: f"={length}" for letter in "aы" for length in range(1, 80)}
    read = WordTable(*(part.encode() for part in packed_words(table)))
    assert {word: read.get(word) for word in table} == table


@given(st.lists(st.integers(0, 7395), max_size=9))
def test_numbers_come_back(numbers: list[int]) -> None:
    """In their order; JSON writes their letters as they are."""
    text = packed_numbers(numbers)
    assert unpacked_numbers(text) == tuple(numbers)
    assert text.isascii()
    assert len(text) == 2 * len(numbers)


@pytest.mark.parametrize("table", [{"a;b": "=1"}, {"a b": "=1"}, {"a": "=1;2"}, {'a"': "=1"}, {"a\\": "=1"}])
def test_a_sign_that_parts_words_is_refused(table: dict[str, str]) -> None:
    """The build stops, instead of a word that is never found."""
    with pytest.raises(ValueError, match="holds a sign"):
        packed_words(table)


def test_words_of_a_script_of_many_signs_are_found() -> None:
    """Such signs are written as they are; those of an alphabet as letters of one byte."""
    signs = {chr(0x4E00 + number): f"={number % 5}" for number in range(300)}
    alphabet = {chr(0x0430 + number) * 3: f"{chr(0x0430 + number)}={number % 5}" for number in range(32)}
    for table, letters in ((signs, 0), (alphabet, 64)):
        packed = packed_words(table)
        read = WordTable(*(part.encode() for part in packed))
        assert {word: read.get(word) for word in table} == table
        assert len(packed.letters) == letters
        assert not read.get("aaa")
        assert [*read.beginnings_of(f"{next(iter(table))}?")] == [next(iter(table))]


def test_what_says_nothing_of_a_word_is_refused() -> None:
    """Each part of a saying is a text with marks."""
    with pytest.raises(ValueError, match="no marks"):
        packed_words({"a": "1"})


def test_more_sayings_than_two_digits_can_number_are_refused() -> None:
    """The build stops."""
    with pytest.raises(ValueError, match="too large"):
        packed_words({f"{again}{number:05}": f"={number}" for again in "ab" for number in range(7225)})


def test_a_number_that_needs_a_third_digit_is_refused() -> None:
    """The build stops."""
    with pytest.raises(ValueError, match="too large"):
        packed_numbers([7396])
