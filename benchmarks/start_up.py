"""Start-up of commands as ratios to `python -c 'import typer'`, measured in turn in one run.

    .venv/bin/python benchmarks/start_up.py [rounds]

Each round runs every command once, in turn, so that a machine whose speed drifts slows all of them alike; the medians
of the round-by-round ratios are printed. CPU seconds (user + system) are used: they do not count what others do.
"""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

PYTHON = sys.executable
ACU = str(Path(PYTHON).with_name("acu"))

COMMANDS: dict[str, tuple[Sequence[str], bool]] = {
    "python -c pass": ((PYTHON, "-c", "pass"), False),
    "import typer": ((PYTHON, "-c", "import typer"), False),
    "find headache --json": ((ACU, "find", "headache", "--json"), False),
    "show LI4 --json": ((ACU, "show", "LI4", "--json"), False),
    "find headache, table": ((ACU, "find", "headache"), True),
    "show LI4, card": ((ACU, "show", "LI4"), True),
    "list points --format codes": ((ACU, "list", "points", "--format", "codes"), False),
}


def main(rounds: int) -> None:
    """Print the medians of CPU seconds and of the ratios to `import typer`."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ACU_HOME": home, "COLUMNS": "80", "TERM": "xterm-256color"}
        for command, terminal in COMMANDS.values():
            _cpu_seconds(command, environment, terminal)
        taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(rounds):
            for name, (command, terminal) in COMMANDS.items():
                taken[name].append(_cpu_seconds(command, environment, terminal))
    base = taken["import typer"]
    print(f"{rounds} rounds, CPU seconds of the whole process; ratio to `import typer`, median of the rounds")
    for name, seconds in taken.items():
        ratio = statistics.median(one / other for one, other in zip(seconds, base, strict=True))
        print(f"{name:<30} {statistics.median(seconds) * 1000:7.1f} ms   {ratio:5.2f} x")


def _cpu_seconds(command: Sequence[str], environment: dict[str, str], terminal: bool) -> float:
    """Return user and system seconds of one run, its output to a terminal or a pipe that is read to the end."""
    if terminal:
        return _in_terminal(command, environment)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def _in_terminal(command: Sequence[str], environment: dict[str, str]) -> float:
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(command[0], list(command), environment)
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
