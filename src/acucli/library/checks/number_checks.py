"""How small and how large a number may be: seconds, rounds, minutes, strokes (codes P016, S008, T013)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources


class Bound(NamedTuple):
    """The least and the most a number may be, and what it counts."""

    least: float
    most: float
    unit: str


STEP_SECONDS = Bound(5, 180, "seconds")
"""One hold on one side: the most is the round of every point (safety, time-limit)."""
ROUNDS = Bound(1, 5, "rounds")
"""As many as `--rounds` takes."""
SITES = Bound(1, 40, "places")
BREATH_SECONDS = Bound(0.5, 20, "seconds")
HELD_SECONDS = Bound(0.5, 10, "seconds")
"""A held breath: the longest pattern that is taught holds for seven (the project's own precaution)."""

FIELDS: tuple[tuple[str, str, str, Bound], ...] = (
    ("points", "sites", "P016", SITES),
    ("routines", "target_minutes", "T013", Bound(0.5, 60, "minutes")),
    ("techniques", "usual_seconds", "T013", STEP_SECONDS),
    ("techniques", "strokes", "T013", Bound(1, 200, "strokes")),
    ("techniques", "rhythm", "T013", Bound(5, 240, "beats a minute")),
    ("breathing", "max_cycles", "T013", Bound(1, 60, "breaths")),
    ("breathing", "max_minutes", "T013", Bound(0.1, 60, "minutes")),
    ("cautions", "max_seconds", "S008", STEP_SECONDS),
    ("cautions", "max_seconds_per_day", "S008", Bound(5, 600, "seconds")),
)
"""Shelf, field, code and bound of each number that stands directly in a record; an empty field has none."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the numbers nobody can mean."""
    for shelf, field, code, bound in FIELDS:
        for item in sources.all(shelf):
            yield from _outside(item, code, getattr(item.record, field), bound, field)
    for item in sources.all("routines"):
        for index, step in enumerate(item.record.steps):
            yield from _outside(item, "T013", step.seconds, STEP_SECONDS, "steps", index, "seconds")
            yield from _outside(item, "T013", step.rounds, ROUNDS, "steps", index, "rounds")
    for item in sources.all("breathing"):
        for index, phase in enumerate(item.record.phases):
            bound = HELD_SECONDS if phase.do == "hold" else BREATH_SECONDS
            yield from _outside(item, "T013", phase.seconds, bound, "phases", index, "seconds")


def _outside(item: Located, code: str, number: float | None, bound: Bound, *path: object) -> Iterator[Problem]:
    if number is not None and not bound.least <= number <= bound.most:
        reason = f"{number:g} is not within {bound.least:g} to {bound.most:g} {bound.unit}"
        yield item.problem(code, reason, "write a number between the two", *path)
