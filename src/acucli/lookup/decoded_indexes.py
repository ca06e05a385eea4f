"""The indexes of a library, decoded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, ParamSpec, TypeVar, cast

import msgspec

from acucli.lookup.phrase_table import PhraseTable
from acucli.model.indexes import Notation, Phrases, Tables, WordPatterns
from acucli.model.library import Library

P = ParamSpec("P")
T = TypeVar("T")

_NO_SIGNS = WordPatterns((), (), (), (), {}, {})


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function of a library keep what it returned, for the few libraries of one run."""
    return cast("Callable[P, T]", lru_cache(maxsize=64)(function))


class PhraseTables(NamedTuple):
    """The tables of words: parts of the body, sensations, figures of speech, sayings about the person, idioms."""

    parts: PhraseTable
    sensations: PhraseTable
    figures: PhraseTable
    sayings: PhraseTable
    idioms: PhraseTable


class PatternTables(NamedTuple):
    """The signs of one language with their forms and idioms as tables; a meaning is a list of numbers."""

    signs: WordPatterns
    forms: PhraseTable
    idioms: PhraseTable


@remembered
def phrases_of(library: Library) -> Phrases:
    """Return the English phrases of the library."""
    return msgspec.json.decode(library.indexes["phrases"], type=Phrases)


@remembered
def word_tables_of(library: Library) -> PhraseTables:
    """Return the tables of words."""
    tables = msgspec.json.decode(library.indexes["tables"], type=Tables)
    return PhraseTables(*(PhraseTable(getattr(tables, name)) for name in PhraseTables._fields))


@remembered
def notation_of(library: Library) -> Notation:
    """Return the codes of every scheme."""
    return msgspec.json.decode(library.indexes["notation"], type=Notation)


@remembered
def signs_of(library: Library, language: str) -> PatternTables:
    """Return the signs of one language; none where the library has none in it."""
    raw = library.indexes.get(f"signs:{language}")
    signs = _NO_SIGNS if raw is None else msgspec.json.decode(raw, type=WordPatterns)
    return PatternTables(signs, PhraseTable(signs.forms), PhraseTable(signs.idioms))


@remembered
def sign_words_of(library: Library) -> frozenset[str]:
    """Return every English word of the signs."""
    return frozenset(msgspec.json.decode(library.indexes["sign_words"], type=list[str]))


@remembered
def languages_of(library: Library) -> tuple[str, ...]:
    """Return the languages that have signs, in a fixed order."""
    return tuple(sorted(name.partition(":")[2] for name in library.indexes if name.startswith("signs:")))
