"""Sessions: what the lines say, with local days, undo, notes, and what can be resumed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from acucli.errors import MachineRefused
from acucli.journal.sessions import last_unfinished, pressed_on, sessions_of
from acucli.model.practice import Event
from tests.journal.factories import START, keep, make_session


def all_of(journal, **options):
    return sessions_of(journal.read().lines, **options)


def test_a_session_tells_its_seconds_scores_and_end(journal):
    """Planned, credited, before, after and why come from the lines alone."""
    keep(journal, make_session(before=7, after=4))
    (session,) = all_of(journal)
    assert (session.slug, session.name, session.conditions) == ("stress", "Stress", ("stress",))
    assert (session.planned_seconds, session.credited_seconds, session.left_seconds) == (60.0, 60.0, 0.0)
    assert (session.before, session.after, session.change, session.why) == (7, 4, -3, "done")
    assert session.codes == ("LI4", "PC6")


def test_days_are_local_to_where_the_session_was(journal):
    """23:30 UTC with two hours of offset is the next day."""
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    keep(journal, make_session(at=late, offset_minutes=120))
    assert all_of(journal)[0].day == "2026-07-02"


def test_rehearsals_are_left_out_unless_asked_for(journal):
    """A rehearsal was not pressed."""
    keep(journal, make_session(rehearsal=True))
    assert all_of(journal) == []
    assert len(all_of(journal, rehearsals=True)) == 1


def test_a_session_taken_back_is_left_out_and_can_be_brought_back(journal):
    """Undo appends; a second undo brings the session back; nothing is removed."""
    keep(journal, make_session())
    journal.append(Event(kind="undo", sid="s1"))
    assert all_of(journal) == []
    assert len(all_of(journal, undone=True)) == 1
    journal.append(Event(kind="undo", sid="s1"))
    assert len(all_of(journal)) == 1


def test_notes_may_come_later(journal):
    """A note written the next day belongs to its session and changes nothing else."""
    keep(journal, make_session())
    journal.append(Event(kind="note", sid="s1", at="2026-11-21T08:00:00+00:00", text="slept well"))
    (session,) = all_of(journal)
    assert [item.text for item in session.notes] == ["slept well"]
    assert session.credited_seconds == 60.0


def test_two_sessions_at_once_are_told_apart(journal):
    """Lines of two sessions may be mixed in the file."""
    for one, other in zip(make_session("a", before=5), make_session("b", before=2), strict=True):
        journal.append(one)
        journal.append(other)
    assert {item.sid: item.before for item in all_of(journal)} == {"a": 5, "b": 2}


def test_pressed_seconds_are_counted_by_point_side_and_day(journal):
    """The limit of a day needs what was pressed, on its side."""
    keep(journal, make_session())
    pressed = pressed_on(all_of(journal), "2026-11-20")
    assert pressed == {("LI4", "left"): 30.0, ("PC6", "left"): 30.0}
    assert pressed_on(all_of(journal), "2026-11-21") == {}


def test_lines_without_a_start_still_make_a_session(journal):
    """A damaged start costs the plan's name, not the session."""
    keep(journal, make_session()[1:])
    (session,) = all_of(journal)
    assert (session.slug, session.credited_seconds) == ("", 60.0)


def resume(journal, later=timedelta(minutes=5), host="here"):
    return last_unfinished(journal, now=START + later, host=host)


def test_a_broken_off_session_can_be_taken_up_with_its_whole_plan(journal):
    """Everything the machine needs to go on is in the journal."""
    keep(journal, make_session(holds=1, why=None))
    found = resume(journal)
    assert found.plan.steps[0].words == "Press in slowly."
    assert [event.kind for event in found.events] == ["start", "step", "release"]
    assert found.session.left_seconds == 30.0


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        pytest.param(make_session(), "no interrupted session", id="finished"),
        pytest.param(make_session(holds=1, why=None, rehearsal=True), "no interrupted session", id="rehearsal"),
    ],
)
def test_what_cannot_be_resumed_says_why(journal, events, sentence):
    """Nothing to resume is status 6 with a sentence."""
    keep(journal, events)
    with pytest.raises(MachineRefused, match=sentence):
        resume(journal)


def test_a_session_ended_by_its_person_half_way_can_be_resumed(journal):
    """Quit or a signal leaves seconds to hold."""
    keep(journal, make_session(holds=1, why="quit"))
    assert resume(journal).session.why == "quit"


def test_after_twelve_hours_a_session_is_started_new(journal):
    """Warning signs and answers are asked again after a break of 12 hours."""
    keep(journal, make_session(holds=1, why=None))
    with pytest.raises(MachineRefused, match="more than 12 hours"):
        resume(journal, timedelta(hours=13))


def test_a_note_of_the_next_day_does_not_make_a_session_young_again(journal):
    """Twelve hours count from what was done."""
    keep(journal, make_session(holds=1, why=None))
    journal.append(Event(kind="note", sid="s1", at=(START + timedelta(hours=20)).isoformat(), text="sore"))
    with pytest.raises(MachineRefused, match="more than 12 hours"):
        resume(journal, timedelta(hours=21))


def test_a_session_of_another_machine_or_a_running_one_is_not_taken_over(journal):
    """Two machines may share a home; two windows may be open."""
    first, *rest = make_session(holds=1, why=None)
    keep(journal, [replace(first, host="there", pid=1), *rest])
    with pytest.raises(MachineRefused, match="another machine"):
        resume(journal)


def test_a_resumed_session_is_not_offered_again(journal):
    """What was taken up belongs to the later session."""
    keep(journal, make_session(holds=1, why=None))
    first, *rest = make_session("s2", START + timedelta(minutes=1))
    keep(journal, [replace(first, resumes="s1"), *rest])
    with pytest.raises(MachineRefused, match="no interrupted session"):
        resume(journal)
