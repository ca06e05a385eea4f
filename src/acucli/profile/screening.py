"""Screening: which answers could change this plan, grouped by what they change, and when each is asked again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Plan, PlanStep, Profile, ProfileAnswer, Verdict
from acucli.model.safety import Question, RedFlag
from acucli.profile.profile_answers import days_until_asked, expired, is_older, wants_place
from acucli.safety.judge import Judge
from acucli.text.fold import fold_phrase

STOPPING_LEVELS = frozenset({"emergency", "crisis", "urgent"})
"""Levels at which no session starts; `see-doctor` is said and the session goes on."""
MOST_IN_A_GROUP = 9
"""One key each."""
NOT_PREGNANT_DAYS = 28
"""How long "none of these" holds about pregnancy."""
NOT_SO_DAYS = 90
"""How long "none of these" holds about everything else that does not change from day to day."""
_ANY = "any"
_PREGNANCY = ("pregnant", "maybe-pregnant", "postpartum")
_FIRST = (("under-18",), _PREGNANCY, ("blood-thinners", "bleeds-easily", "low-platelets"))
"""Asked before all others, each with those that belong to it."""
NOT_NOW, WE_ASK_WHERE, PLACES_CHANGE, GENTLER = "not now", "where?", "places change", "gentler"
_DAILY_DAYS = 3
"""An answer that is asked again within so many days may be another one tomorrow."""
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


class Group(NamedTuple):
    """Questions with one effect; `effect` says what a yes changes, empty where there is no plan to change."""

    questions: tuple[Question, ...]
    effect: str = ""

    @property
    def brief(self) -> str:
        """Return all of them in one line."""
        return ", ".join(question.brief or question.words for question in self.questions)


class Due(NamedTuple):
    """What is to be asked before a plan.

    `groups` hold what was never answered or whose answer no longer holds; `daily` what changes from day to day and was
    denied on an earlier day; `old` are given answers to be asked again, `placeless` those without their place.
    """

    groups: tuple[Group, ...]
    daily: tuple[Question, ...] = ()
    old: tuple[ProfileAnswer, ...] = ()
    placeless: tuple[ProfileAnswer, ...] = ()


def stops(flag: RedFlag) -> bool:
    """Tell whether a yes to this sign means that no session starts; nothing overrides it."""
    return flag.level in STOPPING_LEVELS


def signs_for(conditions: Sequence[str], library: Library, profile: Profile) -> SessionSigns:
    """Return the warning signs of these conditions for this person.

    Asked: the signs of the first screen and of every session that apply, and those an answer of the profile calls for.
    Signs for certain people (`only_if`) are left out unless the profile says so; a sign that is the complaint itself
    is never asked.
    """
    slugs = {*conditions, *parents_of(conditions, library)}
    given = {answer.slug for answer in profile.answers} | set(told_about(conditions))
    called = set(called_for(library, {answer.slug for answer in profile.answers}))
    listed = {name for slug in conditions if slug in library.conditions for name in library.conditions[slug].watch_for}
    asked: list[RedFlag] = []
    shown: list[RedFlag] = []
    for flag in library.red_flags.values():
        if flag.id not in called and not _concerns(flag, slugs, listed, given):
            continue
        if flag.asked == "before-session" or flag.id in called:
            (shown if is_the_complaint(flag, conditions, library) else asked).append(flag)
        elif flag.asked == "first-screen" and not slugs.isdisjoint(flag.applies_to):
            asked.append(flag)
        elif flag.asked == "shown" or flag.id in listed:
            shown.append(flag)
    return SessionSigns(tuple(asked), tuple(shown))


def told_by(conditions: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the answers that asking for these conditions gives by itself, such as `pregnant` for morning sickness.

    Answers that need a place are left to the person.
    """
    return tuple(slug for slug in told_about(conditions) if not library.questions[slug].asks_place)


def told_about(conditions: Iterable[str]) -> tuple[str, ...]:
    """Return what asking for these conditions tells of a person, places known or not."""
    return tuple(dict.fromkeys(_TOLD_BY_CONDITION[slug] for slug in conditions if slug in _TOLD_BY_CONDITION))


def parents_of(conditions: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the general conditions above these, whose signs are theirs too."""
    known = (library.conditions[slug] for slug in conditions if slug in library.conditions)
    return tuple(dict.fromkeys(condition.parent for condition in known if condition.parent))


def called_for(library: Library, given: Collection[str]) -> tuple[str, ...]:
    """Return the warning signs that these answers call for."""
    return tuple(
        dict.fromkeys(
            sign
            for caution in library.cautions.values()
            if caution.ask_flags and not set(caution.profile).isdisjoint(given)
            for sign in caution.ask_flags
            if sign in library.red_flags
        )
    )


def is_the_complaint(flag: RedFlag, conditions: Sequence[str], library: Library) -> bool:
    """Tell whether the person has already said everything the sign asks: every part of it is the complaint."""
    if flag.all_of or not flag.any_of:
        return False
    own = set()
    for slug in conditions:
        if slug in library.conditions:
            condition = library.conditions[slug]
            own |= {fold_phrase(text) for text in (condition.slug, condition.name, *condition.also)}
    return all(fold_phrase(text) in own for text in flag.any_of)


def is_daily(question: Question) -> bool:
    """Tell whether the answer may be another one tomorrow: a fever, a swollen leg, a hot joint, an injury."""
    return 0 <= days_until_asked(question) <= _DAILY_DAYS


def denied(profile: Profile, library: Library, *, today: str) -> frozenset[str]:
    """Return the answers that were asked, did not apply, and need not be asked again yet."""
    return frozenset(
        slug
        for slug, said in profile.said_no.items()
        if slug in library.questions and not is_older(said, _days_of_no(library.questions[slug]), today)
    )


def due_for(plan: Plan | None, library: Library, profile: Profile, *, today: str) -> Due:
    """Return what is to be asked before this plan: only what can change it and has no answer that still holds.

    Without a plan: every question, grouped by its screen. An open plan asks nothing. What changes from day to day is
    among the groups until it was once asked: from then on it stands beside the danger question of every start.
    """
    if plan is None:
        groups = tuple(group for members in _by_screen(library.questions.values()) for group in _parted(members, ""))
        return Due(groups)
    if plan.open:
        return Due(())
    refused = denied(profile, library, today=today)
    open_now = [item for slug, item in library.questions.items() if not profile.has(slug)]
    daily = [item for item in open_now if is_daily(item) and item.slug in profile.said_no]
    unknown = [item for item in open_now if item.slug not in refused and item not in daily]
    effects = _changes((*unknown, *daily), plan, library, profile, today)
    return Due(
        groups=_grouped([item for item in unknown if item.slug in effects], effects),
        daily=tuple(item for item in daily if item.slug in effects),
        old=expired(profile, library.questions, today),
        placeless=placeless(profile, library),
    )


def placeless(profile: Profile, library: Library) -> tuple[ProfileAnswer, ...]:
    """Return the answers whose place is still unknown."""
    known = (item for item in profile.answers if item.slug in library.questions)
    return tuple(item for item in known if wants_place(item, library.questions[item.slug]))


def with_no(profile: Profile, slugs: Iterable[str], *, today: str) -> Profile:
    """Return the profile with the day on which these were asked and did not apply."""
    return msgspec.structs.replace(profile, said_no={**profile.said_no, **dict.fromkeys(slugs, today)}, screened=today)


def _days_of_no(question: Question) -> int:
    if question.slug in _PREGNANCY:
        return NOT_PREGNANT_DAYS
    return 1 if is_daily(question) else NOT_SO_DAYS


def _concerns(flag: RedFlag, slugs: set[str], listed: set[str], given: set[str]) -> bool:
    if flag.only_if and given.isdisjoint(flag.only_if):
        return False
    if flag.asked in {"words-only", "net"}:
        return flag.id in listed
    return flag.id in listed or not slugs.isdisjoint(flag.applies_to) or _ANY in flag.applies_to


def _grouped(questions: Sequence[Question], effects: Mapping[str, str]) -> tuple[Group, ...]:
    """Return questions in groups by what they change: under 18, pregnancy and blood first, nine at most in each."""
    left = list(questions)
    made: list[Group] = []
    for family in _FIRST:
        members = tuple(item for item in left if item.slug in family)
        if members:
            made.append(Group(members, effects[members[0].slug]))
        left = [item for item in left if item.slug not in family]
    by_effect: dict[str, list[Question]] = {}
    for item in left:
        by_effect.setdefault(_kind_of(effects[item.slug]), []).append(item)
    return (*made, *(group for effect, members_of in by_effect.items() for group in _parted(members_of, effect)))


def _kind_of(effect: str) -> str:
    """Return an effect as coarsely as one line can say it of several answers."""
    return effect if effect in {NOT_NOW, WE_ASK_WHERE, PLACES_CHANGE} else GENTLER


def _by_screen(questions: Iterable[Question]) -> list[list[Question]]:
    screens: dict[int, list[Question]] = {}
    for item in questions:
        screens.setdefault(item.screen, []).append(item)
    return [screens[number] for number in sorted(screens)]


def _parted(questions: Sequence[Question], effect: str) -> list[Group]:
    """Return groups of at most nine, as even as they can be."""
    count = -(-len(questions) // MOST_IN_A_GROUP)
    size = -(-len(questions) // count) if count else 1
    return [Group(tuple(questions[at : at + size]), effect) for at in range(0, len(questions), size)]


class _StepLook(NamedTuple):
    """What a verdict leaves of one step; `gone` says why nothing of it is left."""

    gone: str
    pressure: int
    seconds: float
    together: bool
    look_first: bool


class _Look(NamedTuple):
    """Everything of a plan that a verdict can change: what is left of each step, the breath, the session."""

    steps: tuple[_StepLook, ...]
    breathing: str
    session: str


def _look(plan: Plan, judge: Judge) -> _Look:
    steps = tuple(_left_of(step, judge.step(step)) for step in plan.steps)
    return _Look(steps, judge.breathing(plan.pace.slug)[0], judge.session().action)


def _left_of(step: PlanStep, verdict: Verdict) -> _StepLook:
    return _StepLook(
        gone="" if verdict.action in {"allowed", "lighter"} else verdict.action,
        pressure=min(step.pressure, verdict.max_pressure),
        seconds=min(step.seconds, verdict.max_seconds),
        together=step.side == "both" and verdict.both_at_once,
        look_first=verdict.look_first,
    )


def _changes(
    questions: Iterable[Question], plan: Plan, library: Library, profile: Profile, today: str
) -> dict[str, str]:
    """Return what a yes to each question changes in this plan, in a few words; those that change nothing are absent.

    A question that its record asks for these conditions is there in any case: the session is made gentler by words.
    """
    topics = {*plan.conditions, *parents_of(plan.conditions, library)}
    before = _look(plan, Judge(library, profile, today=today))
    found = {}
    for question in questions:
        answers = (*profile.answers, ProfileAnswer(slug=question.slug, given=today))
        after = _look(plan, Judge(library, msgspec.structs.replace(profile, answers=answers), today=today))
        if after != before:
            found[question.slug] = _effect(question, plan, before, after)
        elif not topics.isdisjoint(question.asked_for):
            found[question.slug] = GENTLER
    return found


def _effect(question: Question, plan: Plan, before: _Look, after: _Look) -> str:
    pairs = list(zip(before.steps, after.steps, strict=True))
    places = {step.place for step in plan.steps}
    gone = {step.place for step, look in zip(plan.steps, after.steps, strict=True) if look.gone}
    if after.session != before.session or (gone == places and not question.asks_place):
        return NOT_NOW
    if question.asks_place:
        return WE_ASK_WHERE
    if gone:
        return PLACES_CHANGE
    if any(new.pressure < old.pressure or new.seconds < old.seconds for old, new in pairs):
        longest = max(look.seconds for look in after.steps)
        light = all(look.pressure == 1 for look in after.steps)
        shorter = longest < max(look.seconds for look in before.steps)
        return f"light, {longest:g} s" if light and shorter else "light" if light else GENTLER
    return "we look first" if any(new.look_first != old.look_first for old, new in pairs) else GENTLER
