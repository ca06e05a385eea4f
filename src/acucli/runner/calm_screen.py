"""The screen of a minute of calm: one bar, one danger above it, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from acucli.model.practice import Event
from acucli.runner.screen import TerminalScreen
from acucli.runner.screen_rows import FrameOptions, Pacer, ScreenFrame, breath_of, clock_words
from acucli.runner.text_layout import heading, line, wrapped
from acucli.session.calm_words import danger_of
from acucli.session.state import Command, State
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.text import Text

_WIDEST = 64
_KEYS = ("space pause   h numbers   m sound   q stop", "space pause  h numbers  q stop", "h numbers  q stop")


class CalmScreen(TerminalScreen):
    """Draws the breath, and the numbers on `h`; nothing jumps, and the way out is always on the last row."""

    def __init__(
        self,
        look: FrameOptions,
        *,
        numbers: Sequence[str],
        variables: Mapping[str, str],
        colour: bool,
        mono: Callable[[], float],
    ) -> None:
        super().__init__(look, variables=variables, colour=colour, mono=mono)
        self._numbers = tuple(numbers)
        self._help = False

    def show(self, before: State, after: State, events: Sequence[Event]) -> None:
        """Do nothing: the frame says it all."""

    def answer(self, command: Command, before: State, after: State) -> None:
        """Say whether there is sound."""
        if command.name == "mute":
            self.tell("Sound off." if after.muted else "Sound on.")

    def key(self, name: str) -> bool:
        """Handle `h` (and `?`), which show the numbers until the next of them, and redraw."""
        if name in {"h", "?"}:
            self._help = not self._help
            return True
        if name == "redraw":
            self.redraw()
            return True
        return False

    def _draw(self, state: State) -> ScreenFrame:
        return calm_frame(
            state,
            self._look,
            size=self._known_size(),
            numbers=self._numbers if self._help else (),
            message=self._message,
        )


def calm_frame(
    state: State, look: FrameOptions, *, size: tuple[int, int], numbers: Sequence[str] = (), message: str = ""
) -> ScreenFrame:
    """Return the frame of a moment for a screen of `size` (columns, rows), never wider or higher.

    The danger stands above the bar and is whole on any screen of six rows; the numbers, where they are asked for, take
    the room below.
    """
    width, height = max(1, size[0]), max(1, size[1])
    margin = 2 if width >= 30 else 0
    inner = max(1, min(_WIDEST, width - 2 * margin))
    say = look.glyphs.say
    danger = wrapped(say(clean_line(danger_of(state))), inner, "bold")
    above = [*wrapped(say(" ".join(state.plan.prepare)), inner, "dim"), line("", ""), *danger, line("", "")]
    below = [row for text in numbers for row in wrapped(say(clean_line(text)), inner, "")]
    below = below or wrapped(say(message), inner, "")
    breath = [heading(say(_word(state)), clock_words(state.remaining), inner, style="bold")]
    moves = not look.still and breath_of(state) is not None
    breath += [line(look.glyphs.bar(_fullness(state), inner), "cyan")] if moves else []
    room = height - 1
    if len(above) + len(breath) + 1 + len(below) > room:
        above = danger
    top = max(0, min((room - len(above) - len(breath)) // 3, room - len(above) - len(breath) - 1 - len(below)))
    rows = [*above, *breath, line("", ""), *below][: max(1, room)]
    placed = [line("", "")] * top + [_moved(row, margin) for row in rows]
    keys = next((text for text in _KEYS if len(text) <= inner), _KEYS[-1][:inner])
    placed += [line("", "")] * (room - len(placed)) + ([_moved(line(keys, "dim"), margin)] if room else [])
    at = top + len(above) + len(breath)
    pacer = Pacer(row=at, column=margin + 1, width=inner) if moves and at <= room else None
    return ScreenFrame(tuple(placed), pacer)


def _word(state: State) -> str:
    if state.paused:
        return "PAUSED: space goes on"
    breath = breath_of(state)
    if breath is None:
        return "Done"
    through = f" through the {breath.through}" if breath.through in {"nose", "mouth"} else ""
    return f"{breath.word}{through}"


def _fullness(state: State) -> float:
    breath = breath_of(state)
    return breath.fullness if breath is not None else 0.0


def _moved(row: Text, margin: int) -> Text:
    moved = line(" " * margin, "")
    moved.append_text(row)
    return moved
