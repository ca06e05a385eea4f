"""Screening: what is asked before a session, and only what can change this plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from acucli.model.library import Library
from acucli.model.practice import Plan, PlanStep, Profile, ProfileAnswer, Verdict
from acucli.model.safety import Question, RedFlag
from acucli.profile.profile_answers import expired, say_answer, wants_place
from acucli.safety.judge import Judge
from acucli.text.fold import fold_phrase

STOPPING_LEVELS = frozenset({"emergency", "crisis", "urgent"})
"""Levels at which no session starts; `see-doctor` is said and the session goes on."""
SIGNS_ON_FIRST_SCREEN = 4
WHAT_THIS_IS = (
    "acucli teaches and times pressing points on yourself, for adults. It does not diagnose, and it replaces no"
    " medicine, treatment or doctor."
)
_ANY = "any"
# Who asks for one of these has told the answer with it.
_TOLD_BY_CONDITION: dict[str, str] = {
    "nausea-pregnancy": "pregnant",
    "labour-pain": "pregnant",
    "nausea-labour": "pregnant",
    "nausea-chemotherapy": "cancer-treatment",
    "cancer-fatigue": "cancer",
    "cancer-pain": "cancer",
}


class SessionSigns(NamedTuple):
    """Warning signs of a session: those that are asked, and those that are only shown."""

    asked: tuple[RedFlag, ...]
    shown: tuple[RedFlag, ...]


class Numbered(NamedTuple):
    """A question with the number it is answered by; the number is the same on every screen."""

    number: int
    question: Question


class ScreeningPage(NamedTuple):
    """What one screen says and asks.

    `kind` is `nothing` (start), `first` (the whole screen), `again` (answers that are old) or `line` (one line).
    `signs` are read out, never decided by a yes; `places` are answers whose place is still unknown.
    """

    kind: Literal["nothing", "first", "again", "line"]
    about: str = ""
    signs: tuple[RedFlag, ...] = ()
    questions: tuple[Numbered, ...] = ()
    old: tuple[ProfileAnswer, ...] = ()
    places: tuple[ProfileAnswer, ...] = ()
    prompt: str = ""


def stops(flag: RedFlag) -> bool:
    """Tell whether a yes to this sign means that no session starts; nothing overrides it."""
    return flag.level in STOPPING_LEVELS


def signs_for(conditions: Sequence[str], library: Library, profile: Profile) -> SessionSigns:
    """Return the warning signs of these conditions for this person.

    Asked: the signs of the first screen and of every session that apply, and those an answer of the profile calls for.
    Signs for certain people (`only_if`) are left out unless the profile says so; a sign that is the complaint itself
    is never asked.
    """
    slugs = {*conditions, *(parent for slug in conditions for parent in _family(slug, library))}
    given = {answer.slug for answer in profile.answers} | {_TOLD_BY_CONDITION.get(slug, "") for slug in conditions}
    called = {name for name in _called_for(library, profile) if name in library.red_flags}
    listed = {name for slug in conditions if slug in library.conditions for name in library.conditions[slug].watch_for}
    asked: list[RedFlag] = []
    shown: list[RedFlag] = []
    for flag in library.red_flags.values():
        if flag.id not in called and not _concerns(flag, slugs, listed, given):
            continue
        if flag.asked == "before-session" or flag.id in called:
            (shown if _is_the_complaint(flag, conditions, library) else asked).append(flag)
        elif flag.asked == "first-screen" and not slugs.isdisjoint(flag.applies_to):
            asked.append(flag)
        elif flag.asked == "shown" or flag.id in listed:
            shown.append(flag)
    return SessionSigns(tuple(asked), tuple(shown))


def told_by(conditions: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the answers that asking for these conditions gives by itself, such as `pregnant` for morning sickness.

    Answers that need a place are left to the person.
    """
    slugs = (_TOLD_BY_CONDITION[slug] for slug in conditions if slug in _TOLD_BY_CONDITION)
    return tuple(dict.fromkeys(slug for slug in slugs if not library.questions[slug].asks_place))


def first_signs(conditions: Sequence[str], library: Library) -> tuple[RedFlag, ...]:
    """Return the signs of the first screen: those for everybody and for these conditions, at least four."""
    flags = [flag for flag in library.red_flags.values() if flag.asked == "first-screen"]
    fitting = {flag.id for flag in flags if _ANY in flag.applies_to or set(conditions) & set(flag.applies_to)}
    for flag in flags:
        if len(fitting) < SIGNS_ON_FIRST_SCREEN:
            fitting.add(flag.id)
    return tuple(flag for flag in flags if flag.id in fitting)


def questions_for(plan: Plan | None, library: Library, profile: Profile, *, today: str) -> tuple[Numbered, ...]:
    """Return the questions whose answer can change this plan, or what is said of it, and that the profile has not
    answered.

    Without a plan: every question. An open plan asks nothing.
    """
    numbered = [Numbered(number, item) for number, item in enumerate(library.questions.values(), start=1)]
    if plan is None:
        return tuple(numbered)
    if plan.open:
        return ()
    open_questions = [item for item in numbered if not profile.has(item.question.slug)]
    before = _look(plan, Judge(library, profile, today=today))
    topics = {*plan.conditions, *(parent for slug in plan.conditions for parent in _family(slug, library))}
    return tuple(
        item
        for item in open_questions
        if not topics.isdisjoint(item.question.asked_for)
        or _can_change(item.question, plan, library, profile, before, today)
    )


def screen_for(plan: Plan | None, library: Library, profile: Profile, *, today: str) -> ScreeningPage:
    """Return the screen before this plan: all of it the first time, later what is old, else one line."""
    if plan is not None and plan.open:
        return ScreeningPage("nothing")
    places = tuple(
        item
        for item in profile.answers
        if item.slug in library.questions and wants_place(item, library.questions[item.slug])
    )
    if not profile.screened:
        return ScreeningPage(
            "first",
            WHAT_THIS_IS,
            first_signs(plan.conditions if plan else (), library),
            questions_for(plan, library, profile, today=today),
            places=places,
            prompt="Does any of this apply? Type the numbers, or Enter for none:",
        )
    old = expired(profile, library.questions, today)
    if old or places:
        again = ", ".join(say_answer(item, library.questions) for item in old)
        prompt = f"Still so? {again}. Enter = yes, n = no longer:" if old else "Where is it? Place and side:"
        return ScreeningPage("again", old=old, places=places, prompt=prompt)
    if profile.screened >= today:
        return ScreeningPage("nothing")
    return ScreeningPage("line", prompt=f"Anything new since {profile.screened}? Enter = no, or type what:")


def _concerns(flag: RedFlag, slugs: set[str], listed: set[str], given: set[str]) -> bool:
    if flag.only_if and given.isdisjoint(flag.only_if):
        return False
    if flag.asked in {"words-only", "net"}:
        return flag.id in listed
    return flag.id in listed or not slugs.isdisjoint(flag.applies_to) or _ANY in flag.applies_to


def _family(slug: str, library: Library) -> tuple[str, ...]:
    """Return the general conditions above one, whose signs are its own."""
    condition = library.conditions.get(slug)
    return (condition.parent,) if condition is not None and condition.parent else ()


def _called_for(library: Library, profile: Profile) -> Iterable[str]:
    for caution in library.cautions.values():
        if caution.ask_flags and any(profile.has(answer) for answer in caution.profile):
            yield from caution.ask_flags


def _is_the_complaint(flag: RedFlag, conditions: Sequence[str], library: Library) -> bool:
    """Tell whether the person has already said everything the sign asks: every part of it is the complaint."""
    if flag.all_of or not flag.any_of:
        return False
    own = set()
    for slug in conditions:
        if slug in library.conditions:
            condition = library.conditions[slug]
            own |= {fold_phrase(text) for text in (condition.slug, condition.name, *condition.also)}
    return all(fold_phrase(text) in own for text in flag.any_of)


_Look = tuple[tuple[tuple[str, int, float, bool, bool], ...], str, str]


def _look(plan: Plan, judge: Judge) -> _Look:
    """Return everything of a plan that a verdict can change: what is left of each step, the breath, the session."""
    steps = tuple(_left_of(step, judge.step(step)) for step in plan.steps)
    return steps, judge.breathing(plan.pace.slug)[0], judge.session().action


def _left_of(step: PlanStep, verdict: Verdict) -> tuple[str, int, float, bool, bool]:
    kept = "" if verdict.action in {"allowed", "lighter"} else verdict.action
    together = step.side == "both" and verdict.both_at_once
    pressure, seconds = min(step.pressure, verdict.max_pressure), min(step.seconds, verdict.max_seconds)
    return kept, pressure, seconds, together, verdict.look_first


def _can_change(question: Question, plan: Plan, library: Library, profile: Profile, before: _Look, today: str) -> bool:
    answers = (*profile.answers, ProfileAnswer(slug=question.slug, given=today))
    judge = Judge(library, Profile(answers=answers, blocked_points=profile.blocked_points), today=today)
    return _look(plan, judge) != before
