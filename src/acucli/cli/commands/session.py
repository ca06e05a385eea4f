"""`acu session`: a guided, timed session."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.host import settings
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_COMMON = ("stress-quick", "stress", "headache", "neck-shoulder", "low-back", "sleep", "nausea", "eye-strain")


@app.command()
def session(
    context: typer.Context,
    what: Annotated[list[str] | None, typer.Argument(help="A routine, a condition, or free words.")] = None,
    points: Annotated[str, typer.Option(help="Points instead, in this order: LI4,PC6.")] = "",
    time: Annotated[str, typer.Option(help="Length: 5m, 90s, 7.5.")] = "",
    hold: Annotated[int, typer.Option(help="Seconds of every hold, at most 180.")] = 0,
    full: Annotated[bool, typer.Option("--full", help="Holds of two to three minutes.")] = False,
    side: Annotated[str, typer.Option(help="left, right or both.")] = "both",
    breathing: Annotated[str, typer.Option(help="A breathing pattern, or off.")] = "",
    gentle: Annotated[bool, typer.Option("--gentle", help="Lighter, shorter, longer changes.")] = False,
    setting: Annotated[str, typer.Option(help="Only points for: desk, public, shoes-on, lying.")] = "",
    rounds: Annotated[int, typer.Option(min=0, max=5, help="How often each place is pressed.")] = 0,
    now: Annotated[bool, typer.Option("--now", help="Start an open routine at once.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Take the interrupted session up again.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the timetable, press nothing.")] = False,
    speed: Annotated[float, typer.Option(help="Rehearse so many times faster, 1 to 1000.")] = 1.0,
    events: Annotated[str, typer.Option(help="jsonl: every event as a line of JSON.")] = "",
    cues: Annotated[str, typer.Option(help="speech, chime, bell, line, none; several with commas.")] = "",
    voice_rate: Annotated[int, typer.Option(help="Words a minute of the voice, 80 to 300.")] = 0,
    audio: Annotated[str, typer.Option(help="Write the whole session as sound to this file.")] = "",
    hook: Annotated[str, typer.Option(help="A program run for each event, the event on its input.")] = "",
    huge: Annotated[bool, typer.Option("--huge", help="Huge digits.")] = False,
    still: Annotated[bool, typer.Option("--still", help="No moving bars.")] = False,
    figure: Annotated[str, typer.Option(help="The picture: auto, braille, blocks, ascii, off.")] = "",
    override: Annotated[
        list[str] | None, typer.Option(help="Lift one caution for this run; asks you to type yes.")
    ] = None,
) -> int:
    """A guided session: where, which hand, how hard, how long, with breathing; sides changed for you.

    \b
    acu session stress
    acu session stress-quick --now
    acu session headache --time 5m --gentle
    acu session --points LI10,TE5 --hold 60
    acu session stress --dry-run
    acu session "my neck is stiff" --setting desk

    Keys: space pause, n next, b back, + and - time, r this side again, o breathing, m sound, ? help, q finish.
    """
    from acucli.cli.sessions import start
    from acucli.cli.sessions.session_options import SessionOptions, plan_options_from

    run = app_context(context)
    asked = SessionOptions(
        what=" ".join(what or []).strip(),
        points=points,
        now=now,
        resume=resume,
        dry_run=dry_run,
        speed=_speed(speed),
        events=_events(events),
        cues=cues,
        voice_rate=settings.parse("voice_rate", str(voice_rate)) if voice_rate else 0,
        audio=audio,
        hook=hook,
        huge=huge,
        still=still,
        figure=figure,
        overrides=frozenset(override or ()),
    )
    if not (asked.what or asked.points or resume):
        return _offer(run)
    wishes = plan_options_from(
        run, time=time, hold=hold, full=full, side=side, breathing=breathing, gentle=gentle, setting=setting,
        rounds=rounds, now=now,
    )  # fmt: skip
    return start.start(run, asked, wishes)


def _events(events: str) -> str:
    if events not in {"", "jsonl"}:
        raise UsageError(f"--events cannot be {events!r}", hint="try: --events jsonl")
    return events


def _speed(speed: float) -> float:
    """Return the speed of a rehearsal; slower than life a hold would last longer than its limit, and uncounted.

    Raises:
        UsageError: below 1, above 1000, or no number.
    """
    if not 1.0 <= speed <= 1000.0:
        raise UsageError(f"--speed cannot be {speed:g}", hint="1 is life, 10 is ten times as fast; at most 1000")
    return speed


def _offer(run: AppContext) -> int:
    """Name the last sessions and the common ones."""

    library = run.library
    slugs = [slug for slug in dict.fromkeys((*run.recent_slugs, *_COMMON)) if slug in library.routines]
    rows: list[dict[str, Any]] = [
        {
            "session": slug,
            "name": library.routines[slug].name,
            "minutes": library.routines[slug].target_minutes,
            "start": f"acu session {slug}" + (" --now" if library.routines[slug].open else ""),
        }
        for slug in slugs[:10]
    ]
    columns = ("session", "name", "minutes", "start")
    format_ = run.output.format_for("list")
    if format_ == "table":
        from acucli.render.tables import show_rows

        show_rows(run, rows, columns)
        run.output.note("acu list routines  names them all; acu session --points LI4,PC6  takes points")
    elif format_ in {"json", "jsonl"}:
        run.output.json({"schema_version": 1, "sessions": rows})
    else:
        run.output.rows(rows, columns, separator="\t")
    return 0
