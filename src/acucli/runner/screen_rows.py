"""What a frame is made with and of: how it is drawn, what the person asked to see, its rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from acucli.model.practice import PlanStep
from acucli.runner.glyphs import Glyphs
from acucli.runner.grid import ScreenBlock
from acucli.runner.text_layout import line
from acucli.session.breath import Breath, breath_at
from acucli.session.state import State

if TYPE_CHECKING:
    from rich.text import Text

Overlay = Literal["", "keys", "numbers"]
"""What lies over the session until a key is pressed: nothing, its keys, or the numbers for help."""
Picture = Callable[[PlanStep, int, int], "Sequence[Text]"]
"""Draws the place of a step within so many columns and rows; no rows where there is no picture of it."""


class FrameOptions(NamedTuple):
    """How frames are drawn: `huge` digits, `still` without a moving pacer, and where a picture comes from.

    `numbers` are the lines of numbers for help. A `discreet` frame names places and no complaint.
    """

    glyphs: Glyphs
    huge: bool = False
    still: bool = False
    picture: Picture | None = None
    numbers: tuple[str, ...] = ()
    discreet: bool = False


class Shown(NamedTuple):
    """What the person asked to see: a list over it all, anatomy instead of lay words, the picture, a further page."""

    overlay: Overlay = ""
    anatomy: bool = False
    picture: bool = False
    page: int = 0


LAY_WORDS = Shown()
"""What is shown until something else is asked for."""


class Pacer(NamedTuple):
    """Where the moving bar stands on the screen: row and column from 1, width in cells."""

    row: int
    column: int
    width: int


class ScreenFrame(NamedTuple):
    """Rows of a screen, the place of the pacer where one moves, and what `w` shows next."""

    rows: tuple[Text, ...]
    pacer: Pacer | None
    turned: Shown = LAY_WORDS


class ScreenRows:
    """The rows of a screen that is being filled, each from left to right."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.width, self.height = max(1, size[0]), max(1, size[1])
        self._rows = [line("", "") for _ in range(self.height)]

    def put(self, row: int, column: int, text: Text) -> None:
        """Write a text at a place; nothing is written beyond the screen."""
        if 0 <= row < self.height and column < self.width:
            own = self._rows[row]
            own.append(" " * (column - own.cell_len))
            own.append_text(text)

    def put_all(self, region: ScreenBlock, column: int, rows: Sequence[Text]) -> None:
        """Write rows into a region, no more than it holds."""
        for offset, text in enumerate(rows[: region.rows]):
            self.put(region.row + offset, column, text)

    def replace(self, row: int, column: int, text: Text) -> None:
        """Write a text instead of all that stands in its row."""
        if 0 <= row < self.height:
            self._rows[row] = line("", "")
            self.put(row, column, text)

    def rows(self) -> tuple[Text, ...]:
        """Return the rows, none of them wider than the screen."""
        return tuple(row[: self.width] if row.cell_len > self.width else row for row in self._rows)


def breath_of(state: State) -> Breath | None:
    """Return the breath of this moment; None where no pacer runs."""
    if state.phase != "hold" or not state.breathing:
        return None
    return breath_at(state.plan.pace, state.credited)


def clock_words(seconds: float) -> str:
    """Return a time as it is counted down: `42 s`, `7:20`."""
    whole = math.ceil(seconds - 1e-6)
    return f"{whole} s" if whole < 100 else f"{whole // 60}:{whole % 60:02d}"
