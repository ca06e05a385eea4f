"""The session as plain lines: one sentence each, appended and flushed, complete for somebody who sees nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acucli.model.practice import Event, Plan
from acucli.runner.glyphs import Glyphs
from acucli.runner.key_table import keys_sentence
from acucli.runner.output_stream import OutputStream
from acucli.session.announcements import Announcement, announcements_for, key_reply, opening, status
from acucli.session.phrases import full_name, hand_words, side_words, span
from acucli.session.state import Command, State
from acucli.text.cleaning import clean_line

QUIET_SECONDS = 15.0
"""The longest silence during a hold: after it nobody knows whether the session still runs."""


class PlainLines:
    """Writes a line for everything that happens; no control sequence, no carriage return, no colour."""

    alternate = False

    def __init__(
        self,
        glyphs: Glyphs,
        *,
        mono: Callable[[], float],
        numbers: tuple[str, ...] = (),
        outlet: OutputStream | None = None,
    ) -> None:
        self._numbers = numbers
        self._glyphs = glyphs
        self._mono = mono
        self._outlet = outlet
        self._began = 0.0
        self._last = 0.0
        self._breath_told = False
        self._speed = 1.0
        self._state: State | None = None

    def attach(self, outlet: OutputStream, size: Callable[[], tuple[int, int]]) -> None:
        """Take the outlet of the console that was opened."""
        self._outlet = outlet

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Write what is said while settling in, then the first step where there is no settling in."""
        self._began = self._last = self._mono()
        self._speed, self._state = state.speed, state
        for sentence in opening(state).sentences:
            self.tell(sentence)
        for thing in announcements_for(state, state, events[1:]):
            self._write(thing)
        if state.waits:
            self.tell(WAITING_SENTENCE)

    def show(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Write what happened."""
        self._state = after
        for thing in announcements_for(before, after, events):
            self._write(thing)
            if thing.kind == "hold":
                self._tell_breath(after)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Write the answer to a key."""
        sentence = key_reply(command, before, after)
        if sentence:
            self.tell(sentence)

    def tell(self, sentence: str) -> None:
        """Write a sentence with its time since the beginning; a rehearsal tells the time it stands for."""
        self._last = self._mono()
        seconds = int((self._last - self._began) * self._speed + 1e-6)
        if self._outlet is not None:
            text = self._glyphs.say(clean_line(sentence))
            self._outlet.line(f"{seconds // 60:02d}:{seconds % 60:02d} {text}")

    def key(self, name: str) -> bool:
        """Answer `?` with the keys, `h` with the numbers, `i` with anatomy. Tells whether it was a key of its own."""
        answers = {"?": (keys_sentence(),), "h": self._numbers, "i": self._anatomy(), "w": ()}
        for sentence in answers.get(name, ()):
            self.tell(sentence)
        return name in answers

    def redraw(self) -> None:
        """Do nothing: lines stay where they are."""

    def refresh(self, state: State) -> None:
        """Write how much is left when a hold has been silent for long."""
        if state.phase in {"hold", "settle", "ready"} and not state.stands and self._is_quiet():
            self.tell(status(state))

    def until_change(self, state: State) -> float | None:
        """Return the seconds until silence is too long; None while nothing moves."""
        if state.stands or state.ended:
            return None
        return max(0.0, self._last + QUIET_SECONDS - self._mono())

    def finish(self, state: State) -> None:
        """Write nothing more: the end has been told."""

    def _anatomy(self) -> tuple[str, ...]:
        """Return the present place in words of anatomy, every name it has first."""
        step = self._state.step if self._state is not None and self._state.phase != "settle" else None
        return () if step is None else tuple(text for text in (f"{full_name(step)}.", step.where) if text)

    def _is_quiet(self) -> bool:
        return self._mono() - self._last >= QUIET_SECONDS

    def _write(self, thing: Announcement) -> None:
        for sentence in thing.sentences:
            self.tell(sentence)

    def _tell_breath(self, state: State) -> None:
        """Name the breathing once: lines cannot pace it."""
        pace = state.plan.pace
        if self._breath_told or not pace.phases or not state.breathing:
            return
        self._breath_told = True
        counts = ", ".join(f"{phase.do} {phase.seconds:g}" for phase in pace.phases)
        self.tell(f"Breathe slowly and gently, not deeply. Count: {counts}.")


WAITING_SENTENCE = (
    "Press Enter when you are ready, and at each place when your finger is there. Space pauses,"
    " x: it hurts, ? all keys, q stops."
)


def preview(plan: Plan) -> tuple[str, ...]:
    """Return the plan in plain lines: what, how long, what is needed, each step, what was left out."""
    holds = len(plan.steps)
    lines = [f"{plan.name}: {span(plan.total_seconds)}, {holds} hold{'' if holds == 1 else 's'}."]
    if plan.evidence:
        lines.append(plan.evidence)
    if plan.needs:
        lines.append(f"You need: {', '.join(plan.needs)}.")
    for step in plan.steps:
        if step.turn == "other-side":
            lines.append(f"{step.n}. The other side, {side_words(step)}: {span(step.seconds)}.")
            continue
        hand = "" if step.technique == "breathe-and-rest" else f", with {hand_words(step)}"
        lines.append(f"{step.n}. {full_name(step)}, {side_words(step)}{hand}: {span(step.seconds)}.")
    for gone in plan.left_out:
        lines.append(f"Left out: {gone.name or gone.code or gone.area}. {gone.message}")
    for changed in plan.stand_ins:
        lines.append(changed.message or f"{changed.code} stands in for {changed.instead_of}.")
    return tuple(clean_line(text) for text in lines)
