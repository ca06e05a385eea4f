"""The desktop: kept awake while a session runs, told of its end where that is wanted."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from acucli.host.desktop import awake_command, notice_command
from acucli.model.practice import Event
from acucli.runner.reach import OVER, Reach
from tests.cli.conftest import Acu, acu

__all__ = ["acu"]

STATE: object = None


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Return a folder of programs that write down how they were called; the inhibitor holds until its input ends."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name, rest in (
        ("systemd-inhibit", "cat; echo released"),
        ("notify-send", ""),
        ("caffeinate", ""),
        ("osascript", ""),
    ):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec >> "{tmp_path}/calls"\necho "{name} $*"\n{rest}\n', encoding="utf-8")
        program.chmod(stat.S_IRWXU)
    return folder


def test_each_system_has_its_own_program(programs: Path) -> None:
    """Linux and macOS; elsewhere, and where the program is missing, there is none."""
    here = {"PATH": f"{programs}:/usr/bin:/bin"}
    assert Path(awake_command(here, pid=7, platform="linux")[0]).name == "systemd-inhibit"
    assert awake_command(here, pid=7, platform="darwin")[1:] == ["-d", "-w", "7"]
    assert awake_command(here, pid=7, platform="win32") == []
    assert awake_command({"PATH": "/nowhere"}, pid=7, platform="linux") == []
    assert Path(notice_command(here, "x", platform="linux")[0]).name == "notify-send"
    assert Path(notice_command(here, "x", platform="darwin")[0]).name == "osascript"
    assert notice_command(here, "x", platform="win32") == []


def test_a_session_is_awake_to_its_end_and_says_that_it_is_over(programs: Path, tmp_path: Path) -> None:
    """The lock is let go at the end; the notice names no complaint."""
    reach = Reach({"PATH": f"{programs}:/usr/bin:/bin"}, awake=True, notify=True)
    assert reach.does_something
    reach.begin(STATE, ())  # type: ignore[arg-type]
    reach.moved(STATE, STATE, (Event(kind="end", why="done"),))  # type: ignore[arg-type]
    held = reach._holding
    assert held is not None
    held.stdin.close()  # type: ignore[union-attr]
    held.wait(10)
    reach.close(patient=True)
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert "systemd-inhibit --what=idle" in calls
    assert "released" in calls
    assert OVER == "The session is over."


def test_each_is_off_by_one_setting_and_missing_programs_do_nothing(programs: Path) -> None:
    """And a session runs as without them."""
    assert not Reach({"PATH": str(programs)}, awake=False, notify=False).does_something
    nothing = Reach({"PATH": "/nowhere"}, awake=True, notify=True)
    assert not nothing.does_something
    nothing.begin(STATE, ())  # type: ignore[arg-type]
    nothing.moved(STATE, STATE, (Event(kind="end", why="done"),))  # type: ignore[arg-type]
    nothing.close(patient=False)


def test_the_doctor_lists_them(acu: Acu, programs: Path) -> None:
    """With what is missing for sound, and what is off."""
    with_all = acu("doctor", PATH=f"{programs}:/usr/bin:/bin").out
    assert "kept awake:            systemd-inhibit\n" in with_all
    assert "notify-send, off: acu config set notify yes" in with_all
    without = acu("doctor", PATH="/nowhere").out
    assert "nothing here can (tried systemd-inhibit, caffeinate)" in without
    assert "a voice: espeak-ng" in without
