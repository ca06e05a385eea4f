"""Judging: what is left of the places of a session for this person, with stand-ins and the reason of every change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from acucli.guide import compose
from acucli.guide import step_requests as drafts
from acucli.guide.person import Person
from acucli.guide.plan_options import PlanOptions
from acucli.guide.step_requests import StepRequest
from acucli.model.library import Library
from acucli.model.practice import LeftOut, PlanStep, StandIn, Verdict
from acucli.safety.messages import reason_in_words

_LIMIT = "limit"
"""Stands for a caution's id where the place's own limit decided."""
TIME = "time"
"""Stands for a caution's id where there was no time for a place."""
_SETTING = "setting"
"""Stands for a caution's id where the place does not fit the setting that was wished for."""


class Judged(NamedTuple):
    """The drafts that may be pressed, each with the verdict that binds it, and what was changed and why."""

    kept: tuple[tuple[StepRequest, Verdict], ...]
    left_out: tuple[LeftOut, ...]
    stand_ins: tuple[StandIn, ...]


class _Fit(NamedTuple):
    """A draft on the sides left to it (None: on none), its binding verdict, and the one that took a side away."""

    draft: StepRequest | None
    verdict: Verdict
    lost: Verdict | None = None


def judged(wanted: Sequence[StepRequest], library: Library, person: Person, wishes: PlanOptions) -> Judged:
    """Return what is left of the drafts: stand-ins first, and what is left out only where none is.

    Where only the technique or tool is not allowed the place is simply pressed. Everything that changes is named.
    """
    kept: list[tuple[StepRequest, Verdict]] = []
    left_out: list[LeftOut] = []
    stand_ins: list[StandIn] = []
    taken = {draft.code for draft in wanted if draft.code}
    for draft in wanted:
        suits = _suits(draft, library, wishes.setting)
        fit = _fit(draft, library, person, wishes) if suits else _Fit(None, _unsuited(draft, library, wishes.setting))
        if fit.draft is not None:
            kept.append((fit.draft, fit.verdict))
            left_out += _side_lost(fit.draft, fit, library)
        elif suits and (plain := _pressed_instead(draft, library, person, wishes)) is not None:
            kept.append((plain[0], plain[1].verdict))
            left_out.append(_left_out(draft, fit.verdict, library, " It is simply pressed."))
            left_out += _side_lost(*plain, library)
        elif (stand_in := _stand_in(draft, library, person, wishes, taken)) is not None:
            taken.add(stand_in[0].code)
            kept.append((stand_in[0], stand_in[1].verdict))
            left_out += _side_lost(*stand_in, library)
            stand_ins.append(_stood_in(draft, stand_in[0].code, _because(fit.verdict), library, person))
        else:
            left_out.append(_left_out(draft, fit.verdict, library))
    order = {id(draft): place for place, draft in enumerate(drafts.grouped([draft for draft, _ in kept]))}
    kept.sort(key=lambda item: order[id(item[0])])
    return Judged(tuple(kept), tuple(left_out), tuple(stand_ins))


def recheck(steps: Sequence[PlanStep], person: Person) -> tuple[PlanStep, ...]:
    """Return the finished steps that pass the judge as they now stand: nothing gets into a plan unjudged.

    Each carries the judge's caps for its hold and its day, which no key lengthens, and its own cautions.
    """
    verdicts = ((step, person.judge.step(step)) for step in steps)
    fine = [
        msgspec.structs.replace(
            step,
            most_seconds=float(verdict.max_seconds),
            most_seconds_per_day=float(verdict.max_seconds_per_day),
            cautions=(*verdict.cautions, *verdict.said),
        )
        for step, verdict in verdicts
        if _may(verdict)
    ]
    return tuple(msgspec.structs.replace(step, n=number) for number, step in enumerate(fine, start=1))


def drop_for_time(judged: Judged, dropped: Sequence[StepRequest], minutes: float, library: Library) -> Judged:
    """Return what is left once the last places are dropped for want of time: each is named, and nothing else of it."""
    if not dropped:
        return judged
    kept = judged.kept[: len(judged.kept) - len(dropped)]
    places = {(draft.code, draft.area) for draft, _ in kept}
    gone = {(draft.code, draft.area) for draft in dropped} - places
    late = {
        (draft.code, draft.area): _late(draft, (draft.code, draft.area) in places, minutes, library)
        for draft in dropped
    }
    left_out = tuple(item for item in judged.left_out if (item.code, item.area) not in gone)
    stand_ins = tuple(item for item in judged.stand_ins if (item.code, "") not in gone)
    return Judged(kept, (*left_out, *late.values()), stand_ins)


def _late(draft: StepRequest, again: bool, minutes: float, library: Library) -> LeftOut:
    name = _name(draft, library)
    stood_for = draft.stands_for
    instead = f" (instead of {library.areas[stood_for].name if stood_for in library.areas else stood_for})"
    what = "to come back to it" if again else "for it"
    length = f"{minutes:g} minute{'' if minutes == 1 else 's'}"
    message = f"{name}{instead if stood_for else ''}: no time {what} in {length}."
    return LeftOut(code=draft.code, area=draft.area, name=name, because=TIME, message=message)


def _suits(draft: StepRequest, library: Library, setting: str) -> bool:
    """Tell whether a place can be pressed in the setting; an area can wherever its position can."""
    if not setting:
        return True
    if draft.code:
        return setting in library.points[draft.code].settings
    return draft.position == "seated" or setting == "lying"


def _unsuited(draft: StepRequest, library: Library, setting: str) -> Verdict:
    name = _name(draft, library)
    return Verdict(action="left_out", cautions=(_SETTING,), because=f"Left out: {name}, not for {setting}.")


def _name(draft: StepRequest, library: Library) -> str:
    return draft.code or library.areas[draft.area].name


def _because(verdict: Verdict) -> str:
    return verdict.cautions[0] if verdict.cautions else _LIMIT


def _stood_in(draft: StepRequest, code: str, because: str, library: Library, person: Person) -> StandIn:
    """Return what stands in for a place, and why in words."""
    name = _name(draft, library)
    why = reason_in_words(because, library, person.profile)
    return StandIn(code=code, instead_of=name, because=because, message=f"{code} instead of {name}, {why}.")


def _left_out(draft: StepRequest, verdict: Verdict, library: Library, more: str = "") -> LeftOut:
    return LeftOut(
        code=draft.code,
        area=draft.area,
        name=_name(draft, library),
        because=_because(verdict),
        message=f"{verdict.because}{more}",
    )


def _side_lost(fitted: StepRequest, fit: _Fit, library: Library) -> tuple[LeftOut, ...]:
    """Return what is said of the side that is left alone, nothing where both stay."""
    if fit.lost is None:
        return ()
    other = "right" if fitted.side == "left" else "left"
    gone = _left_out(fitted, fit.lost, library)
    message = f"{gone.name}: the {fitted.side} side only; the {other} one is left alone. {fit.lost.because}".strip()
    return (msgspec.structs.replace(gone, message=message),)


def _pressed_instead(
    draft: StepRequest, library: Library, person: Person, wishes: PlanOptions
) -> tuple[StepRequest, _Fit] | None:
    """Return the same place simply pressed, where it was the technique or tool that was not allowed.

    An area that is never just pressed (the upper back, out of one's own reach) is not pressed instead either.
    """
    if draft.technique == "press" and not draft.tool:
        return None
    if draft.area and "press" not in library.areas[draft.area].techniques:
        return None
    plain = msgspec.structs.replace(draft, technique="press", tool="", words="")
    fit = _fit(plain, library, person, wishes)
    return None if fit.draft is None else (fit.draft, fit)


def _stand_in(
    draft: StepRequest, library: Library, person: Person, wishes: PlanOptions, taken: set[str]
) -> tuple[StepRequest, _Fit] | None:
    for code in draft.stand_in:
        if code in taken or code not in library.points:
            continue
        point = library.points[code]
        if not drafts.fits_setting(point, wishes.setting):
            continue
        other = msgspec.structs.replace(
            drafts.standing_in(draft, point), position=drafts.position_of(point.press_region)
        )
        fit = _fit(other, library, person, wishes)
        if fit.draft is not None and not _warned_of(code, fit.verdict, library):
            return fit.draft, fit
    return None


def _warned_of(code: str, verdict: Verdict, library: Library) -> bool:
    """Tell whether a caution of this person names the point: it may be pressed lightly, but stands in for none."""
    named = (library.cautions[slug] for slug in verdict.cautions if slug in library.cautions)
    return any(caution.profile and code in caution.points for caution in named)


def _fit(draft: StepRequest, library: Library, person: Person, wishes: PlanOptions) -> _Fit:
    """Return the draft on the sides that are left to it.

    A side is judged alone: where only one may be pressed, that one stays. What would have to be asked first counts as
    left out until it is answered.
    """
    steps = compose.probes(draft, library, wishes)
    verdicts = [person.judge.step(step) for step in steps]
    if len(steps) == 1 and steps[0].side == "both" and not _may(verdicts[0]):
        steps = compose.apart(steps[0])
        verdicts = [person.judge.step(step) for step in steps]
        if all(_may(verdict) for verdict in verdicts):
            verdicts = [msgspec.structs.replace(verdict, both_at_once=False) for verdict in verdicts]
    allowed = [(step, verdict) for step, verdict in zip(steps, verdicts, strict=True) if _may(verdict)]
    if not allowed:
        return _Fit(None, verdicts[0])
    binding = _strictest([verdict for _, verdict in allowed])
    if len(allowed) == len(steps):
        return _Fit(draft, binding)
    lost = next(verdict for verdict in verdicts if not _may(verdict))
    return _Fit(msgspec.structs.replace(draft, side=allowed[0][0].side), binding, lost)


def _may(verdict: Verdict) -> bool:
    return verdict.action in {"allowed", "lighter"}


def _strictest(verdicts: Sequence[Verdict]) -> Verdict:
    first = verdicts[0]
    return msgspec.structs.replace(
        first,
        cautions=tuple(dict.fromkeys(name for verdict in verdicts for name in verdict.cautions)),
        said=tuple(dict.fromkeys(name for verdict in verdicts for name in verdict.said)),
        max_pressure=min(verdict.max_pressure for verdict in verdicts),
        max_seconds=min(verdict.max_seconds for verdict in verdicts),
        max_seconds_per_day=min(verdict.max_seconds_per_day for verdict in verdicts),
        both_at_once=all(verdict.both_at_once for verdict in verdicts),
        look_first=any(verdict.look_first for verdict in verdicts),
    )
