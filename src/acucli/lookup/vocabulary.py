"""The vocabulary: every word of the default language that the library knows, and which words of a query it does not."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup.decoded_indexes import (
    body_words_of,
    common_words_of,
    other_spellings_of,
    phrases_of,
    remembered,
    sign_words_of,
    word_lists_of,
)
from acucli.model.library import Library
from acucli.text.stems import stem
from acucli.text.tokens import Word

LEAST_LETTERS = 3
"""Letters of a word below which no mistake is looked for in it."""


def has_unknown(words: Sequence[Word], library: Library) -> bool:
    """Tell whether a query holds an unknown word: only then are mistakes looked for."""
    return any(is_unknown(word, library) for word in words)


@remembered
def complaint_words(library: Library) -> frozenset[str]:
    """Return every word of the complaints, with its other spellings."""
    words = {word for key in phrases_of(library).literal for word in key.split()}
    return frozenset(words | body_words_of(library) | other_spellings_of(library))


@remembered
def vocabulary(library: Library) -> frozenset[str]:
    """Return every word of the complaints and of the signs."""
    words = complaint_words(library) | sign_words_of(library)
    return frozenset(word for word in words if len(word) >= LEAST_LETTERS)


@remembered
def _known_stems(library: Library) -> frozenset[str]:
    known = frozenset(stem(word) for word in (*vocabulary(library), *common_words_of(library)))
    return known | word_lists_of(library).weak


def is_unknown(word: Word, library: Library) -> bool:
    """Tell whether a word is neither in the vocabulary, in any form, nor a common word."""
    text = word.text
    if len(text) < LEAST_LETTERS or not text.isascii() or not text.isalpha():
        return False
    return (
        text not in common_words_of(library)
        and word.stem not in _known_stems(library)
        and text not in vocabulary(library)
    )
