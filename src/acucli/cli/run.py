"""Run: what one command has at hand, the library and the profile opened when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from acucli.cli.options import Options
from acucli.cli.output import Output
from acucli.errors import UsageError
from acucli.host.environment import Environment

if TYPE_CHECKING:
    import typer

    from acucli.host.settings import Settings
    from acucli.journal.lines import Line
    from acucli.model.library import Library
    from acucli.model.practice import Profile


class Run:
    """One run of `acu`: its environment, options, output, library and profile."""

    def __init__(self, environment: Environment, chosen: Options, output: Output) -> None:
        self.environment = environment
        self.options = chosen
        self.output = output

    @cached_property
    def library(self) -> Library:
        """Return the library with the user's packs."""
        from acucli.library import open_library

        return open_library(self.environment)

    @cached_property
    def profile(self) -> Profile:
        """Return what applies to this person; a damaged profile is named once and set aside."""
        from acucli.model.practice import Profile

        if not self.environment.paths.profile.exists():
            return Profile()  # most have none, and then nothing that reads one is loaded
        from acucli.journal.profile import load_profile

        loaded = load_profile(self.environment)
        for note in loaded.notes:
            self.output.warn(f"note: {note}")
        return loaded.profile

    @cached_property
    def settings(self) -> Settings:
        """Return the settings, naming once what was not understood."""
        from acucli.host.settings import load

        settings, problems = load(self.environment)
        for problem in problems:
            self.output.warn(f"note: {problem}")
        return settings

    @cached_property
    def journal_lines(self) -> list[Line]:
        """Return the lines of the journal as they were when first asked for; none where it cannot be read."""
        from acucli.errors import MachineRefused
        from acucli.journal.store import Journal

        try:
            return Journal(self.environment).read(mend=False).lines
        except MachineRefused:
            return []

    @property
    def today(self) -> str:
        """Return today's local date."""
        return self.environment.clock.today()

    @property
    def may_ask(self) -> bool:
        """Tell whether somebody is there to answer questions."""
        return (
            self.environment.stdin_is_terminal
            and self.environment.stdout_is_terminal
            and not self.options.no_input
            and self.options.format in {"auto", "table", "plain"}
        )


def run_of(context: typer.Context) -> Run:
    """Return the run of a command."""
    run: Run = context.obj
    return run


def words_of(words: list[str] | None, example: str) -> str:
    """Return the words of a request as one text.

    Raises:
        UsageError: there are none.
    """
    text = " ".join(words or []).strip()
    if not text:
        raise UsageError("nothing was asked for", hint=f"try: {example}")
    return text
