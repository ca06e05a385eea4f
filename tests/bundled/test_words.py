"""Every sentence of the library makes no claim and is easy to follow: the checks that packs pass, record by record."""

from __future__ import annotations

import re

import msgspec
import pytest

from acucli.library.checks.prose_checks import CLAIMS, MEAN_WORDS, mean_words, prose
from acucli.library.compiled import CompiledLibrary
from tests.bundled.carried import ids, table

pytestmark = pytest.mark.long

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


AMERICAN = re.compile(
    r"\b(?:toward|afterward|(?:color|center|gray|tumor|edema|diarrhea|hemorrhage|estrogen)s?)\b", re.IGNORECASE
)
"""Spellings that the library does not use; names of papers and old names of points are theirs."""


@each_record
def test_record_is_in_british_spelling(library: CompiledLibrary, shelf: str, name: str) -> None:
    """Towards, colour, centre, grey: one spelling throughout."""
    record = getattr(library, shelf)[name]
    texts = [text for path, text in prose(record, shelf) if path[-1] not in {"english", "title", "url"}]
    assert [text for text in texts if AMERICAN.search(_without_names(text, library))] == []


def _without_names(text: str, library: CompiledLibrary) -> str:
    """Return a text without the English names of points, which keep the spelling they are known by."""
    names = (point.names.english for point in library.points.values())
    for name in (name for name in names if AMERICAN.search(name)):
        text = text.replace(name, "")
    return text


@pytest.mark.parametrize("shelf", ["cautions", "questions", "red_flags", "regions"])
def test_safety_words_are_in_british_spelling(library: CompiledLibrary, shelf: str) -> None:
    """What is asked and said before a session too; words that people type are in every spelling."""
    for name, record in getattr(library, shelf).items():
        skipped = {"sources", "words", "words_not", "note"} if shelf != "questions" else set()
        value = {key: item for key, item in msgspec.to_builtins(record).items() if key not in skipped}
        assert not AMERICAN.search(str(value)), name
