"""After a session: what was held is said once and truly, a note is one line, and a rehearsal claims nothing."""

from __future__ import annotations

import io

import pytest

from acucli.dialogue.after import ask_after, say_how_it_ended
from acucli.model.practice import Profile
from acucli.profile.favourites import load_favourites
from acucli.render.context import AppContext
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from acucli.runner.loop import Outcome
from tests.session.plans import make_plan

DONE = Outcome("sid", "done", 60.0, 0.0, 5, True, 6, 3)


@pytest.fixture
def run(environment, library):
    """Return a run that writes to a buffer."""
    made = AppContext(environment, OutputOptions(), Output(environment, OutputOptions()))
    made.library, made.profile = library, Profile()
    return made


def said(run: AppContext) -> str:
    stream = run.environment.stderr
    assert isinstance(stream, io.StringIO)
    return " ".join(stream.getvalue().split())


def test_what_was_held_and_how_it_changed_is_said(run):
    """Minutes held, both numbers, no closing words a second time."""
    plan = make_plan(close=("Get up slowly.",))
    say_how_it_ended(run, DONE, plan, rehearsal=False)
    assert "finished, 1.0 of 1.0 minutes held." in said(run)
    assert "6 before, 3 after" in said(run)
    assert "Get up slowly" not in said(run)


def test_a_rehearsal_held_nothing(run):
    """It does not say that minutes were held."""
    say_how_it_ended(run, DONE, make_plan(), rehearsal=True)
    assert "Nothing was pressed" in said(run)
    assert "held" not in said(run)


def test_a_place_that_hurt_says_how_it_comes_back(run):
    """Until it is cleared it stays out."""
    say_how_it_ended(run, DONE._replace(hurt=("GB20",)), make_plan(), rehearsal=False)
    assert "acu profile set --unblock GB20" in said(run)


def test_a_favourite_is_kept_with_what_starts_it(run):
    """The name is what was asked for."""
    ask_after(run, DONE._replace(favourite=True), "headache", ("headache", "--gentle"))
    kept = load_favourites(run.environment).named("headache")
    assert kept is not None
    assert kept.arguments == ("headache", "--gentle")


def test_nobody_there_is_asked_nothing(run):
    """No terminal, or nobody who pressed a key at the end: no question waits for an answer."""
    ask_after(run, DONE, "headache", ("headache",))
    assert "A note" not in said(run)
