"""The session as a pure machine: `step(state, Tick | Command) -> (state, events)`, with no clock inside."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from acucli.model.practice import Event, Plan
from acucli.session.commands import COMMANDS, pause
from acucli.session.phases import cross, past_empty_phases
from acucli.session.state import (
    GAP_SECONDS,
    Command,
    Result,
    SessionPosition,
    SessionStart,
    State,
    Tick,
    event_of,
    left_to_hold,
    marks,
)

__all__ = ["Command", "SessionPosition", "State", "Tick", "begin", "place_after", "step"]

_ROUNDING_SECONDS = 1e-9
"""What sums of floats may miss: less is no time at all, and nobody waits for it."""


def begin(plan: Plan, start: SessionStart | None = None) -> Result:
    """Return the first state and events of a session."""
    given = start or SessionStart()
    place = given.at or SessionPosition()
    first = min(max(place.at, 0), len(plan.steps))
    state = State(
        plan=plan,
        steps=plan.steps,
        at=first,
        resume_seconds=max(0.0, place.seconds),
        speed=given.speed,
        rehearsal=given.rehearsal,
        ask_seconds=given.ask_seconds,
        before=given.before,
        pressed_today=dict(given.pressed_today),
        waits=given.waits,
    )
    started = Event(
        kind="start",
        plan=plan,
        rehearsal=given.rehearsal,
        speed=given.speed,
        resumes=given.resumes,
        left=left_to_hold(state),
        step=first + 1 if given.resumes else 0,
    )
    asked = () if given.before is None else (event_of(state, "score", score=given.before, when="before"),)
    state, events = past_empty_phases(state)
    return state, (started, *asked, *events)


def step(state: State, given: Tick | Command) -> Result:
    """Return the state after a tick or a command, with what happened in order."""
    if isinstance(given, Tick):
        return _tick(state, given)
    handler = COMMANDS.get(given.name)
    if state.ended or handler is None:
        return state, ()
    return handler(state, given.value)


def place_after(events: Sequence[Event]) -> SessionPosition:
    """Return where a session is taken up again after these events of its journal, as exactly as they tell it."""
    place = SessionPosition()
    for event in events:
        if event.kind in {"step", "side"}:
            place = SessionPosition(event.step - 1, 0.0)
        elif event.kind == "release" and not event.why:
            place = SessionPosition(event.step, 0.0)
        elif event.step and event.seconds and event.kind in {"half", "ten_seconds", "pause", "resume", "end"}:
            place = SessionPosition(event.step - 1, event.seconds)
    return place


def _tick(state: State, tick: Tick) -> Result:
    if state.mono is None or state.ended:
        return replace(state, mono=tick.mono, boot=tick.boot), ()
    by_mono, by_boot = tick.mono - state.mono, tick.boot - state.boot
    state = replace(state, mono=tick.mono, boot=tick.boot)
    if state.stands:
        return state, ()
    if by_mono > GAP_SECONDS or by_boot - by_mono > GAP_SECONDS or by_mono < 0:
        return _lost(state, max(by_mono, by_boot, 0.0))
    return _advance(state, by_mono * state.rate)


def _lost(state: State, seconds: float) -> Result:
    gap = event_of(state, "gap", seconds=seconds)
    paused, events = pause(state, "gap")
    return paused, (gap, *events)


def _advance(state: State, budget: float) -> Result:
    events: list[Event] = []
    while not state.ended and budget >= state.remaining - _ROUNDING_SECONDS:
        budget = max(0.0, budget - state.remaining)
        state, happened = _to(state, state.length)
        events += happened
        rate = state.rate
        state, happened = cross(state)
        budget *= state.rate / rate
        events += happened
    if not state.ended:
        state, happened = _to(state, state.elapsed + budget)
        events += happened
    return state, tuple(events)


def _to(state: State, elapsed: float) -> Result:
    """Move within the phase, telling the marks that are passed on the way."""
    events: list[Event] = []
    if state.phase == "hold":
        for mark, kind in sorted(marks(state).items()):
            if mark > elapsed + _ROUNDING_SECONDS or mark >= state.length:
                continue
            state = replace(state, elapsed=mark, **{f"{'ten' if kind == 'ten_seconds' else 'half'}_said": True})
            events.append(event_of(state, kind, seconds=state.held))
    return replace(state, elapsed=elapsed), tuple(events)
