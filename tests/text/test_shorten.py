"""Shortening: between words or clauses, never more than there is room for."""

from __future__ import annotations

import pytest

from acucli.text.lists import split_list
from acucli.text.quoting import quoted
from acucli.text.shorten import first_clauses, joined_within, shortened


def test_a_text_is_cut_between_words_and_marked() -> None:
    """What fits is left alone."""
    assert shortened("a short one.", 20) == "a short one"
    assert shortened("the hollow, under the skull", 12) == "the hollow…"
    assert shortened("unbroken", 5) == "unbr…"


def test_clauses_are_dropped_whole() -> None:
    """The first is cut only where it alone is too long."""
    assert first_clauses("the muscle, beside the spine, from the ribs down.", 30) == "the muscle, beside the spine"
    assert first_clauses("the muscle beside the spine, low down", 12) == "the muscle…"


def test_as_many_parts_as_fit_and_the_number_of_the_others() -> None:
    """The first always."""
    parts = ("one thing", "another", "a third")
    assert joined_within(parts, 40) == "one thing; another; a third"
    assert joined_within(parts, 26) == "one thing; and 2 more"
    assert joined_within(parts, 5) == "one thing; and 2 more"
    assert joined_within((), 5) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("headache", "headache"),
        ("--gentle", "--gentle"),
        ("my neck", '"my neck"'),
        ("what's up", '"what\'s up"'),
        ("$HOME `x`", "'$HOME `x`'"),
        ("it's $5", "'it'\"'\"'s $5'"),
        ("", '""'),
        ("头痛", '"头痛"'),
    ],
)
def test_words_are_quoted_so_that_they_can_be_pasted(text: str, word: str) -> None:
    """Bare where nothing in them means anything to a shell."""
    assert quoted(text) == word


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("LI4,PC6", ("LI4", "PC6")),
        ("LI4 PC6", ("LI4", "PC6")),
        ("LI 4 GB 20", ("LI4", "GB20")),
        ("he gu, nei guan", ("he gu", "nei guan")),
        ("LI4；PC6、ST36", ("LI4", "PC6", "ST36")),
        (" , ", ()),
    ],
)
def test_lists_are_parted_as_people_write_them(text: str, parts: tuple[str, ...]) -> None:
    """Commas and their kin, else blanks; a code in two words is one."""
    assert split_list(text) == parts
