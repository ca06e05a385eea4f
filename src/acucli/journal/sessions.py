"""Sessions: what the journal's lines say of each, one summary a session."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

from acucli.errors import MachineRefused
from acucli.journal.journal_lines import Line, PlanHead
from acucli.journal.store import Journal
from acucli.model.practice import Event, Plan
from acucli.model.record import Value

RESUME_HOURS = 12
"""A session older than this is started anew (`resume` in cautions.yaml: the warning signs are asked again)."""


class Note(Value, frozen=True, kw_only=True, gc=False):
    """Something the person wrote, during a session or later; `at` is UTC, ISO 8601."""

    at: str
    """When it was written, UTC, ISO 8601.

    Example: "2026-11-20T12:00:00Z"
    """
    text: str
    """What was written. Example: slept well"""


class Session(Value, frozen=True, kw_only=True, gc=False):
    """One session as the journal tells it.

    `day` is the local date where it was done; seconds are hold seconds; `why` says how it ended ("" while it runs or
    when it broke off). `pressed` holds credited seconds by (code or area, side).
    """

    sid: str
    """Its id; a beginning of it is enough to name it. Example: 01HX3K"""
    at: str
    """When it began, UTC, ISO 8601.

    Example: "2026-11-20T12:00:00Z"
    """
    day: str
    """The local day, ISO 8601.

    Example: "2026-11-20"
    """
    offset_minutes: int = 0
    """By how many minutes local time was ahead of UTC. Example: 60"""
    slug: str = ""
    """The routine or condition; empty where it was a choice of points. Example: stress"""
    name: str = ""
    """What it was called. Example: Stress"""
    kind: str = ""
    """What kind of plan it was. Example: routine"""
    conditions: tuple[str, ...] = ()
    """The conditions it was for. Example: [headache]"""
    planned_seconds: float = 0.0
    """The hold seconds that were planned. Example: 420"""
    credited_seconds: float = 0.0
    """The hold seconds that were pressed. Example: 400"""
    left_seconds: float = 0.0
    """The seconds that were left when it stopped. Example: 20"""
    why: str = ""
    """How it ended; empty while it runs or when it broke off. Example: done"""
    before: int | None = None
    """The number before, 0 to 10; null where none was given. Example: 6"""
    after: int | None = None
    """The number after, 0 to 10; null where none was given. Example: 3"""
    rehearsal: bool = False
    """true where it was rehearsed at another speed: nothing of it counts. Example: false"""
    speed: float = 1.0
    """How many times faster than life it ran. Example: 1.0"""
    resumes: str = ""
    """The id of the session that it went on with; empty otherwise. Example: 01HX3J"""
    zone: str = ""
    """The name of the time zone. Example: Europe/London"""
    notes: tuple[Note, ...] = ()
    """What the person wrote. Example: []"""
    codes: tuple[str, ...] = ()
    """The points of the plan. Example: [LI4, PC6]"""
    pressed: tuple[tuple[str, str, float], ...] = ()
    """What was pressed: point or area, side, seconds. Example: [[LI4, left, 60.0]]"""

    @property
    def ended(self) -> bool:
        """Tell whether it came to an end of any kind."""
        return bool(self.why)

    @property
    def change(self) -> int | None:
        """Return after less before (below nothing is relief), None without both numbers."""
        return None if self.before is None or self.after is None else self.after - self.before


def sessions_of(lines: Iterable[Line], *, rehearsals: bool = False, undone: bool = False) -> list[Session]:
    """Return every session in the order of its start by the clock; those taken back and rehearsals only when asked for.

    An import may bring an older session in later: what counts is when it was done.
    """
    by_sid: dict[str, _Summary] = {}
    heads: dict[str, _Head] = {}
    taken_back: set[str] = set()
    for line in lines:
        own = by_sid.get(line.sid)
        if own is None:
            own = by_sid[line.sid] = _Summary(line)
        own.add(line, heads)
        if line.kind == "undo":
            taken_back.symmetric_difference_update({line.sid})
    found = [
        summary.session(sid)
        for sid, summary in by_sid.items()
        if (undone or sid not in taken_back) and (rehearsals or not summary.rehearsal)
    ]
    found.sort(key=lambda session: _sort_key(session.at))
    return found


def _sort_key(at: str) -> float:
    """Return the seconds of a moment; what names none comes first."""
    moment = moment_of(at)
    return moment.timestamp() if moment is not None else float("-inf")


def pressed_on(sessions: Iterable[Session], day: str) -> dict[tuple[str, str], float]:
    """Return the seconds pressed on a local day, by (code or area, side); `both` counts for left and right alike."""
    found: dict[tuple[str, str], float] = {}
    for session in sessions:
        if session.day != day or session.rehearsal:
            continue
        for place, side, seconds in session.pressed:
            for one in ("left", "right") if side == "both" else (side,):
                found[place, one] = found.get((place, one), 0.0) + seconds
    return found


class Unfinished(NamedTuple):
    """A session that can be taken up again: its plan, its events in order, and its summary."""

    session: Session
    plan: Plan
    events: tuple[Event, ...]


def last_unfinished(journal: Journal, *, now: datetime.datetime, host: str) -> Unfinished:
    """Return the newest session that broke off, for `--resume`.

    Raises:
        MachineRefused: there is none, it still runs, another machine wrote it, or it is older than 12 hours.
    """
    recent = journal.recent(_LOOKED_THROUGH)
    resumed = {line.resumes for line in recent.lines if line.resumes}
    starts = {line.sid: line for line in recent.lines if line.kind == "start"}
    candidates = [
        item
        for item in sessions_of(recent.lines)
        if item.sid in starts and item.sid not in resumed and item.why != "done" and item.left_seconds > 0 and item.slug
    ]
    if not candidates:
        raise MachineRefused("there is no interrupted session", hint="start one: acu session stress")
    newest = candidates[-1]
    start = starts[newest.sid]
    if not newest.ended and start.host and start.host != host:
        raise MachineRefused(f"that session was started on another machine ({start.host})", hint="start a new one")
    if not newest.ended and start.pid and start.pid != os.getpid() and _is_running(start.pid):
        raise MachineRefused("that session is still running", hint="go on in the other window, or end it there")
    last = [line for line in recent.lines if line.sid == newest.sid and line.kind not in {"note", "undo"}][-1]
    moment = moment_of(last.at)
    if moment is None or now.astimezone(datetime.UTC) - moment > datetime.timedelta(hours=RESUME_HOURS):
        hint = f"start new: acu session {newest.slug}"
        raise MachineRefused(f"the last session broke off more than {RESUME_HOURS} hours ago", hint=hint)
    events = journal.events_of(newest.sid)
    plan = next((event.plan for event in events if event.kind == "start" and event.plan is not None), None)
    if plan is None:
        raise MachineRefused("the plan of the last session cannot be read", hint=f"acu session {newest.slug}")
    return Unfinished(newest, plan, events)


_LOOKED_THROUGH = 50
"""How many of the newest sessions are looked through for one that broke off."""


class _Head(NamedTuple):
    """What a session tells of its plan; sessions of one plan share it."""

    slug: str = ""
    name: str = ""
    kind: str = ""
    conditions: tuple[str, ...] = ()
    planned_seconds: float = 0.0
    codes: tuple[str, ...] = ()


_NO_HEAD = _Head()


class _Summary:
    """What the lines of one session add up to, line by line: the lines themselves are not kept."""

    __slots__ = (
        "at", "credited", "head", "left", "notes", "offset_minutes", "pressed", "rehearsal", "resumes", "scores",
        "speed", "why", "zone",
    )  # fmt: skip

    def __init__(self, first: Line) -> None:
        self.head = _NO_HEAD
        self.credited = self.left = 0.0
        self.why = ""
        self.scores: tuple[int | None, int | None] = (None, None)
        self.notes: tuple[Note, ...] = ()
        self.pressed: dict[tuple[str, str], float] = {}
        self._begin(first)

    def _begin(self, line: Line) -> None:
        self.at, self.offset_minutes, self.zone = line.at, line.offset_minutes, line.zone
        self.rehearsal, self.speed, self.resumes = line.rehearsal, line.speed, line.resumes

    def add(self, line: Line, heads: dict[str, _Head]) -> None:
        """Count a line in; `heads` are those of the plans met so far."""
        kind = line.kind
        if kind == "note":
            self.notes = (*self.notes, Note(at=line.at, text=line.text))
        if kind in {"note", "undo"}:
            return
        self.left = line.left
        if kind == "start":
            self._begin(line)
            self.head = _head_of(line, heads)
        elif kind == "score":
            before, after = self.scores
            self.scores = (line.score, after) if line.when == "before" else (before, line.score)
        elif kind == "end":
            self.why = line.why or "done"
        if line.credited > self.credited:
            place = line.code or line.area
            if place:  # what was credited since the line before belongs to the hold this line names
                key = (sys.intern(place), sys.intern(line.side))
                self.pressed[key] = self.pressed.get(key, 0.0) + line.credited - self.credited
            self.credited = line.credited

    def session(self, sid: str) -> Session:
        """Return the summary as it stands."""
        head = self.head
        return Session(
            sid=sid,
            at=self.at,
            day=local_day(self.at, self.offset_minutes),
            offset_minutes=self.offset_minutes,
            slug=head.slug,
            name=head.name,
            kind=head.kind,
            conditions=head.conditions,
            planned_seconds=head.planned_seconds,
            credited_seconds=self.credited,
            left_seconds=self.left,
            why=self.why,
            before=self.scores[0],
            after=self.scores[1],
            rehearsal=self.rehearsal,
            speed=self.speed,
            resumes=self.resumes,
            zone=self.zone,
            notes=self.notes,
            codes=head.codes,
            pressed=tuple([(place, side, seconds) for (place, side), seconds in self.pressed.items()]),
        )


def _head_of(line: Line, heads: dict[str, _Head]) -> _Head:
    known = heads.get(line.plan_id) if line.plan_id else None
    if known is not None:
        return known
    plan = line.plan or PlanHead()
    head = _Head(
        slug=plan.slug,
        name=plan.name or plan.slug,
        kind=plan.kind,
        conditions=plan.conditions,
        planned_seconds=sum(step.seconds for step in plan.steps),
        codes=tuple(dict.fromkeys([step.code or step.area for step in plan.steps])),
    )
    if line.plan_id:
        heads[line.plan_id] = head
    return head


_FIRST_YEAR, _LAST_YEAR = 1970, 9000
"""Years a line may name; what lies outside cannot be counted with on every machine."""


def local_day(at: str, offset_minutes: int) -> str:
    """Return the local date of a UTC moment, "" when it is none."""
    moment = local_moment(at, offset_minutes)
    return moment.date().isoformat() if moment is not None else ""


def local_moment(at: str, offset_minutes: int) -> datetime.datetime | None:
    """Return a UTC moment as the clock on the wall showed it there, None when it is none."""
    moment = moment_of(at)
    try:
        return moment + datetime.timedelta(minutes=offset_minutes) if moment is not None else None
    except OverflowError:
        return None


def moment_of(at: str) -> datetime.datetime | None:
    """Return the moment a line names, None when it names none that can be counted with."""
    try:
        moment = datetime.datetime.fromisoformat(at)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
        moment = moment.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _is_running(pid: int) -> bool:
    """Tell whether that process still lives; where its command line can be read, only if it is ours."""
    if os.name == "nt":  # signal 0 is Ctrl-C there
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as stream:
            return is_ours(stream.read(65_536))
    except OSError:
        return True


def is_ours(command_line: bytes) -> bool:
    """Tell whether a command line, its parts ended by NUL, runs acu: a number that was given again means nothing."""
    parts = [os.path.basename(part) for part in command_line.split(b"\0")[:4]]
    return b"acu" in parts or b"acucli" in parts or b"acu.exe" in parts
