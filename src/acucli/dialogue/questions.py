"""The questions before a session, on standard error: never more than can change this plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec

from acucli.dialogue.asking import answer, number_or_enter, yes_or_no, yes_or_no_typed
from acucli.errors import EndedEarly, MachineRefused, UsageError
from acucli.model.answers import Flag, Prepared, Stop
from acucli.model.practice import Plan, Profile, ProfileAnswer
from acucli.profile import profile_answers as answers
from acucli.profile import screening
from acucli.profile.file import save_profile
from acucli.profile.screening import ScreeningPage
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.render.renderer import show
from acucli.safety.messages import FACT_QUESTIONS


class Screened(NamedTuple):
    """Whether the answers changed the profile, and the ids of the warning signs that were read out with them."""

    changed: bool
    signs_read: frozenset[str]


def screen(run: AppContext, plan: Plan) -> Screened:
    """Ask the screen that is due, nothing where none is."""
    due = screening.screen_for(plan, run.library, run.profile, today=run.today)
    if due.kind == "nothing":
        return Screened(False, frozenset())
    before = run.profile.answers
    if due.kind == "first":
        profile = _first(run, due)
    elif due.kind == "again":
        profile = _again(run, due)
    else:
        profile = _with(run, run.profile, _answers_to(run, due.prompt))
    profile = _with_places(run, profile)
    keep_profile(run, profile)
    return Screened(profile.answers != before, frozenset(flag.id for flag in due.signs))


def keep_profile(run: AppContext, profile: Profile) -> None:
    """Keep the profile; where the machine refuses, the answers hold for this run, and that is said."""
    try:
        save_profile(run.environment, profile)
    except MachineRefused as error:
        run.output.warn(f"note: your answers hold for this run only: {error.sentence}")
    run.profile = profile


def whole_screen(run: AppContext) -> Profile:
    """Return the profile after every question was put on one screen; nothing is written yet."""
    due = screening.screen_for(None, run.library, Profile(), today=run.today)
    return _with_places(run, _first(run, due))


def is_so(run: AppContext, stop: Stop) -> bool:
    """Ask whether a sign is so, now, in English and in the language of the words; Enter is no answer.

    Raises:
        EndedEarly: the person left, or could not be understood: that is never taken as a no.
    """
    for flag in stop.red_flags:
        run.output.warn(wrapped(run, f"Before anything is pressed: {flag.ask}"))
    lexicon = run.library.lexicons.get(stop.language)
    if lexicon is not None and lexicon.yes_or_no:
        run.output.warn(wrapped(run, f"{lexicon.may_need_help} {lexicon.yes_or_no}"))
    return answer(run, "Is any of this so, now? y (yes, or not sure) or n:", yes_or_no_typed)


def signs(run: AppContext, prepared: Prepared, said: Collection[str] = ()) -> int | None:
    """Ask the warning signs of this session; return 4 where one stops it, None to go on.

    Raises:
        EndedEarly: the person left, or could not be understood: that is never taken as "none of these".
    """
    asked = [flag for flag in prepared.asked if flag.id not in said]
    if not asked:
        return None
    run.output.warn("\nBefore you press, is any of this so now?")
    for number, flag in enumerate(asked, start=1):
        run.output.warn(wrapped(run, f"{number:>2}  {flag.ask}", rest="    "))
    chosen = answer(run, "Type its number, or Enter for none:", lambda typed: _chosen(typed, asked))
    stopping = [flag for flag in chosen if flag.level in screening.STOPPING_LEVELS]
    if stopping:
        return show(Stop(red_flags=tuple(stopping)), run)
    for flag in chosen:
        run.output.warn(wrapped(run, flag.tell))
    return None


def _chosen(typed: str, asked: Sequence[Flag]) -> list[Flag]:
    if typed in {"", "n", "no", "none", "0"}:
        return []
    numbers = [int(word) for word in re.findall(r"[0-9]+", typed)]
    if not numbers or not all(1 <= number <= len(asked) for number in numbers):
        raise UsageError("that is no number of the list", hint="type the numbers that are so, or Enter for none")
    return [asked[number - 1] for number in dict.fromkeys(numbers)]


def facts(run: AppContext, wanted: Sequence[str]) -> dict[str, bool]:
    """Ask the extra conditions of cautions; only a plain no brings a place back."""
    found: dict[str, bool] = {}
    for fact in wanted:
        question = FACT_QUESTIONS.get(fact, fact.replace("-", " "))
        prompt = f"\n{question[0].upper()}{question[1:]}? (y/n, Enter = yes)"
        found[fact] = answer(run, prompt, yes_or_no(True))
    return found


def shall_i_start(run: AppContext) -> int | None:
    """Ask whether to start, and in the same breath how strong it is now; return that number where it was said.

    Raises:
        EndedEarly: not now.
    """
    return answer(run, "\nStart? Enter = begin (or how strong it is now, 0 to 10), q = not now:", _beginning)


def _beginning(typed: str) -> int | None:
    if typed in {"n", "no"}:
        raise EndedEarly("Not started.")
    return None if typed in {"y", "yes"} else number_or_enter(0, 10)(typed)


def _first(run: AppContext, due: ScreeningPage) -> Profile:
    """Ask the one first screen: what this is, when to get help, and what applies."""
    run.output.warn(wrapped(run, due.about))
    run.output.warn("\nGet help first, and press nothing, when:")
    for flag in due.signs:
        run.output.warn(wrapped(run, f"  - {flag.ask}", rest="    "))
    if due.questions:
        run.output.warn("\nDoes any of this apply to you?")
        for line in _columns(run, [f"{item.number:>3} {item.question.words}" for item in due.questions]):
            run.output.warn(line)
    prompt = "Numbers, or Enter for none:" if due.questions else "Enter to go on:"
    return _with(run, run.profile, _answers_to(run, prompt))


def _again(run: AppContext, due: ScreeningPage) -> Profile:
    """Ask whether old answers still hold: Enter keeps them for another while, n takes them away."""
    profile = run.profile
    if not due.old:
        return profile
    slugs = [old.slug for old in due.old]
    if not answer(run, due.prompt, yes_or_no(True)):
        return _with(run, answers.without_answers(profile, slugs), ())
    renewed = [msgspec.structs.replace(old, given=run.today) for old in due.old]
    return _with(run, profile, renewed)


def _answers_to(run: AppContext, prompt: str) -> tuple[ProfileAnswer, ...]:
    """Return the answers to a prompt: numbers or names, Enter for none."""
    library, today = run.library, run.today
    return answer(
        run, prompt, lambda typed: answers.parse_answers([typed], library.questions, library.regions, today=today)
    )


def _with(run: AppContext, profile: Profile, new: Sequence[ProfileAnswer]) -> Profile:
    return answers.with_answers(profile, new, today=run.today)


def _with_places(run: AppContext, profile: Profile) -> Profile:
    """Ask the place and side of every answer that has none and needs one; unknown places leave everything out."""
    questions = run.library.questions
    for given in profile.answers:
        question = questions.get(given.slug)
        if question is not None and answers.wants_place(given, question):
            profile = _with(run, profile, _answers_to_place(run, given))
    return profile


def _answers_to_place(run: AppContext, given: ProfileAnswer) -> tuple[ProfileAnswer, ...]:
    words = run.library.questions[given.slug].words
    run.output.warn(wrapped(run, f"Where: {words}? A place and a side, such as: knee left, hand both, chest."))

    def understood(typed: str) -> tuple[ProfileAnswer, ...]:
        if not typed:
            return ()
        text = ":".join([given.slug, *typed.replace(",", " ").split()])
        return answers.parse_answers([text], run.library.questions, run.library.regions, today=run.today)

    return answer(run, "Place and side (Enter = I do not know: then no place is offered):", understood)


def _columns(run: AppContext, items: list[str]) -> list[str]:
    """Return items in two columns, those that are too long for one on lines of their own below."""
    width = run.output.text_width
    half = width // 2
    if run.output.abilities.sentences or width < 60:
        return [wrapped(run, item, rest="    ") for item in items]
    short = [item for item in items if len(item) < half]
    rows = (len(short) + 1) // 2
    pairs = [
        f"{short[row]:<{half}}{short[row + rows] if row + rows < len(short) else ''}".rstrip() for row in range(rows)
    ]
    return pairs + [wrapped(run, item, rest="    ") for item in items if len(item) >= half]
