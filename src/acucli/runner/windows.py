"""The console on Windows: keys are polled, there is nothing to suspend, the size is asked each time."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import os
import signal
import time
from collections.abc import Callable
from typing import Any, Protocol

from acucli.host.environment import Environment
from acucli.runner.output_stream import OutputStream, TextOutputStream
from acucli.runner.wait_result import WaitResult

POLL_SECONDS = 0.05
_SPECIAL = {"M": b"\x1b[C", "K": b"\x1b[D", "I": b"\x1b[5~", "Q": b"\x1b[6~"}
_PREFIXES = frozenset({"\x00", "\xe0"})
_SCREEN_ON = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_SCREEN_OFF = "\x1b[0m\x1b[?25h\x1b[?1049l"
_VIRTUAL_TERMINAL = 0x0004
_STDOUT_HANDLE = -11


class Keyboard(Protocol):
    """The two calls of `msvcrt` that are used."""

    def kbhit(self) -> int: ...

    def getwch(self) -> str: ...


class WindowsConsole:
    """A console over `msvcrt`; a killed process is a killed process here, so the journal's fsync is the protection."""

    def __init__(
        self,
        environment: Environment,
        *,
        alternate: bool,
        keyboard: Keyboard | None = None,
        pause: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        stream = environment.stdout
        assert stream is not None
        self.outlet: OutputStream = TextOutputStream(stream)
        self.has_keys = environment.stdin_is_terminal
        self._alternate = alternate and environment.stdout_is_terminal
        self._keyboard = keyboard or _msvcrt()
        self._pause, self._now = pause, now
        self._arrived: list[int] = []
        self._old: dict[int, Any] = {}
        self._opened = False

    def open(self) -> None:
        """Catch Ctrl-C and Ctrl-Break, and take the screen where one is wanted."""
        self._opened = True
        for name in ("SIGINT", "SIGBREAK", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(ValueError):
                    self._old[number] = signal.signal(number, lambda got, _frame: self._arrived.append(got))
        if self._alternate:
            _allow_sequences()
            self.outlet.frame(_SCREEN_ON)

    def close(self) -> None:
        """Give the screen and the handlers back; doing it twice is harmless."""
        if not self._opened:
            return
        self._opened = False
        if self._alternate:
            with contextlib.suppress(OSError, ValueError):
                self.outlet.frame(_SCREEN_OFF)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._old.clear()

    def wait(self, seconds: float | None) -> WaitResult:
        """Poll the keyboard every 50 ms until keys, a signal or the end of the time."""
        end = float("inf") if seconds is None else self._now() + seconds
        while True:
            data = self._typed()
            arrived, self._arrived = tuple(self._arrived), []
            left = end - self._now()
            if data or arrived or left <= 0:
                return WaitResult(data, arrived)
            self._pause(min(POLL_SECONDS, left))

    def suspend(self) -> bool:
        """Return at once: no key suspends a program here."""
        return True

    def continued(self) -> bool:
        """Return that the console is ours: it always is."""
        return True

    def size(self) -> tuple[int, int]:
        """Return columns and rows as the console tells them."""
        with contextlib.suppress(OSError, ValueError):
            columns, rows = os.get_terminal_size()
            return columns, rows
        return 80, 24

    def die_of(self, number: int) -> None:
        """End with the status a shell would show: a signal sent to oneself here would not."""
        raise SystemExit(128 + number)

    def _typed(self) -> bytes:
        data = b""
        while self.has_keys and self._keyboard.kbhit():
            character = self._keyboard.getwch()
            if character in _PREFIXES:
                data += _SPECIAL.get(self._keyboard.getwch(), b"")
            else:
                data += character.encode("utf-8", "ignore")
        return data


def _msvcrt() -> Keyboard:
    keyboard: Keyboard = importlib.import_module("msvcrt")
    return keyboard


def _allow_sequences() -> None:
    """Switch control sequences on in consoles where they are off by default."""
    with contextlib.suppress(AttributeError, OSError, ImportError):
        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
        handle = kernel.GetStdHandle(_STDOUT_HANDLE)
        mode = ctypes.c_ulong()
        if kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            kernel.SetConsoleMode(handle, mode.value | _VIRTUAL_TERMINAL)
