"""Ten years of daily practice: how long `list` and `stats` take over 7,300 sessions.

.venv/bin/python benchmarks/journal.py
"""

from __future__ import annotations

import datetime
import tempfile
import time
from pathlib import Path

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.journal_lines import line_of
from acucli.journal.sessions import sessions_of
from acucli.journal.stats import statistics
from acucli.journal.store import Journal
from acucli.model.practice import Event, Pace, Plan, PlanStep

SESSIONS = 7300
PLAN = Plan(
    slug="stress",
    name="Stress",
    kind="routine",
    conditions=("stress",),
    steps=tuple(PlanStep(n=n, name="Hegu", code="LI4", seconds=60, side="left") for n in range(1, 9)),
    pace=Pace(slug="off", name="off"),
    total_seconds=600,
)


def main() -> None:
    """Print CPU milliseconds of reading, listing and counting."""
    with tempfile.TemporaryDirectory() as home:
        environment = Environment({"ACU_HOME": home}, Paths({"ACU_HOME": home}))
        path = environment.paths.journal
        _write(path)
        size = path.stat().st_size / 1e6
        started = time.process_time()
        sessions = sessions_of(Journal(environment).read().lines)
        listed = time.process_time()
        statistics(sessions)
        done = time.process_time()
    print(f"{len(sessions)} sessions, {size:.0f} MB")
    print(f"list   {(listed - started) * 1000:.0f} ms")
    print(f"stats  {(done - started) * 1000:.0f} ms")


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True)
    first = datetime.datetime(2016, 11, 20, 19, tzinfo=datetime.UTC)
    with path.open("wb") as file:
        for number in range(SESSIONS):
            at = (first + datetime.timedelta(hours=12 * number)).isoformat().replace("+00:00", "Z")
            sid = f"{number:016x}"
            events = [Event(kind="start", sid=sid, seq=1, at=at, plan=PLAN, left=480.0)]
            for step in range(1, 9):
                credited = 60.0 * step
                events.append(
                    Event(kind="release", sid=sid, seq=step + 1, at=at, step=step, code="LI4", credited=credited)
                )
            events.append(Event(kind="end", sid=sid, seq=10, at=at, credited=480.0, why="done"))
            file.write(b"".join(line_of(event) for event in events))


if __name__ == "__main__":
    main()
