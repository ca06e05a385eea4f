"""A minute of calm as plain lines: a line for each turn of the breath, the danger, and the last words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acucli.model.practice import Event
from acucli.runner.glyphs import Glyphs
from acucli.runner.plain_lines import PlainLines
from acucli.session.calm_words import calm_things, danger_of
from acucli.session.state import Command, State
from acucli.session.timetable import breath_begun, until_breath
from acucli.text.cleaning import clean_line

KEYS = "Keys: space pauses, h gives numbers, q stops."


class CalmLines(PlainLines):
    """Writes `Breathe in` and `Breathe out` when they begin.

    Where somebody reads the lines the danger is the second of them; where they are spoken (`spoken`) it waits until
    two breaths are over, as a voice does, so that it does not talk over the first cue.
    """

    def __init__(self, glyphs: Glyphs, *, numbers: Sequence[str], spoken: bool, mono: Callable[[], float]) -> None:
        super().__init__(glyphs, mono=mono)
        self._numbers = tuple(numbers)
        self._spoken = spoken
        self._breathed: State | None = None

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Write the first breath, and what stands above the bar of a screen."""
        counts = ", ".join(f"{phase.do} for {phase.seconds:g}" for phase in state.plan.pace.phases)
        self._breathed = state
        self.tell(f"Breathe in. Count: {counts}.")
        if not self._spoken:
            self.tell(danger_of(state))
            self.tell(KEYS)

    def show(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Write what happened."""
        for thing in calm_things(before, after, events):
            if thing.kind != "danger":  # said in `refresh`, which sees every moment
                self.tell(thing.text)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Write whether there is sound."""
        if command.name == "mute":
            self.tell("Sound off." if after.muted else "Sound on.")

    def tell(self, sentence: str) -> None:
        """Write a sentence; times would only be read out between the breaths."""
        self._last = self._mono()
        if self._outlet is not None:
            self._outlet.line(self._glyphs.say(clean_line(sentence)))

    def key(self, name: str) -> bool:
        """Answer `h` with the numbers and `?` with the keys. Tells whether it was one of them."""
        if name == "h":
            for line in self._numbers:
                self.tell(line)
        elif name == "?":
            self.tell(KEYS)
        return name in {"h", "?"}

    def refresh(self, state: State) -> None:
        """Write the turn of the breath where one has begun, and the danger when its time has come."""
        before = self._breathed
        if before is None:
            return
        for thing in calm_things(before, state, ()):
            if thing.kind == "danger" and self._spoken:
                self.tell(thing.text)
                self.tell(KEYS)
        breath = breath_begun(before, state)
        if breath is not None:
            self.tell(f"{breath.text}.")
        self._breathed = state

    def until_change(self, state: State) -> float | None:
        """Return the real seconds until the breath turns; None while nothing moves."""
        turns = until_breath(state)
        return None if turns == float("inf") else turns / state.speed
