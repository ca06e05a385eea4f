"""How long `acu calm` makes somebody wait: seconds from the command to its first breath: on a screen, in lines, spoken.

    .venv/bin/python benchmarks/first_breath.py [rounds]

The voice is the speech program of the machine; what plays it is a stand-in that writes down when it was started. The
cache is warm, as it is from the second command on; of the voice the first start is measured, before any phrase is kept.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PYTHON = sys.executable
ACU = [PYTHON, "-m", "acucli"]
_LONGEST_SECONDS = 20.0


def main(rounds: int) -> None:
    """Print the median and the longest of so many starts for each way of telling a breath."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = {**os.environ, "ACU_HOME": str(home / "home"), "TERM": "xterm-256color", "ACU_CUES": "none"}
        for name in ("COLUMNS", "LINES", "ACCESSIBLE", "NO_COLOR"):
            environment.pop(name, None)
        subprocess.run([*ACU, "find", "headache", "--json"], env=environment, check=True, stdout=subprocess.DEVNULL)
        _print("screen", [_on_screen(environment) for _ in range(rounds)])
        _print("lines", [_in_lines(environment) for _ in range(rounds)])
        if shutil.which("espeak-ng"):
            _print("voice", [_by_voice(environment, home / str(number)) for number in range(rounds)])


def _print(name: str, seconds: list[float]) -> None:
    print(f"{name}: {statistics.median(seconds):.2f} s, at most {max(seconds):.2f} s")


def _on_screen(environment: dict[str, str]) -> float:
    began = time.monotonic()
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(ACU[0], [*ACU, "calm"], environment)
    seen = b""

    def read() -> bool:
        nonlocal seen
        if select.select([master], [], [], 0.05)[0]:
            seen += os.read(master, 65536)
        return b"Breathe in" in seen

    _until(read)
    waited = time.monotonic() - began
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(master)
    return waited


def _in_lines(environment: dict[str, str]) -> float:
    began = time.monotonic()
    process = subprocess.Popen(
        [*ACU, "calm"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    waited = time.monotonic() - began
    process.kill()
    process.wait()
    assert first.startswith(b"Breathe in"), first
    return waited


def _by_voice(environment: dict[str, str], folder: Path) -> float:
    folder.mkdir()
    log, player = folder / "log", folder / "pw-play"
    player.write_text(f'#!/bin/sh\necho "$@" >> {log}\nsleep 1\n', encoding="utf-8")
    player.chmod(0o755)
    spoken = {**environment, "ACU_CUES": "speech", "PATH": f"{folder}:{environment['PATH']}"}
    kept = Path(spoken["ACU_HOME"]) / "cache" / "speech"
    shutil.rmtree(kept, ignore_errors=True)
    began = time.monotonic()
    process = subprocess.Popen(
        [*ACU, "calm"], env=spoken, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _until(log.exists)
    waited = time.monotonic() - began
    process.kill()
    process.wait()
    return waited


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST_SECONDS
    while not happened():
        if time.monotonic() > end:
            raise SystemExit("no breath was told")
        time.sleep(0.005)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
