"""Checks of meaning: one concern per module, each fault with a code and a fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from acucli.library.checks import conditions, points, prose, references, routines, safety
from acucli.library.problems import Problem
from acucli.library.source import Sources

CHECKS: tuple[Callable[[Sources], Iterator[Problem]], ...] = (
    points.check,
    conditions.check,
    references.check,
    routines.check,
    safety.check,
)
"""Checks that look at how records hang together, and so need them all."""


def all_problems(sources: Sources, file: str = "") -> list[Problem]:
    """Return every fault of meaning in the order of the files, or only those of one file among them all."""
    found = [problem for check in CHECKS for problem in check(sources) if not file or problem.file == file]
    found += prose.check(sources.only(file) if file else sources)
    return sorted(found, key=lambda problem: (problem.file, problem.line, problem.code))
