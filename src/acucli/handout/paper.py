"""The layout on paper: how large the pictures may be and how much is said beside them, so that the pages hold.

A browser breaks pages by itself; here only the room is shared out beforehand, by what the words will take. A place is a
row with its picture at the left and its steps at the right; one without a picture is a line or two. Where one page is
too short for that, up to three places stand beside each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from acucli.bodymap.words_around import PaperSize
from acucli.handout.boxes import LISTED, boxes_of
from acucli.model.handout_sheet import Handout, HandoutPlace

WIDE_MM, HIGH_MM = 193.5, 261.5
"""What a page leaves between its margins: the width of A4, the height of Letter, so that both hold."""
_ONE_PAGE_PLACES = 3
_BOLD = 1.08
_CARD_EDGE_MM = 3.7
_SIDES_MM = 3.8
_BESIDE_MM = 4.0
_INDENT, _NUMBER = 1.5, 2.0
"""Before a step stands its number, and before brief ones that of their place, so many letters wide."""
_FOOT_MM = 5.0
_WIDTHS = {"ijl'": 0.222, " ft.,:;/!I": 0.278, "r()-": 0.333, "•": 0.35, "ckszvxy": 0.5, "w": 0.722, "m": 0.833}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
"""How wide a letter as wide as Arial is, in parts of its size; all others as below."""
_WIDTH_OF_SMALL, _WIDTH_OF_CAPITAL = 0.556, 0.7

Steps = Literal["full", "find", "brief"]
"""What is said of a place: all; how it is found in full and pressed in few words; both in few words."""
Cards = Literal["rows", "columns"]
"""Places below each other, the picture beside the words; or beside each other, the picture above the words."""
_ROW_HEIGHTS = range(60, 31, -2)
_ROW_SHAPE, _ROW_WIDE_MM = 1.4, 54.0
"""The width of a picture of a row in parts of its height, and the least that its words need."""
_COLUMN_HEIGHTS = range(50, 15, -1)
_LEAST_HIGH: dict[Steps, float] = {"full": 36, "find": 34, "brief": 32}
"""Where pictures of a row would be lower than this, fewer words are said instead."""
_GAP_MM = 2.0
_LIST_GAP_MM, _LIST_INDENT_MM = 5.0, 4.5
_BARE_SHARE = 0.6
"""How wide a place without a picture is among columns, in parts of one with a picture."""


READ_ON = "Before you press, read on to the end: whom to call, and whom it is not for."
"""What stands on the first of several pages."""


class PaperLayout(NamedTuple):
    """How a sheet stands on paper: the room for each picture, what is said beside it, and on how many pages.

    `tight` sets lines and boxes closer, where that alone keeps the promise; `listed` gives each sign to call for, and
    everybody it is not for, a line of its own, where there is room.
    """

    cards: Cards
    picture: PaperSize
    steps: Steps
    pages: int
    tight: bool = False
    listed: bool = False


class _Print(NamedTuple):
    """The size of letters, the height of a line, and what the edges of a box with and without a frame take.

    `picture` is how many times larger than usual the letters of pictures are.
    """

    letter: float
    line: float
    framed: float = 3.3
    plain: float = 1.2
    picture: float = 1.0

    @property
    def is_large(self) -> bool:
        """Tell whether the letters are those for people who see little."""
        return self.picture > 1.0

    def lines(self, text: str, room: float, *, boldness: float = 1.0) -> int:
        """Return how many lines a text takes in this room."""
        line, left = 1, room
        for word in text.split():
            wide = _ems(word) * self.letter * boldness
            if wide > left and left < room:
                line, left = line + 1, room
            left -= wide + _WIDTH_OF[" "] * self.letter
        return line

    def height(self, text: str, room: float, *, boldness: float = 1.0) -> float:
        """Return how high a text stands in this room; nothing takes none."""
        return self.lines(text, room, boldness=boldness) * self.line if text else 0.0


_USUAL, _LARGE = _Print(3.88, 4.46), _Print(6.35, 7.12, picture=1.3)
"""Letters of 11 points and of 18."""
_PRINTS = {
    False: (_USUAL, _USUAL._replace(line=4.27, framed=2.2, plain=0.6)),
    True: (_LARGE, _LARGE._replace(line=6.73, framed=2.2, plain=0.6)),
}
"""How a sheet is printed without large letters and with them; tight where nothing else keeps the promise."""


def layout_for(sheet: Handout, *, large: bool = False) -> PaperLayout:
    """Return the layout that keeps one to three places on one page, more on two, and `large` letters on three.

    Where there is room all places stand on the first page, and all warnings behind them.
    """
    few = len(sheet.places) <= _ONE_PAGE_PLACES
    most = 3 if large else 1 if few else 2
    tried: list[_Tried] = []
    for printed in _PRINTS[large]:
        tried += _layouts(sheet, printed)
        fitting = [found for found in tried if found.layout.pages <= most]
        together = [found for found in fitting if found.together] if not large else []
        if fitting:
            best = (together or fitting)[0]
            listed = _tried(sheet, printed, best.cards, best.layout._replace(listed=not large))
            return listed.layout if listed.layout.pages <= most else best.layout
    return tried[-1].layout


class _Tried(NamedTuple):
    """A layout, the heights of its places, and whether it leaves them together on the first page."""

    layout: PaperLayout
    cards: Sequence[float]
    together: bool


def _layouts(sheet: Handout, printed: _Print) -> Iterator[_Tried]:
    """Yield every layout, the one that says and shows most first."""
    few = 1 < len(sheet.places) <= _ONE_PAGE_PLACES and not printed.is_large
    for steps, least in _LEAST_HIGH.items():
        for high in _ROW_HEIGHTS:
            size = PaperSize(max(_ROW_SHAPE * high, _ROW_WIDE_MM), high, printed.picture)
            if high >= least:
                rows = [_row(place, size, steps, printed) for place in sheet.places]
                yield _tried(sheet, printed, rows, PaperLayout("rows", size, steps, 1))
        for high in _COLUMN_HEIGHTS if few and steps != "full" else ():
            beside = _NUMBER * printed.letter if steps == "brief" else 0.0
            size = PaperSize(max(_column_widths(sheet.places)) - beside, high)
            columns = [_columns(sheet.places, high, steps, printed)]
            yield _tried(sheet, printed, columns, PaperLayout("columns", size, steps, 1))


def _tried(sheet: Handout, printed: _Print, cards: Sequence[float], layout: PaperLayout) -> _Tried:
    """Return a layout with its pages, which `cards` of these heights and all boxes take."""
    boxes = [*_boxes(sheet, printed, listed=layout.listed), _FOOT_MM]
    hint = printed.height(READ_ON, WIDE_MM, boldness=_BOLD) + 1.2
    for first in ((), (hint,)):  # it stands where there is more than one page
        before = [_head(sheet, printed), *first, *cards]
        pages = _pages([*before, *boxes], cut=len(boxes) - 1 if printed.is_large else 0)
        if pages == 1:
            break
    made = layout._replace(pages=pages, tight=printed not in (_USUAL, _LARGE))
    return _Tried(made, cards, sum(before) <= HIGH_MM)


def _pages(blocks: Sequence[float], *, cut: int) -> int:
    """Return on how many pages blocks stand; the last `cut` of them, and any higher than a page, run over pages."""
    page, used = 1, 0.0
    for number, block in enumerate(blocks):
        whole = number < len(blocks) - cut
        if used + block > HIGH_MM and (whole or used + 2 * _LARGE.line > HIGH_MM):
            page, used = page + 1, 0.0
        used += block
        page, used = page + int(used // HIGH_MM), used % HIGH_MM
    return page


def _head(sheet: Handout, printed: _Print) -> float:
    """Return the height of the title, of the line below it, and of why nothing is pressed."""
    title = printed.height(sheet.title, WIDE_MM, boldness=_BOLD * 16 / 11) * 16 / 11
    needs = f"    you need {', '.join(sheet.needs)}" if sheet.needs else ""
    facts = printed.height(f"for: {'_' * 26}    12 minutes{needs}    {sheet.day}", WIDE_MM)
    own = printed.line + 2.0 if sheet.mine else 0.0
    return title + facts + own + 2.2 + printed.height(sheet.because, WIDE_MM, boldness=1.1)


def _row(place: HandoutPlace, size: PaperSize, steps: Steps, printed: _Print) -> float:
    """Return the height of a place with its picture beside its words, or of one that has none."""
    inner = WIDE_MM - _SIDES_MM - (_NUMBER * printed.letter if steps == "brief" else 0.0)
    if not place.code:
        return _bare(place, inner, steps, printed)
    return max(_words(place, inner - size.wide - _BESIDE_MM, steps, printed) + 1.2, size.high) + _CARD_EDGE_MM


def _words(place: HandoutPlace, room: float, steps: Steps, printed: _Print) -> float:
    """Return the height of the title and the steps of a place."""
    title = printed.height(f"mm {place.title}", room, boldness=_BOLD) if steps != "brief" else 0.0
    return title + sum(printed.height(text, room - _INDENT * printed.letter) for text in _steps(place, steps))


def _steps(place: HandoutPlace, steps: Steps) -> list[str]:
    """Return the three numbered steps of a place."""
    return [
        place.title if steps == "brief" else place.find,
        place.press if steps == "full" else place.press_short,
        place.how_long,
    ]


def _bare(place: HandoutPlace, inner: float, steps: Steps, printed: _Print) -> float:
    """Return the height of a place without a picture: its steps stand in a line as long as there is room."""
    indent = _INDENT * printed.letter
    lines, left = 0, 0.0
    for text in _steps(place, steps):
        wide = indent + _ems(text) * printed.letter * 1.05
        if wide > left:
            lines += printed.lines(text, inner - indent)
            left = inner
        left -= min(wide, inner) + 8
    return (lines + (steps != "brief")) * printed.line + _CARD_EDGE_MM + 1.2


def shares_of(places: Sequence[HandoutPlace]) -> list[float]:
    """Return the shares that places have of the width, where all stand beside each other."""
    return [1.0 if place.code else _BARE_SHARE for place in places]


def _column_widths(places: Sequence[HandoutPlace]) -> list[float]:
    """Return the width of the words of each place, where all stand beside each other."""
    shares = shares_of(places)
    room = WIDE_MM - _GAP_MM * (len(places) - 1)
    return [room * share / sum(shares) - _SIDES_MM for share in shares]


def _columns(places: Sequence[HandoutPlace], high: float, steps: Steps, printed: _Print) -> float:
    """Return the height of places beside each other, each with its picture above its words."""
    return _CARD_EDGE_MM + max(
        _words(place, wide, steps, printed) + (high + 1.0 if place.code else 6.0)
        for place, wide in zip(places, _column_widths(places), strict=True)
    )


def _boxes(sheet: Handout, printed: _Print, *, listed: bool) -> Iterator[float]:
    """Yield the height of each box of words below the places, two of them `listed` in two columns."""
    for box in boxes_of(sheet):
        edge = printed.framed if box.framed else printed.plain
        edge += printed.line + 0.6 if box.name == "ring" else 0.0  # the number to ring has a line of its own
        texts = [f"{line.place} {line.text}" if line.place else line.text for line in box.lines]
        if listed and box.name in LISTED:
            yield _list(texts, printed) + edge
        else:
            yield printed.height(f"{box.label.upper()}: {' • '.join(texts)}", WIDE_MM - _SIDES_MM) + edge


def _list(texts: Sequence[str], printed: _Print) -> float:
    """Return the height of a heading with texts below it, a line each or more, in two columns."""
    room = (WIDE_MM - _SIDES_MM - _LIST_GAP_MM) / 2 - _LIST_INDENT_MM
    lines = [printed.lines(text, room) for text in texts]
    return printed.line * (1 + math.ceil(sum(lines) / 2) + (max(lines) > 1)) + 0.6


def _ems(text: str) -> float:
    """Return how wide a text is, in parts of the size of its letters."""
    return sum(_WIDTH_OF.get(letter, _WIDTH_OF_CAPITAL if letter.isupper() else _WIDTH_OF_SMALL) for letter in text)
