"""How far a request travels: `python -m benchmarks.moves` counts files entered, moves from file to file, and calls.

A move is a call or a return that leaves one file of the program for another. The same tracer serves every version, so
compare its figures only with each other. Nothing is timed: tracing slows everything.
"""

from __future__ import annotations

import io
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

REQUESTS = (
    "find headache",
    "find headache --json",
    "find headake",
    "show LI4",
    "show he gu",
    "session headache --dry-run",
    "profile set --pregnant",
    "list points --json",
    "journal stats",
)


class Journey(NamedTuple):
    """What one request did: files of the program entered, moves between them, calls in them."""

    files: int
    moves: int
    calls: int


def traced(arguments: Sequence[str], home: Path) -> Journey:
    """Return the journey of one command line."""
    from acucli.cli.app import main
    from acucli.host.environment import Environment
    from acucli.host.paths import Paths

    variables = {"ACU_HOME": str(home), "HOME": str(home), "COLUMNS": "80"}
    streams = {name: io.StringIO() for name in ("stdin", "stdout", "stderr")}
    environment = Environment(variables=variables, paths=Paths.from_variables(variables), **streams)
    seen: set[str] = set()
    counted = {"moves": 0, "calls": 0}
    here = ""

    def watch(frame: FrameType, event: str, _: Any) -> None:
        nonlocal here
        if event not in {"call", "return"}:
            return
        target = frame if event == "call" else frame.f_back
        file = target.f_code.co_filename if target is not None else ""
        if "/acucli/" not in file or ("site-packages/acucli" in file and "src" not in file):
            return
        if event == "call":
            counted["calls"] += 1
            seen.add(file)
        if file != here:
            counted["moves"] += 1
            here = file

    sys.setprofile(watch)
    try:
        main(list(arguments), environment)
    finally:
        sys.setprofile(None)
    return Journey(len(seen), counted["moves"], counted["calls"])


def main() -> None:
    """Print a table; each request runs once untraced before, so that no import or cache is counted."""
    print("| request | files | moves | calls |")
    print("| --- | --: | --: | --: |")
    for request in REQUESTS:
        with tempfile.TemporaryDirectory() as home:
            traced(shlex.split("find stress"), Path(home))
            journey = traced(shlex.split(request), Path(home))
        print(f"| `{request}` | {journey.files} | {journey.moves} | {journey.calls} |")


if __name__ == "__main__":
    main()
