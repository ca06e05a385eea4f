"""Rows of text: wrapped at words, put side by side, and parted into pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console  # 40 ms, with the first frame
    from rich.text import Text


class Saying(NamedTuple):
    """The rows of something that is said, never parted from each other; the lower the rank the sooner it is shown."""

    rows: Sequence[Text]
    rank: int = 0


def line(text: str, style: str) -> Text:
    """Return one row."""
    return _rich().text(text, style=style, no_wrap=True, end="")


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


def wrapped(text: str, width: int, style: str = "") -> list[Text]:
    """Return the text in rows of at most `width` cells; no rows where there is no text."""
    return [line(row, style) for row in _rows_of(text, max(1, width))] if text else []


def count_rows(text: str, width: int) -> int:
    """Return how many rows of `width` cells a text needs."""
    return len(_rows_of(text, max(1, width))) if text else 0


def first_fitting(texts: Sequence[str], width: int) -> str:
    """Return the first of some ways to say a thing that fits; empty where none does."""
    return next((text for text in texts if line(text, "").cell_len <= width), "")


def pages_of(first: Sequence[Saying], further: Sequence[Saying], rows: int) -> list[list[Text]]:
    """Return pages of at most `rows` rows, each saying whole on one of them; there is always a page.

    The first page takes of `first` what fits, by rank, and shows it in its order; then of `further`, so that nothing
    of the first moves when they join. What finds no room stands on the pages after it.
    """
    chosen: set[int] = set()
    free = rows
    for index in sorted(range(len(first)), key=lambda at: (first[at].rank, at)):
        if len(first[index].rows) <= free:
            chosen.add(index)
            free -= len(first[index].rows)
    page = [row for index in sorted(chosen) for row in first[index].rows]
    left = [saying for index, saying in enumerate(first) if index not in chosen]
    for saying in further:
        if len(saying.rows) <= free:
            page += saying.rows
            free -= len(saying.rows)
        else:
            left.append(saying)
    return [page, *following_pages(left, rows)]


def following_pages(sayings: Sequence[Saying], rows: int) -> list[list[Text]]:
    """Return the rest on as few pages as keep each saying whole; one longer than a page is parted between rows."""
    pages: list[list[Text]] = []
    for saying in sayings:
        own = [row for row in saying.rows if pages or row.plain.strip()]
        if not pages or len(pages[-1]) + len(own) > rows:
            pages.append([])
        while len(own) > rows > 0:
            pages[-1] += own[:rows]
            own = own[rows:]
            pages.append([])
        pages[-1] += own
    return pages


class _Rich(NamedTuple):
    """What draws rows: the class of a text, and a console that measures it."""

    text: type[Text]
    measure: Console


@lru_cache(maxsize=1)
def _rich() -> _Rich:
    from rich import console, text  # 40 ms, with the first frame: a session of plain lines needs none

    return _Rich(text.Text, console.Console(file=io.StringIO(), _environ={}))


@lru_cache(maxsize=512)
def _rows_of(text: str, width: int) -> tuple[str, ...]:
    """Wrap once: the words of a hold stay the same while its seconds run."""
    return tuple(row.plain for row in _rich().text(text).wrap(_rich().measure, width))
