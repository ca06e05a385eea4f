"""A minute of calm on a screen and in lines: the breath at once, the danger above it, the numbers on `h`."""

from __future__ import annotations

import pytest

from acucli.guide.calm_plan import FIRST_WORDS, LAST_WORDS, calm_plan
from acucli.library.compiled import CompiledLibrary
from acucli.runner.calm_lines import KEYS, CalmLines
from acucli.runner.calm_screen import calm_frame
from acucli.runner.glyphs import ASCII, UNICODE
from acucli.runner.run import run
from acucli.runner.screen_rows import FrameOptions
from acucli.session.machine import Command, begin, step
from acucli.session.stepped_clock import SteppedClock
from tests.session.fakes import FakeConsole, as_clock, on_stepped_clock

NUMBERS = ("Emergency: 112.", "Somebody to talk to: 116 123.", "Or go to where somebody is.")
DANGER = "Chest pressure, fainting, or no breath to speak: call your emergency number"


def frame_of(library: CompiledLibrary, size: tuple[int, int], *, at: float = 0.0, numbers=(), still=False, pause=False):
    """Return the rows of a moment, and the place of the bar."""
    clock = SteppedClock()
    state, _ = begin(calm_plan(library))
    state, _ = step(state, clock.tick())
    while clock.tick().mono < at:
        state, _ = step(state, clock.advance(0.5))
    if pause:
        state, _ = step(state, Command("pause"))
    frame = calm_frame(state, FrameOptions(glyphs=UNICODE, still=still), size=size, numbers=numbers)
    return [row.plain for row in frame.rows], frame.pacer


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (40, 12), (120, 40), (30, 10)])
def test_the_first_frame_has_danger_breath_and_the_way_out(library, size) -> None:
    """The danger whole and above the bar, the breath under it, `q stop` on the last row, nothing beyond the edges."""
    rows, pacer = frame_of(library, size)
    text = " ".join(" ".join(rows).split())
    assert len(rows) == size[1]
    assert max(map(len, rows)) <= size[0]
    assert DANGER in text
    assert rows[-1].rstrip().endswith("q stop")
    assert pacer is not None
    assert "█" in rows[pacer.row - 1] or "░" in rows[pacer.row - 1]
    breath = next(number for number, row in enumerate(rows) if "Breathe in" in row)
    assert next(number for number, row in enumerate(rows) if "Chest" in row) < breath == pacer.row - 2


def test_nothing_jumps_from_moment_to_moment(library) -> None:
    """Not with the breath, not in a pause, and not when the numbers come."""
    places = {frame_of(library, (80, 24), at=at)[1] for at in (0, 4, 7, 33)}
    assert len(places) == 1
    rows, pacer = frame_of(library, (80, 24), at=7, numbers=NUMBERS)
    assert places == {pacer}
    assert [number for number in NUMBERS if any(number in row for row in rows)] == list(NUMBERS)
    paused, _ = frame_of(library, (80, 24), at=7, pause=True)
    assert any("PAUSED: space goes on" in row for row in paused)


def test_without_movement_the_words_remain(library) -> None:
    """`--still` shows the breath in words and counts."""
    rows, pacer = frame_of(library, (80, 24), still=True)
    assert pacer is None
    assert any("Breathe in" in row for row in rows)
    assert not any("░" in row for row in rows)


def played(library, environment, *, spoken=False, script=(), seconds=60.0):
    """Run calm in lines; return the outcome and the lines with the second they came at."""
    clock = SteppedClock()
    console = FakeConsole(clock, script)
    lines: list[tuple[float, str]] = []
    console.outlet.line = lambda text: lines.append((round(clock.tick().mono, 1), text))
    view = CalmLines(UNICODE, numbers=NUMBERS, spoken=spoken, mono=as_clock(clock).mono)
    outcome = run(
        calm_plan(library, seconds),
        environment=on_stepped_clock(environment, clock),
        keep=lambda event: None,
        presenter=view,
        console=console,
    )
    return outcome, lines


def test_a_minute_in_lines_lasts_a_minute(library, environment) -> None:
    """The breath first, the danger beside it, a line a turn, the last words at the end of the sixtieth second."""
    outcome, lines = played(library, environment)
    assert outcome.credited == 60.0
    assert lines[0] == (0.0, "Breathe in. Count: in for 5, out for 5.")
    assert lines[1][0] == 0.0
    assert lines[1][1].startswith(DANGER)
    turns = [at for at, text in lines if text.startswith("Breathe")]
    assert turns == [5.0 * number for number in range(12)]
    assert lines[-1] == (60.0, LAST_WORDS)


def test_where_lines_are_spoken_the_danger_waits_for_two_breaths(library, environment) -> None:
    """Then it comes once, with the keys, and never instead of being said at all."""
    _, lines = played(library, environment, spoken=True)
    told = [at for at, text in lines if text.startswith("Chest pressure")]
    assert told == [20.0]
    assert (20.0, KEYS) in lines
    assert lines[0][1].startswith("Breathe in")


def test_h_gives_the_numbers_and_q_ends_kindly(library, environment) -> None:
    """The last words are said however it ends."""
    outcome, lines = played(library, environment, script=[(6.0, b"h"), (8.0, b"q")])
    assert outcome.why == "quit"
    assert [text for at, text in lines if at == 6.0] == ["Paused. Space goes on.", *NUMBERS]
    assert lines[-1] == (8.0, LAST_WORDS)


def test_a_pause_stops_the_breath(library, environment) -> None:
    """And space goes on where it was."""
    outcome, lines = played(library, environment, script=[(7.0, b" "), (27.0, b" ")], seconds=30.0)
    assert outcome.credited == 30.0
    assert (7.0, "Paused. Space goes on.") in lines
    assert lines[-1][0] == 50.0
    assert not [at for at, text in lines if 7.0 < at < 27.0]


def test_plain_letters_where_there_are_no_others(library) -> None:
    """A console of ASCII gets the same screen."""
    state, _ = begin(calm_plan(library))
    frame = calm_frame(state, FrameOptions(glyphs=ASCII), size=(80, 24))
    assert all(row.plain.isascii() for row in frame.rows)
    assert any(FIRST_WORDS in row.plain for row in frame.rows)
