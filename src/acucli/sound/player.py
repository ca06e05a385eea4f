"""Sound files played by a program of the system, one at a time and never waited for."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from acucli.host.programs import find_program, subprocesses

if TYPE_CHECKING:
    import subprocess  # 12 ms, only where a sound is played

GRACE_SECONDS = 2.0
"""A player that is still there so long after its sound is over hangs, and is killed (measured: spd-say did)."""


class Program(NamedTuple):
    """A program that plays a file given as its last argument."""

    name: str
    arguments: tuple[str, ...] = ()


_LINUX = (
    Program("pw-play"),
    Program("paplay"),
    Program("aplay", ("-q",)),
    Program("ffplay", ("-nodisp", "-autoexit", "-loglevel", "quiet")),
)
_MAC = (Program("afplay"), Program("ffplay", ("-nodisp", "-autoexit", "-loglevel", "quiet")))
_WINDOWS = (Program("winsound"), Program("ffplay", ("-nodisp", "-autoexit", "-loglevel", "quiet")))


class Player(Protocol):
    """Plays one sound at a time."""

    @property
    def name(self) -> str: ...

    @property
    def works(self) -> bool: ...

    def play(self, path: Path, seconds: float) -> None: ...

    def busy(self) -> bool: ...

    def stop(self) -> None: ...


def candidates(platform: str = sys.platform) -> tuple[Program, ...]:
    """Return the programs to look for on a system, the best first."""
    if platform == "win32":
        return _WINDOWS
    return _MAC if platform == "darwin" else _LINUX


def find_players(variables: Mapping[str, str], platform: str = sys.platform) -> tuple[Program, ...]:
    """Return the players that are installed here; whether they are heard only the person can tell."""
    return tuple(
        program
        for program in candidates(platform)
        if (program.name == "winsound" and platform == "win32") or find_program(program.name, variables)
    )


class ProcessPlayer:
    """Plays through the first program; one that fails gives way to the next."""

    def __init__(self, programs: Sequence[Program], mono: Callable[[], float], variables: Mapping[str, str]) -> None:
        self._programs = list(programs)
        self._mono = mono
        self._variables = dict(variables)
        self._child: subprocess.Popen[bytes] | None = None
        self._deadline = 0.0

    @property
    def name(self) -> str:
        """Return the program that is used now, empty when none works."""
        return self._programs[0].name if self._programs else ""

    @property
    def works(self) -> bool:
        """Tell whether a program is left that has not failed."""
        return bool(self._programs)

    def play(self, path: Path, seconds: float) -> None:
        """Start the sound, ending the one before."""
        subprocess = subprocesses()
        self.stop()
        while self._programs:
            program = self._programs[0]
            try:
                found = find_program(program.name, self._variables)
                if not found:
                    raise FileNotFoundError(program.name)
                self._child = subprocess.Popen(
                    [found, *program.arguments, str(path)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,  # ALSA writes ten lines of complaint straight through a screen
                    start_new_session=True,
                    env=self._variables,
                )
            except OSError:
                self._programs.pop(0)
                continue
            self._deadline = self._mono() + seconds + GRACE_SECONDS
            return

    def busy(self) -> bool:
        """Tell whether a sound is playing; reaps it when it is over, kills it when it hangs."""
        if self._child is None:
            return False
        status = self._child.poll()
        if status is None:
            if self._mono() < self._deadline:
                return True
            self.stop()
            return False
        self._child = None
        if status > 0 and self._programs:
            self._programs.pop(0)
        return False

    def stop(self) -> None:
        """End the sound at once."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.poll() is None:
            with contextlib.suppress(OSError, AttributeError):
                os.killpg(child.pid, signal.SIGKILL)
            with contextlib.suppress(OSError):
                child.kill()
        with contextlib.suppress(OSError, subprocesses().TimeoutExpired):
            child.wait(0.5)


class WinsoundPlayer:
    """Plays through the standard library of Windows, which plays on while the program goes on."""

    name = "winsound"

    def __init__(self, mono: Callable[[], float], module: Any = None) -> None:
        self._module = module if module is not None else _winsound()
        self._mono = mono
        self._until = 0.0
        self.works = True

    def play(self, path: Path, seconds: float) -> None:
        """Start the sound, ending the one before."""
        try:
            self._module.PlaySound(str(path), self._module.SND_FILENAME | self._module.SND_ASYNC)
            self._until = self._mono() + seconds
        except RuntimeError:
            self.works = False

    def busy(self) -> bool:
        """Tell whether a sound should still be playing."""
        return self._mono() < self._until

    def stop(self) -> None:
        """End the sound at once."""
        self._until = 0.0
        with contextlib.suppress(RuntimeError):
            self._module.PlaySound(None, 0)


def player_of(programs: Sequence[Program], mono: Callable[[], float], variables: Mapping[str, str]) -> Player | None:
    """Return a player over the programs found, None where there are none."""
    if not programs:
        return None
    if programs[0].name == "winsound":
        return WinsoundPlayer(mono)
    return ProcessPlayer(programs, mono, variables)


def _winsound() -> Any:
    return importlib.import_module("winsound")
