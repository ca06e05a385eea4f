"""Records as they were written: what the build changed is taken back before packs are laid over a library."""

from __future__ import annotations

from acucli.library.checks import related_problems
from acucli.library.compiled import CompiledLibrary
from acucli.library.source import Sources
from acucli.library.written_records import written_in

_WITHOUT_WORDS = {"red_flags", "held_back", "lexicons"}


def test_every_record_is_that_of_the_source(bundled: Sources, library: CompiledLibrary) -> None:
    """But for the words that raise something: no pack can change them, and only the indexes hold them."""
    written = written_in(library)
    assert written.records.keys() == bundled.records.keys()
    for shelf in written.records.keys() - _WITHOUT_WORDS:
        assert written.shelf(shelf) == bundled.shelf(shelf)
    for shelf in _WITHOUT_WORDS:
        assert written.shelf(shelf).keys() == bundled.shelf(shelf).keys()


def test_a_built_library_has_no_problem_of_its_own(library: CompiledLibrary) -> None:
    """So whatever is found with a pack over it is the pack's."""
    assert related_problems(written_in(library)) == []


def test_lines_of_every_language_are_kept(bundled: Sources, library: CompiledLibrary) -> None:
    """A language that a pack brings makes its signs of them."""
    for shelf in ("red_flags", "held_back"):
        for name, record in bundled.shelf(shelf).items():
            written = written_in(library).records[shelf][name].record
            assert written.words.get("any") == record.words.get("any")
            assert written.words.keys() == record.words.keys()
