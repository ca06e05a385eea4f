"""Checks of meaning: one concern per module, each fault with a code and a fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from acucli.library.checks import condition_checks as conditions
from acucli.library.checks import hand_checks as hands
from acucli.library.checks import lay_words_checks as lay_words
from acucli.library.checks import lexicon_checks as lexicons
from acucli.library.checks import number_checks as numbers
from acucli.library.checks import point_checks as points
from acucli.library.checks import prose_checks as prose
from acucli.library.checks import reference_checks as references
from acucli.library.checks import routine_checks as routines
from acucli.library.checks import safety_checks as safety
from acucli.library.checks import text_checks as texts
from acucli.library.checks import time_checks as times
from acucli.library.problems import Problem
from acucli.library.source import Sources

CHECKS: tuple[Callable[[Sources], Iterator[Problem]], ...] = (
    points.check,
    numbers.check,
    conditions.check,
    times.check,
    references.check,
    routines.check,
    safety.check,
    lay_words.check,
    hands.check,
    lexicons.check,
    texts.check,
)
"""Checks that look at how records hang together, and so need them all."""


def all_problems(sources: Sources) -> list[Problem]:
    """Return every fault of meaning in the order of the files."""
    found = [*related_problems(sources), *prose.check(sources)]
    return sorted(found, key=lambda problem: (problem.file, problem.line, problem.code))


def related_problems(sources: Sources) -> list[Problem]:
    """Return every fault in how records hang together: all but those of their prose, at a fraction of the time."""
    return [problem for check in CHECKS for problem in check(sources)]
