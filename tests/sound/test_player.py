"""Players and hooks: programs of the system that are never waited for."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path

import pytest

from acucli.errors import UsageError
from acucli.runner.hooks import Hooks
from acucli.session.machine import begin
from acucli.session.stepped_clock import SteppedClock
from acucli.sound.player import GRACE_SECONDS, ProcessPlayer, Program, WinsoundPlayer, candidates, find_players
from tests.session.plans import make_plan

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs of these tests are shell scripts")


def program(directory: Path, name: str, script: str) -> Path:
    """Write a small program."""
    path = directory / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def variables(directory: Path) -> dict[str, str]:
    """Return variables with that directory first on the path."""
    return {"PATH": f"{directory}:/usr/bin:/bin"}


def wait_until(holds, seconds: float = 5.0) -> None:
    """Wait for something outside."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_player_gets_the_file_and_nothing_else(tmp_path):
    """The file is the last argument; every descriptor is on null."""
    program(tmp_path, "aplay", f'echo "$@" > {tmp_path}/seen; readlink /proc/$$/fd/0 /proc/$$/fd/2 >> {tmp_path}/seen')
    player = ProcessPlayer([Program("aplay", ("-q",))], time.monotonic, variables(tmp_path))
    player.play(Path("/tmp/x.wav"), 0.1)
    wait_until(lambda: not player.busy())
    assert (tmp_path / "seen").read_text().split() == ["-q", "/tmp/x.wav", "/dev/null", "/dev/null"]


def test_player_that_hangs_is_killed_after_its_time(tmp_path):
    """Length and two seconds, then it goes."""
    program(tmp_path, "paplay", f"echo $$ > {tmp_path}/pid; exec sleep 60")
    clock = SteppedClock()
    player = ProcessPlayer([Program("paplay")], lambda: clock.tick().mono, variables(tmp_path))
    player.play(Path("x.wav"), 1.0)
    wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip())
    clock.advance(1.0 + GRACE_SECONDS - 0.1)
    assert player.busy()
    clock.advance(0.2)
    assert not player.busy()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_player_that_fails_gives_way_to_the_next(tmp_path):
    """The first that works is used; when none does, that is known."""
    program(tmp_path, "paplay", "exit 1")
    program(tmp_path, "aplay", "exit 1")
    player = ProcessPlayer([Program("paplay"), Program("aplay")], time.monotonic, variables(tmp_path))
    for name in ("paplay", "aplay"):
        assert player.name == name
        player.play(Path("x.wav"), 0.1)
        wait_until(lambda: not player.busy())
    assert not player.works
    player.play(Path("x.wav"), 0.1)
    assert not player.busy()


def test_new_sound_ends_the_one_before(tmp_path):
    """One at a time."""
    program(tmp_path, "aplay", f"echo $$ >> {tmp_path}/pids; exec sleep 60")
    player = ProcessPlayer([Program("aplay")], time.monotonic, variables(tmp_path))
    for count in (1, 2):
        player.play(Path("x.wav"), 1.0)
        wait_until(lambda count=count: (tmp_path / "pids").exists() and len(_lines(tmp_path / "pids")) == count)
    first, second = _lines(tmp_path / "pids")
    with pytest.raises(ProcessLookupError):
        os.kill(int(first), 0)
    os.kill(int(second), 0)
    player.stop()


def _lines(path: Path) -> list[str]:
    return path.read_text().split()


def test_starting_a_sound_takes_no_time(tmp_path):
    """The session never waits for audio."""
    program(tmp_path, "aplay", "exec sleep 60")
    player = ProcessPlayer([Program("aplay")], time.monotonic, variables(tmp_path))
    began = time.monotonic()
    player.play(Path("x.wav"), 1.0)
    assert time.monotonic() - began < 0.25
    player.stop()


def test_players_of_each_system():
    """The best first; Windows needs no program."""
    assert candidates("linux")[0].name == "pw-play"
    assert candidates("darwin")[0].name == "afplay"
    assert {candidates(platform)[-1].name for platform in ("linux", "darwin", "win32")} == {"ffplay"}
    assert [one.name for one in find_players({"PATH": "/nowhere"}, "win32")] == ["winsound"]
    assert find_players({"PATH": "/nowhere"}, "linux") == ()


def test_windows_plays_through_its_own_module():
    """The sound goes on while the program does, and stops when told."""

    class Winsound:
        SND_FILENAME, SND_ASYNC = 1, 2
        calls: list[tuple[object, int]] = []

        def PlaySound(self, what, flags):
            self.calls.append((what, flags))

    clock = SteppedClock()
    player = WinsoundPlayer(lambda: clock.tick().mono, Winsound())
    player.play(Path("x.wav"), 1.0)
    assert player.busy()
    clock.advance(1.1)
    assert not player.busy()
    player.stop()
    assert Winsound.calls == [("x.wav", 3), (None, 0)]


def run_hook(command: str, directory: Path) -> Hooks:
    """Return a hook that has been told of the start of a session."""
    hooks = Hooks(command, time.monotonic, variables(directory))
    state, events = begin(make_plan())
    hooks.begin(state, events)
    return hooks


def test_hook_gets_the_event_as_json(tmp_path):
    """The event of the journal, on standard input; its kind in a variable; arguments without a shell."""
    program(tmp_path, "note", f'cat > {tmp_path}/seen; echo "$ACU_EVENT $1" > {tmp_path}/kind')
    hooks = run_hook("note 'two words; rm -rf'", tmp_path)
    hooks.close(patient=True)
    assert json.loads((tmp_path / "seen").read_text())["kind"] == "start"
    assert (tmp_path / "kind").read_text().strip() == "start two words; rm -rf"


def test_hook_that_takes_too_long_is_killed(tmp_path):
    """Two seconds, then it goes; meanwhile nobody waits."""
    program(tmp_path, "slow", f"echo $$ > {tmp_path}/pid; exec sleep 60")
    clock = SteppedClock()
    hooks = Hooks("slow", lambda: clock.tick().mono, variables(tmp_path))
    state, events = begin(make_plan())
    began = time.monotonic()
    hooks.begin(state, events)
    assert time.monotonic() - began < 0.25
    wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip())
    assert hooks.until_change(state) == pytest.approx(2.0)
    clock.advance(2.1)
    hooks.tick(state)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
    assert hooks.until_change(state) is None


def test_hook_that_reads_nothing_holds_nothing_up(tmp_path):
    """A large event does not fill a pipe that nobody empties."""
    program(tmp_path, "deaf", "exec sleep 5")
    hooks = Hooks("deaf", time.monotonic, variables(tmp_path))
    plan = make_plan(prepare=("x" * 400_000,))
    state, events = begin(plan)
    began = time.monotonic()
    hooks.begin(state, events)
    hooks.close(patient=False)
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("command", ["", "no-such-program-here", "'unclosed"])
def test_hook_that_cannot_run_is_a_usage_error(command, tmp_path):
    """Told before the session begins, not in its middle."""
    with pytest.raises(UsageError):
        Hooks(command, time.monotonic, variables(tmp_path))
