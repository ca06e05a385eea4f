"""The voice of a minute of calm: the first breath at once, the danger after two, the last words."""

from __future__ import annotations

from acucli.guide.calm_plan import LAST_WORDS, calm_plan
from acucli.library.compiled import CompiledLibrary
from acucli.session.machine import Command, begin, step
from acucli.session.stepped_clock import SteppedClock
from acucli.sound.calm_cues import CalmCues
from tests.sound.test_cues import Recorder


class SlowSpeech:
    """A speech program that takes a moment for each phrase."""

    def __init__(self, clock: SteppedClock, seconds: float) -> None:
        self.clock, self.seconds = clock, seconds
        self.asked: dict[str, float] = {}

    def is_ready(self, text: str) -> bool:
        """Tell whether the phrase has had its time."""
        return text in self.asked and self.clock.tick().mono >= self.asked[text] + self.seconds

    def render_aside(self, text: str) -> None:
        """Begin a phrase."""
        self.asked.setdefault(text, self.clock.tick().mono)


def heard(library: CompiledLibrary, *, length: float = 0.8, commands=(), seconds: float = 70.0):
    """Run calm in front of a recorder; return what was played as (second, kind, text)."""
    clock = SteppedClock()
    recorder = Recorder(clock, length)
    cues = CalmCues([recorder], lambda: clock.tick().mono)
    state, events = begin(calm_plan(library))
    cues.begin(state, events)
    state, _ = step(state, clock.tick())
    todo = list(commands)
    while clock.tick().mono < seconds and not state.ended:
        before = state
        state, events = step(state, clock.advance(min(0.25, cues.until_change(state) or 0.25)))
        if events or before.phase != state.phase:
            cues.moved(before, state, events)
        if todo and clock.tick().mono >= todo[0][0]:
            before, command = state, todo.pop(0)[1]
            state, events = step(state, command)
            cues.moved(before, state, events)
            cues.answer(command, before, state)
        cues.tick(state)
    return [(round(at, 1), cue.kind, cue.text) for at, cue in recorder.played]


def test_the_first_word_is_the_breath_and_it_comes_at_once(library: CompiledLibrary) -> None:
    """No caution, no settling in, no name of a step before it."""
    said = heard(library)
    assert said[0] == (0.0, "in", "Breathe in")
    assert [at for at, kind, _ in said if kind in {"in", "out"}][:3] == [0.0, 5.0, 10.0]
    assert {kind for _, kind, _ in said} == {"in", "out", "danger", "end"}


def test_the_danger_is_spoken_once_after_the_second_breath(library: CompiledLibrary) -> None:
    """It beats the breath that would begin with it."""
    said = heard(library)
    assert [at for at, kind, _ in said if kind == "danger"] == [20.0]
    assert said[-1] == (60.0, "end", LAST_WORDS)


def test_muted_it_is_silent(library: CompiledLibrary) -> None:
    """Until it is asked for again."""
    said = heard(library, commands=[(3.0, Command("mute"))])
    assert max(at for at, _, _ in said) <= 3.0


def test_later_phrases_wait_until_the_first_is_made(library: CompiledLibrary) -> None:
    """They would only make it slower."""
    clock = SteppedClock()
    speech = SlowSpeech(clock, 0.4)
    cues = CalmCues([Recorder(clock)], lambda: clock.tick().mono, speech=speech)  # type: ignore[arg-type]
    state, events = begin(calm_plan(library))
    speech.render_aside("Breathe in")
    cues.begin(state, events)
    state, _ = step(state, clock.tick())
    cues.tick(state)
    assert set(speech.asked) == {"Breathe in"}
    state, _ = step(state, clock.advance(0.5))
    cues.tick(state)
    assert {"Breathe out", LAST_WORDS} <= set(speech.asked)
