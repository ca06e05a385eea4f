"""Helped: what went with relief and what did not, as counts and without a claim."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.journal.sessions import Session
from acucli.journal.stats import Tally, tally
from acucli.model.record import Value
from acucli.text.counting import counted

LEAST_SCORED = 3
"""Fewer sessions with both numbers than this say nothing at all, and it is said so."""


class Helped(Value, frozen=True, kw_only=True):
    """Counts by what was done: routines, conditions, points; those with most sessions first."""

    sessions: int
    """How many ended sessions. Example: 3"""
    scored: int
    """Sessions with a number before and after. Example: 2"""
    routines: tuple[Tally, ...]
    """The counts of each routine. Example: []"""
    conditions: tuple[Tally, ...]
    """The counts of each condition. Example: []"""
    points: tuple[Tally, ...]
    """The counts of each point that was pressed. Example: []"""


def helped(sessions: Iterable[Session], *, condition: str = "") -> Helped:
    """Return the counts of all ended sessions; a point counts where it was really pressed."""
    kept = [
        item
        for item in sessions
        if not item.rehearsal and (not condition or condition in item.conditions or condition == item.slug)
    ]
    scored = [item for item in kept if item.change is not None]
    return Helped(
        sessions=len(kept),
        scored=len(scored),
        routines=_grouped((item.slug, item) for item in scored if item.slug),
        conditions=_grouped((slug, item) for item in scored for slug in item.conditions),
        points=_grouped((place, item) for item in scored for place in {name for name, _, _ in item.pressed}),
    )


def _grouped(pairs: Iterable[tuple[str, Session]]) -> tuple[Tally, ...]:
    groups: dict[str, list[Session]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return tuple(sorted((tally(*group) for group in groups.items()), key=lambda item: (-item.scored, item.slug)))


def say_tally(item: Tally) -> str:
    """Return one line: how often the number was lower, the same, higher; helps and does not help stand together."""
    times = counted(item.scored, "session")
    line = f"{item.slug}: in {times} with both numbers {item.lower} lower, {item.same} the same, {item.higher} higher"
    return f"{line} after; too few to say anything" if item.scored < LEAST_SCORED else f"{line} after"
