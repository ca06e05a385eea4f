"""The desk: where questions are put, one screen each, or one line after the other for whoever reads lines."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Collection, Sequence
from types import TracebackType
from typing import Protocol

from acucli.dialogue.asking import answer, throw_away_typed
from acucli.dialogue.sheets import Key, Page, Row, Sheet, pages, plain_lines
from acucli.errors import EndedEarly, UsageError
from acucli.render.context import AppContext
from acucli.render.urgent import numbers_in_short
from acucli.runner.console import Console, console_for, wants_lines
from acucli.runner.glyphs import ASCII, Glyphs, glyphs_for
from acucli.runner.keys import KeyReader
from acucli.runner.output_stream import OutputGone, descriptor_of
from acucli.runner.signals import FATAL

NUMBERS = Key("h", "help")
LEAVE = Key("q", "leave")
BACK = Key("b", "back")
_STYLES = {"bold": "\x1b[1m", "dim": "\x1b[2m"}
_HOME, _ERASE_LINE, _ERASE_BELOW = "\x1b[H", "\x1b[K", "\x1b[J"
_ON = frozenset({"space", "right", "page-down", "enter"})
_BACK = frozenset({"left", "page-up"})
_ANY_PAGE = frozenset({"y", "b"})
"""Answers that are taken before everything was read: a yes to danger, and the way back."""
_LONGEST_TYPED = 200
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?")


class Desk(Protocol):
    """Puts questions to the person and returns what they chose; leaving raises EndedEarly.

    `one_by_one` tells that numbers come as single keys, each of them marked before all of them are taken.
    """

    one_by_one: bool

    def choose(self, sheet: Sheet, wanted: Collection[str]) -> str: ...

    def chosen_numbers(self, sheet: Sheet, most: int, *, others: Collection[str]) -> str: ...

    def typed(self, sheet: Sheet) -> str: ...

    def close(self) -> None: ...

    def __enter__(self) -> Desk: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def desk_for(run: AppContext) -> Desk:
    """Return the desk that fits: a screen where the terminal can show one, else lines."""
    environment = run.environment
    lines = wants_lines(environment.variables, is_terminal=run.may_ask, plain=run.options.plain)
    reads, shows = descriptor_of(environment.stdin), descriptor_of(environment.stdout)
    if lines or reads is None or shows is None:
        return LineDesk(run)
    return ScreenDesk(run)


class _Open:
    """What both desks are: something that is given back."""

    def close(self) -> None:
        """Give everything back; doing it twice is harmless."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class LineDesk(_Open):
    """Questions one after the other, as lines on standard error, answered by a typed line each."""

    one_by_one = False

    def __init__(self, run: AppContext) -> None:
        self._run = run

    def __enter__(self) -> LineDesk:
        return self

    def choose(self, sheet: Sheet, wanted: Collection[str]) -> str:
        """Return the key that was typed as a word; a bare Enter counts only where "enter" is wanted."""
        self._say(sheet)
        return self._answered(sheet, wanted)

    def chosen_numbers(self, sheet: Sheet, most: int, *, others: Collection[str]) -> str:
        """Return numbers from 1 to `most`, parted by blanks, or one of the other keys."""
        self._say(sheet)

        def read(text: str) -> str:
            numbers = re.findall(r"[0-9]+", text)
            if not numbers:
                return self._word(sheet, text, others)
            if not all(1 <= int(number) <= most for number in numbers):
                raise UsageError(f"the numbers run from 1 to {most}", hint=sheet.nudge)
            return " ".join(dict.fromkeys(numbers))

        return self._ask(sheet, read)

    def typed(self, sheet: Sheet) -> str:
        """Return what was typed, empty for a bare Enter."""
        self._say(sheet)
        return self._ask(sheet, lambda text: text)

    def _answered(self, sheet: Sheet, wanted: Collection[str]) -> str:
        return self._ask(sheet, lambda text: self._word(sheet, text, wanted))

    def _ask(self, sheet: Sheet, read: Callable[[str], str]) -> str:
        prompt = "; ".join(f"{key.key} {key.says}" for key in (*sheet.keys, *sheet.foot))

        def understood(text: str) -> str:
            if text == NUMBERS.key and NUMBERS in sheet.foot:
                for line in numbers_in_short(self._run):
                    self._run.output.warn(line)
                raise UsageError("those are the numbers", hint=sheet.nudge)
            return read(text)

        return answer(self._run, f"{prompt}:", understood)

    @staticmethod
    def _word(sheet: Sheet, text: str, wanted: Collection[str]) -> str:
        word = {"": "enter", "yes": "y", "no": "n", "none": "n"}.get(text, text)
        if word not in wanted:
            raise UsageError(sheet.nudge or "that is none of the answers")
        return word

    def _say(self, sheet: Sheet) -> None:
        output = self._run.output
        output.warn("")
        for line in plain_lines(sheet, output.text_width):
            output.warn(line)


class ScreenDesk(_Open):
    """Questions on the alternate screen, answered by single keys; what was typed before one is drawn is thrown away."""

    one_by_one = True

    def __init__(self, run: AppContext, console: Console | None = None) -> None:
        self._run = run
        self._console = console or console_for(run.environment, alternate=True, escapes=True)
        self._opened = False
        self._keys = KeyReader()
        can = run.output.abilities
        encoding = getattr(run.environment.stdout, "encoding", None) or "utf-8"
        self._glyphs: Glyphs = glyphs_for(encoding, run.environment.variables) if can.unicode else ASCII

    def __enter__(self) -> ScreenDesk:
        return self

    def close(self) -> None:
        """Give the terminal back."""
        if self._opened:
            self._opened = False
            self._console.close()

    def choose(self, sheet: Sheet, wanted: Collection[str]) -> str:
        """Return the key that was pressed, one of those wanted; Enter does nothing unless "enter" is wanted."""
        self._open()
        self._drain()
        at = 0
        while True:
            shown = self._pages(sheet)
            at = min(at, len(shown) - 1)
            self._draw(shown[at])
            for key in self._pressed():
                if key in wanted and (shown[at].last or key in _ANY_PAGE):
                    return key
                if key == LEAVE.key:
                    raise EndedEarly("Not started.")
                if key == NUMBERS.key:
                    self._numbers()
                    break
                if key in _BACK:
                    at = max(0, at - 1)
                elif key in _ON and not shown[at].last:
                    at += 1

    def chosen_numbers(self, sheet: Sheet, most: int, *, others: Collection[str]) -> str:
        """Return one digit from 1 to `most`, or one of the other keys."""
        return self.choose(sheet, {*map(str, range(1, most + 1)), *others})

    def typed(self, sheet: Sheet) -> str:
        """Return a line that was typed below the sheet, in lower case; empty for a bare Enter."""
        self._open()
        self._drain()
        text = ""
        while True:
            shown = self._pages(sheet._replace(rows=(*sheet.rows, Row(""), Row(f"{text}_", lead=">", style="bold"))))
            self._draw(shown[-1])
            data = self._wait()
            for character in _ESCAPES.sub("", data.decode("utf-8", "ignore")):
                if character in "\r\n":
                    return text.strip().lower()
                if character in "\x7f\b":
                    text = text[:-1]
                elif character == "\x15":
                    text = ""
                elif character.isprintable() and len(text) < _LONGEST_TYPED:
                    text += character

    def _open(self) -> None:
        if not self._opened:
            self._run.output.flush()
            self._opened = True
            self._console.open()

    def _drain(self) -> None:
        """Throw away what was typed before the question could be read."""
        throw_away_typed(self._run.environment)
        while self._console.wait(0.0).data:
            pass

    def _pages(self, sheet: Sheet) -> tuple[Page, ...]:
        width, height = self._console.size()
        return pages(sheet, max(10, width), max(4, height), mark=self._glyphs.dot)

    def _draw(self, page: Page) -> None:
        made = []
        for line in page.lines:
            text = self._glyphs.say(line.text)
            on = _STYLES.get(line.style, "")
            made.append(f"{on}{text}{chr(27) + '[0m' if on else ''}{_ERASE_LINE}")
        try:
            self._console.outlet.frame(_HOME + "\r\n".join(made) + _ERASE_LINE + _ERASE_BELOW)
        except OutputGone:
            self._gone(getattr(signal, "SIGHUP", signal.SIGTERM))

    def _pressed(self) -> Sequence[str]:
        data = self._wait()
        return self._keys.feed(data, self._run.environment.clock.mono()) if data else ()

    def _wait(self) -> bytes:
        """Return what was typed next; nothing after a signal that only asks for a new drawing."""
        try:
            wake = self._console.wait(None)
        except OutputGone:
            self._gone(getattr(signal, "SIGHUP", signal.SIGTERM))
        for number in wake.signals:
            if number in FATAL:
                self._gone(number)
            if number == getattr(signal, "SIGTSTP", None):
                self._console.suspend()
            elif number == getattr(signal, "SIGCONT", None):
                self._console.continued()
        if not self._console.has_keys:
            raise EndedEarly("Not started: there is no keyboard any more.")
        return wake.data

    def _gone(self, number: int) -> None:
        """End by the signal, the terminal given back first."""
        self.close()
        self._console.die_of(number)
        raise EndedEarly("Not started.")

    def _numbers(self) -> None:
        lines = numbers_in_short(self._run)
        sheet = Sheet("Numbers for help", tuple(Row(line) for line in lines), (Key("b", "back to the question"),))
        self.choose(sheet._replace(foot=(LEAVE,)), {"b", "enter", "space"})
