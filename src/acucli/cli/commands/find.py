"""`acu find`: points for words."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.answers.find_answer import answer_batch, answer_query
from acucli.cli.command_line import app_context, words_of
from acucli.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def find(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="A symptom, condition or point.")] = None,
    reach: Annotated[str, typer.Option(help="Only points reached by: self, tool, partner.")] = "",
    setting: Annotated[str, typer.Option(help="Only points for: desk, public, shoes-on, lying.")] = "",
    meridian: Annotated[str, typer.Option(help="Only points of a meridian, such as LI.")] = "",
    region: Annotated[str, typer.Option(help="Only points of a region, such as hand.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many points.")] = 0,
    min_grade: Annotated[str, typer.Option(help="Only conditions of this grade or better (A to D).")] = "",
    batch: Annotated[str, typer.Option(help="One query a line from a file or - ; JSON Lines out.")] = "",
) -> int:
    """Which points serve a symptom: where, how, and how surely.

    \b
    acu find headache
    acu find "my neck hurts after the computer"
    acu find he gu
    acu find nausea --json | jq -r '.points[].code'
    acu find stress --setting desk --format codes
    """
    from acucli.guide.finding import Filters

    run = app_context(context)
    filters = Filters(
        reach=_one_of("--reach", reach, ("self", "tool", "partner")),
        setting=_one_of("--setting", setting, ("desk", "public", "shoes-on", "lying")),
        meridian=_one_of("--meridian", meridian.upper(), tuple(run.library.meridians) if meridian else ()),
        region=_one_of("--region", region, tuple(run.library.regions) if region else ()),
        limit=limit,
        min_grade=_one_of("--min-grade", min_grade.upper(), tuple("ABCD")),
    )
    if batch:
        return answer_batch(run, batch, filters)
    return answer_query(run, words_of(words, "acu find headache"), filters)


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value and value not in allowed:
        raise UsageError(f"{option} cannot be {value!r}", hint=f"choose from: {', '.join(allowed)}")
    return value
