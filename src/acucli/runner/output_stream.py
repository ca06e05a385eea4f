"""Where a session's words and frames go: a terminal, a pipe or a file, and never waited for."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import time
from collections.abc import Callable
from typing import IO, Protocol

_SAFE_CHUNK = 512  # below PIPE_BUF everywhere: a pipe that selects as writable takes it whole
_MOST_QUEUED = 1 << 20
_CLOSED = frozenset({errno.EPIPE, errno.EIO, errno.EBADF, errno.ENXIO, errno.ECONNRESET})


class OutputGone(Exception):  # noqa: N818 - a state of the outside world rather than a fault
    """Nobody reads any more; `hung_up` tells a closed terminal window from a closed pipe."""

    def __init__(self, *, hung_up: bool) -> None:
        super().__init__("the output was closed")
        self.hung_up = hung_up


class OutputStream(Protocol):
    """Somewhere to write: lines are kept in order, frames are dropped while the reader is behind."""

    def line(self, text: str) -> None: ...

    def frame(self, text: str) -> bool: ...

    def flush(self) -> None: ...

    def drain(self, seconds: float) -> None: ...

    @property
    def waiting(self) -> int | None: ...


class TextOutputStream:
    """An outlet over a text stream without a descriptor, as tests and embedders hand over."""

    waiting: int | None = None

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def line(self, text: str) -> None:
        """Write a line at once."""
        self._write(text + "\n")

    def frame(self, text: str) -> bool:
        """Write a frame at once."""
        self._write(text)
        return True

    def flush(self) -> None:
        """Do nothing: every write is flushed."""

    def drain(self, seconds: float) -> None:
        """Do nothing: nothing is ever waiting."""

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError) as error:
            raise OutputGone(hung_up=False) from error


class DescriptorOutputStream:
    """An outlet over a descriptor: what does not fit now is written when the reader has caught up."""

    def __init__(self, descriptor: int, *, non_blocking: bool, encoding: str = "utf-8") -> None:
        self._descriptor = descriptor
        self._non_blocking = non_blocking
        self._encoding = encoding
        self._queue = bytearray()
        self.dropped = 0

    @property
    def waiting(self) -> int | None:
        """Return the descriptor while something waits for it to become writable."""
        return self._descriptor if self._queue else None

    def line(self, text: str) -> None:
        """Append a line; beyond 1 MiB unread the oldest bytes would be of no use, so new ones are dropped."""
        if len(self._queue) < _MOST_QUEUED:
            self._queue += self._encoded(text + "\n")
        self.flush()

    def frame(self, text: str) -> bool:
        """Write a frame, or drop it whole while an earlier one is still unread; tells whether it was taken."""
        self.flush()
        if self._queue:
            self.dropped += 1
            return False
        self._queue += self._encoded(text)
        self.flush()
        return True

    def flush(self) -> None:
        """Write what the reader takes now.

        Raises:
            OutputGone: nobody reads any more.
        """
        while self._queue:
            taken = self._write_some()
            if not taken:
                return
            del self._queue[:taken]

    def drain(self, seconds: float) -> None:
        """Wait for the reader, at most that long; what is left then is dropped."""
        end = time.monotonic() + seconds
        with contextlib.suppress(OutputGone):
            self.flush()
            while self._queue and (left := end - time.monotonic()) > 0:
                _writable(self._descriptor, left)
                self.flush()
        self._queue.clear()

    def discard(self) -> None:
        """Forget what is still unwritten."""
        self._queue.clear()

    def _write_some(self) -> int:
        if not self._non_blocking and not _writable(self._descriptor, 0):
            return 0
        chunk = bytes(self._queue if self._non_blocking else self._queue[:_SAFE_CHUNK])
        try:
            return os.write(self._descriptor, chunk)
        except BlockingIOError:
            return 0
        except OSError as error:
            self._queue.clear()
            if error.errno in _CLOSED:
                raise OutputGone(hung_up=error.errno != errno.EPIPE) from error
            return 0

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._encoding, "replace")


def output_stream_for(stream: IO[str] | None, own_terminal: Callable[[], int | None]) -> OutputStream:
    """Return the outlet of a stream; `own_terminal` opens a non-blocking descriptor where it is a terminal."""
    descriptor = descriptor_of(stream)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if stream is None or descriptor is None:
        return TextOutputStream(stream) if stream is not None else TextOutputStream(_Nowhere())  # type: ignore[arg-type]
    with contextlib.suppress(OSError, ValueError):
        stream.flush()
    own = own_terminal()
    if own is not None:
        return DescriptorOutputStream(own, non_blocking=True, encoding=encoding)
    return DescriptorOutputStream(descriptor, non_blocking=False, encoding=encoding)


def takes_words(stream: IO[str] | None, seconds: float = 0.2) -> bool:
    """Tell whether a write to the stream would not hang: a stalled terminal is not worth waiting for."""
    descriptor = descriptor_of(stream)
    return descriptor is None or _writable(descriptor, seconds)


def descriptor_of(stream: IO[str] | None) -> int | None:
    """Return the descriptor of a stream, None where it has none or is closed."""
    try:
        return stream.fileno() if stream is not None else None
    except (OSError, ValueError, AttributeError):
        return None


def _writable(descriptor: int, seconds: float) -> bool:
    try:
        return bool(select.select([], [descriptor], [], seconds)[1])
    except (OSError, ValueError):
        return True  # Windows cannot select on files: the write itself will tell


class _Nowhere:
    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        return None
