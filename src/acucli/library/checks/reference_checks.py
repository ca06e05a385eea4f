"""What evidence may be claimed (codes E...): the rules of grading, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.conditions import Condition
from acucli.model.evidence import Reference

_LADDER = "DCBA"
_BUNDLED = "data/"
_DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the faults of grades and references."""
    references: dict[str, Reference] = sources.shelf("references")
    conditions: dict[str, Condition] = sources.shelf("conditions")
    for item in sources.all("conditions"):
        condition: Condition = item.record
        known = [references[name] for name in condition.references if name in references]
        for index, name in enumerate(condition.references):
            if name not in references:
                yield item.problem("E001", f"no reference {name!r}", "mend the id", "references", index)
        yield from _grade(item, known)
        yield from _family(item, conditions)
    for item in sources.all("references"):
        yield from _reading(item)
    sources_known = set(references) | set(sources.records["sources"])
    for item in (*sources.all("conditions"), *sources.all("routines")):
        for index, name in enumerate(item.record.sources):
            if name not in sources_known:
                yield item.problem("E001", f"no source {name!r}", "mend the id", "sources", index)


def _reading(item: Located) -> Iterator[Problem]:
    """Yield a reference whose last reading has no date, or (in the bundled data) is not told at all."""
    reference: Reference = item.record
    told = bool(reference.checked and reference.how)
    if reference.checked and not _DAY.fullmatch(reference.checked):
        yield item.problem("E020", f"{reference.checked!r} is no day", 'write it as "2026-11-30"', "checked")
    elif not told and item.file.startswith(_BUNDLED):
        reason = "does not say when and how it was last read"
        yield item.problem("E020", reason, "add `checked` and `how`", "checked" if reference.how else "how")


def _grade(item: Located, known: list[Reference]) -> Iterator[Problem]:
    condition: Condition = item.record
    direct = [ref for ref in known if ref.usable_for_claims and not ref.indirect]
    if condition.grade in "BC" and not direct:
        reason = f"grade {condition.grade} needs a reference about pressing that may carry a claim"
        yield item.problem("E002", reason, "lower the grade to D, or name the reference", "grade")
    if condition.grade in "ABC" and not any(set(ref.conditions) & set(condition.topics) for ref in direct):
        reason = f"grade {condition.grade} is above D without an entry of its own"
        fix = "lower the grade to D, or name a reference that shares one of its topics"
        yield item.problem("E009", reason, fix, "grade")
    if condition.grade == "A":
        strong = [ref for ref in direct if ref.certainty in {"moderate", "high"}]
        if len(strong) < 2 or condition.sham != "yes":
            reason = "grade A needs two sham-controlled references of moderate certainty"
            yield item.problem("E003", reason, "lower the grade", "grade")
    if condition.grade == "N" and not known:
        yield item.problem("E004", "grade N shows no negative reference", "name it", "references")
    if condition.entries != len(known):
        reason = f"says {condition.entries} entries and names {len(known)} references"
        yield item.problem("E005", reason, "make the number equal", "entries")
    if not condition.sham_note:
        yield item.problem("E006", "a letter is never shown alone", "add `sham_note`", "sham_note")


def _family(item: Located, conditions: dict[str, Condition]) -> Iterator[Problem]:
    """A general condition has the lowest letter of its children; a child at most its parent's."""
    condition: Condition = item.record
    letters = [conditions[slug].grade for slug in condition.general_of if slug in conditions]
    rungs = [_LADDER.index(letter) for letter in letters if letter != "N"]
    if rungs and condition.grade != "N" and _LADDER.index(condition.grade) > min(rungs):
        reason = f"grade {condition.grade} is above the lowest of its children"
        yield item.problem("E007", reason, f"write {_LADDER[min(rungs)]}", "grade")
    parent = conditions.get(condition.parent)
    if parent is None or condition.topics or condition.grade in "DN":
        return
    most = 0 if parent.grade == "N" else _LADDER.index(parent.grade)
    if _LADDER.index(condition.grade) > most:
        reason = f"has no evidence of its own and stands above its parent's grade {parent.grade}"
        yield item.problem("E008", reason, "write the parent's grade at most", "grade")
