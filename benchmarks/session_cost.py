"""What a running session costs: CPU over a minute at the default refresh, less an empty run, and memory.

    .venv/bin/python benchmarks/session_cost.py [seconds]

The session runs in a real pseudo-terminal of 100 by 30 whose other end is read all the time. Beside it runs a bare line
writer (one line a second), as the measure of what cannot be saved.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

PYTHON = sys.executable
ACU = str(Path(PYTHON).with_name("acu"))
SESSION = [ACU, "session", "breath-and-hands", "--cues", "none", "--yes"]
LINES = [PYTHON, "-c", "import time\nfor n in range(10**6):\n print(n, flush=True); time.sleep(1)"]


def main(seconds: float) -> None:
    """Print CPU per second of session, net of start-up, and the most memory."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ACU_HOME": home, "TERM": "xterm-256color"}
        environment.pop("COLUMNS", None)
        _run([ACU, "list", "regions"], environment, 0.5)
        empty, _ = _run([*SESSION, "--now"], environment, 3.0)
        whole, memory = _run([*SESSION, "--now"], environment, 3.0 + seconds)
        line_empty, _ = _run(LINES, environment, 3.0)
        line_whole, _ = _run(LINES, environment, 3.0 + seconds)
    share = (whole - empty) / seconds * 100
    bare = (line_whole - line_empty) / seconds * 100
    print(f"session on a screen: {share:.2f} % of a core over {seconds:.0f} s, {memory / 1024:.0f} MiB at most")
    print(f"bare line writer:    {bare:.2f} % of a core")


def _run(command: Sequence[str], environment: dict[str, str], seconds: float) -> tuple[float, int]:
    """Return CPU seconds and peak memory (KiB) of a command that is ended by SIGTERM after so many seconds."""
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(command[0], list(command), environment)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([master], [], [], left)
        if ready:
            try:
                if not os.read(master, 65536):
                    break
            except OSError:
                break
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        ready, _, _ = select.select([master], [], [], 0.2)
        try:
            if ready and not os.read(master, 65536):
                break
        except OSError:
            break
    _, _, usage = os.wait4(pid, 0)
    os.close(master)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
