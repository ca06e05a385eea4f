"""Amending: notes and undo are lines that are appended."""

from __future__ import annotations

import pytest

from acucli.errors import RecordNotFound
from acucli.journal.amending import add_note, take_back
from acucli.journal.sessions import sessions_of
from tests.journal.factories import keep, make_session


def test_a_note_and_an_undo_change_nothing_that_was_written(journal, environment):
    """The journal only grows; the note carries its own time and the next number."""
    keep(journal, make_session("a"))
    before = journal.raw()
    add_note(environment, "a", "slept well")
    take_back(environment, "a")
    assert journal.raw().startswith(before)
    (session,) = sessions_of(journal.read().lines, undone=True)
    assert (session.notes[0].text, session.notes[0].at) == ("slept well", "2026-11-20T18:00:00.000Z")
    seqs = [line.seq for line in journal.read().lines]
    assert seqs == list(range(len(seqs)))
    assert sessions_of(journal.read().lines) == []


def test_a_session_that_is_not_there_cannot_be_amended(environment):
    """Status 1, and no file is made."""
    for amend in (lambda: add_note(environment, "x", "y"), lambda: take_back(environment, "x")):
        with pytest.raises(RecordNotFound, match="no session"):
            amend()
    assert not environment.paths.state.exists()
