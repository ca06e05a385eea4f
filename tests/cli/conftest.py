"""Commands run through the real entry point; status, standard output and standard error apart."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from acucli.cli.app import main
from acucli.host.environment import Clock, Environment
from acucli.host.paths import Paths
from tests.conftest import FakeClock


class FakeTerminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Say yes."""
        return True


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return standard output as JSON."""
        return json.loads(self.out)


Acu = Callable[..., Ran]


@pytest.fixture
def acu(tmp_path: Path, clock: FakeClock, shared_cache: Path) -> Acu:
    """Return a function that runs `acu` in a temporary home.

    `terminal=True` gives a terminal for output, `typed` lines for a terminal to answer with; `runs=True` lets time run,
    for sessions that are rehearsed; other keywords are variables.
    """
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    if not (home / "cache").exists():
        (home / "cache").symlink_to(shared_cache, target_is_directory=True)

    def run(
        *arguments: str,
        terminal: bool = False,
        typed: str | None = None,
        stdin: str = "",
        runs: bool = False,
        **variables: str,
    ) -> Ran:
        named = {"ACU_HOME": str(home), "HOME": str(tmp_path), "COLUMNS": "80", "TERM": "xterm-256color", **variables}
        out: io.StringIO = FakeTerminal() if terminal or typed is not None else io.StringIO()
        err = io.StringIO()
        environment = Environment(
            variables=named,
            paths=Paths.from_variables(named),
            clock=Clock() if runs else clock,
            stdin=FakeTerminal(typed) if typed is not None else io.StringIO(stdin),
            stdout=out,
            stderr=err,
        )
        status = main(list(arguments), environment)
        return Ran(status, out.getvalue(), err.getvalue())

    return run


def as_builtins(value: object) -> Any:
    """Return a value as plain JSON."""
    return json.loads(msgspec.json.encode(value))
