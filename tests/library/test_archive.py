"""The packed source of a wheel: what the folder says, the archive says too."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from acucli.errors import LibraryInvalid
from acucli.host.environment import Environment
from acucli.library import loader as opening
from acucli.library.archive import ARCHIVE, packed
from acucli.library.build import checked_directory
from acucli.library.source import Sources, read_directory
from tests.conftest import DATA

pytestmark = pytest.mark.long


def files_of(folder: Path) -> list[Path]:
    """Return every plain file below a folder."""
    return [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".tsv"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the bundled source as a wheel holds it."""
    path = tmp_path_factory.mktemp("wheel") / ARCHIVE
    path.write_bytes(packed(DATA, files_of(DATA)))
    return path


def test_every_record_of_the_archive_is_that_of_the_folder(archive: Path, bundled: Sources) -> None:
    """With its file and its lines, so that a problem is named at the same place."""
    assert checked_directory(archive).records == bundled.records


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    """Whatever their times and the order in which they are named: a wheel can be built again."""
    for name in ("one", "two"):
        shutil.copytree(DATA / "points", tmp_path / name)
    (tmp_path / "two" / "LI.yaml").touch()
    first, second = (packed(tmp_path / name, files_of(tmp_path / name)) for name in ("one", "two"))
    reversed_ = packed(tmp_path / "one", reversed(files_of(tmp_path / "one")))
    assert first == second == reversed_


def test_a_file_deeper_than_the_pattern_is_no_record(tmp_path: Path) -> None:
    """As with a folder, where `meridians.yaml` is the one at the top."""
    deeper = tmp_path / "more" / "meridians.yaml"
    deeper.parent.mkdir()
    deeper.write_text("- nonsense\n", encoding="utf-8")
    path = tmp_path / ARCHIVE
    path.write_bytes(packed(tmp_path, [deeper]))
    assert read_directory(path) == read_directory(tmp_path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:40],
        lambda content: content[:-40],
        lambda content: content[: len(content) // 2] + b"\x00\x01\x02" + content[len(content) // 2 + 3 :],
    ],
    ids=["empty", "cut to its head", "cut at its end", "altered"],
)
def test_a_damaged_archive_is_a_problem_and_no_crash(
    archive: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    """It says that it cannot be read, and what to do."""
    path = tmp_path / ARCHIVE
    path.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(LibraryInvalid) as caught:
        checked_directory(path)
    [problem] = caught.value.problems
    assert (problem.code, problem.file, problem.fix) == ("Y001", ARCHIVE, "install acucli again")


def test_beside_an_archive_lie_the_files_that_lookups_read(
    environment: Environment, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged installed library answers from the archive, with the word list beside it."""
    (archive.parent / "words").mkdir(exist_ok=True)
    shutil.copy(DATA / "words" / "en.txt", archive.parent / "words")
    shipped = archive.parent / "library.json"
    shipped.write_bytes(b"{}")
    monkeypatch.setattr(opening, "_SHIPPED", str(shipped))
    monkeypatch.setattr(opening, "_PACKED_SOURCE", str(archive))
    library = opening.open_library(environment)
    assert "LI4" in library.points
    assert library.red_flags
    assert b"\nheadache*\n" in library.words
    assert "the installed library cannot be used" in library.notes[0]
    assert opening.bundled_source() == archive


def test_the_loader_names_the_archive_as_it_is_written() -> None:
    """It does not load the archive's module at every start, so it has the name for itself."""
    assert Path(opening._PACKED_SOURCE).name == ARCHIVE
