"""The preview of a session before it starts, on standard error: cautions and warning signs first."""

from __future__ import annotations

from acucli.model.answers import Prepared
from acucli.model.practice import Plan
from acucli.model.timetable_answer import timetable_of
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.render.timetables import preview_lines


def show_preview(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    """Write the preview for somebody who is about to start."""
    run.output.warn("")
    _say_lines(run, plan, prepared)


def say_first(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    """Say the warning signs and cautions where nobody can be asked; then the session goes on."""
    say_signs(run, prepared)
    _say_lines(run, plan, prepared)


def say_signs(run: AppContext, prepared: Prepared) -> None:
    """Say the signs that would be asked, each with what to do."""
    for flag in prepared.asked:
        run.output.warn(wrapped(run, f"Stop here if this is so: {flag.sentence}", rest="  "))


def _say_lines(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    for line in preview_lines(timetable_of(plan, run.library), run, prepared.shown):
        run.output.warn(line)
