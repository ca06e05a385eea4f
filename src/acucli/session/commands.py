"""What each command does to the session, in one table."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from acucli.model.practice import Event, PlanStep
from acucli.session.phases import announce, end, enter, let_go, past_empty_phases
from acucli.session.state import (
    LEAST_HOLD_SECONDS,
    MORE_SECONDS,
    RETURN_SECONDS,
    Result,
    State,
    event_of,
)
from acucli.session.time_limits import is_worth_it, room


def pause(state: State, value: object = None) -> Result:
    if state.paused:
        return state, ()
    why = str(value or "key")
    event = event_of(state, "pause", seconds=state.held, why=why)
    return replace(state, paused=why), (event,)


def _resume(state: State, value: object = None) -> Result:
    if not state.paused:
        return state, ()
    event = event_of(state, "resume", seconds=state.held, why=str(value or "key"))
    return replace(state, paused=""), (event,)


def _toggle(state: State, value: object = None) -> Result:
    return _resume(state, value) if state.paused else pause(state, value)


def _next(state: State, _value: object) -> Result:
    if state.phase in {"close", "asking"}:
        return end(state, "done")
    return _leave_for(state, state.at if state.phase == "settle" else state.at + 1, "next")


def _back(state: State, _value: object) -> Result:
    """Go one step back, for what is left of its time; nothing happens where nothing is."""
    at = max(0, state.at - 1)
    left = let_go(state, "back")[0] if state.phase == "hold" else state
    if state.steps and not is_worth_it(left.steps[at], room(replace(left, resume_seconds=0.0), at)):
        return state, ()
    return _leave_for(state, at, "back")


def _leave_for(state: State, at: int, why: str) -> Result:
    events: tuple[Event, ...] = ()
    if state.phase == "hold":
        state, events = let_go(state, why)
    state = replace(state, resume_seconds=0.0)
    state, announced = announce(state, at)
    state, further = past_empty_phases(state)
    return state, (*events, *announced, *further)


def _there(state: State, _value: object) -> Result:
    """The finger is there: settle in no longer, or hold in five seconds, the time to return to the place."""
    if state.phase == "settle":
        return _next(state, None)
    if state.phase != "ready" or state.there:
        return state, ()
    left = min(RETURN_SECONDS, state.remaining)
    return replace(state, there=True, elapsed=state.length - left), ()


def _hurts(state: State, _value: object) -> Result:
    """It hurts or tingles: let go now; this place is not pressed again, on neither side."""
    present = state.step
    if present is None or state.phase not in {"ready", "hold", "release"} or present.place in state.hurt:
        return state, ()
    hurt = (*state.hurt, present.place)
    if state.phase == "hold":
        state, events = let_go(state, "hurts")
        return replace(state, hurt=hurt, paused=""), events
    event = event_of(state, "release", why="hurts")
    if state.phase == "ready":
        state = enter(state, "release", resume_seconds=0.0)
    return replace(state, hurt=hurt, paused=""), (event,)


def _favourite(state: State, _value: object) -> Result:
    """Keep this session as a favourite, or take that back; only once the last hold is over."""
    if state.phase not in {"close", "asking"}:
        return state, ()
    return replace(state, favourite=not state.favourite), ()


def _more(state: State, _value: object) -> Result:
    return _change_length(state, MORE_SECONDS)


def _less(state: State, _value: object) -> Result:
    return _change_length(state, -MORE_SECONDS)


def _change_length(state: State, by: float) -> Result:
    """Change this hold, and with it the other side that follows, so that both sides stay equal."""
    present = state.step
    if present is None or state.phase not in {"settle", "ready", "hold"}:
        return state, ()
    steps = list(state.steps)
    after = state.at + 1
    follows = after < len(steps) and steps[after].turn == "other-side" and present.turn != "other-side"
    for index in (state.at, after) if follows else (state.at,):
        by = min(by, max(0.0, room(state, index, ahead=True) - steps[index].seconds))
    changed = _changed(present, by, least=state.held)
    steps[state.at] = changed
    if follows:
        steps[after] = _changed(steps[after], changed.seconds - present.seconds, least=0.0)
    again = state.ten_said and by > 0
    state = replace(state, steps=tuple(steps), ten_said=state.ten_said and not again)
    return past_empty_phases(state)


def _changed(present: PlanStep, by: float, *, least: float) -> PlanStep:
    lowest = min(present.seconds, max(LEAST_HOLD_SECONDS, least))
    return replace(present, seconds=max(lowest, present.seconds + by))


def _repeat(state: State, _value: object) -> Result:
    """Add this step's side once more at the end: one side needs more."""
    present = state.step
    if present is None or state.phase not in {"ready", "hold", "release"}:
        return state, ()
    same = [item for item in state.steps if _same_place(item, present)]
    waiting = any(item.n > len(state.plan.steps) for item in state.steps[state.at + 1 :] if item in same)
    ready = max(item.ready_seconds for item in state.steps)
    again = replace(present, n=len(state.steps) + 1, turn="again", ready_seconds=ready)
    longer = replace(state, steps=(*state.steps, again))
    seconds = min(again.seconds, room(longer, len(state.steps), ahead=True))
    if waiting or not is_worth_it(again, seconds):
        return state, ()
    return replace(longer, steps=(*state.steps, replace(again, seconds=seconds))), ()


def _same_place(one: PlanStep, other: PlanStep) -> bool:
    return (one.code, one.area, one.side, one.site) == (other.code, other.area, other.side, other.site)


def _breathing(state: State, value: object) -> Result:
    wanted = {"on": True, "off": False}.get(str(value), not state.breathing)
    return replace(state, breathing=wanted), ()


def _mute(state: State, _value: object) -> Result:
    return replace(state, muted=not state.muted), ()


def _quit(state: State, value: object) -> Result:
    return end(state, str(value or "quit"))


def _score(state: State, value: object) -> Result:
    """Note how it is, 0 to 10: before the first hold, or once the last is over; a digit in between says nothing."""
    if not isinstance(value, int) or not 0 <= value <= 10:
        return state, ()
    if state.phase == "settle":
        return replace(state, before=value), (event_of(state, "score", score=value, when="before"),)
    if state.phase not in {"close", "asking"}:
        return state, ()
    event = event_of(state, "score", score=value, when="after")
    state = replace(state, after=value)
    if state.phase == "close":
        return state, (event,)
    state, ended = end(state, "done")
    return state, (event, *ended)


COMMANDS: dict[str, Callable[[State, object], Result]] = {
    "pause": pause,
    "resume": _resume,
    "toggle": _toggle,
    "next": _next,
    "back": _back,
    "more": _more,
    "less": _less,
    "repeat": _repeat,
    "breathing": _breathing,
    "mute": _mute,
    "there": _there,
    "hurts": _hurts,
    "favourite": _favourite,
    "quit": _quit,
    "score": _score,
}
"""Every command by its name; `pause` and `quit` may carry the reason, `score` the number."""
