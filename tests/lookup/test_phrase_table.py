"""Word tables: phrases by their first stem."""

from __future__ import annotations

import pytest

from acucli.lookup.phrase_table import PackedTable, PhraseTable
from acucli.text.packed_words import WordTable, packed_words

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


PACKED = packed_words({"air": "hunger=1|=2", "back": "=3", "low": "back=4|back pain=5", "über": "=6"})


@pytest.mark.parametrize(
    ("stems", "meanings"),
    [
        (["air"], ["2"]),
        (["air", "hunger"], ["1", "2"]),
        (["low", "back", "pain"], ["4", "5", "3"]),
        (["über"], ["6"]),
        (["a"], []),
        (["ai", "airs", "lows", "zz", "", "日"], []),
    ],
)
def test_a_packed_table_is_searched_as_it_lies(stems: list[str], meanings: list[str]) -> None:
    """Its first and its last word are found, and nothing between two words."""
    table = PackedTable(WordTable(*(part.encode() for part in PACKED)))
    assert [item.meaning for item in table.all_in(stems)] == meanings


def test_parts_of_a_short_text_are_found_in_the_order_of_the_table() -> None:
    """A text of few letters is searched another way than a long one, with the same finds."""
    table = PhraseTable({"痛": "\t2", "頭痛": "\t1", "頭": "\t3"})
    for text in ("頭痛頭", "頭痛頭" + "い" * 60):
        found = [(item.start, item.meaning) for item in table.within(text)]
        assert found == [(1, "2"), (0, "1"), (0, "3"), (2, "3")]


def test_forms_of_a_packed_table_are_found_within_a_text() -> None:
    """As in a plain one, at every place, the shorter inside the longer too."""
    forms = {"痛": "2", "頭痛": "1", "頭": "3", "頭痛薬": "4", "あ": "5"}
    plain = PhraseTable({form: f"\t{meaning}" for form, meaning in sorted(forms.items())})
    packed = packed_words({form: f"={meaning}" for form, meaning in forms.items()})
    table = PackedTable(WordTable(*(part.encode() for part in packed)))
    for text in ("頭痛頭", "頭痛頭" + "い" * 60, "薬頭痛薬", "頭痛頭痛薬あ", "", "い"):
        assert list(table.within(text)) == list(plain.within(text))
