"""Stems: forms of one word are one, different words stay apart."""

from __future__ import annotations

import pytest

from acucli.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("ache", "aches", "aching", "ached", "achy"),
        ("headache", "headaches"),
        ("bloat", "bloated", "bloating"),
        ("cramp", "cramps", "cramping"),
        ("swollen", "swelling", "swells"),
        ("foot", "feet"),
        ("stiff", "stiffness"),
        ("worry", "worries", "worried"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    """Inflection does not matter."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("heavy", "heaving"), ("early", "ear"), ("scared", "scar"), ("nose", "no"), ("jumpy", "jump")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """A stem too short would melt them."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["合谷", "dolor1", "is", ""])
def test_other_scripts_and_short_words_stay(word: str) -> None:
    """Only English words are stemmed."""
    assert stem(word) in {word, "be"}
