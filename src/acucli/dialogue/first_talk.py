"""The first talk: what was not given by flags is asked, one short question after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar, get_args

import msgspec

from acucli.dialogue.asking import answer, ask, number_or_enter
from acucli.errors import UsageError
from acucli.guide.plan_options import minutes_of, setting_wanted, waits_from
from acucli.guide.planning import Talk
from acucli.lookup import interpret
from acucli.model.record import Setting
from acucli.render.context import AppContext

TalkSide = Literal["left", "right", "both"]
SinceWhen = Literal["today", "days", "weeks", "months"]
_DEFAULT_MINUTES = 10.0
Chosen = TypeVar("Chosen", bound=str)


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
        since=said.since or _choice(run, "Since when?", get_args(SinceWhen)),
        strength=said.strength if said.strength is not None else _number(run, "How strong is it now, 0 to 10?"),
        worse=said.worse or _asked(run, "What makes it worse? (Enter = nothing special)"),
        setting=said.setting or _choice(run, "Where are you?", get_args(Setting)),
        time=said.time or _asked(run, "How many minutes do you have? (Enter = 10)"),
        gentle=said.gentle,
    )


def _asked(run: AppContext, question: str) -> str:
    return ask(run, question) or ""


def _choice(run: AppContext, question: str, words: Sequence[Chosen], default: Chosen | None = None) -> Chosen | None:
    """Return the first word that begins with what was typed, else the default."""
    typed = _asked(run, f"{question} ({', '.join(words)}; Enter = {default or 'skip'})")
    return next((word for word in words if typed and word.startswith(typed)), default)


def _number(run: AppContext, question: str) -> int | None:
    return answer(run, f"{question} (Enter = skip)", number_or_enter(0, 10))
