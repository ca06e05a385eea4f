"""The ground of a shaded picture: how dark each half of a cell is, from the tones of a figure and its strokes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil

import msgspec

from acucli.bodymap.braille import LOWER_BITS, UPPER_BITS, Dots
from acucli.bodymap.framing import DOTS_HIGH, DOTS_WIDE, CropFrame
from acucli.bodymap.geometry import Spot, flattened
from acucli.bodymap.outline import full_paths
from acucli.bodymap.scene import NO_TONE, TONES, Tones
from acucli.model.figures import Figure, Path

_LIT = 1
_IN_SHADE = (5, 9, 12)
"""How dark half shade, full shade and deep shade are, of TONES; what is lit is _LIT."""
_HAIR = 6
_STROKES = (0.0, 1.2, 1.2, 1.6, 2.6)
"""How much darker one dot of a stroke makes its half of a cell, by the rank of the stroke: bone, hair, detail, skin."""
_CLOSE_NODES = 40
_FEWEST_DOTS = 2
"""Of the four dots of a half cell, how many must lie on the body for it to be painted."""

_Chain = Sequence[Spot]


class Ground(msgspec.Struct, frozen=True):
    """The tone of every half cell, row by row, the upper half before the lower; NO_TONE beside the body."""

    columns: int
    tones: Sequence[Tones]

    def at(self, column: int, row: int) -> Tones:
        """Return the tones of a cell."""
        return self.tones[row * self.columns + column]


def ground(figure: Figure, frame: CropFrame, dots: Dots, *, flipped: bool) -> Ground:
    """Return the ground of a figure in a frame; `dots` are its strokes, drawn in the same frame."""
    body = _Grid(frame)
    sign = -1 if flipped else 1
    for path in full_paths(figure, frozenset({"mask"})):
        body.fill([_chain(path, frame, sign)], _LIT)
    shade = _Grid(frame)
    for tone, depth in enumerate(_IN_SHADE):
        chains = [
            [frame.dot((sign * x, y)) for x, y in region.spots] for region in figure.shades if region.tone == tone
        ]
        shade.fill(chains, depth - _LIT)
    hair = _Grid(frame)
    for path in full_paths(figure, frozenset({"hairfill"})):
        hair.fill([_chain(path, frame, sign)], _HAIR)
    return Ground(frame.columns, tuple(_tones(body, shade, hair, dots)))


def _chain(path: Path, frame: CropFrame, sign: int) -> list[Spot]:
    if len(path.nodes) >= _CLOSE_NODES:
        return [frame.dot((sign * node.x, node.y)) for node in path.nodes]
    return [frame.dot((sign * x, y)) for x, y in flattened(path.nodes, True, DOTS_WIDE / frame.scale)]


class _Grid:
    """A number for every dot of a frame, 0 outside of its window."""

    def __init__(self, frame: CropFrame) -> None:
        self.wide, self.high = frame.columns * DOTS_WIDE, frame.rows * DOTS_HIGH
        self.numbers = bytearray(self.wide * self.high)
        left, top = frame.dot(frame.box[:2])
        right, bottom = frame.dot(frame.box[2:])
        self._left, self._right = max(0, round(left)), min(self.wide, round(right))
        self._top, self._bottom = max(0, round(top)), min(self.high, round(bottom))

    def fill(self, chains: Iterable[_Chain], number: int) -> None:
        """Write a number on every dot inside of the closed chains (even-odd rule), in dots."""
        rows: list[list[float]] = [[] for _ in range(self.high)]
        for chain in chains:
            for (px, py), (qx, qy) in pairwise((chain[-1], *chain)):
                low, high = (py, qy) if py < qy else (qy, py)
                first, last = max(self._top, ceil(low - 0.5)), min(self._bottom, ceil(high - 0.5))
                if first < last:
                    slope = (qx - px) / (qy - py)
                    for row in range(first, last):
                        rows[row].append(px + (row + 0.5 - py) * slope)
        for row in range(self._top, self._bottom):
            cuts = sorted(rows[row])
            for start, end in zip(cuts[::2], cuts[1::2], strict=False):
                first, last = max(self._left, ceil(start - 0.5)), min(self._right, ceil(end - 0.5))
                if first < last:
                    at = row * self.wide
                    self.numbers[at + first : at + last] = bytes((number,)) * (last - first)

    def halves(self, half_row: int) -> tuple[bytearray, bytearray]:
        """Return the two rows of dots that make a row of half cells."""
        start = 2 * half_row * self.wide
        return self.numbers[start : start + self.wide], self.numbers[start + self.wide : start + 2 * self.wide]


def _tones(body: _Grid, shade: _Grid, hair: _Grid, dots: Dots) -> Iterable[Tones]:
    """Yield the tones of every cell."""
    for row in range(dots.rows):
        upper = _half_row(body, shade, hair, 2 * row)
        lower = _half_row(body, shade, hair, 2 * row + 1)
        first = row * dots.columns
        bits, ranks = dots.bits[first : first + dots.columns], dots.ranks[first : first + dots.columns]
        for above, below, drawn, rank in zip(upper, lower, bits, ranks, strict=True):
            yield Tones(_inked(above, drawn & UPPER_BITS, rank), _inked(below, drawn & LOWER_BITS, rank))


def _half_row(body: _Grid, shade: _Grid, hair: _Grid, half_row: int) -> list[float]:
    """Return the tone of each half cell of a row, the mean of its dots on the body; NO_TONE beside it."""
    rows = zip(body.halves(half_row), shade.halves(half_row), hair.halves(half_row), strict=True)
    sums = [[0] * (body.wide // DOTS_WIDE), [0] * (body.wide // DOTS_WIDE)]
    counts, tones = sums
    for on_body, in_shade, in_hair in rows:
        for column, (there, dark, under_hair) in enumerate(zip(on_body, in_shade, in_hair, strict=True)):
            if there:
                counts[column >> 1] += 1
                tones[column >> 1] += there + dark + under_hair
    return [tone / count if count >= _FEWEST_DOTS else NO_TONE for count, tone in zip(counts, tones, strict=True)]


def _inked(tone: float, bits: int, rank: int) -> int:
    """Return the tone of a half cell with the strokes upon it."""
    return NO_TONE if tone == NO_TONE else min(TONES - 1, round(tone + bits.bit_count() * _STROKES[rank]))
