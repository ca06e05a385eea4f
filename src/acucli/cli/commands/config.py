"""`acu config`: the settings."""

from __future__ import annotations

import difflib
from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.host import settings
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """Settings: defaults of your sessions and of what is drawn.

    \b
    acu config show
    acu config set hold 90
    acu config unset hold
    """
    return show(context) if context.invoked_subcommand is None else 0


@app.command()
def show(context: typer.Context) -> int:
    """Every setting with its value and meaning."""
    run = app_context(context)
    loaded, problems = settings.load(run.environment)
    for problem in problems:
        run.output.warn(f"note: {problem}")
    values = {field.name: getattr(loaded, field.name) for field in msgspec.structs.fields(settings.Settings)}
    if run.options.json:
        run.output.json({"schema_version": 1, "file": str(run.environment.paths.settings), "settings": values})
        return 0
    meanings = settings.MEANINGS
    rows = [{"setting": name, "value": _shown(values[name]), "means": meanings[name]} for name in meanings]
    if run.output.format_for("list") == "table":
        from acucli.render.tables import show_rows

        show_rows(run, rows, ("setting", "value", "means"))
    else:
        run.output.rows(rows, ("setting", "value", "means"), separator="\t")
    return 0


@app.command("set")
def set_(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The setting.")],
    value: Annotated[str, typer.Argument(help="Its value.")],
) -> int:
    """Set one."""
    run = app_context(context)
    parsed = settings.parse(name, value)
    _check(run, name, value)
    settings.save(run.environment, {name: parsed})
    run.output.note(f"{name} = {value} ({run.environment.home_for(run.environment.paths.settings)})")
    return 0


@app.command()
def unset(context: typer.Context, name: Annotated[str, typer.Argument(help="The setting.")]) -> int:
    """Go back to the default of one."""
    run = app_context(context)
    if name not in settings.MEANINGS:
        settings.parse(name, "")
    settings.save(run.environment, {name: None})
    run.output.note(f"{name} is back at its default")
    return 0


def _check(run: AppContext, name: str, value: str) -> None:
    """Refuse now what no session would take later.

    Raises:
        UsageError: a breathing pattern or a cue that does not exist.
    """
    if name == "breathing" and value and value not in run.library.breathing:
        near = difflib.get_close_matches(value, list(run.library.breathing), n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "acu list breathing  names them"
        raise UsageError(f"there is no breathing pattern {value!r}", hint=hint)
    if name == "cues":
        from acucli.sound.cue_setup import cue_names

        words = [word.strip() for word in value.split(",") if word.strip()]
        known = (*cue_names(), "auto", "none")
        if unknown := [word for word in words if word not in known]:
            raise UsageError(f"there is no cue {unknown[0]!r}", hint=f"cues: {', '.join(known)}")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
