"""The breath pacer: which part of a breath a credited second falls into."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from acucli.model.practice import Pace

BREATH_WORDS = {"in": "Breathe in", "top-up": "A little more in", "hold": "Hold gently", "out": "Breathe out"}

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROUNDING_SECONDS = 1e-6
"""What sums of floats may miss: a breath that close to its end is over."""


class Breath(NamedTuple):
    """One moment of a breath: `fullness` runs from 0 (empty) to 1 (full), `beat` from 1 to `beats`."""

    do: Literal["in", "top-up", "hold", "out"]
    through: str
    fullness: float
    beat: int
    beats: int
    remaining: float
    number: int

    @property
    def word(self) -> str:
        """Return what to do, in words."""
        return BREATH_WORDS[self.do]


def pace_sentence(pace: Pace) -> str:
    """Return a pattern of breath in words, to be said once; empty where none is paced."""
    parts = [
        f"{BREATH_WORDS[phase.do].lower()} for {_counted(phase.seconds)}" for phase in pace.phases if phase.seconds
    ]
    if not parts:
        return ""
    text = ", ".join(parts)
    first = f"{text[0].upper()}{text[1:]}."
    later = pace_sentence(pace.then) if pace.max_seconds and pace.then is not None else ""
    return f"{first} After {_counted(pace.max_seconds)} seconds: {later}" if later else first


def _counted(seconds: float) -> str:
    """Return how far is counted, in a word up to ten."""
    return _NUMBERS[int(seconds)] if seconds in range(len(_NUMBERS)) else f"{seconds:g}"


def breath_at(pace: Pace, credited: float) -> Breath | None:
    """Return the breath at a credited second; None where no pacer runs.

    The phase is credited time modulo the cycle, so that it stands still in pauses and cannot drift. After
    `max_seconds` the pattern named in `then` takes over.
    """
    while pace.max_seconds and credited >= pace.max_seconds:
        if pace.then is None:
            return None
        credited -= pace.max_seconds
        pace = pace.then
    cycle = pace.cycle_seconds
    if cycle <= 0:
        return None
    number, into = divmod(credited + _ROUNDING_SECONDS, cycle)
    filled, drawn = 0.0, _drawn(pace)
    for index, phase in enumerate(pace.phases):
        if into < phase.seconds or index == len(pace.phases) - 1:
            share = min(1.0, into / phase.seconds) if phase.seconds else 1.0
            fullness = filled
            if phase.do in {"in", "top-up"}:
                fullness = filled + share * phase.seconds / drawn
            elif phase.do == "out":
                fullness = filled * (1 - share)
            beats = max(1, math.ceil(phase.seconds))
            return Breath(
                do=phase.do,
                through=phase.through,
                fullness=min(1.0, max(0.0, fullness)),
                beat=min(beats, int(into) + 1),
                beats=beats,
                remaining=phase.seconds - into + _ROUNDING_SECONDS,
                number=int(number),
            )
        into -= phase.seconds
        if phase.do in {"in", "top-up"}:
            filled += phase.seconds / drawn
        elif phase.do == "out":
            filled = 0.0
    return None


def _drawn(pace: Pace) -> float:
    return sum(phase.seconds for phase in pace.phases if phase.do in {"in", "top-up"}) or 1.0
