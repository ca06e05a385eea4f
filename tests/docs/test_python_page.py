"""The examples of docs/python.md are run as they stand there."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest

import acucli
from tests.conftest import ROOT


def test_every_example_of_the_page_is_true(warm_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As doctest reads them, in a home where nobody has a profile."""
    monkeypatch.setenv("ACU_HOME", str(warm_home))
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert (found.failed, found.attempted > 15) == (0, True)


def test_importing_loads_nothing() -> None:
    """And `dir` tells the names all the same."""
    code = "import sys; import acucli; print(*(name for name in sys.modules if name.startswith('acucli')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.split() == ["acucli"]
    assert dir(acucli.guide) == sorted(acucli.guide.__all__)
    assert {"find", "prepare", "Profile"} <= set(dir(acucli.guide))


def test_the_program_of_somebody_else_runs(warm_home: Path) -> None:
    """The same names from outside; `.ci/run` has mypy read it strictly against the installed wheel."""
    program = [sys.executable, str(ROOT / "tests" / "samples" / "program.py")]
    ran = subprocess.run(program, env={**os.environ, "ACU_HOME": str(warm_home)}, capture_output=True, text=True)
    assert ran.stdout == "['GB20', 'EX-HN5'] [] True Joining Valley no record is called 'xyzzy'\n", ran.stderr
