"""The calendar of a course: an RFC 5545 file that any calendar program reads."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from acucli.journal.course_schedule import UNTESTED, Appointment, Standing

if TYPE_CHECKING:
    from icalendar import Event

PRIVATE_TITLE = "Quiet minutes"
ALARM_MINUTES = 15


def local_zone() -> str:
    """Return the name of this machine's time zone, such as Europe/Berlin, "" where it has none."""
    import tzlocal  # 6 ms: only a calendar or a session needs the zone's name

    try:
        name = tzlocal.get_localzone_name() or ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return name if _agrees(name) else ""


def _agrees(name: str) -> bool:
    """Tell whether a zone shows what this process's clock shows, in winter and in summer.

    A zone of the POSIX form (`TZ=EST5EDT`) has no name that is listed, and the machine's own would be another one.
    """
    zone = _zone(name)
    if zone is None:
        return False
    year = datetime.date.today().year
    moments = (datetime.datetime(year, month, 1, 12) for month in (1, 4, 7, 10))
    return all(moment.astimezone().utcoffset() == moment.replace(tzinfo=zone).utcoffset() for moment in moments)


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
    from icalendar import Calendar  # 65 ms: only an export needs it

    calendar = Calendar()
    calendar.add("prodid", "-//acucli//course//EN")
    calendar.add("version", "2.0")
    title = f"Acupressure: {standing.course.name}" if with_name else PRIVATE_TITLE
    known = _zone(zone)
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
    from icalendar import Alarm, Event

    course = standing.course
    start = datetime.datetime.combine(
        datetime.date.fromisoformat(appointment.day), datetime.time.fromisoformat(course.at), _zone(zone)
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


def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
