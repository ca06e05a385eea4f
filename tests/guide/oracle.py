"""A second reading of the caution records: what a plan may not hold for a person, told without the judge's code.

It asks no more than the records say. Blocking more than that is no fault; allowing less than that is.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from acucli.guide import Request
from acucli.model.library import Library
from acucli.model.practice import Plan, PlanStep, Profile, ProfileAnswer
from acucli.model.safety import Caution

TODAY = "2026-11-20"
PRESSURES = {"": 3, "light": 1, "medium": 2, "firm": 3}
LIGHT_MOST_SECONDS = 60
CAP_SECONDS = 180
NOT_PLACES = {"named", "whole-body"}
PLACES = ("hand", "forearm", "elbow", "knee", "shin", "foot", "scalp", "shoulder-top", "back-upper", "jaw", "neck-back",
          "hip", "chest", "belly-lower", "ear", "wrist", "ankle")  # fmt: skip
SIDES = ("left", "right", "both")

ARM = {"arm", "upper-arm", "elbow", "forearm", "wrist", "hand", "finger"}
LEG = {"leg", "hip", "thigh", "knee", "knee-back", "shin", "calf", "ankle", "foot", "sole", "toe"}
LYING = {"lying-on-side", "lying-on-back", "lying-face-down"}
FEET = {"ankle", "foot", "sole", "toe"}


def fault(plan: Plan, library: Library, profile: Profile) -> str:
    """Return what a plan holds that it may not hold for this person, "" where it is as it should be."""
    if not plan.steps:
        return "it is empty"
    on = [rule for rule in library.cautions.values() if _answers(rule, profile)]
    if any("whole-body" in rule.regions for rule in on):
        return "no session is for this person"
    if any(rule.breathing for rule in on) and _holds_breath(plan.pace):
        return f"the breath is held ({plan.pace.slug})"
    for step in plan.steps:
        if said := fault_of_step(step, library, profile):
            return f"{step.code or step.area} {step.side} {step.technique} {step.seconds:g}s: {said}"
    return ""


def fault_of_step(step: PlanStep, library: Library, profile: Profile) -> str:
    """Return why a step may not be held by any plan for this person, "" where it may."""
    codes, regions = _touched(step, library)
    if codes & set(profile.blocked_points):
        return "the person left it out"
    for rule in library.cautions.values():
        answers = _answers(rule, profile)
        if not answers and "everyone" not in rule.profile:
            continue
        if said := _of_rule(step, rule, answers, codes, regions, library):
            return f"{rule.id}: {said}"
    return _own(step, regions, library)


def _answers(rule: Caution, profile: Profile) -> list[ProfileAnswer]:
    return [answer for answer in profile.answers if answer.slug in rule.profile]


def _touched(step: PlanStep, library: Library) -> tuple[set[str], set[str]]:
    if step.code:
        return {step.code}, set(library.points[step.code].regions)
    area = library.areas[step.area]
    regions = set(area.regions) | ({area.limb} - {"none"})
    for code in area.points:
        regions |= library.points[code].regions
    return set(area.points), regions


def _of_rule(
    step: PlanStep, rule: Caution, answers: list[ProfileAnswer], codes: set[str], regions: set[str], library: Library
) -> str:
    unknown = "named" in rule.regions and any(not answer.region and answer.slug != "pacemaker" for answer in answers)
    if unknown:
        return "its place is not known, so every place waits"
    touches = bool(codes & set(rule.points)) or _meets(step.side, rule, answers, regions)
    if rule.action == "block" and touches:
        return "blocked here"
    if said := _of_use(step, rule, answers, touches, library):
        return said
    if {"cannot-lie"} & {answer.slug for answer in answers} and step.position in LYING:
        return "cannot lie"
    if {"cannot-reach-feet"} & {answer.slug for answer in answers} and (step.position == "feet" or regions & FEET):
        return "cannot reach the feet"
    if answers and rule.id != "cannot-lie-or-reach" and step.position in rule.positions:
        return f"position {step.position}"
    places = bool(rule.points or rule.regions)
    if touches or not places or (answers and rule.action == "block"):
        return _bounds(step, rule)
    return ""


def _meets(side: str, rule: Caution, answers: list[ProfileAnswer], regions: set[str]) -> bool:
    """Tell whether a step lies in the regions of a rule, its named places and their sides included."""
    named = "named" in rule.regions
    fixed = set(rule.regions) - NOT_PLACES
    if fixed & regions:
        told = {answer.side for answer in answers}
        if named or not rule.sided or not told or not told <= {"left", "right"}:
            return True
        if side in {"both", "midline"} or side in told:
            return True
    if not named:
        return False
    return any(_covers(answer) & regions and _same_side(answer.side, side) for answer in answers)


def _same_side(told: str, side: str) -> bool:
    return told not in {"left", "right"} or side in {"both", "midline", told}


def _covers(answer: ProfileAnswer) -> set[str]:
    """Return the regions that the rules themselves name for a place (their own words, see data/cautions.yaml)."""
    region = answer.region
    if answer.slug == "pacemaker" and region in {"", "chest", "shoulder-top"}:
        return {"chest", "shoulder-top"}
    if answer.slug in {"dialysis-fistula", "line-or-port", "lymphoedema"}:
        return ARM if region in ARM else LEG if region in LEG else {region}
    if answer.slug == "recent-surgery" and region in {"chest", "breast", "ribs-side"}:
        return {"chest", "breast", "ribs-side"}
    if answer.slug == "recent-surgery" and region in {"belly-upper", "belly-lower"}:
        return {"belly-upper", "belly-lower"}
    return {region}


def _of_use(step: PlanStep, rule: Caution, answers: list[ProfileAnswer], touches: bool, library: Library) -> str:
    technique = library.techniques.get(step.technique)
    tools = {step.tool, technique.tool if technique else ""} - {""}
    everywhere = bool(answers) or not (rule.points or rule.regions)
    if step.technique in rule.techniques and (everywhere or touches):
        return f"technique {step.technique}"
    if tools & set(rule.tools) and (everywhere or touches):
        return f"tool {', '.join(tools)}"
    if answers and technique is not None and rule.id in technique.not_with:
        return f"technique {step.technique} is not with it"
    limit = rule.technique_limits.get(step.technique, "")
    if limit.startswith("never on ") and limit.removeprefix("never on ") in _touched(step, library)[1]:
        return f"technique {step.technique} there"
    return ""


def _bounds(step: PlanStep, rule: Caution) -> str:
    if step.pressure > PRESSURES[rule.max_pressure]:
        return f"pressure {step.pressure}"
    if max(step.seconds, step.most_seconds) > (rule.max_seconds or CAP_SECONDS):
        return f"{step.seconds:g} seconds, by the keys {step.most_seconds:g}"
    if rule.both_at_once and step.side == "both":
        return "both sides at once"
    return ""


def _own(step: PlanStep, regions: set[str], library: Library) -> str:
    """Return what the place or technique itself forbids."""
    technique = library.techniques.get(step.technique)
    longest = max(step.seconds, step.most_seconds)
    if step.area:
        area = library.areas[step.area]
        if technique is not None and step.technique not in area.techniques and regions & set(technique.not_on):
            return f"{step.technique} is never used there"
        if step.side == "both" and area.both_at_once != "yes":
            return "both sides at once"
        return "longer than three minutes" if longest > CAP_SECONDS else ""
    point = library.points[step.code]
    if point.limit.level == "avoid":
        return "never pressed"
    if technique is not None and regions & set(technique.not_on):
        return f"{step.technique} is never used there"
    if point.limit.level == "light" and (step.pressure > 1 or longest > LIGHT_MOST_SECONDS):
        return "light only"
    if longest > point.hold.most_seconds:
        return f"longer than its {point.hold.most_seconds} s"
    if step.side == "both" and point.both_at_once != "yes":
        return "both sides at once"
    return ""


def _holds_breath(pace: object) -> bool:
    while pace is not None:
        if any(phase.do == "hold" for phase in pace.phases):  # type: ignore[attr-defined]
            return True
        pace = pace.then  # type: ignore[attr-defined]
    return False


def unexplained(plan: Plan, wanted: list[str]) -> list[str]:
    """Return the places that were wanted, are not pressed, and of which the plan says nothing."""
    pressed = {step.code or step.area for step in plan.steps}
    said = {item.code or item.area for item in plan.left_out} | {step.stand_in_for for step in plan.steps}
    return [place for place in wanted if place not in pressed | said]


def profile_of(*told: str, **fields: object) -> Profile:
    """Return a profile of `slug`, `slug:place` or `slug:place:side`."""
    answers = []
    for text in told:
        slug, region, side = (*text.split(":"), "", "")[:3]
        answers.append(ProfileAnswer(slug=slug, given=TODAY, region=region, side=side))  # type: ignore[arg-type]
    return Profile(answers=tuple(answers), screened=TODAY, **fields)  # type: ignore[arg-type]


def single_profiles(library: Library) -> Iterator[Profile]:
    """Yield every answer by itself; where a place is asked, without one and with three places and sides in turn."""
    places, sides = itertools.cycle(PLACES), itertools.cycle(SIDES)
    for slug, question in library.questions.items():
        yield profile_of(slug)
        if question.asks_place:
            for _ in range(2):
                yield profile_of(f"{slug}:{next(places)}:{next(sides)}")
    yield profile_of(blocked_points=("PC6", "GB20", "LI4"))


def paired_profiles(library: Library, luck: random.Random, count: int) -> Iterator[Profile]:
    """Yield random pairs of answers, with a place and side where one is asked."""
    pairs = list(itertools.combinations(library.questions, 2))
    for pair in luck.sample(pairs, count):
        yield profile_of(*(placed(slug, library, luck) for slug in pair))


def placed(slug: str, library: Library, luck: random.Random) -> str:
    """Return an answer as `profile_of` reads it, with a random place and side where one is asked."""
    if not library.questions[slug].asks_place:
        return slug
    return f"{slug}:{luck.choice(PLACES)}:{luck.choice(SIDES)}"


def subjects(library: Library, *, all_words: bool = False) -> list[Request]:
    """Return every routine, every condition composed, and every pressable point in free choices of twenty.

    Conditions by their own words mean their routine; they are added for the long tests.
    """
    routines = [Request(what=slug) for slug in library.routines]
    offered = [slug for slug, condition in library.conditions.items() if condition.offered]
    composed = [Request(what=slug, composed=True) for slug in offered]
    words = [Request(what=slug) for slug in library.conditions] if all_words else []
    codes = [code for code, point in library.points.items() if point.pressable]
    choices = [Request(codes=tuple(codes[at : at + 20])) for at in range(0, len(codes), 20)]
    return [*routines, *composed, *words, *choices]
