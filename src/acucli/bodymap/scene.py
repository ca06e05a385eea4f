"""A scene: a finished picture for the terminal, lines of styled text with its title and its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

from acucli.model.record import Value

Style = Literal[
    "", "skin", "detail", "bone", "hair", "point", "twin", "neighbour", "ruler", "label", "leader", "landmark"
]

TONES = 24
NO_TONE = -1


class Tones(NamedTuple):
    """How dark the two halves of a cell are: 0 lit skin to TONES - 1 the darkest stroke, NO_TONE for the paper."""

    upper: int = NO_TONE
    lower: int = NO_TONE


PAPER = Tones()


class StyledRun(NamedTuple):
    """Neighbouring cells of one style, and of the same two tones in a shaded picture."""

    text: str
    style: Style = ""
    tones: Tones = PAPER


Line = tuple[StyledRun, ...]


class Scene(Value, frozen=True, kw_only=True):
    """A picture in cells: every line at most `width` cells wide; `words` says the same in a sentence or two."""

    title: str
    words: str
    width: int
    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def plain(self) -> str:
        """Return the picture without styles, trailing spaces cut off."""
        return "\n".join("".join(run.text for run in line).rstrip() for line in self.lines)


def cell_width(text: str) -> int:
    """Return how many cells `text` takes; Chinese, Japanese and Korean characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def beside(left: Sequence[Line], right: Sequence[Line], *, left_width: int, gap: int) -> tuple[Line, ...]:
    """Return two pictures side by side; the lower one is centred on the higher one."""
    height = max(len(left), len(right))
    lines = []
    for one, other in zip_longest(_centred(left, height), _centred(right, height), fillvalue=()):
        missing = left_width - sum(cell_width(run.text) for run in one)
        lines.append((*one, StyledRun(" " * (missing + gap)), *other))
    return tuple(lines)


def trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return a picture without the empty columns on its left and the empty lines above and below it."""
    texts = ["".join(run.text for run in line) for line in lines]
    drawn = [number for number, text in enumerate(texts) if text.strip(" ")]
    if not drawn:
        return ()
    margin = min(len(texts[number]) - len(texts[number].lstrip(" ")) for number in drawn)
    return tuple(_without(line, margin) for line in lines[drawn[0] : drawn[-1] + 1])


def width_of(lines: Sequence[Line]) -> int:
    """Return how many cells the widest line takes."""
    return max((sum(cell_width(run.text) for run in line) for line in lines), default=0)


def _without(line: Line, margin: int) -> Line:
    """Return a line without its first cells, which are spaces."""
    kept = []
    for run in line:
        kept.append(run._replace(text=run.text[margin:]))
        margin = max(0, margin - len(run.text))
    return tuple(run for run in kept if run.text)


def _centred(lines: Sequence[Line], height: int) -> list[Line]:
    above = (height - len(lines)) // 2
    return [()] * above + list(lines) + [()] * (height - len(lines) - above)
