"""Files that a person names: written where they were named, never over another file unasked, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from acucli.errors import MachineRefused, UsageError
from acucli.host.files import reason, temporary_files

_PRIVATE = 0o600
_PUBLIC = 0o666
_PIPE_SECONDS = 2.0
"""How long the reader of a named pipe is waited for."""
_BETWEEN_TRIES_SECONDS = 0.02


def check_output(path: Path, *, force: bool = False) -> None:
    """Make sure that something may be written to this path, before any work is done for it.

    Raises:
        UsageError: a file is there already, and nobody asked to write over it.
        MachineRefused: it is a folder, or its folder is not there.
    """
    real = Path(os.path.realpath(path))
    kind = _kind_of(real)
    if kind is None:
        if not real.parent.is_dir():
            raise MachineRefused(f"cannot write {path}: there is no folder {real.parent}", hint="nothing was written")
    elif stat.S_ISDIR(kind):
        raise MachineRefused(f"{path} is a folder", hint="name a file in it")
    elif stat.S_ISREG(kind) and not force:
        raise UsageError(f"{path} is there already", hint="add --force to write over it; nothing was written")


def write_output(path: Path, content: bytes, *, force: bool = False, private: bool = False) -> None:
    """Write a file that a person named, following links: a plain one all or nothing, a device or pipe in its place.

    With `private` it is readable by its owner alone.

    Raises:
        UsageError: a file is there already, and nobody asked to write over it.
        MachineRefused: it cannot be written; a plain file is then as it was before.
    """
    check_output(path, force=force)
    real = Path(os.path.realpath(path))
    kind = _kind_of(real)
    try:
        if kind is None or stat.S_ISREG(kind):
            _replace(real, content, kind, private=private)
        else:
            _write_in_place(real, content)
    except OSError as error:
        raise MachineRefused(f"cannot write {path}: {reason(error)}", hint="nothing was changed") from error


def _kind_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MachineRefused(f"cannot write {path}: {reason(error)}", hint="nothing was written") from error


def _replace(path: Path, content: bytes, kind: int | None, *, private: bool) -> None:
    mode = _PRIVATE if private else stat.S_IMODE(kind) if kind is not None else _PUBLIC & ~_umask()
    descriptor, temporary = temporary_files().mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_in_place(path: Path, content: bytes) -> None:
    """Write into a device or pipe; a pipe that nobody reads is not waited for for ever."""
    deadline = time.monotonic() + _PIPE_SECONDS
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
            break
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() >= deadline:
                raise
            time.sleep(_BETWEEN_TRIES_SECONDS)
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
