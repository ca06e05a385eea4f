"""Dots on a grid of cells, 2 wide and 4 high in each, and the characters that show them in each mode."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from acucli.bodymap.framing import DOTS_HIGH, DOTS_WIDE

Mode = Literal["braille", "blocks", "ascii", "shaded"]
CLEAR_COLUMNS = 2
CLEAR_ROWS = 1
"""Cells beside and above the point that creases, bones, hair and names leave free."""

UPPER_BITS, LOWER_BITS = 0x1B, 0xE4
"""The dots of the upper and of the lower half of a cell."""
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
# Each glyph with the dots it darkens (bits of the braille cell); the nearest one stands for a cell.
_ASCII: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("|", (0x47, 0xB8, 0x07, 0x38, 0x46, 0xB0)),
    ("-", (0x12, 0x24, 0x1A, 0x26, 0x34, 0x32)),
    ("_", (0xC0, 0xE0, 0xC4)),
    ("/", (0x5C, 0x54, 0x9C, 0x58, 0x4C, 0x0C)),
    ("\\", (0xA3, 0xA2, 0x63, 0xA1, 0x23, 0x21)),
    ("(", (0x8E, 0x86, 0x0E)),
    (")", (0x71, 0x70, 0x31)),
    ("<", (0x2A, 0x8A)),
    (">", (0x55, 0x15)),
    ("'", (0x01, 0x08, 0x03, 0x18, 0x09)),
    (".", (0x40, 0x80, 0x04, 0x20)),
    (",", (0x44, 0xA0, 0x60)),
    (":", (0x42, 0x90, 0x05)),
    ("~", (0x2C, 0x0A, 0x14, 0x22)),
    ("=", (0xD2, 0xE4, 0x2D)),
)


class Dots:
    """A drawing of single dots; each cell remembers the highest rank drawn into it.

    Lines are drawn only inside `clip`: left, top, right and bottom in dots.
    """

    def __init__(self, columns: int, rows: int, clip: tuple[float, float, float, float]) -> None:
        self.columns = columns
        self.rows = rows
        self.bits = bytearray(columns * rows)
        self.ranks = bytearray(columns * rows)
        wide, high = columns * DOTS_WIDE, rows * DOTS_HIGH
        self._clip = (max(0, clip[0]), max(0, clip[1]), min(wide, clip[2]), min(high, clip[3]))

    def dot(self, x: float, y: float, rank: int) -> None:
        """Draw one dot, where the clip allows it."""
        left, top, right, bottom = self._clip
        if left <= x < right and top <= y < bottom:
            column, row = int(x), int(y)
            cell = (row >> 2) * self.columns + (column >> 1)
            self.bits[cell] |= _BITS[row & 3][column & 1]
            self.ranks[cell] = max(self.ranks[cell], rank)

    def polyline(self, chain: Sequence[tuple[float, float]], rank: int, *, dashed: bool = False) -> None:
        """Draw a chain of straight pieces, given in dots; `dashed` leaves out every second pair of dots."""
        left, top, right, bottom = self._clip
        bits, ranks, columns = self.bits, self.ranks, self.columns
        walked = 0
        px, py = chain[0]
        for qx, qy in chain[1:]:
            dx, dy = qx - px, qy - py
            steps = int(max(abs(dx), abs(dy))) + 1
            if (px < left and qx < left) or (px >= right and qx >= right):
                px, py = qx, qy
                continue
            if (py < top and qy < top) or (py >= bottom and qy >= bottom):
                px, py = qx, qy
                continue
            for index in range(steps):
                x, y = px + dx * index / steps, py + dy * index / steps
                walked += 1
                if (dashed and walked & 2) or not (left <= x < right and top <= y < bottom):
                    continue
                column, row = int(x), int(y)
                cell = (row >> 2) * columns + (column >> 1)
                bits[cell] |= _BITS[row & 3][column & 1]
                if ranks[cell] < rank:
                    ranks[cell] = rank
            px, py = qx, qy
        self.dot(px, py, rank)

    def draw_over(self, other: Dots) -> None:
        """Draw all dots of another drawing of the same size, with their ranks."""
        for cell, bits in enumerate(other.bits):
            if bits:
                self.bits[cell] |= bits
                self.ranks[cell] = max(self.ranks[cell], other.ranks[cell])

    def clear_cells(self, column: int, row: int) -> None:
        """Take away all dots in the cells within CLEAR_COLUMNS and CLEAR_ROWS of a cell."""
        for near in range(max(0, row - CLEAR_ROWS), min(self.rows, row + CLEAR_ROWS + 1)):
            first, last = max(0, column - CLEAR_COLUMNS), min(self.columns, column + CLEAR_COLUMNS + 1)
            self.bits[near * self.columns + first : near * self.columns + last] = bytes(last - first)

    def clear_around(self, x: float, y: float, radius: float = 3.0) -> None:
        """Take away all dots nearer than `radius` dots to a spot, so that a marker stands free."""
        reach = int(radius) + 1
        for row in range(max(0, int(y) - reach), min(self.rows * DOTS_HIGH, int(y) + reach + 1)):
            for column in range(max(0, int(x) - reach), min(self.columns * DOTS_WIDE, int(x) + reach + 1)):
                if (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2 <= radius * radius:
                    cell = (row >> 2) * self.columns + (column >> 1)
                    self.bits[cell] &= ~_BITS[row & 3][column & 1] & 0xFF


def character(bits: int, mode: Mode) -> str:
    """Return the character that shows the dots of one cell; an empty cell is a space in every mode."""
    if not bits:
        return " "
    if mode == "ascii":
        return _nearest(bits)
    return _quadrant(bits) if mode == "blocks" else chr(0x2800 + bits)


def _quadrant(bits: int) -> str:
    upper_left, upper_right = bool(bits & 0x03), bool(bits & 0x18)
    lower_left, lower_right = bool(bits & 0x44), bool(bits & 0xA0)
    return _QUADRANTS[upper_left + 2 * upper_right + 4 * lower_left + 8 * lower_right]


@lru_cache(maxsize=256)
def _nearest(bits: int) -> str:
    """Return the glyph whose dots differ least from `bits`."""
    ranked = ((min((bits ^ shape).bit_count() for shape in shapes), order, glyph)
              for order, (glyph, shapes) in enumerate(_ASCII))  # fmt: skip
    return min(ranked)[2]
