"""The vocabulary: every word of the default language that the library knows, and which words of a query it does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from acucli.lookup.decoded_indexes import known_words_of, remembered, sign_words_of, word_lists_of
from acucli.model.library import Library
from acucli.text.tokens import Word
from acucli.text.word_list import is_everyday, is_listed

_LEAST_OF_ENDING = 6
"""Letters from which a word is medical by its end ("emir" is not)."""

_WORDS_KEPT = 8192
"""Words of which is remembered what they are: those of a batch come again and again."""

LEAST_LETTERS = 3
"""Letters of a word below which no mistake is looked for in it."""


def has_unknown(words: Sequence[Word], library: Library) -> bool:
    """Tell whether a query holds an unknown word: only then are mistakes looked for."""
    return any(is_unknown(word, library) for word in words)


@remembered
def complaint_words(library: Library) -> frozenset[str]:
    """Return every word of the complaints, with its other spellings."""
    return frozenset(known_words_of(library).complaints.split())


@remembered
def vocabulary(library: Library) -> frozenset[str]:
    """Return every word of the complaints and of the signs."""
    words = complaint_words(library) | sign_words_of(library)
    return frozenset(word for word in words if len(word) >= LEAST_LETTERS)


def is_unknown(word: Word, library: Library) -> bool:
    """Tell whether a word is of nobody: not in the vocabulary in any form, and no real word otherwise."""
    text = word.text
    if len(text) < LEAST_LETTERS or not text.isascii() or not text.isalpha():
        return False
    return _is_of_nobody(text, word.stem, library)


@lru_cache(maxsize=_WORDS_KEPT)
def _is_of_nobody(text: str, stem: str, library: Library) -> bool:
    known = known_words_of(library)
    if stem in word_lists_of(library).weak or f"\n{stem}\n" in known.stems:
        return False
    if f"\n{text}\n" in known.complaints or text in sign_words_of(library):
        return False
    return not is_real(text, library)


def is_real(text: str, library: Library) -> bool:
    """Tell whether a folded word is one that people use, and so no slip in another one.

    It stands in the general word list, names an illness or a medicine, or the library calls something by it. Where the
    list cannot be read every word is real: then fewer mistakes are mended, never more.
    """
    content, lists = library.words, word_lists_of(library)
    named = text in lists.medical_words or text in lists.medicine_words or text in library.names
    return not content or named or is_listed(text, content)


@lru_cache(maxsize=_WORDS_KEPT)
def is_medical(text: str, library: Library) -> bool:
    """Tell whether a folded word names an illness, an operation or an examination, by itself or by its end."""
    lists = word_lists_of(library)
    if text in lists.medical_words:
        return True
    return _ends_with(text, lists.medical_endings) and not is_common(text, library)


def ends_medically(text: str, library: Library) -> bool:
    """Tell whether a folded word has the end of a name of an illness, an examination or a medicine."""
    lists = word_lists_of(library)
    return _ends_with(text, lists.medical_endings) or _ends_with(text, lists.medicine_endings)


def _ends_with(text: str, endings: frozenset[str]) -> bool:
    return len(text) >= _LEAST_OF_ENDING and text.endswith(tuple(endings))


@lru_cache(maxsize=_WORDS_KEPT)
def is_common(text: str, library: Library) -> bool:
    """Tell whether everybody uses a folded word."""
    return is_everyday(text, library.words)
