"""The words of a place on the screen: where, which hand, what to mind, when to let go, in pages that fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from acucli.model.practice import PlanStep
from acucli.model.record import PRESSURE_WORDS
from acucli.runner.glyphs import UNICODE, Glyphs
from acucli.runner.grid import Needs
from acucli.runner.text_layout import Saying, count_rows, following_pages, line, pages_of, wrapped
from acucli.session.phrases import (
    MOST_READY_WORDS,
    WordsBefore,
    WordsDuring,
    before_hold,
    count_words,
    during_hold,
    hand_sentence,
    short_name,
    side_words,
    stop_sentence,
)
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.text import Text

_MOST_WORDS = 90
"""On one page: nobody reads more while pressing."""
_LAY, _MUST, _FOUND, _POSITION = range(4)


class PlaceWords(NamedTuple):
    """What a place says in one phase: `pages` of what must be read, `more` on request, and when to let go."""

    pages: list[list[Text]]
    more: list[list[Text]]
    stop: list[Text]


class WordsRoom(NamedTuple):
    """The columns and rows that words have, and whether when to let go stands apart from them."""

    columns: int
    rows: int
    stop_apart: bool = True


def needs_of(steps: Sequence[PlanStep], at: int, width: int, content: int, glyphs: Glyphs) -> Needs:
    """Return the rows that the words of a session want, so that time and breath stand still from place to place.

    Where the screen is too small for the most of all places, those of the present place count.
    """
    every = [_needs(step, width, glyphs) for step in steps]
    most = Needs(*(max(rows) for rows in zip(*every, strict=True)))
    return most if most.words + most.stop + _OTHER_ROWS <= content else every[at]


_OTHER_ROWS = 5


@lru_cache(maxsize=256)
def _needs(step: PlanStep, width: int, glyphs: Glyphs) -> Needs:
    before, during = _said(step)
    stop = count_rows(_shown(stop_sentence(step), glyphs), width)

    def rows(*texts: str) -> int:
        return sum(count_rows(_shown(text, glyphs), width) for text in texts)

    least = rows(before.lay or before.found, *before.must)
    return Needs(rows(before.lay, before.found, before.position, *before.must, *during.must), stop, least)


def words_of(step: PlanStep, glyphs: Glyphs, room: WordsRoom, *, begun: bool) -> PlaceWords:
    """Return the words of a place, before or after its hold has `begun`.

    What stood there before the hold stays in its rows. Where there is no room for it apart, when to let go is the
    first of the words.
    """
    (width, rows, stop_apart), (before, during) = room, _said(step)
    stop = [*wrapped(_shown(stop_sentence(step) if begun else before.stop, glyphs), width)]
    space = rows - _needs(step, width, glyphs).words

    def said(text: str, rank: int, style: str = "", *, apart: bool = False) -> Saying:
        own = wrapped(_shown(text, glyphs), width, style)
        return Saying([line("", ""), *own] if apart and own else own, rank)

    first = [said(before.lay, _LAY, "bold"), said(before.found, _FOUND), said(before.position, _POSITION)]
    if not stop_apart:
        first.insert(0, Saying(stop, _LAY))
    first += [said(text, _MUST, apart=space > 0 and not index) for index, text in enumerate(before.must)]
    joining = [said(text, 0, apart=space > 1 and not index) for index, text in enumerate(during.must)] if begun else []
    pages = pages_of([one for one in first if one.rows], joining, rows)
    more = [said(text, 0) for text in during.more]
    while begun and more and len(pages) == 1 and _is_readable([*pages[0], *more[0].rows], rows):
        pages[0] += more.pop(0).rows
    return PlaceWords(pages, following_pages(more, rows), stop if stop_apart else [])


def anatomy_of(step: PlanStep, glyphs: Glyphs, room: WordsRoom) -> list[list[Text]]:
    """Return the place in words of anatomy: every name it has, the standard place, what is usual there."""
    names = ", ".join(part for part in (step.name, step.hanzi, step.code) if part)
    usual = f"Usual: {step.feel}." if step.feel else ""
    texts = [(names, "bold"), (step.where, ""), (usual, "")]
    return pages_of(
        [Saying(wrapped(_shown(text, glyphs), room.columns, style)) for text, style in texts], (), room.rows
    )


def names_of(step: PlanStep, glyphs: Glyphs) -> list[str]:
    """Return the name of a place in plain letters and in characters, then less and less of it."""
    shorter = [glyphs.say(name) for name in short_names(step)]
    characters = _shown(step.hanzi, glyphs)
    return [f"{shorter[0]}  {characters}", *shorter] if characters else shorter


def short_names(step: PlanStep) -> tuple[str, ...]:
    """Return the code with the plain name, then the code alone; an area has its name."""
    plain = clean_line(short_name(step))
    return (f"{step.code} {plain}", step.code) if step.code else (plain,)


def sides_of_step(step: PlanStep, glyphs: Glyphs) -> list[str]:
    """Return the side with the pressure, from all of it to the side alone."""
    side = side_words(step).upper()
    pressure = PRESSURE_WORDS.get(step.pressure, "medium") if hand_sentence(step) else ""
    ways = [f"{side} {glyphs.dot} {pressure} pressure", f"{side} {glyphs.dot} {pressure}"] if pressure else []
    return [glyphs.say(text) for text in (*ways, side)]


@lru_cache(maxsize=256)
def _said(step: PlanStep) -> tuple[WordsBefore, WordsDuring]:
    """Return the words before and during a hold: with side and pressure, no more than can be read before it."""
    shown = sum(word.isalpha() for word in sides_of_step(step, UNICODE)[0].split())
    before = before_hold(step, MOST_READY_WORDS - shown, by_eye=True)
    return before, during_hold(step, before)


def _is_readable(page: Sequence[Text], rows: int) -> bool:
    """Tell whether a page fits, and has no more words than somebody reads who is pressing."""
    return len(page) <= rows and sum(count_words(row.plain) for row in page) <= _MOST_WORDS


def _shown(text: str, glyphs: Glyphs) -> str:
    return glyphs.say(clean_line(text))
