"""`acu helplines`: emergency and crisis numbers, dated."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.guide.warnings import stop_in
from acucli.model.answers import stamp_of
from acucli.model.command_answers import HelplinesAnswer, OwnNumbers
from acucli.render.renderer import show
from acucli.safety.crisis_help import record_for

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def helplines(
    context: typer.Context,
    country: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COUNTRY...",
            help="A country by any of its names, or its two letters: UK, US, Deutschland, Brazilian.",
        ),
    ] = None,
) -> int:
    """Emergency and crisis numbers by country, each with the day it was read; your own come first.

    \b
    acu helplines
    acu helplines US
    acu helplines Deutschland
    acu profile set --crisis-number "..." --country GB
    """
    run = app_context(context)
    wanted = " ".join(country or []).strip()
    numbers = OwnNumbers(emergency=run.own_numbers.emergency_number, crisis=run.own_numbers.crisis_number)
    found = record_for(run.library, wanted) if wanted else None
    if wanted and found is None and (stop := stop_in(wanted, run.library)) is not None:
        return show(stop, run)
    if found is not None:
        lines = [found]
    elif wanted:
        lines = []
    else:
        lines = list(run.library.helplines.values())
        if own := record_for(run.library, run.own_numbers.country):
            lines.sort(key=lambda line: line.code != own.code)
    unknown = wanted if found is None else ""
    answer = HelplinesAnswer(library=stamp_of(run.library), own=numbers, helplines=tuple(lines), unknown=unknown)
    return show(answer, run)
