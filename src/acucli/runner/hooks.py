"""A program of the user's, run for each event: no shell, JSON on its standard input, two seconds, never waited for."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence

from acucli.errors import UsageError
from acucli.host.programs import find_program
from acucli.model.practice import Event
from acucli.runner.event_lines import event_line
from acucli.session.state import Command, State

LIMIT_SECONDS = 2.0
_MOST_AT_ONCE = 8
_HURRY_SECONDS = 0.2


class Hooks:
    """Starts the command for each event; one that takes longer than two seconds is killed.

    The event lies in a file that has no name, so that a command that reads nothing cannot hold anything up.
    """

    def __init__(self, command: str, mono: Callable[[], float], variables: Mapping[str, str]) -> None:
        """Take the command line apart.

        Raises:
            UsageError: it cannot be taken apart, or its program is not there.
        """
        try:
            self._argv = shlex.split(command)
        except ValueError as error:
            raise UsageError(f"the hook {command!r} cannot be read: {error}") from error
        program = find_program(self._argv[0], variables) if self._argv else ""
        if not program:
            raise UsageError(f"the hook {command!r} names no program that is here", hint="it is run without a shell")
        self._argv[0] = program
        self._mono = mono
        self._variables = dict(variables)
        self._running: list[tuple[subprocess.Popen[bytes], float]] = []

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Run it for the first events."""
        self._run_for(events)

    def moved(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Run it for what happened."""
        self._run_for(events)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Do nothing: a key is no event."""

    def tick(self, state: State) -> None:
        """Reap what is done, kill what takes too long."""
        now = self._mono()
        still = []
        for child, deadline in self._running:
            if child.poll() is not None:
                continue
            if now >= deadline:
                _kill(child)
                continue
            still.append((child, deadline))
        self._running = still

    def until_change(self, state: State) -> float | None:
        """Return the seconds until the next one runs out of time."""
        return max(0.0, min(end for _, end in self._running) - self._mono()) if self._running else None

    def quiet(self) -> None:
        """Do nothing: a hook makes no sound."""

    def close(self, *, patient: bool) -> None:
        """Let the last ones have their two seconds, or, in a hurry, a moment."""
        end = time.monotonic() + (LIMIT_SECONDS if patient else _HURRY_SECONDS)
        while any(child.poll() is None for child, _ in self._running) and time.monotonic() < end:
            time.sleep(0.01)
        for child, _ in self._running:
            if child.poll() is None:
                _kill(child)
        self._running.clear()

    def _run_for(self, events: Sequence[Event]) -> None:
        for event in events:
            if len(self._running) < _MOST_AT_ONCE:
                self._run(event)

    def _run(self, event: Event) -> None:
        with contextlib.suppress(OSError), tempfile.TemporaryFile() as given:
            given.write(event_line(event).encode() + b"\n")
            given.seek(0)
            child = subprocess.Popen(
                self._argv,
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=self._variables | {"ACU_EVENT": event.kind},
            )
            self._running.append((child, self._mono() + LIMIT_SECONDS))


def _kill(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        child.kill()
        child.wait(0.5)
