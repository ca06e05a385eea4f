"""Every sentence of the library makes no claim and is easy to follow: the checks that packs pass, record by record."""

from __future__ import annotations

import pytest

from acucli.library.checks.prose_checks import CLAIMS, MEAN_WORDS, mean_words, prose
from acucli.library.compiled import CompiledLibrary
from tests.bundled.carried import ids, table

RECORDS = [
    *(("points", code) for code in ids("points")),
    *(("conditions", slug) for slug in ids("conditions")),
    *(("routines", slug) for slug in ids("routines")),
    *(("articles", slug) for slug in ids("articles")),
    *(("references", row["id"]) for row in table("references")),
]
SMALL_SHELVES = ("techniques", "areas", "breathing", "meridians")

each_record = pytest.mark.parametrize(("shelf", "name"), RECORDS, ids=[f"{shelf}-{name}" for shelf, name in RECORDS])


@each_record
def test_record_makes_no_claim(library: CompiledLibrary, shelf: str, name: str) -> None:
    """Nothing cures, heals, is proven, detoxes, balances hormones or boosts immunity."""
    assert [found for _, text in prose(getattr(library, shelf)[name], shelf) if (found := CLAIMS.search(text))] == []


@each_record
def test_record_is_easy_to_follow(library: CompiledLibrary, shelf: str, name: str) -> None:
    """At most 25 words a sentence on average."""
    assert mean_words(text for _, text in prose(getattr(library, shelf)[name], shelf)) <= MEAN_WORDS


@pytest.mark.parametrize("shelf", SMALL_SHELVES)
def test_small_shelves_are_plain(library: CompiledLibrary, shelf: str) -> None:
    """Techniques, areas, breathing and meridians obey the same two rules."""
    for name, record in getattr(library, shelf).items():
        texts = [text for _, text in prose(record, shelf)]
        assert not [text for text in texts if CLAIMS.search(text)], name
        assert mean_words(texts) <= MEAN_WORDS, name


@pytest.mark.parametrize("words", ["boosts the immune system", "a Detox tea", "clinically shown", "guaranteed relief"])
def test_claims_are_found_in_any_form(words: str) -> None:
    """The list is the one that packs are checked with."""
    assert CLAIMS.search(f"It is {words}.")


def test_every_record_is_collected(library):
    """The ids read at collection time are all of the library's."""
    for shelf in ("points", "conditions", "routines", "articles"):
        assert sorted(ids(shelf)) == sorted(getattr(library, shelf)), shelf
    assert {row["id"] for row in table("references")} <= set(library.references)
