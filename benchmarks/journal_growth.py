"""100,000 sessions in the journal: what home, the last session again, the list and the next start take beside none.

.venv/bin/python -m benchmarks.journal_growth [sessions]
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.journal import PLAN

from acucli.journal.journal_lines import written
from acucli.model.practice import Event

SESSIONS = 100_000
ROUNDS = 3
COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("again", "--dry-run"),
    ("journal", "list"),
    ("session", "stress-quick", "--dry-run"),
    ("journal", "stats"),
)
_SID, _AT = "0123456789abcdef", "2016-11-20T19:00:00Z"


class Cost(NamedTuple):
    """CPU seconds and megabytes of one command."""

    seconds: float
    megabytes: int


def main() -> None:
    """Print CPU of each command with few and with all sessions, the ratio, and the memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    with tempfile.TemporaryDirectory() as folder:
        few, all_ = Path(folder, "few"), Path(folder, "all")
        for home, sessions in ((few, 1), (all_, count)):
            _write(home, sessions)
            _cost(home, ("find", "headache"))  # the library is compiled once
        print(f"{count} sessions, {(all_ / 'state' / 'journal.jsonl').stat().st_size / 1e6:.0f} MB")
        for command in COMMANDS:
            before, after = _cost(few, command), _cost(all_, command)
            ratio = after.seconds / before.seconds
            print(f"acu {' '.join(command):30} {ratio:5.2f} times, {after.seconds:.2f} s, {after.megabytes} MB")


def _cost(home: Path, command: tuple[str, ...]) -> Cost:
    """Return what a command takes, the least of a few rounds."""
    found = []
    for _ in range(ROUNDS):
        environment = {**os.environ, "ACU_HOME": str(home)}
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen([sys.executable, "-m", "acucli", *command], env=environment, **quiet)
        _, _, used = os.wait4(process.pid, 0)
        found.append(Cost(used.ru_utime + used.ru_stime, used.ru_maxrss >> 10))
    return min(found)


def _write(home: Path, count: int) -> None:
    """Write a journal of so many sessions, five hours apart, the last one yesterday."""
    events = [Event(kind="start", sid=_SID, seq=1, at=_AT, plan=PLAN, left=480.0)]
    events += [
        Event(kind="release", sid=_SID, seq=step + 1, at=_AT, step=step, code="LI4", credited=60.0 * step)
        for step in range(1, 9)
    ]
    events.append(Event(kind="end", sid=_SID, seq=10, at=_AT, credited=480.0, why="done"))
    lines = [written(event) for event in events]
    last = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    path = home / "state" / "journal.jsonl"
    path.parent.mkdir(parents=True, mode=0o700)
    with path.open("wb") as file:
        file.write(b"".join(line.plan_line for line in lines))
        session = b"".join(line.line for line in lines)
        for number in range(count):
            at = f"{last - datetime.timedelta(hours=5 * (count - number)):%Y-%m-%dT%H:%M:%SZ}"
            file.write(session.replace(_SID.encode(), b"%016x" % number).replace(_AT.encode(), at.encode()))


if __name__ == "__main__":
    main()
