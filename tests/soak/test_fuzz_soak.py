"""The fuzz for a minute in a process of its own, its memory bounded: run with ACU_SOAK=1.

The whole recipe, by hand: `python -m tests.fuzz --seed S --count 20000` for seeds 1 to 10, from the root of the
repository: 200,000 cases, 5,400 of them whole command lines, each in a process of its own; about 15 minutes of work. A
case that fails is printed with its seed and number, and `--seed S --only N` does it again. With `pip install atheris`,
led by coverage: `tests/soak/guided.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not os.environ.get("ACU_SOAK"), reason="long: set ACU_SOAK=1"),
]

ROOT = Path(__file__).resolve().parents[2]
SEED = os.environ.get("ACU_SOAK_SEED", "20261130")


def test_a_minute_of_chance(tmp_path: Path) -> None:
    """No exception, no status 70, no hang, and not more than 200 MB."""
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "60", "--seed", SEED]
    environment = {**os.environ, "PYTHONPATH": path}
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=300)
    assert ran.returncode == 0, ran.stdout[-5000:] + ran.stderr[-2000:]
