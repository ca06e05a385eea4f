"""Erase: deleted health data is gone from the files, not only from the lists."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from acucli.errors import MachineRefused, RecordNotFound
from acucli.host.environment import Environment
from acucli.host.files import reason, write_private
from acucli.journal.journal_lines import read_line
from acucli.journal.store import Journal

_NAMES = (
    "journal.jsonl",
    "journal.damaged-*.jsonl",
    "courses.json",
    "courses.damaged-*.json",
    ".journal.*",
    ".courses.*",
)


def erase_sessions(journal: Journal, sids: Iterable[str]) -> int:
    """Remove every line of these sessions from the journal and from what was set aside; return how many lines.

    The journal is replaced as a whole, all or nothing; what a disk keeps of freed blocks is beyond a program.

    Raises:
        RecordNotFound: the journal holds none of them.
        MachineRefused: the journal cannot be rewritten; nothing was removed.
    """
    wanted = set(sids)
    with journal.exclusive():
        gone = 0
        plans: set[str] = set()
        for raw in journal.raw_lines():
            if _sid_of(raw) in wanted:
                gone += 1
            elif (line := read_line(raw)) is not None and line.kind != "plan":
                plans.add(line.plan_id)
        if not gone:
            raise RecordNotFound("session", ", ".join(sorted(wanted)))
        journal.rewrite(raw for raw in journal.raw_lines() if _stays(raw, wanted, plans))
        for path in journal.damaged_files():
            _scrub(path, wanted)
    return gone


def _stays(raw: bytes, sids: set[str], plans: set[str]) -> bool:
    """Tell whether a line stays: no line of these sessions, and no plan that only they had."""
    line = read_line(raw)
    if line is not None and line.kind == "plan":
        return line.plan_id in plans
    return _sid_of(raw) not in sids


def _sid_of(raw: bytes) -> str:
    line = read_line(raw)
    if line is not None:
        return line.sid
    try:
        found = msgspec.json.decode(raw, type=dict[str, object])
    except (msgspec.DecodeError, ValueError, RecursionError):
        return ""
    return str(found.get("sid", ""))


def _scrub(path: Path, sids: set[str]) -> None:
    """Take the half lines of these sessions out of a file that was set aside; an empty one goes."""
    lines = [line for line in path.read_bytes().split(b"\n") if line.strip()]
    kept = [line for line in lines if not any(sid.encode() in line for sid in sids)]
    if not kept:
        path.unlink(missing_ok=True)
    elif len(kept) < len(lines):
        write_private(path, b"".join(line + b"\n" for line in kept))


def erase_all(environment: Environment) -> tuple[Path, ...]:
    """Remove the journal, everything set aside and the courses; return the files that are gone.

    The directory stays: a session that runs meanwhile then knows that its journal was deleted on purpose.

    Raises:
        MachineRefused: a file cannot be removed; it is named.
    """
    removed = []
    for path in kept_files(environment):
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise MachineRefused(f"cannot remove {path}: {reason(error)}") from error
        removed.append(path)
    return tuple(removed)


def kept_files(environment: Environment) -> tuple[Path, ...]:
    """Return every file of the journal and the courses that exists, locks and half-written files included."""
    directory = environment.paths.state
    found: set[Path] = set()
    with contextlib.suppress(OSError):
        for name in _NAMES:
            found.update(path for path in directory.glob(name) if path.is_file() or path.is_symlink())
    real = Journal(environment).path
    if real.is_file():
        found.update({real, *Journal(environment).damaged_files()})
    return tuple(sorted(found))
