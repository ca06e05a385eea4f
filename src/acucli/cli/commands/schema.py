"""`acu schema`: JSON Schemas of what is printed and of what packs hold."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.cli.schema_names import NAMES, schema_named, schema_names
from acucli.errors import UsageError, did_you_mean
from acucli.model.command_answers import SchemaAnswer
from acucli.render.renderer import show
from acucli.text.nearness import closest

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def schema(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="SCHEMA", help="One of those that acu schema lists: find, session, event ...")
    ] = "",
) -> int:
    """The JSON Schema of an answer or a record, or every schema with the commands that print it.

    \b
    acu schema
    acu schema find
    acu schema --format codes
    """
    run = app_context(context)
    if not name:
        return show(schema_names(), run)
    if name not in NAMES:
        hint = did_you_mean(closest(name, NAMES), "acu schema  lists them")
        raise UsageError(f"there is no schema {name!r}", hint=hint)
    return show(SchemaAnswer(schema=schema_named(name)), run)
