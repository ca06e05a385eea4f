"""Every sentence of the library: no claims, easy to follow, and in our own words."""

from __future__ import annotations

import re

import pytest

from tests.bundled.carried import ids, shared_runs, table, texts

MEAN_WORDS = 25
CLAIMS = re.compile(
    r"\b(cures?|cured|proven|detox\w*|heals?|healed|healing|toxins?|balances? (?:your |the )?hormones"
    r"|boosts? (?:your |the )?immun\w*|miracle|guaranteed|clinically)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
NOT_PROSE = frozenset(
    {"id", "kind", "also", "names", "aliases", "slug", "code", "references", "sources", "see", "title", "authors",
     "journal", "doi", "view", "rule", "along", "at", "window", "topics", "parent", "general_of", "watch_for",
     "conditions", "dose", "measure"}
)  # fmt: skip
"""Fields that are not sentences of ours: what people type, names and landmarks, identifiers, titles of papers."""
DECIDED = frozenset({"caution", "no_watch_for"})
"""Wording decided by the project itself, like that of cautions and warning signs."""

RECORDS = [
    *(("points", code) for code in ids("points")),
    *(("conditions", slug) for slug in ids("conditions")),
    *(("routines", slug) for slug in ids("routines")),
    *(("articles", slug) for slug in ids("articles")),
    *(("references", row["id"]) for row in table("references")),
]
SMALL_SHELVES = ("techniques", "areas", "breathing", "meridians")

each_record = pytest.mark.parametrize(("shelf", "name"), RECORDS, ids=[f"{shelf}-{name}" for shelf, name in RECORDS])


def prose(library, shelf: str, name: str) -> list[tuple[str, str]]:
    return list(texts(getattr(library, shelf)[name], leave_out=NOT_PROSE))


@each_record
def test_record_makes_no_claim(library, shelf, name):
    """Nothing cures, heals, is proven, detoxes, balances hormones or boosts immunity."""
    assert [found for path, text in prose(library, shelf, name) if (found := CLAIMS.search(text))] == []


@each_record
def test_record_is_easy_to_follow(library, shelf, name):
    """At most 25 words a sentence on average."""
    assert mean_words(prose(library, shelf, name)) <= MEAN_WORDS


@each_record
def test_record_is_in_our_own_words(library, shelf, name):
    """No six words in a row are those of the notes it was written from."""
    found = [(path, shared_runs(text)) for path, text in prose(library, shelf, name) if path not in DECIDED]
    assert [(path, shared) for path, shared in found if shared] == []


@pytest.mark.parametrize("shelf", SMALL_SHELVES)
def test_small_shelves_are_plain_and_our_own(library, shelf):
    """Techniques, areas, breathing and meridians obey the same three rules."""
    shared: list[tuple[str, str]] = []
    for name in getattr(library, shelf):
        found = prose(library, shelf, name)
        assert not [text for _, text in found if CLAIMS.search(text)], name
        assert mean_words(found) <= MEAN_WORDS, name
        ours = [text for path, text in found if path not in DECIDED]
        shared += [(name, run) for text in ours for run in shared_runs(text)]
    assert shared == []


def mean_words(found: list[tuple[str, str]]) -> float:
    """Return the mean number of words of the sentences, those of three words and fewer left out."""
    lengths = [len(part.split()) for _, text in found for part in SENTENCE.split(text) if len(part.split()) > 3]
    return sum(lengths) / len(lengths) if lengths else 0.0


def test_every_record_is_collected(library):
    """The ids read at collection time are all of the library's."""
    for shelf in ("points", "conditions", "routines", "articles"):
        assert sorted(ids(shelf)) == sorted(getattr(library, shelf)), shelf
    assert {row["id"] for row in table("references")} == set(library.references)
