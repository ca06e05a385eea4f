"""Home: `acu` alone, by number; the last session again; favourites; the same under `discreet`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from acucli.runner.event_metadata import EventStamper
from acucli.session.machine import Command, begin, step
from acucli.session.state import SessionStart
from acucli.session.stepped_clock import SteppedClock
from tests.cli.conftest import Acu
from tests.conftest import FakeClock

WELCOME = ("acu calm", "acu find headache", "acu session headache", "acu show LI4", "acu profile set", "acu --help")

Did = Callable[..., None]


@pytest.fixture
def did(acu: Acu, library: CompiledLibrary, tmp_path: Path, clock: FakeClock) -> Did:
    """Return a function that puts a session into the journal: all of it, or so many seconds; time goes on with it."""

    def done(what: str, *, seconds: float = 1e9, says: tuple[str, ...] = (), after: int = 3, **wishes: object) -> None:
        variables = {"ACU_HOME": str(tmp_path / "home")}
        here = Environment(variables, Paths.from_variables(variables), clock)
        plan = prepare(Request(what=what, says=says), library, Profile(), today=clock.today()).plan
        assert plan is not None
        journal, stamper, ticks = Journal(here), EventStamper(here), SteppedClock()
        state, events = begin(plan, SessionStart(before=6, ask_seconds=1.0))

        def keep(happened: object) -> None:
            for event in happened:  # type: ignore[attr-defined]
                journal.append(stamper.stamp(event))

        keep(events)
        state, _ = step(state, ticks.tick())
        while not state.ended and state.credited < seconds:
            state, events = step(state, ticks.advance(1.0))
            clock.forward(1.0)
            keep(events)
            if state.phase == "asking":
                state, events = step(state, Command("score", after))
                keep(events)
        if not state.ended:
            state, events = step(state, Command("quit"))
            keep(events)

    return done


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_somebody_new_gets_six_lines_the_calm_one_first(acu: Acu, columns: int) -> None:
    """Whole at 40 columns, each on one line where there is room."""
    out = acu(terminal=True, NO_COLOR="1", COLUMNS=str(columns)).out
    lines = out.splitlines()
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line.startswith("acu ")] == [line for line in lines if not line.startswith(" ")]
    assert [next(name for name in WELCOME if line.startswith(name)) for line in lines if line.startswith("acu ")] == [
        *WELCOME
    ]
    assert "in an emergency call for help" in " ".join(out.split())
    if columns >= 80:
        assert len(lines) == 6


def test_the_second_day_begins_with_the_first(acu: Acu, did: Did, clock: FakeClock) -> None:
    """What was done, when, how long and how it felt; `acu 1` starts it, `acu 0` is calm."""
    did("headache")
    clock.forward(86_400)
    out = acu(terminal=True, NO_COLOR="1").out
    assert " ".join(out.splitlines()[0].split()) == "0 Sixty seconds of calm no questions acu calm"
    assert "1  Headache again" in out
    assert "yesterday" in out
    assert "6 to 3" in out
    first = acu("1", "--dry-run", "--json").json
    assert first["plan"]["slug"] == "headache"
    assert first["steps"] == acu("again", "--dry-run", "--json").json["steps"]
    assert first["steps"] == acu("session", "headache", "--dry-run", "--json").json["steps"]
    calm = acu("0", "--speed", "500", "--cues", "none", runs=True)
    assert calm.out.startswith("Breathe in.")


def test_what_is_unfinished_is_at_home_and_said_by_the_next_session(acu: Acu, did: Did) -> None:
    """With what is left and until when; the next session says so, too."""
    did("stress", seconds=100)
    home = acu("--json").json
    kinds = {choice["kind"]: choice for choice in home["choices"]}
    assert kinds["unfinished"]["start"] == "acu session --resume"
    assert "left, until" in kinds["unfinished"]["note"]
    ran = acu(str(kinds["unfinished"]["number"]), "--dry-run", "--json")
    assert ran.status == 0
    assert ran.json["plan"]["slug"] == "stress"
    assert "Unfinished: Stress" in acu("session", "headache", typed="q\nq\nq\n").err


def test_a_course_that_is_due_is_at_home(acu: Acu) -> None:
    """By its number."""
    acu("course", "new", "low-back-pain")
    due = acu("--json").json["choices"][-1]
    assert (due["kind"], due["start"]) == ("due", "acu course next --start")
    assert due["name"] == "Due today: Low back pain"


def test_favourites_are_kept_started_and_dropped(acu: Acu, did: Did) -> None:
    """By name and by number, with their options."""
    assert acu("favourite", "add", "evening", "sleep", "--gentle").status == 0
    assert acu("fav", "add", "my knees", "knee-pain", "--time", "5m").status == 0
    assert acu("favourite", "list", "--format", "codes").out.splitlines() == ["evening", "my knees"]
    wanted = acu("session", "sleep", "--gentle", "--dry-run", "--json").json["steps"]
    assert acu("session", "Evening", "--dry-run", "--json").json["steps"] == wanted
    numbers = {choice["name"]: choice["number"] for choice in acu("--json").json["choices"]}
    assert acu(str(numbers["evening"]), "--dry-run", "--json").json["steps"] == wanted
    did("headache")
    numbers = {choice["name"]: choice["number"] for choice in acu("--json").json["choices"]}
    assert acu(str(numbers["evening"]), "--dry-run", "--json").json["steps"] == wanted
    assert acu("favourite", "drop", "evening").status == 0
    assert acu("favourite", "drop", "evening").status == 1
    assert acu("session", "evening", "--dry-run").status == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["headache", "headache"], 2),
        (["7", "headache"], 2),
        (["x"], 2),
        (["x", "xyzzy"], 1),
        (["x", "crushing", "chest", "pain"], 4),
        (["i want to die", "headache"], 4),
    ],
)
def test_what_cannot_be_a_favourite(acu: Acu, words: list[str], status: int) -> None:
    """A name of the library's, a number, nothing, what means nothing, and never words of danger."""
    assert acu("favourite", "add", *words).status == status
    assert acu("favourite", "--json").json["favourites"] == []


def test_again_keeps_what_was_said_with_it(acu: Acu, did: Did) -> None:
    """A fact of the words goes with the session: pregnant yesterday, LI4 stays left out today."""
    did("nausea", says=("pregnant",))
    places = {step["code"] for step in acu("again", "--dry-run", "--json").json["steps"]}
    assert places
    assert "LI4" not in places


def test_again_obeys_todays_rules(acu: Acu, did: Did) -> None:
    """What was pressed last time is left out when the profile says so now."""
    did("headache")
    acu("profile", "set", "--pregnant", "-q")
    places = {step["code"] for step in acu("again", "--dry-run", "--json").json["steps"]}
    assert "LI4" not in places
    acu("profile", "set", "--under-18", "-q")
    assert acu("again", "--dry-run").status == 4


def test_again_of_calm_and_of_nothing(acu: Acu, did: Did, clock: FakeClock) -> None:
    """Without a session there is a way on; a session that pressed comes before a minute of calm."""
    ran = acu("again")
    assert (ran.status, ran.out) == (1, "")
    assert "acu calm" in ran.err
    did("headache")
    assert acu("session", "again", "--dry-run", "--json").json["plan"]["slug"] == "headache"


def test_discreet_names_no_complaint_and_no_answer(acu: Acu, did: Did) -> None:
    """Nobody who looks over a shoulder learns anything; the numbers work all the same."""
    did("headache")
    did("stress", seconds=100)
    acu("favourite", "add", "back trouble", "low-back-pain")
    acu("course", "new", "insomnia")
    acu("profile", "set", "--pregnant", "-q")
    acu("config", "set", "discreet", "yes")
    out = acu(terminal=True, NO_COLOR="1").out.lower()
    for word in ("headache", "stress", "back", "insomnia", "sleep", "pregnan", "6 to"):
        assert word not in out, word
    assert "the last session again" in out
    assert "your profile: kept" in out
    assert acu("2", "--dry-run", "--json").json["plan"]["slug"] == "low-back"


def test_a_number_that_nothing_has(acu: Acu) -> None:
    """Says what there is."""
    ran = acu("7")
    assert (ran.status, ran.out) == (2, "")
    assert "acu 0 is calm" in ran.err


@pytest.mark.parametrize("breaks", ["profile.toml", "favourites.toml", "config.toml"])
def test_what_cannot_be_read_is_not_in_the_way(acu: Acu, did: Did, tmp_path: Path, breaks: str) -> None:
    """Home is there, and names the file."""
    did("headache")
    (tmp_path / "home" / "config").mkdir(parents=True, exist_ok=True)
    (tmp_path / "home" / "config" / breaks).write_bytes(b"\xff[[[")
    ran = acu()
    assert ran.status == 0
    assert "Headache again" in ran.out
    assert breaks in ran.err or "note:" in ran.err


def test_it_fits_a_small_screen(acu: Acu, did: Did) -> None:
    """At 40 columns nothing is cut, and a screen reader gets sentences."""
    did("headache")
    acu("favourite", "add", "my knees in the evening", "knee-pain", "--time", "5m")
    out = acu(terminal=True, NO_COLOR="1", COLUMNS="40").out
    assert max(map(len, out.splitlines())) <= 40
    assert "acu session knee-pain --time 5m" in out
    spoken = acu(terminal=True, ACCESSIBLE="1").out.splitlines()
    assert spoken[0] == "0. Sixty seconds of calm, no questions: acu calm"


@pytest.mark.parametrize("words", [(), ("again",)], ids=["home", "again"])
def test_a_journal_that_cannot_be_read_is_not_taken_for_an_empty_one(
    acu: Acu, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """It is said once, and home has its first lines."""
    (tmp_path / "home" / "state" / "journal.jsonl").mkdir(parents=True)
    said = acu(*words).err
    assert said.count("the journal cannot be read: it is no plain file") == 1
