"""What must be true of every point (codes P...)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.points import Point
from acucli.text.counting import counted

LIGHT_MOST_SECONDS = 60
"""A `light` point is held 30 to 60 seconds (the project's own precaution)."""
LEAST_SECONDS = 5
"""No hold is shorter."""
PSEUDO_REGIONS = frozenset({"named", "whole-body"})
"""Words of cautions for places a person names and for everywhere: nothing lies there."""

_NUMBERED = re.compile(r"([A-Z]{2,3})[1-9][0-9]*")
_NAMED = re.compile(r"(EX|EAR)-[A-Z0-9][A-Za-z0-9,]*")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the faults of the points."""
    codes = set(sources.records["points"])
    regions = set(sources.records["regions"]) - PSEUDO_REGIONS
    pressable = {item.name for item in sources.all("points") if item.record.pressable}
    for item in sources.all("points"):
        yield from _code(item, set(sources.records["meridians"]))
        yield from _limit(item)
        yield from _firm(item, sources)
        yield from _reach(item, codes, pressable)
        yield from _words(item)
        for region in item.record.regions - regions:
            reason = f"the library knows no region {region!r}"
            if region in PSEUDO_REGIONS:
                reason = f"{region!r} is no place of the body"
            yield item.problem("P007", reason, "use a slug of `acu list regions`", "press_region")
        stem = item.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        if item.file.startswith("data/points/") and item.record.meridian != stem:
            yield item.problem("P001", f"does not belong into {stem}.yaml", "move it, or mend the code", "code")
    yield from _twins(sources)
    yield from _counts(sources)


def _code(item: Located, meridians: set[str]) -> Iterator[Problem]:
    """Cautions name points by code, so a code has one spelling."""
    found = _NUMBERED.fullmatch(item.name)
    if (found and found[1] in meridians - {"EX", "EAR"}) or _NAMED.fullmatch(item.name):
        return
    reason = f"{item.name!r} is no code: a meridian's letters and a number (LI4), or EX- or EAR- and a name"
    yield item.problem("P014", reason, "give a point of your own a code like EX-Mine", "code")


def _twins(sources: Sources) -> Iterator[Problem]:
    """Yield codes that differ only in capitals; the later record is the one to mend."""
    first: dict[str, str] = {}
    for item in sources.all("points"):
        other = first.setdefault(item.name.upper(), item.name)
        if other != item.name:
            reason = f"{item.name} and {other} differ only in capitals"
            yield item.problem("P015", reason, "give it another code", "code")


def _limit(item: Located) -> Iterator[Problem]:
    point: Point = item.record
    hold = point.hold
    if not LEAST_SECONDS <= hold.least_seconds <= hold.usual_seconds <= hold.most_seconds <= 180:
        reason = f"the hold must be {LEAST_SECONDS} <= least <= usual <= most <= 180 seconds"
        yield item.problem("P002", reason, "put the three in order", "hold")
    if point.limit.level != "none" and not point.limit.reason:
        yield item.problem("P003", "a limit needs its reason", "add `reason:` to the limit", "limit")
    if not point.pressable and point.press is not None:
        reason = "a point marked avoid says how to press it"
        yield item.problem("P004", reason, "remove `press`: it is described, never pressed", "press")
    if point.pressable and point.press is None:
        yield item.problem("P005", "does not say how to press it", "add `press`", "press")
    if point.limit.level == "light":
        if hold.most_seconds > LIGHT_MOST_SECONDS:
            reason = f"a light point is held at most {LIGHT_MOST_SECONDS} seconds"
            yield item.problem("P006", reason, f"lower most_seconds to {LIGHT_MOST_SECONDS}", "hold")
        if point.press is not None and point.press.pressure > 1:
            yield item.problem("P006", "a light point is pressed lightly", "write pressure: 1", "press")
    if not point.pressable and point.both_at_once != "never":
        yield item.problem("P004", "a point marked avoid is never pressed", "write never", "both_at_once")


def _firm(item: Located, sources: Sources) -> Iterator[Problem]:
    """Firm pressure needs a source and a place that one presses oneself, with nothing tender below.

    A limit, which a pack may add, makes it void.
    """
    point: Point = item.record
    known = {*sources.records["sources"], *sources.records["references"]}
    for index, name in enumerate(point.firm):
        if name not in known:
            yield item.problem("P030", f"no reference or source {name!r}", "mend the id", "firm", index)
    usual = point.press is not None and point.press.pressure == 2 and "self" in point.reach
    if point.firm and (point.tissue or (point.limit.level == "none" and not usual)):
        reason = "may not be pressed firmly: it has something tender below it, or is not pressed like others"
        yield item.problem("P030", reason, "remove `firm`", "firm")


def _reach(item: Located, codes: set[str], pressable: set[str]) -> Iterator[Problem]:
    point: Point = item.record
    if point.pressable and "self" not in point.reach:
        if not point.reach_note:
            reason = "is out of your own hands' reach without a word about it"
            yield item.problem("P008", reason, "add `reach_note`", "reach")
        if not point.instead:
            reason = "is out of reach and names nothing to press instead"
            yield item.problem("P008", reason, "add `instead: [CODE]`", "instead")
    for index, code in enumerate(point.instead):
        if code not in codes:
            yield item.problem("P009", f"no point {code!r}", "mend the code", "instead", index)
        elif code not in pressable:
            yield item.problem("P009", f"{code} is never pressed", "name another point", "instead", index)


def _words(item: Located) -> Iterator[Problem]:
    point: Point = item.record
    if point.pressable:
        for field in ("confirm", "position", "feel", "stop_if"):
            if not getattr(point, field):
                yield item.problem("P010", f"the field {field!r} is missing", f"add `{field}`", field)
    if any(word in point.feel.lower() for word in ("tingl", "electric", "numb", "shoot")):
        reason = "names a stop sign as something to feel"
        yield item.problem("P011", reason, "tingling, numb and electric belong into stop_if", "feel")
    if point.sides == "midline" and point.both_at_once == "yes":
        yield item.problem("P012", "a midline point has no second side", "write no", "both_at_once")


def _counts(sources: Sources) -> Iterator[Problem]:
    """A meridian that says how many points it has must have them all in its file."""
    have: dict[str, int] = {}
    for item in sources.all("points"):
        have[item.record.meridian] = have.get(item.record.meridian, 0) + 1
    for item in sources.all("meridians"):
        count = have.get(item.name, 0)
        if item.record.points and item.record.points != count:
            reason = f"says {counted(item.record.points, 'point')}, the library holds {count}"
            yield item.problem("P013", reason, "add the missing points, or mend the number", "points")
