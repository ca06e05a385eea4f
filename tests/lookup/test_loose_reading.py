"""Loose reading: ordinary sentences about a part of the body in words that nobody reads."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("christmas cooking, feet", "foot-pain"),
        ("concert tickets queue, neck", "neck-pain"),
        ("paddling shoulders", "shoulder-pain"),
        ("dread going into work", "anxiety"),
    ],
)
def test_the_part_or_the_plain_word_is_answered(ask: Ask, query: str, slug: str) -> None:
    """It is the first complaint that is read."""
    assert ask(query).conditions[0].slug == slug


@pytest.mark.parametrize(
    "query",
    [
        "finger bent and won't go back", "puncture from a rose thorn, finger like a sausage", "gangrenous toe",
        "my knee popped and I can't walk", "bulge in neck that moves when i swallow", "grazed my knee on the gravel",
        "no neck trouble at all",
    ],
)  # fmt: skip
def test_a_word_of_harm_keeps_it_unread(ask: Ask, query: str) -> None:
    """An injury, an illness, a change of the body or a denial gets no points for the part beside it."""
    found = ask(query)
    assert found.stops or not (found.conditions or found.points)
