"""The answer of `acu session --dry-run`: parts of a plan and its steps; the fields stand in `model.practice` alone."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from acucli.model.answers import SCHEMA_VERSION, Answer, LibraryStamp
from acucli.model.library import Library
from acucli.model.practice import LeftOut, Plan, PlanStep, StandIn


def _part_of(
    name: str, about: str, whole: type[msgspec.Struct], fields: Sequence[str], *, needed: bool
) -> type[Answer]:
    """Return an answer of some fields of another value, in this order; `needed` fields have no default."""
    known = {field.name: field for field in msgspec.structs.fields(whole)}
    made = [
        (known[field].name, known[field].type)
        if needed or known[field].required
        else (known[field].name, known[field].type, known[field].default)
        for field in fields
    ]
    return msgspec.defstruct(  # type: ignore[return-value]
        name,
        made,
        bases=(Answer,),
        module=__name__,
        namespace={"fields_from": whole.__name__, "__doc__": about},
        frozen=True,
        kw_only=True,
        omit_defaults=not needed,
    )


_OF_STEP = (
    "n", "code", "area", "side", "hand", "technique", "seconds", "words", "name", "pressure", "position",
    "ready_seconds", "release_seconds", "cautions",
)  # fmt: skip
_BESIDE_PLAN = frozenset({"steps", "left_out", "stand_ins", "says"})

TimetableStep = _part_of("TimetableStep", "One step of a timetable.", PlanStep, _OF_STEP, needed=True)
TimetablePlan = _part_of(
    "TimetablePlan",
    "A plan without what stands beside it.",
    Plan,
    [name for name in Plan.__struct_fields__ if name not in _BESIDE_PLAN],
    needed=False,
)


class Timetable(Answer, frozen=True, kw_only=True):
    """The answer of `acu session --dry-run --json`: the plan, its steps beside it, what was left out and stands in."""

    schema_version: int
    """The version of this form; keys are only added under one. Example: 1"""
    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    plan: TimetablePlan  # type: ignore[valid-type]
    """The plan without its steps.

    Example: {slug: stress, name: Stress, kind: routine, pace: {slug: off, name: No pacer}, total_seconds: 60}
    """
    steps: tuple[TimetableStep, ...]  # type: ignore[valid-type]
    """The timed steps in their order. Example: []"""
    left_out: tuple[LeftOut, ...]
    """What is not in it for this person, with the reason. Example: []"""
    stand_ins: tuple[StandIn, ...]
    """What took the place of what. Example: []"""


def timetable_of(plan: Plan, library: Library) -> Timetable:
    """Return a plan as its timetable."""
    return Timetable(
        schema_version=SCHEMA_VERSION,
        library=LibraryStamp(version=library.version, fingerprint=library.fingerprint),
        plan=TimetablePlan(**{name: getattr(plan, name) for name in TimetablePlan.__struct_fields__}),
        steps=tuple(
            TimetableStep(**{name: getattr(step, name) for name in TimetableStep.__struct_fields__})
            for step in plan.steps
        ),
        left_out=plan.left_out,
        stand_ins=plan.stand_ins,
    )
