"""Verdicts: single findings about one press, and how the strictest of them wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.practice import Action, Verdict
from acucli.model.record import PRESSURE_WORDS
from acucli.model.routines import Area, Technique
from acucli.safety.limits import DAY_SECONDS, LIGHT_SECONDS, ROUND_SECONDS
from acucli.safety.messages import FACT_QUESTIONS
from acucli.safety.rules import PRESSURE_LEVELS, Rule, Target

OWN_CHOICE = "own-choice"
"""Stands for a caution's id where the person asked for a point to be left out."""

_WEIGHT: dict[str, int] = {"left_out": 0, "ask": 1, "lighter": 2, "said": 3}


class Use(msgspec.Struct, frozen=True, gc=False):
    """How a place would be pressed; `together` means both sides at once."""

    technique: str = "press"
    tool: str = ""
    pressure: int = 1
    seconds: float = 0.0
    together: bool = False
    position: str = "seated"


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One thing found: what it does, the rule behind it (None: the place's own limit), and its bounds.

    `subject` is what is left out where that is not the place itself; `own` is the sentence of a finding without rule.
    """

    weight: str
    rule: Rule | None
    subject: str = ""
    own: str = ""
    max_pressure: int = 3
    max_seconds: float = ROUND_SECONDS
    max_seconds_per_day: int = DAY_SECONDS
    both_at_once: bool = True
    look_first: bool = False
    id: str = ""


def left_out(rule: Rule, subject: str = "") -> Finding:
    """Return the finding that a rule leaves something out."""
    return Finding("left_out", rule, subject)


def of_rules(rules: Iterable[tuple[Rule, bool]], target: Target, use: Use) -> list[Finding]:
    """Return what rules that are on say of this press; with each stands whether it touches the target."""
    found: list[Finding] = []
    for rule, touches in rules:
        if rule.ends_session or (rule.out_of_reach and _is_out_of_reach(rule, target)):
            found.append(left_out(rule))
        elif rule.positions and rule.forbids_position(use.position):
            found.append(left_out(rule, _spoken(use.position)))
        else:
            found += _of_place(rule, touches, use)
    return found


def _is_out_of_reach(rule: Rule, target: Target) -> bool:
    return any(not rule.out_of_reach.isdisjoint(place.regions) for place in target.places)


def _spoken(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _of_place(rule: Rule, touches: bool, use: Use) -> list[Finding]:
    caution = rule.caution
    if caution.action == "block" and touches:
        return [left_out(rule) if rule.fact else Finding("ask", rule)]
    if rule.place_unknown:
        return [_limits(rule, "ask")]
    if not touches and rule.names_places and caution.action != "block":
        return []  # what blocks its places limits everything else; what lightens its places says nothing of others
    found = _limits(rule, "lighter")
    changes = _changes(found, use)
    if changes or (rule.by_answer and caution.action == "lighter"):
        return [found]
    return [msgspec.structs.replace(found, weight="said" if touches else "")]


def _limits(rule: Rule, weight: str) -> Finding:
    caution = rule.caution
    return Finding(
        weight,
        rule,
        max_pressure=PRESSURE_LEVELS.get(caution.max_pressure, 3),
        max_seconds=caution.max_seconds or ROUND_SECONDS,
        max_seconds_per_day=min(caution.max_seconds_per_day or DAY_SECONDS, DAY_SECONDS),
        both_at_once=not caution.both_at_once,
        look_first=caution.look_first,
    )


def _changes(found: Finding, use: Use) -> bool:
    return (
        use.pressure > found.max_pressure
        or use.seconds > found.max_seconds
        or (use.together and not found.both_at_once)
    )


def own_choice(target: Target, blocked: Sequence[str]) -> list[Finding]:
    """Return the finding that the person wants a point of this place left out."""
    hit = sorted(target.codes.intersection(blocked))
    if not hit:
        return []
    sentence = f"{target.name} is left out because you asked for that ({', '.join(hit)})."
    return [Finding("left_out", None, own=sentence, id=OWN_CHOICE)]


def place_of_technique(technique: Technique | None, regions: frozenset[str], name: str) -> list[Finding]:
    """Return the finding that a technique is never used on one of these regions."""
    if technique is None or regions.isdisjoint(technique.not_on):
        return []
    where = ", ".join(sorted(regions.intersection(technique.not_on))).replace("-", " ")
    subject = f"{name}: {technique.name}" if name else technique.name
    return [Finding("left_out", None, own=f"{subject} is never used there ({where}).")]


def own_limits(point: Point | None, area: Area | None, use: Use) -> list[Finding]:
    """Return the place's own limits, which always stay."""
    if area is not None:
        found = Finding("", None, both_at_once=area.both_at_once == "yes")
        return [
            msgspec.structs.replace(found, weight="lighter", own=f"{area.name}: one side at a time.")
            if _changes(found, use)
            else found
        ]
    if point is None:
        return []
    if point.limit.level == "avoid":
        return [Finding("left_out", None, own=f"{point.code} is never pressed. {point.limit.reason}".strip())]
    light = point.limit.level == "light"
    most = min(point.hold.most_seconds, LIGHT_SECONDS if light else ROUND_SECONDS)
    together = point.both_at_once == "yes" or point.sides != "both"
    found = Finding("", None, max_pressure=1 if light else 3, max_seconds=most, both_at_once=together)
    if not _changes(found, use):
        return [found]
    return [msgspec.structs.replace(found, weight="lighter", own=_own_sentence(point, light, most, use, together))]


def _own_sentence(point: Point, light: bool, most: float, use: Use, together: bool) -> str:
    parts = ["light pressure"] if light else []
    if use.seconds > most:
        parts.append(f"at most {most:.0f} seconds")
    if use.together and not together:
        parts.append("one side at a time")
    return f"{point.code}: {', '.join(parts) or 'gently'}. {point.limit.reason}".strip()


def combined(name: str, findings: Iterable[Finding], library: Library) -> Verdict:
    """Return the verdict of all findings together: the strictest decides, every bound holds.

    Rules of the person or for everybody are named before the place's own limit, so that the first id explains most.
    """
    found = list(findings)
    deciding = sorted(
        (item for item in found if item.weight in _WEIGHT and item.weight != "said"),
        key=lambda item: (_WEIGHT[item.weight], item.rule is None),
    )
    first = deciding[0] if deciding else None
    max_pressure = min((item.max_pressure for item in found), default=3)
    max_seconds = int(min((item.max_seconds for item in found), default=ROUND_SECONDS))
    action: Action = first.weight if first is not None else "allowed"  # type: ignore[assignment]
    changed = dict.fromkeys(_id(item) for item in deciding if _id(item))
    told = dict.fromkeys(_id(item) for item in found if item.weight == "said" and _id(item) not in changed)
    because = ""
    if first is not None:
        because = _because(name, first, library)
    return Verdict(
        action=action,
        cautions=tuple(changed),
        said=tuple(told),
        max_pressure=max_pressure,
        max_seconds=max_seconds,
        max_seconds_per_day=min((item.max_seconds_per_day for item in found), default=DAY_SECONDS),
        both_at_once=all(item.both_at_once for item in found),
        look_first=any(item.look_first for item in found),
        because=because,
    )


def with_said(verdict: Verdict, more: Sequence[str]) -> Verdict:
    """Return the verdict with further ids that are only told."""
    said = dict.fromkeys((*verdict.said, *(name for name in more if name not in verdict.cautions)))
    return msgspec.structs.replace(verdict, said=tuple(said)) if more else verdict


def of_two_sides(left: Verdict, right: Verdict) -> Verdict:
    """Return the verdict on a place pressed left and right in turn; `only_side` where one side is not allowed.

    Where both are allowed the limits of both hold for each, so that left and right stay equal.
    """
    if (left.action == "left_out") == (right.action == "left_out"):
        first, second = sorted((left, right), key=lambda item: _WEIGHT.get(item.action, 9))
        return msgspec.structs.replace(
            first,
            cautions=tuple(dict.fromkeys((*first.cautions, *second.cautions))),
            said=tuple(dict.fromkeys((*first.said, *second.said))),
            max_pressure=min(first.max_pressure, second.max_pressure),
            max_seconds=min(first.max_seconds, second.max_seconds),
            max_seconds_per_day=min(first.max_seconds_per_day, second.max_seconds_per_day),
            look_first=first.look_first or second.look_first,
        )
    kept, lost, side = (right, left, "right") if left.action == "left_out" else (left, right, "left")
    return msgspec.structs.replace(
        kept,
        action="lighter" if kept.action == "allowed" else kept.action,
        cautions=tuple(dict.fromkeys((*lost.cautions, *kept.cautions))),
        because=f"Only the {side} side. {lost.because}",
        only_side=side,
        both_at_once=False,
    )


def _id(finding: Finding) -> str:
    return finding.rule.caution.id if finding.rule is not None else finding.id


def _because(name: str, first: Finding, library: Library) -> str:
    if first.rule is None:
        return first.own
    caution = first.rule.caution
    source = _source(first.rule, library)
    subject = f"{name}, {first.subject.lower()}" if name and first.subject else name or first.subject
    if not subject:
        instead = f" Instead: {caution.instead.rstrip('.')}." if caution.instead else ""
        return f"No session, {source}.{instead}"
    if first.weight == "ask":
        question = "say which place and side"
        if caution.applies_if and first.rule.fact is None:
            question = FACT_QUESTIONS.get(caution.applies_if, caution.applies_if.replace("-", " ")) + "?"
        return f"To be answered first for {subject}, {source}: {question}"
    if first.weight == "left_out":
        return f"Left out: {subject}, {source}."
    limits = [f"{PRESSURE_WORDS[first.max_pressure]} pressure at most"] if first.max_pressure < 3 else []
    limits += [f"{first.max_seconds:.0f} seconds at most"] if first.max_seconds < ROUND_SECONDS else []
    limits += ["one side at a time"] if not first.both_at_once else []
    return f"{subject}: {', '.join(limits) or 'gently'}, {source}."


def _source(rule: Rule, library: Library) -> str:
    if not rule.by_answer:
        return f"for everybody: {rule.caution.title[0].lower()}{rule.caution.title[1:]}"
    words = [library.questions[answer.slug].words for answer in rule.answers if answer.slug in library.questions]
    return f"because you said \u201c{words[0] if words else rule.caution.title}\u201d"
