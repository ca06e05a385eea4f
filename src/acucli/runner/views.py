"""Who is told of a session: the protocols of presenters and listeners, and the choice among presenters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from acucli.host.abilities import abilities
from acucli.host.environment import Environment
from acucli.model.practice import Event
from acucli.runner.console import wants_lines
from acucli.runner.event_lines import EventLines
from acucli.runner.glyphs import ASCII, glyphs_for
from acucli.runner.output_stream import OutputStream
from acucli.runner.plain_lines import PlainLines
from acucli.runner.screen import TerminalScreen
from acucli.runner.screen_rows import FrameOptions, Picture
from acucli.session.state import Command, State


class View(Protocol):
    """Shows a session to a person or a program; may raise `OutputGone`, and nothing else."""

    alternate: bool

    def attach(self, outlet: OutputStream, size: Callable[[], tuple[int, int]]) -> None: ...

    def begin(self, state: State, events: Sequence[Event]) -> None: ...

    def show(self, before: State, after: State, events: Sequence[Event]) -> None: ...

    def answer(self, command: Command, before: State, after: State) -> None: ...

    def tell(self, sentence: str) -> None: ...

    def key(self, name: str) -> bool: ...

    def redraw(self) -> None: ...

    def refresh(self, state: State) -> None: ...

    def until_change(self, state: State) -> float | None: ...

    def finish(self, state: State) -> None: ...


class Listener(Protocol):
    """Hears of a session and is never waited for: sounds, hooks."""

    def begin(self, state: State, events: Sequence[Event]) -> None: ...

    def moved(self, before: State, after: State, events: Sequence[Event]) -> None: ...

    def answer(self, command: Command, before: State, after: State) -> None: ...

    def tick(self, state: State) -> None: ...

    def until_change(self, state: State) -> float | None: ...

    def quiet(self) -> None: ...

    def close(self, *, patient: bool) -> None: ...


class NullView(EventLines):
    """A presenter for when the reader has gone: it tells nothing."""

    def _write(self, events: Sequence[Event]) -> None:
        return


def view_for(
    environment: Environment,
    *,
    plain: bool = False,
    events: Literal["", "jsonl"] = "",
    colour: bool = True,
    huge: bool = False,
    still: bool = False,
    picture: Picture | None = None,
    numbers: tuple[str, ...] = (),
    discreet: bool = False,
) -> View:
    """Return the presenter that fits: events when asked for, lines where a screen will not do, else a screen.

    `huge` shows the seconds in big digits, `still` leaves the moving pacer out (words and counts remain).
    `numbers` are the lines of numbers for help; a `discreet` screen names no complaint.
    """
    if events:
        return EventLines()
    can = abilities(environment, plain=plain, no_colour=not colour)
    encoding = getattr(environment.stdout, "encoding", None) or "utf-8"
    glyphs = glyphs_for(encoding, environment.variables) if can.unicode else ASCII
    mono = environment.clock.mono
    if wants_lines(environment.variables, is_terminal=can.is_terminal, plain=plain):
        return PlainLines(glyphs, mono=mono, numbers=numbers)
    look = FrameOptions(glyphs, huge=huge, still=still, picture=picture, numbers=numbers, discreet=discreet)
    return TerminalScreen(look, variables=environment.variables, colour=can.colour, mono=mono)
