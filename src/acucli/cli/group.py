"""The commands as the framework sees them: a group that imports a command only when it runs."""

from __future__ import annotations

import importlib
import re
from typing import Any

import typer

from acucli import __version__
from acucli.cli.command_names import ALIASES, COMMANDS
from acucli.cli.help_pages import HelpCommand, HelpGroup
from acucli.cli.home import show_home
from acucli.cli.options import COMMON
from acucli.errors import AcuError, UsageError, did_you_mean
from acucli.model.answers import LibraryStamp, stamp_of
from acucli.model.command_answers import VersionAnswer
from acucli.render.context import AppContext
from acucli.render.renderer import show
from acucli.text.nearness import closest


class LazyGroup(HelpGroup):
    """Imports the module of a command when that command runs, and no other."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command, its module imported now."""
        cmd_name = ALIASES.get(cmd_name, cmd_name)
        if cmd_name not in COMMANDS:
            return None
        made: typer.Typer = importlib.import_module(f"acucli.cli.commands.{cmd_name}").app
        if made.registered_callback is not None:
            made.registered_callback.cls = HelpGroup
        for item in made.registered_commands:
            item.cls = HelpCommand
        command = typer.main.get_command(made)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def options_of(name: str) -> frozenset[str]:
    """Return the long options of a command and of its subcommands, none for a name that is no command."""
    command = LazyGroup(name="acu").get_command(None, name)
    if command is None:
        return frozenset()
    parts = (command, *getattr(command, "commands", {}).values())
    return frozenset(word for part in parts for param in part.params for word in param.opts if word.startswith("--"))


app = typer.Typer(
    cls=LazyGroup,
    name="acu",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", "-V", help="Show the version and stop."),
) -> int:
    """A guide to self-acupressure: which points, where, how, and how surely.

    \b
    acu find headache
    acu session stress
    acu show LI4
    acu find nausea --json | jq '.points[0]'

    Exit status: 0 done, 1 nothing found, 2 wrong command line, 3 invalid library or pack, 4 held back for safety,
    5 ended early by you, 6 the machine refused, 70 internal error, 129/130/143 ended by a signal.
    """
    run: AppContext = context.obj
    if version:
        return show(VersionAnswer(version=__version__, library=_stamp(run)), run)
    if context.invoked_subcommand is None:
        return show_home(run)
    return 0


def run_command(arguments: list[str], run: AppContext) -> int:
    """Return the status of a command line.

    Raises:
        UsageError: the framework does not accept it.
    """
    command = typer.main.get_command(app)
    if _asks_for_help(arguments):
        arguments = [*_command_in(arguments), "--help"]
    try:
        result = command.main(args=arguments, prog_name="acu", standalone_mode=False, obj=run)
    except typer.Exit as ended:
        return int(ended.exit_code)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        raise _usage(error, " ".join(("acu", *_command_in(arguments)))) from error
    return result if isinstance(result, int) else 0


def _stamp(run: AppContext) -> LibraryStamp | None:
    try:
        return stamp_of(run.library)
    except (AcuError, OSError):  # the version of the program is told whatever the library is
        return None


def _asks_for_help(arguments: list[str]) -> bool:
    """Tell whether help is asked for, whatever else is on the line, right or wrong."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--help" in before or "-h" in before


def _command_in(arguments: list[str]) -> list[str]:
    """Return the words of a command line that name its command, and one of its own."""
    words = [word for word in arguments if not word.startswith("-")][:2]
    command = LazyGroup(name="acu").get_command(None, words[0]) if words else None
    if command is None:
        return words[:1]
    return words if words[-1] in getattr(command, "commands", {}) else words[:1]


_PLAINER = (
    (re.compile(r"is not a valid (int|integer|float)( range)?$"), "is no number"),
    (re.compile(r"is not in the range (\S+)<=x<=(\S+)$"), r"is not from \1 to \2"),
    (re.compile(r"is not in the range x>=(\S+)$"), r"is less than \1"),
)
"""What the framework says in a programmer's words, and how people say it."""


def _usage(error: typer.TyperException, command: str) -> UsageError:
    """Return what the command framework complains of as our own error, in words that are not a programmer's."""
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    first = said.strip().rstrip(".")
    for pattern, plainer in _PLAINER:
        first = pattern.sub(plainer, first)
    sentence = first[:1].lower() + first[1:] if first else "the command line was not understood"
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", "")
    if context is not None and isinstance(option, str) and (near := _near_options(option, context.command)):
        return UsageError(f"no such option: {option}", hint=did_you_mean(near, ""))
    return UsageError(sentence, hint=f"see {command} --help")


def _near_options(word: str, command: Any) -> list[str]:
    """Return the options, of this command and common to all, that a word is near to that is none."""
    own = (name for item in command.params for name in (*item.opts, *item.secondary_opts) if name.startswith("--"))
    common = (name for item in COMMON for name in item.words if name.startswith("--"))
    return closest(word, [*own, *common], most=2, least=70)
