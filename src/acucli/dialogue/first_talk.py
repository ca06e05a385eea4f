"""The first talk: what was not given by flags is asked, one short question after the other."""

from __future__ import annotations

from acucli.dialogue.asking import answer, ask, number_or_enter
from acucli.errors import UsageError
from acucli.guide.plan_options import minutes_of, waits_from
from acucli.guide.planning import Talk
from acucli.lookup import interpret
from acucli.render.context import AppContext

_DEFAULT_MINUTES = 10.0


def talk_from(
    run: AppContext,
    *,
    what: str,
    side: str,
    since: str,
    strength: int,
    worse: str,
    setting: str,
    time: str,
    gentle: bool,
) -> Talk:
    """Return the talk; where nobody can answer, flags and defaults stand.

    Raises:
        UsageError: what is the matter was not said.
    """
    asks = run.may_ask
    what = what.strip() or (_asked(run, "What is the matter, and where?") if asks else "")
    if not what:
        raise UsageError("what is the matter was not said", hint='try: acu plan "stiff neck" --since weeks')
    if asks and not interpret(what, run.library).stops:
        side = side or _choice(run, "Which side?", ("left", "right", "both"), "both")
        since = since or _choice(run, "Since when?", ("today", "days", "weeks", "months"), "")
        strength = strength if strength >= 0 else _number(run, "How strong is it now, 0 to 10?")
        worse = worse or _asked(run, "What makes it worse? (Enter = nothing special)")
        setting = setting or _choice(run, "Where are you?", ("desk", "public", "shoes-on", "lying"), "")
        time = time or _asked(run, "How many minutes do you have? (Enter = 10)")
    settings = run.settings
    return Talk(
        what=what,
        side=side or "both",  # type: ignore[arg-type]
        since=since,  # type: ignore[arg-type]
        strength=strength if 0 <= strength <= 10 else None,
        worse=worse,
        setting=setting or settings.setting,
        minutes=minutes_of(time) if time else _DEFAULT_MINUTES,
        gentle=gentle or settings.gentle,
        waits=waits_from(settings),
        pressed_today=run.pressed_today,
    )


def _asked(run: AppContext, question: str) -> str:
    return ask(run, question) or ""


def _choice(run: AppContext, question: str, words: tuple[str, ...], default: str) -> str:
    typed = _asked(run, f"{question} ({', '.join(words)}; Enter = {default or 'skip'})")
    fitting = [word for word in words if typed and word.startswith(typed)]
    return fitting[0] if fitting else default


def _number(run: AppContext, question: str) -> int:
    found = answer(run, f"{question} (Enter = skip)", number_or_enter(0, 10))
    return -1 if found is None else found
