"""Guarding: what a pack may not take away from the bundled records it replaces (codes K...)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from acucli.library.pack_places import moved_places
from acucli.library.problems import Problem
from acucli.library.source import Located, Sources


def safety_regressions(old: Located | None, new: Located) -> list[Problem]:
    """Return where a new record guards less than the one it replaces: a pack adds cautions, it never takes one away."""
    if old is None:
        return []
    if new.shelf in _NEVER_REPLACED:
        reason = f"the {_NEVER_REPLACED[new.shelf]} {new.name} cannot be replaced"
        return [new.problem("K002", reason, "add one of your own under another name")]
    problems = [
        new.problem("K003", f"{field} of {new.name} {what}", "keep what is there, and add to it", field)
        for field, what in _loosened(old.record, new.record, new.shelf)
    ]
    if new.shelf != "points":
        return problems
    problems += [new.problem("K003", f"{field} of {new.name} {what}", "take it out of the record", field)
                 for field, what in moved_places(old, new)]  # fmt: skip
    return [*problems, *_weakened_point(old, new)]


_NEVER_REPLACED = {"cautions": "caution", "lexicons": "language"}
"""Shelves whose bundled records stand as they are: all of a language guards somebody, its denials and signs too."""

_KEPT: dict[str, tuple[str, ...]] = {
    "points": ("tissue", "cautions"),
    "techniques": ("not_with", "not_on"),
    "areas": ("regions", "points"),
    "conditions": ("watch_for",),
}
"""Lists of a bundled record that guard somebody: a pack may make them longer, never shorter."""
_TOGETHER = ("yes", "no", "never")


def _loosened(old: Any, new: Any, shelf: str) -> Iterator[tuple[str, str]]:
    """Yield each field in which the new record guards less than the bundled one, and how."""
    for field in _KEPT.get(shelf, ()):
        lost = [name for name in getattr(old, field) if name not in getattr(new, field)]
        if lost:
            yield field, f"cannot lose {', '.join(lost)}"
    if shelf in {"points", "areas"} and _TOGETHER.index(new.both_at_once) < _TOGETHER.index(old.both_at_once):
        yield "both_at_once", f"is {old.both_at_once} and cannot be loosened"
    if shelf == "areas":
        if new.limb != old.limb:
            yield "limb", f"is {old.limb}: its cautions follow from that"
        if gained := [name for name in new.techniques if name not in old.techniques]:
            yield "techniques", f"cannot gain {', '.join(gained)}: what an area lists may be done there"
    if shelf == "points":
        yield from _pressed_more(old, new)
    if shelf == "breathing":
        yield from _breathes_more(old, new)
    if shelf == "techniques" and old.tool and new.tool != old.tool:
        yield "tool", f"is {old.tool}: its cautions follow from that"
    if shelf == "conditions" and old.session == "information" and new.session == "offered":
        yield "session", "is for information only"


def _pressed_more(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if new.hold.most_seconds > old.hold.most_seconds:
        yield "hold", f"is at most {old.hold.most_seconds} seconds and cannot be longer"
    if old.press is not None and new.press is not None and new.press.pressure > old.press.pressure:
        yield "press", f"has the pressure {old.press.pressure} and cannot gain more"
    if gained := [name for name in new.reach if name not in old.reach]:
        yield "reach", f"cannot gain {', '.join(gained)}"


def _breathes_more(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    for field in ("max_cycles", "max_minutes"):
        most, wished = getattr(old, field), getattr(new, field)
        if most is not None and (wished is None or wished > most):
            yield field, f"is {most:g} and can only shrink"
    if len(_holds(new)) > len(_holds(old)):
        yield "phases", "cannot gain a held breath"
    elif max(_holds(new), default=0) > max(_holds(old), default=0):
        yield "phases", f"holds the breath for {max(_holds(old)):g} seconds and cannot for longer"
    if new.no_holds_ok and not old.no_holds_ok:
        yield "no_holds_ok", "is false and cannot be turned on"
    if old.stand_in and new.stand_in != old.stand_in:
        yield "stand_in", f"is {old.stand_in} and stays so"


def _holds(pattern: Any) -> list[float]:
    return [phase.seconds for phase in pattern.phases if phase.do == "hold"]


def _weakened_point(old: Located, new: Located) -> list[Problem]:
    """Return where a point would lose its limit or lie elsewhere."""
    problems = []
    ranks = ("none", "light", "avoid")
    if ranks.index(new.record.limit.level) < ranks.index(old.record.limit.level):
        reason = f"the limit of {new.name} is {old.record.limit.level} and cannot be lowered"
        problems.append(new.problem("K003", reason, f"write limit: {{level: {old.record.limit.level}}}", "limit"))
    if new.record.regions != old.record.regions:
        reason = f"{new.name} lies in {old.record.press_region}: its cautions follow from that"
        problems.append(new.problem("K003", reason, "keep press_region and limb", "press_region"))
    return problems


def forbidden_techniques(old: Located | None, new: Located, sources: Sources) -> Iterator[Problem]:
    """Yield each technique an area lists although it is never used in one of the regions the pack brings.

    What an area lists beats the technique's own `not_on`: only the bundled areas may say so.
    """
    brought = _regions(new.record, sources) - (_regions(old.record, sources) if old is not None else set())
    for index, slug in enumerate(new.record.techniques):
        technique = sources.records["techniques"].get(slug)
        met = sorted(brought.intersection(technique.record.not_on)) if technique is not None else []
        if met:
            reason = f"{slug} is never used there ({', '.join(met)})"
            yield new.problem("K004", reason, "take the technique out of the list", "techniques", index)


def _regions(area: Any, sources: Sources) -> set[str]:
    """Return every region of an area: its own, its limb's, and those of the points in it."""
    found = {*area.regions} if area.limb == "none" else {*area.regions, area.limb}
    points = sources.records["points"]
    return found.union(*(points[code].record.regions for code in area.points if code in points))
