"""Notation: codes of every scheme by grammar, ambiguous letters named, numbers checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import notation
from acucli.lookup.notation import read_notation
from tests.lookup.conftest import Ask


def test_every_code_is_read_in_every_spelling(library: CompiledLibrary) -> None:
    """Spaces, dashes, dots, leading zeros and full-width forms are one."""
    wide = {number: number + 0xFEE0 for number in range(0x21, 0x7F)}
    for code, point in library.points.items():
        if point.meridian in {"EX", "EAR"}:
            continue
        meridian, number = point.meridian, point.number
        spellings = (code, code.lower(), f"{meridian} {number}", f"{meridian}-{number}", f"{meridian}.0{number}")
        for spelling in (*spellings, code.translate(wide)):
            assert read_notation(spelling, library).codes[0].points[0] == code, spelling


def test_every_alias_names_its_meridian(library: CompiledLibrary) -> None:
    """Letters of every language's books are read; a number of the meridian finds its point."""
    for meridian in library.meridians.values():
        if meridian.code in {"EX", "EAR"}:
            continue
        for alias in meridian.aliases:
            letters = alias.split(" (")[0].rstrip("?")
            codes = read_notation(f"{letters} 5", library).codes
            assert f"{meridian.code}5" in codes[0].points, alias


def test_numbers_beyond_a_meridian_find_nothing(library: CompiledLibrary, ask: Ask) -> None:
    """Out of range is never mended to something near."""
    for meridian in library.meridians.values():
        if meridian.code not in {"EX", "EAR", "GV"}:
            for number in (0, meridian.points + 1, 99):
                found = ask(f"{meridian.code}{number}")
                assert found.points == ()
                assert found.conditions == ()
                assert found.readings


@pytest.mark.parametrize(
    ("query", "first", "other"),
    [
        ("P6", "PC6", "LU6"),
        ("L4", "LU4", "LR4"),
        ("H7", "HT7", "LR7"),
        ("IG4", "LI4", "SI4"),
        ("Li 4", "LI4", "LR4"),
        ("CO10", "LI10", "EAR-CO10"),
        ("Du4", "GV4", "SI4"),
        ("Extra 1", "EX-HN3", "EX-LE1"),
    ],
)
def test_ambiguous_letters_name_every_reading(query: str, first: str, other: str, ask: Ask) -> None:
    """The usual English reading comes first, the other is named."""
    found = ask(query)
    assert found.points[0].code == first
    assert other in [point.code for point in found.points]
    assert other in found.readings[0]


def test_dots_on_the_u_decide(ask: Ask) -> None:
    """Dü is the small intestine in German, Du the governor vessel."""
    assert [point.code for point in ask("Dü3").points] == ["SI3"]


@pytest.mark.parametrize("query", ["ear CO10", "CO10 ear", "EAR-CO10", "auricular co10", "Ohr CO10"])
def test_ear_before_a_zone_means_the_ear(query: str, ask: Ask) -> None:
    """With the ear named there is nothing ambiguous."""
    assert [point.code for point in ask(query).points] == ["EAR-CO10"]


def test_old_bladder_numbers_are_named(ask: Ask) -> None:
    """BL36 to BL54 were numbered differently in older European books."""
    assert "BL40" in ask("B54").readings[0]


def test_several_codes_are_read_in_order(ask: Ask) -> None:
    """A list of codes is a list of points."""
    assert [point.code for point in ask("LI4, LR3 and ST36").points] == ["LI4", "LR3", "ST36"]


@pytest.mark.parametrize(
    "query", ["he 5 times woke me", "stomach 3 times a day", "I take vitamin B12", "in 2 weeks", "at 3 in the night"]
)
def test_numbers_in_sentences_are_not_codes(query: str, ask: Ask) -> None:
    """Letters before a number are a code only where they can be meant as one."""
    assert ask(query).points == ()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("bladder sixty", "BL60"), ("stomach thirty-six", "ST36"), ("gallbladder twenty one", "GB21"),
        ("Urinary Bladder 17", "BL17"), ("Conception Vessel 8", "CV8"), ("Heart Protector 6", "PC6"),
    ],
)  # fmt: skip
def test_numbers_and_channels_in_words(query: str, code: str, library: CompiledLibrary) -> None:
    """A number may be written out, and a channel go by its full name."""
    assert [found.points[:1] for found in read_notation(query, library).codes] == [(code,)]


def test_a_one_for_a_capital_i_is_asked_about(ask: Ask) -> None:
    """L14 is a point of another channel in German books, and LI4 with a slip in everybody's."""
    assert any("LI4" in note for note in ask("L14").readings)


@pytest.mark.parametrize(("query", "code"), [("Ll4", "LI4"), ("Sl3", "SI3"), ("ll-11", "LI11")])
def test_a_small_l_for_a_capital_i_is_a_question(query: str, code: str, ask: Ask) -> None:
    """It is suggested, and no other channel is read."""
    found = ask(query)
    assert (found.points, found.suggestions) == ((), (code,))


@given(st.text("abcdefghilmnopqrstuvwxyz0123456789 .-/", max_size=14))
def test_no_pattern_fits_a_text_without_the_letters_it_needs(text: str) -> None:
    """So a pattern is left alone there without changing what is read."""
    for name in notation._NEEDED:
        assert len(list(notation._all_of(name, text))) == len(list(notation._pattern(name).finditer(text)))
