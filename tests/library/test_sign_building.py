"""The index of signs: lines, word classes, numbers, nearness and order."""

from __future__ import annotations

import pytest

from acucli.library.sign_building import SignSources, expanded, is_range, parse_line, signs
from acucli.lookup.decoded_indexes import PatternTables
from acucli.lookup.phrase_table import PackedTable
from acucli.lookup.word_patterns import raised_by_words
from acucli.model.lexicon import Lexicon
from acucli.model.safety import RedFlag
from acucli.text.packed_words import WordTable
from acucli.text.tokens import Tokenizer

_WORDS = Tokenizer({}, ())
_CLASSES = {
    "taken": ("took", "swallowed"),
    "pill": ("pill", "@painkiller"),
    "painkiller": ("aspirin",),
    "counted-things": ("minutes",),
    "long-ago": ("years ago",),
    "again": ("again",),
}


def _raised(query: str, *lines: str, key: str = "any", level: str = "emergency", idiom: str = "") -> list[str]:
    flag = RedFlag(
        id="sign",
        level=level,  # type: ignore[arg-type]
        asked="shown",
        applies_to=(),
        ask="So?",
        tell="So.",
        words={key: lines},
        words_not={"en": (idiom,)} if idiom else {},
    )
    lexicon = Lexicon(language="en", name="English", classes=_CLASSES)
    found = signs("en", SignSources((flag,), (), {"en": lexicon}, _WORDS))
    assert found.forms is not None
    tables = PatternTables(PackedTable(WordTable(*(part.encode() for part in found.forms))), lambda: found)
    words = _WORDS.words_of(query)
    raised = raised_by_words(tables, _WORDS.stems_of(query), set, [word.clause for word in words])
    return [item.id for item in raised]


@pytest.mark.parametrize(
    ("query", "is_raised"),
    [("took 30 aspirin", True), ("took 30 of the pills", True), ("took 2 aspirin", False), ("30 aspirin", False)],
)
def test_a_line_combines_classes_and_numbers(query: str, is_raised: bool) -> None:
    """A class takes in the classes it names; a number counts within its range."""
    assert bool(_raised(query, "@taken + @6..999 + @pill")) == is_raised


def test_a_number_of_minutes_is_no_amount() -> None:
    """What is counted by words of `counted-things` is not a number of tablets."""
    assert not _raised("took aspirin 30 minutes before", "@taken + @6..999 + @pill")


def test_parts_must_stand_near_and_in_order_where_the_line_says_so() -> None:
    """ " ~3" is a distance, " ~3>" a distance and an order."""
    assert _raised("aspirin took", "@taken + @pill ~3")
    assert not _raised("took a very large glass of water and aspirin", "@taken + @pill ~3")
    assert not _raised("aspirin took", "@taken + @pill ~3>")


def test_one_word_serves_one_part_where_classes_are_named() -> None:
    """ "Aspirin" is not beside itself."""
    assert not _raised("aspirin", "@pill + @painkiller")
    assert _raised("aspirin and aspirin", "@pill + @painkiller")


def test_what_is_years_ago_raises_nothing_but_a_crisis() -> None:
    """Words of `long-ago` in the same clause set a sign aside, unless it is said to be so again."""
    assert not _raised("took aspirin years ago", "@taken + @pill")
    assert _raised("years ago, took aspirin", "@taken + @pill")
    assert _raised("took aspirin again as years ago", "@taken + @pill")
    assert _raised("took aspirin years ago", "@taken + @pill", level="crisis")


def test_an_idiom_of_several_parts_takes_its_words_out() -> None:
    """Idioms are lines too."""
    assert not _raised("took an aspirin commercial", "@taken + @pill", idiom="@pill + commercial ~3")


def test_a_line_with_a_class_the_language_lacks_is_left_out() -> None:
    """A language has the lines for which it has all classes."""
    assert not _raised("took aspirin", "@taken + @unknown")


def test_forms_with_a_range_stand_for_every_number() -> None:
    """ "4..6 weeks" is three forms; a class of that shape is built in."""
    assert expanded("4..6 weeks") == ["4 weeks", "5 weeks", "6 weeks"]
    assert is_range("6..99")
    assert parse_line("a|b + @c ~4>").parts == (("a", "b"), ("@c",))
