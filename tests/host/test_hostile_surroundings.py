"""Whatever the surroundings hold: bounded, refused with a sentence, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from acucli.errors import MachineRefused
from acucli.host.abilities import abilities
from acucli.host.environment import Clock, Environment
from acucli.host.files import is_there, make_private_directory, read_plain
from acucli.host.locks import locked
from acucli.host.paths import Paths
from acucli.host.programs import find_program
from acucli.host.settings import load, save


@pytest.mark.parametrize("said", ["²", "٨٠", "9" * 5000, "-5", "0x50", "", "1e3", "80.5"])
def test_a_width_that_is_none_is_passed_over(said: str) -> None:
    """80 columns, as without it; digits are those of ASCII."""
    variables = {"COLUMNS": said, "LINES": said}
    found = abilities(Environment(variables, Paths.from_variables(variables)))
    assert (found.width, found.height) == (80, 24)


def test_bytes_that_are_no_text_have_a_mark_in_their_place() -> None:
    """A surrogate can be written nowhere; paths keep their bytes."""
    here = Environment({"ACU_FORMAT": "caf\udce9", "LANG": "dé"}, Paths({}))
    assert here.variable("ACU_FORMAT") == "caf\ufffd"
    assert here.variable("LANG") == "dé"


def test_a_width_that_no_screen_has_is_bounded() -> None:
    """A table of a hundred million columns took minutes and gigabytes."""
    variables = {"COLUMNS": "100000000", "LINES": "100000000"}
    found = abilities(Environment(variables, Paths.from_variables(variables)))
    assert (found.width, found.height) == (1000, 1000)


@pytest.mark.parametrize("value", ["[" * 2000, "0x" + "f" * 5000, "9" * 5000, "nan", "inf", "[[1]]", '"\\u0000"'])
def test_a_value_that_nobody_can_count_with_is_named(environment: Environment, value: str) -> None:
    """The default stands, and every command runs."""
    environment.paths.config.mkdir(parents=True)
    environment.paths.settings.write_text(f"hold = {value}\n", encoding="utf-8")
    settings, problems = load(environment)
    assert settings.hold == 0
    assert problems


def test_settings_begin_with_a_mark_or_come_through_a_link(environment: Environment, tmp_path: Path) -> None:
    """A byte order mark is no fault; the file that a link leads to is the one that is written."""
    real = tmp_path / "dotfiles.toml"
    real.write_bytes(b"\xef\xbb\xbf# mine\nhold = 90  # long\n")
    environment.paths.config.mkdir(parents=True)
    environment.paths.settings.symlink_to(real)
    assert load(environment)[0].hold == 90
    save(environment, {"rounds": 2})
    assert environment.paths.settings.is_symlink()
    assert load(environment) == (load(environment)[0], [])
    assert load(environment)[0].rounds == 2
    text = real.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# long" in text


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_folders_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """Also those in the middle of the path."""
    old = os.umask(umask)
    try:
        make_private_directory(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(old)
    for folder in ("a", "a/b", "a/b/c"):
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o700


def test_a_lock_that_is_held_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    """Two seconds at most; here none."""
    path = tmp_path / "journal.jsonl"
    with locked(path), pytest.raises(MachineRefused, match="another program holds"), locked(path, seconds=0.0):
        raise AssertionError("held twice")
    with locked(path, seconds=0.0):
        pass


def test_only_plain_files_of_a_bearable_size_are_read(tmp_path: Path) -> None:
    """The kind and the size are known before a byte is read."""
    plain, pipe = tmp_path / "plain", tmp_path / "pipe"
    plain.write_bytes(b"x" * 10)
    os.mkfifo(pipe)
    assert read_plain(plain, 10) == b"x" * 10
    for path, most in ((plain, 9), (pipe, 10), (tmp_path, 10), (Path("/dev/zero"), 10), (tmp_path / "none", 10)):
        with pytest.raises(OSError, match=r".+"):
            read_plain(path, most)


def test_a_link_to_nowhere_is_something(tmp_path: Path) -> None:
    """Only "no such file" is nothing."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    assert is_there(link)
    assert is_there(link / "profile.toml")
    assert not is_there(tmp_path / "none")
    assert not is_there(tmp_path / "none" / "profile.toml")


def test_no_program_is_taken_from_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dot and an empty part of PATH mean the current folder; a full path means itself."""
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for path in (".", "", ":", f".:{tmp_path / 'none'}", "bin"):
        assert find_program("espeak-ng", {"PATH": path}) == ""
    assert find_program("espeak-ng", {"PATH": f".:{tmp_path}"}) == str(program)


@pytest.mark.parametrize("wall", [-1e12, 1e15, 4.2e10, 36_000_000_000.0])
def test_a_clock_that_is_set_wrong_ends_nothing(wall: float) -> None:
    """Days are named within the years that can be counted with."""
    clock = Clock(wall=lambda: wall)
    assert 1969 <= clock.now().year <= 3000
    assert clock.today()
