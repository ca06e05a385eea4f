"""Taking an interrupted session up again: its plan, judged anew, from the step and second where it broke off."""

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec

from acucli.cli.run import Run
from acucli.cli.sessions import preview, running
from acucli.cli.sessions.recent import pressed_today
from acucli.cli.sessions.wishes import Asked
from acucli.errors import HeldBack, UsageError
from acucli.guide.person import Person
from acucli.guide.preparing import pace_of
from acucli.journal.sessions import last_unfinished
from acucli.journal.store import Journal
from acucli.model.practice import Pace, Plan, PlanStep
from acucli.safety.limits import DAY_SECONDS
from acucli.session.machine import place_after
from acucli.session.state import Place

_FALLBACK_BREATHING = "count-to-five"


def resume(run: Run, asked: Asked) -> int:
    """Run what is left of the last interrupted session, or print its timetable with `--dry-run`.

    Raises:
        UsageError: something was asked for that a session taken up again cannot change.
        MachineRefused: there is none, it still runs, or it is older than 12 hours.
        HeldBack: what is left is no longer for this person.
    """
    _check(asked)
    found = last_unfinished(Journal(run.environment), now=run.environment.clock.now(), host=_host())
    place = place_after(found.events)
    at = min(place.at, len(found.plan.steps) - 1)
    plan, seconds = _left(
        found.plan,
        at,
        min(place.seconds, found.plan.steps[at].seconds),
        run,
        {} if asked.rehearsal else pressed_today(run),
    )
    if asked.dry_run:
        return preview.timetable(run, _without(plan, seconds))
    run.output.warn(
        f"Going on with {plan.name}: {len(plan.steps)} holds, {plan.hold_seconds / 60:.1f} minutes to hold."
    )
    made = running.ready(run, asked, plan)
    return running.run_plan(run, asked, made, at=Place(0, seconds), resumes=found.session.sid)


def _check(asked: Asked) -> None:
    """Refuse what would make another session of it."""
    given = {"WHAT": asked.what, "--points": asked.points, "--audio": asked.audio, "--override": asked.overrides}
    wrong = [name for name, value in given.items() if value]
    if wrong:
        raise UsageError(
            f"--resume takes the interrupted session as it was and goes with no {' or '.join(wrong)}",
            hint="acu session --resume   or a new session without --resume",
        )


def _left(plan: Plan, at: int, seconds: float, run: Run, today: dict[tuple[str, str], float]) -> tuple[Plan, float]:
    """Return the plan from step `at` on with what the profile now allows, and the seconds already held of its first."""
    person = Person(run.library, run.profile, today=run.today)
    whole = person.judge.session()
    if whole.action == "left_out":
        raise HeldBack(whole.because)
    account = dict(today)
    steps: list[PlanStep] = []
    said: list[str] = []
    for index, step in enumerate(plan.steps[at:]):
        held = seconds if index == 0 else 0.0
        fitted, why = _fitted(step, run, person)
        if fitted is not None and not _has_room(fitted, held, account):
            fitted, why = None, f"{step.code or step.name} ({step.side}) has had its ten minutes today: left out."
        if fitted is not None:
            steps.append(msgspec.structs.replace(fitted, n=len(steps) + 1))
        elif index == 0:
            seconds = 0.0
        said.append(why)
    for sentence in dict.fromkeys(said):
        if sentence:
            run.output.warn(sentence)
    if not steps:
        raise HeldBack("nothing that was left of that session is for you now", hint=f"acu session {plan.slug}")
    pace = _pace(plan.pace, run, person)
    made = msgspec.structs.replace(plan, steps=tuple(steps), pace=pace, total_seconds=_total(plan, steps))
    return made, seconds


def _fitted(step: PlanStep, run: Run, person: Person) -> tuple[PlanStep | None, str]:
    """Return the step as it may be pressed now; None with the reason where it may not."""
    known = step.code in run.library.points if step.code else step.area in run.library.areas
    if not known:
        return None, f"{step.code or step.name} is no longer in the library: left out."
    verdict = person.judge.step(step)
    if verdict.action not in {"allowed", "lighter"}:
        return None, verdict.because
    fitted = msgspec.structs.replace(
        step,
        seconds=min(step.seconds, verdict.max_seconds),
        pressure=min(step.pressure, verdict.max_pressure),
        most_seconds=float(verdict.max_seconds),
        look_first=verdict.look_first,
        cautions=(*verdict.cautions, *verdict.said),
        turn="first",
    )
    return fitted, ""


def _has_room(step: PlanStep, held: float, account: dict[tuple[str, str], float]) -> bool:
    """Tell whether the day's limit leaves room for what is still to be held, and if so put it to the account."""
    place = step.code or step.area
    sides = ("left", "right") if step.side == "both" else (step.side,)
    more = max(0.0, step.seconds - held)
    if any(account.get((place, side), 0.0) + more > DAY_SECONDS for side in sides):
        return False
    for side in sides:
        account[place, side] = account.get((place, side), 0.0) + more
    return True


def _pace(pace: Pace, run: Run, person: Person) -> Pace:
    """Return the pacer as this person may have it now; counting to five where the library has it no longer."""
    patterns = run.library.breathing
    if not pace.phases:
        return pace
    slug, _ = person.judge.breathing(pace.slug if pace.slug in patterns else _FALLBACK_BREATHING)
    return pace_of(patterns[slug], run.library, person) if slug in patterns else Pace(slug="off", name="Off")


def _without(plan: Plan, seconds: float) -> Plan:
    """Return the plan without the seconds that its first hold has already had."""
    first = msgspec.structs.replace(plan.steps[0], seconds=max(0.0, plan.steps[0].seconds - seconds))
    steps = (first, *plan.steps[1:])
    return msgspec.structs.replace(plan, steps=steps, total_seconds=_total(plan, steps))


def _total(plan: Plan, steps: Iterable[PlanStep]) -> float:
    inside = sum(step.ready_seconds + step.seconds + step.release_seconds for step in steps)
    return plan.settle_seconds + inside + plan.close_seconds


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
