"""`acu completion`: completion for a shell."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.cli.command_names import COMMANDS
from acucli.cli.group import LazyGroup
from acucli.cli.printed import NAMES
from acucli.cli.shells import SHELLS, Words, completable, script
from acucli.errors import UsageError
from acucli.model.command_answers import TextAnswer
from acucli.model.kinds import BY_PLURAL
from acucli.render.context import AppContext
from acucli.render.renderer import show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def completion(
    context: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")] = "",
) -> int:
    """A completion script with every code, name, condition, routine and article in it, so that TAB is instant.

    \b
    acu completion bash > ~/.local/share/bash-completion/completions/acu
    """
    if not shell:
        raise UsageError("no shell was named", hint=f"one of: {', '.join(SHELLS)}; for example: acu completion bash")
    if shell not in SHELLS:
        raise UsageError(f"there is no completion for {shell!r}", hint=f"shells: {', '.join(SHELLS)}")
    run = app_context(context)
    return show(TextAnswer(text=script(shell, words_of(run, context)).rstrip("\n")), run)


def words_of(run: AppContext, context: Any) -> Words:
    """Return everything that can be completed, from the commands themselves and the library."""
    group = LazyGroup(name="acu")
    options: dict[str, list[str]] = {}
    values = _values(run)
    for name in COMMANDS:
        command = group.get_command(context, name)
        options[name] = [word for param in command.params for word in param.opts if word.startswith("--")]
        subcommands = list(getattr(command, "commands", {}))
        values[name] = [word for word in (*subcommands, *values.get(name, [])) if completable(word)]
    return Words(COMMANDS, options, values)


def _values(run: AppContext) -> dict[str, list[str]]:
    library = run.library
    points = list(library.points)
    names = [point.names.plain.lower().replace("'", "").replace("\u2019", "") for point in library.points.values()]
    conditions = list(library.conditions)
    routines = list(library.routines)
    return {
        "find": [*conditions, *points, *names],
        "show": [*points, *conditions, *routines, *library.techniques, *library.breathing, *library.articles],
        "session": [*routines, *conditions],
        "map": [*points, *library.meridians, *routines],
        "learn": list(library.articles),
        "plan": conditions,
        "course": conditions,
        "helplines": list(library.helplines),
        "list": list(BY_PLURAL),
        "schema": list(NAMES),
        "completion": list(SHELLS),
        "profile": [f"--{slug}" for slug in library.questions],
    }
