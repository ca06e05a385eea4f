"""Locks: a file of ours is changed by one program at a time, and nobody waits for ever."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from acucli.errors import MachineRefused

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_SECONDS = 2.0
"""How long a lock is waited for. Who holds one for longer hangs, and nobody else shall hang with it."""
_BETWEEN_TRIES_SECONDS = 0.02


@contextlib.contextmanager
def locked(path: Path, *, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold an exclusive lock beside `path` while the block runs; waits `seconds` for another holder.

    Where locks do not exist (or the directory is read-only) the block runs unlocked: a lock is a courtesy, never a
    reason to lose a line.

    Raises:
        MachineRefused: another program still holds it.
    """
    beside = path.with_name(f".{path.name}.lock")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError:
        yield
        return
    try:
        if not _lock(descriptor, seconds):
            raise MachineRefused(f"another program holds {path.name} ({beside})", hint="try again when it has ended")
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, seconds: float) -> bool:
    """Tell whether the lock was got in time; where there are no locks (left) there is none to wait for."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            _try_lock(descriptor)
        except OSError as error:
            if error.errno not in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
                return True
            if time.monotonic() >= deadline:
                return False
            time.sleep(_BETWEEN_TRIES_SECONDS)
        else:
            return True


def _try_lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
