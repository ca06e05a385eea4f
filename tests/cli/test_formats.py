"""`--format`: given by every command that can, refused by every other before anything is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions

DATA = [
    ("find", "headache"),
    ("show", "LI4"),
    ("list", "points"),
    ("map", "LI4"),
    ("learn",),
    ("learn", "how-to-press"),
    ("helplines",),
    ("doctor",),
    ("config",),
    ("profile",),
    ("schema",),
    ("session",),
    ("session", "stress", "--dry-run"),
    ("plan", "headache"),
    ("journal",),
    ("journal", "show"),
    ("journal", "stats"),
    ("journal", "helped"),
    ("course",),
    ("course", "next"),
    ("pack",),
    ("--version",),
]
ACTS = [
    ("journal", "delete", "--all", "--yes"),
    ("journal", "note", "last", "well"),
    ("journal", "undo"),
    ("journal", "export"),
    ("profile", "set", "--pregnant"),
    ("profile", "clear", "--yes"),
    ("course", "new", "headache"),
    ("config", "set", "hold", "60"),
    ("pack", "new", "mine"),
    ("session", "stress-quick", "--speed", "1000", "--yes"),
    ("completion", "bash"),
    ("doctor", "--figures"),
    ("find", "headache", "--batch", "-"),
    (),
]


@pytest.fixture
def kept(acu: Acu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Acu:
    """Return `acu` with two sessions in the journal and a profile, in a folder of its own."""
    put_sessions(tmp_path / "home", {"before": 6, "after": 3}, {"before": 5, "after": 5})
    acu("profile", "set", "--blood-thinners", "-q")
    monkeypatch.chdir(tmp_path)
    return acu


@pytest.mark.parametrize("command", DATA, ids=" ".join)
def test_every_command_whose_answer_is_data_gives_json(kept: Acu, command: tuple[str, ...]) -> None:
    """One value that carries the version of its schema, a schema itself aside; the same as JSON Lines."""
    ran = kept(*command, "--json")
    assert ran.status == 0, ran.err
    assert ran.json["schema_version"] == 1
    lines = kept(*command, "--format", "jsonl")
    assert lines.status == 0
    assert all(isinstance(json.loads(line), dict) for line in lines.out.splitlines())


@pytest.mark.parametrize("format_", ["tsv", "csv", "codes", "md", "svg"])
@pytest.mark.parametrize("command", DATA, ids=" ".join)
def test_a_format_is_given_or_refused_with_those_there_are(kept: Acu, command: tuple[str, ...], format_: str) -> None:
    """Never ignored: status 0 and something of it, or 2, a sentence, a hint, and nothing on standard output."""
    ran = kept(*command, "--format", format_)
    if ran.status == 0:
        assert not ran.out.startswith("{")
        return
    assert (ran.status, ran.out) == (2, "")
    assert f"this cannot be given as {format_}" in ran.err
    assert "hint: formats here: " in ran.err


@pytest.mark.parametrize("command", ACTS, ids=" ".join)
def test_a_format_is_refused_before_anything_is_done(kept: Acu, command: tuple[str, ...], tmp_path: Path) -> None:
    """No file of the person changes, and none is made."""
    before = _files(tmp_path)
    ran = kept(*command, "--format", "svg")
    assert (ran.status, ran.out) == (2, "")
    assert "this cannot be given as svg" in ran.err
    assert _files(tmp_path) == before


@pytest.mark.parametrize("format_", ["codes", "tsv", "svg", "md", "json"])
@pytest.mark.parametrize("command", ["find", "show", "session", "plan"])
def test_no_format_silences_a_warning_sign(acu: Acu, command: str, format_: str) -> None:
    """Status 4 and what to do, also where the format itself cannot be given."""
    ran = acu(command, "chest pain", "--format", format_)
    assert ran.status == 4
    assert "emergency" in ran.err.lower()


def test_markdown_is_a_card_or_a_table(acu: Acu) -> None:
    """A card begins with its heading, a list with the names of its fields."""
    assert acu("show", "LI4", "--format", "md").out.startswith("# LI4")
    head, rule, *rows = acu("list", "meridians", "--format", "md").out.splitlines()
    assert head.startswith("| code | name |")
    assert set(rule) == set("| -")
    assert len(rows) > 10


@pytest.mark.parametrize(
    ("command", "choice"),
    [
        (("session", "stress", "--dry-run", "--side", "up"), "'left', 'right', 'both'"),
        (("session", "stress", "--dry-run", "--setting", "moon"), "'desk', 'public'"),
        (("session", "stress", "--dry-run", "--events", "xml"), "jsonl"),
        (("map", "LI4", "--figure", "oil"), "'braille', 'blocks'"),
        (("plan", "headache", "--since", "sunday"), "'today', 'days'"),
        (("find", "headache", "--reach", "far"), "'self', 'tool'"),
        (("list", "conditions", "--grade", "Z"), "'a', 'b'"),
        (("journal", "export", "--as", "pdf"), "'csv', 'json'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_choice_that_does_not_exist_names_those_that_do(acu: Acu, command: tuple[str, ...], choice: str) -> None:
    """Status 2, one sentence with the choices."""
    ran = acu(*command)
    assert (ran.status, ran.out) == (2, "")
    assert choice in ran.err


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {str(path): path.read_bytes() for path in found}


def test_fields_are_given_wherever_there_are_rows_and_refused_elsewhere(acu: Acu) -> None:
    """A table on a terminal, TSV in a pipe; never ignored."""
    assert acu("find", "headache", "--fields", "code,hold_seconds").out.splitlines()[0].split("\t")[0] == "GB20"
    assert acu("show", "LI4", "--fields", "code").out == "LI4\n"
    assert acu("show", "LI4", "--fields", "code", "--format", "md").out.splitlines()[-1] == "| LI4 |"
    assert (
        acu("find", "headache", "--fields", "code", terminal=True, NO_COLOR="1").out.splitlines()[0].strip() == "code"
    )
    for words in (["--json"], ["--format", "codes"], ["--format", "plain"]):
        ran = acu("find", "headache", "--fields", "code", *words)
        assert (ran.status, ran.out if "--json" not in words else "") == (2, "")
        assert "--fields is for rows" in ran.err
    assert acu("completion", "bash", "--fields", "code").status == 2
