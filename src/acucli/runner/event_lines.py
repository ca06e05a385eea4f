"""The session as JSON Lines: every event as the journal keeps it, one object a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from acucli.model.practice import Event
from acucli.runner.output_stream import OutputStream
from acucli.session.state import Command, State
from acucli.text.cleaning import json_text


def event_line(event: Event) -> str:
    """Return the event as one line of JSON without its line end."""
    return json_text(msgspec.json.encode(event))


class EventLines:
    """Writes each event for another program to read; answers to keys are for people and are not written."""

    alternate = False

    def __init__(self, outlet: OutputStream | None = None) -> None:
        self._outlet = outlet

    def attach(self, outlet: OutputStream, size: Callable[[], tuple[int, int]]) -> None:
        """Take the outlet of the console that was opened."""
        self._outlet = outlet

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Write the first events."""
        self._write(events)

    def show(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Write what happened."""
        self._write(events)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Write nothing."""

    def tell(self, sentence: str) -> None:
        """Write nothing: the sentence is for a person."""

    def key(self, name: str) -> bool:
        """Leave every key to the machine."""
        return False

    def redraw(self) -> None:
        """Do nothing."""

    def refresh(self, state: State) -> None:
        """Do nothing."""

    def until_change(self, state: State) -> float | None:
        """Return None: nothing but the machine changes anything here."""
        return None

    def finish(self, state: State) -> None:
        """Do nothing: the end has been written."""

    def _write(self, events: Sequence[Event]) -> None:
        if self._outlet is not None:
            for event in events:
                self._outlet.line(event_line(event))
