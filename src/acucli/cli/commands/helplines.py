"""`acu helplines`: emergency and crisis numbers, dated."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import RecordNotFound

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def helplines(
    context: typer.Context,
    country: Annotated[str, typer.Argument(help="A country or its two letters, such as UK or US.")] = "",
) -> int:
    """Emergency and crisis numbers by country, each with the day it was read; your own come first.

    \b
    acu helplines
    acu helplines US
    acu profile set --crisis-number "..." --country GB
    """
    from acucli.render.cards import show_card
    from acucli.safety.crisis_help import record_for

    run = app_context(context)
    lines = list(run.library.helplines.values())
    if country.strip():
        found = record_for(run.library, country)
        if found is None:
            raise RecordNotFound("country in our list", country, list(run.library.helplines))
        lines = [found]
    elif own := record_for(run.library, run.own_numbers.country):
        lines.sort(key=lambda line: line.code != own.code)
    if run.output.options.format in {"json", "jsonl"}:
        stamp = {"version": run.library.version, "fingerprint": run.library.fingerprint}
        numbers = {"emergency": run.own_numbers.emergency_number, "crisis": run.own_numbers.crisis_number}
        run.output.json({"schema_version": 1, "library": stamp, "own": numbers, "helplines": lines})
        return 0
    for label, number in (("emergency", run.own_numbers.emergency_number), ("crisis", run.own_numbers.crisis_number)):
        if number:
            run.output.text(f"Your {label} number: {number}")
    for position, line in enumerate(lines):
        if position:
            run.output.text("")
        show_card(run, "helpline", line, figure="off", side="right", table=False)
    run.output.note("In danger now: call your emergency number.")
    return 0
