"""Courses: a plan over weeks, whose appointments are worked out from what was really done."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from acucli.errors import UsageError
from acucli.journal.sessions import Session
from acucli.model.conditions import TrialDose
from acucli.model.record import Value

UNTESTED = (
    "Teachers suggest trying three to five sessions, then weekly for some weeks. No study has tested this rhythm."
)
STOP_DAYS = 28
"""After so many days without change a course ends, where its condition names no other time (`stop_pressing`)."""
SHORTEST_DAYS = 14
"""Where pressing stops sooner than after so many days, weekly sessions would come after the end."""
OF_DAYS = "This is a matter of days: one session a day, until its time is over. No study has tested this rhythm."
LEAST_SCORED = 2
"""Sessions with both numbers that are needed to say that nothing has changed."""
WORSE_BY = 2
"""A session after which the number is so much higher ends the course."""
_WEEK = 7
_CYCLE_DAYS = 28
MOST_APPOINTMENTS = 200
MOST_DAYS = 3650
"""Days of the longest course: what is planned for longer than ten years is a slip of the hand."""

_STAGE = re.compile(r"([0-9]{1,3})x([0-9]{1,3})d?\Z")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])\Z")
_HALF_DAY = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))?\s*([ap])\.?m\.?\Z", re.IGNORECASE)
Ending = Literal["", "no-change", "worse", "finished", "dropped"]


class Stage(Value, frozen=True, kw_only=True):
    """So many sessions, each so many days after the one before."""

    times: int
    """How many sessions. Example: 4"""
    every_days: int
    """How many days each comes after the one before. Example: 2"""


RHYTHM = (Stage(times=4, every_days=2), Stage(times=7, every_days=7), Stage(times=2, every_days=14))
"""The teachers' rhythm (S11): 3 to 5 sessions, weekly for 6 to 8 weeks, then further apart."""


class Course(Value, frozen=True, kw_only=True):
    """One course; `what` is a routine or condition, `at` the local time of day, `started` and `dropped` local dates.

    `stop_days` is when it ends without change; `source` names the trial whose rhythm it has, "" for the teachers' or
    one's own. `uid` is chance, and names its appointments in calendars: those of two people, or of two courses, never
    collide.
    """

    id: str
    """Its id. Example: low-back-pain"""
    what: str
    """The routine or condition. Example: low-back-pain"""
    name: str
    """What it is called. Example: Low back pain"""
    started: str
    """The local day it began, ISO 8601.

    Example: "2026-11-20"
    """
    at: str = "19:00"
    """The local time of day.

    Example: "19:00"
    """
    zone: str = ""
    """The name of the time zone. Example: Europe/London"""
    minutes: int = 10
    """The minutes of a session. Example: 10"""
    stages: tuple[Stage, ...] = RHYTHM
    """The rhythm, stage by stage. Example: [{times: 4, every_days: 2}]"""
    routine: str = ""
    """The routine of its sessions; empty where none is written. Example: low-back"""
    dropped: str = ""
    """The day it was ended, ISO 8601; empty while it goes on.

    Example: "2026-12-20"
    """
    uid: str = ""
    """What names its appointments in calendars, by chance. Example: 5f3c"""
    stop_days: int = STOP_DAYS
    """After how many days without change it ends. Example: 28"""
    source: str = ""
    """The trial whose rhythm it has; empty for the teachers' or one's own. Example: hsieh2006"""


class Appointment(Value, frozen=True, kw_only=True):
    """One appointment, counted from 1; `moved` when an earlier day passed without it, `sid` the session that was it."""

    n: int
    """Its number, from 1. Example: 1"""
    day: str
    """The day, ISO 8601.

    Example: "2026-11-20"
    """
    state: Literal["done", "due", "planned"]
    """Whether it was kept, is due, or lies ahead. Example: due"""
    moved: bool = False
    """true where an earlier day passed without it. Example: false"""
    sid: str = ""
    """The session that was it; empty until then. Example: 01HX3K"""


class Standing(Value, frozen=True, kw_only=True):
    """Where a course stands; after its end no appointment is left open."""

    course: Course
    """The course. Example: {id: low-back-pain, what: low-back-pain, name: Low back pain, started: "2026-11-20"}"""
    appointments: tuple[Appointment, ...]
    """Its appointments; after its end none is left open. Example: []"""
    ending: Ending = ""
    """How it ended; empty while it goes on. Example: no-change"""
    advice: str = ""
    """What is advised now; empty where nothing is. Example: Ask a doctor."""

    @property
    def next(self) -> Appointment | None:
        """Return the appointment that is due or comes next."""
        return next((item for item in self.appointments if item.state != "done"), None)

    @property
    def done(self) -> int:
        """Return how many appointments were kept."""
        return sum(item.state == "done" for item in self.appointments)


def parse_rhythm(text: str) -> tuple[Stage, ...]:
    """Return the stages of a rhythm: `4x2d,7x7d,2x14d` is four sessions two days apart, seven weekly, two fortnightly.

    Raises:
        UsageError: it cannot be read, or makes no sense.
    """
    hint = "write it like 4x2d,7x7d: four sessions two days apart, then seven weekly"
    stages = []
    for part in text.replace(" ", "").lower().split(","):
        found = _STAGE.match(part)
        if found is None or not int(found[1]) or not int(found[2]):
            raise UsageError(f"this is no rhythm: {text!r}", hint=hint)
        stages.append(Stage(times=int(found[1]), every_days=int(found[2])))
    if sum(stage.times for stage in stages) > MOST_APPOINTMENTS:
        raise UsageError(f"a course has at most {MOST_APPOINTMENTS} sessions", hint=hint)
    if sum(stage.times * stage.every_days for stage in stages) > MOST_DAYS:
        raise UsageError("a course lasts at most ten years", hint=hint)
    return tuple(stages)


def rhythm_of_days(stop_days: int) -> tuple[Stage, ...]:
    """Return the rhythm where no trial gives one: the teachers', or a session a day where it is a matter of days."""
    if stop_days >= SHORTEST_DAYS:
        return RHYTHM
    return (Stage(times=max(1, stop_days), every_days=1),)


def rhythm_of(tested: TrialDose | None) -> tuple[Stage, ...]:
    """Return the rhythm of a trial, one appointment a day of pressing; () where its days or weeks are not known."""
    if tested is None or not tested.weeks or not (tested.times_a_day or tested.days_a_cycle):
        return ()
    if tested.days_a_cycle:
        cycles = round(tested.weeks * _WEEK / _CYCLE_DAYS)
        return _repeated(cycles, tested.days_a_cycle, _CYCLE_DAYS, gap=1)
    weeks, days = tested.weeks, tested.days_a_week
    if days == _WEEK or weeks < 1:
        return (Stage(times=round(weeks * _WEEK), every_days=1),)
    return _repeated(round(weeks), days, _WEEK, gap=_WEEK // days)


def _repeated(spans: int, times: int, length: int, *, gap: int) -> tuple[Stage, ...]:
    """Return so many spans of `length` days, each beginning with `times` sessions `gap` days apart."""
    if times == 1:
        return (Stage(times=spans, every_days=length),)
    first = (Stage(times=times, every_days=gap),)
    pause = length - gap * (times - 1)
    return first + (Stage(times=1, every_days=pause), Stage(times=times - 1, every_days=gap)) * (spans - 1)


def fault_of(course: Course) -> str:
    """Return what is wrong with a course that was read from a file, "" where it can be worked with."""
    try:
        begun = datetime.date.fromisoformat(course.started)
        if course.dropped:
            datetime.date.fromisoformat(course.dropped)
        parse_time(course.at)
    except (ValueError, UsageError) as error:
        return str(error)
    if not 1970 <= begun.year <= 2999:
        return f"it begins in the year {begun.year}"
    if any(stage.times < 1 or stage.every_days < 1 for stage in course.stages):
        return "a stage has no sessions or no days"
    if sum(stage.times for stage in course.stages) > MOST_APPOINTMENTS:
        return f"it has more than {MOST_APPOINTMENTS} sessions"
    if sum(stage.times * stage.every_days for stage in course.stages) > MOST_DAYS:
        return "it lasts more than ten years"
    if course.stop_days < 0:
        return f"it ends after {course.stop_days} days"
    return "" if 1 <= course.minutes <= 180 else f"its sessions last {course.minutes} minutes"


def parse_time(text: str) -> str:
    """Return a time of day (19:30, 19.30, 7pm, 7:30 p.m.) as HH:MM.

    Raises:
        UsageError: it is none.
    """
    if half := _HALF_DAY.match(text.strip()):
        hour = int(half[1]) % 12 + (12 if half[3].lower() == "p" else 0)
        return f"{hour:02d}:{half[2] or '00'}"
    found = _TIME.match(text.strip())
    if found is None:
        raise UsageError(f"this is no time of day: {text!r}", hint="write it like 19:30, or 7:30pm")
    return f"{int(found[1]):02d}:{found[2]}"


def standing(course: Course, sessions: Iterable[Session], *, today: str) -> Standing:
    """Return the appointments of a course: each day with a fitting session ticks one off, missed ones move to today."""
    mine = [item for item in sessions if _belongs(item, course)]
    first_of_day: dict[str, Session] = {}
    for item in sorted(mine, key=lambda session: session.day):
        first_of_day.setdefault(item.day, item)
    kept = list(first_of_day.values())
    made = _appointments(course, kept, today)
    ending, advice = _ending(course, mine, made)
    if ending:
        made = tuple(item for item in made if item.state == "done")
    return Standing(course=course, appointments=made, ending=ending, advice=advice)


def _belongs(session: Session, course: Course) -> bool:
    fits = course.what in {session.slug, *session.conditions} or (
        bool(course.routine) and course.routine == session.slug
    )
    enough = session.why == "done" or session.credited_seconds * 2 >= session.planned_seconds
    return fits and session.day >= course.started and session.credited_seconds > 0 and enough and not session.rehearsal


def _appointments(course: Course, kept: Sequence[Session], today: str) -> tuple[Appointment, ...]:
    gaps = [stage.every_days for stage in course.stages for _ in range(stage.times)]
    now = datetime.date.fromisoformat(today)
    day = datetime.date.fromisoformat(course.started)
    made = []
    for number, gap in enumerate(gaps, start=1):
        if number > 1:
            day += datetime.timedelta(days=gap)
        if number <= len(kept):
            session = kept[number - 1]
            day = datetime.date.fromisoformat(session.day)
            made.append(Appointment(n=number, day=session.day, state="done", sid=session.sid))
            continue
        moved = day < now
        day = max(day, now)
        state: Literal["due", "planned"] = "due" if day == now else "planned"
        made.append(Appointment(n=number, day=day.isoformat(), state=state, moved=moved))
    return tuple(made)


def _ending(course: Course, mine: Sequence[Session], made: Sequence[Appointment]) -> tuple[Ending, str]:
    if course.dropped:
        return "dropped", ""
    scored = [item for item in mine if item.change is not None]
    if any((item.change or 0) >= WORSE_BY for item in scored):
        return "worse", "It was clearly worse after a session: stop here and see a clinician."
    if _nothing_changed(course, scored):
        advice = f"{_days_in_words(course.stop_days)} without change: the course ends here and does not stretch."
        return "no-change", f"{advice} See a clinician."
    if made and all(item.state == "done" for item in made):
        return "finished", "The course is done. Go on as often as you like."
    return "", ""


def _nothing_changed(course: Course, scored: Sequence[Session]) -> bool:
    """Tell whether the whole time of the course's own rule has passed, and its numbers show no relief."""
    if len(scored) < LEAST_SCORED:
        return False
    last = datetime.date.fromisoformat(scored[-1].day)
    passed = (last - datetime.date.fromisoformat(course.started)).days + 1
    if passed < course.stop_days:
        return False
    begin = (last - datetime.timedelta(days=max(course.stop_days, 1) - 1)).isoformat()
    within = [item for item in scored if item.day >= begin]
    return len(within) >= LEAST_SCORED and not _any_relief(within)


def _days_in_words(days: int) -> str:
    return f"{days // _WEEK} weeks" if days % _WEEK == 0 and days > _WEEK else f"{days} days"


def _any_relief(sessions: Sequence[Session]) -> bool:
    befores = [item.before or 0 for item in sessions]
    return befores[-1] < befores[0] or any((item.change or 0) < 0 for item in sessions)
