"""The terminal's state during a session: keys one by one, the alternate screen, and everything put back after."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

if sys.platform != "win32":
    import termios

_PASTE_ON, _PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"
_SCREEN_ON = b"\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_SCREEN_OFF = b"\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?1049l"
_ABORT = b"\x18"  # CAN ends a control sequence that was written only in part
_LEAVE_SECONDS = 0.2


class TerminalMode:
    """One terminal, entered and left as often as wanted; leaving twice does nothing.

    `reads` is the descriptor keys come from (None: no keys), `shows` the terminal that is drawn on (None: none),
    `alternate` asks for the alternate screen, `escapes` allows control sequences at all.
    """

    def __init__(self, reads: int | None, shows: int | None, *, alternate: bool, escapes: bool = True) -> None:
        self.reads = reads
        self.shows = shows
        self.alternate = alternate and shows is not None
        self.escapes = escapes and shows is not None
        self.entered = False
        self.own = open_own(shows) if shows is not None else None
        self._held = reads if reads is not None else shows
        self._saved: list[Any] | None = None

    @property
    def saved(self) -> list[Any] | None:
        """Return the attributes as they were before the first entry, for the guardian."""
        return self._saved

    @property
    def held(self) -> int | None:
        """Return the descriptor whose attributes are changed."""
        return self._held

    @property
    def leave_bytes(self) -> bytes:
        """Return what puts the screen back."""
        if not self.escapes:
            return b""
        return _ABORT + _PASTE_OFF + (_SCREEN_OFF if self.alternate else b"")

    def remember(self) -> None:
        """Read the attributes that will be put back; a dead terminal has none."""
        if self._held is not None and self._saved is None:
            with contextlib.suppress(termios.error, OSError):
                self._saved = termios.tcgetattr(self._held)

    def enter(self) -> None:
        """Take the keys one by one, without echo and without Ctrl-S, and the screen where one is wanted."""
        if self.entered:
            return
        self.remember()
        self.entered = True
        if self._held is not None and self._saved is not None:
            with contextlib.suppress(termios.error, OSError), _background_writes_allowed():
                termios.tcsetattr(self._held, termios.TCSANOW, _cbreak(self._saved))
        if self.escapes:
            self._write_all(_PASTE_ON + (_SCREEN_ON if self.alternate else b""))

    def leave(self) -> None:
        """Put everything back and throw typed-ahead keys away, so that no shell runs them."""
        if not self.entered:
            return
        self.entered = False
        self._write_all(self.leave_bytes)
        if self._held is not None and self._saved is not None:
            with contextlib.suppress(termios.error, OSError), _background_writes_allowed():
                termios.tcflush(self._held, termios.TCIFLUSH)
                termios.tcsetattr(self._held, termios.TCSANOW, self._saved)

    def close(self) -> None:
        """Leave, and give the own descriptor back."""
        self.leave()
        if self.own is not None:
            with contextlib.suppress(OSError):
                os.close(self.own)
            self.own = None

    def in_foreground(self) -> bool:
        """Tell whether this process may use the terminal now, or sits behind another program."""
        if self._held is None:
            return True
        try:
            return os.tcgetpgrp(self._held) == os.getpgrp()
        except OSError:
            return True

    def size(self) -> tuple[int, int]:
        """Return columns and rows as the terminal itself tells them; `COLUMNS` would pin them (measured)."""
        with contextlib.suppress(OSError, ValueError):
            if self.shows is not None:
                columns, rows = os.get_terminal_size(self.shows)
                if columns and rows:
                    return columns, rows
        return 80, 24

    def _write_all(self, data: bytes) -> None:
        """Write to the terminal, trying for a fifth of a second where it is behind."""
        target = self.own if self.own is not None else self.shows
        end = time.monotonic() + _LEAVE_SECONDS
        while data and target is not None:
            try:
                data = data[os.write(target, data) :]
            except BlockingIOError:
                left = end - time.monotonic()
                if left <= 0:
                    return
                select.select([], [target], [], left)
            except OSError:
                return


def open_own(descriptor: int) -> int | None:
    """Open the terminal once more, non-blocking; the shared description of 0 and 1 must stay as it is."""
    try:
        flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
        return os.open(os.ttyname(descriptor), flags)
    except (OSError, AttributeError):
        return None


def _cbreak(saved: list[Any]) -> list[Any]:
    """Return the attributes for single keys: signals stay (ISIG), Ctrl-S no longer stops the output (IXON off)."""
    changed: list[Any] = [list(part) if isinstance(part, list) else part for part in saved]
    changed[0] &= ~termios.IXON
    changed[3] &= ~(termios.ICANON | termios.ECHO)
    changed[3] |= termios.ISIG
    changed[6][termios.VMIN] = 0
    changed[6][termios.VTIME] = 0
    return changed


@contextlib.contextmanager
def _background_writes_allowed() -> Iterator[None]:
    """Set attributes without being stopped by SIGTTOU, as a program in the background would be."""
    try:
        old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
    except (AttributeError, ValueError, OSError):
        yield
        return
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)
