"""Whatever stands in the journal or in an import: one line costs only itself, and every command goes on."""

from __future__ import annotations

import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from acucli.errors import MachineRefused
from acucli.journal.export import to_csv, to_json, to_markdown
from acucli.journal.importing import import_json
from acucli.journal.sessions import is_ours, local_day, sessions_of
from acucli.journal.stats import statistics
from acucli.journal.store import Journal
from acucli.model.practice import Event
from tests.journal.factories import keep, make_session

DEEP = b"[" * 3000 + b"]" * 3000
HOSTILE = [
    b'{"v":1,"kind":"start","sid":"b","at":"9999-12-31T23:59:59Z","offset_minutes":60}',
    b'{"v":1,"kind":"start","sid":"b","at":"0001-01-01T00:00:00Z","offset_minutes":-60}',
    b'{"v":1,"kind":"start","sid":"b","at":"2026-11-20T00:00:00Z","offset_minutes":100000000000000}',
    b'{"v":1,"kind":"start","sid":"b","plan":' + DEEP + b"}",
    b'{"v":2,"kind":"start","sid":"b","aura":' + DEEP + b"}",
    b'{"v":2,"sid":[1]}',
    b'{"v":1,"kind":"start","sid":"b","plan":{"slug":"x","steps":[{"seconds":1e308},{"seconds":1e308}]}}',
    b'{"v":1,"kind":"end","sid":"b","credited":1e308,"at":"2026-11-20T00:00:00Z"}',
    b'{"v":1,"kind":"end","sid":"b","why":"quit","left":5,"at":""}',
    b'{"v":1,"kind":"step","sid":"b","at":"no day","left":5}',
    b'{"v":1,"kind":"undo"}',
    b'{"v":2,"kind":"plan","plan_id":"x","plan":7}',
    b"\xff\xfe\x00",
    b"{" * 50_000,
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_a_line_costs_only_itself(journal: Journal, line: bytes) -> None:
    """Everything that is made of the journal is made all the same."""
    keep(journal, make_session("a", before=5, after=3))
    with journal.path.open("ab") as stream:
        stream.write(line + b"\n")
    for lines in (journal.read(mend=False).lines, journal.recent(5).lines, journal.read().lines):
        sessions = sessions_of(lines, rehearsals=True, undone=True)
        assert "a" in [session.sid for session in sessions]
        assert statistics(sessions).sessions >= 1
        assert to_csv(sessions)
        assert to_markdown(sessions)
        assert to_json(sessions, journal.raw_lines())
    journal.append(Event(kind="note", sid="a", text="goes on"))
    assert sessions_of(journal.read().lines)[-1].notes[-1].text == "goes on"


def _is_json(line: bytes) -> bool:
    """Return whether an import could hold this line at all; an export that is not JSON is refused whole."""
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError):  # in old versions the first is no ValueError
        return False
    return True


@pytest.mark.parametrize("line", [line for line in HOSTILE if _is_json(line)])
def test_an_import_takes_nothing_that_cannot_be_summed_up(journal: Journal, line: bytes) -> None:
    """The good session comes in, the other is counted."""
    hostile = msgspec.json.decode(line)
    good = {"kind": "start", "sid": "g", "at": "2026-11-20T12:00:00Z", "v": 1}
    content = msgspec.json.encode({"kind": "journal", "schema_version": 1, "lines": [hostile, good]})
    assert import_json(journal, content).added == ("g",)
    assert journal.read().damaged == 0


def test_an_imported_session_takes_its_place_in_time(journal: Journal) -> None:
    """The newest is the newest, whenever it came in; plans stand before the sessions that have them."""
    keep(journal, make_session("new", at=datetime(2026, 11, 20, 12, tzinfo=UTC)))
    other = {"kind": "start", "sid": "old", "at": "2026-10-01T12:00:00Z", "v": 1}
    between = {"kind": "start", "sid": "newer", "at": "2026-11-25T12:00:00+02:00", "v": 1}
    content = msgspec.json.encode({"kind": "journal", "schema_version": 1, "lines": [between, other]})
    import_json(journal, content)
    assert [session.sid for session in sessions_of(journal.read().lines)] == ["old", "new", "newer"]
    assert [line.sid for line in journal.recent(1).lines][-1] == "newer"
    assert journal.raw().index(b'"old"') < journal.raw().index(b'"new"')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_export_that_went_through_a_windows_shell_comes_in(journal: Journal, encoding: str) -> None:
    """A mark at its beginning, or two bytes a letter."""
    text = '{"kind":"journal","schema_version":1,"lines":[{"kind":"start","sid":"g","at":"2026-11-20T12:00:00Z"}]}'
    assert import_json(journal, text.encode(encoding)).added == ("g",)


def test_a_journal_that_is_a_pipe_is_refused_and_never_waited_for(journal: Journal) -> None:
    """Reading and writing alike."""
    journal.path.parent.mkdir(parents=True)
    os.mkfifo(journal.path)
    for act in (journal.read, journal.raw, lambda: journal.recent(1), lambda: journal.append(Event(kind="note"))):
        with pytest.raises(MachineRefused):
            act()


@pytest.mark.parametrize(
    ("at", "day"),
    [("2026-11-20T23:30:00Z", "2026-11-21"), ("9999-12-31T23:59:59Z", ""), ("0001-01-01T00:00:00Z", ""), ("x", "")],
)
def test_days_are_bounded(at: str, day: str) -> None:
    """What lies outside the years that can be counted with is no day."""
    assert local_day(at, 60) == day


@pytest.mark.parametrize(
    ("command_line", "ours"),
    [
        (b"python3\0/usr/bin/acu\0session\0stress\0", True),
        (b"/usr/bin/python3\0-m\0acucli\0session\0", True),
        (b"vacuum-cleaner\0", False),
        (b"vim\0/home/me/acucli-notes.txt\0", False),
        (b"", False),
    ],
)
def test_another_program_with_the_same_number_is_not_a_running_session(command_line: bytes, ours: bool) -> None:
    """Numbers of processes are given again."""
    assert is_ours(command_line) == ours


def test_what_is_read_from_the_end_is_what_stands_there(journal: Journal, tmp_path: Path) -> None:
    """The newest sessions whole, whichever lines of others stand between them."""
    for number in range(30):
        keep(journal, make_session(f"s{number:02d}", at=datetime(2026, 11, number + 1, 12, tzinfo=UTC)))
    journal.append(Event(kind="note", sid="s00", text="late"))
    recent = journal.recent(3)
    assert sorted({line.sid for line in recent.lines}) == ["s27", "s28", "s29"]
    assert not recent.whole
    whole = {session.sid: session for session in sessions_of(journal.read().lines)}
    assert sessions_of(recent.lines) == [whole[sid] for sid in ("s27", "s28", "s29")]
    assert journal.recent(30).whole


@pytest.mark.parametrize("at", ["first", "between", "last", "torn"])
def test_a_line_without_end_is_never_held(journal: Journal, at: str) -> None:
    """Longer than any line of ours: it is passed over or set aside, in bounded memory, and costs no other line."""
    keep(journal, make_session("a", before=5, after=3))
    own, endless = journal.path.read_bytes(), b'{"v":1,"kind":"note","sid":"x","text":"' + b"a" * 40_000_000 + b'"}'
    contents = {
        "first": endless + b"\n" + own,
        "between": own + endless + b"\n" + own.replace(b'"sid":"a"', b'"sid":"b"'),
        "last": own + endless + b"\n",
        "torn": own + endless,
    }
    journal.path.write_bytes(contents[at])
    del own, endless, contents
    tracemalloc.start()
    try:
        assert [session.sid for session in sessions_of(journal.recent(5).lines)][:1] == ["a"]
        journal.append(Event(kind="note", sid="a", text="goes on"))
        assert journal.last_number("a") is not None
        found = journal.read()
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found.set_aside
    assert sessions_of(found.lines)[0].notes[-1].text == "goes on"
    assert journal.path.stat().st_size < 100_000, "the endless line was moved out"
    assert sum(path.stat().st_size for path in journal.damaged_files()) >= 40_000_000, "and every byte of it is kept"
    assert held < 30_000_000
