"""The Environment: everything a run takes from outside, passed in and never global."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING

from acucli.host.paths import Paths

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


_LAST_SECOND = 32_503_680_000.0
"""The end of the year 2999."""


class Clock:
    """Three clocks: `mono` counts seconds and never goes back, `wall` is the time of day with its zone.

    `boot` counts like `mono`, and on while the machine sleeps: what it is ahead by was slept. It is not the wall clock,
    which somebody may set while a session runs. Where the system has no such clock it is `mono` itself.
    """

    def __init__(
        self,
        mono: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        boot: Callable[[], float] | None = None,
    ) -> None:
        self.mono = mono
        self.wall = wall
        self.boot = boot or (_since_boot() if mono is time.monotonic else mono)

    def now(self) -> datetime:
        """Return the present moment in the machine's zone."""
        from datetime import datetime  # 3 ms, and a lookup without a profile needs no date but today's

        return datetime.fromtimestamp(self._counted()).astimezone()

    def today(self) -> str:
        """Return today's local date, ISO 8601."""
        return time.strftime("%Y-%m-%d", time.localtime(self._counted()))

    def _counted(self) -> float:
        """Return the wall clock within the years that every machine can name: one that is set wrong ends nothing."""
        return min(max(self.wall(), 0.0), _LAST_SECOND)


def _since_boot() -> Callable[[], float]:
    """Return the clock that counts sleep: CLOCK_BOOTTIME on Linux, CLOCK_MONOTONIC on macOS; else `time.monotonic`."""
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    number: int | None = getattr(time, name, None)
    if number is None:
        return time.monotonic
    return lambda: time.clock_gettime(number)


class Environment:
    """Variables, paths, clock and streams of one run; never changed once made."""

    def __init__(
        self,
        variables: Mapping[str, str],
        paths: Paths,
        clock: Clock | None = None,
        stdin: IO[str] | None = None,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
    ) -> None:
        self.variables = variables
        self.paths = paths
        self.clock = clock if clock is not None else Clock()
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr

    @classmethod
    def real(cls) -> Environment:
        """Return the environment of this process."""
        return cls(
            variables=os.environ,
            paths=Paths.from_variables(os.environ),
            stdin=sys.stdin,
            stdout=_as_utf8(sys.stdout),
            stderr=_as_utf8(sys.stderr),
        )

    def variable(self, name: str) -> str:
        """Return a variable's value, empty where it is not set; bytes that are no text have a mark in their place."""
        value = self.variables.get(name, "")
        return value if value.isascii() else value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def flag(self, name: str) -> bool:
        """Tell whether a variable is set to something other than nothing, 0, no, off or false."""
        return self.variable(name).strip().lower() not in {"", "0", "no", "off", "false"}

    @property
    def stdin_is_terminal(self) -> bool:
        """Tell whether somebody can answer."""
        return _is_terminal(self.stdin)

    @property
    def stderr_is_terminal(self) -> bool:
        """Tell whether standard error is a terminal."""
        return _is_terminal(self.stderr)

    @property
    def stdout_is_terminal(self) -> bool:
        """Tell whether somebody reads the output on a screen."""
        return _is_terminal(self.stdout)

    def home_for(self, path: str | Path) -> str:
        """Return the path as people write it, the home directory as `~`."""
        home = self.variable("HOME").rstrip("/")
        text = str(path)
        return "~" + text[len(home) :] if home and text.startswith(f"{home}/") else text


def _as_utf8(stream: IO[str] | None) -> IO[str] | None:
    """Return the stream, in UTF-8 and with plain line ends wherever it leads but to a terminal.

    What reads a pipe or a file expects the same bytes on every system, whatever its code page is.
    """
    if not _is_terminal(stream) and isinstance(stream, io.TextIOWrapper):
        with contextlib.suppress(OSError, ValueError):
            stream.reconfigure(encoding="utf-8", newline="\n")
    return stream


def _is_terminal(stream: IO[str] | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
