"""Private and atomic files: health data are readable by their owner alone, and never half written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from acucli.errors import MachineRefused

_PRIVATE_FILE = 0o600
_PRIVATE_DIRECTORY = 0o700


def make_private_directory(directory: Path) -> None:
    """Create the directory (mode 0700) where it is missing.

    Raises:
        MachineRefused: it cannot be created.
    """
    try:
        directory.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    except OSError as error:
        raise MachineRefused(f"cannot create {directory}: {reason(error)}") from error


def write_private(path: Path, content: bytes) -> None:
    """Replace the file by one with this content, mode 0600, all or nothing.

    Raises:
        MachineRefused: the directory or file cannot be written; the old file is untouched.
    """
    import tempfile  # 10 ms with what it loads: only a run that writes pays for it

    make_private_directory(path.parent)
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _PRIVATE_FILE)
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise MachineRefused(f"cannot write {path}: {reason(error)}", hint="nothing was changed") from error


def reason(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock beside `path` while the block runs; waits for another holder.

    Where locks do not exist (or the directory is read-only) the block runs unlocked: a lock is a courtesy, never a
    reason to lose a line.
    """
    try:
        descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, _PRIVATE_FILE)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):  # no locks left, or none on this drive
            _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
