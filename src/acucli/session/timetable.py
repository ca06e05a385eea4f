"""Every moment of a plan at which something is said or sounded, from the machine itself on a stepped clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from acucli.model.practice import Plan
from acucli.session.announcements import CHANGE, Announcement, announcement, announcements_for, closing, opening
from acucli.session.breath import breath_at
from acucli.session.machine import begin, step
from acucli.session.phrases import release_words
from acucli.session.state import State, until_next
from acucli.session.stepped_clock import SteppedClock

BREATH = 0
"""The priority of a breath: anything said beats it."""
_TICK_SECONDS = 1.0
_LEAST_SECONDS = 1e-7  # far below one sample, and enough to move a clock that has run for hours
_AFTER_WORDS_SECONDS = 0.8


class Moment(NamedTuple):
    """Something at a second of the session, counted from its start with every wait."""

    at: float
    announcement: Announcement


def moments(plan: Plan, *, breaths: bool = True) -> list[Moment]:
    """Return everything that is said in an undisturbed session, in order, exact to the float."""
    clock = SteppedClock(boot=0.0)
    state, events = begin(plan)
    found = [Moment(0.0, opening(state))] if opening(state).sentences else []
    found += [Moment(0.0, thing) for thing in announcements_for(state, state, events[1:])]
    state, _ = step(state, clock.tick())
    if state.phase == "hold":
        found += _breath_of(state, state, 0.0, breaths)
    while not state.ended:
        before = state
        tick = clock.advance(max(_LEAST_SECONDS, min(until_next(state), until_breath(state), _TICK_SECONDS)))
        state, events = step(state, tick)
        found += [Moment(tick.mono, thing) for thing in announcements_for(before, state, events)]
        found += _breath_of(before, state, tick.mono, breaths)
    return found


def until_breath(state: State) -> float:
    """Return the credited seconds until the next part of a breath begins; infinite where none is paced."""
    if state.phase != "hold" or not state.breathing or state.paused:
        return float("inf")
    breath = breath_at(state.plan.pace, state.credited)
    return breath.remaining if breath is not None else float("inf")


def breath_begun(before: State, after: State) -> Announcement | None:
    """Return the part of a breath that has begun between two moments; None where none has."""
    if after.phase != "hold" or not after.breathing or after.paused:
        return None
    now = breath_at(after.plan.pace, after.credited)
    if now is None:
        return None
    then = breath_at(before.plan.pace, before.credited) if before.phase == "hold" else None
    same = then is not None and before.at == after.at and (then.do, then.number) == (now.do, now.number)
    return None if same else Announcement(now.do, (now.word,), BREATH)


def with_room_for_words(plan: Plan, seconds_of: Callable[[str], float]) -> Plan:
    """Return the plan with every wait long enough for what is said in it; holds stay as they are."""

    def least(seconds: float, thing: Announcement) -> float:
        spoken = seconds_of(thing.text)
        return max(seconds, round(spoken + _AFTER_WORDS_SECONDS, 1)) if spoken else seconds

    state, _ = begin(plan)
    steps = tuple(
        replace(
            item,
            ready_seconds=least(item.ready_seconds, announcement(plan.steps, index)),
            release_seconds=least(item.release_seconds, Announcement("release", (release_words(item),))),
        )
        for index, item in enumerate(plan.steps)
    )
    settle = least(plan.settle_seconds, opening(replace(state, phase="settle")))
    close = least(plan.close_seconds, Announcement("close", closing(state), CHANGE))
    inside = sum(item.ready_seconds + item.seconds + item.release_seconds for item in steps)
    return replace(plan, steps=steps, settle_seconds=settle, close_seconds=close, total_seconds=settle + inside + close)


def _breath_of(before: State, after: State, at: float, wanted: bool) -> list[Moment]:
    begun = breath_begun(before, after) if wanted else None
    return [Moment(at, begun)] if begun is not None else []
