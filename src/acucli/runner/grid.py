"""Where each block of a session's screen stands: the same rows for ready, hold and release."""

from __future__ import annotations

from typing import NamedTuple

TWO_COLUMNS_FROM = 80
_TWO_COLUMNS_ROWS = 16
_WIDEST = 76
_WIDEST_PICTURE = 64
_WORDS = {0: 36, 100: 44, 120: 48}
"""Columns of words beside a picture, by the width of the screen from which they hold."""
_MARGIN_FROM = 44
_MOST_ROWS = 30
_LEAST_WORDS = 2
_HUGE_FROM = 18
_PICTURE_ROWS = 12
_BREATH_BESIDE_PICTURE_FROM = 14
TIME_ROWS = 3
HUGE_ROWS = 6
_ORDER = (
    "title", "after_title", "name", "side", "words", "before_time", "time", "bar", "before_breath", "breath",
    "before_stop", "stop", "before_following", "following",
)  # fmt: skip
_SPACES = ("name", "before_time", "after_title", "before_breath", "before_following", "before_stop")
"""What a roomy screen has besides, the most wanted first."""


class ScreenBlock(NamedTuple):
    """Some rows of the screen, from 0; none where it has no room."""

    row: int = 0
    rows: int = 0

    @property
    def end(self) -> int:
        """Return the first row below it."""
        return self.row + self.rows


class Columns(NamedTuple):
    """Where words stand, how wide all of it is, and where a picture stands beside them (0 columns: nowhere)."""

    left: int
    words: int
    across: int
    picture_left: int = 0
    picture: int = 0


class Needs(NamedTuple):
    """How many rows the words of a place want, those that say when to let go, and the least words of all.

    The least are the lay line, what to mind and the hand: they come before title and next place.
    """

    words: int
    stop: int
    least: int = 0


class Grid(NamedTuple):
    """The regions of one screen, in rows from 0; `picture` stands beside the words, or instead of them."""

    title: ScreenBlock
    name: ScreenBlock
    side: ScreenBlock
    words: ScreenBlock
    time: ScreenBlock
    bar: ScreenBlock
    breath: ScreenBlock
    stop: ScreenBlock
    message: ScreenBlock
    following: ScreenBlock
    picture: ScreenBlock = ScreenBlock()


def columns_for(width: int, height: int, *, picture: bool) -> Columns:
    """Return the columns of a screen: words and picture side by side from 80 by 16 on, else one of them."""
    if picture and width >= TWO_COLUMNS_FROM and height >= _TWO_COLUMNS_ROWS:
        words = max(columns for least, columns in _WORDS.items() if width >= least)
        gap = 2 if words == _WORDS[0] else 4
        drawn = min(_WIDEST_PICTURE, width - words - gap - (2 if words == _WORDS[0] else 4))
        across = words + gap + drawn
        left = max(2, (width - across) // 2)
        return Columns(left, words, min(across, width - left - 2), left + words + gap, drawn)
    inner = min(_WIDEST, width - 4) if width >= _MARGIN_FROM else width
    return Columns((width - inner) // 2, inner, inner)


def grid_for(height: int, needs: Needs, *, named: bool = True, huge: bool = False) -> Grid:
    """Return where the blocks of a place stand on a screen of `height` rows, the last of which is that of the keys.

    Time, breath and when to let go hang from the bottom, words from the top, and nothing depends on the phase. What a
    small screen cannot hold has no rows: the next place first, then title and breath. When to let go is whole or not
    there at all. The name of the place has a row of its own where the title does not name it (`named`).
    """
    content, top = content_rows(height)
    sizes = dict.fromkeys(_ORDER, 0)

    def take(name: str, rows: int, least: int = 0) -> None:
        free = content - sum(sizes.values())
        if rows <= free or 0 < least <= free:
            sizes[name] += min(rows, free)

    take("time", 1)
    take("side", 1)
    take("stop", needs.stop if content - 2 - needs.stop >= _LEAST_WORDS else 0)
    take("words", min(_LEAST_WORDS, needs.words))
    take("breath", 1)
    take("words", max(0, needs.least - sizes["words"]), least=1)
    for name in ("title", "following"):
        take(name, 1)
    if huge and content >= _HUGE_FROM:
        take("time", HUGE_ROWS - 1)
        take("bar", 1)
    take("words", needs.words - sizes["words"], least=1)
    if sizes["bar"] == 0 and content - sum(sizes.values()) >= TIME_ROWS:
        take("time", TIME_ROWS - 1)
        take("bar", 1)
    for name in _SPACES if named else _SPACES[1:]:
        take(name, 1)
    take("words", content - sum(sizes.values()))
    return _placed(sizes, top)


def picture_grid(height: int, needs: Needs) -> Grid:
    """Return where the blocks stand where a picture takes the place of the words."""
    content, top = content_rows(height)
    sizes = dict.fromkeys(_ORDER, 0)
    sizes["title"] = sizes["time"] = min(1, content // 2)
    sizes["breath"] = int(content >= _BREATH_BESIDE_PICTURE_FROM)
    rest = content - sum(sizes.values())
    sizes["stop"] = needs.stop if rest - needs.stop >= _PICTURE_ROWS else 0
    sizes["words"] = rest - sizes["stop"]
    grid = _placed(sizes, top)
    return grid._replace(picture=grid.words, words=ScreenBlock())


def content_rows(height: int) -> tuple[int, int]:
    """Return how many rows there are above that of the keys, and how many stay empty above them on a high screen."""
    content = max(0, min(height - 1, _MOST_ROWS))
    return content, max(0, height - 1 - content) // 3


def _placed(sizes: dict[str, int], top: int) -> Grid:
    places: dict[str, ScreenBlock] = {}
    row = top
    for name in _ORDER:
        places[name] = ScreenBlock(row, sizes[name])
        row += sizes[name]
    message = ScreenBlock(places["before_following"].row, sizes["before_following"] + sizes["following"])
    beside = ScreenBlock(places["title"].end, places["before_following"].row - places["title"].end)
    shown = {name: places[name] for name in Grid._fields if name in places}
    return Grid(**shown, message=message, picture=beside)
