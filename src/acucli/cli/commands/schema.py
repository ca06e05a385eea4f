"""`acu schema`: JSON Schemas of what is printed and of what packs hold."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.library.schemas import schema_of, schemas
from acucli.model.command_answers import NameList, SchemaAnswer
from acucli.render.renderer import show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def schema(
    context: typer.Context, name: Annotated[str, typer.Argument(help="find, session, event, points ...")] = ""
) -> int:
    """The JSON Schema of an answer or a record; keys are only ever added.

    \b
    acu schema find
    acu schema points
    """
    run = app_context(context)
    known = schemas()
    if not name:
        return show(NameList(names=tuple(known)), run)
    if name not in known:
        raise UsageError(f"there is no schema {name!r}", hint=f"schemas: {', '.join(known)}")
    return show(SchemaAnswer(schema=schema_of(known[name])), run)
