"""`acu helplines`: emergency and crisis numbers, dated."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import NothingFound
from acucli.model.answers import stamp_of
from acucli.model.command_answers import HelplinesAnswer, OwnNumbers
from acucli.render.renderer import show
from acucli.safety.crisis_help import advice_without_numbers, record_for

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def helplines(
    context: typer.Context,
    country: Annotated[
        str, typer.Argument(help="A country by any of its names, or its two letters: UK, US, Deutschland, Brazilian.")
    ] = "",
) -> int:
    """Emergency and crisis numbers by country, each with the day it was read; your own come first.

    \b
    acu helplines
    acu helplines US
    acu helplines Deutschland
    acu profile set --crisis-number "..." --country GB
    """
    run = app_context(context)
    lines = list(run.library.helplines.values())
    if country.strip():
        found = record_for(run.library, country)
        if found is None:
            raise NothingFound(f"no numbers of {country!r} are on our list", hint=advice_without_numbers(run.library))
        lines = [found]
    elif own := record_for(run.library, run.own_numbers.country):
        lines.sort(key=lambda line: line.code != own.code)
    numbers = OwnNumbers(emergency=run.own_numbers.emergency_number, crisis=run.own_numbers.crisis_number)
    return show(HelplinesAnswer(library=stamp_of(run.library), own=numbers, helplines=tuple(lines)), run)
