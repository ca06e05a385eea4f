"""A minute of calm: the words that come with it are heard first, then nothing stands before the first breath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from acucli.errors import ExitStatus, UsageError
from acucli.guide import calm_plan
from acucli.guide.warnings import stop_in
from acucli.host.abilities import abilities
from acucli.host.environment import Environment
from acucli.journal.store import Journal
from acucli.model.practice import Event, Plan
from acucli.render.context import AppContext
from acucli.render.renderer import refuse_unless, show
from acucli.runner.calm_lines import CalmLines
from acucli.runner.calm_screen import CalmScreen
from acucli.runner.console import wants_lines
from acucli.runner.event_lines import EventLines
from acucli.runner.glyphs import ASCII, Glyphs, glyphs_for
from acucli.runner.loop import Outcome
from acucli.runner.run import run as run_session
from acucli.runner.screen_rows import FrameOptions
from acucli.runner.views import Listener, View
from acucli.safety.crisis_help import country_of_locale, help_for, number_to_call, numbers_at_hand
from acucli.session.state import SessionStart
from acucli.sound.calm_cues import calm_cues


class CalmOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a minute of calm is shown and sounded; empty and 0 mean: as it is set."""

    still: bool = False
    cues: str = ""
    voice_rate: int = 0
    events: Literal["jsonl"] | None = None
    speed: float = 1.0


_NO_WISHES = CalmOptions()


def start_calm(run: AppContext, words: Sequence[str], wishes: CalmOptions = _NO_WISHES) -> int:
    """Run a minute of calm, or as long as one of the words says, and return the exit status.

    Other words are heard for danger first; where they raise none, calm is the answer to them.

    Raises:
        UsageError: a time that is none, or a format that is for programs.
    """
    times = [word for word in words if calm_plan.is_time(word)]
    others = " ".join(word for word in words if not calm_plan.is_time(word)).strip()
    stop = stop_in(others, run.library) if others else None
    if stop is not None:
        return show(stop, run)
    if len(times) > 1:
        raise UsageError(f"one time is enough, not {' and '.join(times)}", hint="for example: acu calm 3m")
    refuse_unless(run, ("table", "plain"), hint="--events jsonl gives all events")
    seconds = calm_plan.calm_seconds(times[0] if times else "")
    return run_calm(run, seconds, wishes)


def run_calm(run: AppContext, seconds: float, wishes: CalmOptions = _NO_WISHES) -> int:
    """Run so many seconds of breath and return the exit status; the journal keeps when it was, and how long."""
    plan = plan_for(run, seconds)
    view = _view(run, wishes)
    listener = _sounds(run, wishes, view)
    run.output.flush()
    outcome = run_session(
        plan,
        environment=run.environment,
        keep=_keeper(run.environment),
        presenter=view,
        start=SessionStart(speed=wishes.speed, rehearsal=wishes.speed != 1.0),
        listeners=[listener] if listener is not None else [],
        farewell=_farewell(run, plan) if view.alternate else None,
    )
    return int(ExitStatus.DONE if outcome.why in {"done", "SIGPIPE"} else ExitStatus.ENDED_EARLY)


def plan_for(run: AppContext, seconds: float) -> Plan:
    """Return the plan of so many seconds of breath, with the number that this person would call."""
    own = help_for(run.library, run.own_numbers, today=run.today)
    return calm_plan.calm_plan(run.library, seconds, number=number_to_call(own))


def _view(run: AppContext, wishes: CalmOptions) -> View:
    if wishes.events:
        return EventLines()
    here = run.environment
    can = abilities(here, plain=run.options.plain, no_colour=run.options.no_color)
    encoding = getattr(here.stdout, "encoding", None) or "utf-8"
    glyphs: Glyphs = glyphs_for(encoding, here.variables) if can.unicode else ASCII
    locale = here.variable("LC_ALL") or here.variable("LANG")
    known = help_for(run.library, run.own_numbers, country=country_of_locale(locale), today=run.today)
    numbers = numbers_at_hand(run.library, known, run.today)
    if wants_lines(here.variables, is_terminal=can.is_terminal, plain=run.options.plain):
        return CalmLines(glyphs, numbers=numbers, spoken=here.flag("ACCESSIBLE"), mono=here.clock.mono)
    look = FrameOptions(glyphs=glyphs, still=wishes.still or run.settings.reduced_motion)
    return CalmScreen(look, numbers=numbers, variables=here.variables, colour=can.colour, mono=here.clock.mono)


def _sounds(run: AppContext, wishes: CalmOptions, view: View) -> Listener | None:
    """Return the voice or chimes; a rehearsal is silent unless asked, and what is missing is not worth a word here."""
    chosen = wishes.cues or ("" if run.settings.cues == "auto" else run.settings.cues)
    wanted = tuple("off" if word == "none" else word for word in chosen.replace(",", " ").split() if word != "auto")
    if wishes.events or (wishes.speed != 1.0 and not wanted):
        return None
    rate = wishes.voice_rate or run.settings.voice_rate
    return calm_cues(run.environment, wanted=wanted, rate=rate, show=view.tell).cues


def _keeper(environment: Environment) -> Callable[[Event], None]:
    """Return what keeps of each event what calm keeps: the time alone."""
    journal = Journal(environment)

    def keep(event: Event) -> None:
        kept = calm_plan.time_alone(event)
        if kept is not None:
            journal.append(kept)

    return keep


def _farewell(run: AppContext, plan: Plan) -> Callable[[Outcome], None]:
    """Return what tells on the restored terminal what is said at the end."""

    def tell(outcome: Outcome) -> None:
        for sentence in plan.close:
            run.output.warn(sentence)

    return tell
