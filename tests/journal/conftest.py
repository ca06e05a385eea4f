"""Fixtures of the journal tests: a home of its own, a clock that is set by hand."""

from __future__ import annotations

import pytest

from acucli.host.environment import Clock, Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from tests.journal.factories import START


class Now:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.seconds = START.timestamp()

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def environment(tmp_path, now):
    variables = {"ACU_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    clock = Clock(mono=lambda: now.seconds, wall=now)
    return Environment(variables=variables, paths=Paths.from_variables(variables), clock=clock)


@pytest.fixture
def journal(environment):
    return Journal(environment)
