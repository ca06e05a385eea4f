"""Rows of text in blocks that give way to each other when the screen is small."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console  # 40 ms, with the first frame
    from rich.text import Text

_MOST_IMPORTANT = 0
_SPACING = 8


class Block(NamedTuple):
    """Some rows with their rank: 0 is never left out, 9 goes first.

    `pacer` marks the row of the moving bar; `whole` rows are shown all or not at all, as a warning must be.
    """

    rank: int
    rows: Sequence[Text]
    pacer: bool = False
    whole: bool = False


def line(text: str, style: str) -> Text:
    """Return one row."""
    return _text_class()(text, style=style, no_wrap=True, end="")


@lru_cache(maxsize=1)
def _text_class() -> type[Text]:
    from rich.text import Text  # with the first frame: a session of plain lines needs none

    return Text


def heading(left: str, right: str, width: int, *, style: str = "bold") -> Text:
    """Return one row with something at each end; the left gives way when both do not fit."""
    start = line(left, style)
    room = width - len(right) - 1
    if room <= 0:
        start.truncate(max(1, width), overflow="crop")
        return start
    start.truncate(room, overflow="crop")
    start.append(" " * (width - start.cell_len - len(right)))
    start.append(right)
    return start


def wrapped(text: str, width: int, style: str) -> list[Text]:
    """Return the text in rows of at most `width` cells; no rows where there is no text."""
    return [line(row, style) for row in _rows_of(text, max(1, width))] if text else []


def fitted(blocks: Sequence[Block], height: int, width: int) -> tuple[list[Text], int | None]:
    """Return at most `height` rows, the least important left out first, and the row of the pacer.

    A block of several rows is shortened row by row before a more important one loses any.
    """
    kept = [list(block.rows) for block in blocks]
    for rank in range(9, _MOST_IMPORTANT - 1, -1):
        for index in reversed([at for at, block in enumerate(blocks) if block.rank == rank]):
            while sum(map(len, kept)) > height and kept[index]:
                del kept[index][0 if blocks[index].whole else -1 :]
    _refill(blocks, kept, height)
    rows: list[Text] = []
    pacer: int | None = None
    for block, own in zip(blocks, kept, strict=True):
        if block.pacer and own:
            pacer = len(rows)
        rows += own
    for row in rows:
        row.truncate(width, overflow="crop")
    return rows, pacer


def _refill(blocks: Sequence[Block], kept: list[list[Text]], height: int) -> None:
    """Use rows that a whole block has freed for less important ones that were given up before it."""
    for index in sorted(range(len(blocks)), key=lambda at: blocks[at].rank):
        missing = len(blocks[index].rows) - len(kept[index])
        if blocks[index].rank < _SPACING and missing and sum(map(len, kept)) + missing <= height:
            kept[index] = list(blocks[index].rows)


def indented(rows: Sequence[Text], *, margin: int, above: int, beside: Sequence[Text], column: int) -> Iterator[Text]:
    """Yield the rows moved in from the edges, with the rows of a picture beside them."""
    count = max(above + len(rows), len(beside))
    for index in range(count):
        own = index - above
        row = line(" " * margin, "")
        if 0 <= own < len(rows):
            row.append_text(rows[own])
        if index < len(beside):
            row.append(" " * max(1, column - row.cell_len))
            row.append_text(beside[index])
        yield row


@lru_cache(maxsize=256)
def _rows_of(text: str, width: int) -> tuple[str, ...]:
    """Wrap once: the words of a hold stay the same while its seconds run."""
    return tuple(row.plain for row in _text_class()(text).wrap(_measure(), width))


@lru_cache(maxsize=1)
def _measure() -> Console:
    from rich.console import Console  # 40 ms, with the first frame

    return Console(file=io.StringIO(), _environ={})
