"""The store: what was acknowledged is on the disk, whatever happens to the file."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest

from acucli.errors import ExitStatus, MachineRefused
from acucli.journal.journal_lines import line_of
from acucli.journal.store import Journal
from acucli.model.practice import Event
from tests.journal.factories import keep, make_session


def note(number: int, text: str = "x") -> Event:
    return Event(kind="note", sid="s", seq=number, text=text)


def seqs(journal: Journal) -> list[int]:
    return [line.seq for line in journal.read().lines]


def test_asking_for_the_journal_writes_nothing(journal, environment):
    """A person who only looks leaves no file."""
    assert journal.read().lines == []
    assert not environment.paths.state.exists()


def test_an_event_is_one_json_line_with_its_version(journal):
    """Each line stands alone and names its version, the default included."""
    journal.append(note(0))
    (raw,) = journal.path.read_bytes().splitlines()
    assert msgspec.json.decode(raw) == {"v": 1, "kind": "note", "sid": "s", "text": "x"}


def test_health_data_are_private(journal):
    """The file is 0600 in a directory 0700, also when somebody opened them."""
    journal.append(note(0))
    journal.path.chmod(0o644)
    journal.path.parent.chmod(0o755)
    journal.append(note(1))
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700


def test_fields_of_later_versions_stay_in_the_file(journal):
    """A line of a newer acucli is read as far as it is understood, or passed over, and never removed."""
    journal.append(note(0))
    newer = b'{"v":2,"kind":"aura","sid":"n","score":{"of":10},"colour":"blue"}\n'
    known = b'{"v":2,"kind":"note","sid":"n","seq":1,"text":"hello","colour":"blue"}\n'
    with journal.path.open("ab") as stream:
        stream.write(newer + known + b"garbage\n")
    contents = journal.read()
    assert [line.text for line in contents.lines] == ["x", "hello"]
    assert newer in journal.path.read_bytes()
    assert known in journal.path.read_bytes()
    assert contents.set_aside[0].lines == 1


def test_a_torn_end_is_set_aside_and_named_before_the_next_line(journal):
    """A writer that was killed half way costs its own half line."""
    keep(journal, [note(0), note(1)])
    with journal.path.open("ab") as stream:
        stream.write(b'{"v":1,"kind":"no')
    journal.append(note(2))
    assert seqs(journal) == [0, 1, 2]
    assert journal.torn[0].path.read_bytes() == b'{"v":1,"kind":"no\n'
    assert journal.torn[0].path.name == "journal.damaged-20261120T180000Z.jsonl"
    assert stat.S_IMODE(journal.torn[0].path.stat().st_mode) == 0o600


def test_a_whole_last_line_without_its_end_is_kept(journal):
    """Only the line end is missing: nothing is damaged."""
    journal.append(note(0))
    journal.path.write_bytes(journal.path.read_bytes().rstrip(b"\n"))
    journal.append(note(1))
    assert seqs(journal) == [0, 1]
    assert journal.damaged_files() == ()


@pytest.mark.parametrize("seed", range(5))
def test_garbage_in_the_middle_costs_only_the_lines_it_hit(journal, seed):
    """100 random bytes over the middle: all other lines stay readable, the damaged ones are moved and named."""
    keep(journal, [note(number, "a" * 60) for number in range(50)])
    content = bytearray(journal.path.read_bytes())
    luck = random.Random(seed)
    at = luck.randrange(500, len(content) - 700)
    content[at : at + 100] = luck.randbytes(100)
    journal.path.write_bytes(bytes(content))
    contents = journal.read()
    length = len(content) // 50
    hit = set(range((at - 50) // length, (at + 150) // length + 1))
    assert set(range(50)) - hit <= {line.seq for line in contents.lines}
    assert len(contents.lines) >= 46
    (moved,) = contents.set_aside
    assert moved.path.exists()
    journal.append(note(99))
    again = journal.read()
    assert again.set_aside == ()
    assert again.lines[-1].seq == 99


def test_two_damages_in_one_second_get_two_files(journal):
    """No damaged file overwrites another."""
    for _ in range(2):
        journal.append(note(0))
        with journal.path.open("ab") as stream:
            stream.write(b"torn\n")
        journal.read()
    assert len(journal.damaged_files()) == 2


def test_a_journal_that_cannot_be_written_is_refused_and_waits(journal):
    """The session goes on: the refusal has status 6, and every event is written once writing works again."""
    journal.append(note(0))
    journal.path.unlink()
    journal.path.mkdir()
    for number in (1, 2):
        with pytest.raises(MachineRefused) as refused:
            journal.append(note(number))
        assert refused.value.status == ExitStatus.MACHINE_REFUSED
        assert refused.value.hint
    assert journal.waiting == 2
    journal.path.rmdir()
    journal.append(note(3))
    assert seqs(journal) == [1, 2, 3]
    assert journal.waiting == 0


def test_a_short_write_is_taken_back_and_written_later(journal, monkeypatch):
    """A full disk writes half a line without an error: the half is taken back, the event waits."""
    journal.append(note(0))
    whole = journal.path.read_bytes()
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:20]))
    with pytest.raises(MachineRefused, match="cannot be written"):
        journal.append(note(1))
    assert journal.path.read_bytes() == whole
    monkeypatch.setattr(os, "write", real)
    journal.append(note(2))
    assert seqs(journal) == [0, 1, 2]


def test_a_write_that_does_not_reach_the_disk_is_taken_back(journal, monkeypatch):
    """Acknowledged means synced: when the sync fails the line is taken back and waits."""
    real = os.fsync

    def broken(descriptor: int) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(MachineRefused):
        journal.append(note(0))
    assert journal.path.read_bytes() == b""
    monkeypatch.setattr(os, "fsync", real)
    journal.append(note(1))
    assert seqs(journal) == [0, 1]


def test_a_directory_deleted_while_a_session_runs_comes_back_with_its_session(journal):
    """Nothing of the running session that was acknowledged is lost."""
    keep(journal, [note(0), note(1)])
    shutil.rmtree(journal.path.parent)
    journal.append(note(2))
    assert seqs(journal) == [0, 1, 2]


def test_a_journal_deleted_on_purpose_stays_deleted(journal):
    """A file removed while its directory stays was removed by the person."""
    keep(journal, [note(0), note(1)])
    journal.path.unlink()
    journal.append(note(2))
    assert seqs(journal) == [2]


def test_a_clock_set_back_changes_no_order(journal, now):
    """Lines stand in the order they happened, whatever the clock says."""
    keep(journal, make_session("first"))
    now.seconds -= 86400
    keep(journal, make_session("second"))
    assert list(dict.fromkeys(line.sid for line in journal.read().lines)) == ["first", "second"]


def test_a_journal_that_is_a_link_stays_a_link(journal, environment, tmp_path):
    """Mending rewrites the file a link leads to."""
    real = tmp_path / "elsewhere" / "journal.jsonl"
    real.parent.mkdir()
    environment.paths.state.mkdir(parents=True)
    environment.paths.journal.symlink_to(real)
    journal.append(note(0))
    with real.open("ab") as stream:
        stream.write(b"broken\n")
    journal.read()
    assert environment.paths.journal.is_symlink()
    assert real.read_bytes() == line_of(note(0))


def test_an_unreadable_journal_is_named(journal):
    """A directory where the file should be is a refusal with a sentence, not a traceback."""
    journal.path.mkdir(parents=True)
    with pytest.raises(MachineRefused, match="cannot be read"):
        journal.read()


WRITER = """
    import os, sys
    from acucli.host.environment import Environment
    from acucli.journal.store import Journal
    from acucli.model.practice import Event
    journal = Journal(Environment.real())
    for number in range(int(sys.argv[2])):
        journal.append(Event(kind="note", sid=sys.argv[1], seq=number, text="x" * (number % 300)))
        os.write(1, b"%d\\n" % number)
"""


def start_writer(environment, sid: str, count: int, **options: object) -> subprocess.Popen:
    source = str(Path(__file__).resolve().parents[2] / "src")
    variables = {**os.environ, **environment.variables, "PYTHONPATH": source}
    command = [sys.executable, "-c", textwrap.dedent(WRITER), sid, str(count)]
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, **options)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_kill_while_writing_loses_no_acknowledged_line(environment, journal):
    """A tenth of the soak run: killed at random moments, every acknowledged line is there and none is doubled."""
    luck = random.Random(20)
    for attempt in range(8):
        writer = start_writer(environment, f"w{attempt}", 100_000)
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(luck.randrange(1, 60))]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout.read().split(b"\n")[:-1] if line]
        writer.wait()
        found = [line.seq for line in journal.read().lines if line.sid == f"w{attempt}"]
        assert found == list(range(len(found)))
        assert len(found) >= len(acknowledged)


def test_two_writers_lose_no_line(environment, journal):
    """Two sessions at once: every line of both, each in its order, none torn."""
    writers = [start_writer(environment, sid, 150) for sid in ("a", "b")]
    for writer in writers:
        writer.communicate(timeout=60)
    contents = journal.read()
    assert contents.set_aside == ()
    for sid in ("a", "b"):
        assert [line.seq for line in contents.lines if line.sid == sid] == list(range(150))


def test_a_full_disk_leaves_whole_lines_only(environment, journal):
    """With the file size limited the writer stops; what it was told is kept, no half line stays."""
    resource = pytest.importorskip("resource")
    limit = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)), "stderr": subprocess.PIPE}
    writer = start_writer(environment, "full", 1000, **limit)
    told, complaint = writer.communicate(timeout=60)
    assert b"MachineRefused" in complaint
    found = [line.seq for line in journal.read().lines]
    assert found == [int(line) for line in told.split()]
    assert journal.path.read_bytes().endswith(b"\n")
