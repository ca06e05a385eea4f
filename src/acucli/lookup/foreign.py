"""Foreign sentences: whether the small words of a text are of the default language or of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acucli.lookup.decoded_indexes import foreign_traits_of, remembered, traits_in
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.fold import fold_phrase
from acucli.text.tokens import LONGEST_TEXT

_VOWELS = "aeiouyhéèêàâî"


class _Signals(NamedTuple):
    """What speaks for another language: its letters, its joined words, its small words that are not the default's."""

    letters: frozenset[str]
    joined: re.Pattern[str] | None
    telling: frozenset[str]


@remembered
def _signals_of(library: Library) -> _Signals:
    known = foreign_traits_of(library)
    elisions = "|".join(re.escape(elision) for traits in known for elision in traits.elisions)
    return _Signals(
        frozenset(letter for traits in known for letter in traits.letters),
        re.compile(rf"\b(?:{elisions})['’][{_VOWELS}]") if elisions else None,
        frozenset(word for traits in known for word in traits.telling_words),
    )


def sounds_foreign(text: str, library: Library) -> bool:
    """Tell whether the small words of a text are rather those of another language.

    Letters with accents, and words joined as in French ("j'ai"), speak for another language too.
    """
    text = text[:LONGEST_TEXT].casefold()
    plain = fold_phrase(text).split()
    signals = _signals_of(library)
    own = _count(plain, traits_in(library, DEFAULT_LANGUAGE).function_words)
    accents = any(letter in signals.letters for letter in text)
    joined = signals.joined is not None and signals.joined.search(text) is not None
    least = max(own, 0 if accents or joined else 1)
    return joined > own or any(
        _count(plain, traits.function_words) > least for traits in foreign_traits_of(library) if traits.function_words
    )


def speaks_otherwise(text: str, library: Library) -> bool:
    """Tell whether telling words of another language are in the text, and no more of the default one beside them."""
    plain = fold_phrase(text[:LONGEST_TEXT]).split()
    foreign = _count(plain, _signals_of(library).telling)
    return foreign > 0 and foreign >= _count(plain, traits_in(library, DEFAULT_LANGUAGE).function_words)


def is_rather_default(plain: Sequence[str], language: str, library: Library) -> bool:
    """Tell whether folded words are of the default language rather than of this one; a lone word decides nothing."""
    own = _count(plain, traits_in(library, DEFAULT_LANGUAGE).function_words)
    return own > _count(plain, traits_in(library, language).function_words)


def _count(plain: Sequence[str], known: frozenset[str]) -> int:
    return sum(word in known for word in plain)
