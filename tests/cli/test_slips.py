"""Slips at the command line: each does what was meant, or is refused with a sentence, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions

ACU = [sys.executable, "-m", "acucli"]
PACK = """conditions:
- {slug: nothing-at-all}
"""


@pytest.fixture
def kept(acu: Acu, tmp_path: Path) -> Acu:
    """Return a function that runs `acu` in a home whose journal holds one session."""
    put_sessions(tmp_path / "home", {"before": 5, "after": 3, "slug": "stress"})
    return acu


@pytest.mark.parametrize(
    "command", [("journal", "delete", "", "--yes"), ("journal", "undo", ""), ("course", "drop", "")]
)
def test_an_empty_name_names_nothing(kept: Acu, command: tuple[str, ...]) -> None:
    """An unset variable in a script must not erase what happens to be first."""
    ran = kept(*command)
    assert ran.status in {1, 2}
    assert "error:" in ran.err
    assert len(kept("journal", "list", "--json").json["sessions"]) == 1


@pytest.mark.parametrize("day", ["20261101", "2026-11-01", "2026-W44-7"])
def test_a_day_in_any_form_that_is_read_is_that_day(kept: Acu, day: str) -> None:
    """The same day, so the same sessions: a form that is read is never compared as text."""
    assert kept("journal", "stats", "--since", day, "--json").json["stats"]["sessions"] == 1


def test_a_setting_that_no_session_takes_is_refused_at_once(acu: Acu) -> None:
    """Not by every session afterwards."""
    assert acu("config", "set", "setting", "office").status == 2
    assert acu("session", "stress-quick", "--dry-run").status == 0


def test_options_inside_a_note_are_refused_not_swallowed(kept: Acu) -> None:
    """A note keeps every word, or is not kept at all."""
    assert kept("journal", "note", "last", "used", "--format", "csv", "file").status == 2
    assert kept("journal", "note", "last", "--", "used", "--format", "csv", "file").status == 0
    assert kept("journal", "show", "last", "--json").json["session"]["notes"][-1]["text"] == "used --format csv file"


def test_a_csv_may_begin_with_the_mark_that_excel_wants(kept: Acu, tmp_path: Path) -> None:
    """Only where it is asked for, and only in CSV."""
    file = tmp_path / "mine.csv"
    assert kept("journal", "export", "--bom", "-o", str(file)).status == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfsid,")
    assert not kept("journal", "export", "--as", "csv").out.startswith("\ufeff")
    assert kept("journal", "export", "--as", "json", "--bom").status == 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_no_text_is_opened_and_written(warm_home: Path, tmp_path: Path) -> None:
    """The bytes of a name reach the system as they were typed."""
    (tmp_path / os.fsdecode(b"caf\xe9.yaml")).write_text(PACK, encoding="utf-8")
    checked = subprocess.run([*ACU, "pack", "check", b"caf\xe9.yaml"], cwd=tmp_path, capture_output=True, timeout=60)
    assert checked.returncode == 3, checked.stderr
    assert b"no file" not in checked.stderr
    exported = subprocess.run(
        [*ACU, "journal", "export", "--as", "csv", "-o", b"mine\xe9.csv"], cwd=tmp_path, capture_output=True, timeout=60
    )
    assert exported.returncode == 0, exported.stderr
    assert b"mine\xe9.csv" in os.listdir(os.fsencode(tmp_path))
    found = subprocess.run([*ACU, "find", b"caf\xe9.yaml"], cwd=tmp_path, capture_output=True, timeout=60)
    assert found.returncode == 1, found.stderr


@pytest.mark.usefixtures("warm_home")
def test_a_closed_standard_error_ends_nothing(tmp_path: Path) -> None:
    """The session is done as ever; what would have been said there is lost, as was wanted."""
    command = f"{sys.executable} -m acucli session stress-quick --now --speed 200 2>&- >/dev/null"
    assert subprocess.run(["bash", "-c", command], timeout=60, check=False).returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ("session", "sttress"),
        ("session", "sttress", "--dry-run", "--json"),
        ("session", "my hed hurts", "--yes"),
        ("session", "he gou"),
        ("session", "--points", "zusanly"),
        ("plan", "hedache", "--start"),
        ("course", "new", "hedache"),
        ("favourite", "add", "mine", "hedache"),
    ],
    ids=" ".join,
)
def test_nothing_is_begun_or_kept_on_a_guess(acu: Acu, command: tuple[str, ...]) -> None:
    """Where nobody can be asked a slip is named, with what was probably meant, and nothing is done."""
    ran = acu(*command)
    assert ran.status == 1
    assert "did you mean" in ran.err
    assert "--json" in command or not ran.out
    assert acu("journal", "list", "--json").json["sessions"] == []
    assert (
        acu("course", "show", "--json").json["courses"] == acu("favourite", "list", "--json").json["favourites"] == []
    )


def test_a_person_is_asked_what_a_slip_means(acu: Acu) -> None:
    """A no starts nothing, and says how to look."""
    ran = acu("session", "hedache", "--dry-run", typed="n\n")
    assert (ran.status, ran.out) == (1, "")
    assert "'hedache' was read as headache. Is that meant?" in ran.err
    assert "acu find hedache" in ran.err
    ran = acu("session", "hedache", "--dry-run", typed="\n")
    assert ran.status == 0
    assert "GB20" in ran.out


@pytest.mark.parametrize("words", ["headache", "head ache", "migrane", "my head hurts", "hegu", "LI4 PC6"])
def test_what_is_said_in_other_words_is_no_guess(acu: Acu, words: str) -> None:
    """Names, synonyms, sentences, other languages, notations."""
    assert acu("session", words, "--dry-run").status == 0
