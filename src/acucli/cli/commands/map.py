"""`acu map`: the picture of a point, meridian, routine, condition or view."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from acucli.bodymap.papers import Paper
from acucli.cli.command_line import app_context, words_of
from acucli.errors import UsageError
from acucli.guide.mapping import map_of
from acucli.host.outputs import write_output
from acucli.model.command_answers import MapAnswer
from acucli.render.maps import map_svg
from acucli.render.renderer import check_format, refuse_unless, show
from acucli.render.style import FigureMode, ShownSide, Style

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("map")
def map_(
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLACE...", help="A point, meridian, routine, condition, or a view with all its points."
        ),
    ] = None,
    view: Annotated[str, typer.Option("--view", metavar="VIEW", help="Another view: acu list figures.")] = "",
    side: Annotated[ShownSide, typer.Option(help="The side of the body.")] = "right",
    width: Annotated[
        int,
        typer.Option("--width", min=0, max=400, metavar="COLUMNS", help="Columns, 40 or more; draws into a pipe, too."),
    ] = 0,
    figure: Annotated[FigureMode | None, typer.Option(help="How the picture is drawn.")] = None,
    tour: Annotated[bool, typer.Option("--tour", help="Join the points of a meridian, one after the other.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="The same as --format svg.")] = False,
    paper: Annotated[Paper, typer.Option(help="The page an SVG is for.")] = "light",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write the SVG to this file.")] = "",
) -> int:
    """Where it is: a point with its ruler, a whole meridian, a routine's points numbered in order.

    \b
    acu map LI4
    acu map LI --view hand-back
    acu map LU --tour
    acu map headache
    acu map PC6 --format svg -o pc6.svg
    acu map PC6 --svg --paper dark
    """
    run = app_context(context)
    check_format(run, MapAnswer)
    text = words_of(what, "acu map LI4")
    if 0 < width < 40:
        raise UsageError(f"--width cannot be {width}", hint="40 columns or more")
    answer = map_of(text, run.library, run.profile, today=run.today, view=view, side=side)
    if tour and answer.kind != "meridian":
        raise UsageError("--tour joins the points of a meridian", hint="acu map LU --tour")
    for note in answer.notes:
        run.output.note(note)
    for warning in answer.warnings:
        run.output.warn(warning)
    if not (svg or output or paper != "light" or run.options.format == "svg"):
        return show(answer, run, Style(figure=figure, width=width, tour=tour))
    refuse_unless(run, ("svg",))
    drawn = map_svg(answer, run, tour=tour, paper=paper)
    if output in {"", "-"}:
        run.output.text(drawn.rstrip("\n"))
    else:
        write_output(Path(output), drawn.encode(), force=run.options.force)
        run.output.note(f"written: {output}")
    return 0
