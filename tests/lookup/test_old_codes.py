"""Old codes: letters and numbers of older books mean the points of today."""

from __future__ import annotations

import pytest

from acucli.lookup.old_codes import means_old_books, older_bladder_code
from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "code"),
    [("old BL50", "BL36"), ("BL50", "BL50")],
)
def test_old_codes_find_their_point(query: str, code: str, ask: Ask) -> None:
    """The reading that the query asks for comes first."""
    assert ask(query).points[0].code == code


def test_numbers_of_the_bladder_are_translated() -> None:
    """Older books count the outer line after the thigh."""
    assert [older_bladder_code(number) for number in (36, 49, 50, 54)] == ["BL41", "BL54", "BL36", "BL40"]


def test_old_books_are_named_in_words() -> None:
    """Only a word of its own says so."""
    assert means_old_books("old BL50")
    assert not means_old_books("cold BL50")
