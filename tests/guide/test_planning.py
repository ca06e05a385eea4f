"""Planning: the answers of a first talk become a session with its reasons, and perhaps a course."""

from __future__ import annotations

import pytest

from acucli.errors import UsageError
from acucli.guide.planning import Proposal, Talk, propose
from acucli.library.compiled import CompiledLibrary
from tests.guide.oracle import TODAY, profile_of


def proposed(library: CompiledLibrary, what: str, *told: str, **talk: object) -> Proposal:
    """Return what is proposed to somebody who answered `told`."""
    return propose(Talk(what=what, **talk), library, profile_of(*told), today=TODAY)  # type: ignore[arg-type]


def test_near_and_far_points_each_with_its_reason(library: CompiledLibrary) -> None:
    """Every place of the plan is named with why it was chosen; both roles are there."""
    proposal = proposed(library, "stiff neck")
    plan = proposal.prepared.plan
    assert plan is not None
    codes = dict.fromkeys(step.code for step in plan.steps)
    assert [reason.split(":")[0] for reason in proposal.why] == list(codes)
    roles = {choice.role for choice in library.conditions["stiff-neck"].points if choice.code in codes}
    assert {"local", "distal"} <= roles


@pytest.mark.parametrize("minutes", [5, 10])
def test_the_time_one_has_is_kept(library: CompiledLibrary, minutes: float) -> None:
    """Ten minutes unless said otherwise."""
    plan = proposed(library, "headache", minutes=minutes).prepared.plan
    assert plan is not None
    assert plan.total_seconds <= minutes * 66 + 10


def test_one_side_only(library: CompiledLibrary) -> None:
    """The side that was named; middle points stay."""
    plan = proposed(library, "shoulder pain", side="left").prepared.plan
    assert plan is not None
    assert "right" not in {step.side for step in plan.steps}
    assert "left" in {step.side for step in plan.steps}


def test_what_can_be_reached_now(library: CompiledLibrary) -> None:
    """At a desk only points for a desk."""
    plan = proposed(library, "low back pain", setting="desk").prepared.plan
    assert plan is not None
    assert all("desk" in library.points[step.code].settings for step in plan.steps)


def test_strong_pain_hears_its_way_out_first(library: CompiledLibrary) -> None:
    """From 8 of 10 on; 7 does not."""
    assert library.conditions["stiff-neck"].way_out in proposed(library, "stiff neck", strength=8).said[0]
    assert not proposed(library, "stiff neck", strength=7).said
    assert not proposed(library, "stiff neck").said


def test_months_are_to_be_looked_at(library: CompiledLibrary) -> None:
    """What has lasted for months should have been seen by somebody."""
    assert any("months" in sentence for sentence in proposed(library, "headache", since="months").said)


@pytest.mark.parametrize(
    ("since", "course"), [("", ""), ("today", ""), ("days", ""), ("weeks", "headache"), ("months", "headache")]
)
def test_a_course_is_offered_for_what_lasts(library: CompiledLibrary, since: str, course: str) -> None:
    """Weeks and months, not today's pain."""
    assert proposed(library, "headache", since=since).course == course


def test_what_makes_it_worse_is_read_for_warning_signs(library: CompiledLibrary) -> None:
    """Chest pain on walking stops a plan for a stiff neck; sitting does not change its points."""
    stopped = proposed(library, "stiff neck", worse="chest pain when I walk")
    assert stopped.prepared.plan is None
    assert stopped.prepared.red_flags
    harmless = proposed(library, "stiff neck", worse="sitting at the computer")
    assert harmless.prepared.plan == proposed(library, "stiff neck").prepared.plan


def test_a_refusal_is_handed_on_with_nothing_around_it(library: CompiledLibrary) -> None:
    """No reasons, no course for what is refused."""
    proposal = proposed(library, "high blood pressure", since="months", strength=9)
    assert proposal.prepared.plan is None
    assert (proposal.why, proposal.said, proposal.course) == ((), (), "")


def test_the_profile_is_obeyed(library: CompiledLibrary) -> None:
    """Nothing of pregnancy-points in a plan made for a pregnant person."""
    plan = proposed(library, "low back pain", "pregnant").prepared.plan
    assert plan is not None
    assert not {step.code for step in plan.steps} & set(library.cautions["pregnancy-points"].points)


def test_the_days_limit_is_kept(library: CompiledLibrary) -> None:
    """What was pressed today counts in a plan as in a session."""
    plan = proposed(library, "stiff neck").prepared.plan
    assert plan is not None
    first = plan.steps[0]
    side = "left" if first.side == "both" else first.side
    with pytest.raises(UsageError, match="ten a day"):
        proposed(library, "stiff neck", pressed_today={(first.code, side): 599.0})
