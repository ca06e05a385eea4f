"""`acu schema`: JSON Schemas of what is printed and of what packs hold."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def kinds() -> dict[str, Any]:
    """Return every schema's name with the type it is made from."""
    from acucli.library.kinds import KINDS
    from acucli.model import answers
    from acucli.model.practice import Event, Plan, Profile

    records = {kind.shelf.replace("_", "-"): kind.type for kind in KINDS}
    return {
        "find": answers.FindAnswer,
        "session": answers.Timetable,
        "event": Event,
        "plan": Plan,
        "profile": Profile,
        **records,
    }


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a type."""
    import msgspec

    schema = msgspec.json.schema(kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


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
    known = kinds()
    if not name:
        run.output.codes(known)
        return 0
    if name not in known:
        raise UsageError(f"there is no schema {name!r}", hint=f"schemas: {', '.join(known)}")
    run.output.json(schema_of(known[name]))
    return 0
