"""Aftermath: the way out, and the numbers in words."""

from __future__ import annotations

import pytest

from acucli.model.practice import Pace, Plan
from acucli.safety import followup as aftermath

OFF = Pace(slug="off", name="Off")
PLAN = Plan(slug="x", name="X", kind="routine", steps=(), pace=OFF, total_seconds=0.0, way_out="See a GP.")


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [(5, 6, False), (5, 7, True), (9, 8, True), (None, 8, True), (None, 7, False), (3, None, False), (7, 3, False)],
)
def test_the_way_out_is_said_when_it_is_worse_by_two_or_eight_and_above(library, before, after, worse):
    """Two points worse, or eight and more afterwards: then whom to see is said."""
    assert aftermath.is_worse(before, after) is worse
    assert bool(aftermath.way_out(PLAN, before, after, library)) is worse


def test_the_way_out_is_the_conditions_own(library):
    """Whom to see is said by the plan, else by the general stop rule."""
    assert aftermath.way_out(PLAN, 3, 6, library) == "It got worse. See a GP."
    assert aftermath.way_out(PLAN, 9, 9, library) == "It is strong now. See a GP."
    bare = Plan(slug="x", name="X", kind="choice", steps=(), pace=PLAN.pace, total_seconds=0.0)
    assert library.safety_words.see_somebody in aftermath.way_out(bare, 3, 6, library)


def test_numbers_are_told_without_a_claim():
    """Lower is not called helped."""
    assert aftermath.change_in_words(6, 4).startswith("6 before, 4 after: 2 lower. Most pains ease by themselves")
    assert aftermath.change_in_words(4, 4) == "4 before and 4 after: no change."
    assert aftermath.change_in_words(None, 4) == ""
