"""Children: requests for them are held back, adults who mention them are not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.children import is_under_age
from acucli.lookup.decoded_indexes import tokenizer_of
from acucli.lookup.red_flags import warnings
from tests.fakes import WithShelf
from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    "query",
    ["my 3-year-old has a cough", "I am 15 and can't sleep", "points for my baby", "he is twelve", "my 8yo is carsick"],
)
def test_requests_for_children_are_held_back(query: str, ask: Ask) -> None:
    """Under 18 nothing is offered."""
    found = ask(query)
    assert [item.id for item in found.held_back] == ["children"]


@pytest.mark.parametrize(
    "query",
    [
        "woken by the baby, my neck hurts",
        "my daughter is getting married and I am nervous",
        "carrying my toddler gives me back pain",
        "headaches for 8 years",
        "I am 16 weeks pregnant and feel sick",
    ],
)
def test_adults_who_mention_a_child_are_served(query: str, ask: Ask) -> None:
    """A parent with a complaint of their own is not held back."""
    assert not ask(query).stops


@pytest.mark.parametrize(("text", "under"), [("I am 17", True), ("I am 18", False), ("I am 5 minutes late", False)])
def test_age_is_read_only_where_no_unit_follows(text: str, under: bool, library: CompiledLibrary) -> None:
    """ "I am N" is an age unless weeks, minutes, kilos ... follow."""
    assert is_under_age(tokenizer_of(library).words_of(text), 18, library) is under


def test_the_age_is_that_of_the_record(library: CompiledLibrary) -> None:
    """`age_under` of the request held back decides, not a number in the program."""
    assert library.held_back["children"].age_under == 18
    request = replace(library.held_back["children"], age_under=16)
    younger = WithShelf(library, held_back={**library.held_back, "children": request})
    words = tokenizer_of(library).words_of("I am 17")
    assert warnings("I am 17", words, library).held_back
    assert not warnings("I am 17", words, younger).held_back  # type: ignore[arg-type]
