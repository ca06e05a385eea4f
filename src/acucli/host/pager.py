"""The pager: what shows a long answer on a terminal a screen at a time."""

from __future__ import annotations

import contextlib
import re
import shlex
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from acucli.host.environment import Environment
from acucli.host.programs import find_program

_USUAL = "less -FRX"
_SHOWS_COLOUR = frozenset({"less", "bat", "batcat", "moor", "moar", "ov", "delta"})
_STEERING = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;]*m")


def pager_command(environment: Environment) -> list[str]:
    """Return the command in `ACU_PAGER` or `PAGER`, else `less`, as words; none where it is `cat`, empty or missing."""
    named = [environment.variable(name) for name in ("ACU_PAGER", "PAGER") if name in environment.variables]
    try:
        words = shlex.split(named[0] if named else _USUAL)
    except ValueError:  # a quote that nothing closes
        return []
    if not words or Path(words[0]).name == "cat":
        return []
    found = find_program(words[0], environment.variables)
    return [found, *words[1:]] if found else []


def show_in_pager(text: str, command: list[str], environment: Environment) -> bool:
    """Show the text in a pager and wait until it is left; False where it could not be started.

    A pager that is not known to show colours gets the bare text.
    """
    if Path(command[0]).stem not in _SHOWS_COLOUR:
        text = _STEERING.sub("", text)
    named = {"LESS": "FRX", "LESSCHARSET": "utf-8", **environment.variables}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=named)
    except OSError:
        return False
    with _without_interrupt():
        with contextlib.suppress(OSError):  # it is left before the end
            process.communicate(text.encode("utf-8", "replace"))
        process.wait()
    return True


@contextlib.contextmanager
def _without_interrupt() -> Iterator[None]:
    """Leave Ctrl-C to the pager while it shows something: it is how a search in it is ended."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
