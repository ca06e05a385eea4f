"""Cues: the right sound at the right moment, never late, never waited for."""

from __future__ import annotations

import itertools

import pytest

from acucli.errors import UsageError
from acucli.session.machine import Command, begin, step
from acucli.session.stepped_clock import SteppedClock
from acucli.session.timetable import moments, with_room_for_words
from acucli.sound.chimes import CHIME_OF, CHIMES, RATE, chime, read_wave, write_wave
from acucli.sound.cue_setup import build_cues
from acucli.sound.cues import CallSink, Cue, Cues
from tests.session.fakes import with_path
from tests.session.plans import make_plan, make_step, small_plan


class Recorder:
    """A sink that plays each cue for a fixed time on a stepped clock."""

    works = True

    def __init__(self, clock: SteppedClock, seconds: float = 1.0) -> None:
        self.clock, self.seconds = clock, seconds
        self.played: list[tuple[float, Cue]] = []
        self.until = 0.0
        self.stopped = 0

    def play(self, cue: Cue) -> bool:
        self.played.append((self.clock.tick().mono, cue))
        self.until = self.clock.tick().mono + self.seconds
        return True

    def busy(self) -> bool:
        return self.clock.tick().mono < self.until

    def stop(self) -> None:
        self.stopped += 1
        self.until = 0.0


def listen(plan, seconds: float, *, length: float = 1.0, commands=()):
    """Run a session in front of a recorder; return what was played as (second, kind)."""
    clock = SteppedClock()
    recorder = Recorder(clock, length)
    cues = Cues([recorder], lambda: clock.tick().mono)
    state, events = begin(plan)
    cues.begin(state, events)
    state, _ = step(state, clock.tick())
    todo = list(commands)
    while clock.tick().mono < seconds and not state.ended:
        wait = cues.until_change(state)
        before = state
        state, events = step(state, clock.advance(min(0.25, wait or 0.25)))
        if events or before.phase != state.phase:
            cues.moved(before, state, events)
        if todo and clock.tick().mono >= todo[0][0]:
            before, command = state, todo.pop(0)[1]
            state, events = step(state, command)
            cues.moved(before, state, events)
            cues.answer(command, before, state)
        cues.tick(state)
    return [(round(at, 1), cue.kind) for at, cue in recorder.played], recorder


def test_every_moment_of_a_side_is_sounded():
    """From settling in to release, with in and out in between."""
    heard, _ = listen(make_plan(make_step()), 50)
    assert [kind for _, kind in heard if kind not in {"in", "out"}] == [
        "settle", "step", "hold", "half", "ten_seconds", "release", "close", "end",
    ]  # fmt: skip
    assert [at for at, kind in heard if kind in {"in", "out"}] == [14.0, 19.0, 34.0]


def test_more_important_cue_interrupts():
    """A change of step does not wait for talk to end."""
    heard, recorder = listen(make_plan(make_step()), 12, length=30.0)
    assert [kind for _, kind in heard] == ["settle", "step", "hold"]
    assert recorder.stopped == 2


def test_less_important_cue_is_dropped_when_it_is_late():
    """Half way told after half way would be untrue."""
    heard, _ = listen(make_plan(make_step()), 35, length=20.0)
    assert "half" not in [kind for _, kind in heard]


def test_mute_is_silent_at_once_and_comes_back():
    """The mute key stops what sounds and everything after it."""
    commands = [(10.0, Command("mute")), (28.0, Command("mute"))]
    heard, recorder = listen(make_plan(make_step()), 45, length=5.0, commands=commands)
    assert not [kind for at, kind in heard if 10.0 < at < 28.0]
    assert recorder.stopped >= 1
    assert "ten_seconds" in [kind for _, kind in heard]


def test_paused_breath_is_silent():
    """No breath is sounded while time stands still."""
    commands = [(15.0, Command("pause"))]
    heard, _ = listen(make_plan(make_step()), 60, commands=commands)
    assert [kind for at, kind in heard if at > 15.5] == []


def test_bell_rings_for_changes_only():
    """A bell has no pitch, so it leaves breaths out."""
    rung: list[str] = []
    sink = CallSink(lambda cue: rung.append(cue.kind), frozenset({"hold"}))
    assert sink.play(Cue("hold", "Press in.", 4))
    assert not sink.play(Cue("in", "Breathe in", 0))
    assert not sink.play(Cue("note", "Noted.", 2))
    assert rung == ["hold"]


def test_in_and_out_sound_different():
    """Nobody has to peek: rising for in, falling for out, double for a change of side."""
    sounds = {name: chime(name) for name in CHIMES}
    assert sounds["in"] != sounds["out"]
    assert len({bytes(samples) for samples in sounds.values()}) == len(CHIMES)
    assert set(CHIME_OF.values()) <= set(CHIMES)
    assert _pitch(sounds["in"], 0.02) < _pitch(sounds["in"], 0.4)
    assert _pitch(sounds["out"], 0.02) > _pitch(sounds["out"], 0.4)


def _pitch(samples, at: float) -> int:
    """Return how often the wave crosses zero within 0.1 s."""
    part = samples[int(at * RATE) : int((at + 0.1) * RATE)]
    return sum(one < 0 <= two for one, two in itertools.pairwise(part))


def test_wave_file_comes_back_as_it_was(tmp_path):
    """What is written is what is read."""
    samples = chime("in")
    write_wave(tmp_path / "in.wav", samples)
    assert read_wave(tmp_path / "in.wav") == samples


def test_timetable_is_exact():
    """Breaths and marks fall on their second however long the session is."""
    steps = [make_step(number, code=f"LI{number}", seconds=170.0) for number in range(1, 20)]
    found = moments(make_plan(*steps))
    starts = [moment.at for moment in found if moment.announcement.kind == "hold"]
    assert starts == pytest.approx([9 + 178 * index for index in range(19)], abs=1e-4)
    breaths = [moment.at for moment in found if moment.announcement.kind == "in"]
    assert breaths[:17] == pytest.approx([9 + 10 * index for index in range(17)], abs=1e-4)
    assert len(breaths) == 19 * 17


def test_waits_grow_for_words_and_holds_do_not():
    """A listener is never hurried, and never cheated of seconds."""
    plan = small_plan()
    longer = with_room_for_words(plan, lambda text: len(text) / 15)
    assert [item.seconds for item in longer.steps] == [item.seconds for item in plan.steps]
    assert all(new.ready_seconds > old.ready_seconds for new, old in zip(longer.steps[:1], plan.steps, strict=False))
    inside = sum(item.ready_seconds + item.seconds + item.release_seconds for item in longer.steps)
    assert longer.total_seconds == pytest.approx(longer.settle_seconds + inside + longer.close_seconds)
    assert with_room_for_words(plan, lambda text: 0.0) == plan


def test_unknown_cue_is_a_usage_error(environment):
    """A cue that does not exist is named, with those that do."""
    with pytest.raises(UsageError, match="no cue is called 'gong'"):
        build_cues(small_plan(), environment, wanted=("gong",))


def test_nothing_found_is_said_once_and_the_bell_rings(environment):
    """A machine without a player still tells."""
    bare = with_path(environment, "/nowhere")
    found = build_cues(small_plan(), bare, ring=lambda: None)
    assert found.missing.startswith("No sound player found (tried ")
    assert found.missing.endswith("The terminal bell rings instead.")
    assert found.cues is not None
    assert build_cues(small_plan(), bare, wanted=("off",)).cues is None
