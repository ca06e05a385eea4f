"""The promise of a profile, through the commands themselves: pregnant means none of these points anywhere offered."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from acucli.guide import Request, prepare
from acucli.guide.plan_options import PlanOptions
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Event, Plan, Profile
from tests.cli.conftest import Acu

REGIONS = {"belly-upper", "belly-lower", "groin", "back-lower", "sacrum", "perineum"}
CONDITIONS = ("headache", "nausea", "low-back-pain", "period-pain", "constipation", "ibs", "insomnia", "belly-ache")


@pytest.fixture
def forbidden(library: CompiledLibrary) -> set[str]:
    """Return the codes that are never offered."""
    return set(library.cautions["pregnancy-points"].points) | {
        code for code, point in library.points.items() if point.regions & REGIONS
    }


@pytest.fixture
def pregnant(acu: Acu) -> Acu:
    """Return `acu` for somebody pregnant."""
    assert acu("profile", "set", "--pregnant", "-q").status == 0
    return acu


def test_no_map_of_a_routine_or_condition_draws_one(
    pregnant: Acu, forbidden: set[str], library: CompiledLibrary
) -> None:
    """What is drawn is what this person would press; what is missing is said with its reason."""
    named = [f"routine:{slug}" for slug in list(library.routines)[::3]] + [f"condition:{slug}" for slug in CONDITIONS]
    drawn = 0
    for name in named:
        ran = pregnant("map", name, "--json")
        if ran.status:
            assert "pregnan" in ran.err or "no picture" in ran.err, name
            continue
        drawn += 1
        assert not set(ran.json["codes"]) & forbidden, name
        kind, slug = name.split(":")
        written = (
            {step.point for step in library.routines[slug].steps}
            if kind == "routine"
            else {choice.code for choice in library.conditions[slug].points}
        )
        assert not written & forbidden or "pregnan" in ran.err, name
    assert drawn > 15


def test_find_session_and_plan_offer_none_and_say_why(pregnant: Acu, forbidden: set[str]) -> None:
    """In every format; PC6 is there for nausea."""
    for slug in CONDITIONS:
        found = pregnant("find", slug, "--format", "codes")
        assert not set(found.out.split()) & forbidden, slug
        session = pregnant("session", slug, "--dry-run", "--format", "codes")
        assert not set(session.out.split()) & forbidden, slug
        plan = pregnant("plan", slug, "--json")
        assert not {step["code"] for step in plan.json["steps"]} & forbidden, slug
        assert "pregnancy-points" in found.err + plan.out or slug in {"nausea", "insomnia"}, slug
    assert "PC6" in pregnant("find", "nausea", "--format", "codes").out.split()
    assert "PC6" in pregnant("session", "nausea", "--dry-run", "--format", "codes").out.split()


@pytest.mark.parametrize("flags", [("--yes",), ("--no-input",), ("--yes", "--no-input", "-q"), ("--full", "--yes")])
def test_no_flag_and_no_setting_brings_them_back(pregnant: Acu, flags: tuple[str, ...]) -> None:
    """Neither `--points` with `--yes`, nor variables, nor an override without a terminal."""
    ran = pregnant("session", "--points", "LI4,SP6", *flags, ACU_NO_INPUT="1", ACU_YES="1")
    assert (ran.status, ran.out) == (4, "")
    assert "LI4, because you said “pregnant”" in ran.err
    assert "pregnancy-points" not in ran.err
    lifted = pregnant("session", "--points", "LI4", "--override", "pregnancy-points", *flags)
    assert lifted.status == 2
    assert "only at a terminal" in lifted.err


def test_an_override_wants_a_typed_yes(pregnant: Acu) -> None:
    """At a terminal: anything but yes leaves it in force."""
    ran = pregnant("session", "--points", "LI4", "--override", "pregnancy-points", "--dry-run", typed="y\n")
    assert ran.status == 4
    assert "stays in force" in ran.err
    ran = pregnant("session", "--points", "LI4", "--override", "pregnancy-points", "--dry-run", typed="yes\n")
    assert ran.status == 0
    assert "LI4" in ran.out


def _interrupted(home: Path, plan: Plan) -> None:
    variables = {"ACU_HOME": str(home)}
    journal = Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))
    at = (datetime.now(UTC) - timedelta(minutes=10)).isoformat()
    journal.append(Event(kind="start", sid="broken", seq=1, at=at, plan=plan, left=plan.hold_seconds))
    journal.append(
        Event(kind="step", sid="broken", seq=2, at=at, step=1, code=plan.steps[0].code, left=plan.hold_seconds)
    )


def test_a_session_taken_up_again_is_judged_anew(
    acu: Acu, library: CompiledLibrary, tmp_path: Path, forbidden: set[str]
) -> None:
    """Interrupted with LI4 and box breathing, then the profile changed: neither comes back."""
    plan = prepare(
        Request(codes=("GV20", "LI4", "ST36"), wishes=PlanOptions(breathing="box")),
        library,
        Profile(),
        today="2026-11-20",
    ).plan
    assert plan is not None
    waits = {"settle_seconds": 0.0, "close_seconds": 0.0}
    steps = tuple(msgspec.structs.replace(step, ready_seconds=0.0, release_seconds=0.0) for step in plan.steps)
    _interrupted(tmp_path / "home", msgspec.structs.replace(plan, steps=steps, **waits))
    acu("profile", "set", "--pregnant", "-q")
    ran = acu("session", "--resume", "--speed", "1000", "--events", "jsonl", runs=True)
    first = msgspec.json.decode(ran.out.splitlines()[0], type=Event)
    assert first.plan is not None
    codes = {step.code for step in first.plan.steps}
    assert codes == {"GV20", "ST36"}
    assert first.plan.pace.slug == "even-4"
    assert {step.pressure for step in first.plan.steps if step.code == "ST36"} == {1}
    assert all(step.seconds <= step.most_seconds for step in first.plan.steps)


@pytest.mark.parametrize("slug", ["headache", "nausea", "low-back-pain", "period-pain", "insomnia"])
def test_no_card_of_a_complaint_or_routine_presents_one(pregnant: Acu, forbidden: set[str], slug: str) -> None:
    """Each forbidden place on the card says that it is not for this person, and why; every other says how."""
    for name in (f"condition:{slug}", f"routine:{slug}"):
        ran = pregnant("show", name)
        if ran.status:
            continue  # not every complaint has a routine of its name
        for code in forbidden & set(re.findall(r"(?m)^\d+ ([A-Z]+\d+):", ran.out)):
            paragraph = re.search(rf"(?ms)^\d+ {code}:(.*?)(?=^\S|\Z)", ran.out)
            assert paragraph is not None
            assert "not for you" in " ".join(paragraph[1].split()), (name, code)


def test_the_card_of_a_point_does_not_say_how_to_press_it(pregnant: Acu) -> None:
    """First that it is not for this person; no pressure, no seconds, no session; a terminal's card neither."""
    for terminal in (False, True):
        out = pregnant("show", "LI4", terminal=terminal, NO_COLOR="1", COLUMNS="120", LINES="50").out
        assert "Not for you:" in out
        assert out.index("Not for you:") < out.index("Where:")
        assert not re.search(r"(?m)\b(Press|Hold|Session):", out)
    assert "Hold:" in pregnant("show", "LI10").out


def test_codes_leave_them_out_and_lists_mark_them(pregnant: Acu, forbidden: set[str], library: CompiledLibrary) -> None:
    """`--format codes` is for pressing; a table is for reading. What nobody presses is listed for everybody."""
    forbidden = {code for code in forbidden if library.points[code].pressable}
    for command in (("find", "LI"), ("find", "LI4"), ("list", "points"), ("map", "LI"), ("map", "hand-back")):
        ran = pregnant(*command, "--format", "codes")
        assert ran.status == 0
        assert not set(ran.out.split()) & forbidden, command
        assert "LI4" in ran.err or command[0] == "map", command
    rows = {line.split("\t")[0]: line.split("\t") for line in pregnant("list", "points").out.splitlines()}
    assert "not for you" in rows["LI4"]
    assert "not for you" not in rows["LI10"]
    kept = {item["code"] for item in pregnant("list", "points", "--json").json["left_out"]}
    assert "LI4" in kept
    assert kept <= forbidden
    assert pregnant("show", "LI4", "--json").json["left_out"][0]["because"] == "pregnancy-points"


def test_a_map_of_a_meridian_names_them(pregnant: Acu) -> None:
    """All of a channel is drawn; what of it is not for this person stands below."""
    out = pregnant("map", "LI", terminal=True, NO_COLOR="1").out
    assert "Not for you: " in out
    assert "LI4" in out[out.index("Not for you: ") :]


@pytest.mark.parametrize(
    "words",
    [
        "profile show", "profile set --heart-disease", "find headache --format table", "find headache --plain",
        "show LI4 --all", "show GB20 --all", "session headache --dry-run", "session period-pain --dry-run --plain",
        "session sleep --dry-run --breathing box", "session --points LI4,SP6 --dry-run", "plan headache --format table",
        "map headache", "show headache --all", "course new low-back-pain",
    ],
)  # fmt: skip
def test_no_code_of_a_rule_or_a_sign_reaches_a_person(pregnant: Acu, library: CompiledLibrary, words: str) -> None:
    """Codes are for programs and for `--override`; people read the reason."""
    ran = pregnant(*words.split())
    codes = [name for name in (*library.cautions, *library.red_flags) if "-" in name]
    shown = ran.out + ran.err
    assert ran.status in {0, 4}
    assert shown.strip()
    assert [code for code in codes if re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", shown)] == []
