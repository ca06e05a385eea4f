"""The voice or chimes of a minute of calm: nothing is rendered or tried before the first breath is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from acucli.host.environment import Environment
from acucli.model.practice import Event
from acucli.session.breath import BREATH_WORDS
from acucli.session.calm_words import calm_things, danger_of, last_words
from acucli.session.state import Command, State
from acucli.session.timetable import BREATH, breath_begun
from acucli.sound.cue_setup import chime_files, find_sounds, kinds_wanted, terminal_bell
from acucli.sound.cues import CallSink, ChimeSink, Cues, Sink, SpeechSink
from acucli.sound.speech import USUAL_RATE, Speech


class CalmCues(Cues):
    """Says each turn of the breath, the danger after two of them, and the last words."""

    def __init__(
        self,
        sinks: Sequence[Sink],
        mono: Callable[[], float],
        *,
        speech: Speech | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(sinks, mono, tell=tell)
        self._speech = speech
        """What still has phrases to make; None where none has."""

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Say the first breath at once; the other phrases are made once it is there."""
        first = state.plan.pace.phases[0].do
        self._take(first, BREATH_WORDS[first], BREATH, state)
        self._breathed = state

    def moved(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Say what happened beside the breath."""
        self._say(before, after, events)
        if after.paused and not before.paused:
            self._waiting.clear()

    def answer(self, command: Command, before: State, after: State) -> None:
        """Be silent as soon as that is asked for."""
        if after.muted:
            self.quiet()

    def tick(self, state: State) -> None:
        """Say the turn of the breath, the danger in its time, and what waits for its turn."""
        if self._breathed is not None:
            self._say(self._breathed, state, ())
            breath = breath_begun(self._breathed, state)
            if breath is not None:
                self._take(breath.kind, breath.text, BREATH, state)
        self._breathed = state
        self._prepare(state)
        self._next()

    def _prepare(self, state: State) -> None:
        """Make the phrases that come later, as soon as the first breath does not wait for its own any more."""
        texts = [BREATH_WORDS[phase.do] for phase in state.plan.pace.phases]
        if self._speech is None or not self._speech.is_ready(texts[0]):
            return
        for text in (*texts[1:], danger_of(state), last_words(state)):
            self._speech.render_aside(text)
        self._speech = None

    def _say(self, before: State, after: State, events: Sequence[Event]) -> None:
        for thing in calm_things(before, after, events):
            self._take(thing.kind, thing.text, thing.priority, after)


class CalmSound(NamedTuple):
    """The cues of a minute of calm, none where it is silent, and one sentence where something is missing."""

    cues: CalmCues | None
    missing: str = ""


def calm_cues(
    environment: Environment,
    *,
    wanted: tuple[str, ...] = (),
    rate: int = USUAL_RATE,
    show: Callable[[str], None] | None = None,
) -> CalmSound:
    """Return the cues of a minute of calm; see `build_cues` for the kinds.

    Players are not tried first: that takes longer than the first breath may wait, and one that fails gives way to the
    next by itself.

    Raises:
        UsageError: a kind that does not exist.
    """
    kinds = kinds_wanted(wanted, environment)
    if "off" in kinds:
        return CalmSound(None)
    sinks: list[Sink] = []
    speech = None
    missing = ""
    if set(kinds) & {"speech", "chime"}:
        sounds = find_sounds(environment, rate=rate)
        missing = sounds.missing
        if "speech" in kinds and sounds.speech is not None and sounds.player is not None:
            speech = sounds.speech
            sinks.append(SpeechSink(speech, sounds.player, breaths=True))
        if "chime" in kinds and sounds.player is not None and speech is None:
            sinks.append(ChimeSink(chime_files(environment), sounds.player))
    ring = terminal_bell(environment) if "bell" in kinds else None
    if ring is not None:
        sinks.append(CallSink(lambda _cue: ring(), frozenset({"danger", "end"})))
    if not sinks:
        return CalmSound(None, missing)
    return CalmSound(CalmCues(sinks, environment.clock.mono, speech=speech, tell=show), missing)
