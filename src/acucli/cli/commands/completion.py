"""`acu completion`: completion for a shell."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.cli.completable import SHELLS, table_of
from acucli.cli.shells import script
from acucli.errors import UsageError
from acucli.model.command_answers import TextAnswer
from acucli.render.renderer import show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def completion(
    context: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")] = "",
) -> int:
    """A completion script with every command, option, code, name and slug in it, so that TAB is instant.

    \b
    acu completion bash > ~/.local/share/bash-completion/completions/acu
    acu completion zsh > "${fpath[1]}/_acu"
    acu completion fish > ~/.config/fish/completions/acu.fish
    """
    if not shell:
        raise UsageError("no shell was named", hint=f"one of: {', '.join(SHELLS)}; for example: acu completion bash")
    if shell not in SHELLS:
        raise UsageError(f"there is no completion for {shell!r}", hint=f"shells: {', '.join(SHELLS)}")
    run = app_context(context)
    return show(TextAnswer(text=script(shell, table_of(run.library)).rstrip("\n")), run)
