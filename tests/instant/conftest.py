"""Stored answers to a few lookups of each kind, in a folder with the library they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from acucli.cli.lookups import found, named
from acucli.instant.prepared_answers import Asked, Lookups, all_of, prepared
from acucli.instant.stored import FILE, LIBRARY
from acucli.library.compiled import CompiledLibrary
from tests.conftest import Lexicons

EVERY = 60
"""Of so many lookups one is stored."""
_ALWAYS = Asked(
    ("headache", "Kopfschmerzen", "LI4", "合谷", "Nausea with chemotherapy or radiotherapy", "gallstones"),
    ("LI4", "headache", "breathe-and-rest", "LU", "count-to-five"),
)


def some_of(library: CompiledLibrary, lexicons: Lexicons) -> Asked:
    """Return the lookups that the quick tests know stored answers of."""
    every = all_of(library, lexicons)
    return Asked([*_ALWAYS.find, *every.find[::EVERY]], [*_ALWAYS.show, *every.show[::EVERY]])


def write_stored(folder: Path, library: CompiledLibrary, asked: Asked) -> Path:
    """Write the stored answers to these lookups into a folder, beside the library, and return it."""
    (folder / LIBRARY).write_bytes(library.sealed())
    (folder / FILE).write_bytes(prepared(library, Lookups(found, named), asked))
    return folder


@pytest.fixture(scope="session")
def stored_folder(library: CompiledLibrary, lexicons: Lexicons, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a library and stored answers to some lookups of each kind."""
    return write_stored(tmp_path_factory.mktemp("stored"), library, some_of(library, lexicons))
