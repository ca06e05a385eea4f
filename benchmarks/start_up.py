"""Start-up of commands as ratios to `python -c pass`, measured in turn in one run.

    .venv/bin/python benchmarks/start_up.py [rounds]

Each round runs every command once, in turn, so that a machine whose speed drifts slows all of them alike; the medians
of the round-by-round ratios are printed, with their quartiles. CPU seconds (user + system) are used: they do not count
what others do. `acu` is the script that the installer wrote, which may import more than it needs; "lean" is one that
imports `sys` alone. Stored answers are there in an installed wheel only.
"""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PYTHON = sys.executable
ACU = str(Path(PYTHON).with_name("acu"))
LEAN = "import sys; from acucli.__main__ import entry; sys.exit(entry())"
BASE = "python -c pass"


class Command(NamedTuple):
    """What is run, with its output in a terminal or in a pipe, and variables of its own."""

    words: Sequence[str]
    terminal: bool = False
    variables: Mapping[str, str] = {}


def acu(*words: str, lean: bool = False, terminal: bool = False, **variables: str) -> Command:
    return Command((*((PYTHON, "-c", LEAN) if lean else (ACU,)), *words), terminal, variables)


COMMANDS: dict[str, Command] = {
    BASE: Command((PYTHON, "-c", "pass")),
    "python -c 'import typer'": Command((PYTHON, "-c", "import typer")),
    "find headache --json": acu("find", "headache", "--json"),
    "find headache --json, lean": acu("find", "headache", "--json", lean=True),
    "show LI4 --json": acu("show", "LI4", "--json"),
    "show LI4 --json, lean": acu("show", "LI4", "--json", lean=True),
    "find headache --json, not stored": acu("find", "headache", "--json", ACU_INSTANT="0"),
    "a sentence, --json": acu("find", "my neck hurts after the computer", "--json"),
    "a German sentence, --json": acu("find", "ich habe seit gestern kopfschmerzen", "--json"),
    "a Chinese sentence, --json": acu("find", "我的头很痛怎么办", "--json"),
    "a typing mistake, --json": acu("find", "migrane", "--json"),
    "find headache, table": acu("find", "headache", terminal=True),
    "show LI4, card": acu("show", "LI4", terminal=True),
    "list points --format codes": acu("list", "points", "--format", "codes"),
}


def main(rounds: int) -> None:
    """Print medians of CPU seconds and of the ratios to the base."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACU_", "XDG_"))}
        measured = ratios(COMMANDS, {**kept, "ACU_HOME": home, "COLUMNS": "80", "TERM": "xterm-256color"}, rounds)
    print(f"{rounds} rounds, CPU of the whole process; ratio to `{BASE}`: median (quartiles)")
    for name, (seconds, ratio) in measured.items():
        low, _, high = statistics.quantiles(ratio, n=4)
        print(f"{name:<34} {seconds * 1000:7.1f} ms  {statistics.median(ratio):6.2f}  ({low:.2f} to {high:.2f})")


class Measured(NamedTuple):
    """The median of CPU seconds, and the ratio of each round to that of the first command."""

    seconds: float
    ratio: list[float]


def ratios(commands: Mapping[str, Command], environment: dict[str, str], rounds: int) -> dict[str, Measured]:
    """Return what each command took, measured in turn; the first one is what the others are compared with."""
    for command in commands.values():
        cpu_seconds(command, environment)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(cpu_seconds(command, environment))
    base = next(iter(taken.values()))
    return {
        name: Measured(statistics.median(seconds), [one / other for one, other in zip(seconds, base, strict=True)])
        for name, seconds in taken.items()
    }


def cpu_seconds(command: Command, environment: dict[str, str]) -> float:
    """Return user and system seconds of one run, its output to a terminal or a pipe that is read to the end."""
    variables = {**environment, **command.variables}
    if command.terminal:
        return _in_terminal(command.words, variables)
    process = subprocess.Popen(command.words, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def _in_terminal(words: Sequence[str], environment: dict[str, str]) -> float:
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(words[0], list(words), environment)
    while True:
        try:
            if not os.read(master, 65536):
                break
        except OSError:
            break
    _, _, usage = os.wait4(pid, 0)
    os.close(master)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    started = time.monotonic()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    print(f"({time.monotonic() - started:.0f} s)")
