"""`acu show`: the card of any record."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.cli.lookups import show_records
from acucli.render.style import FigureMode, ShownSide, Style

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Codes, slugs or names; KIND:ID forces a kind.")
    ] = None,
    figure: Annotated[FigureMode | None, typer.Option(help="How the picture is drawn.")] = None,
    side: Annotated[ShownSide, typer.Option(help="The side shown.")] = "right",
    whole: Annotated[bool, typer.Option("--all", "--why", help="Everything that is known of a point.")] = False,
) -> int:
    """The card of a point (with its picture), condition, routine, technique, breathing pattern, caution, article ...

    \b
    acu show LI4
    acu show PC6 --all
    acu show "he gu"
    acu show routine:headache
    acu show LI4 --json | jq .record.where
    """
    return show_records(app_context(context), ids or [], Style(figure=figure, side=side, whole=whole))
