"""The vocabulary: which words of a query the library does not know."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.decoded_indexes import tokenizer_of
from acucli.lookup.vocabulary import complaint_words, has_unknown, vocabulary


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("my head aches", False), ("headake", True), ("the garden is lovely", False), ("kg 12 !", False), ("头痛", False)],
)
def test_unknown_words_are_told(text: str, unknown: bool, library: CompiledLibrary) -> None:
    """Neither a word of a complaint in any form, nor a common one, nor too short, nor of another script."""
    assert has_unknown(tokenizer_of(library).words_of(text), library) is unknown


def test_signs_belong_to_the_vocabulary_and_are_no_complaint(library: CompiledLibrary) -> None:
    """Typing mistakes are mended in the words of signs too."""
    assert "chest" in vocabulary(library)
    assert complaint_words(library) - vocabulary(library) == {
        word for word in complaint_words(library) if len(word) < 3
    }
