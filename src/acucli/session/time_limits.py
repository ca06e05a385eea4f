"""How long a place may still be pressed: three minutes a side and round, ten a day, all its sites together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from acucli.model.practice import PlanStep
from acucli.model.record import Side, sides_of
from acucli.safety.limits import DAY_SECONDS, ROUND_SECONDS
from acucli.session.state import LEAST_HOLD_SECONDS, State


def room(state: State, index: int, *, ahead: bool = False) -> float:
    """Return the most seconds the hold of this step may have, what it has held so far included.

    `ahead` keeps the seconds that the steps still to come need on the same place and side.
    """
    step = state.steps[index]
    if step.place in state.hurt:
        return 0.0
    skipped = (state.skipped if state.phase == "hold" else state.resume_seconds) if index == state.at else 0.0
    found = min(float(ROUND_SECONDS), step.most_seconds)
    for side in sides_of(step.side):
        own = (*_place(step, side), round_of(state.steps, index))
        round_left = min(ROUND_SECONDS, step.most_seconds) - state.pressed.get(own, 0.0)
        day_left = (
            min(DAY_SECONDS, step.most_seconds_per_day) - state.pressed_today.get(_place(step, side), 0.0) + skipped
        )
        if ahead:
            for other in _coming(state, index, side):
                day_left -= state.steps[other].seconds
                if round_of(state.steps, other) == own[-1]:
                    round_left -= state.steps[other].seconds
        found = min(found, round_left, day_left)
    return max(0.0, found)


def is_worth_it(step: PlanStep, seconds: float) -> bool:
    """Tell whether a step can be held for these seconds: five at least, or all of it where it is shorter."""
    return seconds >= min(LEAST_HOLD_SECONDS, step.seconds)


def after_hold(state: State) -> dict[str, Mapping[object, float]]:
    """Return both accounts as they are once the present hold is over, as changes of the state."""
    step = state.steps[state.at]
    pressed, today = dict(state.pressed), dict(state.pressed_today)
    for side in sides_of(step.side):
        place = _place(step, side)
        own = (*place, round_of(state.steps, state.at))
        pressed[own] = pressed.get(own, 0.0) + state.held
        today[place] = today.get(place, 0.0) + state.held - state.skipped
    return {"pressed": pressed, "pressed_today": today}  # type: ignore[dict-item]


def _coming(state: State, index: int, side: Side) -> list[int]:
    """Return the steps still to come on this step's place and side, itself left aside."""
    first = state.at if state.phase in {"settle", "ready", "hold"} else state.at + 1
    place = _place(state.steps[index], side)
    return [
        other
        for other in range(first, len(state.steps))
        if other != index
        and place[0] == _place(state.steps[other], side)[0]
        and side in sides_of(state.steps[other].side)
    ]


def round_of(steps: Sequence[PlanStep], index: int) -> int:
    """Return how often this very site stands before in these steps, on the same side: its round, from 0."""
    own = steps[index]
    return sum(
        (one.code, one.area, one.site) == (own.code, own.area, own.site)
        and not set(sides_of(one.side)).isdisjoint(sides_of(own.side))
        for one in steps[:index]
    )


def _place(step: PlanStep, side: Side) -> tuple[str, Side]:
    return step.place, side
