"""Sessions: what the journal's lines say of each, one summary a session."""

from __future__ import annotations

import datetime
import os
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
    text: str


class Session(Value, frozen=True, kw_only=True, gc=False):
    """One session as the journal tells it.

    `day` is the local date where it was done; seconds are hold seconds; `why` says how it ended ("" while it runs or
    when it broke off). `pressed` holds credited seconds by (code or area, side).
    """

    sid: str
    at: str
    day: str
    offset_minutes: int = 0
    slug: str = ""
    name: str = ""
    kind: str = ""
    conditions: tuple[str, ...] = ()
    planned_seconds: float = 0.0
    credited_seconds: float = 0.0
    left_seconds: float = 0.0
    why: str = ""
    before: int | None = None
    after: int | None = None
    rehearsal: bool = False
    speed: float = 1.0
    resumes: str = ""
    zone: str = ""
    notes: tuple[Note, ...] = ()
    codes: tuple[str, ...] = ()
    pressed: tuple[tuple[str, str, float], ...] = ()

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
    by_sid: dict[str, list[Line]] = {}
    taken_back: set[str] = set()
    for line in lines:
        own = by_sid.get(line.sid)
        if own is None:
            by_sid[line.sid] = [line]
        else:
            own.append(line)
        if line.kind == "undo":
            taken_back.symmetric_difference_update({line.sid})
    found = []
    for sid, own in by_sid.items():
        if sid in taken_back and not undone:
            continue
        session = _summary(sid, own)
        if rehearsals or not session.rehearsal:
            found.append(session)
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


def _summary(sid: str, lines: list[Line]) -> Session:
    start = lines[0]
    last = end = None
    credited = 0.0
    scores: dict[str, int | None] = {}
    notes: list[Note] = []
    pressed: dict[tuple[str, str], float] = {}
    for line in lines:
        kind = line.kind
        if kind == "note":
            notes.append(Note(at=line.at, text=line.text))
        if kind in {"note", "undo"}:
            continue
        last = line
        if kind == "start":
            start = line
        elif kind == "score":
            scores[line.when] = line.score
        elif kind == "end":
            end = line
        if line.credited > credited:
            place = line.code or line.area
            if place:  # what was credited since the line before belongs to the hold this line names
                pressed[place, line.side] = pressed.get((place, line.side), 0.0) + line.credited - credited
            credited = line.credited
    plan = start.plan or PlanHead()
    return Session(
        sid=sid,
        at=start.at,
        day=local_day(start.at, start.offset_minutes),
        offset_minutes=start.offset_minutes,
        slug=plan.slug,
        name=plan.name or plan.slug,
        kind=plan.kind,
        conditions=plan.conditions,
        planned_seconds=sum(step.seconds for step in plan.steps),
        credited_seconds=credited,
        left_seconds=last.left if last is not None else 0.0,
        why=(end.why or "done") if end is not None else "",
        before=scores.get("before"),
        after=scores.get("after"),
        rehearsal=start.rehearsal,
        speed=start.speed,
        resumes=start.resumes,
        zone=start.zone,
        notes=tuple(notes),
        codes=tuple(dict.fromkeys([step.code or step.area for step in plan.steps])),
        pressed=tuple([(place, side, seconds) for (place, side), seconds in pressed.items()]),
    )


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
