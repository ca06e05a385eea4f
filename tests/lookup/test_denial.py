"""Denial: how far "no", "not" and "without" reach."""

from __future__ import annotations

import pytest

from acucli.lookup.denial import denied_positions
from acucli.text.tokens import words_of


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
def test_denial_reaches_to_the_next_word_that_says_something(text: str, denied: list[str]) -> None:
    """ "Or" carries a denial on, "and" and "but" end it."""
    words = words_of(text)
    small = {"a", "have", "the", "had", "of"}
    assert [words[place].text for place in sorted(denied_positions(words)) if words[place].text not in small] == denied
