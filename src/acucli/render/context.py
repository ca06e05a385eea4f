"""The application context: what one command has at hand, the library and the profile opened when first asked for."""

from __future__ import annotations

import os
from functools import cached_property, partial
from typing import TYPE_CHECKING

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import is_there
from acucli.library import open_library
from acucli.model.practice import Profile
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions

if TYPE_CHECKING:
    from acucli.host.settings import Settings
    from acucli.journal.journal_lines import Line
    from acucli.model.library import Library


_RECENT_SESSIONS = 30
_DAY_SECONDS = 48 * 3600
"""A session of today began at most so long ago, whatever zone it was begun in."""


class AppContext:
    """One run of `acu`: its environment, options, output, library and profile."""

    def __init__(self, environment: Environment, chosen: OutputOptions, output: Output) -> None:
        self.environment = environment
        self.options = chosen
        self.output = output

    @cached_property
    def library(self) -> Library:
        """Return the library with the user's packs, naming once those that cannot be used."""
        compiling = partial(self.output.working, "the library is made ready, once")
        library = open_library(self.environment, compiling=compiling)
        for note in library.notes:
            self.output.warn(f"note: {note}")
        return library

    @cached_property
    def profile(self) -> Profile:
        """Return what applies to this person; what is damaged or was read another way is named once.

        Raises:
            MachineRefused: there is a profile and it cannot be opened.
        """
        if not is_there(os.path.join(self.environment.paths.text("config"), "profile.toml")):
            return Profile()  # most have none, and then nothing that reads one is loaded
        from acucli.profile.file import profile_understood  # TOML, only where there is a profile

        loaded = profile_understood(self.environment, self.library)
        for note in loaded.notes:
            self.output.warn(f"note: {note}")
        return loaded.profile

    @cached_property
    def own_numbers(self) -> Profile:
        """Return the profile for its numbers alone: one that cannot be opened is named and never in the way of help."""
        try:
            return self.profile
        except MachineRefused as error:
            self.output.warn(f"note: {error.sentence} ({error.hint})")
            return Profile()

    @cached_property
    def settings(self) -> Settings:
        """Return the settings, naming once what was not understood."""
        from acucli.host.settings import load  # TOML, which an answer in a pipe has no use for

        settings, problems = load(self.environment)
        for problem in problems:
            self.output.warn(f"note: {problem}")
        return settings

    def forget_settings(self) -> None:
        """Read the settings anew when they are next asked for: one of them was written."""
        self.__dict__.pop("settings", None)

    @cached_property
    def recent_lines(self) -> list[Line]:
        """Return the journal's newest lines, those of today among them, as they were when first asked for.

        They are read from the end of the file, so that this takes as long in the tenth year as on the first day. None
        where the journal cannot be read, which is said once: what was pressed today is not known then.
        """
        from acucli.journal.store import Journal  # the journal is for sessions, no lookup reads it

        back_to = self.environment.clock.wall() - _DAY_SECONDS
        try:
            return Journal(self.environment).recent(_RECENT_SESSIONS, back_to=back_to).lines
        except MachineRefused as error:
            self.output.warn(f"note: {error.sentence}; {error.hint}")
            return []

    @property
    def pressed_today(self) -> dict[tuple[str, str], float]:
        """Return the seconds pressed today by (point or area, side); nothing where the journal cannot be read."""
        from acucli.journal.sessions import pressed_on, sessions_of  # as above

        return pressed_on(sessions_of(self.recent_lines), self.today)

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
            and self.options.for_people
        )
