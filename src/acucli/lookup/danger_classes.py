"""The word classes of a query, in the language that it is rather written in: what the second net reads beside letters.

The classes have the same names in every language ("blood", "sudden"), so that what was learned of danger in one
language is known in the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from acucli.lookup.decoded_indexes import languages_of, signs_of, traits_in
from acucli.lookup.denial import denials_behind, denied_in_words, denied_positions
from acucli.lookup.foreign import likelihood, words_heard
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
    scripts = scripts_of(text)
    if "latin" in scripts:
        keys, clauses = [word.stem for word in words], [word.clause for word in words]
        denied = denied_positions(words, library)
        yield DEFAULT_LANGUAGE, classes_in_words(signs_of(library, DEFAULT_LANGUAGE), keys, denied, clauses)
    for language in languages_of(library):
        traits = traits_in(library, language)
        if language == DEFAULT_LANGUAGE or not scripts.intersection(traits.scripts):
            continue
        tables = signs_of(library, language)
        if not traits.spaced:
            yield language, classes_in_letters(tables, text, traits)
        elif plain := words_heard(text, language, library):
            denied, behind = denied_in_words(plain, traits), denials_behind(plain, traits)
            yield language, classes_in_words(tables, plain, denied, [0] * len(plain), behind)
