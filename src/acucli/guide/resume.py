"""Resuming: what is left of an interrupted session, judged anew and told in the library's words.

The journal says which places are left and for how long. What is said of them comes from the library as it is now: a
journal is a file that anybody may have written, and nobody judges its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from acucli.errors import HeldBack, MachineRefused
from acucli.guide import compose
from acucli.guide.person import Person
from acucli.guide.plan_options import PlanOptions
from acucli.guide.preparing import pace_of, signs_of, with_texts, with_time_to_read, with_told
from acucli.model.answers import Prepared
from acucli.model.library import Library
from acucli.model.practice import Pace, Plan, PlanStep, Profile
from acucli.model.record import sides_of
from acucli.safety.limits import DAY_SECONDS
from acucli.session.state import SessionPosition

CHOICE = "points"
"""The slug of a session whose routine or condition the library does not hold (any more)."""
LONGEST_WAIT_SECONDS = 120.0
"""The longest wait that a setting can ask for (host/settings.py)."""
_FALLBACK_BREATHING = "count-to-five"


class Remainder(NamedTuple):
    """What is left of a session: the plan from its first unfinished hold, the seconds that hold has had, remarks.

    `prepared` is that plan with the signs that are asked or told before it.
    """

    plan: Plan
    held_seconds: float
    remarks: tuple[str, ...]
    prepared: Prepared


class _FittedStep(NamedTuple):
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
        MachineRefused: the plan has no steps.
    """
    if not plan.steps:
        raise MachineRefused("the last session has no steps left", hint="start one: acu session stress")
    person = Person(library, profile, today=today, says=plan.says)
    whole = person.judge.session()
    if whole.action == "left_out":
        raise HeldBack(whole.because)
    at = min(position.at, len(plan.steps) - 1)
    seconds = max(0.0, min(position.seconds, plan.steps[at].seconds))
    account = dict(pressed_today)
    steps: list[PlanStep] = []
    remarks: list[str] = []
    for index, step in enumerate(plan.steps[at:]):
        held = seconds if index == 0 else 0.0
        fitted, why = _fitted(step, library, person, _words_of(plan, step, library))
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
    made = _told(plan, tuple(steps), library, person)
    signs = signs_of(made, library, person.profile)
    prepared = Prepared(plan=made, asked=signs.asked, shown=signs.shown)
    return Remainder(made, seconds, tuple(dict.fromkeys(filter(None, remarks))), prepared)


def without_held(plan: Plan, seconds: float) -> Plan:
    """Return the plan without the seconds that its first hold has already had."""
    first = msgspec.structs.replace(plan.steps[0], seconds=max(0.0, plan.steps[0].seconds - seconds))
    steps = (first, *plan.steps[1:])
    return msgspec.structs.replace(plan, steps=steps, total_seconds=_total(plan, steps))


def _told(plan: Plan, steps: tuple[PlanStep, ...], library: Library, person: Person) -> Plan:
    """Return the plan of these steps with everything that is said of it from the library."""
    routine = library.routines.get(plan.slug)
    conditions = tuple(slug for slug in plan.conditions if slug in library.conditions)
    condition = library.conditions[conditions[0]] if conditions else None
    named = routine or library.conditions.get(plan.slug)
    made = Plan(
        slug=plan.slug if named else CHOICE,
        name=named.name if named else ", ".join(dict.fromkeys(step.code or step.name for step in steps)),
        kind=plan.kind,
        steps=steps,
        pace=_pace(plan.pace, library, person),
        total_seconds=0.0,
        settle_seconds=_wait(plan.settle_seconds),
        close_seconds=_wait(plan.close_seconds),
        level=plan.level,
        conditions=conditions,
        cautions=tuple(dict.fromkeys(name for step in steps for name in step.cautions if name in library.cautions)),
        says=plan.says,
        open=False,
    )
    made = with_time_to_read(with_told(with_texts(made, routine, condition, library), person, library))
    return msgspec.structs.replace(made, total_seconds=_total(made, steps))


def _wait(seconds: float) -> float:
    """Return a wait within what settings allow, whatever the journal says."""
    return min(max(seconds, 0.0), LONGEST_WAIT_SECONDS)


def _words_of(plan: Plan, step: PlanStep, library: Library) -> str:
    """Return the words of the routine for this place, "" where it has none."""
    routine = library.routines.get(plan.slug)
    for written in routine.steps if routine is not None else ():
        if (written.point, written.area) == (step.code, step.area):
            return written.words
    return ""


def _fitted(step: PlanStep, library: Library, person: Person, words: str) -> _FittedStep:
    known = step.code in library.points if step.code else step.area in library.areas
    if not known:
        return _FittedStep(None, f"{step.code or step.name} is no longer in the library: left out.")
    told = compose.described(step, library, words)
    verdict = person.judge.step(told)
    if verdict.action not in {"allowed", "lighter"}:
        return _FittedStep(None, verdict.because)
    point = library.points.get(step.code)
    most = min(step.most_seconds, verdict.max_seconds, point.hold.most_seconds if point else verdict.max_seconds)
    firmest = point.press.pressure if point and point.press else verdict.max_pressure
    fitted = msgspec.structs.replace(
        told,
        seconds=min(max(step.seconds, 0.0), most),
        ready_seconds=_wait(step.ready_seconds),
        release_seconds=_wait(step.release_seconds),
        pressure=min(step.pressure, verdict.max_pressure, firmest),
        most_seconds=float(most),
        most_seconds_per_day=float(min(step.most_seconds_per_day, verdict.max_seconds_per_day)),
        look_first=verdict.look_first or step.look_first,
        cautions=tuple(dict.fromkeys((*verdict.cautions, *verdict.said, *_still_known(step.cautions, library)))),
        care=compose.care_of((*verdict.cautions, *verdict.said), library),
        turn="first",
    )
    return _FittedStep(compose.with_time_to_find(fitted, PlanOptions()), "")


def _still_known(cautions: Iterable[str], library: Library) -> tuple[str, ...]:
    return tuple(name for name in cautions if name in library.cautions)


def _has_room(step: PlanStep, held: float, account: dict[tuple[str, str], float]) -> bool:
    """Tell whether the day's limit leaves room for what is still to be held, and if so put it to the account."""
    place = step.place
    sides = sides_of(step.side)
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
