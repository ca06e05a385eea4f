"""The store: the journal's file, to which every event is appended and from which no line is lost."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import (
    is_there,
    make_private_directory,
    reason,
    write_private_parts,
)
from acucli.host.locks import LOCK_SECONDS, locked
from acucli.journal.backwards import LONGEST_LINE, TOO_LONG, lines_backwards, lines_with, tail_of
from acucli.journal.journal_lines import (
    Line,
    Read,
    Written,
    is_of_later_version,
    plan_in,
    read_line,
    read_lines,
    whole_event,
    written,
)
from acucli.model.practice import Event, Plan

if sys.platform == "darwin":
    import fcntl

_PRIVATE_FILE = 0o600
_PRIVATE_DIRECTORY = 0o700


class SetAside(NamedTuple):
    """Damaged lines that were moved out of the journal: where they are now, and how many lines."""

    path: Path
    lines: int


class JournalContents(NamedTuple):
    """What a journal holds: its readable lines in order, what was set aside, what is damaged and still inside."""

    lines: list[Line]
    set_aside: tuple[SetAside, ...] = ()
    damaged: int = 0


class Recent(NamedTuple):
    """The newest sessions of a journal: their lines in order; `whole` tells that there are no older ones.

    `damaged` tells that a line among them cannot be read.
    """

    lines: list[Line]
    whole: bool
    damaged: bool


_PLAN_TAIL = 400_000
"""Bytes at the end of the journal in which a plan is looked for before it is written once more."""
_BLOCK = 4_000_000


class Journal:
    """The journal of one person.

    Each append is one write and fsync under a short exclusive lock, on a file opened for that write alone: a file that
    was replaced or removed meanwhile is never written to behind its back. `torn` names the half lines of a killed
    writer that were set aside on the way.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.torn: tuple[SetAside, ...] = ()
        self.damaged = 0
        self._waiting: deque[Written] = deque()
        self._written: list[Written] = []
        self._patience = LOCK_SECONDS

    @property
    def path(self) -> Path:
        """Return the journal's file, links followed, so that a lock and a rewrite meet the file itself."""
        return Path(os.path.realpath(self._environment.paths.journal))

    @property
    def waiting(self) -> int:
        """Return how many events could not be kept yet; each append tries them again."""
        return len(self._waiting)

    def append(self, event: Event) -> None:
        """Keep the event; when this returns, it is on the disk.

        Raises:
            MachineRefused: it could not be kept now. It waits, and is written with the next event that can be.
        """
        self._waiting.append(written(event))
        self.flush()

    def flush(self) -> None:
        """Write every waiting event, in order.

        Raises:
            MachineRefused: the machine still refuses; what waits goes on waiting.
        """
        if not self._waiting:
            return
        path = self.path
        if self._written and not path.parent.exists():
            # The directory vanished while the session runs: what was kept of it is written anew. A journal deleted on
            # purpose leaves its directory, and stays deleted.
            self._waiting.extendleft(reversed(self._written))
            self._written = []
        try:
            self._make_directory(path.parent)
            _check_plain(path)
            with locked(path, seconds=self._patience):
                while self._waiting:
                    self.torn += append_line(path, _with_plan(path, self._waiting[0]), self._now())
                    self._written.append(self._waiting.popleft())
        except (OSError, MachineRefused) as error:
            # Who holds the lock for so long hangs: it is waited for once, and the session goes on without it.
            self._patience = 0.0
            shown = self._environment.home_for(path)
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise MachineRefused(
                f"the journal cannot be written ({shown}): {why}",
                hint="the session goes on; what happens is kept in memory and written when it can be",
            ) from error
        self._patience = LOCK_SECONDS

    def read(self, *, mend: bool = True) -> JournalContents:
        """Return everything the journal holds.

        With `mend`, damaged lines are moved to `journal.damaged-<time>.jsonl` beside it and named in `set_aside`; where
        that cannot be written they are passed over and counted in `damaged`.

        Raises:
            MachineRefused: there is a journal, and it cannot be read.
        """
        lines, damaged = self._read_all()
        if not damaged or not mend:
            return JournalContents(lines, (), damaged)
        moved = self.mend()
        return JournalContents(self._read_all()[0], moved) if moved else JournalContents(lines, (), damaged)

    def mend(self) -> tuple[SetAside, ...]:
        """Move damaged lines to `journal.damaged-<time>.jsonl`; return where they are, nothing where that cannot be."""
        try:
            return self._set_damaged_aside()
        except (OSError, MachineRefused):
            return ()

    def _read_all(self) -> tuple[list[Line], int]:
        """Return every readable line, and how many cannot be read."""
        lines: list[Line] = []
        damaged = 0
        for found in self._read_blocks():
            lines += found.lines
            damaged += len(found.damaged)
        return lines, damaged

    def each_line(self) -> Iterator[Line]:
        """Yield every readable line; ten years of them are never held at once.

        Damaged ones are passed over, and counted in `damaged` once the last line was read.

        Raises:
            MachineRefused: the journal cannot be read.
        """
        self.damaged = 0
        for found in self._read_blocks():
            yield from found.lines
            self.damaged += len(found.damaged)

    def _read_blocks(self) -> Iterator[Read]:
        """Yield what the file holds, block by block, each up to its last line end."""
        rest = b""
        for block in self._blocks():
            whole, end, rest = (rest + block).rpartition(b"\n")
            if len(rest) > LONGEST_LINE:
                whole, rest = whole + end + rest, b""
            yield read_lines(whole)
        yield read_lines(rest)

    def recent(self, count: int, *, back_to: float | None = None) -> Recent:
        """Return the newest `count` sessions, read from the end of the file; lines of older ones are passed over.

        With `back_to` (seconds of the wall clock) it goes on for as long as the sessions began after that moment.

        Raises:
            MachineRefused: there is a journal, and it cannot be read.
        """
        found: list[Line] = []
        begun: set[str] = set()
        damaged = False
        whole = True
        for raw in self._backwards():
            line = read_line(raw)
            if line is None:
                damaged = damaged or not is_of_later_version(raw)
            elif line.sid:
                found.append(line)
                if line.kind == "start":
                    begun.add(line.sid)
                    if len(begun) > count and (back_to is None or _is_before(line.at, back_to)):
                        begun.discard(line.sid)
                        whole = False
                        break
        kept = [line for line in reversed(found) if whole or line.sid in begun]
        return Recent(kept, whole, damaged)

    def events_of(self, sid: str) -> tuple[Event, ...]:
        """Return the whole events of a session in order, with every word of its plan.

        Raises:
            MachineRefused: the journal cannot be read.
        """
        events = (whole_event(raw, self.plan) for raw, _ in reversed(list(self._own(sid))))
        return tuple(event for event in events if event is not None)

    def last_number(self, sid: str) -> int | None:
        """Return the highest number of a session's lines, None where it has none.

        Raises:
            MachineRefused: the journal cannot be read.
        """
        return max((line.seq for _, line in self._own(sid)), default=None)

    def _own(self, sid: str) -> Iterator[tuple[bytes, Line]]:
        """Yield the lines of a session from its last to its start."""
        for raw in self._backwards():
            if sid.encode() in raw:
                line = read_line(raw)
                if line is not None and line.sid == sid:
                    yield raw, line
                    if line.kind == "start":
                        break

    def plan(self, plan_id: str) -> Plan | None:
        """Return the plan of this hash, None where the journal does not hold it.

        Raises:
            MachineRefused: the journal cannot be read.
        """
        with self._reading() as path:
            if path is not None:
                for raw in lines_with(path, b'"kind":"plan","plan_id":"%s"' % plan_id.encode()):
                    found = plan_in(raw)
                    if found is not None and found[0] == plan_id:
                        return found[1]
        return None

    def raw_lines(self) -> Iterator[bytes]:
        """Yield every line of the file as it stands there, without its end; the file is never held in memory.

        A line that is longer than `LONGEST_LINE`, which nobody reads, comes in pieces.

        Raises:
            MachineRefused: the journal cannot be read.
        """
        rest = b""
        for block in self._blocks():
            *lines, rest = (rest + block).split(b"\n")
            yield from (line for line in lines if line.strip())
            if len(rest) > LONGEST_LINE:
                yield rest
                rest = b""
        if rest.strip():
            yield rest

    def raw(self) -> bytes:
        """Return the bytes of the journal, nothing where there is none.

        Raises:
            MachineRefused: it cannot be read.
        """
        return b"".join(self._blocks())

    def _backwards(self) -> Iterator[bytes]:
        with self._reading() as path:
            if path is not None:
                yield from lines_backwards(path)

    def _blocks(self) -> Iterator[bytes]:
        with self._reading() as path:
            if path is not None:
                with path.open("rb") as stream:
                    while block := stream.read(_BLOCK):
                        yield block

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Path | None]:
        """Give the path of a plain file, None where there is nothing; a pipe would be waited for for ever."""
        path = self.path
        try:
            if not is_there(path):
                yield None
                return
            _check_plain(path)
            yield path
        except FileNotFoundError:
            return
        except OSError as error:
            raise MachineRefused(
                f"the journal cannot be read: {reason(error)}", hint=f"check the permissions of {path}"
            ) from error

    def damaged_files(self) -> tuple[Path, ...]:
        """Return the files that hold lines set aside, oldest first."""
        return tuple(sorted(self.path.parent.glob(f"{self.path.stem}.damaged-*.jsonl")))

    def rewrite(self, lines: Iterable[bytes]) -> None:
        """Replace the journal by these lines, all or nothing; the caller holds the lock (`exclusive`)."""
        write_private_parts(self.path, (line + b"\n" for line in lines))

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the journal's lock while the block runs.

        Raises:
            MachineRefused: its directory cannot be made.
        """
        make_private_directory(self.path.parent)
        with locked(self.path):
            yield

    def _set_damaged_aside(self) -> tuple[SetAside, ...]:
        path = self.path
        with locked(path):
            damaged = sum(not _stays(raw) for raw in self.raw_lines())
            if not damaged:
                return ()
            aside = _write_aside(path, (raw for raw in self.raw_lines() if not _stays(raw)), self._now())
            self.rewrite(raw for raw in self.raw_lines() if _stays(raw))
        return (SetAside(aside, damaged),)

    def _make_directory(self, directory: Path) -> None:
        try:
            make_private_directory(directory)
        except MachineRefused as refused:
            cause = refused.__cause__
            raise cause if isinstance(cause, OSError) else OSError(str(refused)) from refused
        if directory.stat().st_mode & 0o077:
            with contextlib.suppress(OSError):
                directory.chmod(_PRIVATE_DIRECTORY)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._environment.clock.wall(), UTC)


def _check_plain(path: Path) -> None:
    """Refuse anything but a plain file or none: a pipe is waited for, a device has no end.

    Raises:
        OSError: something else is there.
    """
    if is_there(path) and not path.is_file():
        raise OSError(errno.EINVAL, "it is no plain file")


def _with_plan(path: Path, event: Written) -> bytes:
    """Return the line of an event, the line of its plan before it where the end of the file does not name it."""
    if event.plan_id and event.plan_id.encode() not in tail_of(path, _PLAN_TAIL):
        return event.plan_line + event.line
    return event.line


def _is_before(at: str, seconds: float) -> bool:
    """Tell whether a line was written before a moment; one without a time that can be read was."""
    try:
        said = datetime.fromisoformat(at)
        return (said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp() < seconds
    except (ValueError, OverflowError):
        return True


def append_line(path: Path, line: bytes, now: datetime) -> tuple[SetAside, ...]:
    """Append one line with one write and fsync, or leave the file as it was; the caller holds the lock.

    Returns where the torn end of a killed writer was set aside, if there was one.

    Raises:
        OSError: the line is not on the disk, and nothing of it stays in the file.
    """
    created = not path.exists()
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, _PRIVATE_FILE)
    try:
        if os.fstat(descriptor).st_mode & 0o077:
            with contextlib.suppress(OSError):
                path.chmod(_PRIVATE_FILE)
        line, moved = _after_torn_end(path, descriptor, line, now)
        size = os.fstat(descriptor).st_size
        try:
            if os.write(descriptor, line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            _sync(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
    if created:
        _sync_directory(path.parent)
    return moved


def _after_torn_end(path: Path, descriptor: int, line: bytes, now: datetime) -> tuple[bytes, tuple[SetAside, ...]]:
    """Mend the end of the file before a line is added: set a half line aside, give a whole one its line end."""
    size = os.fstat(descriptor).st_size
    if not size:
        return line, ()
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    if os.read(descriptor, 1) == b"\n":
        return line, ()
    tail = next(lines_backwards(path), b"")
    end = size - len(tail)
    if tail == TOO_LONG or _stays(tail):
        return b"\n" + line, ()
    try:
        moved = SetAside(_write_aside(path, [tail], now), 1)
    except MachineRefused:
        return b"\n" + line, ()  # no room to set it aside: it stays, on a line of its own
    os.ftruncate(descriptor, end)
    return line, (moved,)


def _write_aside(path: Path, damaged: Iterable[bytes], now: datetime) -> Path:
    stem = f"{path.stem}.damaged-{now:%Y%m%dT%H%M%SZ}"
    aside = path.with_name(f"{stem}.jsonl")
    number = 2
    while aside.exists():
        aside = path.with_name(f"{stem}-{number}.jsonl")
        number += 1
    write_private_parts(aside, (line + b"\n" for line in damaged))
    return aside


def _stays(raw: bytes) -> bool:
    """Tell whether a line stays in the journal: it can be read, or a later version wrote it."""
    return read_line(raw) is not None or is_of_later_version(raw)


def _sync(descriptor: int) -> None:
    """Put the file on the disk itself: on macOS `fsync` stops at the drive's own memory."""
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _sync_directory(directory: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
