"""`acu journal`: listed, shown, counted, noted, taken back, exported, imported, and really erased."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions

THREE = (
    {"before": 6, "after": 3, "slug": "headache", "conditions": ("headache",)},
    {"before": 5, "after": 5, "slug": "stress"},
    {"before": 4, "after": 6, "slug": "stress", "why": "quit", "holds": 1},
)


@pytest.fixture
def kept(acu: Acu, tmp_path: Path) -> Acu:
    """Return `acu` with three sessions in its journal, a day apart."""
    put_sessions(tmp_path / "home", *(dict(facts) for facts in THREE))
    return acu


def test_the_list_is_newest_first_in_every_format(kept: Acu) -> None:
    """TSV in a pipe, a table at a terminal, sentences for a reader, ids, JSON."""
    rows = [line.split("\t") for line in kept("journal", "list").out.splitlines()]
    assert [row[0] for row in rows] == ["2026-11-19", "2026-11-18", "2026-11-17"]
    assert [row[6] for row in rows] == ["ended early", "done", "done"]
    assert [row[4:6] for row in rows] == [["4", "6"], ["5", "5"], ["6", "3"]]
    assert kept("journal", "list", "--format", "codes").out.split() == ["aaaa0002", "aaaa0001", "aaaa0000"]
    assert "6 before and 3 after" in kept("journal", "list", "--plain").out
    table = kept("journal", terminal=True, NO_COLOR="1").out
    assert "before" in table
    assert max(map(len, table.splitlines())) <= 80
    sessions = kept("journal", "list", "--json").json["sessions"]
    assert [item["slug"] for item in sessions] == ["stress", "stress", "headache"]
    assert len(kept("journal", "list", "--limit", "1").out.splitlines()) == 1
    assert len(kept("journal", "list", "--format", "jsonl").out.splitlines()) == 3


def test_times_are_those_of_the_place_where_it_was_done(acu: Acu, tmp_path: Path) -> None:
    """23:30 UTC two hours east is 01:30 of the next day."""
    put_sessions(tmp_path / "home", {"at": datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "offset_minutes": 120})
    assert acu("journal", "list").out.startswith("2026-07-02\t01:30\t")


def test_one_session_by_its_id_or_as_the_last(kept: Acu) -> None:
    """The beginning of an id is enough where it means one."""
    assert "PC6 left: 30 s" in kept("journal", "show", "aaaa0001").out
    assert kept("journal", "show", "--json").json["session"]["sid"] == "aaaa0002"
    assert kept("journal", "show", "aaaa").status == 2
    assert kept("journal", "show", "zzzz").status == 1


def test_statistics_count_and_draw(kept: Acu) -> None:
    """Minutes, weeks, conditions with means; a sentence that claims nothing; a day to begin from."""
    out = kept("journal", "stats", terminal=True).out
    assert "3 sessions on 3 days" in out
    assert "headache: 1 session" in out
    assert "1 sessions" not in out
    assert "cannot tell why" in out
    stats = kept("journal", "stats", "--since", "2026-11-18", "--json").json["stats"]
    assert stats["sessions"] == 2
    assert kept("journal", "stats", "--condition", "headache", "--json").json["stats"]["sessions"] == 1
    assert kept("journal", "stats", "--since", "yesterday").status == 2
    assert kept("journal", "stats", "--plain").out.isascii()


def test_helped_shows_relief_and_what_did_not_help(kept: Acu) -> None:
    """With counts, without a claim."""
    out = kept("journal", "helped").out
    assert "stress" in out
    assert "headache" in out
    assert "cannot tell why" in out
    assert kept("journal", "helped", "--json").json["helped"]["scored"] == 3


def test_a_note_is_added_and_shown(kept: Acu) -> None:
    """To the last one or any other; nothing else changes."""
    assert kept("journal", "note", "last", "slept", "well").status == 0
    assert "note: slept well" in kept("journal", "show", "last").out
    assert len(kept("journal", "list").out.splitlines()) == 3


def test_a_note_that_steers_a_terminal_is_shown_as_text(kept: Acu) -> None:
    """Never obeyed."""
    kept("journal", "note", "last", "\x1b[31mred")
    assert "\x1b" not in kept("journal", "show", "last").out


def test_undo_takes_back_and_brings_in_again(kept: Acu) -> None:
    """The last one by default; by its id it comes back."""
    assert kept("journal", "undo").status == 0
    assert len(kept("journal", "list").out.splitlines()) == 2
    assert kept("journal", "undo", "aaaa0002").status == 0
    assert len(kept("journal", "list").out.splitlines()) == 3


def test_export_in_three_forms_and_import_again(kept: Acu, tmp_path: Path) -> None:
    """CSV with a header, Markdown, JSON that comes back once, files readable by the owner alone."""
    rows = list(csv.DictReader(io.StringIO(kept("journal", "export", "--as", "csv").out)))
    assert len(rows) == 3
    assert "headache" in kept("journal", "export", "--as", "md").out.lower()
    target = tmp_path / "mine.json"
    assert kept("journal", "export", "-o", str(target)).status == 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text(encoding="utf-8"))
    assert "0 sessions added, 3 were there already" in kept("journal", "import", str(target)).out
    kept("journal", "delete", "--all", "--yes")
    assert kept("journal", "list").out == ""
    assert "3 sessions added" in kept("journal", "import", str(target)).out
    assert len(kept("journal", "list").out.splitlines()) == 3
    assert kept("journal", "export", "--as", "xml").status == 2
    assert kept("journal", "import", str(tmp_path / "missing")).status == 6


@pytest.mark.parametrize("content", [b"", b"[]", b"nonsense", b'{"schema_version": 99}', b"\xff", b"[" * 100_000])
def test_what_is_no_export_is_refused(kept: Acu, tmp_path: Path, content: bytes) -> None:
    """Status 2, a sentence, and nothing added."""
    (tmp_path / "file").write_bytes(content)
    ran = kept("journal", "import", str(tmp_path / "file"))
    assert ran.status == 2
    assert ran.err.startswith("error:")
    assert len(kept("journal", "list").out.splitlines()) == 3


def test_delete_asks_and_then_really_erases(kept: Acu, tmp_path: Path) -> None:
    """No bytes of it are left; without a terminal it wants --yes."""
    journal = tmp_path / "home" / "state" / "journal.jsonl"
    assert kept("journal", "delete").status == 2
    assert kept("journal", "delete", "aaaa0000").status == 2
    assert kept("journal", "delete", "aaaa0000", typed="no\n").status == 5
    assert b"aaaa0000" in journal.read_bytes()
    assert kept("journal", "delete", "aaaa0000", typed="yes\n").status == 0
    assert b"aaaa0000" not in journal.read_bytes()
    assert kept("journal", "delete", "--all", "--yes").status == 0
    assert not journal.exists()


def test_damaged_lines_are_set_aside_and_named_once(kept: Acu, tmp_path: Path) -> None:
    """All others stay readable, and doctor knows where they are."""
    journal = tmp_path / "home" / "state" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b"\x00garbage\xff\n")
    ran = kept("journal", "list")
    assert len(ran.out.splitlines()) == 3
    assert "damaged" in ran.err
    assert "damaged" not in kept("journal", "list").err
    assert "set aside" in kept("doctor").out


def test_an_empty_journal_says_how_to_begin(acu: Acu) -> None:
    """Nothing on standard output, status 0; there is no last session to show."""
    ran = acu("journal", "list")
    assert (ran.status, ran.out) == (0, "")
    assert "acu session" in ran.err
    assert acu("journal", "show").status == 1
    assert acu("journal", "stats").out == "No sessions yet.\n"


def test_a_rehearsed_session_is_kept_apart(acu: Acu) -> None:
    """Listed only when asked for, and never counted."""
    acu("session", "--points", "LI10", "--hold", "20", "--speed", "1000", "--cues", "none", "--yes", runs=True)
    assert acu("journal", "list").out == ""
    assert "rehearsal" in acu("journal", "list", "--rehearsals").out
    assert acu("journal", "stats").out == "No sessions yet.\n"
