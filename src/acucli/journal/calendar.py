"""The calendar of a course: an RFC 5545 file that any calendar program reads."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence

from icalendar import Alarm, Calendar, Event

from acucli.host.zones import zone_named
from acucli.journal.course_schedule import UNTESTED, Appointment, Standing

PRIVATE_TITLE = "Quiet minutes"
ALARM_MINUTES = 15


def calendar_of(
    standing: Standing,
    *,
    now: datetime.datetime,
    zone: str,
    cautions: Sequence[str] = (),
    with_name: bool = False,
    alarm_minutes: int = ALARM_MINUTES,
) -> bytes:
    """Return the open appointments of a course as a calendar; `now` is an aware moment, for its stamps.

    Times are local to `zone`; without a zone they float, the same by the clock anywhere. Every appointment keeps its
    UID when it is exported again, so that a calendar moves it. The title names no complaint unless `with_name`; the
    note holds the cautions.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//acucli//course//EN")
    calendar.add("version", "2.0")
    title = f"Acupressure: {standing.course.name}" if with_name else PRIVATE_TITLE
    known = zone_named(zone)
    open_days = [item.day for item in standing.appointments if item.state != "done"]
    for appointment in standing.appointments:
        if appointment.state != "done":
            calendar.add_component(_event(standing, appointment, title, now, zone, cautions, alarm_minutes))
    if known is not None and open_days:
        first, last = (datetime.date.fromisoformat(day) for day in (open_days[0], open_days[-1]))
        calendar.add_missing_timezones(first.replace(month=1, day=1), last.replace(month=12, day=31))
    written: bytes = calendar.to_ical()
    return written


def _event(
    standing: Standing,
    appointment: Appointment,
    title: str,
    now: datetime.datetime,
    zone: str,
    cautions: Sequence[str],
    alarm_minutes: int,
) -> Event:
    course = standing.course
    start = datetime.datetime.combine(
        datetime.date.fromisoformat(appointment.day), datetime.time.fromisoformat(course.at), zone_named(zone)
    )
    event = Event()
    event.add("uid", uid_of(course.uid or course.id, appointment.n))
    event.add("dtstamp", now.astimezone(datetime.UTC))
    event.add("sequence", _sequence(course.started, now))
    event.add("dtstart", start)
    event.add("duration", datetime.timedelta(minutes=course.minutes))
    event.add("summary", title)
    event.add("description", _note(appointment, len(standing.appointments), cautions))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if alarm_minutes >= 0:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", datetime.timedelta(minutes=-alarm_minutes))
        event.add_component(alarm)
    return event


def _sequence(started: str, now: datetime.datetime) -> int:
    """Return the hours since the course began: a later export is a later revision, without anything being written."""
    begun = datetime.datetime.combine(datetime.date.fromisoformat(started), datetime.time(), datetime.UTC)
    return max(0, int((now - begun).total_seconds() // 3600))


def uid_of(course_uid: str, number: int) -> str:
    """Return the UID of an appointment: the same at every export, and without the complaint in it."""
    return f"{hashlib.sha256(course_uid.encode()).hexdigest()[:20]}-{number}@acucli"


def _note(appointment: Appointment, count: int, cautions: Sequence[str]) -> str:
    lines = [f"Session {appointment.n} of {count}. See what is due: acu course next", *cautions]
    lines += ["Sharp, electric, burning or numb: let go.", UNTESTED]
    return "\n".join(lines)
