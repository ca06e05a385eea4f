"""Denial: how far "no", "not" and "without" reach."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.decoded_indexes import tokenizer_of
from acucli.lookup.denial import denied_positions


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
