"""Erase: what is deleted is gone from every file."""

from __future__ import annotations

import pytest

from acucli.errors import RecordNotFound
from acucli.journal.course_schedule import Course
from acucli.journal.course_store import add_course
from acucli.journal.erase import erase_all, erase_sessions, kept_files
from acucli.journal.sessions import sessions_of
from acucli.model.practice import Event
from tests.journal.factories import keep, make_session


def test_a_deleted_session_is_in_no_file_any_more(journal):
    """Its lines, notes and half lines are removed; the others stay byte for byte."""
    keep(journal, make_session("keep"))
    rest = journal.raw()
    keep(journal, make_session("gone-1"))
    journal.append(Event(kind="note", sid="gone-1", text="private"))
    with journal.path.open("ab") as stream:
        stream.write(b'{"v":2,"kind":"aura","sid":"gone-1","score":[]}\n{"sid":"gone-1","torn\n{"sid":"other","torn\n')
    journal.read()
    assert erase_sessions(journal, ["gone-1"]) == 8
    assert journal.raw() == rest
    (damaged,) = journal.damaged_files()
    assert b"gone-1" not in damaged.read_bytes()
    assert b"other" in damaged.read_bytes()


def test_an_unknown_session_is_a_sentence(journal):
    """Nothing is rewritten."""
    keep(journal, make_session("a"))
    with pytest.raises(RecordNotFound, match="no session"):
        erase_sessions(journal, ["b"])
    assert len(sessions_of(journal.read().lines)) == 1


def test_all_removes_everything_that_was_kept(journal, environment):
    """Journal, damaged files, courses and locks."""
    keep(journal, make_session("a"))
    with journal.path.open("ab") as stream:
        stream.write(b"torn\n")
    journal.read()
    add_course(environment, Course(id="", what="stress", name="Stress", started="2026-11-20"))
    names = {path.name for path in kept_files(environment)}
    assert {"journal.jsonl", "courses.json", "journal.damaged-20261120T180000Z.jsonl"} <= names
    assert {path.name for path in erase_all(environment)} == names
    assert list(environment.paths.state.iterdir()) == []
    assert journal.read().lines == []


def test_a_session_that_runs_meanwhile_does_not_bring_the_deleted_back(journal, environment):
    """Deleted on purpose stays deleted; what comes later is kept."""
    events = make_session("a")
    keep(journal, events[:3])
    erase_all(environment)
    keep(journal, events[3:])
    assert [line.seq for line in journal.read().lines] == [event.seq for event in events[3:]]
