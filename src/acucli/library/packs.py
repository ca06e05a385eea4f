"""Packs: a user's own YAML, checked with the bundled library and laid over it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import msgspec

from acucli.errors import LibraryInvalid
from acucli.library.build import compile_over
from acucli.library.checks import prose_checks as prose
from acucli.library.checks import related_problems
from acucli.library.compiled import CompiledLibrary
from acucli.library.pack_places import smuggled_words, with_inherited
from acucli.library.pack_safety import forbidden_techniques, safety_regressions
from acucli.library.problems import Problem
from acucli.library.source import Located, Sources, read_single_file
from acucli.library.written_records import written_in
from acucli.model.kinds import BY_SHELF

STRICTER = frozenset({"T007", "C002", "P009"})
"""What a point made stricter leaves behind in records of others: they stay good, for the judge leaves the step out or
shortens it when it is pressed."""


def check_pack(given: Sources, pack: Path) -> tuple[list[Problem], dict[str, int]]:
    """Return the problems of a pack laid over the records of a library, and how many records of each shelf it holds.

    Problems it makes in other files are its own, for a library that was built has none. The records that are given
    stay as they are.
    """
    over = read_single_file(pack)
    counts = {shelf: len(records) for shelf, records in over.records.items() if records}
    return _problems_over(given, over, pack.name), counts


def _problems_over(given: Sources, over: Sources, name: str) -> list[Problem]:
    """Return the problems of the records of a pack, by the name of its file, laid over those of a library."""
    base = given.copy()
    problems = [*over.problems, *_overlay(base, over), *smuggled_words(_records(over), given)]
    if not over.problems:
        found = [*related_problems(base), *prose.check(base.only(name))]
        problems += [problem for problem in sorted(found) if problem.file == name or problem.code not in STRICTER]
    return problems


def compile_with_packs(library: CompiledLibrary, packs: list[Path], *, tried: Path | None = None) -> bytes:
    """Return the compiled library with the packs laid over it, in the order of their names.

    `tried` is the one among them that is not in use yet.

    Raises:
        LibraryInvalid: a pack has problems; the hint says which pack in use to take away.
    """
    merged, problems = _Layers(written_in(library)).laid_over(packs)
    if problems:
        hint = _remove_hint(problems, [pack for pack in packs if pack != tried])
        raise LibraryInvalid(problems, what="the library with your packs", hint=hint)
    return compile_over(library, merged)


def compile_around_broken(library: CompiledLibrary, packs: list[Path]) -> bytes:
    """Return the library with those packs that can be used: a broken one costs its own records and nothing else.

    Each that is not used is named in the library's `notes`.
    """
    layers = _Layers(written_in(library))
    merged = layers.laid_over_if_good(packs)
    notes: list[str] = []
    if merged is None:
        merged, notes = _without_broken(layers, packs)
    return compile_over(library, merged, tuple(notes))


def _without_broken(layers: _Layers, packs: list[Path]) -> tuple[Sources, list[str]]:
    """Return the library with the packs that can be used, tried one after another, and a note for each other one."""
    good: list[Path] = []
    merged, notes = layers.base, []
    for pack in packs:
        try:
            tried, problems = layers.laid_over([*good, pack])
        except Exception as error:  # whatever a pack provokes, warning signs and helplines still answer
            notes.append(f"the pack {pack.stem} is not used: {type(error).__name__}: {error}")
            continue
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            ways = f"acu pack check {shlex.quote(str(pack))}  or  acu pack remove {shlex.quote(pack.stem)}"
            notes.append(f"the pack {pack.stem} is not used: {problems[0]}{more}. Then: {ways}")
        else:
            good.append(pack)
            merged = tried
    return merged, notes


class _Layers:
    """Packs over one library; what is found in a pack alone is found once, however many lie over each other."""

    def __init__(self, base: Sources) -> None:
        self.base = base
        self._read: dict[Path, Sources] = {}
        self._alone: dict[Path, list[Problem]] = {}

    def laid_over(self, packs: list[Path]) -> tuple[Sources, list[Problem]]:
        """Return the records with the packs over them, what these inherit, and every problem."""
        problems: list[Problem] = []
        for pack in packs:
            problems += [problem for problem in self._problems_of(pack) if problem not in problems]
        merged = self.base.copy()
        touched: list[Located] = []
        for pack in packs:
            over = self._records_of(pack)
            touched += _records(over)
            problems += [problem for problem in _overlay(merged, over) if problem not in problems]
        problems = problems or [problem for problem in related_problems(merged) if problem.code not in STRICTER]
        if not problems:
            with_inherited(merged, touched, self.base)
        return merged, problems

    def laid_over_if_good(self, packs: list[Path]) -> Sources | None:
        """Return the records with all the packs over them, None where one of them or all together have a problem."""
        try:
            merged, problems = self.laid_over(packs)
        except Exception:  # which pack provokes it, and what it costs, is told one by one
            return None
        return None if problems else merged

    def _problems_of(self, pack: Path) -> list[Problem]:
        if pack not in self._alone:
            self._alone[pack] = _problems_over(self.base, self._records_of(pack), pack.name)
        return self._alone[pack]

    def _records_of(self, pack: Path) -> Sources:
        if pack not in self._read:
            self._read[pack] = read_single_file(pack)
        return self._read[pack]


def _records(sources: Sources) -> list[Located]:
    return [item for shelf in sources.records for item in sources.all(shelf)]


def _remove_hint(problems: Iterable[Problem], in_use: list[Path]) -> str:
    """Return how the packs at fault are taken away; "" when none of those in use is."""
    files = {problem.file for problem in problems}
    at_fault = [pack for pack in in_use if pack.name in files]
    if not at_fault and any("/" in file for file in files):
        at_fault = in_use
    if not at_fault:
        return ""
    commands = " or ".join(f"acu pack remove {shlex.quote(pack.stem)}" for pack in at_fault)
    return f"mend the lines named above, or take the pack away: {commands}"


def _overlay(base: Sources, over: Sources) -> list[Problem]:
    """Lay the pack's records over the base; return what may not be laid over.

    Firm pressure is for bundled points alone: that of a pack is left out.
    """
    problems: list[Problem] = []
    areas: list[tuple[Located | None, Located]] = []
    for shelf, records in over.records.items():
        for name, item in records.items():
            if not BY_SHELF[shelf].in_packs:
                reason = "safety records cannot come from a pack"
                problems.append(item.problem("K001", reason, "propose the change to the project"))
                continue
            if shelf == "points":
                item = item._replace(record=msgspec.structs.replace(item.record, firm=()))
            old = base.records[shelf].get(name)
            problems.extend(safety_regressions(old, item))
            if shelf == "areas":
                areas.append((old, item))
            base.records[shelf][name] = item
    for old, item in areas:
        problems.extend(forbidden_techniques(old, item, base))
    for item in base.all("meridians"):
        if item.record.points:
            _recount(base, item)
    return problems


def _recount(base: Sources, item: Located) -> None:
    """A pack may add extra points: the number of a meridian follows its points."""
    count = sum(1 for point in base.all("points") if point.record.meridian == item.name)
    base.records["meridians"][item.name] = item._replace(record=msgspec.structs.replace(item.record, points=count))
