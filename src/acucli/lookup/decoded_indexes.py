"""The indexes of a library, decoded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import ParamSpec, TypeVar, cast

import msgspec

from acucli.lookup.phrase_table import BlockTable, PackedTable, PhraseTable
from acucli.model.indexes import (
    DEFAULT_LANGUAGE,
    Grammar,
    KnownWords,
    LanguageTraits,
    Notation,
    Phrases,
    PointWords,
    SpokenPhrases,
    Tables,
    WordLists,
    WordPatterns,
)
from acucli.model.library import Library
from acucli.text.packed_words import WordTable, unpacked_numbers
from acucli.text.tokens import Tokenizer

P = ParamSpec("P")
T = TypeVar("T")

_NO_SIGNS = WordPatterns((), (), {}, None, {})


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function of a library keep what it returned, for the few libraries of one run."""
    return cast("Callable[P, T]", lru_cache(maxsize=64)(function))


class PhraseTables(msgspec.Struct, frozen=True):
    """The tables of words: parts of the body, sensations, figures of speech, idioms."""

    parts: PhraseTable
    sensations: PhraseTable
    figures: PhraseTable
    idioms: PhraseTable


class PatternTables:
    """The signs of one language with their forms and idioms as tables; a meaning is a list of numbers.

    The signs are decoded when first asked for: a text that has none of the forms asks for none of them.
    """

    def __init__(self, forms: PhraseTable, read_signs: Callable[[], WordPatterns]) -> None:
        self.forms = forms
        self._read_signs = read_signs
        self._groups: dict[str, frozenset[int]] = {}
        self._classes: dict[str, tuple[str, ...]] = {}

    @cached_property
    def signs(self) -> WordPatterns:
        """Return the signs."""
        return self._read_signs()

    def groups_at(self, numbers: str) -> frozenset[int]:
        """Return the numbers of the groups that are tried where a form is said, by its atoms as they are packed."""
        known = self._groups.get(numbers)
        if known is None:
            lines = (self.signs.anchors.get(str(atom), "") for atom in unpacked_numbers(numbers))
            known = self._groups[numbers] = frozenset().union(*map(unpacked_numbers, lines))
        return known

    def classes_of(self, numbers: str) -> tuple[str, ...]:
        """Return the names of the word classes that a form is, by its atoms as they are packed."""
        known = self._classes.get(numbers)
        if known is None:
            names = (self.signs.classes.get(str(atom), "") for atom in unpacked_numbers(numbers))
            known = self._classes[numbers] = tuple(" ".join(names).split())
        return known

    @cached_property
    def idioms(self) -> PhraseTable:
        """Return the idioms."""
        return (PhraseTable if self.signs.whole_forms else BlockTable)(self.signs.idioms)


@remembered
def phrases_of(library: Library) -> Phrases:
    """Return the phrases of the library in the default language."""
    return msgspec.json.decode(library.indexes["phrases"], type=Phrases)


@remembered
def texts_of(library: Library) -> PhraseTable:
    """Return the phrases that lead to a claim or an article, each as `kind:id`."""
    return PhraseTable(msgspec.json.decode(library.indexes["texts"], type=dict[str, str]))


@remembered
def word_tables_of(library: Library) -> PhraseTables:
    """Return the tables of words."""
    tables = msgspec.json.decode(library.indexes["tables"], type=Tables)
    return PhraseTables(*(PhraseTable(getattr(tables, name)) for name in PhraseTables.__struct_fields__))


@remembered
def _grammar_of(library: Library) -> Grammar:
    return msgspec.json.decode(library.indexes["grammar"], type=Grammar)


@remembered
def word_lists_of(library: Library) -> WordLists:
    """Return the small lists of the default language that the rules of reading use."""
    return _grammar_of(library).lists


@remembered
def bare_signs_of(library: Library) -> dict[str, str]:
    """Return the words that are a sign when they are all of a query, with the red flag each means."""
    return _grammar_of(library).bare_signs


@remembered
def tokenizer_of(library: Library) -> Tokenizer:
    """Return what parts a text into words of the default language."""
    grammar = _grammar_of(library)
    return Tokenizer(grammar.spellings, grammar.lists.turning)


@remembered
def same_words_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the other translations of a Chinese word in the names of points, by each of its translations."""
    found: dict[str, tuple[str, ...]] = {}
    for group in _grammar_of(library).same_words:
        for word in group:
            found[word] = (*found.get(word, ()), *(other for other in group if other != word))
    return found


@remembered
def known_words_of(library: Library) -> KnownWords:
    """Return the words of the default language that the library knows."""
    return msgspec.json.decode(library.indexes["known_words"], type=KnownWords)


@remembered
def point_words_of(library: Library) -> PointWords:
    """Return the words by which points are asked for by class, region and place."""
    return msgspec.json.decode(library.indexes["point_words"], type=PointWords)


@remembered
def descriptions_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Return for each point its short description, its standard place, the way to find and to feel it, in words of
    places, and the stems of the other words.
    """
    return msgspec.json.decode(library.indexes["descriptions"], type=dict[str, tuple[str, ...]])


@remembered
def phrases_elsewhere(library: Library) -> str:
    """Return every phrase of the other languages as it is typed, sorted, each between two line ends."""
    return msgspec.json.decode(library.indexes["elsewhere"], type=str)


@remembered
def traits_of(library: Library) -> dict[str, LanguageTraits]:
    """Return what is special about each language the library has, by its code."""
    found = msgspec.json.decode(library.indexes["traits"], type=list[LanguageTraits])
    return {traits.language: traits for traits in found}


@remembered
def foreign_traits_of(library: Library) -> tuple[LanguageTraits, ...]:
    """Return the traits of every language but the default one."""
    return tuple(traits for language, traits in traits_of(library).items() if language != DEFAULT_LANGUAGE)


def traits_in(library: Library, language: str) -> LanguageTraits:
    """Return the traits of a language; one that has no lexicon ("hi-Latn") is spaced, and nothing else is known."""
    return traits_of(library).get(language) or LanguageTraits(language)


@remembered
def spoken_phrases_of(library: Library, language: str) -> SpokenPhrases:
    """Return what people of a further language complain of."""
    return msgspec.json.decode(library.indexes[f"spoken:{language}"], type=SpokenPhrases)


@remembered
def sayings_of(library: Library, language: str) -> PhraseTable:
    """Return what people say of themselves in a language, with the answer of the profile that each gives.

    The answer is empty for longer names that hold such words and say nothing.
    """
    raw = library.indexes.get(f"says:{language}")
    return PhraseTable({} if raw is None else msgspec.json.decode(raw, type=dict[str, str]))


@remembered
def notation_of(library: Library) -> Notation:
    """Return the codes of every scheme."""
    return msgspec.json.decode(library.indexes["notation"], type=Notation)


@remembered
def signs_of(library: Library, language: str) -> PatternTables:
    """Return the signs of one language; none where the library has none in it."""
    name = f"signs:{language}"
    if name not in library.indexes:
        return PatternTables(PhraseTable({}), lambda: _NO_SIGNS)
    return PatternTables(_forms_in(library.indexes[f"forms:{language}"]), lambda: _patterns_in(name, library))


def _patterns_in(name: str, library: Library) -> WordPatterns:
    """Return the signs in an index, with the records that are the same in every language."""
    signs = msgspec.json.decode(library.indexes[name], type=WordPatterns)
    return msgspec.structs.replace(signs, records=_raised_of(library))


@remembered
def _raised_of(library: Library) -> tuple[tuple[str, str], ...]:
    return msgspec.json.decode(library.indexes["raised"], type=tuple[tuple[str, str], ...])


def _forms_in(raw: bytes) -> PhraseTable:
    """Return the table of forms in an index."""
    parts = msgspec.json.decode(raw, type=list[msgspec.Raw])
    return PackedTable(WordTable(*(bytes(memoryview(part)[1:-1]) for part in parts)))


@remembered
def sign_words_of(library: Library) -> frozenset[str]:
    """Return every word of the signs in the default language."""
    return frozenset(msgspec.json.decode(library.indexes["sign_words"], type=list[str]))


@remembered
def languages_of(library: Library) -> tuple[str, ...]:
    """Return the languages that have signs, in a fixed order."""
    return tuple(sorted(name.partition(":")[2] for name in library.indexes if name.startswith("signs:")))
