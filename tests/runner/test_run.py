"""The loop: events are kept before they are told, and every way out is clean."""

from __future__ import annotations

import io
import itertools
import signal

import msgspec
import pytest

from acucli.errors import MachineRefused
from acucli.model.practice import Event
from acucli.runner.event_lines import EventLines
from acucli.runner.glyphs import UNICODE
from acucli.runner.output_stream import OutputGone
from acucli.runner.plain_lines import PlainLines, preview
from acucli.runner.run import run
from acucli.runner.screen import TerminalScreen
from acucli.runner.screen_rows import FrameOptions
from acucli.session.machine import SessionPosition
from acucli.session.state import SessionStart
from acucli.session.stepped_clock import SteppedClock
from tests.session.fakes import FakeConsole, as_clock, on_stepped_clock
from tests.session.plans import make_plan, make_step, small_plan


@pytest.fixture
def clock() -> SteppedClock:
    """Return a clock that moves only when it is waited on."""
    return SteppedClock()


@pytest.fixture
def play(environment, clock):
    """Return a function that runs a plan with a script of keys, and gives outcome, events and output."""

    def played(plan=None, script=(), *, presenter=None, has_keys=True, keep=None, console=None, **options):
        console = console or FakeConsole(clock, script, has_keys=has_keys)
        events: list[Event] = []
        names = {"resume_at": "at", "score_before": "before"}
        others = {name: options.pop(name) for name in ("farewell",) if name in options}
        listeners = [options.pop(name) for name in ("cues", "hooks") if name in options]
        outcome = run(
            plan or make_plan(),
            environment=on_stepped_clock(environment, clock),
            keep=keep or events.append,
            presenter=presenter or PlainLines(UNICODE, mono=as_clock(clock).mono),
            console=console,
            start=SessionStart(**{names.get(name, name): value for name, value in options.items()}),
            listeners=listeners,
            **others,
        )
        return outcome, events, console

    return played


def test_session_runs_to_its_end_by_itself(play, clock):
    """No key is needed; events are numbered, stamped and end with the end."""
    outcome, events, console = play()
    assert (outcome.why, outcome.credited, outcome.kept) == ("done", 60.0, True)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert len({event.sid for event in events}) == 1
    assert all(event.at.endswith("Z") for event in events)
    assert events[0].pid > 0
    assert events[-1].kind == "end"
    assert (console.opened, console.closed) == (1, 1)
    assert clock.tick().mono == pytest.approx(make_plan().total_seconds, abs=0.01)


def test_holds_end_at_their_deadline(play):
    """The loop wakes when the machine has something to do, not on a raster."""
    _, events, _ = play()
    ends = [event.mono for event in events if event.kind == "release"]
    assert ends == pytest.approx([4 + 5 + 30, 4 + 38 + 5 + 30], abs=0.002)


def test_it_never_waits_longer_than_a_second_while_time_runs(play):
    """A longer sleep would look like lost time."""
    _, _, console = play()
    assert all(wait is not None and wait <= 1.0 for wait in console.waits)


def test_while_paused_it_waits_for_a_key_for_ever(play):
    """A pause costs nothing."""
    outcome, events, console = play(script=[(15.0, b" "), (7215.0, b" ")])
    assert console.waits.count(None) >= 1
    assert outcome.credited == 60.0
    assert [event.kind for event in events].count("gap") == 0
    assert [event.why for event in events if event.kind == "pause"] == ["key"]


def test_keys_steer(play):
    """Next, back, time, repeat and finish."""
    script = [(5.0, b"n"), (6.0, b"b"), (8.0, b"+"), (15.0, b"r"), (100.0, b"q")]
    outcome, events, console = play(script=script)
    assert outcome.why == "quit"
    assert [event.kind for event in events][1:4] == ["step", "side", "step"]
    text = console.stream.getvalue()
    assert "15 seconds more: 45 seconds in all, and the same for the other side." in text
    assert "Hegu comes again at the end, for 45 seconds." in text
    assert "Ended early." in text


def test_every_event_is_kept_before_it_is_told(environment, clock):
    """Whoever hears of something can rely on its being kept."""
    told_at: list[int] = []
    kept: list[Event] = []

    class Watching(PlainLines):
        def show(self, before, after, events):
            told_at.append(len(kept))
            assert all(event in kept for event in events)

    play_plan = make_plan()
    run(
        play_plan,
        environment=on_stepped_clock(environment, clock),
        keep=kept.append,
        presenter=Watching(UNICODE, mono=as_clock(clock).mono),
        console=FakeConsole(clock),
    )
    assert told_at


def test_session_that_cannot_be_kept_runs_on_and_says_so_once(play):
    """A full disk is no reason to stop pressing."""

    def full(event: Event) -> None:
        raise MachineRefused("no space left on device")

    outcome, _, console = play(keep=full)
    assert outcome.why == "done"
    assert outcome.kept is False
    assert console.stream.getvalue().count("This session is not being kept: no space left on device.") == 1


def test_what_was_kept_after_all_is_not_called_lost(play):
    """Room came back: everything that waited is written, and the end says nothing else."""
    refused = []

    def full_at_first(event: Event) -> None:
        if len(refused) < 3:
            refused.append(event)
            raise MachineRefused("no space left on device")

    outcome, _, console = play(keep=full_at_first)
    assert outcome.kept is True
    assert console.stream.getvalue().count("This session is not being kept") == 1


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_fatal_signal_ends_with_its_name(play, name):
    """The end is kept, the farewell said on the restored terminal, and the process dies of the signal."""
    farewells = []
    number = getattr(signal, name)
    outcome, events, console = play(script=[(20.0, number)], farewell=farewells.append)
    assert (events[-1].kind, events[-1].why, outcome.signal) == ("end", name, number)
    assert farewells == [outcome]
    assert console.died_of == number
    assert console.closed == 1


def test_suspended_session_stays_paused_until_a_key(play):
    """After fg nothing runs on its own."""
    script = [(15.0, signal.SIGTSTP), (16.0, signal.SIGCONT), (600.0, b" ")]
    outcome, events, console = play(script=script)
    assert console.suspended == 1
    assert outcome.credited == 60.0
    assert [event.why for event in events if event.kind == "pause"] == ["suspended"]


def test_sent_to_the_background_it_draws_nothing(play, clock):
    """After bg the screen belongs to the shell; after fg the frame comes back, and a key goes on."""
    script = [(15.0, signal.SIGTSTP), (600.0, signal.SIGCONT), (601.0, b"q")]
    screen = screen_of(clock)
    drawn: list[float] = []
    refresh = screen.refresh
    screen.refresh = lambda state: (drawn.append(clock.tick().mono), refresh(state))[1]

    class Background(FakeConsole):
        def suspend(self) -> bool:
            return False

    console = Background(clock, script)
    outcome, _, _ = play(script=script, presenter=screen, console=console)
    assert not [at for at in drawn if 15.0 < at < 600.0]
    assert [at for at in drawn if at >= 600.0]
    assert outcome.why == "quit"


class SleepsOnce(FakeConsole):
    """A machine that sleeps for half a minute in the middle of the first hold."""

    slept = False

    def wait(self, seconds):
        result = super().wait(seconds)
        if not self.slept and self.clock.tick().mono > 20.0:
            self.slept = True
            self.clock.advance(30.0)
        return result


def test_without_keys_a_gap_does_not_stop_for_ever(play, clock):
    """Nobody can press a key that is not there: the lost time is named, and it goes on."""
    outcome, events, _ = play(console=SleepsOnce(clock, has_keys=False))
    assert [event.seconds for event in events if event.kind == "gap"] == [pytest.approx(30.0, abs=1.1)]
    assert [event.kind for event in events].count("resume") == 1
    assert outcome.why == "done"
    assert outcome.credited == 60.0


def test_question_at_the_end_takes_two_keys_for_ten(play):
    """One and zero make ten; Enter finishes without a number."""
    outcome, _, _ = play(script=[(84.5, b"1"), (84.9, b"0")], ask_seconds=30.0)
    assert outcome.after == 10


def test_question_at_the_end_takes_one(play):
    """A one that stays alone is a one."""
    outcome, _, _ = play(script=[(84.5, b"1")], ask_seconds=30.0)
    assert outcome.after == 1


def test_question_at_the_end_may_be_left_open(play, clock):
    """Enter is an answer too."""
    outcome, _, _ = play(script=[(85.0, b"\r")], ask_seconds=30.0)
    assert outcome.after is None
    assert clock.tick().mono < 86


def test_closed_pipe_ends_quietly(play):
    """Whoever has read enough ends the session; the end is kept."""

    class Closed(PlainLines):
        def show(self, before, after, events):
            raise OutputGone(hung_up=False)

    outcome, events, console = play(presenter=Closed(UNICODE, mono=lambda: 0.0))
    assert outcome.why == "SIGPIPE"
    assert outcome.signal is None
    assert events[-1].kind == "end"
    assert console.died_of is None


def test_events_are_written_as_the_journal_keeps_them(play):
    """One vocabulary: a line of JSON for each event, and nothing else."""
    _, events, console = play(presenter=EventLines())
    written = [msgspec.json.decode(line, type=Event) for line in console.stream.getvalue().splitlines()]
    assert written == events


@pytest.mark.parametrize("shown", ["lines", "screen", "events"])
def test_no_text_of_a_plan_steers_the_terminal(play, clock, shown):
    """A pack's names and words, and a code from anywhere: written out in every presenter."""
    hostile = "a\x1b]52;c;x\x07\x9b31m\u202eb"
    step = make_step(name=hostile, hanzi=hostile, words=hostile, find=hostile, where=hostile, feel=hostile)
    presenter = {"events": EventLines(), "screen": screen_of(clock)}.get(shown)
    _, _, console = play(make_plan(step, name=hostile), **({"presenter": presenter} if presenter else {}))
    shown_text = console.stream.getvalue()
    assert "\x1b]52" not in shown_text
    assert not set("\x07\x9b\u202e") & set(shown_text)


def test_taken_up_again(play):
    """The step and second of an earlier session are where it starts."""
    outcome, events, _ = play(resume_at=SessionPosition(1, 20.0), resumes="earlier")
    assert outcome.credited == 10.0
    assert events[0].resumes == "earlier"


def test_rehearsal_is_marked_everywhere(play, clock):
    """A rehearsal never looks like a session."""
    outcome, events, _ = play(small_plan(), speed=100.0, rehearsal=True)
    assert outcome.credited == small_plan().hold_seconds
    assert all(event.rehearsal for event in events)
    assert clock.tick().mono < 4


def test_lines_are_never_silent_for_long(play):
    """While a hold runs there is a line at least every 15 s."""
    plan = make_plan(make_step(seconds=150.0))
    _, _, console = play(plan)
    times = [int(line[:2]) * 60 + int(line[3:5]) for line in console.stream.getvalue().splitlines()]
    assert max(later - earlier for earlier, later in itertools.pairwise(times)) <= 15
    assert "left on Hegu." in console.stream.getvalue()


def test_lines_hold_no_control_sequences(play):
    """Plain lines are plain: a screen reader reads each once."""
    _, _, console = play(small_plan())
    text = console.stream.getvalue()
    assert "\x1b" not in text
    assert "\r" not in text
    assert all(line.endswith((".", "?")) for line in text.splitlines())


def test_preview_names_every_step_and_what_was_left_out():
    """One reads the whole plan before it starts."""
    text = "\n".join(preview(small_plan()))
    assert "Small session: 3 minutes 50 seconds, 4 holds." in text
    assert "1. Hegu, Joining Valley (LI4), left side, with your right thumb: 60 seconds." in text
    assert "2. The other side, right side: 60 seconds." in text


def screen_of(clock: SteppedClock, **look) -> TerminalScreen:
    """Return a screen on this clock."""
    return TerminalScreen(FrameOptions(UNICODE, **look), variables={}, colour=False, mono=as_clock(clock).mono)


def test_screen_patches_the_pacer_and_redraws_by_the_second(play, clock):
    """Rich draws once a second; in between only the bar is written."""
    plan = make_plan(make_step(seconds=60.0))
    _, _, console = play(plan, presenter=screen_of(clock))
    text = console.stream.getvalue()
    frames = text.count("\x1b[?2026h")
    assert 60 <= frames <= 1.3 * plan.total_seconds
    assert text.count("\x1b[19;25H") > 5 * 60


def test_still_screen_has_no_moving_part(play, clock):
    """Reduced motion: words and counts, no bar between the seconds."""
    plan = make_plan(make_step(seconds=60.0))
    _, _, console = play(plan, presenter=screen_of(clock, still=True))
    text = console.stream.getvalue()
    assert "\x1b[19;25H" not in text
    assert "Breathe in" in text
    assert len(console.waits) < 2.5 * plan.total_seconds


def test_help_comes_and_goes_without_touching_the_time(play, clock):
    """The list of keys hides the frame, not the session."""
    outcome, events, console = play(script=[(10.0, b"?"), (12.0, b"n"), (20.0, b"q")], presenter=screen_of(clock))
    assert "this side once more at the end" in console.stream.getvalue()
    assert "side" not in [event.kind for event in events], "the key that closes the list does nothing else"
    assert outcome.why == "quit"


def test_q_stops_from_a_list_too(play, clock):
    """The last line says so: nobody has to close a list before the way out."""
    outcome, _, _ = play(script=[(10.0, b"?"), (12.0, b"q")], presenter=screen_of(clock))
    assert outcome.why == "quit"
    assert outcome.credited < 10.0


def test_anatomy_comes_with_i_and_the_next_place_begins_with_its_lay_words(play, clock):
    """The machine hears nothing of it; pressed again it goes."""
    frames = played_frames(play, clock, [(20.0, b"i"), (24.0, b"i"), (28.0, b"i")])
    assert [second for second in (19.0, 21.0, 25.0, 29.0) if "beside the middle of" in frames[second]] == [21.0, 29.0]
    assert "Lay the thumb" in frames[19.0]
    assert "Lay the thumb" not in frames[21.0]
    other_side = next(frame for frame in frames.values() if "step 2 of 2" in frame)
    assert "Lay the thumb" in other_side


def test_lines_tell_the_place_in_words_of_anatomy(play):
    """`i` names it whole and gives the standard place; while settling in there is none."""
    _, _, console = play(script=[(1.0, b"i"), (20.0, b"i")])
    text = console.stream.getvalue()
    assert text.count("beside the middle of the index finger's hand bone.") == 1
    assert "Hegu, Joining Valley (LI4)." in text


def test_keys_of_a_cyrillic_layout_steer(play):
    """The keys lie where they lie, whatever letter stands on them."""
    outcome, events, _ = play(script=[(20.0, "т".encode()), (24.0, "й".encode())])
    assert outcome.why == "quit"
    assert [event.why for event in events if event.kind == "release"] == ["next"]


def played_frames(play, clock, script) -> dict[float, str]:
    """Return what stood on the screen at each second of a session with these keys."""
    screen = screen_of(clock)
    frames: dict[float, str] = {}
    refresh = screen.refresh

    def kept(state):
        refresh(state)
        assert screen._frame is not None
        frames[float(int(clock.tick().mono))] = "\n".join(row.plain for row in screen._frame.rows)

    screen.refresh = kept
    play(script=script, presenter=screen)
    return frames


def test_nothing_is_drawn_while_nothing_changes(play, clock):
    """A paused screen is left alone."""
    _, _, console = play(script=[(15.0, b" "), (1000.0, b"q")], presenter=screen_of(clock))
    assert len(console.waits) < 200


def test_stream_without_a_descriptor_is_written_to(environment, clock):
    """An embedder may hand over any text stream."""
    from acucli.runner.output_stream import output_stream_for

    stream = io.StringIO()
    outlet = output_stream_for(stream, lambda: None)
    outlet.line("one")
    assert outlet.frame("two")
    assert stream.getvalue() == "one\ntwo"
