"""`acu session`: a guided, timed session."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from acucli.cli.command_line import app_context
from acucli.cli.group import run_command
from acucli.cli.home import home_of, unfinished_note
from acucli.cli.sessions.breath_first import calm_instead
from acucli.cli.sessions.firm_pressure import with_firm
from acucli.cli.sessions.last_session import run_again
from acucli.cli.sessions.plan_flags import (
    BreathingPattern,
    Gentle,
    PlaceSetting,
    PointCodes,
    PressedSide,
    SessionLength,
    WhatWords,
)
from acucli.cli.sessions.resuming import resume as take_up_again
from acucli.cli.sessions.session_options import SessionOptions
from acucli.cli.sessions.start import start_asked
from acucli.errors import UsageError
from acucli.host import settings
from acucli.journal.sessions import sessions_of
from acucli.model.command_answers import OfferedSession, SessionOffers
from acucli.profile.favourites import load_favourites
from acucli.render.context import AppContext
from acucli.render.renderer import show
from acucli.render.style import FigureMode
from acucli.runner.key_table import keys_in_short
from acucli.text.quoting import quoted

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_COMMON = ("stress-quick", "stress", "headache", "neck-shoulder", "low-back", "sleep", "nausea", "eye-strain")
_AGAIN = frozenset({"again", "last", "the last", "yesterday", "same again"})
_RECENT = 3
_OFFERED = 10


@app.command(epilog=f"Keys: {keys_in_short()}.")
def session(
    context: typer.Context,
    what: WhatWords = None,
    points: PointCodes = "",
    time: SessionLength = "",
    hold: Annotated[int, typer.Option("--hold", metavar="SECONDS", help="Seconds of every hold, at most 180.")] = 0,
    full: Annotated[bool, typer.Option("--full", help="Holds of two to three minutes.")] = False,
    side: PressedSide = "both",
    breathing: BreathingPattern = "",
    gentle: Gentle = False,
    firm: Annotated[
        bool, typer.Option("--firm", help="A good ache, 4 of 10 at most, at ST36, LI4 and GB21; never in pregnancy.")
    ] = False,
    setting: PlaceSetting = None,
    rounds: Annotated[
        int, typer.Option("--rounds", min=0, max=5, metavar="NUMBER", help="How often each place is pressed.")
    ] = 0,
    now: Annotated[bool, typer.Option("--now", help="Start an open routine at once.")] = False,
    for_another: Annotated[
        bool, typer.Option("--for-another", help="Ask the same of another adult whom you press; keep nothing.")
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Take the interrupted session up again.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the timetable, press nothing.")] = False,
    speed: Annotated[
        float, typer.Option("--speed", metavar="TIMES", help="Rehearse so many times faster, 1 to 1000.")
    ] = 1.0,
    events: Annotated[Literal["jsonl"] | None, typer.Option(help="Every event as a line of JSON.")] = None,
    cues: Annotated[
        str, typer.Option("--cues", metavar="CUES", help="speech, chime, bell, line, none; several with commas.")
    ] = "",
    voice_rate: Annotated[
        int, typer.Option("--voice-rate", metavar="NUMBER", help="Words a minute of the voice, 80 to 300.")
    ] = 0,
    audio: Annotated[
        str, typer.Option("--audio", metavar="FILE", help="Write the whole session as sound to this file.")
    ] = "",
    hook: Annotated[
        str, typer.Option("--hook", metavar="PROGRAM", help="A program run for each event, the event on its input.")
    ] = "",
    huge: Annotated[bool, typer.Option("--huge", help="Huge digits.")] = False,
    still: Annotated[bool, typer.Option("--still", help="No moving bars.")] = False,
    figure: Annotated[FigureMode | None, typer.Option(help="How the picture is drawn.")] = None,
    override: Annotated[
        list[str] | None,
        typer.Option("--override", metavar="CAUTION", help="Lift one caution for this run; asks you to type yes."),
    ] = None,
) -> int:
    """A guided session: where, which hand, how hard, how long, with breathing; sides changed for you.

    \b
    acu session stress
    acu session stress-quick --now
    acu session headache --time 5m --gentle
    acu session --points LI10,TE5 --hold 60
    acu session stress --dry-run
    acu session headache --for-another
    acu session "my neck is stiff" --setting desk
    """
    run = app_context(context)
    asked = SessionOptions(
        what=" ".join(what or []).strip(),
        points=points,
        time=time,
        hold=hold,
        full=full,
        side=side,
        breathing=breathing,
        gentle=gentle,
        firm=firm,
        setting=setting,
        rounds=rounds,
        now=now,
        for_another=for_another,
        resume=resume,
        dry_run=dry_run,
        speed=_speed(speed),
        events=events,
        cues=cues,
        voice_rate=settings.parse("voice_rate", str(voice_rate)) if voice_rate else 0,
        audio=audio,
        hook=hook,
        huge=huge,
        still=still,
        figure=figure,
        overrides=frozenset(override or ()),
    )
    if firm:
        asked = with_firm(run, asked)
    if resume:
        return take_up_again(run, asked)
    if not (asked.what or asked.points):
        return _choices(run)
    if (kept := _favourite(run, asked)) is not None:
        return run_command(["session", *kept, *(["--dry-run"] if dry_run else [])], run)
    if asked.what and asked.points:
        raise UsageError(
            "a session is of words or of --points, not of both",
            hint=f"acu session {quoted(asked.what)}   or   acu session --points {quoted(asked.points)}",
        )
    if asked.what.casefold() in _AGAIN:
        return run_again(run, asked)
    if run.may_ask and not dry_run and (waiting := unfinished_note(run)):
        run.output.note(f"note: {waiting}")
    status = calm_instead(run, asked)
    return start_asked(run, asked) if status is None else status


def _favourite(run: AppContext, asked: SessionOptions) -> tuple[str, ...] | None:
    """Return what the favourite of that name stands for; the library's own names are never one."""
    own = asked.what in run.library.routines or asked.what in run.library.conditions
    found = None if own or not asked.what or asked.points else load_favourites(run.environment).named(asked.what)
    return found.arguments if found is not None and " ".join(found.arguments) != asked.what else None


def _speed(speed: float) -> float:
    """Return the speed of a rehearsal; slower than life a hold would last longer than its limit, and uncounted.

    Raises:
        UsageError: below 1, above 1000, or no number.
    """
    if not 1.0 <= speed <= 1000.0:
        raise UsageError(f"--speed cannot be {speed:g}", hint="1 is life, 10 is ten times as fast; at most 1000")
    return speed


def _choices(run: AppContext) -> int:
    """Show what may be started: to a person with a history what home has, else the last and the common sessions."""
    home = home_of(run) if run.options.for_people and run.output.abilities.is_terminal else None
    return show(home if home is not None and home.known else _offers(run), run)


def _offers(run: AppContext) -> SessionOffers:
    """Return the last three different sessions, then the common ones."""
    routines = run.library.routines
    last = [session.slug for session in reversed(sessions_of(run.recent_lines)) if session.slug]
    recent = list(dict.fromkeys(last))[:_RECENT]
    slugs = [slug for slug in dict.fromkeys((*recent, *_COMMON)) if slug in routines]
    offered = (
        OfferedSession(
            session=slug,
            name=routines[slug].name,
            minutes=routines[slug].target_minutes,
            start=f"acu session {slug}" + (" --now" if routines[slug].open else ""),
        )
        for slug in slugs[:_OFFERED]
    )
    return SessionOffers(sessions=tuple(offered))
