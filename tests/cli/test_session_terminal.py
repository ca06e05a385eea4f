"""`acu session` in a real terminal: from the preview to the summary, every key, and a sane terminal after every end."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.library.loader import open_library
from tests.session.terminal import ROOT, Terminal, well_kept

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals here")

ALTERNATE = "\x1b[?1049h"
SHORT = ("session", "--points", "LI10,TE5", "--hold", "40", "--yes", "--cues", "none")
WAITS = "".join(f"{name}_seconds = 0\n" for name in ("settle", "ready", "change", "again", "release", "close"))


class Acu(Terminal):
    """A terminal in which `acu` itself runs instead of the driver."""

    def __init__(self, home: Path, *words: str, **settings: Any) -> None:
        super().__init__(home / "state" / "journal.jsonl", *words, ACU_HOME=str(home), **settings)

    def _become_child(self, arguments: list[str], variables: dict[str, str], job: bool, tells: int) -> None:
        super()._become_child([sys.executable, "-m", "acucli", *arguments[3:]], variables, job, tells)

    def begin(self) -> None:
        """Answer the one screen of a later start: none of the signs, begin."""
        self.wait_for("none: begin")
        self.send(b"n")


Start = Callable[..., Acu]


@pytest.fixture
def home(tmp_path: Path, shared_cache: Path) -> Path:
    """Return a home with the shared cache, no waits between holds, and a person who was asked everything today."""
    where = tmp_path / "home"
    (where / "config").mkdir(parents=True)
    (where / "cache").symlink_to(shared_cache, target_is_directory=True)
    variables = {"ACU_HOME": str(where)}
    library = open_library(Environment(variables=variables, paths=Paths.from_variables(variables)))  # compiled for all
    (where / "config" / "config.toml").write_text(WAITS, encoding="utf-8")
    today = Environment.real().clock.today()
    denied = "".join(f'{slug} = "{today}"\n' for slug in library.questions)
    profile = f'version = 1\nscreened = "{today}"\n\n[said_no]\n{denied}'
    (where / "config" / "profile.toml").write_text(profile, encoding="utf-8")
    return where


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Return a function that starts `acu` on a new terminal."""
    started: list[Acu] = []

    def run(*words: str, **settings: Any) -> Acu:
        started.append(Acu(home, *words, **settings))
        return started[-1]

    yield run
    for one in started:
        one.close()


def kinds(one: Acu) -> list[str]:
    """Return the kinds of the events in the journal."""
    return [event.kind for event in one.events()]


def test_from_the_first_screen_through_the_preview_to_the_summary(home: Path, start: Start) -> None:
    """`acu session stress --speed 100`: three screens, every hold, the farewell."""
    (home / "config" / "profile.toml").unlink()
    one = start("session", "stress", "--speed", "100", "--cues", "none")
    one.wait_for("Is any of this so, now?")
    one.send(b"n")
    one.wait_for("May you press freely?")
    one.drain(0.3)  # the same key sooner is the keyboard's own repeat
    one.send(b"n")
    one.wait_for("begin")
    one.send(b"\r")
    one.wait_for_event("release", seconds=15)
    one.drain(0.1)
    screen = "\n".join(one.screen())
    assert "of 7 (rehearsal, 100 times as fast)" in screen
    assert one.finish(20) == 0
    assert one.is_restored(), one.left_behind()
    after = one.output.rpartition(b"\x1b[?1049l")[2].decode()
    assert "rehearsed. Nothing was pressed." in after
    assert "held" not in after
    events = one.events()
    assert well_kept(events)
    assert events[-1].why == "done"
    assert events[0].rehearsal
    plan = events[0].plan
    assert plan is not None
    assert events[-1].credited == pytest.approx(plan.hold_seconds)
    held = [event.seconds for event in events if event.kind == "release"]
    assert held == [step.seconds for step in plan.steps]


def test_every_key_works(start: Start) -> None:
    """Space, +, −, o, n, b, r, ? and q, each seen in the journal or on the screen."""
    one = start(*SHORT)
    one.begin()
    one.wait_for_event("step")
    one.drain(0.3)
    assert any("LI10" in row or "Shousanli" in row for row in one.screen())
    one.send(b" ")
    one.wait_for_event("pause")
    one.drain(0.2)
    assert any("PAUSED" in row for row in one.screen())
    one.drain(0.5)  # a second space sooner is a slip
    one.send(b" ")
    one.wait_for_event("resume")
    one.drain(0.2)
    one.send(b"+")
    one.wait_for("55 s")
    one.drain(0.2)
    one.send(b"-")
    one.wait_for("less")
    one.drain(0.2)
    one.send(b"o")
    one.wait_for("Breath pacer off")
    one.drain(0.2)
    one.send(b"r")
    one.wait_for("comes again")
    one.drain(0.2)
    one.send(b"n")
    one.wait_for_event("side")
    one.drain(0.2)
    one.send(b"b")
    one.wait_for_event("step", count=2)
    one.drain(0.2)
    one.send(b"?")
    one.drain(0.4)
    assert any("breath" in row.lower() for row in one.screen())
    one.send(b"?")
    one.drain(0.3)
    one.send(b"q")
    assert one.finish() == 5
    assert one.is_restored(), one.left_behind()
    assert well_kept(one.events())
    assert one.events()[-1].why == "quit"
    assert b"acu session --resume" in one.output.rpartition(b"\x1b[?1049l")[2]


def test_how_it_is_afterwards_is_asked_and_kept(start: Start) -> None:
    """A digit at the end; a session in which every hold was cut short by n is done all the same."""
    one = start("session", "--points", "LI10", "--hold", "40", "--yes", "--cues", "none")
    one.begin()
    one.wait_for_event("step")
    one.drain(0.3)
    one.send(b"n")
    one.wait_for_event("side")
    one.drain(0.3)
    one.send(b"n")
    one.drain(0.5)
    one.send(b"3")
    one.wait_for_event("score")
    one.drain(0.2)
    one.send(b"\r")
    assert one.finish() == 0
    assert [event.score for event in one.events() if event.kind == "score"] == [3]
    assert one.is_restored()


def test_no_key_lengthens_a_hold_beyond_its_limit(start: Start) -> None:
    """Behind the ear 30 s stay 30 s, however often + is pressed."""
    one = start("session", "--points", "TE17", "--yes", "--cues", "none")
    one.begin()
    one.wait_for_event("step")
    one.drain(0.2)
    for _ in range(3):
        one.send(b"+")
        one.drain(0.25)
    one.wait_for("that is its limit")
    one.send(b"q")
    assert one.finish() == 5
    plan = one.events()[0].plan
    assert plan is not None
    assert {(step.seconds, step.most_seconds) for step in plan.steps} == {(30.0, 30.0)}


@pytest.mark.parametrize("plain", [False, True], ids=["screen", "lines"])
def test_ctrl_c_leaves_a_sane_terminal_a_record_and_status_130(home: Path, start: Start, plain: bool) -> None:
    """The shell sees the signal; what was held is kept."""
    one = start(*SHORT, *(["--plain"] if plain else []))
    if plain:
        one.wait_for("q leave:")
        one.send(b"n\r")
    else:
        one.begin()
    one.wait_for_event("step")
    one.drain(0.3)
    one.send(b"\x03")
    assert one.finish() == -signal.SIGINT  # 130 in a shell
    assert one.is_restored(), one.left_behind()
    assert b"Traceback" not in one.output
    assert well_kept(one.events())
    variables = {"ACU_HOME": str(home)}
    journal = Journal(Environment(variables=variables, paths=Paths(variables)))
    (session,) = sessions_of(journal.read().lines)
    assert session.why == "SIGINT"
    assert session.credited_seconds > 0


def test_ctrl_c_at_a_question_is_130_too(home: Path, start: Start) -> None:
    """Before anything began: nothing is journaled, and the terminal is as it was."""
    (home / "config" / "profile.toml").unlink()
    one = start("session", "stress", "--cues", "none")
    one.wait_for("Is any of this so, now?")
    one.send(b"\x03")
    assert one.finish() in {130, -signal.SIGINT}
    assert one.is_restored()
    assert b"Traceback" not in one.output
    assert one.events() == []


def test_q_at_the_start_question_starts_nothing(start: Start) -> None:
    """Status 5, no record."""
    one = start("session", "stress", "--cues", "none")
    one.wait_for("none: begin")
    one.send(b"q")
    assert one.finish() == 5
    assert one.events() == []


def test_now_starts_within_two_seconds_without_a_question(start: Start) -> None:
    """An open routine: no screen before it."""
    one = start("session", "stress-quick", "--now", "--cues", "none")
    one.wait_for(ALTERNATE, seconds=6)
    one.wait_for_event("step", seconds=3)
    assert b"apply to you" not in one.output
    one.send(b"q")
    assert one.finish() == 5
    assert one.is_restored()


def test_an_interrupted_session_is_taken_up_again(start: Start) -> None:
    """`--resume` asks as every start does, and goes on in the same hold; the second record names the first."""
    one = start(*SHORT)
    one.begin()
    one.wait_for_event("step")
    one.drain(0.8)
    one.send(b"q")
    assert one.finish() == 5
    first = one.events()[0].sid
    other = start("session", "--resume", "--cues", "none")
    other.begin()
    other.wait_for_event("start", count=2)
    other.drain(0.3)
    other.send(b"q")
    assert other.finish() == 5
    again = [event for event in other.events() if event.sid != first]
    assert again[0].resumes == first
    assert again[0].kind == "start"


def _shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell with no terminal at all."""
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "ACU_HOME": str(home), "LANG": "C.UTF-8",
                 "TERM": "xterm-256color"}  # fmt: skip
    line = command.replace("acu ", f"'{sys.executable}' -m acucli ", 1)
    return subprocess.run(
        ["bash", "-c", line],
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_into_cat_it_is_plain_lines(home: Path) -> None:
    """One sentence a line with its time, no control sequence, the cautions before them."""
    ran = _shell(home, "acu session stress --speed 300 --yes --cues none | cat")
    assert ran.returncode == 0
    assert "\x1b" not in ran.stdout + ran.stderr
    assert "\r" not in ran.stdout
    lines = ran.stdout.splitlines()
    assert len(lines) > 20
    assert all(re.match(r"\d\d:\d\d \S", line) for line in lines), lines[:5]
    assert "Done." in lines[-1]
    assert "rehearsed. Nothing was pressed." in ran.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_into_jq_it_is_json_lines(home: Path) -> None:
    """`--events jsonl`: each line an event, the last one the end."""
    ran = _shell(home, "acu session stress-quick --speed 300 --events jsonl")
    events = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0
    assert (events[0]["kind"], events[-1]["kind"]) == ("start", "end")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    "command", ["acu session stress-quick --speed 50 --cues none | head -2", "acu list points | head -1"]
)
def test_a_reader_that_has_enough_is_no_error(home: Path, command: str) -> None:
    """No traceback and no message."""
    ran = _shell(home, f"set -o pipefail; {command}")
    assert "Traceback" not in ran.stderr
    assert "rror" not in ran.stderr
    assert len(ran.stdout.splitlines()) <= 2
