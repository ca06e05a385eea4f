"""Private and atomic files: health data are readable by their owner alone, and never half written."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from types import ModuleType
from typing import TYPE_CHECKING

from acucli.errors import MachineRefused

if TYPE_CHECKING:
    from pathlib import Path

_PRIVATE_FILE = 0o600
_PRIVATE_DIRECTORY = 0o700


def temporary_files() -> ModuleType:
    """Return the module of temporary files, which takes 10 ms to load: only a run that writes pays for it."""
    import tempfile  # see above

    return tempfile


def make_private_directory(directory: Path) -> None:
    """Create the directory where it is missing, with every missing one above it, each 0700 whatever the umask.

    Raises:
        MachineRefused: it cannot be created.
    """
    missing = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    try:
        for folder in reversed(missing):
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=_PRIVATE_DIRECTORY)
        if not directory.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(directory))
    except OSError as error:
        raise MachineRefused(f"cannot create {directory}: {reason(error)}") from error


def write_private(path: Path, content: bytes) -> None:
    """Replace the file by one with this content, mode 0600, all or nothing; see `write_private_parts`."""
    write_private_parts(path, (content,))


def write_private_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Replace the file by one with these parts, mode 0600, all or nothing; a large one is never held in memory.

    Raises:
        MachineRefused: the directory or file cannot be written; the old file is untouched.
    """
    make_private_directory(path.parent)
    temporary = ""
    try:
        descriptor, temporary = temporary_files().mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _PRIVATE_FILE)
        os.replace(temporary, path)
    except BaseException as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        if not isinstance(error, OSError):
            raise
        raise MachineRefused(f"cannot write {path}: {reason(error)}", hint="nothing was changed") from error


def is_there(path: str | Path) -> bool:
    """Tell whether anything is at this path: every answer of the system but "no such file" means that there is.

    A link to nowhere, in place of the file or of its folder, is not the same as none: what it led to is missing.
    """
    try:
        os.lstat(path)
    except FileNotFoundError:
        folder = os.path.dirname(path)
        return os.path.islink(folder) and not os.path.exists(folder)
    except NotADirectoryError:
        return False
    except (OSError, ValueError):
        return True
    return True


def read_plain(path: str | Path, most_bytes: int, *, pipe: bool = False) -> bytes:
    """Return the content of a plain file of at most `most_bytes`; with `pipe` also of a pipe.

    What it is and how large is known before a byte is read: a pipe that nobody writes to would wait for ever, and a
    device has no end.

    Raises:
        OSError: it is missing, no plain file, larger, or cannot be read.
    """
    _check_kind(os.stat(path), path, pipe)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        _check_kind(status, path, pipe)
        if status.st_size <= most_bytes:
            content = stream.read(most_bytes + 1)
            if len(content) <= most_bytes:
                return content
    raise OSError(errno.EFBIG, f"it is larger than {most_bytes:,} bytes", str(path))


def as_text(content: bytes, errors: str = "strict") -> str:
    """Return the text of a file that a person keeps: UTF-8 with or without a mark, or UTF-16 as Windows' shells write.

    Raises:
        UnicodeDecodeError: it is neither.
    """
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if utf16 else "utf-8-sig", errors)


def _check_kind(status: os.stat_result, path: str | Path, pipe: bool) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode) and not (pipe and stat.S_ISFIFO(mode)):
        raise OSError(errno.EINVAL, "it is a pipe, a device or a socket, not a plain file", str(path))


def reason(error: OSError) -> str:
    """Return why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()
