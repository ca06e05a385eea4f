"""Composing: whole breaths, time that fits, sides that are equal, hands that reach, limits that hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from acucli.guide import compose
from acucli.guide.plan_options import PlanOptions, Waits
from acucli.model.practice import PlanStep, Verdict
from acucli.safety.limits import ROUND_SECONDS
from tests.session.places import ALLOWED, FIVE, OFF, SEVEN, draft, library

LIBRARY = library()
NO_WAITS = Waits(
    settle_seconds=0, ready_seconds=0, change_seconds=0, again_seconds=0, release_seconds=0, close_seconds=0
)


AS_WRITTEN = PlanOptions()


def made(
    *codes: str, wishes: PlanOptions = AS_WRITTEN, pace: Any = FIVE, verdict: Verdict = ALLOWED
) -> tuple[PlanStep, ...]:
    """Return the steps of points, one after the other."""
    return compose.steps([(draft(code), verdict) for code in codes], LIBRARY, wishes, pace).steps


def of(
    one: Any, *, wishes: PlanOptions = AS_WRITTEN, pace: Any = FIVE, verdict: Verdict = ALLOWED
) -> tuple[PlanStep, ...]:
    """Return the steps of one draft."""
    return compose.steps([(one, verdict)], LIBRARY, wishes, pace).steps


@pytest.mark.parametrize(
    ("seconds", "cycle", "most", "whole"),
    [
        (90, 10, 180, 90),
        (47, 10, 180, 50),
        (44, 10, 180, 40),
        (90, 11, 180, 88),
        (180, 11, 180, 176),
        (29, 10, 30, 30),
        (28, 11, 30, 22),
        (4, 10, 180, 4),
        (90, 0, 180, 90),
        (200, 0, 180, 180),
        (12, 10, 180, 10),
    ],
)
def test_holds_are_rounded_to_whole_breaths(seconds: float, cycle: float, most: float, whole: float) -> None:
    """To the nearest breath, never above the limit; what is shorter than a breath and unpaced holds stay."""
    assert compose.whole_breaths(seconds, cycle, most) == whole


@given(seconds=st.floats(1, 300), cycle=st.floats(4, 20), most=st.integers(20, 180))
@settings(max_examples=200, deadline=None)
def test_whole_breaths_never_pass_the_limit_by_more_than_one_breath_alone(
    seconds: float, cycle: float, most: int
) -> None:
    """A hold of two breaths and more stays within what is allowed, and is a whole number of them."""
    found = compose.whole_breaths(seconds, cycle, most)
    assert found > 0
    assert found <= max(most, cycle)
    if seconds >= cycle:
        assert found / cycle == pytest.approx(round(found / cycle))


@pytest.mark.parametrize("pace", [FIVE, SEVEN, OFF])
def test_left_and_right_get_equal_time(pace: Any) -> None:
    """A point on both sides is two steps of the same seconds, the second told as a change of side."""
    left, right = made("LI4", pace=pace)
    assert (left.side, right.side) == ("left", "right")
    assert left.seconds == right.seconds
    assert (left.turn, right.turn) == ("first", "other-side")
    assert (left.ready_seconds, right.ready_seconds) == (10.0, 7.0)


def test_both_at_once_is_one_step_where_the_place_and_the_verdict_allow_it() -> None:
    """Shins are pressed together; a verdict against it, or a wish for one side, makes it one side after the other."""
    assert [step.side for step in made("ST36")] == ["both"]
    assert [step.side for step in made("ST36", verdict=Verdict(both_at_once=False))] == ["left", "right"]
    assert [step.side for step in made("ST36", wishes=PlanOptions(side="right"))] == ["right"]


def test_a_middle_point_has_no_side() -> None:
    """One step, whichever hand, whatever side was asked for."""
    middle = replace(draft("GV20"), side="midline")
    for side in ("both", "left", "right"):
        (step,) = of(middle, wishes=PlanOptions(side=side))
        assert (step.side, step.hand) == ("midline", "either")


def test_hands_are_the_ones_that_reach() -> None:
    """An arm is pressed by the other hand, a leg by its own, both sides by both, an arm's area by the other."""
    assert [step.hand for step in made("LI4")] == ["right", "left"]
    assert [step.hand for step in made("ST36", verdict=Verdict(both_at_once=False))] == ["left", "right"]
    assert [step.hand for step in made("ST36")] == ["both"]
    assert [step.hand for step in made("BALL")] == ["either", "either"]
    hands = draft("", area="hands", technique="rub")
    assert [step.hand for step in of(hands)] == ["right", "left"]
    shoulders = draft("", area="shoulders")
    assert [step.hand for step in of(shoulders)] == ["both"]


def test_a_point_pressed_with_a_ball_says_so() -> None:
    """The tool is part of the step, so that the judge sees it."""
    assert {step.tool for step in made("BALL")} == {"ball"}
    assert {step.tool for step in compose.probes(draft("BALL"), LIBRARY, PlanOptions())} == {"ball"}


def test_places_of_one_point_share_its_time() -> None:
    """Eight webs are four a side, each at least 15 s; thirty-four pairs along a spine are worked as one."""
    steps = made("EX-UE9", pace=OFF)
    assert [(step.side, step.site, step.sites) for step in steps] == [
        (side, site, 4) for side in ("left", "right") for site in (1, 2, 3, 4)
    ]
    assert {step.seconds for step in steps} == {22.5}
    assert [step.turn for step in steps] == [
        "first",
        "again",
        "again",
        "again",
        "other-side",
        "again",
        "again",
        "again",
    ]
    assert len(made("EX-B2")) == 2
    around = of(replace(draft("EX-HN1"), side="midline"))
    assert [step.site for step in around] == [1, 2, 3, 4]


@pytest.mark.parametrize("pace", [FIVE, SEVEN, OFF])
@pytest.mark.parametrize("code", ["EX-UE9", "EX-HN1", "LI4"])
@pytest.mark.parametrize("most", [30, 60, 180])
def test_sites_together_keep_the_three_minutes_of_a_side(code: str, pace: Any, most: int) -> None:
    """Four webs get a quarter each of what one side and round may have, whatever time is wished for."""
    for wishes in (PlanOptions(minutes=30), PlanOptions(full=True), PlanOptions(hold_seconds=180)):
        steps = made(code, wishes=wishes, pace=pace, verdict=Verdict(max_seconds=most))
        for side in {step.side for step in steps}:
            assert sum(step.seconds for step in steps if step.side == side) <= most


def test_rounds_repeat_a_place_on_both_sides() -> None:
    """Two rounds are left, right, left, right, each change told."""
    steps = made("LI4", wishes=PlanOptions(rounds=2))
    assert [step.side for step in steps] == ["left", "right", "left", "right"]
    assert [step.turn for step in steps] == ["first", "other-side", "again", "other-side"]
    assert len(of(draft("LI4", rounds=3), wishes=PlanOptions(rounds=2))) == 6


@pytest.mark.parametrize(
    ("verdict", "seconds", "pressure"),
    [(Verdict(), 90, 2), (Verdict(max_seconds=30), 30, 2), (Verdict(max_pressure=1), 90, 1)],
)
def test_the_verdicts_limits_hold(verdict: Verdict, seconds: int, pressure: int) -> None:
    """Seconds and pressure never go beyond what the judge allows, whatever is wished for."""
    for wishes in (PlanOptions(), PlanOptions(full=True), PlanOptions(hold_seconds=180), PlanOptions(minutes=30)):
        for step in made("LI4", wishes=wishes, verdict=verdict):
            assert step.seconds <= verdict.max_seconds
            assert step.pressure <= pressure
    assert made("LI4", verdict=verdict)[0].seconds == seconds


def test_the_points_own_limit_holds() -> None:
    """Behind the ear at most 30 s, even with --full and --hold 180; nothing is longer than three minutes."""
    for wishes in (PlanOptions(full=True), PlanOptions(hold_seconds=180), PlanOptions(minutes=60)):
        assert {step.seconds for step in made("TE17", wishes=wishes)} == {30.0}
        assert all(step.seconds <= ROUND_SECONDS for step in made("LI4", wishes=wishes))


def test_full_holds_are_two_to_three_minutes() -> None:
    """`--full` lengthens what is shorter, and a hold asked for in seconds beats it."""
    assert all(120 <= step.seconds <= 180 for step in made("LI4", wishes=PlanOptions(full=True)))
    assert {step.seconds for step in made("LI4", wishes=PlanOptions(full=True, hold_seconds=60))} == {60.0}
    (area, _) = of(draft("", area="hands", seconds=20), wishes=PlanOptions(full=True))
    assert 120 <= area.seconds <= 180


def test_gentle_is_lighter_shorter_and_slower_to_change() -> None:
    """Light pressure, two thirds of the time but never below the least, changes twice as long."""
    usual, gentle = made("LI4"), made("LI4", wishes=PlanOptions(gentle=True))
    assert {step.pressure for step in gentle} == {1}
    assert gentle[0].seconds == 60
    assert gentle[1].ready_seconds == usual[1].ready_seconds * 2
    assert of(draft("LI4", seconds=30), wishes=PlanOptions(gentle=True))[0].seconds == 30


def test_every_wait_may_be_nothing() -> None:
    """With all waits 0 the session is its holds and nothing else."""
    for wishes in (PlanOptions(waits=NO_WAITS), PlanOptions(waits=NO_WAITS, gentle=True, rounds=2)):
        steps = made("LI4", "EX-UE9", "ST36", wishes=wishes)
        assert compose.total_seconds(steps, wishes) == sum(step.seconds for step in steps)


def test_the_total_counts_every_wait() -> None:
    """Settling in, finding, holding, letting go, closing."""
    steps = made("LI4")
    assert compose.total_seconds(steps, PlanOptions()) == 10 + (10 + 90 + 4) + (7 + 90 + 4) + 8


def test_steps_are_numbered_through() -> None:
    """From 1, without a gap."""
    steps = made("LI4", "EX-UE9", "ST36")
    assert [step.n for step in steps] == list(range(1, len(steps) + 1))


@pytest.mark.parametrize("minutes", [3, 5, 8, 12])
@pytest.mark.parametrize("pace", [FIVE, SEVEN, OFF])
def test_time_is_fitted(minutes: float, pace: Any) -> None:
    """The total comes near to the minutes asked for, and every place keeps what it needs and bears."""
    wishes = PlanOptions(minutes=minutes)
    steps = made("LI4", "ST36", "KI3", wishes=wishes, pace=pace)
    total = compose.total_seconds(steps, wishes)
    assert total <= minutes * 66 + 10
    assert total >= min(minutes * 60 * 0.8, compose.total_seconds(made("LI4", "ST36", "KI3"), PlanOptions())) * 0.8
    for step in steps:
        assert 20 <= step.seconds <= 180


def test_too_little_time_drops_places_from_the_end() -> None:
    """Two minutes hold no five places; the first one always stays."""
    wishes = PlanOptions(minutes=2)
    steps = made("LI4", "ST36", "KI3", "GV20", wishes=wishes)
    assert steps[0].code == "LI4"
    assert "GV20" not in {step.code for step in steps}
    assert {step.code for step in made("LI4", "ST36", wishes=PlanOptions(minutes=0.2))} == {"LI4"}


def test_what_is_dropped_for_time_is_returned() -> None:
    """Whoever shows the plan can name it; without a time nothing is dropped."""
    judged = [(draft(code), ALLOWED) for code in ("LI4", "ST36", "KI3", "GV20")]
    short = compose.steps(judged, LIBRARY, PlanOptions(minutes=2), FIVE)
    assert [one.code for one in short.dropped]
    assert {step.code for step in short.steps} | {one.code for one in short.dropped} == {"LI4", "ST36", "KI3", "GV20"}
    assert not {step.code for step in short.steps} & {one.code for one in short.dropped}
    assert compose.steps(judged, LIBRARY, PlanOptions(), FIVE).dropped == ()


@given(
    codes=st.lists(
        st.sampled_from(["LI4", "ST36", "KI3", "TE17", "EX-UE9", "EX-HN1"]), min_size=1, max_size=4, unique=True
    ),
    minutes=st.sampled_from([0, 2, 6, 15]),
    hold=st.sampled_from([0, 20, 47, 180]),
    full=st.booleans(),
    gentle=st.booleans(),
    pace=st.sampled_from([FIVE, SEVEN, OFF]),
    most=st.sampled_from([30, 60, 180]),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_wished_for_the_sides_are_equal_and_the_limits_hold(
    codes: list[str], minutes: float, hold: int, full: bool, gentle: bool, pace: Any, most: int
) -> None:
    """Equal seconds left and right, no hold beyond the verdict, no hold of nothing."""
    wishes = PlanOptions(minutes=minutes, hold_seconds=hold, full=full, gentle=gentle)
    steps = made(*codes, wishes=wishes, pace=pace, verdict=Verdict(max_seconds=most))
    for code in codes:
        sides = {
            side: sum(step.seconds for step in steps if (step.code, step.side) == (code, side))
            for side in ("left", "right")
        }
        assert sides["left"] == sides["right"]
    assert all(0 < step.seconds <= most for step in steps)


def test_probes_are_what_would_be_pressed_at_its_fullest() -> None:
    """The judge is asked about every side, at the full pressure and length that the wishes mean."""
    left, right = compose.probes(draft("LI4"), LIBRARY, PlanOptions(full=True))
    assert (left.side, right.side) == ("left", "right")
    assert left.seconds == 150
    assert left.pressure == 2
    assert left.hand == "right"
    (both,) = compose.probes(draft("ST36"), LIBRARY, PlanOptions())
    assert [step.side for step in compose.apart(both)] == ["left", "right"]


def test_an_areas_words_are_the_routines_first() -> None:
    """Then the area's own, then the technique's; its rhythm comes with the technique."""
    assert of(draft("", area="hands", technique="rub", words="Mine."))[0].words == "Mine."
    step = of(draft("", area="hands", technique="rub"))[0]
    assert step.words == "Rub slowly."
    assert step.rhythm == 60
    assert step.seconds == 60
