"""The answer of `acu session --dry-run`: parts of a plan and its steps; the fields stand in `model.practice` alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from acucli.model.answers import Answer, Document, Flag, LibraryStamp, stamp_of
from acucli.model.library import Library
from acucli.model.practice import LeftOut, Plan, PlanStep, StandIn


def _part_of(name: str, about: str, whole: type[msgspec.Struct], fields: Sequence[str], *, needed: bool) -> Any:
    """Return an answer of some fields of another value, in this order; `needed` fields have no default."""
    known = {field.name: field for field in msgspec.structs.fields(whole)}
    made = [
        (known[field].name, known[field].type)
        if needed or known[field].required
        else (known[field].name, known[field].type, known[field].default)
        for field in fields
    ]
    return msgspec.defstruct(
        name,
        made,
        bases=(Answer,),
        module=__name__,
        namespace={"fields_from": whole, "__doc__": about} | ({"place": PlanStep.place} if needed else {}),
        frozen=True,
        kw_only=True,
        omit_defaults=not needed,
    )


_OF_STEP = (
    "n", "code", "area", "side", "hand", "technique", "seconds", "words", "name", "pressure", "position",
    "ready_seconds", "release_seconds", "cautions",
)  # fmt: skip
_BESIDE_PLAN = frozenset({"steps", "left_out", "stand_ins", "says"})

if TYPE_CHECKING:  # to whoever checks the types they are the values that their fields come from
    TimetableStep = PlanStep
    TimetablePlan = Plan
else:
    TimetableStep = _part_of("TimetableStep", "One step of a timetable.", PlanStep, _OF_STEP, needed=True)
    TimetablePlan = _part_of(
        "TimetablePlan",
        "A plan without what stands beside it.",
        Plan,
        [name for name in Plan.__struct_fields__ if name not in _BESIDE_PLAN],
        needed=False,
    )


class Timetable(Document, frozen=True, kw_only=True):
    """The answer of `acu session --dry-run --json`: the plan, its steps beside it, what was left out and stands in."""

    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    plan: TimetablePlan
    """The plan without its steps.

    Example: {slug: stress, name: Stress, kind: routine, pace: {slug: off, name: No pacer}, total_seconds: 60}
    """
    steps: tuple[TimetableStep, ...]
    """The timed steps in their order. Example: []"""
    left_out: tuple[LeftOut, ...]
    """What is not in it for this person, with the reason. Example: []"""
    stand_ins: tuple[StandIn, ...]
    """What took the place of what. Example: []"""


class ProposalAnswer(Timetable, frozen=True, kw_only=True):
    """The answer of `acu plan`: a timetable, why each place is in it, what is said first, and perhaps a course."""

    why: tuple[str, ...] = ()
    """Each place with its reason. Example: ["GB20: at the base of the skull"]"""
    said: tuple[str, ...] = ()
    """What is said first. Example: ["That is strong."]"""
    course: str = ""
    """The condition of a course that is offered; empty where none is. Example: low-back-pain"""
    watch_for: tuple[Flag, ...] = ()
    """Warning signs that are told. Example: []"""


def timetable_of(plan: Plan, library: Library) -> Timetable:
    """Return a plan as its timetable."""
    return Timetable(**_parts(plan, library))


def proposal_of(plan: Plan, library: Library, **more: Any) -> ProposalAnswer:
    """Return a plan as a proposal; `more` are the fields that a proposal has beyond a timetable."""
    return ProposalAnswer(**_parts(plan, library), **more)


def _parts(plan: Plan, library: Library) -> dict[str, Any]:
    return {
        "library": stamp_of(library),
        "plan": TimetablePlan(**{name: getattr(plan, name) for name in TimetablePlan.__struct_fields__}),
        "steps": tuple(
            TimetableStep(**{name: getattr(step, name) for name in TimetableStep.__struct_fields__})
            for step in plan.steps
        ),
        "left_out": plan.left_out,
        "stand_ins": plan.stand_ins,
    }
