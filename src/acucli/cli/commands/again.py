"""`acu again`: the last session once more."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from acucli.cli.command_line import app_context
from acucli.cli.sessions.last_session import run_again
from acucli.cli.sessions.plan_flags import Gentle
from acucli.cli.sessions.session_options import SessionOptions

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("again")
def again_(
    context: typer.Context,
    time: Annotated[str, typer.Option("--time", metavar="LENGTH", help="Another length: 5m, 90s.")] = "",
    gentle: Gentle = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the timetable, press nothing.")] = False,
    speed: Annotated[
        float, typer.Option("--speed", min=1.0, max=1000.0, metavar="TIMES", help="Rehearse so many times faster.")
    ] = 1.0,
    events: Annotated[Literal["jsonl"] | None, typer.Option(help="Every event as a line of JSON.")] = None,
    cues: Annotated[
        str, typer.Option("--cues", metavar="CUES", help="speech, chime, bell, line, none; several with commas.")
    ] = "",
) -> int:
    """Your last session once more, under today's rules: asked about, fitted and judged as on any day.

    \b
    acu again
    acu again --time 5m
    """
    asked = SessionOptions(time=time, gentle=gentle, dry_run=dry_run, speed=speed, events=events, cues=cues)
    return run_again(app_context(context), asked)
