"""The environment: variables, clock, streams and paths of one run; asking creates nothing."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest

from acucli.host.environment import Clock, Environment
from acucli.host.paths import Paths
from tests.conftest import NOON, FakeClock


def environment(**variables: str) -> Environment:
    """Return an environment of variables alone."""
    return Environment(variables=variables, paths=Paths.from_variables(variables))


@pytest.mark.parametrize(
    ("value", "flag"),
    [("1", True), ("yes", True), ("anything", True), ("0", False), ("no", False), ("OFF", False), ("false", False),
     ("", False), (" ", False)],
)  # fmt: skip
def test_a_variable_switches_on_unless_it_says_no(value: str, flag: bool) -> None:
    """0, no, off, false and nothing are no."""
    assert environment(ACU_PLAIN=value).flag("ACU_PLAIN") is flag


def test_a_missing_variable_is_empty() -> None:
    """And no flag."""
    assert environment().variable("ACU_X") == ""
    assert not environment().flag("ACU_X")


def test_streams_that_are_no_terminal_or_closed_or_missing_are_none() -> None:
    """Nobody can answer there, and asking does not fail."""
    closed = io.StringIO()
    closed.close()
    for stream in (None, io.StringIO(), closed):
        here = Environment(variables={}, paths=Paths({}), stdin=stream, stdout=stream)
        assert not here.stdin_is_terminal
        assert not here.stdout_is_terminal


@pytest.mark.parametrize(
    ("home", "path", "shown"),
    [("/home/a", "/home/a/x", "~/x"), ("/home/a/", "/home/a/x", "~/x"), ("/home/a", "/home/ab/x", "/home/ab/x"),
     ("", "/home/a/x", "/home/a/x")],
)  # fmt: skip
def test_paths_are_shown_as_people_write_them(home: str, path: str, shown: str) -> None:
    """The home directory as ~, and only it."""
    assert environment(HOME=home).home_for(Path(path)) == shown


def test_acu_home_holds_all_four_directories(tmp_path: Path) -> None:
    """And asking for them creates none."""
    paths = Paths.from_variables({"ACU_HOME": str(tmp_path / "acu")})
    assert paths.profile == tmp_path / "acu" / "config" / "profile.toml"
    assert paths.settings.parent == paths.config
    assert paths.packs == tmp_path / "acu" / "data" / "packs"
    assert paths.journal == tmp_path / "acu" / "state" / "journal.jsonl"
    assert paths.cache == tmp_path / "acu" / "cache"
    assert not (tmp_path / "acu").exists()


def test_without_acu_home_the_systems_directories_are_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Config, data, state and cache apart, each named acucli."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    paths = Paths.from_variables({})
    found = {paths.config, paths.data, paths.state, paths.cache}
    assert len(found) == 4
    assert all("acucli" in str(path) for path in found)


def test_the_day_is_the_local_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noon in London is the next day in Auckland, and `now` carries its zone."""
    clock = FakeClock(NOON)
    try:
        for zone, day in (
            ("UTC", "2026-11-20"),
            ("Pacific/Auckland", "2026-11-21"),
            ("Pacific/Honolulu", "2026-11-20"),
        ):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert clock.today() == day
            assert clock.now().timestamp() == NOON
            assert clock.now().tzinfo is not None
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_the_real_clock_counts_forward() -> None:
    """Two readings of the monotonic clock."""
    clock = Clock()
    assert clock.mono() <= clock.mono()
    assert abs(clock.wall() - time.time()) < 5


def test_the_real_environment_is_the_process_one() -> None:
    """Its variables and streams."""
    here = Environment.real()
    assert here.variables is os.environ
    assert here.stdout is not None
