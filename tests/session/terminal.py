"""A real pseudo-terminal with a program in it: bare, because a shell would repair what a program left broken."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

from acucli.journal.journal_lines import plan_in, whole_event
from acucli.model.practice import Event

ROOT = Path(__file__).resolve().parents[2]
DRIVER = ROOT / "tests" / "session" / "driver.py"
_PAIRS = ((b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?2004h", b"\x1b[?2004l"))


class Terminal:
    """Runs the driver on a new terminal; everything it writes is drained into `output`."""

    def __init__(
        self, journal: Path, *options: str, rows: int = 24, columns: int = 80, job: bool = False, **variables: str
    ) -> None:
        self.journal = journal
        self.output = b""
        self.master, self.slave = pty.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        told, tells = os.pipe()
        self.leader = os.fork()
        if self.leader == 0:
            self._become_child([sys.executable, str(DRIVER), str(journal), *options], variables, job, tells)
        os.close(tells)
        self.pid = int(os.read(told, 20))
        os.close(told)
        self.status: int | None = None

    def _become_child(self, arguments: list[str], variables: dict[str, str], job: bool, tells: int) -> None:
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        if job:
            _become_job(self.slave)
        os.write(tells, str(os.getpid()).encode())
        for number in (0, 1, 2):
            os.dup2(self.slave, number)
        os.closerange(3, 256)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)  # a test run in the background inherits them as ignored
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment |= {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "ACU_HOME": str(self.journal.parent)} | variables
        os.execve(arguments[0], arguments, environment)

    def drain(self, seconds: float = 0.0) -> bytes:
        """Read what was written, for at least `seconds`."""
        end = time.monotonic() + seconds
        new = b""
        while True:
            ready, _, _ = select.select([self.master], [], [], max(0.0, min(0.05, end - time.monotonic())))
            if ready:
                with contextlib.suppress(OSError):
                    data = os.read(self.master, 65536)
                    new += data
                    self.output += data
                    if data:
                        continue
            if time.monotonic() >= end:
                return new

    def wait_for(self, text: str, seconds: float = 8.0) -> None:
        """Wait until the text has been written."""
        end = time.monotonic() + seconds
        while text.encode() not in self.output:
            assert time.monotonic() < end, f"{text!r} never came; last: {self.output[-400:]!r}"
            assert self.ended() is None, f"ended before {text!r}: {self.output[-400:]!r}"
            self.drain(0.02)

    def wait_for_event(self, kind: str, count: int = 1, seconds: float = 8.0) -> None:
        """Wait until the journal holds so many events of a kind."""
        end = time.monotonic() + seconds
        while sum(event.kind == kind for event in self.events()) < count:
            assert time.monotonic() < end, f"no event {kind}: {[event.kind for event in self.events()]}"
            self.drain(0.02)

    def send(self, data: bytes) -> None:
        """Type."""
        os.write(self.master, data)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def resize(self, rows: int, columns: int) -> None:
        """Change the size of the window."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def ended(self) -> int | None:
        """Return the status (a signal as a negative number), None while it runs."""
        if self.status is None:
            pid, status = os.waitpid(self.leader, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def finish(self, seconds: float = 8.0, *, draining: bool = True) -> int:
        """Wait for the end, draining; return the status."""
        end = time.monotonic() + seconds
        while (status := self.ended()) is None:
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"it did not end: {self.output[-400:]!r}")
            if draining:
                self.drain(0.02)
            else:
                time.sleep(0.02)
        self.drain(0.05)
        return status

    def close(self) -> None:
        """End what still runs, and give the descriptors back."""
        if self.ended() is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.leader, 0)
        for descriptor in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def events(self) -> list[Event]:
        """Return the events of the journal."""
        if not self.journal.exists():
            return []
        lines = self.journal.read_bytes().split(b"\n")[:-1]
        plans = dict(held for line in lines if (held := plan_in(line)) is not None)
        events = [whole_event(line, plans.get) for line in lines if plan_in(line) is None]
        assert None not in events, "a line that cannot be read"
        return [event for event in events if event is not None]

    def is_restored(self) -> bool:
        """Tell whether attributes, cursor, screen and paste mode are as they were before."""
        return termios.tcgetattr(self.slave) == self.before and not self.left_behind()

    def left_behind(self) -> list[bytes]:
        """Return the modes that were switched on and not off again."""
        return [on for on, off in _PAIRS if on in self.output and self.output.rfind(off) < self.output.rfind(on)]

    def screen(self, rows: int = 24, columns: int = 80) -> list[str]:
        """Return what a person sees now on the alternate screen."""
        import pyte

        screen = pyte.Screen(columns, rows)
        stream = pyte.ByteStream(screen)
        last = self.output.rpartition(b"\x1b[?1049h")[2]
        stream.feed(re.sub(rb"\x1b\[\?2026[hl]", b"", last))
        return [line.rstrip() for line in screen.display]


def well_kept(events: list[Event]) -> bool:
    """Tell whether the journal is whole: numbers unbroken, one start, one end, the end last."""
    numbers = [event.seq for event in events]
    return numbers == list(range(1, len(events) + 1)) and events[0].kind == "start" and events[-1].kind == "end"


def _become_job(terminal: int) -> None:
    """Go on as a job in the foreground, under a leader that does what a shell does: wait. Only a job can be stopped."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(terminal, os.getpgrp())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        return
    os.waitpid(child, 0)
    os._exit(0)
