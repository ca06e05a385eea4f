"""Import: sessions of our own JSON export come into the journal, each once."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from acucli.errors import UsageError
from acucli.journal.export import SCHEMA_VERSION
from acucli.journal.journal_lines import is_of_later_version, read_line
from acucli.journal.store import Journal

MOST_BYTES = 500_000_000


class Imported(NamedTuple):
    """What came in: sessions that were added, those already there, and lines that could not be read."""

    added: tuple[str, ...]
    duplicates: tuple[str, ...]
    unreadable: int


def import_json(journal: Journal, content: bytes) -> Imported:
    """Add the sessions of an export that the journal does not hold yet; a session is known by its `sid`.

    Raises:
        UsageError: it is not an export of ours, or one of a later version.
        MachineRefused: the journal cannot be written; nothing was added.
    """
    by_sid: dict[str, list[bytes]] = {}
    unreadable = 0
    for item in _lines_of(content):
        raw = msgspec.json.encode(item)
        sid = item.get("sid") if isinstance(item, dict) else None
        if isinstance(sid, str) and sid and (read_line(raw) is not None or is_of_later_version(raw)):
            by_sid.setdefault(sid, []).append(raw)
        else:
            unreadable += 1
    known = {line.sid for line in journal.read().lines}
    added = [sid for sid in by_sid if sid not in known]
    new = [raw for sid in added for raw in by_sid[sid]]
    if new:
        journal.append_raw(new)
    return Imported(tuple(added), tuple(sid for sid in by_sid if sid in known), unreadable)


def _lines_of(content: bytes) -> list[Any]:
    hint = "import takes what `acu journal export --format json` wrote"
    if len(content) > MOST_BYTES:
        raise UsageError("the file is too large", hint=hint)
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"this is not JSON: {error}", hint=hint) from error
    if not isinstance(found, dict) or found.get("kind") != "journal" or not isinstance(found.get("lines"), list):
        raise UsageError("this is not a journal of acucli", hint=hint)
    version = found.get("schema_version")
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise UsageError(f"this journal has the version {version}", hint="it was written by a later acucli")
    lines: list[Any] = found["lines"]
    return lines
