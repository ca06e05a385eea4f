"""What the build works out so that nobody has to type it: cautions of points, openness of routines, indexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from acucli.model.conditions import Condition
from acucli.model.evidence import Claim
from acucli.model.points import Meridian, Point
from acucli.model.record import PRESSURE_WORDS
from acucli.model.routines import Area, Routine, RoutineStep
from acucli.model.safety import Caution, Question
from acucli.text.fold import fold_code, fold_name
from acucli.text.korean import romanised
from acucli.text.wade_giles import wade_giles

_PRESSURE = {word: level for level, word in PRESSURE_WORDS.items()}
_SPAN = re.compile(r"(\d+)\s+(day|week|month)s?\b")
_NEXT = re.compile(r"\bnext (?:session|time)\b")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_RESTING_SECONDS = 20
"""A light touch this short is no more than a resting hand: an illness of the region does not close a routine for it."""


def with_counts(meridians: Mapping[str, Meridian], points: Iterable[Point]) -> dict[str, Meridian]:
    """Return the meridians; one that leaves out how many points it has gets their number, the first and the last."""
    codes: dict[str, list[str]] = {}
    for point in points:
        codes.setdefault(point.meridian, []).append(point.code)
    return {name: item if item.points else _counted(item, codes.get(name, [])) for name, item in meridians.items()}


def _counted(meridian: Meridian, codes: list[str]) -> Meridian:
    first, last = (codes[0], codes[-1]) if codes else ("", "")
    return msgspec.structs.replace(meridian, points=len(codes), first=first, last=last)


def with_tissue(cautions: Mapping[str, Caution], points: Iterable[Point]) -> dict[str, Caution]:
    """Return the cautions, each with the points of its `tissue` among its own, but for those limited already.

    Limited already: named by another caution for everybody that lowers the pressure or leaves them out.
    """
    known = tuple(points)
    return {name: _with_tissue(rule, known, cautions.values()) for name, rule in cautions.items()}


def _with_tissue(rule: Caution, points: Iterable[Point], cautions: Iterable[Caution]) -> Caution:
    if not rule.tissue:
        return rule
    others = [item for item in cautions if item.for_everyone and item.id != rule.id]
    limited = {code for item in others if item.max_pressure or item.action == "block" for code in item.points}
    found = (point.code for point in points if point.code not in limited and _lies_over(point, rule))
    return msgspec.structs.replace(rule, points=tuple(dict.fromkeys((*rule.points, *found))))


def _lies_over(point: Point, rule: Caution) -> bool:
    return not set(point.tissue).isdisjoint(rule.tissue)


def with_cautions(points: Iterable[Point], cautions: Iterable[Caution]) -> dict[str, Point]:
    """Return the points by code, each with the ids of every caution that touches its code, region or limb."""
    rules = list(cautions)
    return {point.code: msgspec.structs.replace(point, cautions=_cautions_of(point, rules)) for point in points}


def _cautions_of(point: Point, rules: list[Caution]) -> tuple[str, ...]:
    regions = point.regions
    found = [rule.id for rule in rules if point.code in rule.points or regions.intersection(rule.regions)]
    return tuple(dict.fromkeys((*point.cautions, *found)))


def with_claims(conditions: Iterable[Condition], claims: Iterable[Claim]) -> dict[str, Condition]:
    """Return the conditions by slug, each with the ids of the claims that are about it."""
    about: dict[str, list[str]] = {}
    for claim in claims:
        for slug in claim.conditions:
            about.setdefault(slug, []).append(claim.slug)
    return {
        condition.slug: msgspec.structs.replace(condition, claims=tuple(about.get(condition.slug, ())))
        for condition in conditions
    }


class Span(NamedTuple):
    """A time after which an answer is asked again: its days, and how it is said."""

    days: float
    words: str


def span_of(words: str) -> Span | None:
    """Return the time in words such as "90 days", "healed; ask again after 3 weeks" or "ask again next time".

    None where they name none.
    """
    if words.startswith("never"):
        return Span(float("inf"), words)
    if _NEXT.search(words):
        return Span(0, "next session")
    found = _SPAN.search(words)
    if found is None:
        return None
    unit = found[2] if int(found[1]) == 1 else f"{found[2]}s"
    return Span(int(found[1]) * _UNIT_DAYS[found[2]], f"{int(found[1])} {unit}")


def with_expiry(questions: Mapping[str, Question], cautions: Iterable[Caution]) -> dict[str, Question]:
    """Return the questions, each asked again after its own time or after that of its cautions, whichever is shorter."""
    least = {slug: span_of(question.ask_again) for slug, question in questions.items()}
    for caution in cautions:
        span = span_of(caution.expires)
        for slug in caution.profile if span is not None else ():
            own = least.get(slug)
            if span is not None and own is not None and span.days < own.days:
                least[slug] = span
    return {
        slug: msgspec.structs.replace(question, ask_again=span.words) if (span := least[slug]) else question
        for slug, question in questions.items()
    }


def is_open(
    routine: Routine, points: Mapping[str, Point], areas: Mapping[str, Area], cautions: Mapping[str, Caution]
) -> bool:
    """Tell whether no answer about a place or illness could change a step of the routine.

    Such a routine may start without a question. Answers that end every session, or that lighten every point alike,
    are obeyed all the same when the profile holds them.
    """
    return all(_is_open_step(step, points, areas, cautions) for step in routine.steps)


def _is_open_step(
    step: RoutineStep, points: Mapping[str, Point], areas: Mapping[str, Area], cautions: Mapping[str, Caution]
) -> bool:
    if step.position != "seated" or step.tool:
        return False
    touching = [rule for rule in cautions.values() if _touches(rule, step, points, areas)]
    pressure, seconds = _written(step, points)
    resting = step.technique == "press" and pressure == 1 and seconds <= _RESTING_SECONDS
    return all(_changes_nothing(rule, step, pressure, seconds, resting=resting) for rule in touching)


def _touches(rule: Caution, step: RoutineStep, points: Mapping[str, Point], areas: Mapping[str, Area]) -> bool:
    if step.technique in rule.techniques:
        return True
    if step.point:
        point = points.get(step.point)
        return point is None or rule.id in point.cautions
    area = areas.get(step.area)
    if area is None:
        return True
    return bool(set(area.regions).intersection(rule.regions) or set(area.points).intersection(rule.points))


def _written(step: RoutineStep, points: Mapping[str, Point]) -> tuple[int, int]:
    point = points.get(step.point)
    if point is None or point.press is None:
        return step.pressure or 2, step.seconds or 60
    return step.pressure or point.press.pressure, step.seconds or point.hold.usual_seconds


def _changes_nothing(rule: Caution, step: RoutineStep, pressure: int, seconds: int, *, resting: bool) -> bool:
    if rule.action == "inform" or (resting and rule.regions and not rule.points and not rule.for_everyone):
        return True
    if rule.action == "block" or rule.look_first or step.technique in rule.techniques:
        return False
    within = pressure <= _PRESSURE.get(rule.max_pressure, 3) and seconds <= (rule.max_seconds or 180)
    return within and (rule.for_everyone or rule.action == "lighter")


def name_index(
    points: Iterable[Point], meridians: Iterable[Meridian], others: Iterable[tuple[str, str, Iterable[str]]]
) -> dict[str, tuple[str, ...]]:
    """Return what each folded name may mean: `point:LI4`, `meridian:LI`, `routine:stress` ...

    `others` are (kind, id, names). Romanised names are folded without tones; the same letters may mean two points.
    """
    index: dict[str, dict[str, None]] = {}

    def enter(name: str, meaning: str) -> None:
        folded = fold_name(name)
        if folded:
            index.setdefault(folded, {})[meaning] = None

    points = tuple(points)
    for point in points:
        names = point.names
        meaning = f"point:{point.code}"
        for name in (names.pinyin, names.plain, names.traditional, names.simplified, names.english):
            enter(name, meaning)
        for name in (*names.aliases, *_apart(names.english)):
            enter(name, meaning)
        for code in (*names.codes, point.code):
            index.setdefault(fold_code(code), {})[meaning] = None
    for meridian in meridians:
        for name in (meridian.name, meridian.pinyin, meridian.traditional, meridian.simplified):
            enter(name, f"meridian:{meridian.code}")
    for kind, key, spoken in others:
        for name in spoken if kind == "point" else (key, *spoken):
            enter(name, f"{kind}:{key}")
            for letters in romanised(name):
                enter(letters, f"{kind}:{key}")
    for name, meanings in _in_wade_giles(points).items():
        index.setdefault(name, dict.fromkeys(meanings))
    return {name: tuple(meanings) for name, meanings in sorted(index.items())}


def _in_wade_giles(points: Iterable[Point]) -> dict[str, list[str]]:
    """Return what the Chinese names mean in their older English spelling; they never displace a real name."""
    found: dict[str, list[str]] = {}
    for point in points:
        for name in (point.names.plain, *point.names.aliases):
            spelled = wade_giles(fold_name(name), len(point.names.traditional)) if " " not in name else ""
            if spelled:
                found.setdefault(spelled, []).append(f"point:{point.code}")
    return found


def _apart(name: str) -> tuple[str, ...]:
    """Return both names of "Ear Center (Diaphragm)", nothing for a name without brackets."""
    before, bracket, after = name.partition(" (")
    return (before, after.rstrip(")")) if bracket else ()
