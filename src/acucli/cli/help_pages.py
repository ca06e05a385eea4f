"""The help of the commands: choices and placeholders, the formats there are, and where to turn to."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from acucli.cli.options import COMMON, CommonOption
from acucli.cli.printed import formats_of_command
from acucli.errors import ADDRESS, ISSUES
from acucli.render.context import AppContext

_HEADING = re.compile(
    r"^(Usage|Arguments|Options|Commands|Formats|Options of every command|Exit status):", re.MULTILINE
)


class _HelpPage:
    """How the help of a command is made and shown; mixed into both classes of the framework."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows the help: through the one writer, as everything is."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write which formats there are and where the other options stand; below the commands, all of it."""
        words = ctx.command_path.partition(" ")[2]
        if not words:
            _write_common(formatter)
            return
        formats = formats_of_command(words)
        said = f"Formats: {', '.join(formats)}. " if formats else ""
        if own := getattr(self, "epilog", ""):
            formatter.write_paragraph()
            formatter.write_text(own)
        formatter.write_paragraph()
        formatter.write_text(f"{said}Options of every command: acu --help")


class HelpCommand(_HelpPage, TyperCommand):
    """A command with our help."""


class HelpGroup(_HelpPage, TyperGroup):
    """A command that has commands of its own, with our help."""


def _write_common(formatter: Any) -> None:
    with formatter.section("Options of every command"):
        formatter.write_dl([(_written(item), _about(item)) for item in COMMON])
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(f"acu help COMMAND says more of each. To read: {ADDRESS}. Faults and questions: {ISSUES}")


def _written(item: CommonOption) -> str:
    return ", ".join(item.words) + (f" {item.takes}" if item.takes else "")


def _about(item: CommonOption) -> str:
    return f"{item.about} ({', '.join(item.choices)})" if item.choices else item.about


def _show_help(ctx: typer.Context, param: Any, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    run: AppContext = ctx.obj
    text = ctx.get_help()
    if run.output.abilities.colour:
        text = _HEADING.sub("\x1b[1m\\1:\x1b[0m", text)
    with run.output.paged(wanted=True):
        run.output.write(f"{text}\n")
    ctx.exit()
