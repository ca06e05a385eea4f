"""`acu config`: the settings."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context
from acucli.host import settings

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
    settings.save(run.environment, {name: settings.parse(name, value)})
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


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
