"""The run itself: presenter, cues, hooks and journal are put together, and the end is told."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from acucli.cli.sessions.session_options import SessionOptions
from acucli.dialogue.after import ask_after, say_how_it_ended
from acucli.dialogue.keeping import keep_profile
from acucli.errors import ExitStatus, UsageError
from acucli.host.settings import Settings
from acucli.journal.store import Journal
from acucli.model.practice import Event, Plan
from acucli.render.context import AppContext
from acucli.render.pictures import session_picture
from acucli.render.progress import progress
from acucli.render.urgent import numbers_in_short
from acucli.runner.loop import Outcome
from acucli.runner.run import run as run_session
from acucli.runner.views import Listener, View, view_for
from acucli.session.state import SessionPosition, SessionStart
from acucli.sound.audio import Audio, SoundOptions, sounded, wave_of
from acucli.sound.audio import write_audio as write
from acucli.sound.cue_setup import CueSetup, build_cues, cue_names
from acucli.text.counting import counted

_ASK_SECONDS = 300.0
"""How long "how is it now?" waits at the end: nobody is hurried, and no terminal is held for ever."""


class Ready(NamedTuple):
    """A plan with room for the words of a voice, and what shows and sounds it."""

    plan: Plan
    presenter: View
    cues: Listener | None


class TakenUp(NamedTuple):
    """Where an interrupted session goes on, and the id of that session."""

    at: SessionPosition
    sid: str


def ready(run: AppContext, asked: SessionOptions, plan: Plan) -> Ready:
    """Return what a session needs before anything is promised: its length depends on what is spoken."""
    settings = run.settings
    presenter = view_for(
        run.environment,
        plain=run.options.plain,
        events=asked.events or "",
        colour=run.output.abilities.colour,
        huge=asked.huge or settings.huge,
        still=asked.still or settings.reduced_motion,
        picture=session_picture(run, asked.figure),
        numbers=numbers_in_short(run),
        discreet=settings.discreet,
    )
    sounds = _sounds(run, asked, settings, plan, presenter)
    return Ready(sounds.plan, presenter, sounds.cues)


def run_plan(
    run: AppContext,
    asked: SessionOptions,
    made: Ready,
    *,
    score_before: int | None = None,
    taken_up: TakenUp | None = None,
) -> int:
    """Run a plan to its end and return the exit status; a fatal signal ends the process by that signal.

    A reader that has gone (`| head`) ends it quietly with 0.
    """
    run.output.flush()
    outcome = run_session(
        made.plan,
        environment=run.environment,
        keep=_keeping(run, asked),
        presenter=made.presenter,
        start=SessionStart(
            speed=asked.speed,
            rehearsal=asked.rehearsal,
            at=taken_up.at if taken_up is not None else None,
            resumes=taken_up.sid if taken_up is not None else "",
            ask_seconds=0.0 if asked.for_another else _ASK_SECONDS,
            before=score_before,
            pressed_today={} if asked.rehearsal or asked.for_another else run.pressed_today,
            waits=not made.presenter.alternate and not asked.rehearsal and run.settings.ready_seconds > 0,
        ),
        listeners=[*([made.cues] if made.cues else []), *_outside(run, asked, run.settings)],
        farewell=_farewell(run, asked, made.plan),
    )
    return int(ExitStatus.DONE if outcome.why in {"done", "SIGPIPE"} else ExitStatus.ENDED_EARLY)


def write_audio(run: AppContext, asked: SessionOptions, plan: Plan) -> int:
    """Write the session as sound, with its cue sheets beside it; to standard output where the file is `-`.

    Raises:
        UsageError: standard output is a terminal, which sound would garble.
    """
    if asked.audio == "-" and run.environment.stdout_is_terminal:
        raise UsageError("sound is no text for a terminal", hint="acu session stress --audio stress.wav, or a pipe")
    rate = asked.voice_rate or run.settings.voice_rate
    with progress(run, "the words are rendered") as told:
        options = SoundOptions(rate=rate, told=told)
        if asked.audio == "-":
            made = sounded(plan, run.environment, options)
            run.output.binary(wave_of(made, run.environment))
            missing = made.missing
        else:
            written = write(plan, Path(asked.audio), run.environment, options, force=run.options.force)
            _name_files(run, written)
            missing = written.missing
    if missing:
        run.output.note(f"note: {missing}")
    return 0


def _name_files(run: AppContext, made: Audio) -> None:
    minutes, seconds = divmod(round(made.seconds), 60)
    run.output.text(f"{made.file}: {minutes} min {seconds:02d} s, {counted(len(made.cues), 'cue')}")
    for sheet in made.sheets:
        run.output.text(f"{sheet}: what is said when")


def _sounds(run: AppContext, asked: SessionOptions, settings: Settings, plan: Plan, presenter: View) -> CueSetup:
    """Return the cues of a session and the plan with room for their words; a rehearsal is silent unless asked."""
    chosen = asked.cues or ("" if settings.cues == "auto" else settings.cues)
    wanted = tuple(word.strip() for word in chosen.split(",") if word.strip() and word.strip() != "auto")
    wanted = tuple("off" if word == "none" else word for word in wanted)
    unknown = [word for word in wanted if word not in cue_names()]
    if unknown:
        raise UsageError(f"there is no cue {unknown[0]!r}", hint=f"cues: {', '.join(cue_names())}")
    if "off" in wanted or asked.events or (asked.rehearsal and not wanted):
        return CueSetup(None, plan, "")
    made = build_cues(
        plan,
        run.environment,
        wanted=wanted,
        rate=asked.voice_rate or settings.voice_rate,
        show=presenter.tell,
    )
    if made.missing:
        run.output.note(f"note: {made.missing}")
    return made


def _outside(run: AppContext, asked: SessionOptions, settings: Settings) -> list[Listener]:
    """Return what is told of a session outside the terminal: the person's own program, and the desktop."""
    command = asked.hook or settings.hook
    reaches = not asked.rehearsal and (settings.awake or settings.notify)
    if not (command or reaches):
        return []
    from acucli.runner import hooks, reach  # what runs programs (12 ms), only where one is wanted

    variables = run.environment.variables
    found: list[Listener] = [hooks.Hooks(command, run.environment.clock.mono, variables)] if command else []
    if reaches:
        desktop = reach.Reach(variables, awake=settings.awake, notify=settings.notify)
        found += [desktop] if desktop.does_something else []
    return found


def _farewell(run: AppContext, asked: SessionOptions, plan: Plan) -> Callable[[Outcome], None]:
    """Return what is told once the terminal is given back: a plain summary that stays in the scrollback."""

    def tell(outcome: Outcome) -> None:
        if asked.events:
            return
        say_how_it_ended(run, outcome, plan, rehearsal=asked.rehearsal)
        if not (asked.rehearsal or asked.for_another):
            ask_after(run, outcome, asked.name_of(plan), asked.arguments_of(plan))
        with contextlib.suppress(OSError, ValueError, AttributeError):  # there may be no standard error at all
            sys.stderr.flush()

    return tell


def _keeping(run: AppContext, asked: SessionOptions) -> Callable[[Event], None]:
    """Return what keeps each event; a place that hurt is left out of the profile's sessions from that moment on."""
    journal = Journal(run.environment)

    def keep(event: Event) -> None:
        if not asked.for_another:
            journal.append(event)
        if event.kind == "release" and event.why == "hurts" and not (asked.rehearsal or asked.for_another):
            _leave_out(run, event)

    return keep


def _leave_out(run: AppContext, event: Event) -> None:
    """Leave a point out from now on; of an area every point in it."""
    codes = (event.code,) if event.code else run.library.areas[event.area].points if event.area else ()
    blocked = tuple(dict.fromkeys((*run.profile.blocked_points, *codes)))
    keep_profile(run, msgspec.structs.replace(run.profile, blocked_points=blocked))
