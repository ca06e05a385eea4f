"""`acu course`: begun, shown, due, ticked off, moved, ended, and in a calendar that another program reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import vobject

from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions
from tests.conftest import FakeClock

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def test_a_course_says_that_no_study_tested_it(acu: Acu) -> None:
    """The rhythm of teachers where no trial gives one, when it ends, and what is due today."""
    ran = acu("course", "new", "headache")
    said = " ".join(ran.out.split())
    assert ran.status == 0
    assert "No study has tested this rhythm" in said
    assert "four weeks have changed nothing" in said
    assert "See somebody: at once" in said
    shown = acu("course", "show").out.splitlines()
    assert shown[1].split() == ["1", "2026-11-20", "due", "today"]
    assert len(shown) == 1 + 13
    assert "session 1 is today" in acu("course", "next").out


def test_a_course_has_the_rhythm_of_its_trial_and_says_so(acu: Acu) -> None:
    """Daily for six weeks, with the trial and its people; no longer holds than anywhere else."""
    ran = acu("course", "new", "low-back-pain")
    said = " ".join(ran.out.split())
    assert "that of the trial [murphy-2019-backpain]: 67 adults" in said
    assert "six weeks have changed nothing" in said
    assert "No study has tested" not in said
    (made,) = acu("course", "show", "--json").json["courses"]
    assert len(made["appointments"]) == 42
    assert made["course"]["source"] == "murphy-2019-backpain"
    assert made["course"]["stop_days"] == 42
    assert made["course"]["minutes"] <= 10


def test_a_routine_for_one_complaint_has_the_rhythm_of_its_trial(acu: Acu) -> None:
    """`low-back` serves low back pain alone; `neck-shoulder` serves several, and has the teachers' rhythm."""
    assert "that of the trial [murphy-2019-backpain]" in " ".join(acu("course", "new", "low-back").out.split())
    said = " ".join(acu("course", "new", "neck-shoulder").out.split())
    assert "No study has tested this rhythm" in said
    assert "nothing has changed after four weeks" in said


def test_a_rhythm_of_ones_own_is_no_trials(acu: Acu) -> None:
    """What was asked for is nobody else's."""
    said = " ".join(acu("course", "new", "low-back-pain", "--rhythm", "3x2d").out.split())
    assert "that of the trial" not in said


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["high-blood-pressure"], 4),
        (["labour-pain"], 4),
        (["nonsense-at-all"], 1),
        (["headache", "--rhythm", "often"], 2),
        (["headache", "--at", "evening"], 2),
        (["headache", "--rhythm", "0x2d"], 2),
        (["LI4"], 1),
    ],
)
def test_what_cannot_be_a_course_is_refused(acu: Acu, arguments: list[str], status: int) -> None:
    """Held back with the reason, not found, or a wrong command line; nothing is kept."""
    ran = acu("course", "new", *arguments)
    assert ran.status == status
    assert ran.out == ""
    assert acu("course", "show", "--json").json["courses"] == []


def test_own_rhythm_and_time(acu: Acu) -> None:
    """Three sessions two days apart."""
    acu("course", "new", "headache", "--rhythm", "3x2d", "--at", "7:30")
    (course,) = acu("course", "show", "--json").json["courses"]
    assert [item["day"] for item in course["appointments"]] == ["2026-11-20", "2026-11-22", "2026-11-24"]
    assert course["course"]["at"] == "07:30"


def test_a_session_ticks_an_appointment_off_and_a_missed_one_moves(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """No scolding: what was missed is due today."""
    acu("course", "new", "headache", "--rhythm", "3x2d")
    put_sessions(tmp_path / "home", {"at": NOW, "slug": "headache", "conditions": ("headache",)})
    assert "1  2026-11-20  done" in acu("course", "show").out
    assert "session 2 is on 2026-11-22" in acu("course", "next").out
    clock.forward(4 * 86_400)
    shown = acu("course", "show").out
    assert "2026-11-24  due today, moved" in shown
    assert "session 2 is today" in acu("course", "next").out


def test_four_weeks_without_change_end_it_with_the_advice(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """It does not stretch."""
    acu("course", "new", "headache")
    put_sessions(
        tmp_path / "home",
        *(
            {"at": NOW + timedelta(days=day), "slug": "headache", "conditions": ("headache",), "before": 5, "after": 5}
            for day in range(0, 28, 3)
        ),
    )
    clock.forward(28 * 86_400)
    assert "See a clinician" in " ".join(acu("course", "show").out.split())
    assert "No course is going on" in acu("course", "next").err


def test_the_calendar_is_read_by_another_program_with_the_right_local_times(
    acu: Acu, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    """19:00 stays 19:00 by the clock on the wall, in winter and in summer time; no complaint in the title."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.start = datetime(2026, 3, 20, 12, 0, tzinfo=UTC).timestamp()
    acu("course", "new", "headache", "--rhythm", "3x7d", TZ="Europe/Berlin")
    ran = acu("course", "export")
    calendar = vobject.readOne(ran.out)
    starts = [event.dtstart.value for event in calendar.vevent_list]
    assert len(starts) == 3
    assert {start.strftime("%H:%M") for start in starts} == {"19:00"}
    assert "headache" not in "".join(event.summary.value.lower() for event in calendar.vevent_list)
    assert "BEGIN:VALARM" in ran.out
    named = vobject.readOne(acu("course", "export", "--with-name").out)
    assert all("Headache" in event.summary.value for event in named.vevent_list)
    assert [event.uid.value for event in named.vevent_list] == [event.uid.value for event in calendar.vevent_list]


def test_an_exported_file_is_private(acu: Acu, tmp_path: Path) -> None:
    """0600, as everything that tells of a complaint."""
    acu("course", "new", "headache")
    target = tmp_path / "course.ics"
    assert acu("course", "export", "-o", str(target)).status == 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert acu("course", "export", "nothing").status in {1, 2}


def test_a_course_is_dropped_and_what_was_done_stays(acu: Acu) -> None:
    """It is gone from the lists."""
    acu("course", "new", "headache")
    assert acu("course", "drop").status == 0
    assert acu("course", "show", "--json").json["courses"] == []
    assert "There is no course" in acu("course").err


def test_pregnant_the_calendar_names_no_forbidden_point_as_one_to_press(acu: Acu, library: CompiledLibrary) -> None:
    """The notes carry the cautions and what stands in for what, with the reason; no session of fever is exported."""
    acu("profile", "set", "--pregnant", "-q")
    acu("course", "new", "low-back-pain")
    notes = [event.description.value for event in vobject.readOne(acu("course", "export").out).vevent_list]
    assert notes
    forbidden = set(library.cautions["pregnancy-points"].points)
    for note in notes:
        assert "because you said “pregnant”" in note
        assert "pregnancy-points" not in note
        for line in note.splitlines():
            named = {word.strip(".,;:()") for word in line.split()} & forbidden
            assert not named or "instead of" in line or "Left out" in line, line
    acu("profile", "set", "--fever", "-q")
    ran = acu("course", "export")
    assert (ran.status, ran.out) == (4, "")


def test_no_course_for_somebody_who_may_have_no_session(acu: Acu) -> None:
    """Under 18 a course is held back like a session, and the same course is not begun twice."""
    assert acu("course", "new", "headache").status == 0
    assert acu("course", "new", "headache").status == 2
    acu("profile", "set", "--under-18")
    assert acu("course", "new", "stress").status == 4


def test_a_course_for_what_was_tested_without_gain_says_so(acu: Acu) -> None:
    """Grade N is said before thirteen sessions begin."""
    assert "tested, no benefit seen" in " ".join(acu("course", "new", "neck-pain").out.split())


def test_the_session_that_is_due_is_started_as_any_other(acu: Acu, clock: FakeClock) -> None:
    """`acu course next --start`: prepared, its signs said first, and run; where none is due nothing is."""
    assert acu("course", "next", "--start").status == 2
    acu("course", "new", "headache", "--rhythm", "3x2d")
    ran = acu("course", "next", "--start", "--format", "tsv")
    assert (ran.status, ran.out) == (2, "")
    assert "--dry-run gives the timetable" in ran.err
    acu("profile", "set", "--under-18", "-q")
    assert acu("course", "next", "--start").status == 4
