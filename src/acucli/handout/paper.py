"""The layout on paper: how the cards stand and how large their pictures may be, so that the pages hold.

A browser breaks pages by itself; here only the room is shared out beforehand, by what the words will take. Each picture
stands at the right of its card, and the words flow beside it and below it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from acucli.model.handout_sheet import Handout, HandoutPlace

_MOST_WIDE_MM = {1: 62.0, 2: 44.0, 3: 34.0}
"""The widest picture beside the words of a card, by the cards beside each other."""
_MOST_WIDE_ABOVE_MM = {1: 80.0, 2: 80.0, 3: 58.0}
"""The same where it stands above them."""
_GAP_MM = 2.0
_CARD_EDGE_MM = 5.2
_CARD_SIDES_MM = 3.8
_INDENT_MM = 5.1
_BESIDE_MM = 3.0
_HEAD_MM = 14.0
_FOOT_MM = 5.0
_BOX_EDGE_MM = 3.3
_PLAIN_EDGE_MM = 1.1
_LETTER_MM = 3.9
"""The size of letters of 11 points."""
_LINE_MM = 4.46
_LARGE_LINE_MM = 7.12
_LARGE = 18 / 11
_BOLD = 1.08
_HEIGHTS = range(52, 17, -1)
_SMALLEST_WITH_FIND = 450.0
"""Square millimetres of a picture: how a place is found is left out before pictures get smaller."""
_PLACES_ON_ONE_PAGE = 3
_WIDTHS = {"ijl'": 0.222, " ft.,:;/!I": 0.278, "r()-": 0.333, "•": 0.35, "ckszvxy": 0.5, "w": 0.722, "m": 0.833}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
"""How wide a letter as wide as Arial is, in parts of its size; all others as below."""
_WIDTH_OF_SMALL, _WIDTH_OF_CAPITAL = 0.556, 0.7


class Paper(NamedTuple):
    """What a page leaves between its margins, in millimetres."""

    wide: float
    high: float


LETTER, A4 = Paper(199.5, 261.5), Paper(193.5, 279.0)


Words = Literal["full", "find", "short"]
_WORDS: tuple[Words, ...] = ("full", "find", "short")


class Shape(NamedTuple):
    """The sides of a picture, in any unit; 0 where a place has none."""

    wide: float
    high: float

    def within(self, most_wide: float, most_high: float) -> Shape:
        """Return the picture as large as it fits into these sides."""
        if not self.wide:
            return self
        scale = min(most_wide / self.wide, most_high / self.high)
        return Shape(self.wide * scale, self.high * scale)


class PaperLayout(NamedTuple):
    """How a sheet stands on paper: `columns` of cards, pictures `picture_mm` high, `above` the words or beside them.

    `words` tell whether each step stands in full, how a place is found in full and pressed in few words, or only where
    it is and how it is pressed.
    """

    columns: int
    above: bool
    picture_mm: int
    words: Words

    @property
    def finds(self) -> bool:
        """Tell whether how a place is found stands on the sheet."""
        return self.words != "short"

    @property
    def picture_wide_mm(self) -> float:
        """Return the most that a picture may be wide."""
        return (_MOST_WIDE_ABOVE_MM if self.above else _MOST_WIDE_MM)[self.columns]


class _Print(NamedTuple):
    """What a sheet is printed on and in: the page, the size of a letter and the height of a line, in millimetres."""

    paper: Paper
    letter: float
    line: float

    def lines(self, text: str, room: float, *, boldness: float = 1.0) -> int:
        """Return how many lines a text takes in this room."""
        return self.wrapped(text, 0, (room, room), 0, boldness=boldness)

    def wrapped(self, text: str, first: int, rooms: tuple[float, float], beside: int, *, boldness: float = 1.0) -> int:
        """Return the line after a text that begins on line `first`; lines before `beside` have the second room."""
        line, left = first, rooms[first < beside]
        for word in text.split():
            wide = _ems(word) * self.letter * boldness
            if wide > left and left < rooms[line < beside]:
                line += 1
                left = rooms[line < beside]
            left -= wide + _WIDTH_OF[" "] * self.letter
        return line + 1


def layout_for(sheet: Handout, shapes: Sequence[Shape], *, paper: Paper, large: bool = False) -> PaperLayout:
    """Return the layout that keeps one to three places on one page (three pages in `large` letters), more on two.

    How a place is found is left out before pictures get too small to be read. `shapes` are those of the pictures.
    """
    few = len(sheet.places) <= _PLACES_ON_ONE_PAGE
    pages = (3 if few else 6) if large else (1 if few else 2)
    size, line = (_LETTER_MM * _LARGE, _LARGE_LINE_MM) if large else (_LETTER_MM, _LINE_MM)
    found = _Print(paper, size, line)
    most = 1 if large else max(1, min(len(sheet.places), len(_MOST_WIDE_MM)))
    ways = [(columns, above) for columns in range(1, most + 1) for above in (False, True)]
    for words in _WORDS:
        highest = (_highest(sheet, shapes, PaperLayout(*way, 0, words), found, pages) for way in ways)
        fitting = [layout for layout in highest if layout is not None]
        best = max(fitting, key=lambda layout: _least_area(shapes, layout), default=None)
        if best and (not best.finds or _least_area(shapes, best) >= _SMALLEST_WITH_FIND):
            return best
    return PaperLayout(most, False, _HEIGHTS[-1], "short")


def _highest(
    sheet: Handout, shapes: Sequence[Shape], way: PaperLayout, printed: _Print, pages: int
) -> PaperLayout | None:
    """Return this layout with the largest pictures that keep to so many pages; None where none do."""
    layouts = (way._replace(picture_mm=height) for height in _HEIGHTS)
    return next((layout for layout in layouts if _pages(sheet, shapes, layout, printed) <= pages), None)


def _least_area(shapes: Sequence[Shape], layout: PaperLayout) -> float:
    """Return the area of the smallest picture of a layout, in square millimetres; that of a large one without any."""
    shown = [shape.within(layout.picture_wide_mm, layout.picture_mm) for shape in shapes if shape.wide]
    return min((shape.wide * shape.high for shape in shown), default=_SMALLEST_WITH_FIND)


def _pages(sheet: Handout, shapes: Sequence[Shape], layout: PaperLayout, printed: _Print) -> int:
    """Return on how many pages a sheet will stand: a row of cards is never cut, a box only where it is long."""
    titles = printed.lines(sheet.title, printed.paper.wide, boldness=_BOLD * 16 / 11)
    page, used = 1, (_HEAD_MM + (titles - 1) * 6.8) * printed.line / _LINE_MM
    for block in (*_rows(sheet, shapes, layout, printed), *_boxes(sheet, printed), _FOOT_MM):
        if used + block > printed.paper.high:
            page, used = page + 1, 0.0
        used += block
        page, used = page + int(used // printed.paper.high), used % printed.paper.high
    return page


def _rows(sheet: Handout, shapes: Sequence[Shape], layout: PaperLayout, printed: _Print) -> list[float]:
    """Return the height of each row of cards."""
    heights = [
        _card(place, shape.within(layout.picture_wide_mm, layout.picture_mm), layout, printed)
        for place, shape in zip(sheet.places, shapes, strict=True)
    ]
    return [max(heights[at : at + layout.columns]) for at in range(0, len(heights), layout.columns)]


def _card(place: HandoutPlace, picture: Shape, layout: PaperLayout, printed: _Print) -> float:
    """Return the height of a card, whose words flow beside its picture and below."""
    inner = (printed.paper.wide - _GAP_MM * (layout.columns - 1)) / layout.columns - _CARD_SIDES_MM
    if not picture.wide:
        text = f"mm {place.title}. {' '.join(_steps(place, layout))} 1. 2. 3. "
        return printed.lines(text, inner) * printed.line + _CARD_EDGE_MM
    beside = inner if layout.above else inner - picture.wide - _BESIDE_MM
    lines = 0 if layout.above else math.ceil((picture.high + 1) / printed.line)
    used = printed.wrapped(f"mm {place.title}", 0, (inner, beside), lines, boldness=_BOLD)
    for text in _steps(place, layout):
        used = printed.wrapped(text, used, (inner - _INDENT_MM, beside - _INDENT_MM), lines)
    words = used * printed.line
    return (words + picture.high if layout.above else max(words, picture.high)) + 0.6 + _CARD_EDGE_MM


def _steps(place: HandoutPlace, layout: PaperLayout) -> list[str]:
    """Return the numbered steps of a place that stand on the sheet."""
    found = [place.find] if layout.finds else []
    return [*found, place.press if layout.words == "full" else place.press_short, place.how_long]


def _boxes(sheet: Handout, printed: _Print) -> list[float]:
    """Return the height of each box of words below the cards."""
    call, ring, soon = (
        [sign.brief for sign in sheet.signs_of(*levels)]
        for levels in (("crisis", "emergency"), ("urgent",), ("see-doctor",))
    )
    advice = [*sheet.advice, sheet.way_out] if sheet.kind == "information" else []
    framed = [("CALL NOW IF:", call), ("STOP IF:", [sheet.stop, *(f"1 {place.let_go}" for place in sheet.places)])]
    framed += [("NOT IF, OR ONLY AS SAID:", list(sheet.not_if)), ("WHAT HELPS:", advice)]
    framed += [("RING TODAY IF:", ring or ["it gets worse, or you are not sure."])]
    plain = [("MIND:", [f"1 {'; '.join(place.care)}" for place in sheet.places if place.care])]
    plain += [("KEEP TAKING:", [sheet.keep_taking]), ("DOES IT WORK?", [sheet.evidence])]
    rules = [sheet.how_often, sheet.stop_pressing, sheet.see_somebody, *(f"a doctor soon: {sign}" for sign in soon)]
    plain += [("WHEN TO STOP, AND WHOM TO SEE:", rules)]
    room = printed.paper.wide - _CARD_SIDES_MM
    found = [printed.line]  # the number to ring, on its own line
    for boxes, edge in ((framed, _BOX_EDGE_MM), (plain, _PLAIN_EDGE_MM)):
        for label, texts in boxes:
            text = " • ".join(filter(None, texts))
            if text:
                found.append(printed.lines(f"{label} {text}", room) * printed.line + edge)
    return found


def _ems(text: str) -> float:
    """Return how wide a text is, in parts of the size of its letters."""
    return sum(_WIDTH_OF.get(letter, _WIDTH_OF_CAPITAL if letter.isupper() else _WIDTH_OF_SMALL) for letter in text)
