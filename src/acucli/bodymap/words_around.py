"""Words around a drawing: where each stands, so that the drawing is as large as the paper lets it be.

On paper letters have one size, whatever is drawn; so words are set in millimetres of paper, and the drawing gets the
room that they leave. Of all ways to share the words out between its four sides the best is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Literal, NamedTuple

from acucli.bodymap.geometry import Box, Spot
from acucli.bodymap.letter_widths import text_width

LETTERS_MM = 2.7
"""The height of letters on paper: 7.6 points."""
LINE_MM = 1.15 * LETTERS_MM
ASIDE_MM = 0.4
"""Between a word and the line that leads from it."""
_NARROWER = 0.92
"""Arial and its like are so much narrower than the font that widths are measured with."""
_GAP_MM = 2.2
"""Between a word and the drawing: room for its line."""
_BETWEEN_MM = 2.0
_MOST_LINES = 3
_COST_OF_WAY = 0.012
"""What a millimetre of line costs, in parts of the largest drawing; crossed lines and crowded words cost more."""
_COST_OF_CROSSING = 0.3
_COST_OF_CROWD = 0.08


Edge = Literal["left", "right", "top", "bottom"]


class PaperSize(NamedTuple):
    """The room for a picture in millimetres of paper, and how many times larger than usual its letters are."""

    wide: float
    high: float
    letters: float = 1.0


class PrintedLabel(NamedTuple):
    """Words that name a spot of the figure, broken into lines for a column; `is_point` marks the point's own."""

    spot: Spot
    text: str
    lines: tuple[str, ...]
    is_point: bool = False

    @property
    def wide(self) -> float:
        """Return the width of the words in a column."""
        return max(map(width_of, self.lines)) + ASIDE_MM

    @property
    def high(self) -> float:
        """Return the height of the words in a column."""
        return len(self.lines) * LINE_MM


class SetWord(NamedTuple):
    """Words at their place on paper: the middle of their inner edge, and the edge of the body at which they stand."""

    word: PrintedLabel
    edge: Edge
    at: Spot


class WordsAround(NamedTuple):
    """The body on paper, `scale` millimetres of it for one of the figure, in `body`; and the words around it."""

    scale: float
    body: Box
    words: Sequence[SetWord]
    cost: float


def broken_word(spot: Spot, text: str, *, is_point: bool = False) -> PrintedLabel:
    """Return words in the narrowest of few lines."""
    widest = max(map(width_of, text.split()))
    steps = (widest + (width_of(text) - widest) * share / 8 for share in range(9))
    lines = next(lines for room in steps if len(lines := in_lines(text, room)) <= _MOST_LINES)
    return PrintedLabel(spot, text, tuple(lines), is_point)


def words_around(box: Box, words: Sequence[PrintedLabel], room: PaperSize) -> WordsAround:
    """Return the best of all ways to stand the words around the body."""
    choices = [_edges_for(word.spot, box) for word in words]
    sheets = (_sheet(box, room, words, edges) for edges in product(*choices))
    return min(sheets, key=lambda sheet: sheet.cost)


def _edges_for(spot: Spot, box: Box) -> tuple[Edge, ...]:
    """Return the edges at which words for a spot may stand: either side, and the nearer of top and bottom."""
    upright: Edge = "top" if spot[1] - box[1] < box[3] - spot[1] else "bottom"
    return ("left", "right", upright)


def _sheet(box: Box, room: PaperSize, words: Sequence[PrintedLabel], edges: Sequence[Edge]) -> WordsAround:
    """Return the body as large as these words around it leave it, and what is wrong with that as its cost."""
    by: dict[Edge, list[PrintedLabel]] = {"left": [], "right": [], "top": [], "bottom": []}
    for word, edge in zip(words, edges, strict=True):
        by[edge].append(word)
    left, top, right, bottom = box
    beside = sum(max(word.wide for word in by[edge]) + _GAP_MM for edge in ("left", "right") if by[edge])
    over = sum(LINE_MM + _GAP_MM for edge in ("top", "bottom") if by[edge])
    largest = min(room.wide / (right - left), room.high / (bottom - top))
    scale = min((room.wide - beside) / (right - left), (room.high - over) / (bottom - top))
    if scale <= 0:
        return WordsAround(scale, box, (), cost=100.0)
    body = (0.0, 0.0, (right - left) * scale, (bottom - top) * scale)
    placed: list[SetWord] = []
    crowd = 0.0
    for edge, its in by.items():
        found, missing = _placed(its, edge, body, box, scale, room)
        placed += found
        crowd += missing
    cost = 1 - (scale / largest) ** 2 + _COST_OF_CROWD * crowd
    ways = [(item.at, on_paper(item.word.spot, box, scale)) for item in placed]
    cost += _COST_OF_WAY * sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in ways)
    cost += _COST_OF_CROSSING * sum(_cross(one, other) for n, one in enumerate(ways) for other in ways[:n])
    return WordsAround(scale, body, placed, cost)


def _placed(
    words: Sequence[PrintedLabel], edge: Edge, body: Box, box: Box, scale: float, room: PaperSize
) -> tuple[list[SetWord], float]:
    """Return words at one edge, each as near its spot as the others let it be, and the millimetres that are missing."""
    if not words:
        return [], 0.0
    across = edge in ("top", "bottom")
    axis = 0 if across else 1
    sizes = {id(word): width_of(word.text) + _BETWEEN_MM if across else word.high + 0.8 for word in words}
    wanted = sorted((on_paper(word.spot, box, scale)[axis], word) for word in words)
    spare = (room.wide - body[2]) / 2 if across else 0.0
    low, high = -spare, body[2 + axis] + spare
    middles = _spread([at for at, _ in wanted], [sizes[id(word)] for _, word in wanted], low, high)
    outside = {"left": -_GAP_MM, "top": -_GAP_MM, "right": body[2] + _GAP_MM, "bottom": body[3] + _GAP_MM}[edge]
    found = [
        SetWord(word, edge, (middle, outside) if across else (outside, middle))
        for middle, (_, word) in zip(middles, wanted, strict=True)
    ]
    return found, max(0.0, sum(sizes.values()) - (high - low))


def _spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles near those wanted, in order and without overlap, between two ends where there is room."""
    found: list[float] = []
    edge = low
    for at, size in zip(wanted, sizes, strict=True):
        found.append(max(at, edge + size / 2))
        edge = found[-1] + size / 2
    edge = max(high, low + sum(sizes))
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], edge - sizes[number] / 2)
        edge = found[number] - sizes[number] / 2
    return found


def on_paper(spot: Spot, box: Box, scale: float) -> Spot:
    """Return where a spot of the figure is on paper; the drawing begins at 0, 0."""
    return ((spot[0] - box[0]) * scale, (spot[1] - box[1]) * scale)


def _cross(one: tuple[Spot, Spot], other: tuple[Spot, Spot]) -> bool:
    """Tell whether two straight lines cross."""

    def side(a: Spot, b: Spot, c: Spot) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def extent_of(sheet: WordsAround) -> Box:
    """Return the box that holds the body and the words around it."""
    boxes = [sheet.body, *map(_area, sheet.words)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _area(item: SetWord) -> Box:
    x, y = item.at
    if item.edge in ("top", "bottom"):
        half = width_of(item.word.text) / 2
        return (x - half, y - LINE_MM, x + half, y) if item.edge == "top" else (x - half, y, x + half, y + LINE_MM)
    high, wide = item.word.high / 2, item.word.wide
    return (x - wide, y - high, x, y + high) if item.edge == "left" else (x, y - high, x + wide, y + high)


def in_lines(text: str, room: float) -> list[str]:
    """Return a text in lines of this room, broken between words; a word that is longer has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}") <= room + 1e-6:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def width_of(text: str) -> float:
    """Return the width of a text; capitals of these fonts are as wide as those of the one that is measured with."""
    capitals = "".join(letter for letter in text if letter.isupper())
    return _NARROWER * text_width(text, LETTERS_MM) + (1 - _NARROWER) * text_width(capitals, LETTERS_MM)
