"""Foreign sentences: told by their small words."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.foreign import sounds_foreign, words_heard


@pytest.mark.parametrize(
    "text", ["ich habe Stress", "j'ai mal au dos", "me duele la cabeza", "mes yeux sont fatigués", "mein Kopf tut weh"]
)
def test_other_languages_are_heard(text: str, library: CompiledLibrary) -> None:
    """Also where an English word stands among them."""
    assert sounds_foreign(text, library)


@pytest.mark.parametrize("text", ["headache", "I have a headache", "my café stomach", "", "I can't sleep"])
def test_english_is_not_foreign(text: str, library: CompiledLibrary) -> None:
    """An accent alone makes no other language."""
    assert not sounds_foreign(text, library)


def test_lone_word_decides_nothing(library: CompiledLibrary) -> None:
    """Without small words it may be of any language."""
    assert words_heard("dolor", "es", library) == ("dolor",)
    assert words_heard("the gas", "es", library) == ()
