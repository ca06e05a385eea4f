"""The frame of a place, the same for ready, hold and release: words and picture, time, breath, when to let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from acucli.model.practice import PlanStep
from acucli.runner.grid import ScreenBlock, columns_for, content_rows, grid_for, picture_grid
from acucli.runner.key_table import key_line
from acucli.runner.place_words import (
    PlaceWords,
    WordsRoom,
    anatomy_of,
    names_of,
    needs_of,
    short_names,
    sides_of_step,
    words_of,
)
from acucli.runner.screen_rows import FrameOptions, Pacer, ScreenFrame, ScreenRows, Shown, breath_of, clock_words
from acucli.runner.text_layout import first_fitting, heading, line, wrapped
from acucli.session.phrases import release_words, short_name, side_words
from acucli.session.state import State, left_in_all
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.text import Text

_PICTURE_FROM = 40
_DIGITS_COLUMNS = 16
_BREATH_COLUMNS = 22
_BREATH_NARROW = (34, 12)
_BAR_FROM = 10
_TIME_COLUMNS = 6
_LEFT_COLUMNS = len("10:00 left")
"""Kept free beside a title, so that it stays as it is while the time runs down."""
_GOING = {"rub": "Rub", "circle": "Circle", "knead": "Knead", "roll": "Roll", "tap": "Tap", "percuss": "Drum",
          "stretch": "Stretch", "joint-circles": "Circle", "warm": "Warm", "breathe-and-rest": "Rest"}  # fmt: skip
_THERE = "Enter: my finger is there"
_GOES_ON = "PAUSED: space goes on"
_WHY_PAUSED = {"gap": "I lost you for a while", "suspended": "you were away"}


class PlaceFrame:
    """Fills the rows of a screen with one place of a session."""

    def __init__(self, screen: ScreenRows, state: State, step: PlanStep, look: FrameOptions) -> None:
        self._screen, self._state, self._step, self._look = screen, state, step, look
        pictured = look.picture is not None and screen.width >= _PICTURE_FROM
        content, _ = content_rows(screen.height)
        beside = columns_for(screen.width, screen.height, picture=pictured)
        steps = state.steps if step in state.steps else (step,)
        self._needs = needs_of(steps, state.at if steps is state.steps else 0, beside.words, content, look.glyphs)
        self._columns = beside
        named = bool(self._session_title(beside.across))
        self._grid = grid_for(screen.height, self._needs, named=named, huge=look.huge)
        self._picture = self._drawn_picture(beside.picture, self._grid.picture) if beside.picture else ()
        if beside.picture and not self._picture:
            self._columns = columns_for(screen.width, screen.height, picture=False)
        self._alone = pictured and not beside.picture
        """Whether a picture is to be had by key only, instead of the words."""

    def drawn(self, message: str, shown: Shown) -> ScreenFrame:
        """Return the frame, with a message where there is one."""
        instead = picture_grid(self._screen.height, self._needs)
        picture = self._drawn_picture(self._screen.width, instead.picture) if self._alone else ()
        words = self._words(shown)
        pages = [*words.pages, *words.more]
        page = min(shown.page, len(pages) - 1)
        if picture and shown.picture:
            self._grid, page = instead, -1
            for offset, row in enumerate(picture):
                self._screen.put(instead.picture.row + offset, 0, row)
        else:
            self._put(self._grid.words, pages[page])
        self._put_names()
        self._put_time()
        pacer = self._put_breath()
        self._put(self._grid.stop, words.stop)
        self._put(self._grid.following, [line(self._following(), "")])
        for offset, row in enumerate(self._picture):
            self._screen.put(self._grid.picture.row + offset, self._columns.picture_left, row)
        if message:
            self._put_message(message)
        turned, word = _turned(shown, page, words, pictured=bool(picture))
        keys = self._look.glyphs.say(key_line(self._columns.across, turns_to=word))
        self._screen.replace(self._screen.height - 1, self._columns.left, line(keys, "dim"))
        return ScreenFrame(self._screen.rows(), pacer, turned)

    def _say(self, text: str) -> str:
        return self._look.glyphs.say(clean_line(text))

    def _put(self, region: ScreenBlock, rows: Sequence[Text]) -> None:
        self._screen.put_all(region, self._columns.left, rows)

    def _words(self, shown: Shown) -> PlaceWords:
        grid, columns, begun = self._grid, self._columns, self._state.phase != "ready"
        room = WordsRoom(columns.words, grid.words.rows, stop_apart=grid.stop.rows > 0)
        words = words_of(self._step, self._look.glyphs, room, begun=begun)
        return (
            words._replace(pages=anatomy_of(self._step, self._look.glyphs, room), more=[]) if shown.anatomy else words
        )

    def _session_title(self, across: int) -> str:
        """Return the name of the session and where it is; empty where that is too long, or nobody else's business."""
        name = "" if self._look.discreet else self._say(self._state.plan.name)
        return self._titled([name], across) if name else ""

    def _titled(self, names: Sequence[str], across: int) -> str:
        """Return the first of these names that leaves room for where it is; empty where none does."""
        state, look = self._state, self._look
        where = f"step {state.at + 1} of {len(state.steps)}"
        rehearsal = f" (rehearsal, {state.speed:g} times as fast)" if state.speed != 1 else ""
        ways = [f"{name} {look.glyphs.dot} {where}{more}" for name in names for more in (rehearsal, "")]
        return first_fitting(list(map(look.glyphs.say, ways)), across - _LEFT_COLUMNS - 1)

    def _title(self) -> str:
        """Return the title: the name of the session where that of the place has its own row, else that of the place."""
        across, where = self._columns.across, f"step {self._state.at + 1} of {len(self._state.steps)}"
        session = self._session_title(across) if self._grid.name.rows else ""
        return session or self._titled(short_names(self._step), across) or where

    def _left(self) -> str:
        return f"{clock_words(left_in_all(self._state))} left"

    def _put_names(self) -> None:
        """Write the title across, the name of the place, and the side with the pressure."""
        columns, grid, glyphs = self._columns, self._grid, self._look.glyphs
        self._put(grid.title, [heading(self._title(), self._left(), columns.across)])
        names = names_of(self._step, glyphs)
        name = first_fitting(names, columns.words) or wrapped(names[-1], columns.words)[0].plain
        self._put(grid.name, [line(name, "bold")])
        sides = sides_of_step(self._step, glyphs)
        self._put(grid.side, [line(first_fitting(sides, columns.words) or sides[-1], "bold cyan")])

    def _put_time(self) -> None:
        """Write what goes on and how long still: in one row with the bar, or in big digits with the bar below."""
        state, look, grid, width = self._state, self._look, self._grid, self._columns.words
        clock = clock_words(state.remaining)
        bar = look.glyphs.bar(self._share(), width)
        style = "bold yellow" if state.paused else "bold"
        if grid.time.rows == 1:
            self._put(grid.time, [self._short_time(clock, style)])
            return
        if grid.time.rows > len(look.glyphs.big("0")):
            ways = [_THERE] if self._waits_for_finger() else []
            word = first_fitting([*ways, *self._ways_of_going()], width - len(clock) - 1)
            digits = [line(row, "bold") for row in look.glyphs.huge(clock.removesuffix(" s"))]
            self._put(grid.time, [heading(word, clock, width, style=style), *digits])
        else:
            digits = [line(row, "bold") for row in look.glyphs.big(clock.replace(" ", ""))]
            column = max(_DIGITS_COLUMNS, max(row.cell_len for row in digits) + 2)
            self._put(grid.time, digits)
            for offset, row in enumerate(self._going(width - column, style)[: grid.time.rows]):
                self._screen.put(grid.time.row + offset, self._columns.left + column, row)
        self._put(grid.bar, [line(bar, "green")])

    def _going(self, width: int, style: str) -> list[Text]:
        """Return what goes on, in rows beside the big digits."""
        for word in self._ways_of_going():
            rows = wrapped(word, width, style)
            if len(rows) <= self._grid.time.rows:
                break
        return [*rows, *(wrapped(_THERE, width) if self._waits_for_finger() else [])]

    def _short_time(self, clock: str, style: str) -> Text:
        width = self._columns.words
        word = first_fitting(self._ways_of_going(), width - len(clock) - 1)
        if self._waits_for_finger() and len(_THERE) + len(clock) < width:
            return heading(_THERE, clock, width, style="")
        row = line(word, style)
        bar = width - _BAR_FROM - 1 - _TIME_COLUMNS
        if len(word) < _BAR_FROM and bar > 0:
            row.append(" " * (_BAR_FROM - len(word)))
            row.append(self._look.glyphs.bar(self._share(), bar), "green")
        row.append(clock.rjust(width - row.cell_len), "bold")
        return row

    def _waits_for_finger(self) -> bool:
        return self._state.phase == "ready" and not self._state.there and not self._state.paused

    def _ways_of_going(self) -> list[str]:
        """Return what is going on, in fewer and fewer words; a pause says why."""
        state = self._state
        if state.paused:
            why = _WHY_PAUSED.get(state.paused, "")
            return [*([f"PAUSED ({why}): space goes on"] if why else []), _GOES_ON, "PAUSED"]
        if state.phase == "ready":
            return ["Get ready"]
        if state.phase == "release":
            return [release_words(self._step), "Let go"]
        return [_GOING.get(self._step.technique, "Hold")]

    def _share(self) -> float:
        state = self._state
        return (
            state.elapsed / state.length if state.phase == "hold" and state.length else float(state.phase == "release")
        )

    def _put_breath(self) -> Pacer | None:
        """Write the one line of the breath: what to do, the moving bar, the beat. Returns where the bar stands."""
        breath = breath_of(self._state)
        region, width = self._grid.breath, self._columns.words
        if breath is None or not region.rows:
            return None
        through = f" through the {breath.through}" if breath.through in {"nose", "mouth"} else ""
        column = _BREATH_COLUMNS
        ways = [f"{breath.do.capitalize()}{through}"] if through and breath.do in {"in", "out"} else []
        if width < _BREATH_NARROW[0]:
            ways, column = [], _BREATH_NARROW[1]
        beat = str(breath.beat)
        if self._look.still:
            self._put(region, [heading(f"{breath.word}{through}", beat, width, style="bold cyan")])
            return None
        row = line(first_fitting([*ways, breath.word], column - 1), "cyan")
        bar = width - column - 3
        if bar <= 0:
            self._put(region, [heading(breath.word, beat, width, style="cyan")])
            return None
        row.append(" " * (column - row.cell_len))
        row.append(self._look.glyphs.bar(breath.fullness, bar), "cyan")
        row.append(beat.rjust(width - row.cell_len))
        self._put(region, [row])
        return Pacer(row=region.row + 1, column=self._columns.left + column + 1, width=bar)

    def _following(self) -> str:
        return first_fitting([self._say(f"Next: {text}") for text in coming(self._state)], self._columns.across)

    def _put_message(self, message: str) -> None:
        """Write a message in place of what comes next; a longer one in place of title and names."""
        columns, grid = self._columns, self._grid
        rows = wrapped(self._say(message), columns.across, "bold")
        region = grid.message if len(rows) <= grid.message.rows else ScreenBlock(grid.title.row, len(rows))
        for offset in range(region.rows):
            row = rows[offset] if offset < len(rows) else line("", "")
            self._screen.replace(region.row + offset, columns.left, row)

    def _drawn_picture(self, width: int, region: ScreenBlock) -> Sequence[Text]:
        if self._look.picture is None or region.rows <= 0:
            return ()
        rows = self._look.picture(self._step, width, region.rows)
        return rows[: region.rows] if max((row.cell_len for row in rows), default=width + 1) <= width else ()


def coming(state: State) -> tuple[str, ...]:
    """Return what comes next, in fewer and fewer words."""
    following = state.following
    if following is None:
        return ("the end: hands in the lap", "the end")
    if following.turn == "other-side":
        return (f"the other side, {following.side}",)
    name = clean_line(short_name(following))
    return (f"{name}, {side_words(following)}", name, *short_names(following))


def _turned(shown: Shown, page: int, words: PlaceWords, *, pictured: bool) -> tuple[Shown, str]:
    """Return what `w` shows next, and its word on the last line.

    After what must be read comes the picture, then what is good to know, then the first words again.
    """
    must, pages = len(words.pages), len(words.pages) + len(words.more)
    if pictured and page == must - 1:
        return shown._replace(page=0, picture=True), "picture"
    following = must if page < 0 else page + 1
    if following < pages:
        return shown._replace(page=following, picture=False), "more"
    return shown._replace(page=0, picture=False), "words" if pictured or pages > 1 else ""
