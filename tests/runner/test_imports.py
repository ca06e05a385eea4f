"""What a session loads: nothing heavy before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"rich", "subprocess", "tempfile", "typer", "yaml", "wave", "tzlocal", "threading", "asyncio"}


@pytest.mark.parametrize(
    "module",
    [
        "runner.run",
        "runner.views",
        "session.machine",
        "runner.plain_lines",
        "runner.screen",
        "sound.audio",
        "sound.cue_setup",
    ],
)
def test_module_loads_nothing_heavy(module):
    """Rich comes with the first frame, programs with the first sound; a plain session needs neither."""
    allowed = {"wave"} if module in {"sound.audio", "sound.cue_setup"} else set()
    code = f"import acucli.{module}, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    bare = subprocess.run(
        [sys.executable, "-c", "import msgspec, sys; print(*sys.modules)"], capture_output=True, text=True
    )
    assert not (set(loaded) & HEAVY) - allowed - set(bare.stdout.split())


def test_what_runs_programs_is_loaded_only_where_a_hook_is_wanted() -> None:
    """A session without a hook of the person's does not pay for one."""
    code = "import acucli.cli.sessions.running, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(loaded) & {"acucli.runner.hooks", "subprocess"}
