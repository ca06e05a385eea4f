"""The indexes of the languages are made once for the same words, and anew for others."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from acucli.library import index_building
from acucli.library.build import compile_sources
from acucli.library.compiled import CompiledLibrary, from_bytes
from acucli.library.index_building import SpokenSources, lookup_indexes
from acucli.library.source import Sources


@pytest.fixture
def sources(bundled: Sources) -> Sources:
    return bundled.copy()


@pytest.fixture(scope="module")
def compiled(bundled: Sources) -> CompiledLibrary:
    return from_bytes(compile_sources(bundled))


def _never(_: SpokenSources) -> dict[str, object]:
    raise AssertionError("made again")


def test_what_was_made_of_the_same_words_is_taken_over(
    sources: Sources, compiled: CompiledLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is the same to the byte."""
    monkeypatch.setattr(index_building, "language_indexes", _never)
    again = compile_sources(sources, known=compiled.indexes)
    assert from_bytes(again).sealed() == compiled.sealed()


@pytest.mark.parametrize("shelf", ["lexicons", "red_flags", "held_back"])
def test_other_words_are_made_anew(
    sources: Sources, compiled: CompiledLibrary, shelf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning sign in a new word must never be missed because an old table was at hand."""
    shelves = {name: sources.shelf(name) for name in sources.records}
    first = next(iter(shelves[shelf]))
    changed = {"function_words": ("zzz",)} if shelf == "lexicons" else {"words": {"en": ("zzz",)}}
    shelves[shelf][first] = msgspec.structs.replace(shelves[shelf][first], **changed)
    monkeypatch.setattr(index_building, "language_indexes", _never)
    with pytest.raises(AssertionError, match="made again"):
        lookup_indexes(shelves, compiled.indexes)


def test_other_code_makes_them_anew(
    sources: Sources, compiled: CompiledLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of an older version in the cache would be read by rules that it was not made for."""
    shelves = {name: sources.shelf(name) for name in sources.records}
    (tmp_path / "other.py").write_text("")
    monkeypatch.setattr(index_building, "_MAKERS", (tmp_path,))
    monkeypatch.setattr(index_building, "language_indexes", _never)
    with pytest.raises(AssertionError, match="made again"):
        lookup_indexes(shelves, compiled.indexes)
