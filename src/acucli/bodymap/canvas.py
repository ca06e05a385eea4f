"""A canvas of character cells, each with a style; what a scene is made from."""

from __future__ import annotations

from acucli.bodymap.braille import Dots, Mode, character
from acucli.bodymap.scene import Line, Style, StyledRun, cell_width

RANK_STYLES: tuple[Style, ...] = ("", "bone", "hair", "detail", "skin")
GLYPHS: dict[str, dict[str, str]] = {
    "braille": {
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
    },
    "blocks": {
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
    },
    "ascii": {
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
    },
}


class Canvas:
    """Rows of cells; the second cell of a wide character holds an empty string."""

    def __init__(self, columns: int, rows: int, mode: Mode) -> None:
        self.columns = columns
        self.rows = rows
        self.mode = mode
        self.glyphs = GLYPHS[mode]
        self._texts = [[" "] * columns for _ in range(rows)]
        self._styles: list[list[Style]] = [[""] * columns for _ in range(rows)]

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
        """Tell whether the cell lies on the canvas and is empty."""
        return 0 <= column < self.columns and 0 <= row < self.rows and self._texts[row][column] == " "

    def style_at(self, column: int, row: int) -> Style:
        """Return the style of what stands in a cell; empty where nothing does, and beyond the canvas."""
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return self._styles[row][column] if inside else ""

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

    def _line(self, row: int) -> Line:
        runs: list[StyledRun] = []
        for text, style in zip(self._texts[row], self._styles[row], strict=True):
            shown: Style = "" if text == " " and style != "label" else style
            if runs and runs[-1].style == shown:
                runs[-1] = StyledRun(runs[-1].text + text, shown)
            else:
                runs.append(StyledRun(text, shown))
        while runs and not runs[-1].text.strip(" "):
            runs.pop()
        return tuple(runs)
