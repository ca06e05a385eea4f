"""Handouts: what a sheet says of a request, for anybody or fitted to one person, warning signs never left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from acucli.errors import HeldBack
from acucli.guide import calm_plan
from acucli.guide.other_readings import also_understood
from acucli.guide.person import Person
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.guide.subjects import subject_of
from acucli.guide.warnings import as_flag
from acucli.lookup import QueryResult, interpret
from acucli.model.answers import Flag, Stop
from acucli.model.conditions import GRADE_WORDS, Condition
from acucli.model.handout_sheet import Handout, HandoutPlace, HandoutSign
from acucli.model.library import Library
from acucli.model.practice import Plan, PlanStep, Profile, ProfileAnswer
from acucli.model.record import DIGIT_WORDS, PRESSURE_WORDS
from acucli.model.safety import RedFlag
from acucli.profile.danger_question import danger_lines, danger_signs
from acucli.profile.screening import due_for
from acucli.session.phrases import hand_sentence, pressure_sentence, short_name, span

_NOBODY = Profile()
_FIRST_SECONDS, _LAST_SECONDS = 8.0, 8.0
"""Of a minute of breath: whom to call is read before it, whom to see after it."""
_REST = "Rest, and breathe."
_LEVELS = ("crisis", "emergency", "urgent", "see-doctor")


def handout_of(
    request: Request, library: Library, profile: Profile, *, today: str, mine: bool = False
) -> Handout | Stop:
    """Return what a sheet for this request says, or what stops it.

    Without `mine` nobody's profile shapes it. With it, places are left out for this person, and none of their answers
    is in it; whom it is not for is said all the same.

    Raises:
        HeldBack: no session is for this person, or none is offered.
        RecordNotFound: the words mean nothing here.
        UsageError: a time beyond the limits, or nothing was asked for.
    """
    prepared = prepare(request, library, profile if mine else _NOBODY, today=today)
    if prepared.stop is not None:
        return prepared.stop
    meaning = interpret(request.what, library) if request.what else None
    condition = _condition_of(request, library, meaning)
    notes = (*prepared.notes, *filter(None, [also_understood(prepared, library)]))
    if condition is not None and not condition.offered and prepared.plan is None:
        return replace(_information(condition, library, today), notes=notes)
    if prepared.plan is None:
        raise HeldBack(prepared.refusal, hint=prepared.hint)
    if _leads_to_calm(request, meaning, library):
        return replace(_of_breath(request, condition, library, today), mine=mine, notes=notes)
    fitted = [_Fitted(prepared.plan, profile if mine else _NOBODY, (*prepared.asked, *prepared.shown))]
    if mine:
        plain = prepare(request, library, _NOBODY, today=today)
        if plain.plan is not None:
            fitted.insert(0, _Fitted(plain.plan, _NOBODY, (*plain.asked, *plain.shown)))
    own = _without_answers(prepared.plan, library) if mine else prepared.plan
    return replace(
        _of_plan(own, condition, library, today),
        mine=mine,
        signs=_signs(fitted, library, today),
        danger=_danger(fitted, library, today),
        not_if=_not_if([item.plan for item in fitted], library, today),
        notes=notes,
    )


class _Fitted(NamedTuple):
    """A plan as it is for somebody, and the signs that were found with it."""

    plan: Plan
    profile: Profile
    flags: tuple[Flag, ...] = ()


def _condition_of(request: Request, library: Library, meaning: QueryResult | None) -> Condition | None:
    """Return the condition that the request is about, None where it has none."""
    return next(iter(subject_of(request, library, meaning).conditions), None)


def _leads_to_calm(request: Request, meaning: QueryResult | None, library: Library) -> bool:
    return (
        meaning is not None
        and not request.codes
        and request.what not in library.routines
        and calm_plan.leads_to_calm(meaning, library)
    )


def _of_breath(request: Request, condition: Condition | None, library: Library, today: str) -> Handout:
    """Return the sheet of a minute of breath: no place, so that it is for everybody."""
    seconds = calm_plan.calm_seconds(f"{request.wishes.minutes:g}m" if request.wishes.minutes else "")
    plan = calm_plan.calm_plan(library, seconds)
    plan = replace(
        plan,
        conditions=(condition.slug,) if condition else (),
        said_first=plan.before,
        settle_seconds=_FIRST_SECONDS,
        close_seconds=_LAST_SECONDS,
        total_seconds=seconds + _FIRST_SECONDS + _LAST_SECONDS,
    )
    sheet = _of_plan(plan, condition, library, today)
    name = f"{condition.name}: a minute of calm" if condition and seconds == calm_plan.USUAL_SECONDS else plan.name
    place = HandoutPlace(
        name="Breathing",
        title="breathe slowly, and nothing else",
        find="Sit or stand as you are. Loosen what is tight.",
        press="Breathe in through the nose while you count to five, and out while you count to five.",
        press_short="Breathe in counting to five, and out counting to five.",
        how_long=f"{span(seconds)}. Begin again whenever you like.",
    )
    return replace(
        sheet,
        kind="breath",
        title=name,
        how_often="",
        places=(place,),
        signs=_signs([_Fitted(plan, _NOBODY)], library, today),
        danger=_danger([_Fitted(plan, _NOBODY)], library, today),
    )


def _information(condition: Condition, library: Library, today: str) -> Handout:
    """Return a page about something that pressing is no answer to."""
    flags = [as_flag(library.red_flags[name]) for name in condition.watch_for]
    return replace(
        _about(condition, library, today),
        kind="information",
        title=condition.name,
        because=condition.session_reason,
        signs=_in_order(flags),
        stop_pressing="",
    )


def _of_plan(plan: Plan, condition: Condition | None, library: Library, today: str) -> Handout:
    words = library.safety_words
    about = _about(condition, library, today)
    return replace(
        about,
        kind="session",
        title=plan.name if plan.kind != "choice" else _named(plan),
        plan=_for_a_page(plan, library),
        places=tuple(_place(steps) for steps in _places(plan)),
        stop=words.let_go,
        needs=plan.needs,
        see_somebody=about.see_somebody or words.see_somebody,
        stop_pressing=about.stop_pressing or words.stop_pressing,
    )


def _named(plan: Plan) -> str:
    """Return chosen points by their names: `To press: Neiguan (PC6), Hegu (LI4)`."""
    return f"To press: {', '.join(f'{short_name(steps[0])} ({steps[0].code})' for steps in _places(plan))}"


def _about(condition: Condition | None, library: Library, today: str) -> Handout:
    """Return what a sheet says of a condition, whatever is pressed; little where there is none."""
    empty = Handout(kind="session", title="", day=today, library=library.version)
    if condition is None:
        return empty
    see, stop = condition.see_somebody, condition.stop_pressing
    return replace(
        empty,
        how_often=condition.frequency if condition.offered else "",
        keep_taking=condition.keep_treatment,
        advice=condition.advice,
        way_out=condition.way_out,
        see_somebody=see.say if see else "",
        stop_pressing=stop.say if stop else "",
        evidence=f"{GRADE_WORDS[condition.grade].capitalize()}: {condition.sham_note.rstrip('.')}.",
        evidence_in_full=condition.evidence,
        evidence_date=condition.evidence_date,
        references=tuple(library.references[name] for name in condition.references if name in library.references),
    )


def _for_a_page(plan: Plan, library: Library) -> Plan:
    """Return the plan without what only a terminal's keys can do; its seconds stay."""
    said = library.safety_words.settle_in
    plain = f"{said.partition(';')[0].rstrip('.')}."
    return replace(plan, prepare=tuple(plain if sentence == said else sentence for sentence in plan.prepare))


def _without_answers(plan: Plan, library: Library) -> Plan:
    """Return the plan with nothing in its words that tells an answer of its person; what is pressed stays as it is."""
    own = [item for name, item in library.cautions.items() if name in plan.cautions and not item.for_everyone]
    told = {text for item in own for text in (item.rule, item.brief)}
    told |= {text.replace(" This is the project's own precaution.", "") for text in told}
    steps = tuple(
        replace(step, stand_in_for="", care=tuple(line for line in step.care if line not in told))
        for step in plan.steps
    )
    return replace(
        plan,
        steps=steps,
        said_first=tuple(line for line in plan.said_first if line not in told),
        before=tuple(line for line in plan.before if line not in told),
        cautions=tuple(name for name in plan.cautions if library.cautions[name].for_everyone),
        left_out=(),
        stand_ins=(),
        says=(),
    )


def _places(plan: Plan) -> list[list[PlanStep]]:
    """Return the steps of each place, in the order in which the places come first."""
    found: dict[str, list[PlanStep]] = {}
    for step in plan.steps:
        found.setdefault(step.place, []).append(step)
    return list(found.values())


def _place(steps: Sequence[PlanStep]) -> HandoutPlace:
    first = steps[0]
    return HandoutPlace(
        code=first.code,
        name=short_name(first),
        title=first.short or first.name,
        find=first.find or first.where,
        press=f"{_with_either_hand(steps)} {pressure_sentence(first)}".strip() or first.words or _REST,
        press_short=_press_short(steps) or first.words or _REST,
        how_long=_how_long(steps),
        side="right" if first.side == "right" else "left",
        let_go=first.stop_if,
        care=first.care,
    )


def _press_short(steps: Sequence[PlanStep]) -> str:
    """Return which hand does what and how hard, without what holds against it."""
    first = steps[0]
    sentence = _with_either_hand([replace(step, counter="") for step in steps]).rstrip(".")
    return f"{sentence}: {PRESSURE_WORDS[first.pressure]} pressure." if sentence else ""


def _with_either_hand(steps: Sequence[PlanStep]) -> str:
    """Return which hand does what, for both sides at once where both are pressed in turn."""
    first = steps[0]
    sentence = hand_sentence(first)
    if first.hand not in {"left", "right"} or len({step.hand for step in steps}) == 1:
        return sentence
    one = DIGIT_WORDS.get(first.digit, DIGIT_WORDS[""]).one
    other = "the other hand" if first.hand != first.side else "the same hand"
    return sentence.replace(f"your {first.hand} {one}", f"the {one} of {other}")


def _how_long(steps: Sequence[PlanStep]) -> str:
    """Return the seconds of a place by side, in the order in which they are pressed."""
    seconds: dict[str, list[float]] = {}
    for step in steps:
        seconds.setdefault(step.side, []).append(step.seconds)
    where = {"left": "left", "right": "right", "both": "both sides at once", "midline": ""}
    parts = []
    for side, holds in seconds.items():
        times = f"{len(holds)} times " if len(holds) > 1 else ""
        parts.append(f"{times}{span(holds[0])} {where[side]}".strip())
    text = ", then ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _signs(fitted: Iterable[_Fitted], library: Library, today: str) -> tuple[HandoutSign, ...]:
    """Return every warning sign that stands before any of these plans, each once, the most urgent first."""
    flags = [
        flag for item in fitted for flag in (*item.flags, *(as_flag(flag) for flag in _stopping(item, library, today)))
    ]
    return _in_order(flags)


def _stopping(item: _Fitted, library: Library, today: str) -> tuple[RedFlag, ...]:
    return danger_signs(item.plan, library, item.profile, today=today)


def _in_order(flags: Iterable[Flag]) -> tuple[HandoutSign, ...]:
    known = {flag.id: flag for flag in flags}
    signs = (HandoutSign(level=flag.level, brief=flag.brief or flag.ask, tell=flag.tell) for flag in known.values())
    return tuple(sorted(signs, key=lambda sign: _LEVELS.index(sign.level)))


def _danger(fitted: Iterable[_Fitted], library: Library, today: str) -> tuple[str, ...]:
    """Return the lines of the danger question, those that only this person's answers call for among the others."""
    found = {flag.id: flag for item in fitted for flag in _stopping(item, library, today)}
    return tuple(line.says for line in danger_lines(tuple(found.values()), library))


def _not_if(plans: Iterable[Plan], library: Library, today: str) -> tuple[str, ...]:
    """Return a line for every caution by which any answer would change one of these plans."""
    names = {name: None for plan in plans for name in _cautions_by_answer(plan, library, today)}
    return tuple(library.cautions[name].brief or library.cautions[name].title for name in names)


def _cautions_by_answer(plan: Plan, library: Library, today: str) -> Iterator[str]:
    """Yield the cautions that change this plan for somebody, those of the weightiest answers first."""
    due = due_for(replace(plan, open=False), library, _NOBODY, today=today)
    questions = [question for group in due.groups for question in group.questions] + list(due.daily)
    for question in questions:
        profile = Profile(answers=(ProfileAnswer(slug=question.slug, given=today),))
        judge = Person(library, profile, today=today).judge
        verdicts = [judge.step(step) for step in plan.steps]
        names = [*judge.session().cautions, *(n for verdict in verdicts for n in (*verdict.cautions, *verdict.said))]
        caused = set(_of_answer(question.slug, library))
        own = [name for name in (*names, *judge.told) if name in caused]
        yield from dict.fromkeys(own) or _of_answer(question.slug, library)


def _of_answer(slug: str, library: Library) -> Iterator[str]:
    return (name for name, caution in library.cautions.items() if slug in caution.profile)
