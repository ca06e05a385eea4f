"""The person's end of a session: keys and signals in, an outlet out, the terminal entered and left."""

from __future__ import annotations

import atexit
import contextlib
import os
import selectors
import signal
import sys
from collections.abc import Mapping
from typing import IO, Protocol

from acucli.host.environment import Environment
from acucli.runner.output_stream import OutputStream, descriptor_of, output_stream_for
from acucli.runner.signals import Signals
from acucli.runner.terminal_mode import TerminalMode
from acucli.runner.terminal_watchdog import TerminalWatchdog
from acucli.runner.wait_result import WaitResult

if sys.platform == "win32":
    from acucli.runner.windows import WindowsConsole

_READ = 1 << 16
_EMPTY_READS = 3


class Console(Protocol):
    """What the loop needs of the outside; one for POSIX, one for Windows, one for tests."""

    outlet: OutputStream
    has_keys: bool

    def open(self) -> None: ...

    def close(self) -> None: ...

    def wait(self, seconds: float | None) -> WaitResult: ...

    def suspend(self) -> bool: ...

    def continued(self) -> bool: ...

    def size(self) -> tuple[int, int]: ...

    def die_of(self, number: int) -> None: ...


class PosixConsole:
    """A console over descriptors: one selector, a wake-up pipe for signals, a guardian for the terminal."""

    def __init__(self, environment: Environment, *, alternate: bool, escapes: bool) -> None:
        self._reads = _terminal(environment.stdin)
        shows = _terminal(environment.stdout)
        self._mode = TerminalMode(self._reads, shows, alternate=alternate, escapes=escapes)
        self.has_keys = self._reads is not None
        self.outlet = output_stream_for(environment.stdout, lambda: self._mode.own)
        self._guardian = TerminalWatchdog()
        self._signals = Signals()
        self._selector = selectors.DefaultSelector()
        self._opened = False
        self._empty_reads = 0

    def open(self) -> None:
        """Fork the guardian, catch signals, take the terminal.

        Started in the background (`&`) a screen stops, as every program does that wants the terminal; lines run on
        without keys until they are brought to the foreground.
        """
        self._opened = True
        if self._mode.alternate and not self._mode.in_foreground():
            os.kill(os.getpid(), signal.SIGTTOU)
        self._mode.remember()
        if self._mode.held is not None and self._mode.saved is not None:
            self._guardian.start(self._mode.held, self._mode.own, self._mode.saved, self._mode.leave_bytes)
        self._signals.catch()
        self._selector.register(self._signals.descriptor, selectors.EVENT_READ)
        atexit.register(self.close)
        self.has_keys = self._reads is not None and self._mode.in_foreground()
        if self._mode.in_foreground():
            self._enter()

    def close(self) -> None:
        """Give everything back; doing it twice is harmless."""
        if not self._opened:
            return
        self._opened = False
        atexit.unregister(self.close)
        self._mode.close()
        self._guardian.done()
        self._selector.close()
        self._signals.release()

    def wait(self, seconds: float | None) -> WaitResult:
        """Wait for keys, a signal, or the time to be up (None: for ever)."""
        waiting = self.outlet.waiting
        if waiting is not None:
            self._selector.register(waiting, selectors.EVENT_WRITE)
        try:
            ready = {key.fd for key, _ in self._selector.select(seconds)}
        finally:
            if waiting is not None:
                self._selector.unregister(waiting)
        arrived = self._signals.take() if self._signals.descriptor in ready else ()
        if waiting in ready:
            self.outlet.flush()
        return WaitResult(self._typed() if self._reads in ready else b"", arrived)

    def suspend(self) -> bool:
        """Leave the terminal and stop as the shell expects; when continued, tell whether it is ours again."""
        self._leave()
        self._signals.stop_self()
        self._signals.forget_stops()
        return self.continued()

    def continued(self) -> bool:
        """Take the terminal again after a continue; tells whether it is ours (and not another job's)."""
        if not self._mode.in_foreground():
            return False
        self._mode.entered = False
        self.has_keys = self._reads is not None
        self._enter()
        return True

    def size(self) -> tuple[int, int]:
        """Return columns and rows."""
        return self._mode.size()

    def die_of(self, number: int) -> None:
        """End this process by a signal; everything has been given back before."""
        Signals.die_of(number)

    def _enter(self) -> None:
        self._guardian.active()
        self._mode.enter()
        if self._reads is not None and self.has_keys:
            with contextlib.suppress(KeyError, ValueError, OSError):
                self._selector.register(self._reads, selectors.EVENT_READ)

    def _leave(self) -> None:
        self._mode.leave()
        self._guardian.suspended()
        if self._reads is not None:
            with contextlib.suppress(KeyError, ValueError, OSError):
                self._selector.unregister(self._reads)

    def _typed(self) -> bytes:
        """Return what was typed; a keyboard that has gone is not asked again, and the session runs on time.

        One empty read may mean that Ctrl-Z emptied the queue in between; three in a row mean that nobody is there.
        """
        assert self._reads is not None
        data = b""
        with contextlib.suppress(OSError):
            data = os.read(self._reads, _READ)
        self._empty_reads = 0 if data else self._empty_reads + 1
        if self._empty_reads >= _EMPTY_READS:
            self.has_keys = False
            self._selector.unregister(self._reads)
        return data


def console_for(environment: Environment, *, alternate: bool, escapes: bool) -> Console:
    """Return the console of this system."""
    if sys.platform == "win32":
        return WindowsConsole(environment, alternate=alternate)
    return PosixConsole(environment, alternate=alternate, escapes=escapes)


def wants_lines(variables: Mapping[str, str], *, is_terminal: bool, plain: bool) -> bool:
    """Tell whether the session is to be appended lines rather than a screen."""
    accessible = variables.get("ACCESSIBLE", "").lower() not in {"", "0", "no", "off", "false"}
    return plain or not is_terminal or variables.get("TERM", "") == "dumb" or accessible


def _terminal(stream: IO[str] | None) -> int | None:
    descriptor = descriptor_of(stream)
    try:
        return descriptor if descriptor is not None and os.isatty(descriptor) else None
    except OSError:
        return None
