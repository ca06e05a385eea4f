"""Courses: appointments ticked off by sessions, moved without scolding, ended by the stop rule."""

from __future__ import annotations

import datetime
import stat

import msgspec
import pytest

from acucli.errors import RecordNotFound, UsageError
from acucli.journal import course_store as store
from acucli.journal.course_schedule import (
    RHYTHM,
    UNTESTED,
    Course,
    Stage,
    parse_rhythm,
    parse_time,
    rhythm_of,
    rhythm_of_days,
    standing,
)
from acucli.journal.sessions import Session
from acucli.model.conditions import TrialDose

COURSE = Course(
    id="c",
    what="low-back-pain",
    name="Low back pain",
    started="2026-11-02",
    stages=parse_rhythm("3x2d,2x7d"),
    routine="low-back",
)


def done(day: str, before: int | None = None, after: int | None = None, **fields: object) -> Session:
    made = {"slug": "low-back", "conditions": ("low-back-pain",), "why": "done"}
    made |= {"planned_seconds": 60.0, "credited_seconds": 60.0}
    return Session(sid=day, at=f"{day}T18:00:00+00:00", day=day, before=before, after=after, **(made | fields))


def days(found) -> list[tuple[str, str, bool]]:
    return [(item.day, item.state, item.moved) for item in found.appointments]


def test_the_rhythm_is_the_teachers_and_is_said_to_be_untested():
    """3 to 5 sessions, weekly for 6 to 8 weeks, then further apart."""
    first, weekly, later = RHYTHM
    assert 3 <= first.times <= 5
    assert 6 <= weekly.times <= 8
    assert (weekly.every_days, later.every_days) == (7, 14)
    assert "No study has tested this rhythm" in UNTESTED


def test_a_new_course_begins_on_its_day():
    """Each appointment follows the one before by its stage's days."""
    found = standing(COURSE, [], today="2026-11-02")
    assert days(found) == [
        ("2026-11-02", "due", False),
        ("2026-11-04", "planned", False),
        ("2026-11-06", "planned", False),
        ("2026-11-13", "planned", False),
        ("2026-11-20", "planned", False),
    ]


def test_sessions_tick_appointments_off_and_carry_the_rest_with_them():
    """A session a day late moves what follows; two on one day are one appointment."""
    sessions = [done("2026-11-02"), done("2026-11-05"), done("2026-11-05")]
    found = standing(COURSE, sessions, today="2026-11-05")
    assert days(found)[:4] == [
        ("2026-11-02", "done", False),
        ("2026-11-05", "done", False),
        ("2026-11-07", "planned", False),
        ("2026-11-14", "planned", False),
    ]
    assert found.done == 2
    assert found.next.n == 3


def test_missed_appointments_move_to_today_without_a_word():
    """Nothing counts as missed; there is simply one due."""
    found = standing(COURSE, [done("2026-11-02")], today="2026-11-30")
    assert days(found)[1:3] == [("2026-11-30", "due", True), ("2026-12-02", "planned", False)]
    assert not any(word in found.advice for word in ("missed", "failed", "late"))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"slug": "stress", "conditions": ("stress",)}, id="something else"),
        pytest.param({"credited_seconds": 0.0}, id="nothing held"),
        pytest.param({"why": "quit", "credited_seconds": 20.0}, id="a third of it"),
        pytest.param({"rehearsal": True}, id="rehearsal"),
    ],
)
def test_what_is_no_session_of_the_course_ticks_nothing(fields):
    """Only what was really done for it counts."""
    assert standing(COURSE, [done("2026-11-03", **fields)], today="2026-11-03").done == 0


def test_four_weeks_without_change_end_the_course_with_advice():
    """The rule of time, however many sessions there were; the course does not stretch."""
    daily = msgspec.structs.replace(COURSE, stages=parse_rhythm("60x1d"))
    begun = datetime.date(2026, 11, 2)
    dates = [(begun + datetime.timedelta(days=number)).isoformat() for number in range(28)]
    sessions = [done(day, 6, 6) for day in dates]
    assert standing(daily, sessions[:27], today=dates[26]).ending == ""
    found = standing(daily, sessions, today=dates[27])
    assert found.ending == "no-change"
    assert found.next is None
    assert found.advice.startswith("4 weeks without change")
    assert "clinician" in found.advice


def test_five_sessions_without_change_end_nothing():
    """A daily user had five of them before the end of the first week."""
    sessions = [done(f"2026-11-{day:02d}", 6, 6) for day in (2, 3, 4, 5, 6)]
    daily = msgspec.structs.replace(COURSE, stages=parse_rhythm("28x1d"))
    assert standing(daily, sessions, today="2026-11-06").ending == ""


def test_a_course_of_a_long_trial_ends_when_the_trial_was_read():
    """Twelve weeks for the knee: four weeks without change do not end it."""
    course = msgspec.structs.replace(COURSE, stages=parse_rhythm("84x1d"), stop_days=84)
    days = ("2026-11-02", "2026-11-30", "2027-01-24")
    sessions = [done(day, 5, 5) for day in days]
    assert standing(course, sessions[:2], today=days[1]).ending == ""
    assert standing(course, sessions, today=days[2]).ending == "no-change"


def test_relief_in_a_session_or_over_the_weeks_goes_on():
    """One lower number, or a lower beginning, is a change."""
    scores = [(6, 6), (6, 6), (6, 5), (6, 6), (6, 6)]
    sessions = [done(f"2026-11-{day:02d}", *score) for day, score in zip((2, 4, 6, 13, 20), scores, strict=True)]
    assert standing(COURSE, sessions, today="2026-11-20").ending == "finished"


@pytest.mark.parametrize(
    ("dose", "days"),
    [
        pytest.param({"times_a_day": 1, "weeks": 6}, list(range(42)), id="daily"),
        pytest.param({"times_a_day": 1, "weeks": 1.43}, list(range(10)), id="ten days"),
        pytest.param({"times_a_day": 1, "weeks": 2, "days_a_week": 3}, [0, 2, 4, 7, 9, 11], id="three times a week"),
        pytest.param({"times_a_day": 1, "weeks": 3, "days_a_week": 1}, [0, 7, 14], id="weekly"),
        pytest.param({"times_a_day": 2, "weeks": 8, "days_a_cycle": 3}, [0, 1, 2, 28, 29, 30], id="by cycles"),
        pytest.param({"weeks": 8}, [], id="how often is not stated"),
        pytest.param({"times_a_day": 1}, [], id="once"),
    ],
)
def test_the_rhythm_of_a_trial_is_one_appointment_a_day_of_pressing(dose, days):
    """On the days on which people in it pressed; none where these are not known."""
    tested = TrialDose(who="people", what="pressed", minutes="not stated", source="x", **dose)
    rhythm = rhythm_of(tested)
    assert bool(rhythm) == bool(days)
    if rhythm:
        course = msgspec.structs.replace(COURSE, stages=rhythm)
        begun = datetime.date.fromisoformat(course.started)
        made = standing(course, [], today=course.started).appointments
        assert [(datetime.date.fromisoformat(item.day) - begun).days for item in made] == days


@pytest.mark.parametrize(("stop", "sessions"), [(0, 1), (2, 2), (7, 7), (14, 13), (28, 13)])
def test_a_matter_of_days_has_a_session_a_day_and_no_weeks(stop, sessions):
    """Two days of toothache are no course of three months; from two weeks on it is the teachers' rhythm."""
    rhythm = rhythm_of_days(stop)
    assert sum(stage.times for stage in rhythm) == sessions
    assert stop >= 14 or {stage.every_days for stage in rhythm} == {1}


def test_worse_by_two_ends_it_at_any_time():
    """The stop rule again."""
    assert standing(COURSE, [done("2026-11-02", 4, 6)], today="2026-11-02").ending == "worse"


def test_sessions_without_numbers_end_nothing():
    """Nobody is made to give numbers."""
    sessions = [done(f"2026-11-{day:02d}") for day in (2, 4, 6, 13)]
    assert standing(COURSE, sessions, today="2026-11-13").ending == ""


def test_own_rhythms_are_read():
    """`4x2d,7x7` is four and seven sessions."""
    assert parse_rhythm("4x2d, 7x7") == (Stage(times=4, every_days=2), Stage(times=7, every_days=7))
    assert parse_time("9:05") == parse_time("9.05") == parse_time("9:05 am") == "09:05"
    assert [parse_time(text) for text in ("7pm", "7 PM", "7:30 p.m.", "19h30", "12am", "12pm")] == [
        "19:00", "19:00", "19:30", "19:30", "00:00", "12:00",
    ]  # fmt: skip
    for text in ("", "daily", "0x2d", "3x0d", "999x1d"):
        with pytest.raises(UsageError):
            parse_rhythm(text)
    for text in ("25:00", "seven", "7", "13pm", "0am", "7 p", "7:60pm", "19:30pm"):
        with pytest.raises(UsageError):
            parse_time(text)


def test_courses_are_kept_privately_and_found_again(environment):
    """Ids are unique; one course is found without naming it."""
    first = store.add_course(environment, msgspec.structs.replace(COURSE, id=""))
    assert first.id == "low-back-pain-2026-11-02"
    assert store.find_course(environment) == first
    second = store.add_course(environment, msgspec.structs.replace(COURSE, id=""))
    assert second.id == "low-back-pain-2026-11-02-2"
    with pytest.raises(UsageError, match="several courses"):
        store.find_course(environment)
    store.drop_course(environment, second, today="2026-11-20")
    assert store.find_course(environment, "low-back-pain") == first
    assert standing(store.load_courses(environment).courses[1], [], today="2026-11-20").ending == "dropped"
    path = store.courses_path(environment)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(RecordNotFound):
        store.find_course(environment, "migraine")


def test_fields_of_later_versions_and_damaged_files_are_kept(environment):
    """Nothing unknown is dropped; a damaged file is named and set aside by the next change."""
    course = store.add_course(environment, COURSE)
    path = store.courses_path(environment)
    content = msgspec.json.decode(path.read_bytes())
    content["courses"][0]["aura"] = "blue"
    content["moon"] = "full"
    path.write_bytes(msgspec.json.encode(content))
    store.update_course(environment, msgspec.structs.replace(course, minutes=7))
    again = msgspec.json.decode(path.read_bytes())
    assert (again["courses"][0]["aura"], again["moon"], again["courses"][0]["minutes"]) == ("blue", "full", 7)
    path.write_bytes(b"{broken")
    assert "cannot be read" in store.load_courses(environment).notes[0]
    store.add_course(environment, COURSE)
    assert path.with_name("courses.damaged-20261120T180000Z.json").read_bytes() == b"{broken"
    assert len(store.load_courses(environment).courses) == 1


def test_the_gap_between_two_sessions_is_never_shorter_than_asked():
    """Doing a session early starts the next gap from it."""
    found = standing(COURSE, [done("2026-11-02"), done("2026-11-03")], today="2026-11-03")
    third = found.appointments[2]
    assert third.day == "2026-11-05"
