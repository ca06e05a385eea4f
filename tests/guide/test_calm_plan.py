"""Calm: breath alone, as long as it was asked for, and nothing kept but the time."""

from __future__ import annotations

import pytest

from acucli.errors import UsageError
from acucli.guide import calm_plan
from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.model.practice import Event
from acucli.session.breath import breath_at
from acucli.session.machine import begin


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 60), ("60s", 60), ("3m", 180), ("3", 180), ("1.5m", 90), ("90 s", 90), ("2 minutes", 120), ("45sec", 45)],
)
def test_a_time_is_understood(text: str, seconds: float) -> None:
    """A minute lasts a minute; a bare number is minutes, as for a session."""
    assert calm_plan.calm_seconds(text) == seconds


@pytest.mark.parametrize("text", ["10s", "0", "61m", "soon", "-1m", "nan"])
def test_what_is_no_time_is_said(text: str) -> None:
    """Shorter than three breaths nothing settles, and an hour is no emergency any more."""
    with pytest.raises(UsageError):
        calm_plan.calm_seconds(text)


def test_the_plan_presses_nothing_and_waits_for_nothing(library: CompiledLibrary) -> None:
    """No point, no area, no wait before the first breath, no hold of the breath, and it lasts what it says."""
    plan = calm_plan.calm_plan(library, 60)
    (rest,) = plan.steps
    assert (rest.code, rest.area, rest.technique, rest.tool) == ("", "", "breathe-and-rest", "")
    state, _ = begin(plan)
    assert (state.phase, state.elapsed, state.length) == ("hold", 0.0, 60.0)
    first = breath_at(plan.pace, 0.0)
    assert first is not None
    assert first.do == "in"
    assert "hold" not in {phase.do for phase in plan.pace.phases}


def test_the_danger_names_the_number_that_is_this_persons(library: CompiledLibrary) -> None:
    """Else the advice that holds in any country."""
    (said,) = calm_plan.calm_plan(library, number="0118 999").before
    assert said == "Chest pressure, fainting, or no breath to speak: call 0118 999 now."
    assert "112 in many countries" in calm_plan.calm_plan(library).before[0]


def test_nothing_is_kept_but_the_time(library: CompiledLibrary) -> None:
    """When it began and how long it lasted: no pause, no step, no words, nothing to take up again."""
    plan = calm_plan.calm_plan(library)
    start = calm_plan.time_alone(Event(kind="start", plan=plan, at="2026-11-20T12:00:00Z", left=60.0, step=1))
    end = calm_plan.time_alone(Event(kind="end", why="quit", credited=20.0, left=40.0, step=1, seconds=20.0))
    assert start is not None
    assert start.plan is not None
    assert (start.at, start.left, start.plan.steps, start.plan.before) == ("2026-11-20T12:00:00Z", 0.0, (), ())
    assert end is not None
    assert (end.credited, end.left, end.seconds, end.step) == (20.0, 0.0, 0.0, 0)
    for kind in ("step", "pause", "gap", "resume", "half", "release", "note", "score"):
        assert calm_plan.time_alone(Event(kind=kind)) is None


@pytest.mark.parametrize("words", ["panic", "panic attack", "I am panicking", "freaking out"])
def test_words_of_panic_lead_to_calm(library: CompiledLibrary, words: str) -> None:
    """Whatever they are called by."""
    assert calm_plan.leads_to_calm(interpret(words, library), library)


@pytest.mark.parametrize(
    "words",
    ["anxiety", "headache", "panic and crushing chest pain", "panic attack, i want to die", "LI4", ""],
)
def test_danger_and_other_wishes_do_not(library: CompiledLibrary, words: str) -> None:
    """A danger stops, and what was not said exactly is asked about."""
    assert not calm_plan.leads_to_calm(interpret(words, library), library)
