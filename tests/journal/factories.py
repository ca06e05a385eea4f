"""Factories of the journal tests: sessions as the machine writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from acucli.journal.store import Journal
from acucli.model.practice import Event, Pace, Plan, PlanStep

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def make_plan(slug: str = "stress", codes=("LI4", "PC6"), seconds: float = 30.0, conditions=("stress",)) -> Plan:
    steps = tuple(
        PlanStep(n=number, name=code, code=code, seconds=seconds, side="left", words="Press in slowly.")
        for number, code in enumerate(codes, start=1)
    )
    total = seconds * len(steps)
    pace = Pace(slug="off", name="Off")
    return Plan(
        slug=slug,
        name=slug.capitalize(),
        kind="routine",
        steps=steps,
        pace=pace,
        total_seconds=total,
        conditions=conditions,
    )


def make_session(
    sid: str = "s1",
    at: datetime = START,
    *,
    offset_minutes: int = 60,
    before: int | None = None,
    after: int | None = None,
    why: str | None = "done",
    holds: int = 2,
    rehearsal: bool = False,
    **plan: object,
) -> list[Event]:
    """Return the events of a session; `why` None leaves it without an end, `holds` says how many holds were done."""
    made = make_plan(**plan)
    events = [Event(kind="start", plan=made, rehearsal=rehearsal, left=made.hold_seconds, zone="Europe/Berlin")]
    if before is not None:
        events.append(Event(kind="score", when="before", score=before, left=made.hold_seconds))
    credited = 0.0
    for step in made.steps[:holds]:
        left = made.hold_seconds - credited
        place = {"code": step.code, "side": step.side, "step": step.n}
        events.append(Event(kind="step", seconds=step.seconds, credited=credited, left=left, **place))
        credited += step.seconds
        events.append(
            Event(kind="release", seconds=step.seconds, credited=credited, left=made.hold_seconds - credited, **place)
        )
    left = made.hold_seconds - credited
    if after is not None:
        events.append(Event(kind="score", when="after", score=after, credited=credited, left=left))
    if why is not None:
        events.append(Event(kind="end", why=why, credited=credited, left=left))
    return [
        replace(
            event,
            sid=sid,
            seq=number,
            at=(at + timedelta(seconds=number)).isoformat(),
            offset_minutes=offset_minutes,
            mono=float(number),
        )
        for number, event in enumerate(events)
    ]


def keep(journal: Journal, events: list[Event]) -> None:
    for event in events:
        journal.append(event)
