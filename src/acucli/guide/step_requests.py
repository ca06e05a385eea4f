"""Drafts: the places a session would press, before they are fitted to a person and a time."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from acucli.model.conditions import Choice, Condition
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.record import Side, Value
from acucli.model.routines import Position, Routine, RoutineStep

COMPOSED_POINTS = 5
"""A composed session holds about five points: with both sides that is eight to ten minutes."""

_POSITION_OF_REGION: dict[str, Position] = {
    "belly-upper": "lying-on-back",
    "belly-lower": "lying-on-back",
    "groin": "lying-on-back",
    "ankle": "feet",
    "foot": "feet",
    "toe": "feet",
    "sole": "feet",
}
_ORDER: tuple[Position, ...] = ("seated", "feet", "lying-on-side", "lying-on-back", "lying-face-down")


class StepRequest(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One place to press: a point or an area; `seconds` are for each side, 0 the place's usual."""

    code: str = ""
    area: str = ""
    technique: str = "press"
    tool: str = ""
    side: Side = "both"
    seconds: int = 0
    pressure: int = 0
    position: Position = "seated"
    words: str = ""
    stand_in: tuple[str, ...] = ()
    rounds: int = 1
    why: str = ""
    stands_for: str = ""


def of_routine(routine: Routine) -> tuple[StepRequest, ...]:
    """Return the drafts of a written routine, in its order."""
    return tuple(_of_step(step) for step in routine.steps)


def of_condition(
    condition: Condition, library: Library, *, setting: str = "", count: int = COMPOSED_POINTS
) -> tuple[StepRequest, ...]:
    """Return the drafts composed for a condition: near and far points within reach, grouped by position.

    The condition's order decides; a far point and a near one are kept wherever it names both. Points that only a tool
    or a partner reaches stay out.
    """
    usable = [
        choice
        for choice in condition.points
        if choice.code in library.points and fits_setting(library.points[choice.code], setting)
    ]
    chosen = _mixed(usable, count)
    rest = tuple(choice.code for choice in usable if choice not in chosen)
    made = [_of_choice(choice, library.points[choice.code], rest) for choice in chosen]
    return grouped(made)


def of_points(codes: Iterable[str], library: Library) -> tuple[StepRequest, ...]:
    """Return the drafts of points chosen by code, in the order given.

    Raises:
        KeyError: a code the library does not hold.
    """
    return tuple(of_point(library.points[code]) for code in codes)


def of_point(point: Point, *, why: str = "") -> StepRequest:
    """Return the draft of one point with nothing but its own words."""
    return StepRequest(code=point.code, side=point.sides, position=position_of(point.press_region), why=why)


def standing_in(draft: StepRequest, point: Point) -> StepRequest:
    """Return the draft with another point in its place; the routine's words stay behind, they name the first."""
    return msgspec.structs.replace(
        draft,
        code=point.code,
        area="",
        technique="press",
        tool="",
        side=point.sides,
        pressure=0,
        words="",
        stand_in=(),
        stands_for=draft.code or draft.area,
        why=f"{point.code} stands in for {draft.code or draft.area}",
    )


def grouped(drafts: Iterable[StepRequest]) -> tuple[StepRequest, ...]:
    """Return the drafts with all seated places first, then the feet, then those lying down."""
    return tuple(sorted(drafts, key=lambda draft: _ORDER.index(draft.position)))


def position_of(region: str) -> Position:
    """Return the position in which a region is pressed."""
    return _POSITION_OF_REGION.get(region, "seated")


def fits_setting(point: Point, setting: str) -> bool:
    """Tell whether one reaches the point oneself, and in the setting where one is named."""
    return point.pressable and "self" in point.reach and (not setting or setting in point.settings)


def _mixed(usable: list[Choice], count: int) -> list[Choice]:
    """Return the first `count`, with the best near and far point among them where both exist."""
    chosen = usable[:count]
    for role in ("local", "distal"):
        if chosen and not any(choice.role == role for choice in chosen):
            found = next((choice for choice in usable[count:] if choice.role == role), None)
            if found is not None:
                chosen = [*chosen[:-1], found]
    return chosen


def _of_choice(choice: Choice, point: Point, rest: tuple[str, ...]) -> StepRequest:
    draft = of_point(point, why=choice.why)
    return msgspec.structs.replace(draft, stand_in=(*point.instead, *rest))


def _of_step(step: RoutineStep) -> StepRequest:
    return StepRequest(
        code=step.point,
        area=step.area,
        technique=step.technique,
        tool=step.tool,
        side=step.side,
        seconds=step.seconds or 0,
        pressure=step.pressure or 0,
        position=step.position,
        words=step.words,
        stand_in=step.stand_in,
        rounds=step.rounds,
    )
