"""The cautions that are on for one profile, each with the places it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Profile, ProfileAnswer
from acucli.model.record import PRESSURE_WORDS
from acucli.model.routines import Technique
from acucli.model.safety import EVERYONE, Caution
from acucli.safety.places import FEET, BodyPlace, named_place

PRESSURE_LEVELS: dict[str, int] = {word: level for level, word in PRESSURE_WORDS.items()}

_UNFIXED = frozenset({"named", "whole-body"})
_LYING = frozenset({"lying-on-side", "lying-on-back", "lying-face-down"})
# One caution serves both answers; each takes away only what that person cannot do.
_ABILITIES: dict[str, frozenset[str]] = {"cannot-lie": _LYING, "cannot-reach-feet": frozenset({"bending-to-feet"})}


class Target(msgspec.Struct, frozen=True, gc=False):
    """What a hand would touch: one point, or an area with the points in it; `name` is said to the person."""

    name: str
    codes: frozenset[str]
    places: tuple[BodyPlace, ...]


class Rule(msgspec.Struct, frozen=True, gc=False):
    """One caution that is on: by which answers, where, and whether its place is still unknown.

    What is asked of it for every point is worked out once, when it is made (see `active_rules`). `by_answer` tells
    whether the person's own answer switched it on, rather than holding for everybody, `ends_session` whether it allows
    no session at all.
    """

    caution: Caution
    answers: tuple[ProfileAnswer, ...]
    points: frozenset[str]
    places: tuple[BodyPlace, ...]
    positions: frozenset[str]
    out_of_reach: frozenset[str]
    place_unknown: bool
    names_places: bool
    fact: bool | None
    by_answer: bool
    ends_session: bool

    def touches(self, target: Target) -> bool:
        """Tell whether the target has a point or region of this caution in it."""
        if not self.points.isdisjoint(target.codes):
            return True
        for place in self.places:
            for other in target.places:
                if place.meets(other):
                    return True
        return False

    @property
    def only_where_it_touches(self) -> bool:
        """Tell whether it says nothing of a press elsewhere of at most one round."""
        if self.ends_session or self.place_unknown or self.out_of_reach or self.positions or not self.names_places:
            return False
        return self.caution.action != "block" or not self._has_bounds

    @property
    def _has_bounds(self) -> bool:
        caution = self.caution
        limits = caution.max_pressure or caution.max_seconds or caution.max_seconds_per_day
        return bool(limits or caution.both_at_once or caution.look_first)

    def may_change(self, target: Target, technique: Technique | None, slug: str, tools: Collection[str]) -> bool:
        """Tell whether it may leave out or limit a seated press of this target; False only where it surely does not."""
        caution = self.caution
        if self.ends_session or self.place_unknown or self.out_of_reach or self.forbids_position("seated"):
            return True
        if self.touches(target) or self.forbids_use(technique, slug, tools, target):
            return True
        limits = caution.max_pressure or caution.max_seconds or caution.max_seconds_per_day
        return bool(limits) and (caution.action == "block" or not self.names_places)

    def forbids_use(self, technique: Technique | None, slug: str, tools: Collection[str], target: Target) -> bool:
        """Tell whether it leaves out this technique or tool here.

        What an answer switched on counts everywhere; a rule for everybody only where it touches, else a rule about
        the neck would forbid circling a wrist.
        """
        if self._lists(technique, slug, tools) and (self.answers or not self.names_places or self.touches(target)):
            return True
        return bool(self.caution.technique_limits) and self._limits(slug, target)

    def speaks_of_use(self, technique: Technique | None, slug: str, tools: Collection[str]) -> bool:
        """Tell whether it may leave out this technique or tool anywhere."""
        return slug in self.caution.technique_limits or self._lists(technique, slug, tools)

    def _lists(self, technique: Technique | None, slug: str, tools: Collection[str]) -> bool:
        caution = self.caution
        if slug in caution.techniques or any(tool in caution.tools for tool in tools):
            return True
        return bool(self.answers) and technique is not None and caution.id in technique.not_with

    def _limits(self, slug: str, target: Target) -> bool:
        limit = self.caution.technique_limits.get(slug, "")
        banned = limit.removeprefix("never on ").strip() if limit.startswith("never on ") else ""
        return bool(banned) and any(banned in place.regions for place in target.places)

    def forbids_position(self, position: str) -> bool:
        """Tell whether it leaves out a position (the plan's `feet` means bending to the feet)."""
        return ("bending-to-feet" if position == "feet" else position) in self.positions


class RulesByPlace:
    """The rules that are on, found by where a press is: most of them say nothing of most places."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._everywhere: set[int] = set()
        self._by_key: dict[str, set[int]] = {}
        for number, rule in enumerate(rules):
            if not rule.only_where_it_touches:
                self._everywhere.add(number)
                continue
            for key in rule.points.union(*(place.regions for place in rule.places)):
                self._by_key.setdefault(key, set()).add(number)

    def near(self, target: Target) -> list[tuple[Rule, bool]]:
        """Return the rules that may say something of a press there of at most one round, and whether each touches it.

        They stand in their order.
        """
        keys = target.codes.union(*(place.regions for place in target.places))
        found = self._everywhere.union(*(self._by_key[key] for key in keys if key in self._by_key))
        return self._with_touch((self._rules[number] for number in sorted(found)), target)

    def all(self, target: Target) -> list[tuple[Rule, bool]]:
        """Return every rule, and whether it touches the target."""
        return self._with_touch(self._rules, target)

    def _with_touch(self, rules: Iterable[Rule], target: Target) -> list[tuple[Rule, bool]]:
        return [(rule, rule.touches(target)) for rule in rules]


def active_rules(library: Library, profile: Profile, facts: Mapping[str, bool] | None = None) -> tuple[Rule, ...]:
    """Return the cautions that are on for this profile, in the library's order.

    An answer counts until the person gives another one: that it is old only means it is asked again. `facts` answers
    the extra conditions of cautions (`applies_if`); one that is False switches its caution off.
    """
    known = frozenset(library.regions) - _UNFIXED
    given: dict[str, list[ProfileAnswer]] = {}
    for answer in _with_implied(profile.answers, library):
        given.setdefault(answer.slug, []).append(answer)
    found = []
    for caution in library.cautions.values():
        answers = tuple(answer for slug in caution.profile for answer in given.get(slug, ()))
        if not answers and EVERYONE not in caution.profile:
            continue
        fact = (facts or {}).get(caution.applies_if) if caution.applies_if else True
        if fact is not False:
            found.append(_rule(caution, answers, known, fact))
    return tuple(found)


def _with_implied(answers: Sequence[ProfileAnswer], library: Library) -> Iterator[ProfileAnswer]:
    """Yield the answers, and after them what they imply where the person did not answer it; each once."""
    seen = {answer.slug for answer in answers}
    waiting = list(answers)
    while waiting:
        answer = waiting.pop(0)
        yield answer
        question = library.questions.get(answer.slug)
        for slug in question.implies if question is not None else ():
            if slug not in seen and slug in library.questions:
                seen.add(slug)
                waiting.append(ProfileAnswer(slug=slug, given=answer.given, region=answer.region, side=answer.side))


def _rule(caution: Caution, answers: tuple[ProfileAnswer, ...], known: frozenset[str], fact: bool | None) -> Rule:
    places: list[BodyPlace] = []
    fixed = frozenset(caution.regions) - _UNFIXED
    is_named = "named" in caution.regions
    if fixed:
        places += [BodyPlace(fixed, side) for side in _sides(caution, answers, is_named)]
    unknown = False
    if is_named:
        for answer in answers:
            place = named_place(answer, known)
            unknown = unknown or place is None
            if place is not None:
                places.append(place)
    slugs = {answer.slug for answer in answers}
    abilities = [_ABILITIES[slug] for slug in slugs if slug in _ABILITIES]
    return Rule(
        caution=caution,
        answers=answers,
        points=frozenset(caution.points),
        places=tuple(places),
        positions=frozenset().union(*abilities) if abilities else frozenset(caution.positions),
        out_of_reach=FEET if "cannot-reach-feet" in slugs else frozenset(),
        place_unknown=unknown,
        names_places=bool(caution.points or caution.regions),
        fact=fact,
        by_answer=bool(answers),
        ends_session=caution.action == "block" and "whole-body" in caution.regions,
    )


def _sides(caution: Caution, answers: tuple[ProfileAnswer, ...], is_named: bool) -> tuple[str, ...]:
    """Return the sides of the caution's own regions; with a named place the side belongs to that place alone."""
    told = {answer.side for answer in answers}
    if not caution.sided or is_named or not told or not told <= {"left", "right"}:
        return ("both",)
    return tuple(sorted(told))
