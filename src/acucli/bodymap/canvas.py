"""A canvas of character cells, each with a style; what a scene is made from."""

from __future__ import annotations

from acucli.bodymap.braille import Dots, Mode, character
from acucli.bodymap.scene import NO_TONE, PAPER, Line, Style, StyledRun, Tones, cell_width
from acucli.bodymap.shading import Ground

RANK_STYLES: tuple[Style, ...] = ("", "bone", "hair", "detail", "skin")
_SIGNS = {
    "point": "●",
    "twin": "○",
    "neighbour": "•",
    "leader": "·",
    "ruler": "│",
    "tick": "├",
    "across": "┈",
    "landmark": "+",
    "to_right": "▶",
    "to_left": "◀",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_LETTERS = {
    "point": "X",
    "twin": "o",
    "neighbour": "*",
    "leader": ".",
    "ruler": "|",
    "tick": "+",
    "across": "-",
    "landmark": "+",
    "to_right": ">",
    "to_left": "<",
    "up": "^",
    "down": "v",
    "left": "<",
    "right": ">",
}
GLYPHS: dict[Mode, dict[str, str]] = {"braille": _SIGNS, "blocks": _SIGNS, "shaded": _SIGNS, "ascii": _LETTERS}
_STROKES = frozenset(RANK_STYLES)
_UPPER, _LOWER, _BOTH = "▀", "▄", "█"


class Canvas:
    """Rows of cells; the second cell of a wide character holds an empty string."""

    def __init__(self, columns: int, rows: int, mode: Mode) -> None:
        self.columns = columns
        self.rows = rows
        self.mode = mode
        self.glyphs = GLYPHS[mode]
        self._texts = [[" "] * columns for _ in range(rows)]
        self._styles: list[list[Style]] = [[""] * columns for _ in range(rows)]
        self._ground: Ground | None = None

    @classmethod
    def of_dots(cls, dots: Dots, mode: Mode) -> Canvas:
        """Return a canvas that shows a drawing of dots in the characters of `mode`."""
        canvas = cls(dots.columns, dots.rows, mode)
        for cell, bits in enumerate(dots.bits):
            if bits:
                row, column = divmod(cell, dots.columns)
                canvas.put(column, row, character(bits, mode), RANK_STYLES[dots.ranks[cell]])
        return canvas

    def put(self, column: int, row: int, text: str, style: Style) -> None:
        """Write one character over whatever is there; outside of the canvas nothing happens."""
        if 0 <= column < self.columns and 0 <= row < self.rows:
            self._texts[row][column] = text
            self._styles[row][column] = style

    def put_free(self, column: int, row: int, text: str, style: Style) -> None:
        """Write one character only into an empty cell, so that it passes behind what is drawn."""
        if self.is_free(column, row):
            self.put(column, row, text, style)

    def write(self, column: int, row: int, text: str, style: Style) -> None:
        """Write a text from `column` on; what does not fit on the row is cut off."""
        for letter in text:
            wide = cell_width(letter)
            if column + wide > self.columns:
                return
            self.put(column, row, letter, style)
            if wide == 2:
                self.put(column + 1, row, "", style)
            column += wide

    def is_free(self, column: int, row: int) -> bool:
        """Tell whether the cell lies on the canvas and is empty; a space within a label is not."""
        on_canvas = 0 <= column < self.columns and 0 <= row < self.rows
        return on_canvas and self._texts[row][column] == " " and not self._styles[row][column]

    def style_at(self, column: int, row: int) -> Style:
        """Return the style of what stands in a cell; empty where nothing does, and beyond the canvas."""
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return self._styles[row][column] if inside else ""

    def text_at(self, column: int, row: int) -> str:
        """Return what stands in a cell, a space where nothing does; empty beyond the canvas."""
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return self._texts[row][column] if inside else ""

    def extent(self, first_row: int, last_row: int) -> tuple[int, int]:
        """Return the first and last drawn column of some rows; (columns, -1) where they are all empty."""
        left, right = self.columns, -1
        for row in range(max(0, first_row), min(self.rows - 1, last_row) + 1):
            drawn = [column for column, text in enumerate(self._texts[row]) if text != " "]
            if drawn:
                left, right = min(left, drawn[0]), max(right, drawn[-1])
        return left, right

    def lines(self) -> tuple[Line, ...]:
        """Return the canvas as lines of runs, empty ends cut off."""
        return tuple(self._line(row) for row in range(self.rows))

    def lay_on(self, ground: Ground) -> None:
        """Lay what is drawn on a shaded ground, which holds the strokes of the figure already."""
        self._ground = ground

    def _line(self, row: int) -> Line:
        runs: list[StyledRun] = []
        for column, (text, style) in enumerate(zip(self._texts[row], self._styles[row], strict=True)):
            run = self._run(text, "" if text == " " and style != "label" else style, column, row)
            if runs and runs[-1][1:] == run[1:]:
                runs[-1] = run._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
        while runs and not runs[-1].text.strip(" "):
            runs.pop()
        return tuple(runs)

    def _run(self, text: str, style: Style, column: int, row: int) -> StyledRun:
        """Return one cell: in a shaded picture strokes are part of the ground, and signs and words stand upon it."""
        if self._ground is None:
            return StyledRun(text, style)
        tones = self._ground.at(column, row)
        if style not in _STROKES:
            level = max(tones)
            return StyledRun(text, style, Tones(level, level))
        if tones == PAPER:
            return StyledRun(" ")
        if NO_TONE in tones:
            return StyledRun(_UPPER if tones.lower == NO_TONE else _LOWER, "skin", tones)
        return StyledRun(_BOTH if tones.upper == tones.lower else _UPPER, "skin", tones)
