"""Files: private, all or nothing, and refused with the system's own reason."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from acucli.errors import MachineRefused
from acucli.host import files, locks


def mode(path: Path) -> int:
    """Return the permissions of a path."""
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_files_and_directories_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """0600 in 0700."""
    before = os.umask(umask)
    try:
        files.write_private(tmp_path / "state" / "file.json", b"{}")
    finally:
        os.umask(before)
    assert mode(tmp_path / "state" / "file.json") == 0o600
    assert mode(tmp_path / "state") == 0o700


def test_a_file_that_others_could_read_becomes_private(tmp_path: Path) -> None:
    """Replaced, not written into."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    files.write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    """No temporary files, after success or failure."""
    files.write_private(tmp_path / "file", b"one")
    (tmp_path / "directory").mkdir()
    with pytest.raises(MachineRefused):
        files.write_private(tmp_path / "directory", b"two")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["directory", "file"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All or nothing, and the reason is said."""
    path = tmp_path / "file"
    files.write_private(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineRefused, match="no space left"):
        files.write_private(path, b"new")
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["file"]


def test_a_file_in_the_way_of_a_directory_is_a_clear_sentence(tmp_path: Path) -> None:
    """Status 6, the path and why."""
    (tmp_path / "state").write_bytes(b"")
    with pytest.raises(MachineRefused, match="cannot create") as caught:
        files.write_private(tmp_path / "state" / "file", b"")
    assert int(caught.value.status) == 6


def test_a_lock_lets_one_in_at_a_time(tmp_path: Path) -> None:
    """The second waits until the first is done."""
    path = tmp_path / "journal"
    seen: list[str] = []
    inside = threading.Event()
    leave = threading.Event()

    def first() -> None:
        with locks.locked(path):
            inside.set()
            leave.wait(5)
            seen.append("first")

    def second() -> None:
        inside.wait(5)
        with locks.locked(path):
            seen.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    leave.set()
    for thread in threads:
        thread.join(5)
    assert seen == ["first", "second"]


def test_where_no_lock_can_be_made_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    """A lock is a courtesy."""
    done = False
    with locks.locked(tmp_path / "missing" / "journal"):
        done = True
    assert done


def test_a_reason_is_the_systems_own_in_small_letters() -> None:
    """Part of a sentence."""
    assert files.reason(OSError(13, "Permission denied")) == "permission denied"
    assert files.reason(OSError("odd")) == "odd"


def test_where_the_system_refuses_a_lock_the_work_is_done_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives answer "no locks available"."""
    import fcntl

    def refused(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    done = False
    with locks.locked(tmp_path / "journal"):
        done = True
    assert done


def test_an_error_of_the_work_under_a_lock_is_not_swallowed(tmp_path: Path) -> None:
    """Only the lock's own refusal is."""
    with pytest.raises(OSError, match="mine"), locks.locked(tmp_path / "journal"):
        raise OSError("mine")
