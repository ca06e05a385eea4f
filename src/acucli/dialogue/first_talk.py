"""The first talk: what was not given by flags is asked, one short question after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, TypeVar, get_args

import msgspec

from acucli.dialogue.asking import LEAVE, ask
from acucli.errors import EndedEarly, RecordNotFound, UsageError
from acucli.guide.plan_options import minutes_of, setting_wanted, waits_from
from acucli.guide.planning import Talk
from acucli.guide.warnings import stop_in
from acucli.lookup import interpret
from acucli.model.record import Setting
from acucli.render.context import AppContext

TalkSide = Literal["left", "right", "both"]
SinceWhen = Literal["today", "days", "weeks", "months"]
_DEFAULT_MINUTES = 10.0
Chosen = TypeVar("Chosen", bound=str)
Answer = TypeVar("Answer")


class TalkOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the flags of `acu plan` said; empty and None: it was not said."""

    what: str = ""
    side: TalkSide | None = None
    since: SinceWhen | None = None
    strength: int | None = None
    worse: str = ""
    setting: Setting | None = None
    time: str = ""
    gentle: bool = False


def talk_from(run: AppContext, given: TalkOptions) -> Talk:
    """Return the talk; where nobody can answer, flags and defaults stand.

    Raises:
        UsageError: what is the matter was not said.
    """
    what = given.what.strip() or (_asked(run, "What is the matter, and where?") if run.may_ask else "")
    if not what:
        raise UsageError("what is the matter was not said", hint='try: acu plan "stiff neck" --since weeks')
    said = msgspec.structs.replace(given, what=what)
    if run.may_ask and not interpret(what, run.library).stops:
        said = _completed(run, said)
    settings = run.settings
    return Talk(
        what=what,
        side=said.side or "both",
        since=said.since or "",
        strength=said.strength,
        worse=said.worse,
        setting=setting_wanted(said.setting, settings),
        minutes=minutes_of(said.time) if said.time else _DEFAULT_MINUTES,
        gentle=said.gentle or settings.gentle,
        waits=waits_from(settings),
        pressed_today=run.pressed_today,
    )


def _completed(run: AppContext, said: TalkOptions) -> TalkOptions:
    """Return what was said with what was asked for the rest, in this order."""
    return TalkOptions(
        what=said.what,
        side=said.side or _choice(run, "Which side?", get_args(TalkSide), "both"),
        since=said.since or _since(run),
        strength=said.strength if said.strength is not None else _number(run, "How strong is it now, 0 to 10?"),
        worse=said.worse or _asked(run, "What makes it worse? (Enter = nothing special)"),
        setting=said.setting or _choice(run, "Where are you?", get_args(Setting)),
        time=said.time or _time(run),
        gentle=said.gentle,
    )


def _asked(run: AppContext, question: str) -> str:
    return ask(run, question) or ""


def _choice(run: AppContext, question: str, words: Sequence[Chosen], default: Chosen | None = None) -> Chosen | None:
    """Return the word that was typed or begun, else the default."""

    def read(typed: str) -> Chosen | None:
        found = [word for word in words if typed and word.startswith(typed)]
        found = found or [word for word in words if word in typed.split()]
        return found[0] if found else None

    said = f"{question} ({', '.join(words)}; Enter = {default or 'skip'})"
    return _understood(run, said, read, f"one of {', '.join(words)}") or default


def _since(run: AppContext) -> SinceWhen | None:
    """Return since when it is, in anybody's words: a day of the week, "three weeks", "last year"."""
    words = get_args(SinceWhen)
    question = f"Since when? ({', '.join(words)}; Enter = skip)"
    return _understood(run, question, since_when, f"one of {', '.join(words)}, a day, or a number of them")


def since_when(text: str) -> SinceWhen | None:
    """Return what words of time come to: today, days, weeks or months; None where they say none."""
    said = text.lower()
    for since, sign in _SINCE.items():
        if sign.search(said):
            return since
    begun = [word for word in get_args(SinceWhen) if len(said) > 1 and word.startswith(said)]
    return begun[0] if begun else None


_WEEKDAY = "mon|tues|wednes|thurs|fri|satur|sun"
_SINCE: dict[SinceWhen, re.Pattern[str]] = {
    "months": re.compile(r"\b(months?|years?|ages|always|for ever|forever|childhood|decades?)\b"),
    "weeks": re.compile(r"\bweeks?\b|\bfortnight\b"),
    "days": re.compile(rf"\b(days?|yesterday|last night|({_WEEKDAY})day|weekend)\b"),
    "today": re.compile(r"\b(today|now|just|hours?|minutes?|this (morning|afternoon|evening)|tonight)\b"),
}


def _time(run: AppContext) -> str:
    """Return how long somebody has, as `minutes_of` reads it; "" where that was left open."""

    def read(typed: str) -> str | None:
        word = " ".join(_NUMBER_WORDS.get(part, part) for part in typed.split())
        try:
            minutes_of(word)
        except UsageError:
            return None
        return word

    return _understood(run, "How many minutes do you have? (Enter = 10)", read, "minutes, such as 5 or 10m") or ""


def _number(run: AppContext, question: str) -> int | None:
    """Return how strong it is as a number; words are asked for as one, nobody here guesses it."""
    hint = "a number from 0, none, to 10, the worst there is"
    return _understood(run, f"{question} (Enter = skip)", strength_of, hint)


def strength_of(text: str) -> int | None:
    """Return the number from 0 to 10 in words such as `7`, `about seven` or `7/10`; None where there is none."""
    words = [_NUMBER_WORDS.get(word, word) for word in re.findall(r"[a-z]+|\d+", text.lower().split("/")[0])]
    numbers = [int(word) for word in words if word.isdigit() and len(word) < _LONG_NUMBER]
    return numbers[0] if len(numbers) == 1 and numbers[0] <= _STRONGEST else None


_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_NUMBERS)}
_STRONGEST, _LONG_NUMBER = 10, 4
_TRIES = 2


def _understood(run: AppContext, question: str, read: Callable[[str], Answer | None], hint: str) -> Answer | None:
    """Return what was read of an answer; what is not understood is asked once more, and then said to be left open.

    Raises:
        EndedEarly: the person left.
        RecordNotFound: there is danger in what was typed, which is heard where that is caught.
    """
    for tries in range(_TRIES):
        typed = ask(run, question)
        if typed in LEAVE:
            raise EndedEarly("Not started.")
        if not typed:
            return None
        found = read(typed)
        if found is not None:
            return found
        if stop_in(typed, run.library) is not None:
            raise RecordNotFound("answer", typed)
        last = tries == _TRIES - 1
        run.output.warn(f"{typed!r} is not understood here{': left open' if last else f'; {hint}, or Enter'}.")
    return None
