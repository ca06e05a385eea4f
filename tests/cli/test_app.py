"""The entry point: help, statuses, errors in one form, closed pipes, no traceback."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from acucli import __version__
from acucli.cli import app, lookups
from acucli.cli.app import main
from acucli.cli.group import COMMANDS, run_command
from acucli.errors import STATUS_MEANINGS, ExitStatus
from acucli.host.environment import Environment
from tests.cli.conftest import Acu

ACU = [sys.executable, "-m", "acucli"]


def test_acu_alone_shows_six_lines_the_fastest_thing_first(acu: Acu) -> None:
    """`acu` is six lines, and the first one starts a session at once."""
    ran = acu()
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 6
    assert ran.out.startswith("acu calm ")


def test_version(acu: Acu) -> None:
    """`-V` says which program and which library."""
    assert re.fullmatch(rf"acucli {re.escape(__version__)}, library \d{{4}}\.\d\d \([0-9a-f]{{12}}\)\n", acu("-V").out)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_examples_first(acu: Acu, command: str) -> None:
    """The help of a command shows how it is used before it lists options."""
    said = acu(command, "--help").out
    assert f"acu {command}" in said
    options = said.find("Options:")
    assert 0 < said.find(f"acu {command}", 10) < options


def test_the_statuses_of_the_help_are_the_documented_ones(acu: Acu) -> None:
    """One table: in the code, in the help."""
    said = " ".join(acu("--help").out.split())
    for status in ExitStatus:
        assert int(status) in STATUS_MEANINGS
        assert f"{int(status)} " in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["find", "--nonsense"],
        ["list", "nonsense"],
        ["find", "x", "--format", "xml"],
        ["--format"],
        ["show"],
    ],
)
def test_a_wrong_command_line_is_one_error_one_hint_and_status_2(acu: Acu, arguments: list[str]) -> None:
    """No usage wall, no traceback, nothing on standard output."""
    ran = acu(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    lines = ran.err.strip().splitlines()
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")


def test_an_internal_error_shows_no_traceback(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 70, one sentence, and how to report it."""

    def broken(*_: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(lookups, "find_points", broken)
    ran = acu("find", "headache")
    assert ran.status == 70
    assert "Traceback" not in ran.err
    assert "please report" in ran.err


@pytest.mark.parametrize(
    "words",
    [["find", "headache"], ["find", "xyzzy"], ["find", "chest pain"], ["show", "LI4"], ["show", "nothing"], ["show"]],
)
@pytest.mark.parametrize("format_", ["json", "tsv", "plain"])
def test_the_short_way_and_the_long_way_answer_alike(
    acu: Acu, words: list[str], format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bare words are answered without the command parser, byte for byte as with it."""
    short = acu(*words, "--format", format_)
    monkeypatch.setattr(app, "_run", run_command)
    assert acu(*words, "--format", format_) == short


def test_an_error_is_json_under_json(acu: Acu) -> None:
    """Scripts read the error from standard output, people from standard error."""
    ran = acu("show", "nothing-like-this", "--json")
    assert ran.status == 1
    assert ran.json["error"]["status"] == 1
    assert ran.err.startswith("error: ")


def test_a_closed_pipe_ends_quietly(warm_home: Path) -> None:
    """`acu list points | head -1` says nothing on standard error and ends with 0."""
    environment = {**os.environ, "ACU_HOME": str(warm_home)}
    command = f"{' '.join(ACU)} list points --format jsonl; echo status $? >&2"
    process = subprocess.run(
        ["bash", "-c", f"({command}) | head -c 100 >/dev/null"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert process.stderr.strip() == "status 0"


@pytest.mark.long
def test_a_read_only_home_and_no_home_answer_all_the_same(tmp_path: Path) -> None:
    """A lookup needs no home: the answers are the same, only slower."""
    nowhere = {name: value for name, value in os.environ.items() if name not in {"ACU_HOME", "HOME"}}
    (tmp_path / "file").touch()
    for extra in ({"HOME": str(tmp_path / "file" / "home")}, {"ACU_HOME": "/proc/nothing"}):
        process = subprocess.run(
            [*ACU, "show", "LI4", "--json"], env={**nowhere, **extra}, capture_output=True, text=True, timeout=60
        )
        assert process.returncode == 0, process.stderr
        assert json.loads(process.stdout)["record"]["code"] == "LI4"


def test_output_that_cannot_be_encoded_is_written_out(environment: Environment) -> None:
    """On an ASCII terminal Chinese characters become escapes, never an error."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    narrow = Environment(
        variables=environment.variables,
        paths=environment.paths,
        clock=environment.clock,
        stdout=stream,
        stderr=io.StringIO(),
    )
    assert main(["show", "LI4", "--format", "plain"], narrow) == 0
    stream.flush()
    assert b"\\u" in raw.getvalue()
