"""Resuming: what is left of an interrupted session, judged anew for the person as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from acucli.errors import HeldBack
from acucli.guide.person import Person
from acucli.guide.preparing import pace_of
from acucli.model.library import Library
from acucli.model.practice import Pace, Plan, PlanStep, Profile
from acucli.safety.limits import DAY_SECONDS
from acucli.session.state import SessionPosition

_FALLBACK_BREATHING = "count-to-five"


class Remainder(NamedTuple):
    """What is left of a session: the plan from its first unfinished hold, the seconds that hold has had, remarks."""

    plan: Plan
    held_seconds: float
    remarks: tuple[str, ...]


class _Fit(NamedTuple):
    """A step as it may be pressed now, None where it may not; `why` says what changed."""

    step: PlanStep | None
    why: str


def remainder_of(
    plan: Plan,
    position: SessionPosition,
    library: Library,
    profile: Profile,
    *,
    today: str,
    pressed_today: Mapping[tuple[str, str], float],
) -> Remainder:
    """Return what is left of a plan after `position`, with what the profile and the day's limit now allow.

    Raises:
        HeldBack: nothing that is left is for this person now.
    """
    person = Person(library, profile, today=today)
    whole = person.judge.session()
    if whole.action == "left_out":
        raise HeldBack(whole.because)
    at = min(position.at, len(plan.steps) - 1)
    seconds = min(position.seconds, plan.steps[at].seconds)
    account = dict(pressed_today)
    steps: list[PlanStep] = []
    remarks: list[str] = []
    for index, step in enumerate(plan.steps[at:]):
        held = seconds if index == 0 else 0.0
        fitted, why = _fitted(step, library, person)
        if fitted is not None and not _has_room(fitted, held, account):
            fitted, why = None, f"{step.code or step.name} ({step.side}) has had its ten minutes today: left out."
        if fitted is not None:
            steps.append(msgspec.structs.replace(fitted, n=len(steps) + 1))
        elif index == 0:
            seconds = 0.0
        remarks.append(why)
    if not steps:
        reasons = " ".join(dict.fromkeys(filter(None, remarks)))
        raise HeldBack(
            f"nothing that was left of that session is for you now. {reasons}".strip(), hint=f"acu session {plan.slug}"
        )
    pace = _pace(plan.pace, library, person)
    made = msgspec.structs.replace(plan, steps=tuple(steps), pace=pace, total_seconds=_total(plan, steps))
    return Remainder(made, seconds, tuple(dict.fromkeys(filter(None, remarks))))


def without_held(plan: Plan, seconds: float) -> Plan:
    """Return the plan without the seconds that its first hold has already had."""
    first = msgspec.structs.replace(plan.steps[0], seconds=max(0.0, plan.steps[0].seconds - seconds))
    steps = (first, *plan.steps[1:])
    return msgspec.structs.replace(plan, steps=steps, total_seconds=_total(plan, steps))


def _fitted(step: PlanStep, library: Library, person: Person) -> _Fit:
    known = step.code in library.points if step.code else step.area in library.areas
    if not known:
        return _Fit(None, f"{step.code or step.name} is no longer in the library: left out.")
    verdict = person.judge.step(step)
    if verdict.action not in {"allowed", "lighter"}:
        return _Fit(None, verdict.because)
    fitted = msgspec.structs.replace(
        step,
        seconds=min(step.seconds, verdict.max_seconds),
        pressure=min(step.pressure, verdict.max_pressure),
        most_seconds=float(verdict.max_seconds),
        most_seconds_per_day=float(verdict.max_seconds_per_day),
        look_first=verdict.look_first,
        cautions=(*verdict.cautions, *verdict.said),
        turn="first",
    )
    return _Fit(fitted, "")


def _has_room(step: PlanStep, held: float, account: dict[tuple[str, str], float]) -> bool:
    """Tell whether the day's limit leaves room for what is still to be held, and if so put it to the account."""
    place = step.code or step.area
    sides = ("left", "right") if step.side == "both" else (step.side,)
    more = max(0.0, step.seconds - held)
    most = min(DAY_SECONDS, step.most_seconds_per_day)
    if any(account.get((place, side), 0.0) + more > most for side in sides):
        return False
    for side in sides:
        account[place, side] = account.get((place, side), 0.0) + more
    return True


def _pace(pace: Pace, library: Library, person: Person) -> Pace:
    """Return the pacer as this person may have it now; counting to five where the library has it no longer."""
    patterns = library.breathing
    if not pace.phases:
        return pace
    slug, _ = person.judge.breathing(pace.slug if pace.slug in patterns else _FALLBACK_BREATHING)
    return pace_of(patterns[slug], library, person) if slug in patterns else Pace(slug="off", name="Off")


def _total(plan: Plan, steps: Iterable[PlanStep]) -> float:
    inside = sum(step.ready_seconds + step.seconds + step.release_seconds for step in steps)
    return plan.settle_seconds + inside + plan.close_seconds
