"""Roots: a phrase of a further language as it is compared with a query, and the words of it without their endings."""

from __future__ import annotations

import re

from acucli.model.indexes import LanguageTraits
from acucli.text.fold import fold_letters, fold_words

_LEAST_LETTERS = 5
"""Letters of a word from which its ending is taken off."""


def ending_of(traits: LanguageTraits) -> re.Pattern[str] | None:
    """Return what finds the ending of a word, None in a language without any."""
    return re.compile(f"(?:{'|'.join(map(re.escape, traits.endings))})$") if traits.endings else None


def root_of(word: str, ending: re.Pattern[str] | None) -> str:
    """Return a word without its ending."""
    return ending.sub("", word) if ending is not None and len(word) >= _LEAST_LETTERS else word


def form_of(phrase: str, traits: LanguageTraits, ending: re.Pattern[str] | None) -> tuple[str, ...]:
    """Return a phrase as it is compared: its roots, or its letters as one form."""
    if not traits.spaced:
        return (fold_letters(phrase, traits.intensifiers),)
    words = fold_words(phrase, traits.foldings)
    loud = [word for word in words if word not in traits.function_words or word in traits.kept_words]
    # "mir ist übel" and "nase zu" keep their small words: the one word left over would say too little.
    return tuple(root_of(word, ending) for word in (loud if len(loud) > 1 else words))


def part_of(word: str, traits: LanguageTraits, ending: re.Pattern[str] | None) -> str:
    """Return a word for a part of the body as it is compared."""
    if not traits.spaced:
        return fold_letters(word, traits.intensifiers)
    return root_of(" ".join(fold_words(word, traits.foldings)), ending)


def whole_of(phrase: str, traits: LanguageTraits) -> str:
    """Return a phrase as it is compared with a text that is nothing else, every word in its form."""
    return " ".join(fold_words(phrase, traits.foldings)) if traits.spaced else fold_letters(phrase)
