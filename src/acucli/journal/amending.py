"""Amending: a session is noted upon or taken back by a line that is appended; nothing written is changed."""

from __future__ import annotations

from datetime import UTC
from typing import Literal

from acucli.errors import RecordNotFound
from acucli.host.environment import Environment
from acucli.journal.store import Journal
from acucli.model.practice import Event


def add_note(environment: Environment, sid: str, text: str) -> None:
    """Append a note to a session.

    Raises:
        RecordNotFound: the journal holds no such session.
        MachineRefused: it could not be kept.
    """
    _append(environment, sid, "note", text)


def take_back(environment: Environment, sid: str) -> None:
    """Take a session back, or bring it in again when it was taken back; see `add_note` for what is raised."""
    _append(environment, sid, "undo", "")


def _append(environment: Environment, sid: str, kind: Literal["note", "undo"], text: str) -> None:
    journal = Journal(environment)
    last = journal.last_number(sid)
    if last is None:
        raise RecordNotFound("session", sid)
    now = environment.clock.now()
    offset = now.utcoffset()
    event = Event(
        kind=kind,
        sid=sid,
        seq=last + 1,
        at=now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        offset_minutes=int(offset.total_seconds() // 60) if offset is not None else 0,
        text=text,
    )
    journal.append(event)
