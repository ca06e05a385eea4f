"""What must be true of every condition (codes C...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.conditions import Condition
from acucli.text.fold import fold_phrase


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the faults of the conditions."""
    points = sources.shelf("points")
    flags = set(sources.records["red_flags"])
    for item in sources.all("conditions"):
        yield from _points(item, points)
        yield from _links(item, sources)
        condition: Condition = item.record
        for index, flag in enumerate(condition.watch_for):
            if flag not in flags:
                yield item.problem("C004", f"no warning sign {flag!r}", "mend the id", "watch_for", index)
        if not condition.watch_for and not condition.no_watch_for:
            reason = "has no warning signs and no reason for having none"
            yield item.problem("C005", reason, "add `watch_for` or `no_watch_for`", "watch_for")
        for field in ("way_out", "keep_treatment", "frequency"):
            if not getattr(condition, field).strip():
                yield item.problem("C009", f"{field} is empty", "write one sentence", field)
    yield from _phrases(sources)


def _points(item: Located, points: dict[str, object]) -> Iterator[Problem]:
    condition: Condition = item.record
    if condition.offered and not condition.points:
        yield item.problem("C003", "is offered without any point", "add `points`", "points")
    if not condition.offered:
        if condition.points:
            reason = "is information only, and still names points to press"
            yield item.problem("C003", reason, "remove `points`", "points")
        if not condition.session_reason:
            yield item.problem("C003", "says no reason for offering no session", "add it", "session_reason")
    seen: set[str] = set()
    for index, choice in enumerate(condition.points):
        point = points.get(choice.code)
        if point is None:
            yield item.problem("C001", f"no point {choice.code!r}", "mend the code", "points", index)
        elif not point.pressable:  # type: ignore[attr-defined]
            yield item.problem("C002", f"{choice.code} is never pressed", "take another", "points", index)
        if choice.code in seen:
            yield item.problem("C001", f"{choice.code} stands twice", "remove one", "points", index)
        seen.add(choice.code)


def _links(item: Located, sources: Sources) -> Iterator[Problem]:
    condition: Condition = item.record
    known = sources.records["conditions"]
    for field, slugs in (("parent", (condition.parent,)), ("general_of", condition.general_of)):
        for slug in slugs:
            if slug and slug not in known:
                yield item.problem("C006", f"no condition {slug!r}", "mend the slug", field)
    if condition.routine:
        routine = sources.records["routines"].get(condition.routine)
        if routine is None:
            yield item.problem("C007", f"no routine {condition.routine!r}", "mend the slug", "routine")
        elif not condition.offered:
            yield item.problem("C007", "offers a routine, though it is information only", "remove it", "routine")


def _phrases(sources: Sources) -> Iterator[Problem]:
    """No phrase may mean two conditions."""
    means: dict[str, str] = {}
    for item in sources.all("conditions"):
        condition: Condition = item.record
        for index, phrase in enumerate((*condition.also, condition.name)):
            folded = fold_phrase(phrase)
            other = means.setdefault(folded, item.name)
            if other != item.name:
                path = ("also", index) if index < len(condition.also) else ("name",)
                reason = f"{phrase!r} also means {other}"
                yield item.problem("C008", reason, "keep it where it fits best", *path)
