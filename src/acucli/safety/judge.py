"""The judge: what this person may press, how hard, how long, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.practice import PlanStep, Profile, Verdict
from acucli.model.routines import Technique
from acucli.model.safety import NO_HOLDS
from acucli.safety import verdicts
from acucli.safety.limits import DAY_SECONDS as DAY_SECONDS
from acucli.safety.limits import ROUND_SECONDS as ROUND_SECONDS
from acucli.safety.places import BodyPlace
from acucli.safety.rules import Rule, RulesByPlace, Target, active_rules
from acucli.safety.verdicts import Use


class Judge:
    """Knows the library and one profile; every answer is a `Verdict`.

    A verdict's limits bind whatever its action is; `ask` counts as left out until the person has answered. `overrides`
    are caution ids lifted for one run (only those that may be lifted are); `facts` answers the extra conditions of
    cautions, such as `temple-or-scalp-tender`. `today` is kept for callers: old answers are obeyed all the same.
    """

    def __init__(
        self,
        library: Library,
        profile: Profile,
        *,
        today: str,
        overrides: frozenset[str] = frozenset(),
        facts: Mapping[str, bool] | None = None,
    ) -> None:
        self.library = library
        self.profile = profile
        self.today = today
        rules = active_rules(library, profile, facts)
        self.lifted = tuple(rule.caution.id for rule in rules if _is_lifted(rule, overrides))
        self.rules = tuple(rule for rule in rules if not _is_lifted(rule, overrides))
        self._by_place = RulesByPlace(self.rules)
        self._by_use: dict[tuple[str, str], list[Rule]] = {}
        self._is_sided = any(place.side != "both" for rule in self.rules for place in rule.places)
        self._as_on_card: dict[str, Verdict] = {}

    def step(self, step: PlanStep) -> Verdict:
        """Return the verdict on one timed step as it stands: place, side, technique, tool, pressure, seconds, position.

        A step on `both` sides is pressed on both at once; it is left out when either side is.
        """
        use = Use(step.technique, step.tool, step.pressure, step.seconds, step.side == "both", step.position)
        point = self.library.points.get(step.code) if step.code else None
        return self._judge(self._target(step.code, step.area, step.side), use, point, step.area)

    def point_as_on_card(self, code: str) -> Verdict:
        """Return the verdict on a point pressed as its card says, which is worked out once; KeyError as `point`."""
        known = self._as_on_card.get(code)
        if known is None:
            known = self._as_on_card[code] = self.point(code)
        return known

    def point(
        self,
        code: str,
        side: str = "both",
        *,
        technique: str = "",
        tool: str = "",
        pressure: int = 0,
        seconds: float = 0.0,
        position: str = "seated",
    ) -> Verdict:
        """Return the verdict on a point pressed as its card says, or as told; KeyError for an unknown code.

        `both` means either side in turn: where only one is allowed, the verdict names it in `only_side`.
        """
        point = self.library.points[code]
        press = point.press
        use = Use(
            technique or (press.technique if press else "press"),
            tool,
            pressure or (press.pressure if press else 2),
            seconds or point.hold.usual_seconds,
            False,
            position,
        )
        if side != "both" or point.sides in {"midline", "left", "right"}:
            own = point.sides if side == "both" else side
            return self._judge(self._target(code, "", own), use, point, "")
        return self._in_turn(code, "", use, point)

    def may_change(self, code: str) -> bool:
        """Tell whether an answer of the person may change the verdict on a point pressed as its card says.

        It costs a fraction of the verdict, and is False only where the verdict is that of somebody without answers.
        """
        point = self.library.points[code]
        slug = point.press.technique if point.press else "press"
        technique, target = self.library.techniques.get(slug), self._target(code, "", "both")
        tools = {technique.tool} - {""} if technique else frozenset()
        return any(rule.by_answer and rule.may_change(target, technique, slug, tools) for rule in self.rules)

    def area(
        self, slug: str, side: str = "both", *, technique: str = "rub", tool: str = "", position: str = "seated"
    ) -> Verdict:
        """Return the verdict on an area; see `point` for `both`. KeyError for an unknown slug."""
        use = Use(technique, tool, 1, 60.0, False, position)
        if side == "both" and self.library.areas[slug].sides == "both":
            return self._in_turn("", slug, use, None)
        return self._judge(self._target("", slug, side), use, None, slug)

    def technique(self, slug: str, *, tool: str = "", regions: frozenset[str] = frozenset()) -> Verdict:
        """Return the verdict on a technique or tool as such, or on these regions."""
        known = self.library.techniques.get(slug)
        target = Target(known.name if known else slug, frozenset(), (BodyPlace(regions),) if regions else ())
        use = Use(slug, tool, 1, 0.0, False, "seated")
        findings = [*self._use_findings(target, use, known, ""), *verdicts.place_of_technique(known, regions, "")]
        return verdicts.combined(target.name, findings, self.library)

    def position(self, position: str) -> Verdict:
        """Return the verdict on a position alone."""
        findings = [verdicts.left_out(rule) for rule in self.rules if rule.forbids_position(position)]
        return verdicts.combined(position.replace("-", " "), findings, self.library)

    def breathing(self, slug: str) -> tuple[str, str]:
        """Return the pattern to use instead of this one (often itself) and the caution that changed it, or "".

        Ask again for the `then` of a pattern.
        """
        held_by = self.no_holds_because
        found = slug
        seen = {slug}
        while held_by and found in self.library.breathing:
            pattern = self.library.breathing[found]
            if pattern.no_holds_ok and not pattern.has_hold:
                break
            found = pattern.stand_in or "count-to-five"
            if found in seen:
                return "off", held_by
            seen.add(found)
        return found, held_by if found != slug else ""

    @property
    def no_holds_because(self) -> str:
        """Return the caution, else the answer, that forbids holding the breath, "" where none does."""
        rules = (rule.caution.id for rule in self.rules if rule.caution.breathing == NO_HOLDS)
        return next(rules, "") or next(self._answers_without_holds(), "")

    @property
    def told(self) -> tuple[str, ...]:
        """Return the cautions of the person's own answers that are said once before a session and change no step."""
        return tuple(
            rule.caution.id
            for rule in self.rules
            if rule.by_answer and not rule.names_places and rule.caution.action in {"warn", "inform"}
        )

    def session(self) -> Verdict:
        """Return whether there may be a session at all; `said` holds what is told once before it."""
        stops = [verdicts.left_out(rule) for rule in self.rules if rule.ends_session]
        verdict = verdicts.combined("", stops, self.library)
        told = [rule.caution.id for rule in self.rules if not rule.names_places and not rule.ends_session]
        return verdicts.with_said(verdict, (*told, *self.lifted))

    def _answers_without_holds(self) -> Iterator[str]:
        """Yield the answers that imply it, but for those whose caution was lifted for this run."""
        questions = self.library.questions
        freed = {slug for name in self.lifted for slug in self.library.cautions[name].profile}
        for answer in self.profile.answers:
            if answer.slug in questions and answer.slug not in freed and NO_HOLDS in questions[answer.slug].implies:
                yield answer.slug

    def _in_turn(self, code: str, area: str, use: Use, point: Point | None) -> Verdict:
        if not self._is_sided:
            return self._judge(self._target(code, area, "both"), use, point, area)
        left, right = (self._judge(self._target(code, area, side), use, point, area) for side in ("left", "right"))
        return verdicts.of_two_sides(left, right)

    def _target(self, code: str, area_slug: str, side: str) -> Target:
        where = side if side in {"left", "right"} else "both"
        if code:
            point = self.library.points[code]
            return Target(code, frozenset({code}), (BodyPlace(point.regions, where),))
        area = self.library.areas[area_slug]
        limb = () if area.limb == "none" else (area.limb,)
        inside = [self.library.points[name] for name in area.points if name in self.library.points]
        places = (
            BodyPlace(frozenset((*area.regions, *limb)), where),
            *(BodyPlace(item.regions, where) for item in inside),
        )
        return Target(area.name, frozenset(area.points), places)

    def _judge(self, target: Target, use: Use, point: Point | None, area_slug: str) -> Verdict:
        technique = self.library.techniques.get(use.technique)
        area = self.library.areas.get(area_slug) if area_slug else None
        is_long = use.seconds > ROUND_SECONDS
        findings = [
            *verdicts.of_rules(self._by_place.all(target) if is_long else self._by_place.near(target), target, use),
            *self._use_findings(target, use, technique, technique.name if technique else use.technique),
            *verdicts.own_choice(target, self.profile.blocked_points),
        ]
        if area is None or use.technique not in area.techniques:
            regions = frozenset().union(*(place.regions for place in target.places))
            findings += verdicts.place_of_technique(technique, regions, target.name)
        findings += verdicts.own_limits(point, area, use)
        return verdicts.with_said(verdicts.combined(target.name, findings, self.library), self._lifted_here(target))

    def _use_findings(
        self, target: Target, use: Use, technique: Technique | None, subject: str
    ) -> list[verdicts.Finding]:
        tools = {tool for tool in (use.tool, technique.tool if technique else "") if tool}
        speaking = self._by_use.get((use.technique, use.tool))
        if speaking is None:
            speaking = [rule for rule in self.rules if rule.speaks_of_use(technique, use.technique, tools)]
            self._by_use[use.technique, use.tool] = speaking
        return [
            verdicts.left_out(rule, subject)
            for rule in speaking
            if rule.forbids_use(technique, use.technique, tools, target)
        ]

    def _lifted_here(self, target: Target) -> tuple[str, ...]:
        return tuple(name for name in self.lifted if not target.codes.isdisjoint(self.library.cautions[name].points))


def _is_lifted(rule: Rule, overrides: frozenset[str]) -> bool:
    return rule.caution.id in overrides and rule.caution.override == "one-run"
