"""Opening: a cache that is missing, damaged or altered makes it slower, never different."""

from __future__ import annotations

from pathlib import Path

import pytest

from acucli.host.environment import Environment
from acucli.library import loader as opening
from acucli.library.compiled import CompiledLibrary
from tests.conftest import ROOT


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
    content = b'{"format":%d,"version":"2026.11","fingerprint":"true","shelves":{},"names":{}}' % opening.FORMAT

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


def test_the_bundled_source_is_beside_the_source_tree() -> None:
    """Or inside the wheel."""
    assert opening.bundled_source() == ROOT / "data"
