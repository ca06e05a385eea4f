"""Odd surroundings: no home, no pager, a code page of another time, and Windows by simulation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Acu

_AS_ON_WINDOWS = """
import io, os, pathlib, subprocess, sys, tempfile, types
import platformdirs, rich.console, typer, zoneinfo  # the libraries find out for themselves where they are
gone = {"fcntl", "termios", "tty", "pwd", "resource", "grp"}
for name in gone:
    sys.modules[name] = None
sys.modules["msvcrt"] = types.SimpleNamespace(
    locking=lambda *_: None, LK_NBLCK=2, LK_LOCK=1, LK_UNLCK=0, kbhit=lambda: False, getwch=lambda: ""
)
sys.platform = "win32"
for name in ("uname", "getuid", "geteuid", "fork"):
    delattr(os, name)
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="cp1252", newline="\\r\\n")
from acucli.cli.app import main
status = main(sys.argv[1:])
sys.stdout.flush()
os._exit(status)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "LI4", "--json"],
        ["find", "headache"],
        ["list", "meridians", "--format", "csv"],
        ["journal", "export"],
        ["session", "stress", "--dry-run", "--format", "tsv"],
        ["completion", "powershell"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_windows_by_simulation_gives_utf_8_with_plain_line_ends(arguments: list[str], warm_home: Path) -> None:
    """Without the modules of POSIX, with a legacy code page and its line ends: the bytes are those of Linux."""
    named = {**os.environ, "ACU_HOME": str(warm_home), "PYTHONUTF8": "0", "COLUMNS": "80"}
    there = subprocess.run(
        [sys.executable, "-c", _AS_ON_WINDOWS, *arguments], env=named, capture_output=True, timeout=90
    )
    here = subprocess.run([sys.executable, "-m", "acucli", *arguments], env=named, capture_output=True, timeout=90)
    assert there.returncode == 0, there.stderr.decode()
    assert there.stdout == here.stdout
    assert b"\r" not in there.stdout


def test_without_home_lookups_answer_as_always(shared_cache: Path) -> None:
    """The machine knows the user without it."""
    named = {name: value for name, value in os.environ.items() if name not in {"HOME", "ACU_HOME"}}
    named |= {f"XDG_{kind}_HOME": str(shared_cache) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    ran = subprocess.run(
        [sys.executable, "-m", "acucli", "show", "LI4", "--format", "codes"],
        env=named, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, b"LI4\n"), ran.stderr.decode()


def test_a_user_whom_the_machine_does_not_know_is_told_what_to_set() -> None:
    """Neither HOME nor a name: where a profile would lie nobody can say, so nothing is passed over."""
    named = {name: value for name, value in os.environ.items() if name not in {"HOME", "ACU_HOME", "XDG_CONFIG_HOME"}}
    code = """
import pwd, sys
def unknown(*_):
    raise KeyError("no such user")
pwd.getpwuid = unknown
from acucli.cli.app import main
sys.exit(main(sys.argv[1:]))
"""
    ran = subprocess.run([sys.executable, "-c", code, "show", "LI4"], env=named, capture_output=True, timeout=120)
    assert ran.returncode == 6
    assert b"set ACU_HOME to a folder of yours" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_home_that_is_not_there_is_not_made(acu: Acu, tmp_path: Path) -> None:
    """Not by root either, who could: everything lies below ACU_HOME where that is named."""
    nowhere = tmp_path / "nowhere"
    for command in (("show", "LI4"), ("find", "headache"), ("profile", "set", "--pregnant"), ("journal",), ("doctor",)):
        assert acu(*command, HOME=str(nowhere)).status == 0
    assert not nowhere.exists()
