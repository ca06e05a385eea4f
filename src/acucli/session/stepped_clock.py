"""A clock that is stepped by hand, for sound files and rehearsals in which no time passes."""

from __future__ import annotations

from acucli.host.environment import Clock
from acucli.session.state import Tick


class SteppedClock:
    """Two clocks that move only when told, by exactly what is told."""

    def __init__(self, mono: float = 0.0, boot: float = 0.0) -> None:
        self._mono = mono
        self._boot = boot

    def advance(self, seconds: float) -> Tick:
        """Move both clocks on, and return what they show then."""
        self._mono += seconds
        self._boot += seconds
        return self.tick()

    def suspend(self, seconds: float) -> Tick:
        """Move the clock that counts sleep alone, as a sleeping machine does."""
        self._boot += seconds
        return self.tick()

    def tick(self) -> Tick:
        """Return what the clocks show now."""
        return Tick(self._mono, self._boot)


def tick_of(clock: Clock) -> Tick:
    """Return what the clocks of an Environment show now."""
    return Tick(clock.mono(), clock.boot())


def seconds_until(deadline: float, now: float) -> float:
    """Return how long to wait for a moment on the steady clock, never less than nothing."""
    return max(0.0, deadline - now)
