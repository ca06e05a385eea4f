"""The journal under every fault that was thought of, for minutes: run with ACU_SOAK=1."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.journal_lines import line_of
from acucli.journal.sessions import sessions_of
from acucli.journal.stats import statistics
from acucli.journal.store import Journal
from acucli.model.practice import Event
from tests.journal.factories import make_session

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not os.environ.get("ACU_SOAK"), reason="long: set ACU_SOAK=1"),
]

SEED = int(os.environ.get("ACU_SOAK_SEED", "20261120"))
SOURCE = str(Path(__file__).resolve().parents[2] / "src")
WRITER = textwrap.dedent("""
    import os, random, sys, time
    from acucli.errors import MachineRefused
    from acucli.host.environment import Environment
    from acucli.journal.store import Journal
    from acucli.model.practice import Event
    sid, until = sys.argv[1], time.monotonic() + float(sys.argv[2])
    journal, luck, number, refused = Journal(Environment.real()), random.Random(sid), 0, 0
    while time.monotonic() < until:
        try:
            journal.append(Event(kind="note", sid=sid, seq=number, text="x" * luck.randrange(3000)))
            os.write(1, b"%d\\n" % number)
        except MachineRefused:
            refused += 1
            time.sleep(0.01)
        number += 1
    while journal.waiting:
        try:
            journal.flush()
        except MachineRefused:
            time.sleep(0.05)
    os.write(1, b"end %d\\n" % number)
""")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def journal(home):
    variables = {"ACU_HOME": str(home), "HOME": str(home.parent)}
    return Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))


def writer(home: Path, sid: str, seconds: float, **options: object) -> subprocess.Popen:
    variables = {**os.environ, "ACU_HOME": str(home), "PYTHONPATH": SOURCE}
    command = [sys.executable, "-c", WRITER, sid, str(seconds)]
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, **options)


def seqs(journal: Journal, sid: str) -> list[int]:
    return [line.seq for line in journal.read().lines if line.sid == sid]


def test_200_kills_while_writing_lose_no_acknowledged_line(home, journal):
    """`kill -9` at random moments: what was acknowledged is there, in order, once."""
    luck = random.Random(SEED)
    for attempt in range(200):
        process = writer(home, f"k{attempt}", 60)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(luck.random() * 0.05)
        process.kill()
        told = [int(line) for line in process.stdout.read().split(b"\n")[:-1] if line]
        process.wait()
        found = seqs(journal, f"k{attempt}")
        assert found == list(range(len(found))), f"seed {SEED}, attempt {attempt}"
        assert not told or len(found) > told[-1], f"seed {SEED}, attempt {attempt}"


def test_two_writers_for_a_minute_lose_no_line(home, journal):
    """Two sessions at once."""
    processes = {sid: writer(home, sid, 60) for sid in ("a", "b")}
    for sid, process in processes.items():
        told = process.communicate(timeout=180)[0].split(b"\n")
        count = int(told[-2].split()[1])
        assert seqs(journal, sid) == list(range(count)), sid
    assert journal.damaged_files() == ()


def test_a_reader_that_mends_beside_two_writers_loses_no_line(home, journal):
    """Garbage thrown in and set aside while two sessions write: no line of theirs is hurt."""
    luck = random.Random(SEED)
    processes = {sid: writer(home, sid, 15) for sid in ("a", "b")}
    while any(process.poll() is None for process in processes.values()):
        with journal.exclusive(), journal.path.open("ab") as stream:
            stream.write(luck.randbytes(100).replace(b"\n", b"") + luck.choice([b"", b"\n"]))
        journal.read()
        time.sleep(0.02)
    for sid, process in processes.items():
        told = process.communicate()[0].split(b"\n")
        assert seqs(journal, sid) == list(range(int(told[-2].split()[1]))), sid


def test_a_disk_that_is_full_for_a_while_loses_nothing(home, journal):
    """A file size limit that is lifted again: events queue and are written in order."""
    journal.append(Event(kind="note", sid="first"))

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    process = writer(home, "full", 3, preexec_fn=small)
    time.sleep(2.5)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    told = process.communicate(timeout=60)[0].split(b"\n")
    assert seqs(journal, "full") == list(range(int(told[-2].split()[1])))
    assert journal.damaged_files() == ()


def test_a_directory_deleted_again_and_again_keeps_the_running_session(home, journal):
    """The session that runs is there in the end, whole and once."""
    process = writer(home, "gone", 5)
    while process.poll() is None:
        time.sleep(0.3)
        shutil.rmtree(home, ignore_errors=True)
    told = process.communicate()[0].split(b"\n")
    journal.append(Event(kind="note", sid="last"))
    found = seqs(journal, "gone")
    assert found in ([], list(range(int(told[-2].split()[1]))))


@pytest.mark.parametrize("seed", range(100))
def test_100_garbage_bytes_anywhere_cost_only_the_lines_they_hit(journal, seed):
    """Every other line is readable, the damaged bytes are kept."""
    for number in range(60):
        journal.append(Event(kind="note", sid="s", seq=number, text="é" * (number * 7 % 90)))
    content = bytearray(journal.path.read_bytes())
    luck = random.Random(SEED + seed)
    at = luck.randrange(len(content) - 100)
    ends = [place for place, byte in enumerate(content) if byte == 10]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = zip(starts, ends, strict=True)
    untouched = {number for number, (start, end) in enumerate(spans) if end < at or start - 1 >= at + 100}
    content[at : at + 100] = luck.randbytes(100)
    journal.path.write_bytes(bytes(content))
    found = [line.seq for line in journal.read().lines]
    assert untouched <= set(found)
    assert found == sorted(found)
    journal.append(Event(kind="note", sid="s", seq=99))
    assert seqs(journal, "s")[-1] == 99


def test_a_clock_that_jumps_costs_no_session(journal):
    """Ten years back and forth."""
    luck = random.Random(SEED)
    for number in range(200):
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=luck.randrange(-3650, 3650))
        for event in make_session(f"s{number}", at, before=5, after=4):
            journal.append(event)
    found = sessions_of(journal.read().lines)
    assert sorted(item.sid for item in found) == sorted(f"s{number}" for number in range(200))
    assert [item.at for item in found] == sorted(item.at for item in found)
    assert statistics(found).sessions == 200


def test_ten_years_are_listed_and_counted_quickly(journal):
    """7,300 sessions, about 70,000 lines: the list under half a second of work, the statistics under one."""
    journal.append(Event(kind="note", sid="warm"))
    with journal.path.open("wb") as stream:
        for number in range(7300):
            at = datetime(2016, 11, 20, 7, tzinfo=UTC) + timedelta(hours=12 * number)
            session = make_session(f"s{number}", at, before=6, after=4, codes=("LI4", "PC6", "GB20"), holds=3)
            for event in session:
                stream.write(line_of(replace(event, host="here", pid=1)))
    begin = time.process_time()
    found = sessions_of(journal.read().lines)
    listed = time.process_time() - begin
    statistics(found)
    counted = time.process_time() - begin
    assert len(found) == 7300
    assert (listed < 0.5, counted < 1.0) == (True, True), f"list {listed:.2f} s, stats {counted:.2f} s"
