"""Fixtures of the questions before a session: a run of any size, and what is asked on the way to a start."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from acucli.dialogue import beginning
from acucli.dialogue.beginning import Settled, Start
from acucli.dialogue.sheets import Page, Sheet, pages
from acucli.guide.planning import Proposal
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.host.environment import Environment
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from acucli.render.context import AppContext
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from tests.dialogue.desks import ScriptedDesk


class Walk(NamedTuple):
    """One way to a start: what was shown, how it ended, the profile afterwards, and what was said on standard error."""

    sheets: list[Sheet]
    settled: Settled
    profile: Profile
    said: str

    def pages(self, width: int, height: int) -> list[list[Page]]:
        """Return every sheet in its pages."""
        return [list(pages(sheet, width, height)) for sheet in self.sheets]


Walker = Callable[..., Walk]


@pytest.fixture
def walk(environment: Environment, library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> Walker:
    """Return a function that asks for a session and answers with these keys, by this profile or none."""

    def ask(
        what: str, *answers: str, profile: Profile | None = None, yes: bool = False, for_another: bool = False
    ) -> Walk:
        options = OutputOptions(yes=yes)
        run = AppContext(environment, options, Output(environment, options))
        run.library, run.profile = library, profile if profile is not None else Profile()
        environment.stderr.seek(0)  # type: ignore[union-attr]
        environment.stderr.truncate()  # type: ignore[union-attr]
        desk = ScriptedDesk(answers)
        monkeypatch.setattr(beginning, "desk_for", lambda _: desk)

        def make(facts: Mapping[str, bool]) -> Proposal:
            return Proposal(prepared=prepare(Request(what=what, facts=facts), library, run.profile, today=run.today))

        start = Start(make, skips_ready=yes, for_another=for_another)
        settled = beginning.ask_before(run, start, make({}))
        assert desk.closed
        said = environment.stderr
        return Walk(desk.sheets, settled, run.profile, said.getvalue() if isinstance(said, io.StringIO) else "")

    return ask
