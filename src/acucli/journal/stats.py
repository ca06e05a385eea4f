"""Statistics: sessions and credited seconds by week, by condition and by how the numbers moved."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from acucli.journal.sessions import Session
from acucli.model.record import Value


class Week(Value, frozen=True, kw_only=True):
    """One week from Monday, its days local."""

    monday: str
    """Its Monday, ISO 8601.

    Example: "2026-11-16"
    """
    sessions: int
    """How many sessions. Example: 3"""
    credited_seconds: float
    """The hold seconds that were pressed. Example: 1200"""


class Tally(Value, frozen=True, kw_only=True):
    """What the sessions of one condition (or routine) add up to; means are of sessions with both numbers."""

    slug: str
    """The condition, routine or point. Example: headache"""
    sessions: int
    """How many sessions. Example: 3"""
    credited_seconds: float
    """The hold seconds that were pressed. Example: 1200"""
    scored: int
    """Sessions with a number before and after. Example: 2"""
    lower: int
    """Of those, in how many the number was lower after. Example: 1"""
    same: int
    """In how many it was the same. Example: 1"""
    higher: int
    """In how many it was higher. Example: 0"""
    mean_before: float | None = None
    """The mean of the numbers before; null without any. Example: 6.0"""
    mean_after: float | None = None
    """The mean of the numbers after; null without any. Example: 4.0"""


class Statistics(Value, frozen=True, kw_only=True):
    """All of it; `weeks` are without gaps, so that a row of them can be drawn."""

    sessions: int
    """How many sessions. Example: 3"""
    days: int
    """On how many days. Example: 2"""
    credited_seconds: float
    """The hold seconds that were pressed. Example: 1200"""
    first_day: str
    """The first day, ISO 8601; empty without sessions.

    Example: "2026-11-01"
    """
    last_day: str
    """The last day, ISO 8601; empty without sessions.

    Example: "2026-11-20"
    """
    weeks: tuple[Week, ...]
    """The weeks, without gaps. Example: []"""
    conditions: tuple[Tally, ...]
    """What the sessions for each condition add up to. Example: []"""
    routines: tuple[Tally, ...]
    """What the sessions of each routine add up to. Example: []"""


def statistics(sessions: Iterable[Session], *, since: str = "", until: str = "", condition: str = "") -> Statistics:
    """Return the statistics of these sessions; days are local, rehearsals never count."""
    kept = [
        item
        for item in sessions
        if item.day
        and not item.rehearsal
        and (not since or item.day >= since)
        and (not until or item.day <= until)
        and (not condition or condition in item.conditions or condition == item.slug)
    ]
    days = sorted({item.day for item in kept})
    return Statistics(
        sessions=len(kept),
        days=len(days),
        credited_seconds=sum(item.credited_seconds for item in kept),
        first_day=days[0] if days else "",
        last_day=days[-1] if days else "",
        weeks=_weeks(kept, days),
        conditions=_tallies((slug, item) for item in kept for slug in item.conditions),
        routines=_tallies((item.slug, item) for item in kept if item.slug),
    )


def _weeks(sessions: list[Session], days: list[str]) -> tuple[Week, ...]:
    if not days:
        return ()
    mondays = {day: _monday(day) for day in days}
    counts: dict[datetime.date, int] = {}
    seconds: dict[datetime.date, float] = {}
    for item in sessions:
        monday = mondays[item.day]
        counts[monday] = counts.get(monday, 0) + 1
        seconds[monday] = seconds.get(monday, 0.0) + item.credited_seconds
    first, last = min(counts), max(counts)
    rows = (first + datetime.timedelta(weeks=number) for number in range((last - first).days // 7 + 1))
    return tuple(
        Week(monday=row.isoformat(), sessions=counts.get(row, 0), credited_seconds=seconds.get(row, 0.0))
        for row in rows
    )


def _monday(day: str) -> datetime.date:
    date = datetime.date.fromisoformat(day)
    return date - datetime.timedelta(days=date.weekday())


def _tallies(pairs: Iterable[tuple[str, Session]]) -> tuple[Tally, ...]:
    groups: dict[str, list[Session]] = {}
    for slug, item in pairs:
        groups.setdefault(slug, []).append(item)
    tallies = (tally(slug, group) for slug, group in groups.items())
    return tuple(sorted(tallies, key=lambda item: (-item.sessions, item.slug)))


def tally(slug: str, sessions: list[Session]) -> Tally:
    """Return what these sessions add up to under one name."""
    scored = [item for item in sessions if item.change is not None]
    changes = [item.change or 0 for item in scored]
    return Tally(
        slug=slug,
        sessions=len(sessions),
        credited_seconds=sum(item.credited_seconds for item in sessions),
        scored=len(scored),
        lower=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        higher=sum(change > 0 for change in changes),
        mean_before=_mean([item.before for item in scored]),
        mean_after=_mean([item.after for item in scored]),
    )


def _mean(numbers: list[int | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return round(sum(known) / len(known), 2) if known else None
