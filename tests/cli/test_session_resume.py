"""`acu session --resume`: what is left of an interrupted session, within the library and the day as they are now."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from acucli.guide import Request, prepare
from acucli.guide.resume import remainder_of
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Event, Pace, Plan, PlanStep, Profile
from acucli.session.state import SessionPosition
from tests.cli.conftest import Acu
from tests.conftest import NOON


@pytest.fixture
def plan(library: CompiledLibrary) -> Plan:
    """Return a plan of two points on both sides."""
    found = prepare(Request(codes=("LI10", "ST36")), library, Profile(), today="2026-11-20").plan
    assert found is not None
    return found


def interrupted(home: Path, plan: Plan, *, held: float = 0.0, sid: str = "broken") -> None:
    """Put a session into the journal that was left in its first hold, ten minutes ago."""
    variables = {"ACU_HOME": str(home)}
    journal = Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))
    at = datetime.datetime.fromtimestamp(NOON - 600, datetime.UTC).isoformat()
    left = plan.hold_seconds
    first = plan.steps[0] if plan.steps else PlanStep(n=1, name="", code="LI10", seconds=1.0, side="left")
    left = left or 1.0
    place = {"step": 1, "code": first.code, "side": first.side}
    journal.append(Event(kind="start", sid=sid, seq=1, at=at, plan=plan, left=left))
    journal.append(Event(kind="step", sid=sid, seq=2, at=at, left=left, **place))  # type: ignore[arg-type]
    if held:
        journal.append(
            Event(kind="end", sid=sid, seq=3, at=at, seconds=held, credited=held, left=left - held, why="quit", **place)  # type: ignore[arg-type]
        )


def pressed(home: Path, plan: Plan, seconds: float) -> None:
    """Put a finished session of the first step's place into the journal of the same day."""
    variables = {"ACU_HOME": str(home)}
    journal = Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))
    at = datetime.datetime.fromtimestamp(NOON - 1200, datetime.UTC).isoformat()
    first = plan.steps[0]
    journal.append(Event(kind="start", sid="whole", seq=1, at=at, plan=plan, left=seconds))
    journal.append(
        Event(kind="release", sid="whole", seq=2, at=at, step=1, code=first.code, side=first.side, seconds=seconds,
              credited=seconds)
    )  # fmt: skip
    journal.append(Event(kind="end", sid="whole", seq=3, at=at, credited=seconds, why="done"))


def test_the_timetable_of_what_is_left_starts_nothing(acu: Acu, plan: Plan, tmp_path: Path) -> None:
    """`--resume --dry-run` prints the rest, its first hold without the seconds it has had."""
    interrupted(tmp_path / "home", plan, held=12.0)
    before = acu("journal", "list", "--json").json
    answer = acu("session", "--resume", "--dry-run", "--json").json
    assert answer["steps"][0]["seconds"] == plan.steps[0].seconds - 12.0
    assert len(answer["steps"]) == len(plan.steps)
    assert acu("journal", "list", "--json").json == before


@pytest.mark.parametrize(
    "more", [["stress"], ["--points", "LI4"], ["--audio", "x.wav"], ["--override", "pregnancy-points"]]
)
def test_what_would_make_another_session_of_it_is_refused(
    acu: Acu, plan: Plan, tmp_path: Path, more: list[str]
) -> None:
    """A session taken up again is the one that broke off."""
    interrupted(tmp_path / "home", plan)
    ran = acu("session", "--resume", *more)
    assert ran.status == 2
    assert "--resume takes the interrupted session as it was" in ran.err


def test_places_that_a_pack_has_taken_away_are_dropped_by_name(acu: Acu, plan: Plan, tmp_path: Path) -> None:
    """A point and an area that are gone are said; the rest goes on, counting to five for a pattern that is gone."""
    gone = replace(plan.steps[0], code="XX1", name="Gone point")
    area = replace(plan.steps[0], code="", area="gone-area", name="Gone area")
    pace = replace(plan.pace, slug="gone-pattern", phases=plan.pace.phases)
    interrupted(tmp_path / "home", replace(plan, steps=(gone, area, *plan.steps[1:]), pace=pace), held=5.0)
    ran = acu("session", "--resume", "--dry-run", "--json")
    assert {step["code"] for step in ran.json["steps"]} == {"LI10", "ST36"}
    assert ran.json["steps"][0]["seconds"] == plan.steps[1].seconds
    assert "XX1 is no longer in the library" in ran.err
    assert "Gone area is no longer in the library" in ran.err
    assert msgspec.convert(ran.json["plan"]["pace"], Pace).slug == "count-to-five"


def test_the_ten_minutes_of_the_day_count_for_what_is_taken_up(acu: Acu, plan: Plan, tmp_path: Path) -> None:
    """Nine and a half minutes on the left today: the left is dropped and said, the right goes on."""
    pressed(tmp_path / "home", plan, 570.0)
    interrupted(tmp_path / "home", plan)
    ran = acu("session", "--resume", "--dry-run", "--json")
    first = ran.json["steps"][0]
    assert (first["code"], first["side"]) == ("LI10", "right")
    assert "LI10 (left) has had its ten minutes today" in ran.err


def left_of(plan: Plan, library: CompiledLibrary) -> Plan:
    """Return what is left of a plan that broke off in its first hold, for somebody without a profile."""
    return remainder_of(plan, SessionPosition(0, 0.0), library, Profile(), today="2026-11-20", pressed_today={}).plan


def test_what_a_journal_says_is_never_said_aloud(
    acu: Acu, library: CompiledLibrary, plan: Plan, tmp_path: Path
) -> None:
    """A line that calls LI10 "Hegu" and says to press LI4: every word comes from the library."""
    lies = "Pinch the web of the thumb hard: LI4."
    step = replace(
        plan.steps[0], name="Hegu, Joining Valley (LI4)", words=lies, where=lies, find=lies, by_touch=lies, feel=lies,
        stop_if=lies, direction=lies, counter=lies, hold_position=lies, why=lies, hanzi="合谷", technique="press",
    )  # fmt: skip
    told = replace(plan, name=lies, steps=(step, *plan.steps[1:]), prepare=(lies,), close=(lies,), before=(lies,),
                   needs=(lies,), way_out=lies, evidence=lies, slug=lies)  # fmt: skip
    left = left_of(told, library)
    assert "LI4" not in repr(left)
    assert "Hegu" not in repr(left)
    assert left.steps[0].find == plan.steps[0].find
    interrupted(tmp_path / "home", told)
    ran = acu("session", "--resume", "--dry-run")
    assert "LI4" not in ran.out + ran.err


def test_the_stricter_limit_of_then_and_now_holds(library: CompiledLibrary) -> None:
    """What the words said of the person the first time binds the rest: caps, pressure, cautions."""
    wanted = Request(what="i take blood thinners and my neck is stiff")
    made = prepare(wanted, library, Profile(), today="2026-11-20").plan
    assert made is not None
    assert made.says == ("blood-thinners",)
    for before, after in zip(made.steps, left_of(made, library).steps, strict=True):
        assert after.most_seconds <= before.most_seconds
        assert after.pressure <= before.pressure
        assert set(before.cautions) <= set(after.cautions)


def test_a_limit_kept_in_the_plan_holds_without_its_answer(library: CompiledLibrary, plan: Plan) -> None:
    """A journal of an earlier version kept the caps alone."""
    steps = tuple(replace(step, most_seconds=40.0, seconds=30.0, pressure=1) for step in plan.steps)
    for step in left_of(replace(plan, steps=steps), library).steps:
        assert (step.most_seconds, step.pressure) == (40.0, 1)


def test_a_plan_without_steps_is_refused_with_a_sentence(acu: Acu, plan: Plan, tmp_path: Path) -> None:
    """An imported line may hold anything."""
    interrupted(tmp_path / "home", replace(plan, steps=()))
    ran = acu("session", "--resume")
    assert (ran.status, "Traceback" in ran.err) == (6, False)
