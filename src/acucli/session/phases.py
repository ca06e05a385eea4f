"""The course of a session: how one phase follows another."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from acucli.model.practice import Event
from acucli.session.state import Phase, Result, State, event_of, left_to_hold
from acucli.session.time_limits import after_hold, is_worth_it, room


def enter(state: State, phase: Phase, **changes: object) -> State:
    return replace(state, phase=phase, elapsed=0.0, skipped=0.0, there=False, **changes)


def announce(state: State, at: int) -> Result:
    """Go to the step of that index, naming it; past the last one, to the close.

    A step has the seconds that its place and side may still be pressed; one that has had its time is passed over.
    """
    while at < len(state.steps) and not _is_open(state, at):
        at += 1
    changes = {"at": at} if at == state.at else {"at": at, "resume_seconds": 0.0}
    if at >= len(state.steps):
        return enter(state, "close", at=len(state.steps)), ()
    coming = replace(state.steps[at], seconds=min(state.steps[at].seconds, room(state, at)))
    state = enter(state, "ready", steps=(*state.steps[:at], coming, *state.steps[at + 1 :]), **changes)
    kind: Literal["step", "side"] = "side" if coming.turn == "other-side" else "step"
    return state, (event_of(state, kind, seconds=coming.seconds),)


def _is_open(state: State, at: int) -> bool:
    return state.steps[at].place not in state.hurt and is_worth_it(state.steps[at], room(state, at))


def _start_hold(state: State) -> Result:
    present = state.steps[state.at]
    done = min(state.resume_seconds, present.seconds)
    state = enter(state, "hold", resume_seconds=0.0)
    return replace(state, elapsed=done, skipped=done, half_said=done > present.seconds / 2, ten_said=False), ()


def let_go(state: State, why: str) -> Result:
    held, credited = state.held, state.credited
    state = enter(state, "release", banked=credited, **after_hold(state))
    return state, (event_of(state, "release", seconds=held, why=why),)


def end(state: State, why: str) -> Result:
    last = event_of(state, "end", seconds=state.held, why=why, left=left_to_hold(state))
    return replace(enter(state, "ended", banked=state.credited), why=why, paused=""), (last,)


def cross(state: State) -> Result:
    """Leave a phase at its end for the next one."""
    if state.phase == "settle":
        return announce(state, state.at)
    if state.phase == "ready":
        return _start_hold(state)
    if state.phase == "hold":
        return let_go(state, "")
    if state.phase == "release":
        return announce(state, state.at + 1)
    if state.phase == "close" and state.ask_seconds > 0 and state.after is None:
        return enter(state, "asking"), ()
    return end(state, "done")


def past_empty_phases(state: State) -> Result:
    """Cross every phase of no length, so that the machine rests only where time can pass."""
    events: list[Event] = []
    while not state.ended and state.remaining <= 0:
        state, happened = cross(state)
        events += happened
    return state, tuple(events)
