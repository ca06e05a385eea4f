"""The machine of the page against that of the terminal: the same plan and the same hands, the same end."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from acucli.handout.page_timetable import as_data, page_timetable_of
from acucli.model.library import Library
from acucli.model.practice import Plan
from acucli.session.announcements import announcements_for, opening
from acucli.session.breath import breath_at
from acucli.session.machine import begin, step
from acucli.session.state import Command, SessionStart, State, left_in_all
from acucli.session.stepped_clock import SteppedClock
from tests.handout.test_page_timetable import plan_of

pytestmark = pytest.mark.browser

RUNNER = Path(__file__).parent / "machine_runner.js"
SECONDS = (0.1, 0.5, 1.0, 1.4)
Move = tuple[str, Any]


def by_page(plan: Plan, moves: Sequence[Move], *, waits: bool = False) -> dict[str, Any]:
    """Return what the page's machine does with these moves."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node")
    machine = str(files("acucli.handout").joinpath("static/machine.js"))
    given = json.dumps({"machine": machine, "table": as_data(page_timetable_of(plan)), "moves": moves, "waits": waits})
    done = subprocess.run([node, str(RUNNER)], input=given, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def by_terminal(plan: Plan, moves: Sequence[Move], *, waits: bool = False) -> tuple[State, list[list[str]]]:
    """Return the state of the terminal's machine after these moves, and what it said at each."""
    clock = SteppedClock(boot=0.0)
    state, events = begin(plan, SessionStart(waits=waits))
    told = [[opening(state).text, *(thing.text for thing in announcements_for(state, state, events[1:]))]]
    state, _ = step(state, clock.tick())
    for name, value in moves:
        before = state
        given = clock.advance(value) if name == "tick" else Command({"stop": "quit"}.get(name, name))
        state, events = step(state, given)
        said = [thing for thing in announcements_for(before, state, events) if thing.kind not in {"end", "pause"}]
        told.append([thing.text for thing in said if thing.kind not in {"gap", "resume"}])
    return state, told


def chance_moves(seed: int, count: int) -> list[Move]:
    """Return moves as hands may make them: mostly time, now and then a button, sometimes a gap."""
    chance = random.Random(seed)
    moves: list[Move] = []
    for _ in range(count):
        button = chance.random()
        if button < 0.93:
            moves.append(("tick", chance.choice(SECONDS)))
        elif button < 0.94:
            moves.append(("tick", 30.0))
            moves.append(("resume", None))
        else:
            name = chance.choice(["next", "back", "more", "more", "there", "pause", "resume"])
            moves.append((name, "key" if name == "pause" else None))
    return moves


@pytest.mark.parametrize("what", ["nausea", "headache", "panic"])
def test_an_undisturbed_page_ends_as_the_terminal_does(what: str, library: Library) -> None:
    """Every word at its second, every hold credited, nothing left."""
    plan = plan_of(what, library)
    moves: list[Move] = [("tick", 1.0)] * (int(plan.total_seconds) + 2)
    page, (state, told) = by_page(plan, moves), by_terminal(plan, moves)
    assert page["phase"] == state.phase == "ended"
    assert page["credited"] == pytest.approx(plan.hold_seconds)
    said = [[event["text"] for event in events if event.get("text")] for events in page["told"]]
    assert said == [[text for text in texts if text] for texts in told]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("what", ["nausea", "headache", "hay-fever"])
def test_the_same_hands_lead_to_the_same_place(what: str, seed: int, library: Library) -> None:
    """Next, back, more, pause and gaps by chance: both machines stand in one place with one account."""
    plan = plan_of(what, library)
    moves = chance_moves(seed, 700)
    page, (state, _) = by_page(plan, moves), by_terminal(plan, moves)
    assert (page["phase"], page["at"]) == (state.phase, state.at)
    assert page["paused"] == state.paused
    assert page["elapsed"] == pytest.approx(state.elapsed, abs=1e-6)
    assert page["credited"] == pytest.approx(state.credited, abs=1e-6)
    assert page["left"] == pytest.approx(left_in_all(state), abs=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_where_the_finger_is_waited_for_both_wait_alike(seed: int, library: Library) -> None:
    """No place is held, in the page or in the terminal, before the person says that the finger is there."""
    plan = plan_of("headache", library)
    moves = chance_moves(seed, 300)
    page, (state, _) = by_page(plan, moves, waits=True), by_terminal(plan, moves, waits=True)
    assert (page["phase"], page["at"], page["paused"]) == (state.phase, state.at, state.paused)
    assert page["elapsed"] == pytest.approx(state.elapsed, abs=1e-6)
    assert page["credited"] == pytest.approx(state.credited, abs=1e-6)


def test_the_breath_is_that_of_the_terminal(library: Library) -> None:
    """The circle grows and shrinks as the bar in the terminal does."""
    plan = plan_of("headache", library)
    page = by_page(plan, [])["breath"]
    for second, found in zip((0, 1, 4.5, 7, 12, 61), page, strict=True):
        expected = breath_at(plan.pace, second)
        assert expected is not None
        assert (found["do"], found["beat"]) == (expected.do, expected.beat)
        assert found["fullness"] == pytest.approx(expected.fullness, abs=1e-6)
