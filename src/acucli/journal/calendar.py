"""The calendar of a course: an RFC 5545 file that any calendar program reads."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from acucli.journal.course_schedule import UNTESTED, Appointment, Standing

if TYPE_CHECKING:
    from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard

PRIVATE_TITLE = "Quiet minutes"
ALARM_MINUTES = 15


def local_zone() -> str:
    """Return the name of this machine's time zone, such as Europe/Berlin, "" where it has none."""
    import tzlocal  # 6 ms: only a calendar or a session needs the zone's name

    try:
        return tzlocal.get_localzone_name() or ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""


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
    if known is not None and open_days:
        calendar.add_component(timezone_of(known, zone, int(open_days[0][:4]), int(open_days[-1][:4])))
    for appointment in standing.appointments:
        if appointment.state != "done":
            calendar.add_component(_event(standing, appointment, title, now, zone, cautions, alarm_minutes))
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
    event.add("uid", uid_of(course.id, appointment.n))
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


def uid_of(course_id: str, number: int) -> str:
    """Return the UID of an appointment: the same at every export, and without the complaint in it."""
    return f"{hashlib.sha256(course_id.encode()).hexdigest()[:20]}-{number}@acucli"


def timezone_of(zone: datetime.tzinfo, name: str, first_year: int, last_year: int) -> Timezone:
    """Return the zone's definition for these years: every change of its clocks by itself.

    Each is a rule that happens once: lists of dates and rules for ever are what calendar readers stumble over.
    """
    from icalendar import Timezone

    made = Timezone()
    made.add("tzid", name)
    begin = datetime.datetime(first_year, 1, 1, tzinfo=datetime.UTC)
    end = datetime.datetime(last_year + 1, 1, 2, tzinfo=datetime.UTC)
    before = _offset(zone, begin)
    made.add_component(_observance(zone, begin, begin.replace(tzinfo=None), before))
    moment = begin
    while moment < end:
        after = _offset(zone, moment)
        if after != before:
            made.add_component(_observance(zone, moment, (moment + before).replace(tzinfo=None), before))
            before = after
        moment += datetime.timedelta(minutes=30)  # Lord Howe Island changes its clocks on the half hour
    return made


def _offset(zone: datetime.tzinfo, moment: datetime.datetime) -> datetime.timedelta:
    return moment.astimezone(zone).utcoffset() or datetime.timedelta(0)


def _observance(
    zone: datetime.tzinfo, moment: datetime.datetime, start: datetime.datetime, before: datetime.timedelta
) -> TimezoneStandard | TimezoneDaylight:
    """Return what the clocks show from `moment` on; `start` is that moment by the clocks before it."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    local = moment.astimezone(zone)
    made = TimezoneDaylight() if local.dst() else TimezoneStandard()
    made.add("dtstart", start)
    made.add("rrule", {"freq": "yearly", "count": 1})
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", _offset(zone, moment))
    made.add("tzname", local.tzname() or "")
    return made


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
