"""Sessions that are breath before anything else: words of panic lead to a minute of calm."""

from __future__ import annotations

from acucli.cli.sessions.calming import CalmOptions, plan_for, run_calm
from acucli.cli.sessions.running import write_audio
from acucli.cli.sessions.session_options import SessionOptions
from acucli.guide import calm_plan
from acucli.lookup import interpret
from acucli.model.timetable_answer import timetable_of
from acucli.render.context import AppContext
from acucli.render.renderer import refuse_unless, show


def calm_instead(run: AppContext, asked: SessionOptions) -> int | None:
    """Return the status of a minute of calm where the words of a session lead to one; None where they do not."""
    if not asked.what or asked.points or asked.resume or asked.what in run.library.routines:
        return None
    if not calm_plan.leads_to_calm(interpret(asked.what, run.library), run.library):
        return None
    seconds = calm_plan.calm_seconds(asked.time)
    if asked.dry_run:
        return show(timetable_of(plan_for(run, seconds), run.library), run)
    if asked.audio:
        return write_audio(run, asked, plan_for(run, seconds))
    refuse_unless(run, ("table", "plain"), hint="--events jsonl gives all events")
    shown = CalmOptions(
        still=asked.still, cues=asked.cues, voice_rate=asked.voice_rate, events=asked.events, speed=asked.speed
    )
    return run_calm(run, seconds, shown)
