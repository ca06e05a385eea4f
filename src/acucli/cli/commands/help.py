"""`acu help`: the help of a command."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli import group
from acucli.cli.command_line import app_context
from acucli.cli.command_names import ALIASES, COMMANDS
from acucli.cli.mistakes import no_such_command
from acucli.render.renderer import refuse_unless

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("help")
def help_(
    context: typer.Context,
    command: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND...", help="A command, and one of its own.")
    ] = None,
) -> int:
    """The help of a command; without one, what there is.

    \b
    acu help find
    acu help journal export
    """
    run = app_context(context)
    refuse_unless(run, ("table", "plain"))
    words = command or []
    if words and words[0] not in {*COMMANDS, *ALIASES}:
        raise no_such_command(words, run)
    return group.run_command([*words, "--help"], run)
