"""The first talk understands how people say time and strength, and never guesses a number."""

from __future__ import annotations

import pytest

from acucli.dialogue.first_talk import since_when, strength_of


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("since Monday", "days"), ("yesterday", "days"), ("three days", "days"), ("last night", "days"),
        ("two weeks", "weeks"), ("a fortnight", "weeks"), ("last week", "weeks"), ("w", None), ("we", "weeks"),
        ("months", "months"), ("years", "months"), ("since childhood", "months"), ("mon", "months"),
        ("today", "today"), ("this morning", "today"), ("an hour", "today"), ("now", "today"),
        ("dunno", None), ("Kreuzschmerz", None), ("", None),
    ],
)  # fmt: skip
def test_time_is_read_in_words(text: str, since: str | None) -> None:
    """A day of the week is days, a year is months; what says no time is none."""
    assert since_when(text) == since


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("about seven", 7), ("7/10", 7), ("10", 10), ("zero", 0), ("quite bad", None), ("11", None),
     ("3 or 4", None), ("dunno", None), ("9999999", None)],
)  # fmt: skip
def test_strength_is_a_number_that_was_said(text: str, number: int | None) -> None:
    """`quite bad` is asked about again: nobody here turns it into one."""
    assert strength_of(text) == number
