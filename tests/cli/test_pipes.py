"""What a script gets: the same bytes on every system, text or JSON in every cell, `-` for every file."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions


@pytest.mark.parametrize("code_page", ["cp1252", "ascii", "cp437", "iso-8859-1"])
@pytest.mark.parametrize("arguments", [("show", "LI4", "--json"), ("list", "meridians"), ("show", "LI4")])
def test_a_pipe_is_utf_8_under_any_code_page(arguments: tuple[str, ...], code_page: str, warm_home: Path) -> None:
    """Every letter as it is, none escaped, and plain line ends."""
    named = {**os.environ, "ACU_HOME": str(warm_home), "PYTHONUTF8": "0", "PYTHONIOENCODING": code_page}
    ran = subprocess.run([sys.executable, "-m", "acucli", *arguments], env=named, capture_output=True, timeout=60)
    said = ran.stdout.decode("utf-8")
    assert ran.returncode == 0
    assert "合谷" in said or "肺經" in said
    assert "\\u" not in said
    assert "\r" not in said


@pytest.mark.parametrize(
    "arguments", [("show", "headache"), ("list", "conditions"), ("show", "stress"), ("find", "neck")]
)
def test_a_cell_of_csv_is_text_or_json(acu: Acu, arguments: tuple[str, ...]) -> None:
    """Never what Python writes of a value; a list whose texts hold commas can be parted again."""
    rows = list(csv.reader(io.StringIO(acu(*arguments, "--format", "csv").out)))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.startswith(("{'", "['", "(", "None", "True", "Point("))
        if cell.startswith(("{", "[")):
            json.loads(cell)


@pytest.mark.parametrize("options", [(), ("--cues", "line"), ("--cues", "bell,line"), ("--events", "jsonl")])
def test_a_session_whose_reader_is_gone_ends_quietly(options: tuple[str, ...], warm_home: Path) -> None:
    """Whoever tells something next, the view or a cue, meets the closed pipe."""
    command = [sys.executable, "-m", "acucli", "session", "stress-quick", "--now", "--speed", "20", *options]
    unread, writing = os.pipe()
    os.close(unread)
    try:
        named = {**os.environ, "ACU_HOME": str(warm_home)}
        ran = subprocess.run(command, env=named, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (ran.returncode, b"error" in ran.stderr) == (0, False), ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    "arguments", [("find", "LI4", "--nosuch", "--json"), ("show", "nothing-of-that-name", "--json")]
)
def test_an_error_is_told_where_the_output_is_full(arguments: tuple[str, ...], warm_home: Path) -> None:
    """JSON has nowhere to go, the sentence has."""
    named = {**os.environ, "ACU_HOME": str(warm_home)}
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "acucli", *arguments]
        ran = subprocess.run(command, env=named, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert ran.returncode in {1, 2}
    assert b"no space left on device" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("flag", ["-0", "--null"])
def test_codes_may_end_with_nul(acu: Acu, flag: str) -> None:
    """For xargs -0; the long word is the short one."""
    assert acu("list", "meridians", flag).out.split("\0")[:2] == ["LU", "LI"]


def test_an_export_goes_through_a_pipe_and_back(acu: Acu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-o -` is standard output and makes no file of that name; `-` is standard input."""
    monkeypatch.chdir(tmp_path)
    put_sessions(tmp_path / "home", {"before": 6, "after": 3})
    exported = acu("journal", "export", "-o", "-")
    assert exported.json["kind"] == "journal"
    assert not Path("-").exists()
    assert acu("journal", "delete", "--all", "--yes").status == 0
    assert "1 session added" in acu("journal", "import", "-", stdin=exported.out).out
    assert acu("journal", "import", "-", typed="").status == 2


def test_a_pack_is_checked_from_standard_input(acu: Acu) -> None:
    """A fault in it is named, and status 3."""
    ran = acu("pack", "check", "-", stdin="points:\n  - code: 5\n")
    assert ran.status == 3
    assert "standard-input.yaml:2" in ran.err


def test_sound_goes_into_a_pipe_and_never_to_a_terminal(warm_home: Path, acu: Acu) -> None:
    """The bytes of a WAV file and nothing else on standard output."""
    words = [sys.executable, "-m", "acucli", "session", "stress-quick", "--audio", "-", "--yes"]
    named = {**os.environ, "ACU_HOME": str(warm_home), "PATH": "/nowhere"}
    ran = subprocess.run(words, env=named, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout[:4] == b"RIFF"
    assert ran.stdout[8:12] == b"WAVE"
    assert acu("session", "stress-quick", "--audio", "-", "--yes", terminal=True).status == 2


@pytest.mark.parametrize("format_", ["csv", "json", "md"])
def test_the_former_name_of_format_goes_on(acu: Acu, tmp_path: Path, format_: str) -> None:
    """`journal export --as` says once what it is called now, and gives the same."""
    put_sessions(tmp_path / "home", {"before": 6, "after": 3})
    old, new = acu("journal", "export", "--as", format_), acu("journal", "export", "--format", format_)
    assert old.out == new.out
    assert f"--as is now --format: acu journal export --format {format_}" in old.err
    assert new.err == ""
