"""The calendar of a course, read by a second and independent reader."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import vobject

from acucli.journal.calendar import PRIVATE_TITLE, calendar_of, uid_of
from acucli.journal.course_schedule import Course, parse_rhythm, standing
from acucli.journal.sessions import Session

NOW = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
COURSE = Course(
    id="migraine-2026-10-16",
    what="migraine",
    name="Migraine",
    started="2026-10-16",
    at="19:30",
    minutes=12,
    stages=parse_rhythm("4x7d"),
)


def calendar(course=COURSE, sessions=(), today="2026-10-01", zone="Europe/Berlin", now=NOW, **options):
    raw = calendar_of(standing(course, sessions, today=today), now=now, zone=zone, **options)
    return raw, vobject.readOne(raw.decode())


@pytest.mark.parametrize(
    ("zone", "offsets"),
    [
        ("Europe/Berlin", [2, 2, 1, 1]),
        ("America/New_York", [-4, -4, -4, -5]),
        ("Australia/Sydney", [11, 11, 11, 11]),
        ("Asia/Kolkata", [5.5, 5.5, 5.5, 5.5]),
    ],
)
def test_every_appointment_is_at_the_right_local_time_across_a_change_of_clocks(zone, offsets):
    """Half past seven stays half past seven when summer time ends."""
    _, read = calendar(zone=zone)
    starts = [event.dtstart.value for event in read.vevent_list]
    assert [start.strftime("%Y-%m-%d %H:%M") for start in starts] == [
        "2026-10-16 19:30",
        "2026-10-23 19:30",
        "2026-10-30 19:30",
        "2026-11-06 19:30",
    ]
    assert [start.utcoffset() / timedelta(hours=1) for start in starts] == offsets


def test_a_course_over_the_turn_of_the_year_stays_right_south_of_the_equator():
    """Summer time there ends in April: the first years' rules are all in the file."""
    course = msgspec.structs.replace(COURSE, started="2026-12-25", stages=parse_rhythm("6x28d"))
    _, read = calendar(course, zone="Australia/Melbourne")  # the reader keeps a zone it has seen once
    starts = [event.dtstart.value for event in read.vevent_list]
    assert {start.strftime("%H:%M") for start in starts} == {"19:30"}
    assert [start.utcoffset() / timedelta(hours=1) for start in starts] == [11, 11, 11, 11, 10, 10]


def test_lines_are_as_the_standard_wants_them():
    """CRLF ends, at most 75 bytes, one VCALENDAR with product and version."""
    raw, read = calendar(cautions=["A very long caution. " * 20])
    assert raw.endswith(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert read.version.value == "2.0"
    assert read.prodid.value
    for event in read.vevent_list:
        assert event.dtstamp.value.utcoffset() == timedelta(0)
        assert event.duration.value == timedelta(minutes=12)


def test_the_title_names_no_complaint_unless_asked():
    """A calendar is seen by others; the note does not name it either."""
    raw, read = calendar()
    assert {event.summary.value for event in read.vevent_list} == {PRIVATE_TITLE}
    assert b"igraine" not in raw
    _, named = calendar(with_name=True)
    assert named.vevent.summary.value == "Acupressure: Migraine"


def test_cautions_and_an_alarm_come_with_each_appointment():
    """What is said before a session is said in the calendar too."""
    _, read = calendar(cautions=["Look at both legs first."])
    for number, event in enumerate(read.vevent_list, start=1):
        assert "Look at both legs first." in event.description.value
        assert f"Session {number} of 4." in event.description.value
        assert "No study has tested this rhythm" in event.description.value
        assert event.valarm.trigger.value == timedelta(minutes=-15)
        assert event.valarm.action.value == "DISPLAY"
    _, silent = calendar(alarm_minutes=-1)
    assert not hasattr(silent.vevent, "valarm")


def test_a_second_export_moves_appointments_by_their_uid():
    """The same appointment keeps its UID; the sequence grows."""
    _, first = calendar()
    done = Session(
        sid="s", at="", day="2026-10-18", slug="migraine", why="done", planned_seconds=60.0, credited_seconds=60.0
    )
    _, later = calendar(COURSE, [done], "2026-10-18", now=datetime(2026, 10, 18, 20, 0, tzinfo=UTC))
    assert [event.uid.value for event in later.vevent_list] == [event.uid.value for event in first.vevent_list][1:]
    assert later.vevent.dtstart.value.date().isoformat() == "2026-10-25"
    assert (first.vevent.sequence.value, later.vevent.sequence.value) == ("0", "68")
    assert uid_of(COURSE.id, 1) == first.vevent.uid.value


@pytest.mark.parametrize("zone", ["", "Mars/Olympus"])
def test_without_a_known_zone_times_float(zone):
    """The same by the clock wherever one is."""
    raw, read = calendar(zone=zone)
    assert read.vevent.dtstart.value.tzinfo is None
    assert b"VTIMEZONE" not in raw
