"""Composing: drafts become timed steps, whole breaths each, fitted to the time a person has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from acucli.guide.plan_options import PlanOptions, Waits
from acucli.guide.step_requests import StepRequest
from acucli.model.library import Library
from acucli.model.points import Hold, Point
from acucli.model.practice import Hand, Pace, PlanStep, Verdict
from acucli.model.record import Side
from acucli.model.routines import Area
from acucli.model.safety import Caution
from acucli.safety.limits import ROUND_SECONDS
from acucli.session.announcements import announcement
from acucli.session.reading import wait_for_words

_AREA_HOLD = Hold(least_seconds=20, usual_seconds=60, most_seconds=ROUND_SECONDS)
_MANY_SITES = 6
_SITE_LEAST_SECONDS = 15
_USUAL_PRESSURE = 2
_FULL_SECONDS = 150
_GENTLE_SHARE = 0.67
SLOWLY = 2.0
"""How much longer every wait lasts where it is to be gentle."""


def probes(draft: StepRequest, library: Library, wishes: PlanOptions) -> tuple[PlanStep, ...]:
    """Return what a draft would become, for the judge: one step for each side, its full pressure and seconds."""
    base = _base(draft, library, wishes, None)
    return tuple(
        msgspec.structs.replace(base, side=side, hand=_hand(draft, library, side))
        for side in _sides(draft, library, wishes, None)
    )


def apart(step: PlanStep) -> tuple[PlanStep, ...]:
    """Return a step on both sides at once as one for each side."""
    sides: tuple[Side, ...] = ("left", "right")
    return tuple(msgspec.structs.replace(step, side=side, hand="either") for side in sides)


def described(step: PlanStep, library: Library, words: str = "") -> PlanStep:
    """Return a step with every word of it from the library, `words` being those of a routine for this place.

    Raises:
        KeyError: the library does not hold its point or area.
    """
    draft = StepRequest(
        code=step.code,
        area=step.area,
        technique=step.technique if step.technique in library.techniques else "press",
        tool=step.tool,
        side=step.side,
        pressure=step.pressure,
        position=step.position,
        words=words,
        stands_for=step.stand_in_for if step.stand_in_for in library.points else "",
    )
    told = _of_point(draft, library.points[step.code]) if step.code else _of_area(draft, library)
    kept = ("n", "seconds", "hand", "turn", "site", "sites", "ready_seconds", "release_seconds", "most_seconds")
    return msgspec.structs.replace(told, **{name: getattr(step, name) for name in kept})


class Composed(NamedTuple):
    """The timed steps of drafts, and the drafts there was no time for."""

    steps: tuple[PlanStep, ...]
    dropped: tuple[StepRequest, ...] = ()


def steps(judged: Sequence[tuple[StepRequest, Verdict]], library: Library, wishes: PlanOptions, pace: Pace) -> Composed:
    """Return the timed steps of judged drafts: numbered, whole breaths, within what the verdicts allow.

    With `wishes.minutes` the holds are scaled between what each place needs and bears; when even the shortest holds
    take too long, places are dropped from the end.
    """
    kept = list(judged)
    made = _all(kept, library, wishes, pace, 1.0)
    if wishes.minutes:
        made = _fitted(kept, library, wishes, pace)
    numbered = tuple(msgspec.structs.replace(step, n=number) for number, step in enumerate(made, start=1))
    return Composed(numbered, tuple(draft for draft, _ in judged[len(kept) :]))


def total_seconds(made: Sequence[PlanStep], wishes: PlanOptions) -> float:
    """Return the seconds of the whole session, every wait included."""
    waits = waits_of(wishes)
    inside = sum(step.ready_seconds + step.seconds + step.release_seconds for step in made)
    return waits.settle_seconds + inside + waits.close_seconds


def whole_breaths(seconds: float, cycle_seconds: float, most_seconds: float) -> float:
    """Return the seconds rounded to whole breaths, never above `most_seconds`; without a pace as they are."""
    if not cycle_seconds or seconds < cycle_seconds:
        return min(seconds, most_seconds)
    breaths = max(1, round(seconds / cycle_seconds))
    while breaths > 1 and breaths * cycle_seconds > most_seconds:
        breaths -= 1
    return breaths * cycle_seconds


def waits_of(wishes: PlanOptions) -> Waits:
    """Return the waits, twice as long where it is to be gentle."""
    waits = wishes.waits
    if not wishes.gentle:
        return waits
    return msgspec.structs.replace(
        waits,
        settle_seconds=waits.settle_seconds * SLOWLY,
        ready_seconds=waits.ready_seconds * SLOWLY,
        change_seconds=waits.change_seconds * SLOWLY,
        again_seconds=waits.again_seconds * SLOWLY,
        release_seconds=waits.release_seconds * SLOWLY,
    )


def with_time_to_find(step: PlanStep, wishes: PlanOptions) -> PlanStep:
    """Return a step whose wait before the hold is long enough for the words of that wait."""
    if wishes.waits.exact:
        return step
    slowly = SLOWLY if wishes.gentle else 1.0
    ready = wait_for_words(step.ready_seconds, announcement((step,), 0).sentences, slowly=slowly)
    return msgspec.structs.replace(step, ready_seconds=ready)


def _all(
    judged: Sequence[tuple[StepRequest, Verdict]], library: Library, wishes: PlanOptions, pace: Pace, scale: float
) -> list[PlanStep]:
    made: list[PlanStep] = []
    for draft, verdict in judged:
        for step in _steps_of(draft, library, wishes, verdict):
            hold = _hold_of(draft, library)
            most = (
                min(hold.most_seconds, verdict.max_seconds) / step.sites
            )  # of one side and round, shared by its sites
            least = min(hold.least_seconds, step.seconds, most)
            seconds = min(max(step.seconds * scale, least), most)
            paced = whole_breaths(seconds, pace.cycle_seconds, most)
            made.append(with_time_to_find(msgspec.structs.replace(step, seconds=float(paced)), wishes))
    return made


def _fitted(
    kept: list[tuple[StepRequest, Verdict]], library: Library, wishes: PlanOptions, pace: Pace
) -> list[PlanStep]:
    """Return the steps whose total comes nearest to the minutes asked for; what has no time goes out of `kept`."""
    wanted = wishes.minutes * 60
    while True:
        tries = [_all(kept, library, wishes, pace, scale / 20) for scale in range(4, 81)]
        made = min(tries, key=lambda steps: abs(total_seconds(steps, wishes) - wanted))
        if total_seconds(made, wishes) <= wanted * 1.1 + 10 or len(kept) == 1:
            return made
        kept.pop()


def _steps_of(draft: StepRequest, library: Library, wishes: PlanOptions, verdict: Verdict | None) -> list[PlanStep]:
    """Return the steps of one draft: its sides, sites and rounds in turn."""
    base = _base(draft, library, wishes, verdict)
    waits = waits_of(wishes)
    sides = _sides(draft, library, wishes, verdict)
    sites = _sites(draft, library, sides)
    made: list[PlanStep] = []
    for round_number in range(max(draft.rounds, wishes.rounds)):
        for side in sides:
            for site in range(1, sites + 1):
                first = not made
                changes = site == 1 and side != sides[0]
                turn = "first" if first else "other-side" if changes else "again"
                ready = {
                    "first": waits.ready_seconds,
                    "other-side": waits.change_seconds,
                    "again": waits.change_seconds if round_number and site == 1 else waits.again_seconds,
                }[turn]
                made.append(
                    msgspec.structs.replace(
                        base,
                        side=side,
                        hand=_hand(draft, library, side),
                        turn=turn,
                        site=site,
                        sites=sites,
                        ready_seconds=ready,
                        release_seconds=waits.release_seconds,
                        seconds=max(_SITE_LEAST_SECONDS, base.seconds / sites) if sites > 1 else base.seconds,
                    )
                )
    return made


def _base(draft: StepRequest, library: Library, wishes: PlanOptions, verdict: Verdict | None) -> PlanStep:
    hold = _hold_of(draft, library)
    seconds = float(wishes.hold_seconds or draft.seconds or hold.usual_seconds)
    if wishes.full and not wishes.hold_seconds:
        seconds = max(seconds, _FULL_SECONDS)
    if wishes.gentle and not wishes.hold_seconds:
        seconds = max(seconds * _GENTLE_SHARE, min(seconds, hold.least_seconds))
    most = min(hold.most_seconds, verdict.max_seconds if verdict else ROUND_SECONDS)
    step = _of_point(draft, library.points[draft.code]) if draft.code else _of_area(draft, library)
    most_pressure = min(verdict.max_pressure, _USUAL_PRESSURE if verdict.action != "allowed" else 3) if verdict else 3
    pressure = min(step.pressure, most_pressure, 1 if wishes.gentle else 3)
    look_first = verdict.look_first if verdict else False
    care = care_of((*verdict.cautions, *verdict.said), library) if verdict else ()
    return msgspec.structs.replace(
        step, seconds=min(seconds, most), most_seconds=float(most), pressure=pressure, look_first=look_first, care=care
    )


def care_of(cautions: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return what is to be minded at one place, in short; what holds for the whole session is said before it."""
    known = (library.cautions[name] for name in cautions if name in library.cautions)
    return tuple(dict.fromkeys(caution.brief or caution.rule for caution in known if is_of_a_place(caution)))


def is_of_a_place(caution: Caution) -> bool:
    """Tell whether a caution is about places, not about the whole session."""
    return bool(caution.points) or bool(set(caution.regions) - {"whole-body"})


def _of_point(draft: StepRequest, point: Point) -> PlanStep:
    press = point.press
    return PlanStep(
        n=0,
        name=f"{point.names.plain}, {point.names.english}",
        seconds=0.0,
        side=draft.side,
        code=point.code,
        short=point.short,
        hanzi=point.names.traditional,
        digit=press.digit if press else "",
        technique=draft.technique,
        tool=draft.tool or ("ball" if press and press.digit == "ball" else ""),
        pressure=draft.pressure or (press.pressure if press else 2),
        position=draft.position,
        words=draft.words,
        where=point.where,
        find=point.find,
        by_touch=point.by_touch,
        direction=press.direction if press else "",
        counter=press.counter if press else "",
        feel=point.feel,
        stop_if=point.stop_if,
        hold_position=point.position,
        stand_in_for=draft.stands_for,
        why=draft.why,
    )


def _of_area(draft: StepRequest, library: Library) -> PlanStep:
    area: Area = library.areas[draft.area]
    technique = library.techniques.get(draft.technique)
    return PlanStep(
        n=0,
        name=area.name,
        seconds=0.0,
        side=draft.side,
        area=area.slug,
        short=area.name.lower(),
        technique=draft.technique,
        tool=draft.tool or (technique.tool if technique else ""),
        pressure=draft.pressure or 2,
        position=draft.position,
        words=draft.words or area.words or (technique.words if technique else ""),
        where=area.where,
        find=area.where,
        by_touch=area.by_touch,
        rhythm=(technique.rhythm or 0) if technique else 0,
        stand_in_for=draft.stands_for,
        why=draft.why,
    )


def _hold_of(draft: StepRequest, library: Library) -> Hold:
    return library.points[draft.code].hold if draft.code else _AREA_HOLD


def _sides(draft: StepRequest, library: Library, wishes: PlanOptions, verdict: Verdict | None) -> tuple[Side, ...]:
    if draft.side != "both":
        return (draft.side,)
    if wishes.side in {"left", "right"}:
        return (wishes.side,)
    at_once = library.points[draft.code].both_at_once if draft.code else library.areas[draft.area].both_at_once
    allowed = verdict.both_at_once if verdict else True
    if at_once == "yes" and allowed:
        return ("both",)
    return ("left", "right")


def _sites(draft: StepRequest, library: Library, sides: tuple[Side, ...]) -> int:
    """Return how many places one side has; a long row of places is worked as one."""
    if not draft.code:
        return 1
    point = library.points[draft.code]
    sites = point.sites if point.sides == "midline" else point.sites // 2
    return sites if 1 < sites <= _MANY_SITES else 1


def _hand(draft: StepRequest, library: Library, side: Side) -> Hand:
    """Return the hand that presses: on arms the other one, on legs the same, on the head both where both sides go."""
    if draft.area:
        return _hand_on_area(library.areas[draft.area], side)
    press = library.points[draft.code].press
    rule = press.hand if press else "either"
    if side == "both":
        return "both"
    if side == "midline" or rule == "either":
        return "either"
    if rule == "opposite":
        return "right" if side == "left" else "left"
    return side


def _hand_on_area(area: Area, side: Side) -> Hand:
    if side == "both":
        return "both"
    if side == "midline":
        return "either"
    if area.limb == "arm":
        return "right" if side == "left" else "left"
    return side
