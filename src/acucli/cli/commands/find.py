"""`acu find`: points for words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
import typer

from acucli.cli.command_line import app_context, words_of
from acucli.cli.lookups import find_points
from acucli.cli.sessions.plan_flags import PlaceSetting
from acucli.errors import MachineRefused
from acucli.guide.filter_values import meridian_of, value_of
from acucli.guide.finding import Filters, find
from acucli.host.files import reason
from acucli.instant.stored import Stored
from acucli.model.practice import Profile
from acucli.model.record import Reach
from acucli.render.context import AppContext
from acucli.render.renderer import refuse_unless
from acucli.render.style import Style

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_Grade = Literal["A", "B", "C", "D"]
_LONGEST_QUERY = 1_000_000
_HEAD_BYTES = 120
"""Bytes of an answer in which it says which library answered."""


@app.command("find")
def find_(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS...", help="A symptom, condition or point.")
    ] = None,
    reach: Annotated[Reach | None, typer.Option(help="Only points reached so.")] = None,
    setting: PlaceSetting = None,
    meridian: Annotated[
        str, typer.Option("--meridian", metavar="MERIDIAN", help="Only points of a meridian, such as LI.")
    ] = "",
    region: Annotated[
        str, typer.Option("--region", metavar="REGION", help="Only points of a region, such as hand.")
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="NUMBER", help="At most so many points.")] = 0,
    min_grade: Annotated[
        _Grade | None, typer.Option(case_sensitive=False, help="Only conditions of this grade or better.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Reasons, trials and every warning sign.")] = False,
    batch: Annotated[
        str, typer.Option("--batch", metavar="FILE", help="One query a line from a file or - ; JSON Lines out.")
    ] = "",
) -> int:
    """Which points serve a symptom: where, how, and how surely.

    \b
    acu find headache
    acu find headache --why
    acu find "my neck hurts after the computer"
    acu find he gu
    acu find nausea --json | jq -r '.points[].code'
    acu find stress --setting desk --format codes
    """
    run = app_context(context)
    filters = Filters(
        reach=reach or "",
        setting=setting or "",
        meridian=meridian_of(meridian, run.library) if meridian else "",
        region=value_of(region, run.library.regions, option="--region") if region else "",
        limit=limit,
        min_grade=min_grade or "",
    )
    if batch:
        return _batch(run, batch, filters)
    style = Style(whole=why, limit=limit, setting=filters.setting, narrowed_to=_options(filters))
    return find_points(run, words_of(words, "acu find headache"), filters, style)


def _options(filters: Filters) -> str:
    """Return the options that narrow an answer as they stand on a command line, but for the number of points."""
    named = {name: getattr(filters, name) for name in ("reach", "setting", "meridian", "region", "min_grade")}
    return "".join(f" --{name.replace('_', '-')} {value}" for name, value in named.items() if value)


def _batch(run: AppContext, source: str, filters: Filters) -> int:
    """Answer one query a line; the statuses stand in the lines, the command itself ends with 0."""
    refuse_unless(run, ("json", "jsonl"))
    stored = _stored(run, filters)
    for query in _lines(run, source):
        if not query.strip():
            run.output.json_lines([{"query": query, "status": 2}])
            continue
        if stored is not None and (line := _stored_line(stored, query, run)):
            run.output.write(line)
            continue
        answer = find(query, run.library, run.profile, today=run.today, filters=filters)
        encoded = b'{"status":%d,%b' % (answer.status, msgspec.json.encode(answer)[1:])
        run.output.json_lines([msgspec.Raw(encoded)])
    return 0


def _stored(run: AppContext, filters: Filters) -> Stored | None:
    """Return the stored answers, None where there are none or where something of this person's could change one."""
    if filters != Filters() or run.profile != Profile() or run.environment.variable("ACU_INSTANT") == "0":
        return None
    try:
        return Stored()
    except (OSError, ValueError):
        return None


def _stored_line(stored: Stored, query: str, run: AppContext) -> str:
    """Return the line of a query that has a stored answer of this library, "" where it goes the long way."""
    try:
        found = stored.answer(f"find {query}".encode(), "json")
    except (OSError, ValueError, IndexError):
        return ""
    made_of = f'"fingerprint":"{run.library.fingerprint}"'.encode()
    return f'{{"status":0,{found[0][1:].decode()}' if found and made_of in found[0][:_HEAD_BYTES] else ""


def _lines(run: AppContext, source: str) -> Iterator[str]:
    if source == "-":
        stream = run.environment.stdin
        if stream is not None:
            lines = getattr(stream, "buffer", None) or (line.encode() for line in stream)
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in lines)
        return
    try:
        with open(source, encoding="utf-8", errors="replace") as file:
            while line := file.readline(_LONGEST_QUERY + 1):
                if len(line) > _LONGEST_QUERY:  # a device has no end, and no line ends
                    raise MachineRefused(f"{source} holds a line of more than {_LONGEST_QUERY:,} characters")
                yield line.rstrip("\n")
    except OSError as error:
        raise MachineRefused(f"cannot read {source}: {reason(error)}") from error
