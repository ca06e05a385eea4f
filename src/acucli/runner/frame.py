"""One frame of the screen: what is shown now, in rows that fit the size."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from acucli.model.practice import PlanStep
from acucli.model.record import PRESSURE_WORDS
from acucli.runner.glyphs import Glyphs
from acucli.runner.text_layout import Block, fitted, heading, indented, line, wrapped
from acucli.session.announcements import HOW_IS_IT, closing, opening
from acucli.session.breath import Breath, breath_at
from acucli.session.phrases import (
    MOST_READY_WORDS,
    before_hold,
    count_words,
    hand_sentence,
    release_words,
    short_name,
    side_words,
    stop_sentence,
)
from acucli.session.state import State, left_in_all
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.text import Text

Overlay = Literal["", "keys", "numbers"]
"""What lies over the session until a key is pressed: nothing, its keys, or the numbers for help."""
Picture = Callable[[PlanStep, int, int], "Text | None"]

_WIDEST = 76
_PICTURE_FROM = 80
"""Columns from which a place is drawn while it is being found; from 100 on it stays during the hold."""
_PICTURE_STAYS_FROM = 100
_PICTURE_COLUMNS = (40, 52)
_PICTURE_ROWS = (10, 24)
_FEWEST_WORDS = 34
_PHASES = {
    "settle": "Settle in",
    "ready": "Get ready",
    "hold": "Hold",
    "release": "Let go",
    "close": "To end",
    "asking": "How is it now?",
    "ended": "Done",
}
_GOING = {"rub": "Rub", "circle": "Circle", "knead": "Knead", "roll": "Roll", "tap": "Tap", "percuss": "Drum",
          "stretch": "Stretch", "joint-circles": "Circle", "warm": "Warm", "breathe-and-rest": "Rest"}  # fmt: skip
_KEY_LINES = (
    "space pause  n next  b back  + − time  x hurts  h help  ? keys  q stop",
    "space pause  n next  b back  x hurts  ? keys  q stop",
    "space pause  n next  x hurts  ?  q stop",
    "space  n  x  ?  q stop",
)
HELP = (
    ("space", "pause, and go on"),
    ("n", "next (also right, page down)"),
    ("b", "back (also left, page up)"),
    ("+ −", "15 seconds more or less"),
    ("r", "this side once more at the end"),
    ("o", "breath pacer off or on"),
    ("m", "sound off or on"),
    ("x", "it hurts or tingles: let go, leave this place out"),
    ("h", "numbers for help"),
    ("f", "keep as a favourite (at the end)"),
    ("Enter", "my finger is there"),
    ("q", "stop"),
    ("?", "close this list"),
)


class FrameOptions(NamedTuple):
    """How frames are drawn: `huge` digits, `still` without a moving pacer, and where a picture comes from.

    `numbers` are the lines of numbers for help.
    """

    glyphs: Glyphs
    huge: bool = False
    still: bool = False
    picture: Picture | None = None
    numbers: tuple[str, ...] = ()


class Pacer(NamedTuple):
    """Where the moving bar stands on the screen: row and column from 1, width in cells."""

    row: int
    column: int
    width: int


class ScreenFrame(NamedTuple):
    """Rows of a screen, and the place of the pacer where one moves."""

    rows: tuple[Text, ...]
    pacer: Pacer | None


def draw(
    state: State, look: FrameOptions, *, size: tuple[int, int], message: str = "", shows: Overlay = ""
) -> ScreenFrame:
    """Return the frame of a moment for a screen of `size` (columns, rows), never wider or higher."""
    width, height = max(1, size[0]), max(1, size[1])
    picture = () if shows else _picture(state, look, width, height - 2)
    across = max(row.cell_len for row in picture) + 4 if picture else 0
    inner = min(_WIDEST, width - 4 - across if width >= 44 else width)
    margin = 2 if width >= 44 else 0
    if not picture and width > inner + 2 * margin:
        margin = (width - inner) // 2
    blocks = _overlay(look, shows, inner) if shows else _blocks(state, look, inner, message)
    rows, pacer_row = fitted(blocks, height, inner)
    above = max(0, (height - len(rows)) // 3)
    picture = (*(line("", ""),) * min(above + 1, height - len(picture)), *picture) if picture else ()
    placed = tuple(indented(rows, margin=margin, above=above, beside=picture, column=margin + inner + 4))
    pacer = None
    if pacer_row is not None:
        pacer = Pacer(row=above + pacer_row + 1, column=margin + 1, width=inner)
    return ScreenFrame(tuple(row[:width] if row.cell_len > width else row for row in placed), pacer)


def breath_of(state: State) -> Breath | None:
    """Return the breath of this moment; None where no pacer runs."""
    if state.phase != "hold" or not state.breathing:
        return None
    return breath_at(state.plan.pace, state.credited)


def clock_words(seconds: float) -> str:
    """Return a time as it is counted down: `42 s`, `7:20`."""
    whole = math.ceil(seconds - 1e-6)
    return f"{whole} s" if whole < 100 else f"{whole // 60}:{whole % 60:02d}"


def _blocks(state: State, look: FrameOptions, width: int, message: str) -> list[Block]:
    over = state.phase in {"close", "asking", "ended"}
    left = "done" if over else f"{clock_words(left_in_all(state))} left"
    top = heading(_title(state, look, width - len(left) - 1), left, width)
    if state.phase in {"settle", "close", "asking"} or state.step is None:
        middle = _talk(state, look, width)
    else:
        middle = _place(state, state.step, look, width)
    keys = next((text for text in _KEY_LINES if len(text) <= width), "")
    tail = [
        Block(9, [line("", "")]),
        Block(3, [line(look.glyphs.say(f"Next: {coming(state)}"), "")]) if coming(state) else Block(9, []),
        Block(2, [line(look.glyphs.say(clean_line(message)), "bold")] if message else []),
        Block(9, [line("", "")]),
        Block(6, [line(look.glyphs.say(keys), "dim")]),
    ]
    return [Block(1, [top]), Block(8, [line("", "")]), *middle, *tail]


def _title(state: State, look: FrameOptions, room: int) -> str:
    """Return the name and where it is, in `room` cells: the end of the name gives way first, by whole words."""
    name = clean_line(state.plan.name)
    where = f"step {state.at + 1} of {len(state.steps)}" if state.step is not None else _PHASES[state.phase].lower()
    if state.phase == "settle":
        where = f"{len(state.steps)} hold{'' if len(state.steps) == 1 else 's'}"
    rehearsal = f" (rehearsal, {state.speed:g} times as fast)" if state.speed != 1 else ""
    words = name.split()
    names = [
        name,
        *(" ".join(words[:count]).rstrip(",;:") + look.glyphs.ellipsis for count in range(len(words) - 1, 0, -1)),
    ]
    titles = [f"{one} {look.glyphs.dot} {where}{more}" for more in (rehearsal, "") for one in names]
    said = [look.glyphs.say(title) for title in (*titles, where, *names)]
    return next((title for title in said if len(title) <= room), said[-1])


def _talk(state: State, look: FrameOptions, width: int) -> list[Block]:
    """Return the blocks of a phase in which nothing is pressed."""
    sentences = opening(state).sentences if state.phase == "settle" else closing(state)
    if state.phase == "asking":
        favourite = "Kept as a favourite; f takes that back." if state.favourite else HOW_IS_IT[-1]
        sentences = ("A number from 0 (none) to 10, or Enter to finish.", favourite, *closing(state)[1:])
    blocks = [Block(0, [line(_heading_word(state), "bold")]), Block(9, [line("", "")])]
    for sentence in sentences:
        blocks.append(Block(4, wrapped(look.glyphs.say(clean_line(sentence)), width, "")))
    shown = state.length and state.phase != "asking"
    bar = Block(5, [line(look.glyphs.bar(_share(state), width), "green")]) if shown else Block(9, [])
    goes_on = Block(4, [line("Enter: I am ready", "")] if state.phase == "settle" else [])
    return [*blocks, Block(9, [line("", "")]), bar, goes_on, Block(9, [line("", "")])]


def _place(state: State, step: PlanStep, look: FrameOptions, width: int) -> list[Block]:
    """Return the blocks of a step: now, where, which hand, how hard, the hold, the breath."""
    say = look.glyphs.say
    name = "  ".join(part for part in (clean_line(step.name), say(step.hanzi), step.code) if part)
    where = step.where
    side = side_words(step).upper()
    hand = hand_sentence(step)
    how = f"{PRESSURE_WORDS.get(step.pressure, 'medium')} pressure" if hand else ""
    blank = Block(9, [line("", "")])
    blocks = [Block(0, wrapped(say(name), width, "bold")[:2])]
    if state.phase == "ready":
        return [*blocks, *_finding(state, step, look, width)]
    if not look.huge:
        blocks += [Block(4, wrapped(say(clean_line(where)), width, "")), blank]
    blocks += [
        Block(1, [line(say(f"{side} {look.glyphs.dot} {how}" if how else side), "bold cyan")]),
        Block(2, wrapped(say(clean_line(hand)), width, "")),
        blank,
        *_hold(state, step, look, width),
        blank,
        *_breath(state, look, width),
        Block(5, wrapped(say(clean_line(step.words)), width, "")),
        Block(4, wrapped(say(clean_line(stop_sentence(step))), width, ""), whole=True),
    ]
    return blocks


def _finding(state: State, step: PlanStep, look: FrameOptions, width: int) -> list[Block]:
    """Return the blocks of the time in which a place is looked for: no more words than can be read then."""
    say = look.glyphs.say
    side = side_words(step).upper()
    said = before_hold(step, MOST_READY_WORDS - count_words(step.name) - count_words(side), by_eye=True)
    blank = Block(9, [line("", "")])
    blocks = [Block(1, [line(say(side), "bold cyan")]), blank]
    blocks += [Block(2, wrapped(say(clean_line(sentence)), width, "")) for sentence in said]
    there = "Enter: my finger is there" if not state.there else ""
    return [*blocks, blank, *_hold(state, step, look, width), Block(4, [line(there, "")] if there else [])]


def _hold(state: State, step: PlanStep, look: FrameOptions, width: int) -> list[Block]:
    word = _heading_word(state)
    rows = [heading(word, clock_words(state.remaining), width, style="bold yellow" if state.paused else "bold")]
    if look.huge:
        digits = clock_words(state.remaining).removesuffix(" s")
        rows += [line(row, "bold") for row in look.glyphs.huge(digits)]
    share = _share(state) if state.phase == "hold" else (1.0 if state.phase == "release" else 0.0)
    return [Block(0, rows), Block(1, [line(look.glyphs.bar(share, width), "green")])]


def _heading_word(state: State) -> str:
    """Return what is going on, in one or two words; a pause says why."""
    if state.paused:
        why = {"gap": "I lost you for a while", "suspended": "you were away"}.get(state.paused, "")
        return f"PAUSED ({why}): space goes on" if why else "PAUSED: space goes on"
    step = state.step
    if step is not None and state.phase == "hold":
        return _GOING.get(step.technique, "Hold")
    if step is not None and state.phase == "release":
        return release_words(step)
    return _PHASES[state.phase]


def _breath(state: State, look: FrameOptions, width: int) -> list[Block]:
    breath = breath_of(state)
    if breath is None:
        return []
    through = f" through the {breath.through}" if breath.through in {"nose", "mouth"} else ""
    word = Block(2, [heading(f"{breath.word}{through}", str(breath.beat), width)])
    if look.still:
        return [word, Block(9, [line("", "")])]
    bar = Block(3, [line(look.glyphs.bar(breath.fullness, width), "cyan")], pacer=True)
    return [word, bar, Block(9, [line("", "")])]


def coming(state: State) -> str:
    """Return what comes next, in a few words."""
    following = state.following
    if state.phase in {"close", "asking", "ended"}:
        return ""
    if following is None:
        return "the end: hands in the lap"
    if following.turn == "other-side":
        return f"the other side, {following.side}"
    return f"{clean_line(short_name(following))}, {side_words(following)}"


def _share(state: State) -> float:
    return state.elapsed / state.length if state.length else 1.0


def _picture(state: State, look: FrameOptions, width: int, height: int) -> tuple[Text, ...]:
    """Return the picture of the place where there is room for it and at least 34 columns of words."""
    if look.picture is None or state.step is None or state.phase == "settle" or height < _PICTURE_ROWS[0]:
        return ()
    if width < (_PICTURE_FROM if state.phase == "ready" else _PICTURE_STAYS_FROM):
        return ()
    columns = min(_PICTURE_COLUMNS[1], max(_PICTURE_COLUMNS[0], width // 2 - 4))
    drawn = look.picture(state.step, columns, min(height, _PICTURE_ROWS[1]))
    rows = tuple(drawn.split("\n"))[:height] if drawn is not None else ()
    return rows if max((row.cell_len for row in rows), default=0) <= width - 8 - _FEWEST_WORDS else ()


def _overlay(look: FrameOptions, shows: Overlay, width: int) -> list[Block]:
    """Return what lies over the session: its keys, or the numbers for help."""
    rows = [Block(0, [line("Keys" if shows == "keys" else "Numbers for help", "bold")]), Block(9, [line("", "")])]
    if shows == "numbers":
        told = [Block(1, wrapped(look.glyphs.say(clean_line(text)), width, "")) for text in look.numbers]
        return [*rows, *told, Block(9, [line("", "")]), Block(2, [line("any key: back", "dim")])]
    return rows + [Block(1, [line(look.glyphs.say(f"{key:<7}{does}"), "")]) for key, does in HELP]
