"""Packs: a user's own YAML, checked with the bundled library and laid over it."""

from __future__ import annotations

from pathlib import Path

from acucli.errors import LibraryInvalid
from acucli.library.build import compile_sources
from acucli.library.checks import all_problems
from acucli.library.problems import Problem
from acucli.library.source import Located, Sources, read_directory, read_single_file

_NOT_IN_PACKS = frozenset({"red_flags", "held_back", "safety_words", "helplines", "questions", "regions"})


def check_pack(source: Path | Sources, pack: Path) -> tuple[list[Problem], dict[str, int]]:
    """Return the problems of a pack laid over a library, and how many records of each shelf it holds.

    The library is given as its directory, or as its records when they are read already; they stay as they are.
    """
    base = source.copy() if isinstance(source, Sources) else read_directory(source)
    over = read_single_file(pack)
    problems = [*over.problems, *_overlay(base, over)]
    if not problems:
        problems = all_problems(base, pack.name)
    counts = {shelf: len(records) for shelf, records in over.records.items() if records}
    return problems, counts


def compile_with_packs(source: Path, packs: list[Path]) -> bytes:
    """Return the compiled library with the packs laid over it, in the order of their names.

    Raises:
        LibraryInvalid: a pack has problems.
    """
    base = read_directory(source)
    problems = list(base.problems)
    for pack in packs:
        over = read_single_file(pack)
        problems.extend([*over.problems, *_overlay(base, over)])
    problems = problems or all_problems(base)
    if problems:
        raise LibraryInvalid(problems, what="the library with your packs")
    return compile_sources(base)


def _overlay(base: Sources, over: Sources) -> list[Problem]:
    """Lay the pack's records over the base; return what may not be laid over."""
    problems: list[Problem] = []
    for shelf, records in over.records.items():
        for name, item in records.items():
            if shelf in _NOT_IN_PACKS:
                reason = "safety records cannot come from a pack"
                problems.append(item.problem("K001", reason, "propose the change to the project"))
                continue
            problems.extend(_weakened(base.records[shelf].get(name), item))
            base.records[shelf][name] = item
    for item in base.all("meridians"):
        _recount(base, item)
    return problems


def _weakened(old: Located | None, new: Located) -> list[Problem]:
    """A pack may add limits and cautions, never take one away."""
    if old is None or new.shelf not in {"points", "cautions"}:
        return []
    if new.shelf == "cautions":
        reason = f"the caution {new.name} cannot be replaced"
        return [new.problem("K002", reason, "add one of your own under another id", "id")]
    problems = []
    ranks = ("none", "light", "avoid")
    if ranks.index(new.record.limit.level) < ranks.index(old.record.limit.level):
        reason = f"the limit of {new.name} is {old.record.limit.level} and cannot be lowered"
        problems.append(
            new.problem("K003", reason, f"write limit: {{level: {old.record.limit.level}}}", "limit")
        )
    if new.record.regions != old.record.regions:
        reason = f"{new.name} lies in {old.record.press_region}: its cautions follow from that"
        problems.append(new.problem("K003", reason, "keep press_region and limb", "press_region"))
    return problems


def _recount(base: Sources, item: Located) -> None:
    """A pack may add extra points: the number of a meridian follows its points."""
    import msgspec

    count = sum(1 for point in base.all("points") if point.record.meridian == item.name)
    base.records["meridians"][item.name] = item._replace(
        record=msgspec.structs.replace(item.record, points=count)
    )
