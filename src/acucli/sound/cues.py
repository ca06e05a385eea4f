"""Cues: what is said, sounded through speech, chimes, the bell or a line; one at a time, and never waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from acucli.model.practice import Event
from acucli.session.announcements import announcements_for, key_reply, opening
from acucli.session.state import Command, State
from acucli.session.timetable import BREATH, breath_begun, until_breath
from acucli.sound.chimes import CHIME_OF, CHIME_SECONDS
from acucli.sound.player import Player
from acucli.sound.speech import Speech

LATE_SECONDS = 1.0
"""A cue that could not be played within this time is dropped: it would no longer be true."""
_LOOK_SECONDS = 0.25


class Cue(NamedTuple):
    """One cue: its kind, its words, its priority, and the moment on the steady clock it belongs to."""

    kind: str
    text: str
    priority: int
    due: float = 0.0


class Sink(Protocol):
    """A way to sound a cue; tells whether it took it, None when it can in a moment."""

    @property
    def works(self) -> bool: ...

    def play(self, cue: Cue) -> bool | None: ...

    def busy(self) -> bool: ...

    def stop(self) -> None: ...


class SpeechSink:
    """Plays the rendered phrase; breaths have no words of their own here when chimes tell them."""

    def __init__(self, speech: Speech, player: Player, *, breaths: bool = False) -> None:
        self._speech, self._player, self._breaths = speech, player, breaths

    @property
    def works(self) -> bool:
        """Tell whether a player is left that has not failed."""
        return self._player.works

    def play(self, cue: Cue) -> bool | None:
        """Play the phrase; one that nobody could foresee is rendered aside, and played when it is there."""
        if cue.priority == BREATH and not self._breaths:
            return False
        if not self._speech.is_ready(cue.text):
            self._speech.render_aside(cue.text)
            return None
        phrase = self._speech.phrase(cue.text)
        if phrase is None or not self._player.works:
            return False
        self._player.play(phrase.path, phrase.seconds)
        return True

    def busy(self) -> bool:
        """Tell whether a phrase is being spoken."""
        return self._player.busy()

    def stop(self) -> None:
        """Stop speaking."""
        self._player.stop()


class ChimeSink:
    """Plays the chime of a kind, from files made at first use."""

    def __init__(self, files: Callable[[str], Path | None], player: Player) -> None:
        self._files, self._player = files, player

    @property
    def works(self) -> bool:
        """Tell whether a player is left that has not failed."""
        return self._player.works

    def play(self, cue: Cue) -> bool:
        """Play the chime that stands for the cue's kind."""
        name = CHIME_OF.get(cue.kind)
        path = self._files(name) if name is not None and self._player.works else None
        if path is None:
            return False
        self._player.play(path, CHIME_SECONDS)
        return True

    def busy(self) -> bool:
        """Tell whether a chime is sounding."""
        return self._player.busy()

    def stop(self) -> None:
        """Stop sounding."""
        self._player.stop()


class CallSink:
    """Rings the bell or shows a line: over at once, so never busy. Breaths are left out, a bell has no pitch."""

    works = True

    def __init__(self, call: Callable[[Cue], None], kinds: frozenset[str] | None = None) -> None:
        self._call, self._kinds = call, kinds

    def play(self, cue: Cue) -> bool:
        """Call out the cue."""
        if cue.priority == BREATH or (self._kinds is not None and cue.kind not in self._kinds):
            return False
        self._call(cue)
        return True

    def busy(self) -> bool:
        """Return that nothing sounds on."""
        return False

    def stop(self) -> None:
        """Do nothing."""


class Cues:
    """Hears of the session and sounds it: each cue goes to the first sink that takes it.

    A cue beats one of lower or equal priority that still sounds; a lower one waits, and is dropped when it is late.
    """

    def __init__(
        self, sinks: Sequence[Sink], mono: Callable[[], float], *, tell: Callable[[str], None] | None = None
    ) -> None:
        self._sinks = list(sinks)
        self._tell = tell
        self._mono = mono
        self._playing: tuple[Sink, int] | None = None
        self._waiting: list[Cue] = []
        self._breathed: State | None = None

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Say the cautions and the settling in."""
        self._take(opening(state).kind, opening(state).text, opening(state).priority, state)
        self.moved(state, state, events[1:])

    def moved(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Sound what happened."""
        for thing in announcements_for(before, after, events):
            self._take(thing.kind, thing.text, thing.priority, after)
        if after.paused and not before.paused:
            self._waiting.clear()

    def answer(self, command: Command, before: State, after: State) -> None:
        """Say the answer to a key; muting stops what sounds."""
        if after.muted:
            self.quiet()
        text = key_reply(command, before, after)
        if text and not after.muted:
            self._take("answer", text, 1, after)

    def tick(self, state: State) -> None:
        """Sound the breath when a part of it begins, and what has been waiting for its turn."""
        breath = breath_begun(self._breathed, state) if self._breathed is not None else None
        if breath is not None:
            self._take(breath.kind, breath.text, BREATH, state)
        self._breathed = state
        self._next()

    def until_change(self, state: State) -> float | None:
        """Return the real seconds until a breath turns, or until a waiting cue should be tried again."""
        waits = [_LOOK_SECONDS] if self._waiting or (self._playing and self._playing[0].busy()) else []
        turns = until_breath(state)
        if turns != float("inf") and not state.muted:
            waits.append(turns / state.speed)
        return min(waits) if waits else None

    def quiet(self) -> None:
        """Stop every sound: a pause, Ctrl-Z, the end."""
        self._waiting.clear()
        if self._playing is not None:
            self._playing[0].stop()
            self._playing = None

    def close(self, *, patient: bool) -> None:
        """Stop; a last word that is being spoken may be heard out where there is no hurry."""
        if not patient:
            self.quiet()

    def _take(self, kind: str, text: str, priority: int, state: State) -> None:
        if state.muted or not text:
            return
        if priority == BREATH and self._playing is not None and self._playing[0].busy():
            return  # a breath that is told late would lead out of step
        self._waiting.append(Cue(kind, text, priority, self._mono()))
        self._next()

    def _next(self) -> None:
        """Play the most important cue that waits, unless something more important still sounds."""
        now = self._mono()
        self._waiting = [cue for cue in self._waiting if now - cue.due <= LATE_SECONDS]
        while self._waiting:
            cue = max(self._waiting, key=lambda waiting: (waiting.priority, waiting.due))
            if self._playing is not None and self._playing[0].busy():
                if self._playing[1] > cue.priority or cue.priority == BREATH:
                    return
                self._playing[0].stop()
            self._waiting.remove(cue)
            self._playing = None
            if self._play(cue) is None:
                self._waiting.append(cue)
                return
        self._tell_of_silence()

    def _play(self, cue: Cue) -> bool | None:
        """Hand the cue to the first sink that takes it; None when that one needs a moment."""
        for sink in self._sinks:
            taken = sink.play(cue)
            if taken:
                self._playing = (sink, cue.priority)
            if taken is not False:
                return taken
        return False

    def _tell_of_silence(self) -> None:
        """Say once that the players that were found have all failed."""
        if self._tell is not None and not any(sink.works for sink in self._sinks):
            self._tell("The sound players that were found all failed. The session goes on without sound.")
            self._tell = None
