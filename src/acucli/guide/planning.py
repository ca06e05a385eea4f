"""Planning: the answers of a first talk become a session for this person, with its reasons, and perhaps a course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from acucli.guide.plan_options import PlanOptions, Waits
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.model.answers import Prepared
from acucli.model.library import Library
from acucli.model.practice import Plan, Profile
from acucli.model.record import Side

STRONG = 8
"""From this number (0 to 10) on the condition's way out is said first."""

Since = Literal["", "today", "days", "weeks", "months"]


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """What a first talk asks: what, where, which side, since when, how strong, what makes it worse, what is at hand.

    `pressed_today` holds seconds by (code, side) and `facts` what was answered to cautions, as in `Request`.
    """

    what: str
    side: Side = "both"
    since: Since = ""
    strength: int | None = None
    worse: str = ""
    setting: str = ""
    minutes: float = 10.0
    gentle: bool = False
    waits: Waits = Waits()
    pressed_today: Mapping[tuple[str, str], float] = {}
    facts: Mapping[str, bool] = {}


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A session made for somebody: `why` names each place with its reason, `said` what comes first.

    `course` is the condition a course over weeks is offered for, empty where none is.
    """

    prepared: Prepared
    why: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    course: str = ""


def propose(talk: Talk, library: Library, profile: Profile, *, today: str) -> Proposal:
    """Return the session that fits the talk; near and far places, each with its reason.

    Raises:
        UsageError, RecordNotFound: as `prepare` does.
    """
    wishes = PlanOptions(
        minutes=talk.minutes, side=talk.side, setting=talk.setting, gentle=talk.gentle, waits=talk.waits
    )
    what = f"{talk.what}. {talk.worse}" if talk.worse else talk.what
    asked = Request(what=what, wishes=wishes, composed=True, pressed_today=talk.pressed_today, facts=talk.facts)
    first = prepare(asked, library, profile, today=today)
    prepared = first
    if talk.worse and not (first.red_flags or first.held_back):
        # What makes it worse is read for warning signs only; the complaint alone names the points.
        alone = prepare(msgspec.structs.replace(asked, what=talk.what), library, profile, today=today)
        prepared = msgspec.structs.replace(alone, said=first.said)
    plan = prepared.plan
    if plan is None:
        return Proposal(prepared=prepared)
    return Proposal(prepared=prepared, why=_reasons(plan), said=_first(talk, plan), course=_course(talk, plan, library))


def _reasons(plan: Plan) -> tuple[str, ...]:
    reasons = {step.place: f"{step.code or step.name}: {step.why}" for step in plan.steps if step.why}
    return tuple(reasons.values())


def _first(talk: Talk, plan: Plan) -> tuple[str, ...]:
    said = []
    if talk.strength is not None and talk.strength >= STRONG:
        said.append(f"That is strong. {plan.way_out}")
    if talk.since == "months":
        said.append("It has lasted for months: if nobody has looked at it, have it looked at.")
    return tuple(said)


def _course(talk: Talk, plan: Plan, library: Library) -> str:
    """Return the condition of a course: trouble that has lasted for weeks, not today's."""
    slug = plan.conditions[0] if plan.conditions else ""
    lasting = talk.since in {"weeks", "months"}
    return slug if lasting and slug in library.conditions and library.conditions[slug].offered else ""
