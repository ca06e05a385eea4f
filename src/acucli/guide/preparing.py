"""Preparing: a request becomes a plan fitted to the person, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from acucli.errors import RecordNotFound, UsageError
from acucli.guide import compose, judging
from acucli.guide.firm import firm_requests, note_of
from acucli.guide.judging import Judged
from acucli.guide.person import Person
from acucli.guide.plan_options import PlanOptions
from acucli.guide.request import Request
from acucli.guide.subjects import Subject, subject_of
from acucli.guide.warnings import as_flag, is_unsure, stop_of
from acucli.lookup import QueryResult, interpret
from acucli.model.answers import Flag, Prepared
from acucli.model.conditions import Condition
from acucli.model.library import Library
from acucli.model.practice import Pace, Plan, PlanStep, Profile
from acucli.model.record import sides_of
from acucli.model.routines import BreathingPattern, Routine
from acucli.profile import screening
from acucli.safety.limits import DAY_SECONDS, ROUND_SECONDS
from acucli.safety.messages import reason_in_words
from acucli.session.reading import wait_for_words
from acucli.text.counting import counted
from acucli.text.nearness import closest

_TESTED = "Tested, and no benefit seen: {}. You may still find it pleasant."
"""Said before every session for a condition of grade N."""
_WAITS = "To be answered first"
"""How the judge begins when an answer is missing (safety/verdicts.py)."""


def prepare(request: Request, library: Library, profile: Profile, *, today: str) -> Prepared:
    """Return the session that fits the request and the person.

    `what` is tried as a routine, then as a condition with its routine, then as free words; other readings are named.

    Raises:
        UsageError: a hold beyond the limits, or nothing was asked for.
        RecordNotFound: the words mean nothing here.
    """
    _check_caps(request)
    meaning = interpret(request.what, library) if request.what else None
    if meaning is not None and (stop := stop_of(meaning, library)) and not (request.cleared and is_unsure(meaning)):
        return Prepared(
            refusal="held back",
            red_flags=stop.red_flags,
            held_back=stop.held_back,
            notes=meaning.readings,
            language=stop.language,
            pages=stop.pages,
        )
    subject = subject_of(request, library, meaning)
    says = _said_of_person(meaning, subject, request, library)
    person = Person(library, profile, today=today, says=says, overrides=request.overrides, facts=request.facts)
    whole = person.judge.session()
    if whole.action == "left_out":
        return Prepared(refusal=whole.because, hint="acu profile show  tells what follows from your answers")
    refusal = _information(subject, library)
    if refusal is not None:
        return refusal
    readings = meaning.readings if meaning is not None else ()
    said = tuple(as_flag(flag) for flag in meaning.watch_for) if meaning is not None else ()
    fitted = _fitted(request, subject, library, person, said)
    return msgspec.structs.replace(fitted, guessed=subject.guessed, notes=(*readings, *fitted.notes))


def _said_of_person(
    meaning: QueryResult | None, subject: Subject, request: Request, library: Library
) -> tuple[str, ...]:
    """Return the answers that the words give, and those that asking for this very complaint gives by itself."""
    words = meaning.says_of_person if meaning and request.what not in library.routines else ()
    told = screening.told_by([condition.slug for condition in subject.conditions], library)
    return tuple(dict.fromkeys((*request.says, *words, *told)))


def _check_caps(request: Request) -> None:
    wishes = request.wishes
    if not request.what and not request.codes:
        raise UsageError("no session was named", hint="try: acu session stress")
    if wishes.hold_seconds > ROUND_SECONDS:
        raise UsageError(
            f"a hold of {wishes.hold_seconds} seconds is too long: three minutes is the most for one place and side",
            hint="longer does not mean better, and it bruises; try --hold 180",
        )
    if wishes.hold_seconds < 0 or wishes.minutes < 0:
        raise UsageError("a time must be more than nothing")


def _information(subject: Subject, library: Library) -> Prepared | None:
    held = next((condition for condition in subject.conditions if not condition.offered), None)
    if held is None or subject.routine is not None:
        return None
    return Prepared(
        refusal=f"{held.name}: no session is offered. {held.session_reason}",
        hint=held.way_out,
        shown=tuple(as_flag(library.red_flags[flag]) for flag in held.watch_for),
        other_readings=subject.others,
    )


def _fitted(request: Request, subject: Subject, library: Library, person: Person, said: tuple[Flag, ...]) -> Prepared:
    wishes = request.wishes
    if person.profile.gentle:
        wishes = msgspec.structs.replace(wishes, gentle=True)
    firm = wishes.firm and not wishes.gentle
    wanted = firm_requests(subject.drafts, library, person) if firm else subject.drafts
    judged = judging.judged(wanted, library, person, wishes)
    if not judged.kept:
        return _emptied(subject, judged)
    lying = any(draft.position.startswith("lying") for draft, _ in judged.kept)
    pace, breathing_notes = _pace(wishes, subject, library, person, lying=lying)
    wishes = _with_time_to_settle(wishes, subject, library)
    composed = compose.steps(judged.kept, library, wishes, pace)
    judged = judging.drop_for_time(judged, composed.dropped, wishes.minutes, library)
    steps = judging.recheck(composed.steps, person)
    if not steps:
        return _emptied(subject, judged)
    _check_day(steps, request)
    plan = _plan(subject, steps, pace, wishes, library, judged)
    plan = with_told(plan, person, library)
    first = (*(flag.sentence for flag in said), *plan.said_first)
    plan = msgspec.structs.replace(plan, says=person.says, said_first=first)
    plan = plan if wishes.waits.exact else with_time_to_read(plan)
    signs = signs_of(plan, library, person.profile)
    return Prepared(
        plan=plan,
        asked=tuple(flag for flag in signs.asked if flag not in said),
        shown=(*said, *(flag for flag in signs.shown if flag not in said)),
        said=said,
        wanted_facts=_wanted_facts(plan, request, library),
        other_readings=subject.others,
        notes=(*person.notes, *breathing_notes, *([note_of(plan.steps, library)] if wishes.firm else ())),
    )


def _with_time_to_settle(wishes: PlanOptions, subject: Subject, library: Library) -> PlanOptions:
    """Return the wishes with room for the words of settling in, so that a length asked for holds them too."""
    waits, words = wishes.waits, library.safety_words
    if waits.exact:
        return wishes
    said = (*(subject.routine.prepare if subject.routine else ()), words.settle_in, words.every_hold)
    settle = wait_for_words(waits.settle_seconds, said)
    return msgspec.structs.replace(wishes, waits=msgspec.structs.replace(waits, settle_seconds=settle))


class Signs(NamedTuple):
    """The warning signs of a plan: those that are asked before it, and those that are only told."""

    asked: tuple[Flag, ...]
    shown: tuple[Flag, ...]


def signs_of(plan: Plan, library: Library, profile: Profile) -> Signs:
    """Return the warning signs of a plan; one that starts without a question tells them all."""
    found = screening.signs_for(plan.conditions, library, profile)
    asked, shown = (tuple(as_flag(flag) for flag in flags) for flags in (found.asked, found.shown))
    return Signs((), asked + shown) if plan.open else Signs(asked, shown)


def _emptied(subject: Subject, judged: Judged) -> Prepared:
    """Return the refusal of a plan in which nothing is left: an emptied plan is never run."""
    waiting = {item.because: item.message for item in judged.left_out if item.message.startswith(_WAITS)}
    if waiting and len(waiting) == len({item.because for item in judged.left_out}):
        return Prepared(
            refusal=f"Nothing of {subject.name} can be pressed yet. {'. '.join(waiting.values())}",
            hint="acu profile show  tells what waits; a place is given so: acu profile set --skin-broken=hand:left",
        )
    reasons = " ".join(dict.fromkeys(item.message for item in judged.left_out))
    return Prepared(
        refusal=f"Nothing is left to press in {subject.name}. {reasons}".strip(),
        hint="acu list points --reach self  shows what else there is; acu find WORDS obeys your profile",
    )


def _pace(
    wishes: PlanOptions, subject: Subject, library: Library, person: Person, *, lying: bool
) -> tuple[Pace, tuple[str, ...]]:
    """Return the breath pacer, what stands in where holds are unwanted or one lies, and what is said of the change."""
    written = subject.routine.breathing if subject.routine else "count-to-five"
    wanted = wishes.breathing or written
    if wanted not in library.breathing:
        near = closest(wanted, library.breathing)
        raise RecordNotFound("breathing pattern", wanted, near)
    slug, caution = person.judge.breathing(wanted)
    if lying and library.breathing[slug].posture == "seated":
        slug, caution = person.judge.breathing(library.breathing[slug].stand_in or "off")[0], "it is done seated"
    notes: tuple[str, ...] = ()
    if slug != wanted:
        name = library.breathing[slug].name
        why = reason_in_words(caution, library, person.profile)
        notes = (f"Breathing {name} instead of {library.breathing[wanted].name}, {why}.",)
    return pace_of(library.breathing[slug], library, person), notes


def pace_of(pattern: BreathingPattern, library: Library, person: Person, *, seen: frozenset[str] = frozenset()) -> Pace:
    """Return the pacer of a pattern that is allowed, with what this person does after it; never one of `seen`."""
    limits = []
    if pattern.max_cycles:
        limits.append(pattern.max_cycles * pattern.cycle_seconds)
    if pattern.max_minutes and not pattern.max_cycles:
        limits.append(pattern.max_minutes * 60)
    then = None
    seen |= {pattern.slug}
    after = person.judge.breathing(pattern.then)[0] if pattern.then else ""
    if after in library.breathing and after not in seen:
        then = pace_of(library.breathing[after], library, person, seen=seen)
    return Pace(
        slug=pattern.slug,
        name=pattern.name,
        phases=pattern.phases,
        max_seconds=min(limits) if limits else 0.0,
        then=then,
    )


def _wanted_facts(plan: Plan, request: Request, library: Library) -> tuple[str, ...]:
    """Return the extra conditions that were not answered and took a place away."""
    because = [item.because for item in plan.left_out] + [item.because for item in plan.stand_ins]
    facts = (library.cautions[name].applies_if for name in because if name in library.cautions)
    return tuple(dict.fromkeys(fact for fact in facts if fact and fact not in request.facts))


def with_told(plan: Plan, person: Person, library: Library) -> Plan:
    """Return the plan with the cautions that this person is told before any session, before those of its places."""
    told = [name for name in (*person.judge.told, *person.judge.lifted) if name not in plan.cautions]
    rules = tuple(_said(library.cautions[name].rule) for name in told if name in library.cautions)
    return msgspec.structs.replace(
        plan,
        cautions=(*told, *plan.cautions),
        before=(*rules, *plan.before),
        said_first=tuple(dict.fromkeys((*rules, *plan.said_first))),
    )


def with_time_to_read(plan: Plan) -> Plan:
    """Return the plan with time enough for what is read before its first place."""
    slowly = compose.SLOWLY if plan.level == "gentle" else 1.0
    settle = wait_for_words(plan.settle_seconds, (*plan.said_first, *plan.prepare), slowly=slowly)
    total = round(plan.total_seconds + settle - plan.settle_seconds, 3)
    return msgspec.structs.replace(plan, settle_seconds=settle, total_seconds=total)


def _said(rule: str) -> str:
    """Return a rule as it is said before a session; on what it rests stands on its card."""
    return rule.replace(" This is the project's own precaution.", "")


def _check_day(steps: Sequence[PlanStep], request: Request) -> None:
    """Keep the limit of a day: what was pressed today and what this plan adds, by point and side."""
    planned: dict[tuple[str, str], float] = {}
    most: dict[tuple[str, str], float] = {}
    for step in steps:
        for one in sides_of(step.side):
            key = (step.place, one)
            planned[key] = planned.get(key, 0.0) + step.seconds
            most[key] = min(DAY_SECONDS, step.most_seconds_per_day)
    for (place, side), seconds in planned.items():
        before = request.pressed_today.get((place, side), 0.0)
        if before + seconds > most[place, side]:
            already = f", and {counted(round(before / 60), 'minute is', 'minutes are')} done today" if before else ""
            raise UsageError(
                f"{place} ({side}) would be pressed for {counted(round(seconds / 60), 'minute')}{already}:"
                f" {_in_words(most[place, side])} a day are the most",
                hint="take another point, fewer rounds or shorter holds; tomorrow is another day",
            )


def _in_words(seconds: float) -> str:
    """Return the most of a day as it is said: the ten minutes of everybody, or fewer."""
    return "ten" if seconds == DAY_SECONDS else f"{seconds / 60:g} minutes"


def _plan(
    subject: Subject,
    steps: tuple[PlanStep, ...],
    pace: Pace,
    wishes: PlanOptions,
    library: Library,
    judged: Judged,
) -> Plan:
    routine = subject.routine
    waits = compose.waits_of(wishes)
    cautions = tuple(dict.fromkeys(name for _, verdict in judged.kept for name in (*verdict.cautions, *verdict.said)))
    condition = subject.conditions[0] if subject.conditions else None
    gentle = wishes.gentle or (routine is not None and routine.level == "gentle")
    plan = Plan(
        slug=subject.slug,
        name=subject.name,
        kind=subject.kind,  # type: ignore[arg-type]
        steps=steps,
        pace=pace,
        total_seconds=round(compose.total_seconds(steps, wishes), 3),
        settle_seconds=waits.settle_seconds,
        close_seconds=waits.close_seconds,
        level="gentle" if gentle else "usual",
        conditions=tuple(item.slug for item in subject.conditions),
        cautions=cautions,
        left_out=judged.left_out,
        stand_ins=judged.stand_ins,
        open=bool(routine and routine.open),
    )
    return with_texts(plan, routine, condition, library)


def with_texts(plan: Plan, routine: Routine | None, condition: Condition | None, library: Library) -> Plan:
    """Return the plan with what is said before and after it, all of it as the library has it now."""
    words = library.safety_words
    cautions = [library.cautions[name] for name in plan.cautions if name in library.cautions]
    tested = (_TESTED.format(condition.sham_note),) if condition is not None and condition.grade == "N" else ()
    return msgspec.structs.replace(
        plan,
        prepare=(*tested, *(routine.prepare if routine else ()), words.settle_in, words.every_hold),
        close=(*(routine.close if routine else ()), words.every_close),
        needs=routine.needs if routine else (),
        before=tuple(_said(caution.rule) for caution in cautions),
        said_first=tuple(_said(caution.rule) for caution in cautions if not compose.is_of_a_place(caution)),
        watch_for=condition.watch_for if condition else (),
        evidence=condition.evidence if condition else "",
        grade=condition.grade_words if condition else "",
        way_out=condition.way_out if condition else "",
    )
