"""The word classes of a query, in the language that it is rather written in: what the second net reads beside letters.

The classes have the same names in every language ("blood", "sudden"), so that what was learned of danger in one
language is known in the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from acucli.lookup.decoded_indexes import signs_of, traits_in
from acucli.lookup.denial import denials_behind, denied_in_words, denied_positions
from acucli.lookup.foreign import likelihood, other_languages
from acucli.lookup.word_patterns import ClassSaid, classes_in_letters, classes_in_words
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.scripts import scripts_of
from acucli.text.tokens import Word


class Spoken(msgspec.Struct, frozen=True):
    """The language that says most in a text, and the word classes it says, from left to right."""

    language: str
    classes: list[ClassSaid]


def classes_said(text: str, words: Sequence[Word], library: Library) -> Spoken:
    """Return the word classes of the language that says most in a text."""
    found = [
        (_covered(classes) + sum(likelihood(text, traits_in(library, language), library)), language, classes)
        for language, classes in _by_language(text, words, library)
    ]
    best = max(found, key=lambda one: one[0], default=(0, DEFAULT_LANGUAGE, []))
    return Spoken(best[1], best[2])


def _covered(classes: Sequence[ClassSaid]) -> int:
    return len({place for said in classes for place in range(said.place, said.end + 1)})


def _by_language(text: str, words: Sequence[Word], library: Library) -> Iterator[tuple[str, list[ClassSaid]]]:
    if "latin" in scripts_of(text):
        keys, clauses = [word.stem for word in words], [word.clause for word in words]
        denied = denied_positions(words, library)
        yield DEFAULT_LANGUAGE, classes_in_words(signs_of(library, DEFAULT_LANGUAGE), keys, denied, clauses)
    for other in other_languages(text, library):
        tables, traits, plain = signs_of(library, other.name), other.traits, other.words
        if not traits.spaced:
            yield other.name, classes_in_letters(tables, text, traits)
        else:
            denied, behind = denied_in_words(plain, traits), denials_behind(plain, traits)
            yield other.name, classes_in_words(tables, plain, denied, [0] * len(plain), behind)
