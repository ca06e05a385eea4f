"""One frame of the screen: what is shown now, in rows that fit the size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from acucli.runner.grid import content_rows
from acucli.runner.key_table import key_line, key_lists
from acucli.runner.place_frame import PlaceFrame
from acucli.runner.screen_rows import LAY_WORDS, FrameOptions, ScreenFrame, ScreenRows, Shown, clock_words
from acucli.runner.text_layout import Saying, first_fitting, following_pages, heading, line, wrapped
from acucli.session.announcements import HOW_IS_IT, closing, opening
from acucli.session.state import State, left_in_all
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.text import Text

_WIDEST = 76
_MARGIN_FROM = 44
_KEY_COLUMNS = 7
_HEADINGS = {"settle": "Settle in", "close": "To end", "asking": "How is it now?", "ended": "Done"}
_GOES_ON = "PAUSED: space goes on"


def draw(
    state: State, look: FrameOptions, *, size: tuple[int, int], message: str = "", shown: Shown = LAY_WORDS
) -> ScreenFrame:
    """Return the frame of a moment for a screen of `size` (columns, rows), never wider or higher.

    The last row always names the keys, `q stop` among them.
    """
    screen = ScreenRows(size)
    if shown.overlay:
        return _overlay(screen, look, shown)
    if state.step is not None and state.phase in {"ready", "hold", "release"}:
        return PlaceFrame(screen, state, state.step, look).drawn(message, shown)
    return _talk(screen, state, look, message, shown)


def _talk(screen: ScreenRows, state: State, look: FrameOptions, message: str, shown: Shown) -> ScreenFrame:
    """Return the frame of a phase in which nothing is pressed: what is said then, in pages that fit."""
    left, width = _column(screen.width)
    say = look.glyphs.say
    content, top = content_rows(screen.height)
    settles = state.phase == "settle"
    over = "done" if not settles else f"{clock_words(left_in_all(state))} left"
    if content > 1:
        screen.put(top, left, heading(_title(state, look, width - len(over) - 1), over, width))
    counted = clock_words(state.remaining) if state.length and state.phase != "asking" else ""
    word = _GOES_ON if state.paused else _HEADINGS.get(state.phase, "Done")
    rows = [line("", ""), heading(word, counted, width), line("", "")] if content > 8 else []
    below = 2 if content > 4 else 0
    texts = [say(clean_line(sentence)) for sentence in _sentences(state)]
    room = max(1, content - 1 - len(rows) - below)
    apart = sum(len(wrapped(text, width)) + 1 for text in texts) <= room
    sayings = [Saying([*wrapped(text, width), *([line("", "")] if apart else [])]) for text in texts]
    pages = following_pages(sayings, room) or [[]]
    page = shown.page % len(pages)
    for offset, row in enumerate([*rows, *pages[page]]):
        screen.put(top + 1 + offset, left, row)
    if below and counted:
        screen.put(top + content - 2, left, line(look.glyphs.bar(state.elapsed / state.length, width), "green"))
    if below and settles:
        screen.put(top + content - 1, left, line("Enter: I am ready", ""))
    for offset, row in enumerate(reversed(wrapped(say(clean_line(message)), width, "bold"))):
        screen.replace(top + content - 1 - offset, left, row)
    turns_to = "" if len(pages) == 1 else "more" if page + 1 < len(pages) else "first words"
    screen.replace(screen.height - 1, left, line(say(key_line(width, turns_to=turns_to, presses=False)), "dim"))
    return ScreenFrame(screen.rows(), None, shown._replace(page=(page + 1) % len(pages)))


def _sentences(state: State) -> Sequence[str]:
    if state.phase == "settle":
        return opening(state).sentences
    if state.phase == "asking":
        favourite = "Kept as a favourite; f takes that back." if state.favourite else HOW_IS_IT[-1]
        return ("A number from 0 (none) to 10, or Enter to finish.", favourite, *closing(state)[1:])
    return closing(state)


def _title(state: State, look: FrameOptions, room: int) -> str:
    """Return what is done in at most `room` cells; a name that is too long gives way as a whole."""
    name = "" if look.discreet else clean_line(state.plan.name)
    holds = f"{len(state.steps)} hold{'' if len(state.steps) == 1 else 's'}"
    where = holds if state.phase == "settle" else "the end"
    rehearsal = f" (rehearsal, {state.speed:g} times as fast)" if state.speed != 1 else ""
    named = f"{name} {look.glyphs.dot} {where}" if name else where
    alone = where[0].upper() + where[1:]
    ways = (named + rehearsal, named, alone + rehearsal, alone)
    return first_fitting([look.glyphs.say(text) for text in ways], room)


def _overlay(screen: ScreenRows, look: FrameOptions, shown: Shown) -> ScreenFrame:
    """Return what lies over the session, in pages that fit: its keys, or the numbers for help."""
    left, width = _column(screen.width)
    content, top = content_rows(screen.height)
    texts = key_lists() if shown.overlay == "keys" else [("", text) for text in look.numbers]
    title = line("Keys" if shown.overlay == "keys" else "Numbers for help", "bold")
    above = [title, line("", "")] if content > len(texts) + 1 else [title] if content > 1 else []
    sayings = [Saying(_listed(look.glyphs.say(key), look.glyphs.say(text), width)) for key, text in texts]
    pages = following_pages(sayings, max(1, content - len(above))) or [[]]
    page = shown.page % len(pages)
    for offset, row in enumerate([*above, *pages[page]]):
        screen.put(top + offset, left, row)
    more = "w more  " if len(pages) > 1 else ""
    ways = [f"{more}any other key: back  q stop", f"{more}q stop", "q stop", "q"]
    screen.replace(screen.height - 1, left, line(first_fitting(ways, width), "dim"))
    return ScreenFrame(screen.rows(), None, shown._replace(page=(page + 1) % len(pages)))


def _listed(key: str, text: str, width: int) -> list[Text]:
    """Return the rows of a key with what it does beside it; a text without one begins in the first column."""
    beside = _KEY_COLUMNS if key else 0
    rows = wrapped(clean_line(text), width - beside, "")
    return [line(f"{key if not number else '':<{beside}}{row.plain}", "") for number, row in enumerate(rows)]


def _column(width: int) -> tuple[int, int]:
    """Return where words stand that have the screen for themselves: the first column, and how many there are."""
    inner = min(_WIDEST, width - 4) if width >= _MARGIN_FROM else width
    return (width - inner) // 2, inner
