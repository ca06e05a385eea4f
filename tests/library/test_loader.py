"""Opening: a cache that is missing, damaged or altered makes it slower, never different."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from acucli.errors import LibraryInvalid
from acucli.host.environment import Environment
from acucli.library import loader as opening
from acucli.library.compiled import CompiledLibrary, Contents, compiled
from acucli.library.rescue import RESCUE, opened_rescue
from acucli.library.rescue import rescue as make_rescue
from acucli.library.source import Sources
from acucli.text.word_list import is_everyday


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return an empty source directory: what is compiled comes from `compiles`."""
    path = tmp_path / "source"
    path.mkdir()
    return path


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Compile to a library of no records, and count how often."""
    times: list[int] = []
    content = compiled("2026.11", "true", (), Contents({}, {}, {}))

    def compile_(*_: object) -> bytes:
        times.append(1)
        return content

    monkeypatch.setattr(opening, "_compile", compile_)
    return times


def open_here(environment: Environment, source: Path) -> CompiledLibrary:
    """Open the library of this source."""
    return opening.open_library(environment, data=source)


def cached(environment: Environment) -> list[Path]:
    """Return the files of the cache."""
    return sorted(environment.paths.cache.glob("library-*.json"))


def test_a_second_opening_reads_the_cache(environment: Environment, source: Path, compiles: list[int]) -> None:
    """Compiled once, kept once."""
    assert open_here(environment, source).fingerprint == open_here(environment, source).fingerprint == "true"
    assert len(compiles) == len(cached(environment)) == 1


@pytest.mark.parametrize(
    "damage",
    [lambda text: text.replace(b"true", b"lies"), lambda text: text[:-9], lambda text: b"", lambda text: b"{}"],
    ids=["altered", "cut", "empty", "another"],
)
def test_a_damaged_cache_is_not_served(
    environment: Environment, source: Path, compiles: list[int], damage: object
) -> None:
    """Also one that still parses: an altered point would be an answer of nobody."""
    open_here(environment, source)
    [path] = cached(environment)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert open_here(environment, source).fingerprint == "true"
    assert len(compiles) == 2
    assert b"true" in path.read_bytes()
    open_here(environment, source)
    assert len(compiles) == 2
    assert len(cached(environment)) == 1


def test_a_dangling_link_in_the_source_does_no_harm(
    environment: Environment, source: Path, compiles: list[int]
) -> None:
    """An editor's lock file is a link to nowhere."""
    (source / ".#meridians.yaml").symlink_to(source / "nowhere")
    assert open_here(environment, source).fingerprint == "true"
    (source / "more.yaml").write_text("", encoding="utf-8")
    open_here(environment, source)
    assert len(compiles) == 2


def test_a_broken_pack_costs_its_own_records_and_nothing_else(environment: Environment) -> None:
    """It is named once; the good one beside it and everything bundled answer."""
    folder = environment.paths.packs
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("routines:\n  - slug: [\n", encoding="utf-8")
    (folder / "empty.yaml").write_text("points:\n", encoding="utf-8")
    (folder / "good.yaml").write_text(
        "routines:\n  - {slug: mine, name: Mine, for: [stress], level: gentle, target_minutes: 2, "
        "positions: [seated], steps: [{point: LI10, side: both, seconds: 40}]}\n",
        encoding="utf-8",
    )
    for _ in range(2):  # compiled, then from the cache
        library = opening.open_library(environment)
        assert "mine" in library.routines
        assert library.red_flags
        assert library.helplines
        assert [note.split(" is not used")[0] for note in library.notes] == ["the pack broken", "the pack empty"]


@pytest.mark.parametrize(
    "pack",
    ["points:\n- code: " + "9" * 400_000, "x" * 400_000 + ": 1", "routines:\n- " + "y" * 400_000 + ": 1"],
    ids=["name", "shelf", "field"],
)
def test_a_note_about_a_pack_is_short_whatever_stands_in_it(environment: Environment, pack: str) -> None:
    """It comes with every command: what the pack holds is told in part."""
    environment.paths.packs.mkdir(parents=True)
    (environment.paths.packs / "long.yaml").write_text(pack)
    (note,) = opening.open_library(environment).notes
    assert "the pack long is not used" in note
    assert len(note) < 2000


def test_what_is_no_pack_is_passed_over_and_named(environment: Environment) -> None:
    """Hidden files, folders, dead links and pipes in the folder of packs."""
    folder = environment.paths.packs
    (folder / "folder.yaml").mkdir(parents=True)
    (folder / ".hidden.yaml").write_text("x", encoding="utf-8")
    (folder / "link.yaml").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.yaml")
    packs, notes = opening.pack_files(environment)
    assert packs == []
    assert len(notes) == 4
    assert all("is no pack and is passed over" in note for note in notes)


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: CompiledLibrary) -> Path:
    """Return an installed library, as a wheel has it."""
    path = tmp_path / "library.json"
    path.write_bytes(library.sealed())
    monkeypatch.setattr(opening, "_SHIPPED", path)
    return path


@pytest.fixture(scope="session")
def rescue_content(bundled: Sources) -> bytes:
    """Return the rescue, as a wheel has it."""
    return make_rescue(bundled)


@pytest.fixture
def rescue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rescue_content: bytes) -> Path:
    """Return the rescue beside an installed library."""
    path = tmp_path / RESCUE
    path.write_bytes(rescue_content)
    monkeypatch.setattr(opening, "_RESCUE", path)
    return path


def test_an_altered_installed_library_is_not_served(environment: Environment, shipped: Path, rescue: Path) -> None:
    """One point of a caution changed: the rescue answers in its place, and it is said."""
    content = shipped.read_bytes()
    assert opening.open_library(environment).notes == ()
    at = content.index(b'"LI4"', content.index(b'"pregnancy-points"'))
    shipped.write_bytes(content[:at] + b'"LI5"' + content[at + 5 :])
    library = opening.open_library(environment)
    assert "LI4" in library.cautions["pregnancy-points"].points
    assert "the installed library cannot be used" in library.notes[0]


def test_the_rescue_holds_every_sign_and_number(rescue: Path, library: CompiledLibrary) -> None:
    """As the library has them; of the languages what tells them apart, and what is said in danger."""
    opened = opened_rescue(rescue)
    for shelf in ("red_flags", "held_back", "helplines", "questions", "breathing"):
        assert dict(opened.shelf(shelf)) == dict(library.shelf(shelf))
    assert opened.safety_words == library.safety_words
    assert [item.crisis for item in opened.lexicons.values()] == [item.crisis for item in library.lexicons.values()]


def test_a_session_goes_on_with_the_library_it_began_with(
    environment: Environment, shipped: Path, library: CompiledLibrary
) -> None:
    """An update puts another file in its place meanwhile."""
    begun = opening.open_library(environment)
    another = shipped.with_name("another")
    another.write_bytes(b"{}")
    another.replace(shipped)
    assert begun.points["LI4"] == library.points["LI4"]
    assert begun.sealed() == library.sealed()


def test_the_file_of_a_library_that_nobody_holds_is_closed(shipped: Path) -> None:
    """However often one process opens it."""
    opened = opening.opened(shipped)
    there = set(os.listdir("/proc/self/fd"))
    del opened
    gc.collect()
    assert len(there - set(os.listdir("/proc/self/fd"))) == 1


def test_the_loader_names_the_rescue_as_it_is_written() -> None:
    """It loads the module of the rescue only where it needs it, so it has the name for itself."""
    assert Path(opening._RESCUE).name == RESCUE


@pytest.mark.parametrize("damage", [b"", b"{}", b"cut", b"altered"])
def test_a_damaged_rescue_is_no_crash(rescue: Path, damage: bytes) -> None:
    """Empty, another file, cut or altered: it says that it cannot be used."""
    content = rescue.read_bytes()
    middle = len(content) // 2
    damaged = {b"cut": content[:middle], b"altered": content[:middle] + b"\0\1\2" + content[middle + 3 :]}
    rescue.write_bytes(damaged.get(damage, damage))
    with pytest.raises(ValueError):
        opened_rescue(rescue)


def test_where_neither_library_nor_rescue_can_be_used_the_number_is_named(
    environment: Environment, shipped: Path, rescue: Path
) -> None:
    """Nothing is left to look in, but one thing can still be said."""
    shipped.write_bytes(b"{}")
    rescue.write_bytes(b"{}")
    with pytest.raises(LibraryInvalid) as caught:
        opening.open_library(environment)
    assert "call your emergency number" in caught.value.hint


def test_packs_wait_for_a_good_library(environment: Environment, shipped: Path, rescue: Path) -> None:
    """What a pack says is checked against points that the rescue has not."""
    shipped.write_bytes(b"{}")
    environment.paths.packs.mkdir(parents=True)
    (environment.paths.packs / "mine.yaml").write_text("x", encoding="utf-8")
    library = opening.open_library(environment)
    assert library.red_flags
    assert "no pack is used" in library.notes[1]


def test_the_word_list_is_read_when_it_is_needed(environment: Environment, tmp_path: Path) -> None:
    """A missing one is empty, and the bundled one lies beside the source."""
    assert is_everyday("headache", opening.open_library(environment).words)
    assert opening._file_in(tmp_path, "words") == b""
