"""The breath pacer follows credited time alone."""

from __future__ import annotations

import pytest

from acucli.model.practice import Pace
from acucli.model.routines import Phase
from acucli.session.breath import breath_at
from tests.session.plans import COUNT_TO_FIVE, NO_PACE

SIGH = Pace(
    slug="cyclic-sighing",
    name="Cyclic sighing",
    phases=(
        Phase(do="in", seconds=3.0, through="nose"),
        Phase(do="top-up", seconds=1.0, through="nose"),
        Phase(do="out", seconds=8.0, through="mouth"),
    ),
    max_seconds=24.0,
    then=COUNT_TO_FIVE,
)


@pytest.mark.parametrize(
    ("second", "do", "beat", "fullness"),
    [(0.0, "in", 1, 0.0), (2.5, "in", 3, 0.5), (4.99, "in", 5, 1.0), (5.0, "out", 1, 1.0), (7.5, "out", 3, 0.5),
     (10.0, "in", 1, 0.0), (1000.0, "in", 1, 0.0)],
)  # fmt: skip
def test_count_to_five(second, do, beat, fullness):
    """Five in, five out, for ever, without drift."""
    breath = breath_at(COUNT_TO_FIVE, second)
    assert (breath.do, breath.beat) == (do, beat)
    assert breath.fullness == pytest.approx(fullness, abs=0.01)


def test_top_up_fills_what_is_left():
    """The second sip of a sigh goes on where the first stopped."""
    assert breath_at(SIGH, 3.0).fullness == pytest.approx(0.75)
    assert breath_at(SIGH, 3.999).fullness == pytest.approx(1.0, abs=0.01)
    assert breath_at(SIGH, 4.0).do == "out"


def test_pattern_with_an_end_gives_way():
    """After its longest time a pattern is followed by the one named."""
    assert breath_at(SIGH, 23.9).do == "out"
    assert breath_at(SIGH, 24.0).beats == 5
    ends = Pace(slug="x", name="x", phases=SIGH.phases, max_seconds=24.0)
    assert breath_at(ends, 24.0) is None


def test_no_pattern_no_breath():
    """Off is off."""
    assert breath_at(NO_PACE, 3.0) is None
