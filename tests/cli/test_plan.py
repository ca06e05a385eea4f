"""`acu plan`: a few questions or flags, a session with its reasons, perhaps a course."""

from __future__ import annotations

import shlex

import pytest

from acucli.cli.sessions import running
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Plan
from tests.cli.conftest import Acu


def test_by_flags_without_questions(acu: Acu) -> None:
    """What, where, since when, how strong: the plan, why each place, what comes first, a course, how to start."""
    ran = acu("plan", "stiff neck", "--side", "left", "--since", "weeks", "--strength", "9", "--time", "8m")
    assert ran.status == 0
    assert ran.out.startswith("That is strong.")
    assert "GB20: " in ran.out
    assert "acu course new stiff-neck" in ran.out
    assert 'start it: acu plan "stiff neck"' in ran.err
    assert "Start?" not in ran.err


def test_as_json(acu: Acu) -> None:
    """The timetable's keys with why, said and course beside them."""
    answer = acu("plan", "low back pain", "--since", "months", "--json").json
    assert {"plan", "steps", "left_out", "stand_ins", "why", "said", "course"} <= set(answer)
    assert answer["course"] == "low-back-pain"
    assert len(answer["why"]) == len({step["code"] for step in answer["steps"]})


def test_the_questions_at_a_terminal(acu: Acu) -> None:
    """What, side, since, how strong, what makes it worse, where, minutes; then the screen, signs, and start."""
    ran = acu("plan", typed="stiff neck\nl\nweeks\n4\nsitting\ndesk\n6\nn\nn\nq\n")
    assert ran.status == 5
    for question in (
        "What is the matter",
        "Which side",
        "Since when",
        "How strong",
        "worse",
        "Where are you",
        "minutes",
    ):
        assert question in ran.err
    assert "Not started" in ran.err


def test_a_warning_sign_in_the_words_stops_it(acu: Acu) -> None:
    """In what is the matter, and in what makes it worse."""
    for words in (["worst headache of my life"], ["stiff neck", "--worse", "chest pain when walking"]):
        ran = acu("plan", *words)
        assert ran.status == 4
        assert ran.out == ""


def test_a_sign_said_at_the_terminal_stops_it(acu: Acu) -> None:
    """The number of a sign: advice and status 4, no plan."""
    ran = acu("plan", "headache", "--since", "days", typed="\n\n\n\n\ny\n")
    assert ran.status == 4


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 2),
        (["headache", "--side", "up"], 2),
        (["headache", "--since", "always"], 2),
        (["headache", "--setting", "moon"], 2),
        (["headache", "--time", "soon"], 2),
        (["xyzzy"], 1),
        (["high blood pressure"], 4),
    ],
)
def test_what_makes_no_plan(acu: Acu, arguments: list[str], status: int) -> None:
    """A sentence, a hint and the right status; nothing on standard output."""
    ran = acu("plan", *arguments)
    assert ran.status == status
    assert ran.out == ""
    assert "error:" in ran.err


def test_the_profile_is_obeyed_and_its_reason_said(acu: Acu, library: CompiledLibrary) -> None:
    """Pregnant: nothing of the list, and why."""
    acu("profile", "set", "--pregnant", "-q")
    ran = acu("plan", "irritable bowel")
    assert "pregnan" in ran.out
    answer = acu("plan", "irritable bowel", "--json").json
    assert not {step["code"] for step in answer["steps"]} & set(library.cautions["pregnancy-points"].points)


def test_start_runs_what_was_proposed(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--start` asks no more, without a terminal too."""
    started: list[Plan] = []
    monkeypatch.setattr(running, "run_plan", lambda _run, _asked, made, **_: started.append(made.plan) or 0)
    assert acu("plan", "stiff neck", "--side", "left", "--start").status == 0
    assert [plan.slug for plan in started] == ["stiff-neck"]
    assert "right" not in {step.side for step in started[0].steps}
    assert acu("plan", "stiff neck").status == 0
    assert len(started) == 1


def test_how_to_start_it_again_says_the_side(acu: Acu) -> None:
    """What is copied from the screen is what was proposed."""
    ran = acu("plan", "stiff neck", "--side", "left", "--time", "5m", "--gentle")
    command = shlex.split(ran.err.split("start it: ")[1])
    assert command[-1] == "--start"
    again = acu(*command[1:-1], "--json").json
    assert "right" not in {step["side"] for step in again["steps"]}
    assert {step["pressure"] for step in again["steps"]} == {1}


@pytest.mark.parametrize(("answer", "status"), [("n", 5), ("y", 4)])
def test_a_tender_temple_stops_a_plan_as_it_stops_a_session(acu: Acu, answer: str, status: int) -> None:
    """One way to start: a yes is held back, a no goes on to what can change it."""
    acu("profile", "set", "--over-50", "-q")
    given = ("plan", "headache", "--side", "both", "--since", "days", "--strength", "3", "--worse", "light",
             "--setting", "desk", "--time", "10m")  # fmt: skip
    ran = acu(*given, typed=f"{answer}\nn\nq\n")
    assert "headache over 50" in ran.err
    assert ran.status == status
    assert ("May you press freely?" in ran.err) is (answer == "n")


def test_what_is_not_understood_is_said_and_left_open(acu: Acu) -> None:
    """The plan goes on; each answer was asked for once more, with what would do."""
    ran = acu("plan", typed="stiff neck\n\nsince Monday\nquite bad\nreally bad\n\n\nsoon\n\nq\nq\nq\nq\n")
    assert "'quite bad' is not understood here; a number from 0, none, to 10" in ran.err
    assert "'really bad' is not understood here: left open." in ran.err
    assert "'soon' is not understood here; minutes" in ran.err
    assert "since monday" not in ran.err


def test_danger_in_an_answer_is_heard(acu: Acu) -> None:
    """Whatever the question was."""
    ran = acu("plan", typed="stiff neck\n\n\ncrushing chest pain\n\n\n\n")
    assert ran.status == 4
    assert "mergency number" in ran.err
