"""Fixtures of every test: a temporary home, fixed width, no colour, a fake clock, and the bundled library."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from acucli.errors import LibraryInvalid
from acucli.host.environment import Clock, Environment
from acucli.host.paths import Paths
from acucli.library.build import checked_directory
from acucli.library.compiled import CompiledLibrary
from acucli.library.loader import open_library
from acucli.library.source import Sources
from acucli.model.lexicon import Lexicon

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"

_MUST_NOT_SKIP = bool(os.environ.get("ACU_CI"))
"""Where every tool is installed on purpose, a test that skips has missed something."""

NOON = 1_795_176_000.0
"""2026-11-20 12:00 UTC."""


class FakeClock(Clock):
    """A clock that stands still until it is moved."""

    def __init__(self, wall: float = NOON) -> None:
        self.seconds = 0.0
        self.start = wall
        super().__init__(mono=lambda: self.seconds, wall=lambda: self.start + self.seconds)

    def forward(self, seconds: float) -> None:
        """Move both clocks."""
        self.seconds += seconds


@pytest.fixture(autouse=True)
def _clean_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of the machine reaches a test, and no test reaches the machine's home."""
    for name in list(os.environ):
        if name.startswith("ACU_") and name != "ACU_SOAK":
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ACU_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands at 2026-11-20 12:00 UTC."""
    return FakeClock()


@pytest.fixture
def environment(tmp_path: Path, clock: FakeClock) -> Environment:
    """Return an environment with a temporary home, 80 columns, no terminal and a clock that stands still."""
    variables = {"ACU_HOME": str(tmp_path / "home"), "COLUMNS": "80", "HOME": str(tmp_path), "TERM": "xterm"}
    return Environment(
        variables=variables,
        paths=Paths.from_variables(variables),
        clock=clock,
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
    )


@pytest.fixture(scope="session")
def shared_cache(pytestconfig: pytest.Config) -> Path:
    """Return a cache directory that tests share, also from run to run: the library is compiled once.

    It is served by the hash of everything it is made of, as the cache of a user is.
    """
    cache = pytestconfig.cache.mkdir("acucli") / "cache"
    cache.mkdir(exist_ok=True)
    return cache


@pytest.fixture
def warm_home(tmp_path: Path, shared_cache: Path, library: CompiledLibrary) -> Path:
    """Return the home that `ACU_HOME` names, empty but for a cache that holds the library: for real processes."""
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "cache").symlink_to(shared_cache, target_is_directory=True)
    return home


@pytest.fixture(scope="session")
def whole_library(shared_cache: Path) -> CompiledLibrary:
    """Return the bundled library, compiled once for each worker."""
    home = shared_cache.parent
    variables = {"ACU_HOME": str(home)}
    try:
        return open_library(Environment(variables=variables, paths=Paths.from_variables(variables)))
    except LibraryInvalid as error:
        pytest.fail(error.sentence, pytrace=False)


@pytest.fixture(scope="session")
def library(whole_library: CompiledLibrary) -> CompiledLibrary:
    """Return the bundled library; rooms that try small samples have a `library` of their own."""
    return whole_library


@pytest.fixture(scope="session")
def bundled() -> Sources:
    """Return the bundled records with their files and lines, read and checked once for each worker: it takes seconds.

    Whoever changes them works on a copy.
    """
    return checked_directory(DATA)


Lexicons = Mapping[str, Lexicon]


@pytest.fixture(scope="session")
def lexicons(bundled: Sources) -> Lexicons:
    """Return the bundled languages in full; the compiled library keeps of them what is said."""
    return bundled.shelf("lexicons")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where the tools are installed on purpose (`ACU_CI`), a test that misses one fails instead of skipping."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if _MUST_NOT_SKIP and report.skipped and "ACU_SOAK" not in str(report.longrepr):
        report.outcome = "failed"
