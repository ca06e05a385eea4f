"""Files that a person names: in place through links, never over another file unasked, never half."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from acucli.errors import MachineRefused, UsageError
from acucli.host.outputs import write_output


def test_a_new_file_is_written_with_the_mode_that_new_files_have(tmp_path: Path) -> None:
    """Or for its owner alone."""
    old = os.umask(0o027)
    try:
        write_output(tmp_path / "a", b"x")
        write_output(tmp_path / "b", b"x", private=True)
    finally:
        os.umask(old)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o640, 0o600]


def test_another_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    """Not through a link either; with force it is replaced, its mode kept, and the link stays."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"mine")
    real.chmod(0o604)
    link.symlink_to(real)
    for path in (real, link):
        with pytest.raises(UsageError, match="is there already") as caught:
            write_output(path, b"new")
        assert "--force" in caught.value.hint
    assert real.read_bytes() == b"mine"
    write_output(link, b"new", force=True)
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o604)


def test_a_link_to_nowhere_makes_the_file_it_names(tmp_path: Path) -> None:
    """The link stays a link."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    write_output(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """It is still a pipe afterwards."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_output(pipe, b"x" * 200_000)
    reader.join()
    assert got == [b"x" * 200_000]
    assert pipe.is_fifo()


def test_a_device_stays_a_device() -> None:
    """`-o /dev/null` writes into it."""
    write_output(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()


def test_a_full_device_is_refused() -> None:
    """With the reason."""
    with pytest.raises(MachineRefused, match="no space left"):
        write_output(Path("/dev/full"), b"x" * 100_000)


@pytest.mark.parametrize("name", ["none/file", "folder"])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    """A folder that is not there, or that is one."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(MachineRefused, match="folder"):
        write_output(tmp_path / name, b"x")


def test_nothing_half_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up in the middle: the old file is as it was, and no other is there."""
    (tmp_path / "a").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineRefused, match="no space left"):
        write_output(tmp_path / "a", b"new", force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"
