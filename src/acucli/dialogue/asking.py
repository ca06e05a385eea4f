"""Asking: one line from the person, understood or asked again; what is not understood never counts as a no."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import TypeVar

from acucli.errors import EndedEarly, UsageError
from acucli.host.environment import Environment
from acucli.render.context import AppContext
from acucli.runner.output_stream import descriptor_of

if sys.platform != "win32":
    import termios

_TRIES = 3
LEAVE = frozenset({"q", "quit", "stop"})

T = TypeVar("T")


def throw_away_typed(environment: Environment) -> None:
    """Throw away what was typed before a question stands there: it was no answer to it."""
    descriptor = descriptor_of(environment.stdin)
    if descriptor is None or not environment.stdin_is_terminal:
        return
    if sys.platform != "win32":  # whose keyboard is emptied key by key
        with contextlib.suppress(termios.error, OSError):
            termios.tcflush(descriptor, termios.TCIFLUSH)


def ask(run: AppContext, prompt: str, *, as_typed: bool = False) -> str | None:
    """Return one line from the person, in lower case unless it is wanted as typed; None at the end of input."""
    stream = run.environment.stderr
    throw_away_typed(run.environment)
    if stream is not None:
        stream.write(f"{prompt} ")
        stream.flush()
    line = run.environment.stdin.readline() if run.environment.stdin is not None else ""
    if not line:
        run.output.warn("")
        return None
    return line.strip() if as_typed else line.strip().lower()


def answer(run: AppContext, prompt: str, understood: Callable[[str], T]) -> T:
    """Return what `understood` makes of the typed line; it raises UsageError for what it cannot read.

    Raises:
        EndedEarly: the person left (q, or the end of input), or was not understood three times.
    """
    for _ in range(_TRIES):
        typed = ask(run, prompt)
        if typed is None or typed in LEAVE:
            raise EndedEarly("Not started.")
        try:
            return understood(typed)
        except UsageError as error:
            run.output.warn(f"{error.sentence}. {error.hint}".rstrip())
    raise EndedEarly("Not started: the answer was not understood. Nothing was taken from it.")


def yes_or_no(default: bool) -> Callable[[str], bool]:
    """Return what reads y or n, Enter being the default."""
    words = {"": default, "y": True, "yes": True, "n": False, "no": False}

    def read(typed: str) -> bool:
        if typed not in words:
            raise UsageError(f"{typed!r} is neither yes nor no", hint="y, n, or q to leave")
        return words[typed]

    return read


def yes_or_no_typed(typed: str) -> bool:
    """Return whether y or n was typed; there is no default, so that habit passes no question about danger."""
    words = {"y": True, "yes": True, "n": False, "no": False}
    if typed not in words:
        raise UsageError("y or n, please", hint="y also if you are not sure; q leaves")
    return words[typed]
