"""Outlets and the Windows console, with fakes for what is not here."""

from __future__ import annotations

import os
import signal
import threading
from io import StringIO

import pytest

from acucli.runner.glyphs import ASCII, UNICODE, ascii_text, glyphs_for
from acucli.runner.output_stream import DescriptorOutputStream, OutputGone, takes_words
from acucli.runner.scoring import ScoreEntry
from acucli.runner.windows import POLL_SECONDS, WindowsConsole
from acucli.session.stepped_clock import SteppedClock
from tests.session.fakes import changed


@pytest.fixture
def pipe():
    """Return a pipe with a non-blocking writing end."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    yield reader, writer
    for end in (reader, writer):
        try:
            os.close(end)
        except OSError:
            continue


def test_frames_are_dropped_whole_while_nobody_reads(pipe):
    """A reader that is behind never sees half of one frame and half of another."""
    reader, writer = pipe
    outlet = DescriptorOutputStream(writer, non_blocking=True)
    taken = [outlet.frame(f"<{number:05d}{'x' * 2000}>") for number in range(200)]
    assert not all(taken)
    assert outlet.dropped == taken.count(False)
    read = b""
    while outlet.waiting is not None:
        read += os.read(reader, 65536)
        outlet.flush()
    read += os.read(reader, 65536)
    assert read.count(b"<") == read.count(b">") == taken.count(True)


def test_lines_are_kept_in_order_while_nobody_reads(pipe):
    """Words are never dropped for want of room, and nobody waits for it."""
    reader, writer = pipe
    outlet = DescriptorOutputStream(writer, non_blocking=True)
    for number in range(4000):
        outlet.line(f"line {number:04d} {'x' * 20}")
    read = b""

    def reading() -> None:
        nonlocal read
        while read.count(b"\n") < 4000:
            read += os.read(reader, 65536)

    thread = threading.Thread(target=reading)
    thread.start()
    outlet.drain(5.0)
    thread.join(5.0)
    assert [int(line.split()[1]) for line in read.decode().splitlines()] == list(range(4000))


def test_closed_reader_is_told_apart_from_a_hang_up(pipe):
    """A pipe that is closed is no hang-up."""
    reader, writer = pipe
    os.close(reader)
    with pytest.raises(OutputGone) as gone:
        DescriptorOutputStream(writer, non_blocking=True).line("x")
    assert gone.value.hung_up is False


def test_stalled_stream_takes_no_words(tmp_path):
    """Nobody waits for a farewell that cannot be read."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, b"x" * 4096)
    except BlockingIOError:
        pass
    with os.fdopen(writer, "w") as stream:
        assert takes_words(stream, 0.01) is False
        os.read(reader, 65536)
        assert takes_words(stream, 0.01) is True
        os.close(reader)
    assert takes_words(StringIO()) is True
    assert takes_words(None) is True


class Keyboard:
    """What msvcrt would hand out, character by character."""

    def __init__(self, *characters: str) -> None:
        self.characters = list(characters)

    def kbhit(self) -> int:
        return len(self.characters)

    def getwch(self) -> str:
        return self.characters.pop(0)


class Tty(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def windows(environment, keyboard: Keyboard, clock: SteppedClock) -> WindowsConsole:
    """Return a Windows console with fakes."""
    found = changed(environment, stdin=Tty(), stdout=Tty())
    return WindowsConsole(found, alternate=True, keyboard=keyboard, pause=clock.advance, now=lambda: clock.tick().mono)


def test_windows_polls_keys_and_maps_the_special_ones(environment):
    """Arrows and page keys come as two characters; the rest as they are."""
    console = windows(environment, Keyboard("n", "\xe0", "M", "\x00", "I", "\xe0", "H", " "), SteppedClock())
    assert console.wait(1.0).data == b"n\x1b[C\x1b[5~ "


def test_windows_waits_in_small_steps(environment):
    """No select there: the keyboard is looked at every 50 ms until the deadline."""
    clock = SteppedClock()
    console = windows(environment, Keyboard(), clock)
    assert console.wait(1.0).data == b""
    assert clock.tick().mono == pytest.approx(1.0, abs=POLL_SECONDS)


def test_windows_takes_and_gives_back_screen_and_signals(environment):
    """Ctrl-C is noted, the screen is left, handlers are as before."""
    before = signal.getsignal(signal.SIGINT)
    console = windows(environment, Keyboard(), SteppedClock())
    console.open()
    os.kill(os.getpid(), signal.SIGINT)
    assert console.wait(1.0).signals == (signal.SIGINT,)
    console.close()
    console.close()
    assert signal.getsignal(signal.SIGINT) is before
    text = console.outlet._stream.getvalue()  # type: ignore[attr-defined]
    assert text.index("\x1b[?1049h") < text.index("\x1b[?1049l")
    assert console.continued() is True
    with pytest.raises(SystemExit) as ended:
        console.die_of(signal.SIGINT)
    assert ended.value.code == 130


def test_score_needs_one_key_or_two():
    """A one may become a ten."""
    entry = ScoreEntry()
    assert entry.digit(7, 0.0) == 7
    assert entry.digit(0, 0.0) == 0
    assert entry.digit(1, 0.0) is None
    assert entry.digit(0, 0.5) == 10
    assert entry.digit(1, 1.0) is None
    assert entry.due(1.5) is None
    assert entry.due(2.0) == 1
    assert entry.due(9.0) is None


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("share", [-1.0, 0.0, 0.01, 0.333, 0.5, 0.99, 1.0, 2.0])
def test_bar_has_exactly_its_width(glyphs, share):
    """Whatever the share, no cell more and none less."""
    assert all(len(glyphs.bar(share, width)) == width for width in (1, 2, 7, 76))


def test_glyphs_fit_what_the_stream_can_carry():
    """No block characters where they would be question marks."""
    assert glyphs_for("utf-8", {}) is UNICODE
    assert glyphs_for("ascii", {}) is ASCII
    assert glyphs_for(None, {}) is ASCII
    assert glyphs_for("utf-8", {"ACU_ASCII": "1"}) is ASCII
    assert glyphs_for("utf-8", {"TERM": "linux"}) is ASCII
    assert ascii_text("Hégǔ 合谷 − “x” …") == 'Hegu  - "x" ...'
