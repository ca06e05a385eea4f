"""A line of the journal is an event as far as a summary needs it: the two definitions do not part."""

from __future__ import annotations

import msgspec

from acucli.journal.journal_lines import Line, PlanHead, StepHead
from acucli.model.practice import Event, Plan, PlanStep

_UNREAD = {"hand"}
"""Fields of an event that no summary reads."""


def defaults(kind: type[msgspec.Struct], names: set[str]) -> dict[str, object]:
    """Return the defaults of some fields of a type."""
    return {field.name: field.default for field in msgspec.structs.fields(kind) if field.name in names}


def test_a_line_has_the_fields_of_an_event_in_their_order() -> None:
    """With the same defaults, and the hash of the plan, which stands on a line of its own."""
    events = [name for name in Event.__struct_fields__ if name not in _UNREAD]
    lines = list(Line.__struct_fields__)
    assert sorted(lines) == sorted([*events, "plan_id"])
    shared = set(lines) - {"sid", "kind", "plan_id"}
    assert defaults(Line, shared) == defaults(Event, shared)


def test_the_heads_of_plans_and_steps_are_parts_of_them() -> None:
    """What they read is written under the same names."""
    assert set(PlanHead.__struct_fields__) <= set(Plan.__struct_fields__)
    assert set(StepHead.__struct_fields__) <= set(PlanStep.__struct_fields__)
