"""A console that no person sits at: a script of keys and signals, and a clock that moves when it is waited on."""

from __future__ import annotations

import io

from acucli.host.environment import Clock, Environment
from acucli.runner.output_stream import TextOutputStream
from acucli.runner.wait_result import WaitResult
from acucli.session.stepped_clock import SteppedClock


class FakeConsole:
    """Hands out what the script holds, `(second, bytes or signal)` in order, and moves the clock instead of waiting."""

    def __init__(self, clock: SteppedClock, script=(), *, has_keys: bool = True, size=(80, 24)) -> None:
        self.stream = io.StringIO()
        self.outlet = TextOutputStream(self.stream)
        self.has_keys = has_keys
        self.clock = clock
        self.script = list(script)
        self.waits: list[float | None] = []
        self.suspended = self.opened = self.closed = 0
        self.died_of: int | None = None
        self.is_ours = True
        self._size = size

    def open(self) -> None:
        self.opened += 1

    def close(self) -> None:
        self.closed += 1

    def wait(self, seconds: float | None) -> WaitResult:
        self.waits.append(seconds)
        now = self.clock.tick().mono
        due = self.script[0][0] if self.script else None
        if due is None:
            assert seconds is not None, "the session waits for ever and nobody is there"
            self.clock.advance(seconds)
            return WaitResult()
        if seconds is not None and now + seconds < due:
            self.clock.advance(seconds)
            return WaitResult()
        self.clock.advance(max(0.0, due - now))
        _, what = self.script.pop(0)
        return WaitResult(data=what) if isinstance(what, bytes) else WaitResult(signals=(what,))

    def suspend(self) -> bool:
        self.suspended += 1
        return self.is_ours

    def continued(self) -> bool:
        self.is_ours = True
        return True

    def size(self) -> tuple[int, int]:
        return self._size

    def die_of(self, number: int) -> None:
        self.died_of = number


def as_clock(clock: SteppedClock) -> Clock:
    """Return a stepped clock in the shape that an Environment carries."""
    return Clock(mono=lambda: clock.tick().mono, boot=lambda: clock.tick().boot)


def on_stepped_clock(environment: Environment, clock: SteppedClock) -> Environment:
    """Return the environment with this clock."""
    return changed(environment, clock=as_clock(clock))


def changed(environment: Environment, **changes) -> Environment:
    """Return the environment with some of its parts replaced."""
    parts = {name: getattr(environment, name) for name in ("variables", "paths", "clock", "stdin", "stdout", "stderr")}
    return Environment(**(parts | changes))


def with_path(environment: Environment, path: str) -> Environment:
    """Return the environment with programs looked for there alone."""
    return changed(environment, variables={**environment.variables, "PATH": path})
