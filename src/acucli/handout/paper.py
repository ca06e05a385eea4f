"""The layout on paper: how many cards stand beside each other and how high a picture may be, so that the pages hold.

A browser breaks pages by itself; here only the room is shared out beforehand, by what the words will take at 11 points.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from acucli.model.handout_sheet import Handout

PAGE_MM = 261.0
"""What Letter paper, the lower of the two, leaves between its margins."""
_LINE_MM = 4.46
_WIDE_LETTERS = 104
"""Letters in a line over the whole width."""
_CARD_LETTERS = {1: 45, 2: 42, 3: 31}
"""Letters in a line of a card, by the cards beside each other."""
_COLUMNS = {0: 1, 1: 1, 2: 2, 4: 2}
"""Cards beside each other by their number; three for all others."""
_CHOICES = ((50, True), (42, True), (36, True), (32, True), (44, False), (38, False), (32, False), (26, False))
"""Heights of a picture in millimetres, each with whether the card says how the place is found, best first."""
_HEAD_MM = 15.0
_CARD_EDGE_MM = 5.0
_BOX_EDGE_MM = 1.9


class PaperLayout(NamedTuple):
    """How a sheet stands on paper: `columns` of cards, `picture_mm` high pictures, `finds` how a place is found."""

    columns: int
    picture_mm: int
    finds: bool


def layout_for(sheet: Handout) -> PaperLayout:
    """Return the layout that keeps one to three places on one page, and more on two."""
    count = len(sheet.places)
    columns = _COLUMNS.get(count, 3)
    pages = 1 if count <= 3 else 2
    for picture, finds in _CHOICES:
        layout = PaperLayout(columns, picture, finds)
        if _pages(sheet, layout) <= pages:
            return layout
    return PaperLayout(columns, *_CHOICES[-1])


def _pages(sheet: Handout, layout: PaperLayout) -> int:
    """Return on how many pages a sheet will stand: a row of cards and a box are never cut."""
    page, used = 1, _HEAD_MM
    for block in (*_rows(sheet, layout), *_boxes(sheet)):
        if used + block > PAGE_MM:
            page, used = page + 1, 0.0
        used += block
    return page


def _rows(sheet: Handout, layout: PaperLayout) -> list[float]:
    """Return the height of each row of cards."""
    letters = _CARD_LETTERS[layout.columns]
    heights = []
    for place in sheet.places:
        texts = [place.title + "   ", place.press if layout.finds else place.press_short, place.how_long]
        texts += [place.find] if layout.finds else []
        heights.append(sum(_lines(text, letters) for text in texts) * _LINE_MM + _CARD_EDGE_MM)
    rows = [heights[at : at + layout.columns] for at in range(0, len(heights), layout.columns)]
    beside = layout.columns == 1
    return [
        max(max(row), layout.picture_mm + _CARD_EDGE_MM) if beside else max(row) + layout.picture_mm for row in rows
    ]


def _boxes(sheet: Handout) -> list[float]:
    """Return the height of each box of words below the cards."""
    call = "  ".join(sign.brief for sign in sheet.signs_of("crisis", "emergency"))
    ring = "  ".join(sign.brief for sign in sheet.signs_of("urgent"))
    soon = "  ".join(sign.brief for sign in sheet.signs_of("see-doctor"))
    stop = "  ".join([sheet.stop, *(place.let_go for place in sheet.places)])
    mind = "  ".join(line for place in sheet.places for line in place.care)
    rules = f"{sheet.how_often} {sheet.see_somebody} {sheet.stop_pressing} {soon}"
    texts = (call, stop, "   ".join(sheet.not_if), mind, sheet.keep_taking, ring + " " * 40, rules, sheet.evidence)
    return [_lines(text + " " * 14, _WIDE_LETTERS) * _LINE_MM + _BOX_EDGE_MM for text in texts if text.strip()]


def _lines(text: str, letters: int) -> int:
    return math.ceil(len(text) / letters) if text else 0
