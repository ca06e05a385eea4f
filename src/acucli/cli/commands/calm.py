"""`acu calm`: a minute of breath, at once."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from acucli.cli.command_line import app_context
from acucli.cli.sessions.calming import CalmOptions, start_calm
from acucli.host import settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("calm")
def calm_(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="LENGTH", help="How long: 60s, 3m. Other words are heard first.")
    ] = None,
    still: Annotated[bool, typer.Option("--still", help="No moving bar.")] = False,
    cues: Annotated[
        str, typer.Option("--cues", metavar="CUES", help="speech, chime, bell, none; several with commas.")
    ] = "",
    voice_rate: Annotated[
        int, typer.Option("--voice-rate", metavar="NUMBER", help="Words a minute of the voice, 80 to 300.")
    ] = 0,
    events: Annotated[Literal["jsonl"] | None, typer.Option(help="Every event as a line of JSON.")] = None,
    speed: Annotated[
        float, typer.Option("--speed", min=1.0, max=1000.0, metavar="TIMES", help="Rehearse so many times faster.")
    ] = 1.0,
) -> int:
    """A minute of breath and nothing else: no question, no point, the first cue at once.

    \b
    acu calm
    acu calm 3m
    acu calm --cues none

    h shows the numbers to call, space pauses, q stops. Nothing is kept but the time.
    """
    wishes = CalmOptions(
        still=still,
        cues=cues,
        voice_rate=settings.parse("voice_rate", str(voice_rate)) if voice_rate else 0,
        events=events,
        speed=speed,
    )
    return start_calm(app_context(context), words or [], wishes)
