"""The one loop of a session: it waits, lets the machine step, keeps each event, then tells of it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.model.practice import Event
from acucli.runner.console import Console
from acucli.runner.event_metadata import EventStamper
from acucli.runner.key_table import command_of, meant_key
from acucli.runner.keys import KeyReader
from acucli.runner.output_stream import OutputGone
from acucli.runner.scoring import ScoreEntry
from acucli.runner.signals import FATAL
from acucli.runner.views import Listener, NullView, View
from acucli.runner.wait_result import WaitResult
from acucli.session.machine import step
from acucli.session.state import Command, Result, State, Tick, until_next
from acucli.session.stepped_clock import seconds_until, tick_of

_LONGEST_WAIT_SECONDS = 1.0
"""A tick at least this often while time runs, so that only a real gap looks like one (1.5 s)."""
_SHORTEST_WAIT_SECONDS = 0.0005
"""Below this a wait would only spin: a hundredfold rehearsal has its next moment in no time."""
_DRAIN_SECONDS = 2.0


class Outcome(NamedTuple):
    """How a session ended: `why` is done, quit or a signal's name; `kept` tells whether all of it was kept.

    `hurt` are the places that are left out from now on, `favourite` is the wish to find it again; `at_end` tells that
    somebody was there to answer the last question.
    """

    sid: str
    why: str
    credited: float
    left: float
    events: int
    kept: bool
    before: int | None
    after: int | None
    signal: int | None = None
    favourite: bool = False
    at_end: bool = False
    hurt: tuple[str, ...] = ()


class Loop:
    """What one run holds: the machine's state, who is told, and what is still to be decided."""

    state: State

    def __init__(
        self,
        environment: Environment,
        keep: Callable[[Event], None],
        presenter: View,
        listeners: Sequence[Listener],
        console: Console,
    ) -> None:
        self._clock = environment.clock
        self._keep = keep
        self._presenter = presenter
        self._listeners = listeners
        self._console = console
        self._keys = KeyReader()
        self._scores = ScoreEntry()
        self._stamper = EventStamper(environment)
        self._kept = True
        self._told = False
        """Whether it was said that something is not kept: once is enough."""
        self._refusal = ""
        self._fatal: int | None = None
        self._at_end = False
        self._ours = True
        """Whether the terminal is ours to draw on: not after `bg`, until `fg`."""

    def start(self, begun: Result) -> None:
        """Begin: the start is kept, then told."""
        self._presenter.attach(self._console.outlet, self._console.size)
        self.state, events = begun
        stamped = [self._kept_event(event) for event in events]
        self._tell_listeners(lambda listener: listener.begin(self.state, stamped))
        self._safely(lambda: self._presenter.begin(self.state, stamped))
        if not self._console.has_keys:
            self._safely(lambda: self._presenter.tell("No keyboard here: the session runs on time."))
        if not self._kept:
            self._tell_not_kept()
        self._apply(tick_of(self._clock))

    def turn(self) -> None:
        """Wait for the next thing, and deal with it: time first, then signals, then keys."""
        wake = self._wait()
        self._apply(tick_of(self._clock))
        for number in wake.signals:
            self._signalled(number)
        now = self._clock.mono()
        for name in self._keys.feed(wake.data, now) if wake.data else ():
            self._pressed(meant_key(name), now)
        self._score(self._scores.due(now))
        if self.state.paused and not self._console.has_keys:
            self._apply(Command("resume", "no-keys"))
        if self.state.stands and not self._console.has_keys:
            self._apply(Command("there"))
        self._tell_listeners(lambda listener: listener.tick(self.state))
        if self._ours:
            self._safely(lambda: self._presenter.refresh(self.state))

    def finish(self) -> None:
        """Let the reader catch up with the last words."""
        self._safely(lambda: self._presenter.finish(self.state))
        self._console.outlet.drain(0.0 if self._fatal is not None else _DRAIN_SECONDS)

    @property
    def at_ease(self) -> bool:
        """Tell whether the session came to its own end, with no signal that wants it gone."""
        return self._fatal is None and hasattr(self, "state") and self.state.ended

    def outcome(self) -> Outcome:
        """Return how it ended."""
        state = self.state
        return Outcome(
            sid=self._stamper.sid,
            why=state.why,
            credited=state.credited,
            left=self._stamper.left,
            events=self._stamper.count,
            kept=self._kept,
            before=state.before,
            after=state.after,
            signal=self._fatal,
            favourite=state.favourite,
            at_end=self._at_end,
            hurt=state.hurt,
        )

    def _wait(self) -> WaitResult:
        try:
            return self._console.wait(self._seconds_to_wait())
        except OutputGone as gone:
            self._lost_reader(gone)
            return WaitResult()

    def _seconds_to_wait(self) -> float | None:
        now = self._clock.mono()
        waits = [self._presenter.until_change(self.state)]
        waits += [listener.until_change(self.state) for listener in self._listeners]
        if self._scores.deadline is not None:
            waits.append(seconds_until(self._scores.deadline, now))
        if not self.state.stands:
            waits += [until_next(self.state) / self.state.rate, _LONGEST_WAIT_SECONDS]
        known = [seconds for seconds in waits if seconds is not None]
        return max(_SHORTEST_WAIT_SECONDS, min(known)) if known else None

    def _apply(self, given: Tick | Command) -> None:
        before = self.state
        self.state, events = step(before, given)
        stamped = [self._kept_event(event) for event in events]
        after = self.state
        if stamped or (before.phase, before.at) != (after.phase, after.at):
            self._tell_listeners(lambda listener: listener.moved(before, after, stamped))
            self._safely(lambda: self._presenter.show(before, after, stamped))
        if isinstance(given, Command):
            self._tell_listeners(lambda listener: listener.answer(given, before, after))
            self._safely(lambda: self._presenter.answer(given, before, after))

    def _kept_event(self, event: Event) -> Event:
        stamped = self._stamper.stamp(event)
        try:
            self._keep(stamped)
            self._kept = True  # whatever waited was written with it
        except MachineRefused as error:
            self._kept = False
            if not self._told:
                self._told = True
                self._refusal = error.sentence
                if hasattr(self, "state") and event.kind != "start":
                    self._tell_not_kept()
        return stamped

    def _tell_not_kept(self) -> None:
        self._safely(lambda: self._presenter.tell(f"This session is not being kept: {self._refusal}."))

    def _signalled(self, number: int) -> None:
        if number in FATAL:
            if self._fatal is None and not self.state.ended:
                self._fatal = number
                self._apply(Command("quit", signal.Signals(number).name))
        elif number == getattr(signal, "SIGTSTP", None):
            self._apply(Command("pause", "suspended"))
            self._tell_listeners(lambda listener: listener.quiet())
            self._ours = self._console.suspend()
            self._keys = KeyReader()
            self._apply(tick_of(self._clock))
            self._presenter.redraw()
        elif number == getattr(signal, "SIGCONT", None):
            if not self.state.ended:
                self._ours = self._console.continued()
                self._presenter.redraw()
        else:
            self._presenter.redraw()

    def _pressed(self, name: str, now: float) -> None:
        if self.state.ended:
            return
        self._at_end = self._at_end or self.state.phase == "asking"
        if name == "h" and not self.state.paused:
            self._apply(Command("pause"))
        if self._presenter.key(name):
            return
        if name.isdigit():
            self._score(self._scores.digit(int(name), now))
        elif name == "enter":
            self._score(self._scores.flush())
            self._enter()
        elif (command := command_of(name)) is not None:
            self._apply(command)

    def _enter(self) -> None:
        if self.state.paused:
            self._apply(Command("resume"))
        elif self.state.phase in {"settle", "ready"}:
            self._apply(Command("there"))
        elif self.state.phase == "asking":
            self._apply(Command("next"))

    def _score(self, value: int | None) -> None:
        if value is not None:
            self._apply(Command("score", value))

    def _tell_listeners(self, call: Callable[[Listener], None]) -> None:
        """Tell each listener; one that writes lines meets a reader that is gone as the view does."""
        for listener in self._listeners:
            self._safely(partial(call, listener))

    def _safely(self, call: Callable[[], None]) -> None:
        try:
            call()
        except OutputGone as gone:
            self._lost_reader(gone)

    def _lost_reader(self, gone: OutputGone) -> None:
        """End when nobody reads any more; under `nohup` a closed window is no reason to."""
        self._presenter = NullView()
        hangup = getattr(signal, "SIGHUP", None)
        if gone.hung_up and hangup is not None and signal.getsignal(hangup) == signal.SIG_IGN:
            return
        if gone.hung_up and hangup is not None and self._fatal is None:
            self._fatal = hangup
        if not self.state.ended:
            self._apply(Command("quit", "SIGHUP" if gone.hung_up else "SIGPIPE"))
