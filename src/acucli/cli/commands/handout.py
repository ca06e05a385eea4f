"""`acu handout`: one page to print, to send, to run on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from acucli.cli.command_line import app_context
from acucli.cli.sessions.plan_flags import (
    BreathingPattern,
    Gentle,
    PlaceSetting,
    PointCodes,
    PressedSide,
    SessionLength,
    WhatWords,
)
from acucli.cli.sessions.session_options import SessionOptions
from acucli.errors import UsageError
from acucli.guide.handouts import handout_of
from acucli.guide.plan_options import PlanOptions, minutes_of
from acucli.guide.request import Request
from acucli.handout import handout_markdown, handout_page
from acucli.host.outputs import check_output, write_output
from acucli.model.answers import Stop
from acucli.model.practice import Profile
from acucli.render.context import AppContext
from acucli.render.renderer import refuse_unless, show
from acucli.text.quoting import quoted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def handout(
    context: typer.Context,
    what: WhatWords = None,
    points: PointCodes = "",
    time: SessionLength = "",
    side: PressedSide = "both",
    breathing: BreathingPattern = "",
    gentle: Gentle = False,
    setting: PlaceSetting = None,
    large: Annotated[bool, typer.Option("--large", help="Letters of 18 points, for people who see little.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="One more sheet: what it rests on.")] = False,
    mine: Annotated[
        bool,
        typer.Option("--mine", help="Leave out what your profile leaves out; for one person, not to be passed on."),
    ] = False,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="Write it to this file; - for standard output.")
    ] = "",
) -> int:
    """One page that holds a session: to print, to send, to run in a browser or on a phone, without a network.

    \b
    acu handout nausea -o nausea.html
    acu handout headache --large -o headache.html
    acu handout "my neck is stiff" --time 5m -o neck.html
    acu handout --points PC6,LI4 --evidence -o two.html
    acu handout low-back --format md

    Nobody's profile shapes it unless --mine is given. Print it from the browser: A4 and Letter both fit.
    """
    run = app_context(context)
    refuse_unless(run, ("html", "md"))
    asked = SessionOptions(
        what=" ".join(what or []).strip(),
        points=points,
        time=time,
        side=side,
        breathing=breathing,
        gentle=gentle,
        setting=setting,
    )
    return _hand_out(run, asked, _PageWishes(large=large, evidence=evidence, mine=mine, output=output))


class _PageWishes(NamedTuple):
    """What was asked of the page itself: large letters, its evidence, one person's own, and the file."""

    large: bool
    evidence: bool
    mine: bool
    output: str


def _hand_out(run: AppContext, asked: SessionOptions, page: _PageWishes) -> int:
    """Make the page and write it; words that stop a session stop it as well."""
    if not (asked.what or asked.points):
        raise UsageError("nothing was asked for", hint="try: acu handout nausea -o nausea.html")
    if asked.what and asked.points:
        raise UsageError(
            "a handout is of words or of --points, not of both",
            hint=f"acu handout {quoted(asked.what)}   or   acu handout --points {quoted(asked.points)}",
        )
    if page.output not in {"", "-"}:
        check_output(Path(page.output), force=run.options.force)
    request = Request(what=asked.what, codes=asked.codes, wishes=_wishes(run, asked, mine=page.mine))
    profile = run.profile if page.mine else Profile()
    sheet = handout_of(request, run.library, profile, today=run.today, mine=page.mine)
    if isinstance(sheet, Stop):
        return show(sheet, run)
    for note in sheet.notes:
        run.output.note(f"note: {note}")
    if _is_markdown(run, page.output):
        text = handout_markdown(sheet, evidence=page.evidence)
    else:
        text = handout_page(sheet, run.library, large=page.large, evidence=page.evidence)
    return _hand_over(run, text, page)


def _wishes(run: AppContext, asked: SessionOptions, *, mine: bool) -> PlanOptions:
    """Return what was wished of the plan; this machine's settings shape a person's own sheet alone."""
    if mine:
        return asked.plan_options(run.settings)
    return PlanOptions(
        minutes=minutes_of(asked.time) if asked.time else 0.0,
        side=asked.side,
        breathing=asked.breathing,
        gentle=asked.gentle,
        setting=asked.setting or "",
    )


def _is_markdown(run: AppContext, output: str) -> bool:
    """Tell whether Markdown is wanted: by the format, else by the ending of the file."""
    return run.options.format == "md" or (run.options.format == "auto" and Path(output).suffix.lower() == ".md")


def _hand_over(run: AppContext, text: str, page: _PageWishes) -> int:
    """Write the page where it was asked for; one that is fitted to a person is readable by its owner alone."""
    if page.output in {"", "-"}:
        run.output.export(text.encode())
        if run.environment.stdout_is_terminal:
            run.output.note("note: -o FILE.html  writes it to a file that a browser opens")
        return 0
    write_output(Path(page.output), text.encode(), force=run.options.force, private=page.mine)
    run.output.note(f"written: {page.output}")
    return 0
