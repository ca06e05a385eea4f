"""Denial: how far "no", "not" and "without" reach."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.decoded_indexes import tokenizer_of
from acucli.lookup.denial import denied_positions
from acucli.lookup.interpreter import interpret
from acucli.lookup.query_result import MAY_NEED_HELP


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("headache", []),
        ("no fever", ["fever"]),
        ("I don't have a fever", ["fever"]),
        ("no fever or rash", ["fever", "rash"]),
        ("no fever, rash or stiffness", ["fever", "rash", "stiffness"]),
        ("no fever but a rash", ["fever"]),
        ("no fever and a rash", ["fever"]),
        ("not just a headache", []),
        ("not sure about this headache", []),
        ("never had such a headache", []),
    ],
)
def test_denial_reaches_to_the_next_word_that_says_something(
    text: str, denied: list[str], library: CompiledLibrary
) -> None:
    """ "Or" carries a denial on, "and" and "but" end it."""
    words = tokenizer_of(library).words_of(text)
    small = {"a", "have", "the", "had", "of"}
    found = [words[place].text for place in sorted(denied_positions(words, library))]
    assert [word for word in found if word not in small] == denied


@pytest.mark.parametrize(
    ("query", "raises"),
    [
        ("göğüs ağrım yok, sadece omuzlarım gergin", False),
        ("göğüs ağrım var, terliyorum", True),
        ("sarılık değil, sadece hazımsızım", False),
        ("kan falan yok, kabızım", False),
        ("ölmek istemiyorum, sadece çok yorgunum", False),
        ("yaşamak istemiyorum", True),
        ("nabzı yok", True),
        ("gaz yok, karnım şiş, kusuyorum", True),
    ],
)
def test_word_behind_denies_a_sign_unless_the_sign_is_said_with_it(
    query: str, raises: bool, library: CompiledLibrary
) -> None:
    """Turkish says "chest pain there-is-not"; "pulse there-is-not" is the sign itself."""
    meaning = interpret(query, library)
    named = [flag.id for flag in meaning.red_flags if flag.id != MAY_NEED_HELP]
    assert bool(named) is raises
