"""A session beyond the terminal: the display kept awake while it runs, and a notice of the desktop at its end."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Mapping, Sequence

from acucli.host.desktop import awake_command, notice_command
from acucli.model.practice import Event
from acucli.session.state import Command, State

OVER = "The session is over."
"""Names no complaint: others may see the screen."""
_SECONDS = 2.0


class Reach:
    """Hears of a session; a program that is missing or fails takes nothing from it, and is never waited for long."""

    def __init__(self, variables: Mapping[str, str], *, awake: bool, notify: bool) -> None:
        self._variables = dict(variables)
        self._awake = awake_command(variables, pid=os.getpid()) if awake else []
        self._notice = notice_command(variables, OVER) if notify else []
        self._holding: subprocess.Popen[bytes] | None = None

    @property
    def does_something(self) -> bool:
        """Tell whether there is anything to do here."""
        return bool(self._awake or self._notice)

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Keep the display awake from now on."""
        self._holding = self._started(self._awake) if self._awake else None

    def moved(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Show the notice when the session has come to its end; not where it was stopped."""
        if self._notice and any(event.kind == "end" and event.why == "done" for event in events):
            self._started(self._notice)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Do nothing: a key reaches nobody outside."""

    def tick(self, state: State) -> None:
        """Do nothing: the program holds by itself."""

    def until_change(self, state: State) -> float | None:
        """Return None: nothing here waits."""
        return None

    def quiet(self) -> None:
        """Do nothing: there is no sound."""

    def close(self, *, patient: bool) -> None:
        """Let the display sleep again."""
        child, self._holding = self._holding, None
        if child is None:
            return
        with contextlib.suppress(OSError):
            if child.stdin is not None:
                child.stdin.close()
            child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(_SECONDS)

    def _started(self, command: Sequence[str]) -> subprocess.Popen[bytes] | None:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._variables,
                start_new_session=True,  # Ctrl-C is the session's alone
            )
        except OSError:
            return None
