"""`acu list`: every record of a kind, narrowed by filters."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.guide.listing import ListFilters, list_records, lists_places
from acucli.model.kinds import BY_PLURAL
from acucli.model.practice import Profile
from acucli.model.record import Reach, Setting
from acucli.render.renderer import show

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_Grade = Literal["A", "B", "C", "D", "N"]


@app.command("list")
def list_(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="points, meridians, conditions, routines, cautions ...")
    ] = "",
    meridian: Annotated[
        str, typer.Option("--meridian", metavar="MERIDIAN", help="Points of a meridian, such as LI.")
    ] = "",
    region: Annotated[str, typer.Option("--region", metavar="REGION", help="Points of a region, such as hand.")] = "",
    point_class: Annotated[
        str, typer.Option("--class", metavar="CLASS", help="Points of a class, such as yuan-source.")
    ] = "",
    reach: Annotated[Reach | None, typer.Option(help="Points reached so.")] = None,
    setting: Annotated[Setting | None, typer.Option(help="Points for this place.")] = None,
    caution: Annotated[
        str, typer.Option("--caution", metavar="CAUTION", help="Points that carry a caution, such as pregnancy-points.")
    ] = "",
    condition: Annotated[
        str, typer.Option("--condition", metavar="CONDITION", help="Points or routines chosen for a condition.")
    ] = "",
    theme: Annotated[
        str, typer.Option("--theme", metavar="THEME", help="Conditions of a theme, such as digestion.")
    ] = "",
    grade: Annotated[_Grade | None, typer.Option(case_sensitive=False, help="Conditions of a grade.")] = None,
    of_kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND-OF-SOURCE", help="References or sources of a kind, such as guideline."),
    ] = "",
    open_only: Annotated[bool, typer.Option("--open", help="Routines that may start without a question.")] = False,
) -> int:
    """Every record of a kind.

    \b
    acu list routines
    acu list points --meridian LU
    acu list points --class yuan-source --setting desk
    acu list references --kind guideline
    acu list conditions --format json
    """
    run = app_context(context)
    if not kind:
        raise UsageError("no kind was named", hint=f"kinds: {', '.join(BY_PLURAL)}")
    filters = ListFilters(
        meridian=meridian,
        region=region,
        class_=point_class,
        reach=reach or "",
        setting=setting or "",
        caution=caution,
        condition=condition,
        theme=theme,
        grade=grade or "",
        kind=of_kind,
        open_only=open_only,
    )
    profile = run.profile if lists_places(kind) else Profile()
    return show(list_records(kind, run.library, profile, today=run.today, filters=filters), run)
