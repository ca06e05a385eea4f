"""A real terminal: restored after every end, alive when it is stopped, stalled, resized or closed.

The short form of the recipes; the full numbers run in tests/soak.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.session.terminal import DRIVER, ROOT, Terminal, well_kept

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals here")

SEED = 20_261_120
FATAL = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]


@pytest.fixture
def terminal(tmp_path):
    """Return a function that starts the driver on a new terminal."""
    started: list[Terminal] = []

    def start(*options: str, **settings) -> Terminal:
        started.append(Terminal(tmp_path / f"journal{len(started)}.jsonl", *options, **settings))
        return started[-1]

    yield start
    for one in started:
        one.close()


def delays(name: str, count: int) -> list[float]:
    """Return random delays after the first frame, the same in every run."""
    chance = random.Random(f"{SEED}{name}")
    return [round(chance.uniform(0, 0.6), 3) for _ in range(count)]


@pytest.mark.parametrize("number", FATAL, ids=lambda number: signal.Signals(number).name)
def test_fatal_signal_restores_the_terminal(terminal, number):
    """Everything is put back, the journal is whole, and the shell sees the signal."""
    for delay in delays(str(number), 2):
        one = terminal()
        one.wait_for("\x1b[?1049h")
        one.wait_for_event("start")
        one.drain(delay)
        one.signal(number)
        assert one.finish() == -number, f"after {delay} s"
        assert one.is_restored(), f"after {delay} s: {one.left_behind()}"
        assert well_kept(one.events())
        assert one.events()[-1].why == signal.Signals(number).name
        assert b"Traceback" not in one.output


@pytest.mark.parametrize(("key", "status"), [(b"\x03", -signal.SIGINT), (b"\x1c", -signal.SIGQUIT), (b"q", 5)])
@pytest.mark.parametrize("plain", [True, False], ids=["lines", "screen"])
def test_ending_keys_restore_the_terminal(terminal, key, status, plain):
    """Ctrl-C and Ctrl-backslash stay signals; q ends in peace."""
    one = terminal(*(["--plain"] if plain else []))
    one.wait_for_event("step")
    one.send(key)
    assert one.finish() == status
    assert one.is_restored()
    assert well_kept(one.events())


def test_killed_outright_the_guardian_restores_the_terminal(terminal):
    """After kill -9 attributes, cursor and screen are as before."""
    for delay in delays("kill", 3):
        one = terminal()
        one.wait_for("\x1b[?1049h")
        one.drain(delay)
        one.signal(signal.SIGKILL)
        assert one.finish() == -signal.SIGKILL
        one.drain(0.15)
        assert one.is_restored(), f"after {delay} s: {one.left_behind()}"


def test_guardian_leaves_a_suspended_terminal_alone(terminal):
    """While stopped, the screen belongs to another program."""
    one = terminal(job=True)
    one.wait_for("\x1b[?1049h")
    one.wait_for_event("start")
    one.send(b"\x1a")
    one.wait_for_event("pause")
    one.drain(0.3)
    assert one.is_restored(), "stopped: the terminal is given back"
    written = len(one.output)
    one.signal(signal.SIGKILL)
    one.finish()
    one.drain(0.2)
    assert one.output[written:] == b""


def test_no_process_is_left_behind(terminal):
    """The guardian goes with the session."""
    one = terminal()
    one.wait_for_event("step")
    group = os.getpgid(one.pid)
    one.send(b"q")
    one.finish()
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_ctrl_s_does_not_stop_the_time(terminal):
    """Flow control is off: the session goes on and answers."""
    one = terminal()
    one.wait_for_event("step")
    one.send(b"\x13")
    one.drain(0.3)
    one.send(b"n")
    one.wait_for_event("side")
    one.send(b"q")
    assert one.finish() == 5


@pytest.mark.parametrize("plain", [True, False], ids=["lines", "screen"])
def test_stalled_terminal_does_not_stop_the_time(terminal, plain):
    """Nobody reads: frames are dropped, events go on, and SIGTERM ends it at once."""
    one = terminal("--speed", "20", "--hold", "30", *(["--plain"] if plain else []), rows=60, columns=200)
    one.wait_for_event("start")
    end = time.monotonic() + 1.8
    while time.monotonic() < end:  # nothing is drained; the window keeps asking for whole frames
        with contextlib.suppress(OSError):
            one.signal(signal.SIGWINCH)
        time.sleep(0.005)
    assert [event.kind for event in one.events()].count("half") >= 1
    began = time.monotonic()
    one.signal(signal.SIGTERM)
    assert one.finish(draining=False) == -signal.SIGTERM
    assert time.monotonic() - began < 1.5
    assert well_kept(one.events())


def test_closed_window_ends_with_hang_up(terminal):
    """The end is kept with its reason, and no traceback is written anywhere."""
    one = terminal()
    one.wait_for_event("step")
    os.close(one.slave)
    os.close(one.master)
    end = time.monotonic() + 5
    while one.ended() is None and time.monotonic() < end:
        time.sleep(0.02)
    assert one.ended() == -signal.SIGHUP
    assert well_kept(one.events())
    assert one.events()[-1].why == "SIGHUP"


def test_stopped_outright_the_lost_time_is_named(terminal):
    """SIGSTOP for 2 s and SIGCONT: a gap, a pause, nothing credited, a whole screen again."""
    one = terminal("--settle", "0.2")
    one.wait_for_event("step")
    one.signal(signal.SIGSTOP)
    time.sleep(2.0)
    one.signal(signal.SIGCONT)
    one.wait_for_event("pause")
    gap = next(event for event in one.events() if event.kind == "gap")
    assert gap.seconds == pytest.approx(2.0, abs=0.3)
    one.drain(0.3)
    assert any("PAUSED (I lost you" in row for row in one.screen())
    one.send(b" ")
    one.wait_for_event("resume")
    one.send(b"q")
    assert one.finish() == 5
    assert one.is_restored()


def test_resize_storm_leaves_exactly_one_frame(terminal):
    """Down to 3 by 2 and back: one screen, no ghosts."""
    one = terminal()
    one.wait_for_event("step")
    for rows, columns in [(24, 50), (10, 30), (5, 20), (40, 120), (2, 3), (24, 90)] * 3:
        one.resize(rows, columns)
        one.drain(0.03)
    one.drain(0.4)
    seen = one.screen(24, 90)
    assert sum("Small session" in row for row in seen) == 1
    assert sum("Next: " in row for row in seen) == 1
    one.send(b"q")
    assert one.finish() == 5
    assert one.is_restored()


def test_size_is_the_terminals_own(terminal):
    """An exported COLUMNS does not pin the width."""
    one = terminal(COLUMNS="40", LINES="10")
    one.wait_for_event("step")
    one.drain(0.3)
    assert any("  i anatomy  " in row for row in one.screen())
    one.send(b"q")
    one.finish()


def test_big_paste_does_nothing(terminal):
    """64 KB between the brackets of a paste are no commands."""
    one = terminal()
    one.wait_for_event("step")
    paste = b"\x1b[200~" + b"nqb " * 16384 + b"\x1b[201~"
    for at in range(0, len(paste), 1024):
        one.send(paste[at : at + 1024])
        one.drain(0.002)
    one.drain(0.3)
    assert one.ended() is None
    assert {event.kind for event in one.events()} <= {"start", "step", "half"}
    one.send(b"q")
    assert one.finish() == 5


def test_typed_ahead_keys_do_not_reach_the_shell(terminal):
    """What was typed and not read is thrown away on leaving."""
    one = terminal()
    one.wait_for_event("step")
    one.signal(signal.SIGSTOP)
    one.send(b"nb")
    one.signal(signal.SIGTERM)
    one.signal(signal.SIGCONT)
    one.finish()
    assert not _readable(one.slave)


def _readable(descriptor: int) -> bool:
    import select

    return bool(select.select([descriptor], [], [], 0.05)[0])


def test_dumb_terminal_gets_lines(terminal):
    """No control sequence where none is understood."""
    one = terminal(TERM="dumb")
    one.wait_for("Step 1 of 2")
    one.send(b"q")
    assert one.finish() == 5
    assert b"\x1b" not in one.output
    assert one.is_restored()


def test_full_disk_is_said_once_and_the_session_runs_on(terminal):
    """Not kept, but pressed."""
    one = terminal("--full-disk", "--speed", "60", "--plain")
    assert one.finish(15) == 0
    assert one.output.count(b"not being kept") == 1


def test_hung_up_under_nohup_runs_on(tmp_path):
    """A signal that was ignored at the start stays ignored."""
    journal = tmp_path / "journal.jsonl"
    command = ["nohup", sys.executable, str(DRIVER), str(journal), "--speed", "40"]
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_variables()
    )
    _wait_for(journal, b'"step"')
    child.send_signal(signal.SIGHUP)
    assert child.wait(10) == 0
    assert b'"why":"done"' in journal.read_bytes()


def test_closed_stdin_runs_on_time(tmp_path):
    """Without a keyboard the session runs to its end and says so."""
    journal = tmp_path / "journal.jsonl"
    command = f'exec "{sys.executable}" "{DRIVER}" "{journal}" --speed 60 <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=20, env=_variables(), check=False)
    assert done.returncode == 0, done.stderr
    assert b"No keyboard here" in done.stdout
    assert b"Traceback" not in done.stderr


def test_reader_that_has_enough_ends_it_quietly(tmp_path):
    """`| head -1` is no error; the end is kept."""
    journal = tmp_path / "journal.jsonl"
    command = f'{{ "{sys.executable}" "{DRIVER}" "{journal}" --speed 5; echo "status $?" >&2; }} | head -1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=20, env=_variables(), check=False)
    assert b"Traceback" not in done.stderr
    assert b"status 0" in done.stderr
    assert b'"why":"SIGPIPE"' in journal.read_bytes()


def test_job_control_in_a_shell(tmp_path):
    """Ctrl-Z and fg, three times: the shell's terminal is sane each time, keys work after, pauses are kept."""
    tmux = shutil.which("tmux")
    if tmux is None:
        pytest.skip("tmux is not installed")
    journal = tmp_path / "journal.jsonl"
    shell = _Tmux(tmux, tmp_path / "socket")
    try:
        shell.type(f'PS1="ready> "; cd {ROOT}; clear')
        shell.type(f'PYTHONPATH=src:. "{sys.executable}" "{DRIVER}" "{journal}" --hold 60')
        _wait_for(journal, b'"step"')
        for turn in range(1, 4):
            shell.key("C-z")
            shell.wait_for("Stopped")
            assert shell.cursor_and_screen() == "1 0"
            shell.type("stty -a | grep -o '.icanon\\| echo ' ; clear")
            shell.type("fg")
            _wait_until(lambda: shell.cursor_and_screen() == "0 1")
            shell.key("Space")
            _wait_until(lambda turn=turn: journal.read_bytes().count(b'"resume"') == turn)
        assert journal.read_bytes().count(b'"why":"suspended"') == 3
    finally:
        shell.close()
    _wait_for(journal, b'"why":"SIGHUP"')


def test_started_in_the_background_it_waits_for_the_foreground(tmp_path):
    """With `&` a screen stops like any program that wants the terminal; fg shows it, the shell is not disturbed."""
    tmux = shutil.which("tmux")
    if tmux is None:
        pytest.skip("tmux is not installed")
    journal = tmp_path / "journal.jsonl"
    shell = _Tmux(tmux, tmp_path / "socket")
    try:
        shell.type(f'PS1="ready> "; cd {ROOT}; clear')
        shell.type(f'PYTHONPATH=src:. "{sys.executable}" "{DRIVER}" "{journal}" &')
        time.sleep(1.0)
        shell.type("")
        shell.wait_for("Stopped")
        assert shell.cursor_and_screen() == "1 0"
        shell.type("clear; fg")
        _wait_for(journal, b'"step"')
        _wait_until(lambda: shell.cursor_and_screen() == "0 1")
        shell.key("q")
        _wait_for(journal, b'"why":"quit"')
        _wait_until(lambda: shell.cursor_and_screen() == "1 0")
    finally:
        shell.close()


class _Tmux:
    """A shell in tmux, which tells what a person would see."""

    def __init__(self, tmux: str, socket) -> None:
        self._call = [tmux, "-S", str(socket)]
        self._run("-f", "/dev/null", "new-session", "-d", "-x", "90", "-y", "26", "bash --norc -i")

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._call, *arguments], capture_output=True, text=True, timeout=10, check=True)
        return done.stdout

    def type(self, text: str) -> None:
        self._run("send-keys", "-l", text)
        self.key("Enter")

    def key(self, name: str) -> None:
        self._run("send-keys", name)

    def cursor_and_screen(self) -> str:
        return self._run("display", "-p", "#{cursor_flag} #{alternate_on}").strip()

    def wait_for(self, text: str) -> None:
        _wait_until(lambda: text in self._run("capture-pane", "-p"))

    def close(self) -> None:
        with contextlib.suppress(subprocess.SubprocessError):
            self._run("kill-server")


def _wait_until(holds, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.05)


def _wait_for(path, content: bytes) -> None:
    _wait_until(lambda: path.exists() and content in path.read_bytes())


def _variables() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "LANG": "C.UTF-8", "TERM": "xterm"}
