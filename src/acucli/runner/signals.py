"""Signals as data: handlers only note the number, the loop acts on it."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

FATAL = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK") if hasattr(signal, name)
)
_OTHER = tuple(getattr(signal, name) for name in ("SIGTSTP", "SIGCONT", "SIGWINCH") if hasattr(signal, name))


class Signals:
    """The signals of a session, from `catch` to `release`; `descriptor` becomes readable when one arrives.

    A signal that was ignored when the program started stays ignored (`nohup`, `&` in a script).
    """

    def __init__(self) -> None:
        self._arrived: list[int] = []
        self._old: dict[int, Any] = {}
        self._reader, self._writer = os.pipe()
        self._old_wakeup = -1
        for end in (self._reader, self._writer):
            os.set_blocking(end, False)

    @property
    def descriptor(self) -> int:
        """Return the readable end of the wake-up pipe."""
        return self._reader

    def catch(self) -> None:
        """Begin to note signals; only the main thread can, elsewhere none are seen."""
        with contextlib.suppress(ValueError):
            self._old_wakeup = signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
            for number in (*FATAL, *_OTHER):
                self._catch_one(number)

    def release(self) -> None:
        """Put every handler back."""
        with contextlib.suppress(ValueError):
            for number, handler in self._old.items():
                if handler is not None:
                    signal.signal(number, handler)
            self._old.clear()
            signal.set_wakeup_fd(self._old_wakeup)
        for end in (self._reader, self._writer):
            with contextlib.suppress(OSError):
                os.close(end)

    def take(self) -> tuple[int, ...]:
        """Return the signals since the last call, the fatal ones first."""
        with contextlib.suppress(OSError):
            while os.read(self._reader, 512):
                pass
        arrived, self._arrived = self._arrived, []
        return tuple(sorted(arrived, key=lambda number: number not in FATAL))

    def forget_stops(self) -> None:
        """Forget what stopping and continuing leave behind; a fatal signal among them stays."""
        self._arrived = [number for number in self._arrived if number in FATAL]

    def stop_self(self) -> None:
        """Stop this process as Ctrl-Z does, and return when it is continued."""
        number = signal.SIGTSTP
        if number not in self._old:
            return
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        self._catch_one(number)

    @staticmethod
    def die_of(number: int) -> None:
        """End this process by the signal, so that the shell sees 130, 143 or 129."""
        with contextlib.suppress(ValueError, OSError):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _catch_one(self, number: int) -> None:
        old = signal.getsignal(number)
        if old == signal.SIG_IGN:
            return
        handler: Callable[[int, FrameType | None], None] = self._note
        self._old.setdefault(number, old)
        signal.signal(number, handler)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._arrived.append(number)
