"""The desk with a screen: one key answers, nothing typed before is an answer, and the terminal is always given back."""

from __future__ import annotations

import signal
from collections.abc import Iterable

import pytest

from acucli.dialogue.desk import ScreenDesk
from acucli.dialogue.sheets import Key, Row, Sheet
from acucli.errors import EndedEarly
from acucli.model.practice import Profile
from acucli.render.context import AppContext
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from acucli.runner.wait_result import WaitResult

QUESTION = Sheet(
    "Headache",
    tuple(Row(f"sign number {number}", "·") for number in range(12)),
    (Key("y", "yes"), Key("n", "none")),
    foot=(Key("h", "help"), Key("q", "leave")),
    nudge="y or n, please",
)


class Outlet:
    """Keeps the frames."""

    def __init__(self) -> None:
        self.frames: list[str] = []

    def frame(self, text: str) -> bool:
        """Keep a frame."""
        self.frames.append(text)
        return True


class FakeConsole:
    """Types what it is given, once something was drawn; `early` lies in the keyboard before that."""

    has_keys = True

    def __init__(self, typed: Iterable[bytes | int], *, early: bytes = b"", size: tuple[int, int] = (80, 24)) -> None:
        self.typed = list(typed)
        self.early = early
        self.outlet = Outlet()
        self.open_now = False
        self.died_of: int | None = None
        self._size = size

    def open(self) -> None:
        """Take the terminal."""
        self.open_now = True

    def close(self) -> None:
        """Give it back."""
        self.open_now = False

    def size(self) -> tuple[int, int]:
        """Return columns and rows."""
        return self._size

    def wait(self, seconds: float | None) -> WaitResult:
        """Return what was typed early to whoever does not wait, else the next thing."""
        if seconds == 0.0:
            data, self.early = self.early, b""
            return WaitResult(data)
        if not self.typed:
            raise EndedEarly("the test typed nothing more")
        given = self.typed.pop(0)
        return WaitResult(signals=(given,)) if isinstance(given, int) else WaitResult(given)

    def suspend(self) -> bool:
        """Stop and go on."""
        return True

    def continued(self) -> bool:
        """Go on."""
        return True

    def die_of(self, number: int) -> None:
        """Remember the signal."""
        self.died_of = number


@pytest.fixture
def desk_with(environment, library, clock):
    """Return a function that makes a desk over a console that types these things."""

    def make(*typed: bytes | int, **options) -> tuple[ScreenDesk, FakeConsole]:
        run = AppContext(environment, OutputOptions(), Output(environment, OutputOptions()))
        run.library, run.profile = library, Profile()
        console = FakeConsole(typed, **options)
        return ScreenDesk(run, console), console

    return make


def test_enter_and_other_keys_are_no_answer(desk_with, clock):
    """Only y and n are; Enter, space and letters leave the question standing."""
    desk, console = desk_with(b"\r", b"\r", b" ", b"z", b"1", b"n")
    with desk:
        assert desk.choose(QUESTION, {"y", "n"}) == "n"
        assert console.typed == []
    assert not console.open_now


def test_what_was_typed_before_the_question_stands_there_is_thrown_away(desk_with):
    """An impatient n is no answer to a question that nobody has seen."""
    desk, console = desk_with(b"y", early=b"nnn\r")
    assert desk.choose(QUESTION, {"y", "n"}) == "y"
    assert console.early == b""


def test_n_counts_on_the_last_page_alone_and_y_on_every_page(desk_with):
    """What was not read is not denied; a yes needs no reading to the end."""
    desk, console = desk_with(b"n", b" ", b"n", size=(40, 12))
    assert desk.choose(QUESTION, {"y", "n"}) == "n"
    assert "more (1 of" in console.outlet.frames[0]
    assert console.typed == []
    early, _ = desk_with(b"y", size=(40, 12))
    assert early.choose(QUESTION, {"y", "n"}) == "y"


def test_q_leaves_and_the_terminal_is_given_back(desk_with):
    """Nothing has started."""
    desk, console = desk_with(b"q")
    with pytest.raises(EndedEarly), desk:
        desk.choose(QUESTION, {"y", "n"})
    assert not console.open_now


def test_a_fatal_signal_gives_the_terminal_back_first(desk_with):
    """Ctrl-C at a question ends by the signal."""
    desk, console = desk_with(signal.SIGINT)
    with pytest.raises(EndedEarly):
        desk.choose(QUESTION, {"y", "n"})
    assert (console.died_of, console.open_now) == (signal.SIGINT, False)


def test_numbers_for_help_lie_over_the_question(desk_with):
    """`h` shows them, any way back leads to the same question."""
    desk, console = desk_with(b"h", b"b", b"n")
    assert desk.choose(QUESTION, {"y", "n"}) == "n"
    assert any("Emergency" in frame for frame in console.outlet.frames)
    assert "Headache" in console.outlet.frames[-1]


def test_a_line_is_typed_and_mended(desk_with):
    """Backspace takes a letter, an arrow key is no letter, Enter ends it."""
    desk, _ = desk_with(b"hamd", b"\x7f\x7f", b"nd \x1b[D", b"Left\r")
    assert desk.typed(Sheet("Where?", (), ())) == "hand left"


def test_frames_are_no_higher_than_the_screen(desk_with):
    """Nothing scrolls away."""
    desk, console = desk_with(*[b" ", b"\x1b[6~"] * 5, b"n", size=(30, 10))
    desk.choose(QUESTION, {"y", "n"})
    assert all(frame.count("\r\n") < 10 for frame in console.outlet.frames)
