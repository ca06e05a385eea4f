"""The screen of a session: frames drawn by Rich when something changes, the pacer's bar patched in between."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from acucli.model.practice import Event
from acucli.runner.frame import draw
from acucli.runner.output_stream import OutputStream
from acucli.runner.screen_rows import LAY_WORDS, FrameOptions, ScreenFrame, Shown, breath_of
from acucli.session.announcements import announcements_for, key_reply
from acucli.session.breath import Breath
from acucli.session.state import Command, State

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PACER_SECONDS = 0.15
"""Between two patches; a Rich frame each time would cost five times as much."""
_MESSAGE_SECONDS = 5.0
_MOST_ROWS = 200
_HOME, _ERASE_LINE, _ERASE_BELOW = "\x1b[H", "\x1b[K", "\x1b[J"
_SYNC_ON, _SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"


class TerminalScreen:
    """Draws the session on the alternate screen; writes nothing but whole frames and patches."""

    alternate = True

    def __init__(
        self,
        look: FrameOptions,
        *,
        variables: Mapping[str, str],
        colour: bool,
        mono: Callable[[], float],
        outlet: OutputStream | None = None,
        size: Callable[[], tuple[int, int]] = lambda: (80, 24),
    ) -> None:
        self._look = look
        self._colour = colour
        self._variables = variables
        self._mono = mono
        self._outlet = outlet
        self._size = size
        self._message = ""
        self._message_until = 0.0
        self._shown: Shown = LAY_WORDS
        self._at = 0
        self._drawn: tuple[object, ...] = ()
        self._frame: ScreenFrame | None = None
        self._patched = ""
        self._taken = True
        self._size_now: tuple[int, int] | None = None
        self._rich: Console | None = None
        self._breath_state: State | None = None
        self._breath_now: Breath | None = None
        self._rows: dict[tuple[object, ...], str] = {}

    def attach(self, outlet: OutputStream, size: Callable[[], tuple[int, int]]) -> None:
        """Take the outlet and the size of the console that was opened."""
        self._outlet, self._size = outlet, size
        self.redraw()

    def begin(self, state: State, events: Sequence[Event]) -> None:
        """Draw the first frame."""
        self.refresh(state)

    def show(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Note what is worth a message; the frame itself follows with the next refresh."""
        for thing in announcements_for(before, after, events):
            if thing.kind in {"gap", "ten_seconds", "half", "score", "note", "hurt"}:
                self.tell(thing.text)

    def answer(self, command: Command, before: State, after: State) -> None:
        """Show the answer to a key."""
        sentence = key_reply(command, before, after)
        if sentence:
            self.tell(sentence)

    def tell(self, sentence: str) -> None:
        """Show a sentence for some seconds."""
        self._message, self._message_until = sentence, self._mono() + _MESSAGE_SECONDS

    def key(self, name: str) -> bool:
        """Handle the keys that are the screen's own: lists, anatomy, pages, redraw. Tells whether it was one.

        Any key closes a list; `w` turns its page first, and `q` stops from there too.
        """
        shown = self._shown
        if name == "w" and self._frame is not None:
            self._shown = self._frame.turned
        elif shown.overlay and name != "redraw":
            self._shown = shown._replace(overlay="", page=0)
            return name != "q"
        elif name in {"?", "h"}:
            self._shown = shown._replace(overlay="keys" if name == "?" else "numbers", page=0)
        elif name == "i":
            self._shown = shown._replace(anatomy=not shown.anatomy, picture=False, page=0)
        elif name == "redraw":
            self.redraw()
        else:
            return False
        return True

    def redraw(self) -> None:
        """Draw anew with the next refresh: the size changed, or another program was here."""
        self._drawn, self._patched = (), ""
        self._size_now = self._rich = None
        self._rows.clear()

    def refresh(self, state: State) -> None:
        """Draw what has changed: the frame when a word or second did, else only the pacer's bar."""
        if self._message and self._mono() >= self._message_until:
            self._message = ""
        if state.at != self._at and not self._shown.overlay:  # a new place begins with its lay words
            self._at, self._shown = state.at, self._shown._replace(anatomy=False, page=0)
        seen = self._seen(state)
        if seen != self._drawn or not self._taken:
            if self._size() != self._known_size():  # where no signal tells of a new size
                self.redraw()
                seen = self._seen(state)
            self._frame = self._draw(state)
            self._taken = self._write(_SYNC_ON + _HOME + self._text(self._frame) + _ERASE_BELOW + _SYNC_OFF)
            self._drawn, self._patched = seen, ""
        self._patch(state)

    def until_change(self, state: State) -> float | None:
        """Return the real seconds until the screen looks different; None while nothing moves."""
        until_message = self._message_until - self._mono() if self._message else float("inf")
        if state.stands or state.ended:
            return until_message if self._message else None
        remaining = state.remaining
        until_second = remaining - (math.ceil(remaining - 1e-6) - 1)
        breath = self._breath(state)
        until_beat = float("inf")
        if breath is not None:
            into = (state.credited % 1.0) if breath.remaining else 0.0
            until_beat = min(1.0 - into + 1e-4, breath.remaining + 1e-4)
        moving = breath is not None and not self._look.still and self._taken
        until_pacer = PACER_SECONDS if moving else float("inf")
        return max(0.0, min(until_message, until_pacer, until_second / state.speed, until_beat / state.speed))

    def finish(self, state: State) -> None:
        """Draw nothing more; the screen goes with the console."""

    def _breath(self, state: State) -> Breath | None:
        """Return the breath of a state, worked out once: it is asked for three times a wake."""
        if state is not self._breath_state:
            self._breath_state, self._breath_now = state, breath_of(state)
        return self._breath_now

    def _seen(self, state: State) -> tuple[object, ...]:
        breath = self._breath(state)
        return (
            state.phase,
            state.at,
            math.ceil(state.remaining - 1e-6),
            state.paused,
            len(state.steps),
            None if breath is None else (breath.do, breath.beat),
            self._message,
            self._shown,
            state.there,
            state.favourite,
            self._known_size(),
        )

    def _draw(self, state: State) -> ScreenFrame:
        return draw(state, self._look, size=self._known_size(), message=self._message, shown=self._shown)

    def _text(self, frame: ScreenFrame) -> str:
        """Return the rows with their styles, each erased to its end; never a line end after the last."""
        rendered = [self._row(row) + _ERASE_LINE for row in frame.rows]
        return "\r\n".join(rendered) + ("\r\n" if len(frame.rows) < self._known_size()[1] else "")

    def _row(self, row: Text) -> str:
        """Return one row as Rich renders it; most rows are the same from second to second."""
        key = (row.plain, str(row.style), tuple(row.spans))
        if key not in self._rows:
            if len(self._rows) > _MOST_ROWS:
                self._rows.clear()
            console = self._console()
            with console.capture() as captured:
                console.print(row, end="", no_wrap=True, crop=True, overflow="crop", soft_wrap=False)
            self._rows[key] = captured.get()
        return self._rows[key]

    def _known_size(self) -> tuple[int, int]:
        """Return the size, asked of the terminal once after each change."""
        if self._size_now is None:
            self._size_now = self._size()
        return self._size_now

    def _patch(self, state: State) -> None:
        breath, frame = self._breath(state), self._frame
        if breath is None or frame is None or frame.pacer is None or self._shown.overlay:
            return
        row, column, width = frame.pacer
        bar = self._look.glyphs.bar(breath.fullness, width)
        if bar != self._patched and self._taken:
            colour = ("\x1b[36m", "\x1b[0m") if self._colour else ("", "")
            self._write(f"\x1b[{row};{column}H{colour[0]}{bar}{colour[1]}")
            self._patched = bar

    def _write(self, text: str) -> bool:
        return self._outlet.frame(text) if self._outlet is not None else True

    def _console(self) -> Console:
        """Return a Rich console of the present size."""
        if self._rich is None:
            from rich.console import Console  # 40 ms: only a session with a screen pays for it

            width, height = self._known_size()
            self._rich = Console(
                file=io.StringIO(),
                width=max(1, width),
                height=max(1, height),
                force_terminal=True,
                color_system="truecolor" if self._colour else None,
                no_color=not self._colour,
                legacy_windows=False,
                markup=False,
                highlight=False,
                emoji=False,
                _environ=dict(self._variables),
            )
        return self._rich
