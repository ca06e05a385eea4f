"""The short fuzz: every reader and some command lines, always the same cases; the long one is in tests/soak."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.long
def test_no_damaged_file_and_no_command_line_raises(tmp_path: Path) -> None:
    """Nothing but our own errors, no status 70, nothing that hangs; a process of its own, so that its memory tells."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    command = [sys.executable, "-m", "tests.fuzz", "--seed", "20261130", "--count", "60"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
