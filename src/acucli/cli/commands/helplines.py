"""`acu helplines`: emergency and crisis numbers, dated."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.run import run_of
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
    from acucli.cli.render.cards import show_card

    run = run_of(context)
    lines = list(run.library.helplines.values())
    wanted = country.strip().casefold()
    if wanted:
        lines = [line for line in lines if wanted in {line.code.casefold(), line.country.casefold()}]
        if not lines:
            raise RecordNotFound("country in our list", country, [line.code for line in run.library.helplines.values()])
    elif run.profile.country:
        lines.sort(key=lambda line: line.code != run.profile.country)
    if run.output.options.format in {"json", "jsonl"}:
        stamp = {"version": run.library.version, "fingerprint": run.library.fingerprint}
        own = {"emergency": run.profile.emergency_number, "crisis": run.profile.crisis_number}
        run.output.json({"schema_version": 1, "library": stamp, "own": own, "helplines": lines})
        return 0
    for label, number in (("emergency", run.profile.emergency_number), ("crisis", run.profile.crisis_number)):
        if number:
            run.output.text(f"Your {label} number: {number}")
    for position, line in enumerate(lines):
        if position:
            run.output.text("")
        show_card(run, "helpline", line, figure="off", side="right", table=False)
        if old := _old(line.checked, run.today):
            run.output.text(old)
    run.output.note("In danger now: call your emergency number.")
    return 0


def _old(checked: str, today: str) -> str:
    """Return a remark where the numbers were read more than twelve months ago."""
    from datetime import date

    days = (date.fromisoformat(today) - date.fromisoformat(checked)).days
    return f"Read {days // 30} months ago: check it before you rely on it." if days > 366 else ""
