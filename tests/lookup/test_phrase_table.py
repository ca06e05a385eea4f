"""Word tables: phrases by their first stem."""

from __future__ import annotations

from acucli.lookup.phrase_table import PhraseTable

TABLE = PhraseTable({"low": "back\tspine\n\tmood", "back": "\tspine"})


def test_longest_phrase_comes_first() -> None:
    """ "low back" is one thing, not two."""
    found = list(TABLE.longest_in(["my", "low", "back"]))
    assert [(item.start, item.end, item.meaning) for item in found] == [(1, 3, "spine")]


def test_every_phrase_is_found_when_asked_for() -> None:
    """Overlaps included."""
    assert [item.meaning for item in TABLE.all_in(["low", "back"])] == ["spine", "mood", "spine"]


def test_closed_places_are_left_out() -> None:
    """What is already understood does not count again."""
    assert [item.meaning for item in TABLE.longest_in(["low", "back"], {0})] == ["spine"]
    assert TABLE.places_in(["low", "tide"]) == {0}
