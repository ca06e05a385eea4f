"""What must be true of routines, techniques, areas and breathing (codes T...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.checks.point_checks import PSEUDO_REGIONS
from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.points import Point
from acucli.model.routines import BreathingPattern, Routine, RoutineStep

_ORDER = ("seated", "feet", "lying-on-side", "lying-on-back", "lying-face-down")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the faults of everything that is made of steps."""
    for item in sources.all("routines"):
        yield from _routine(item, sources)
    for item in sources.all("areas"):
        yield from _area(item, sources)
    for item in sources.all("techniques"):
        for index, caution in enumerate(item.record.not_with):
            if caution not in sources.records["cautions"]:
                yield item.problem("T010", f"no caution {caution!r}", "mend the id", "not_with", index)
    for item in sources.all("breathing"):
        for field in ("stand_in", "then"):
            slug = getattr(item.record, field)
            if slug and slug not in sources.records["breathing"]:
                yield item.problem("T005", f"no breathing pattern {slug!r}", "mend the slug", field)
        if _comes_back(item.name, sources.shelf("breathing")):
            reason = f"what follows or stands in for it leads back to {item.name}"
            yield item.problem("T014", reason, "end the chain with count-to-five or off", "then")


def _area(item: Located, sources: Sources) -> Iterator[Problem]:
    regions = set(sources.records["regions"]) - PSEUDO_REGIONS
    if not item.record.regions:
        yield item.problem("T012", "lies in no region", "name at least one region it touches", "regions")
    for index, region in enumerate(item.record.regions):
        if region not in regions:
            reason = f"{region!r} is no place of the body" if region in PSEUDO_REGIONS else f"no region {region!r}"
            yield item.problem("T009", reason, "mend the slug", "regions", index)
    for index, code in enumerate(item.record.points):
        if code not in sources.records["points"]:
            yield item.problem("T001", f"no point {code!r}", "mend the code", "points", index)


def _comes_back(slug: str, patterns: dict[str, BreathingPattern]) -> bool:
    """Tell whether `then` and `stand_in` lead from a pattern back to it: a session would never stop changing."""
    seen: set[str] = set()
    ahead = [slug]
    while ahead:
        pattern = patterns.get(ahead.pop())
        for name in (pattern.then, pattern.stand_in) if pattern is not None else ():
            if name == slug:
                return True
            if name and name not in seen:
                seen.add(name)
                ahead.append(name)
    return False


def _routine(item: Located, sources: Sources) -> Iterator[Problem]:
    routine: Routine = item.record
    pattern: BreathingPattern | None = sources.shelf("breathing").get(routine.breathing)
    if pattern is None:
        reason = f"no breathing pattern {routine.breathing!r}"
        yield item.problem("T005", reason, "see `acu list breathing`", "breathing")
    elif pattern.has_hold:
        reason = "a pattern with breath holds is never a default"
        yield item.problem("T006", reason, "take count-to-five", "breathing")
    places = [_ORDER.index(step.position) for step in routine.steps]
    if places != sorted(places):
        reason = "the positions go back and forth"
        yield item.problem("T004", reason, "all seated points, then feet, then lying", "steps")
    for index, slug in enumerate(routine.for_):
        if slug not in sources.records["conditions"]:
            yield item.problem("T008", f"no condition {slug!r}", "mend the slug", "for", index)
    for index, step in enumerate(routine.steps):
        yield from _step(item, index, step, sources)


def _step(item: Located, index: int, step: RoutineStep, sources: Sources) -> Iterator[Problem]:
    if bool(step.point) == bool(step.area):
        yield item.problem("T002", "a step is one point or one area", "name one", "steps", index)
    if step.technique not in sources.records["techniques"]:
        reason = f"no technique {step.technique!r}"
        yield item.problem("T003", reason, "see `acu list techniques`", "steps", index, "technique")
    if step.area and step.area not in sources.records["areas"]:
        yield item.problem("T001", f"no area {step.area!r}", "see `acu list areas`", "steps", index, "area")
    points: dict[str, Point] = sources.shelf("points")
    for code in step.stand_in:
        if code not in points:
            yield item.problem("T001", f"no point {code!r}", "mend the code", "steps", index, "stand_in")
        elif not points[code].pressable:
            yield item.problem("T007", f"{code} is never pressed", "take another", "steps", index, "stand_in")
    if step.point:
        yield from _point_step(item, index, step, points.get(step.point))


def _point_step(item: Located, index: int, step: RoutineStep, point: Point | None) -> Iterator[Problem]:
    path = ("steps", index, "point")
    if point is None:
        yield item.problem("T001", f"no point {step.point!r}", "mend the code", *path)
        return
    if not point.pressable:
        yield item.problem("T007", f"{step.point} is never pressed", "take another point", *path)
    if step.seconds is not None and step.seconds > point.hold.most_seconds:
        reason = f"{step.seconds} seconds are more than {step.point} allows ({point.hold.most_seconds})"
        yield item.problem("T007", reason, "the point's limit beats the routine", "steps", index, "seconds")
    if point.limit.level == "light" and (step.pressure or 1) > 1:
        reason = f"{step.point} is pressed lightly"
        yield item.problem("T007", reason, "write pressure: 1, or leave it out", "steps", index, "pressure")
    if (point.sides == "midline") != (step.side == "midline"):
        reason = f"{step.point} lies {'on the midline' if point.sides == 'midline' else 'on both sides'}"
        yield item.problem("T011", reason, "mend the side", "steps", index, "side")
