"""Import: sessions of our own JSON export come into the journal, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from acucli.errors import UsageError
from acucli.host.files import as_text
from acucli.journal.journal_lines import Written, compacted, is_of_later_version, plan_in, read_line
from acucli.journal.sessions import moment_of, sessions_of
from acucli.journal.store import Journal
from acucli.model.answers import SCHEMA_VERSION

MOST_BYTES = 500_000_000
"""Bytes of the largest export that is read: a hundred thousand sessions take less."""


class Imported(NamedTuple):
    """What came in: sessions that were added, those already there, and lines that could not be read."""

    added: tuple[str, ...]
    duplicates: tuple[str, ...]
    unreadable: int


def import_json(journal: Journal, content: bytes) -> Imported:
    """Add the sessions of an export that the journal does not hold yet; a session is known by its `sid`.

    Each takes its place in the order of time. What cannot be read or summed up again is left out and counted.

    Raises:
        UsageError: it is not an export of ours, or one of a later version.
        MachineRefused: the journal cannot be written; nothing was added.
    """
    by_sid: dict[str, list[Written]] = {}
    plans: dict[str, bytes] = {}
    unreadable = 0
    for item in _lines_of(content):
        raw = _encoded(item)
        held = plan_in(raw)
        sid = item.get("sid") if isinstance(item, dict) else None
        if held is not None:
            plans[held[0]] = raw + b"\n"
        elif isinstance(sid, str) and sid and (read_line(raw) is not None or is_of_later_version(raw)):
            by_sid.setdefault(sid, []).append(compacted(raw))
        else:
            unreadable += 1
    known = {line.sid for line in journal.read().lines}
    blocks: list[_Block] = []
    for sid, lines in by_sid.items():
        begun = _begun(lines)
        if begun is None:
            unreadable += len(lines)
        elif sid not in known:
            blocks.append(_Block(begun, sid, tuple(lines)))
    _merge(journal, sorted(blocks, key=lambda block: block.begun), plans)
    return Imported(tuple(block.sid for block in blocks), tuple(sid for sid in by_sid if sid in known), unreadable)


class _Block(NamedTuple):
    """The lines of one session, and the seconds of its start."""

    begun: float
    sid: str
    lines: tuple[Written, ...]


def _encoded(item: Any) -> bytes:
    try:
        return msgspec.json.encode(item)
    except (ValueError, RecursionError):
        return b""


def _begun(lines: Iterable[Written]) -> float | None:
    """Return when a session began, None where its lines add up to no session with a day."""
    read = [line for made in lines if (line := read_line(made.line)) is not None]
    if not read:
        return 0.0  # all of a later version: kept, whatever they say
    (session,) = sessions_of(read, rehearsals=True, undone=True)
    moment = moment_of(session.at)
    return moment.timestamp() if session.day and moment is not None else None


def _merge(journal: Journal, blocks: list[_Block], plans: dict[str, bytes]) -> None:
    """Put blocks, in the order of time, between the sessions of the journal, each before the first that began later."""
    if not blocks:
        return
    given = iter(blocks)

    def merged() -> Iterator[bytes]:
        waiting = next(given, None)
        written: set[str] = set()
        for raw in journal.raw_lines():
            line = read_line(raw)
            if line is not None and line.kind == "start":
                moment = moment_of(line.at)
                while waiting is not None and moment is not None and waiting.begun < moment.timestamp():
                    yield from _of_block(waiting, plans, written)
                    waiting = next(given, None)
            yield raw
        while waiting is not None:
            yield from _of_block(waiting, plans, written)
            waiting = next(given, None)

    with journal.exclusive():
        journal.rewrite(merged())


def _of_block(block: _Block, plans: dict[str, bytes], written: set[str]) -> Iterator[bytes]:
    """Yield the lines of a block, each plan before the first line that names it."""
    for made in block.lines:
        line = read_line(made.line)
        plan_id = line.plan_id if line is not None else ""
        plan_line = made.plan_line or plans.get(plan_id, b"")
        if plan_line and plan_id not in written:
            written.add(plan_id)
            yield plan_line.rstrip(b"\n")
        yield made.line.rstrip(b"\n")


def _lines_of(content: bytes) -> list[Any]:
    hint = "import takes what `acu journal export --format json` wrote"
    if len(content) > MOST_BYTES:
        raise UsageError("the file is too large", hint=hint)
    try:
        found = msgspec.json.decode(as_text(content))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"this is not JSON: {error}", hint=hint) from error
    if not isinstance(found, dict) or found.get("kind") != "journal" or not isinstance(found.get("lines"), list):
        raise UsageError("this is not a journal of acucli", hint=hint)
    version = found.get("schema_version")
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise UsageError(f"this journal has the version {version}", hint="it was written by a later acucli")
    lines: list[Any] = found["lines"]
    return lines
