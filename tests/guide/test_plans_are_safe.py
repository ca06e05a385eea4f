"""The property of safety: no plan holds what its person may not press, told a second time from the records alone."""

from __future__ import annotations

import random
from collections.abc import Iterable

import msgspec
import pytest

from acucli.errors import AcuError
from acucli.guide import Prepared, Request, find, prepare
from acucli.guide.plan_options import PlanOptions
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import PlanStep, Profile
from acucli.safety.judge import Judge
from tests.guide import oracle
from tests.guide.oracle import TODAY, profile_of

pytestmark = pytest.mark.long

SEED = 20_261_120
PARTS = 4
WISHES = (
    PlanOptions(),
    PlanOptions(full=True),
    PlanOptions(hold_seconds=180),
    PlanOptions(minutes=3),
    PlanOptions(minutes=25, breathing="box"),
    PlanOptions(gentle=True, breathing="4-7-8"),
    PlanOptions(setting="desk"),
    PlanOptions(side="right", rounds=2),
    PlanOptions(firm=True),
)

PREGNANCY_REGIONS = {"belly-upper", "belly-lower", "groin", "back-lower", "sacrum", "perineum"}
MINOR = {"LU4", "LU7", "LI11", "SP4", "BL40", "LR3"}
BEFORE_THE_SUITE = ("LI4", "SP6", "GB21", "BL60", "BL67", "BL32", "CV4", "CV6", "CV12", "ST25")
"""Points of every published list for pregnancy: that they are on ours is asked, not taken from it."""


def check(prepared: Prepared, request: Request, library: CompiledLibrary, profile: Profile) -> None:
    """Hold one answer against the oracle."""
    assert (prepared.plan is None) == bool(prepared.refusal), (request, profile)
    if prepared.plan is None:
        return
    said = oracle.fault(prepared.plan, library, profile)
    assert not said, (
        f"{request.what or request.codes} for {[(a.slug, a.region, a.side) for a in profile.answers]}: {said}"
    )
    if not request.wishes.minutes:
        wanted = (
            [step.point or step.area for step in library.routines[request.what].steps]
            if _routine(request, library)
            else list(request.codes)
        )
        assert not oracle.unexplained(prepared.plan, wanted), (request, profile)


def _routine(request: Request, library: CompiledLibrary) -> bool:
    return request.what in library.routines and not request.composed


def check_all(library: CompiledLibrary, profile: Profile, requests: Iterable[Request]) -> int:
    """Check every request for one person; return how many plans there were."""
    plans = 0
    for request in requests:
        try:
            prepared = prepare(request, library, profile, today=TODAY)
        except AcuError:
            continue
        check(prepared, request, library, profile)
        plans += prepared.plan is not None
    return plans


@pytest.mark.parametrize("part", range(PARTS))
def test_no_answer_by_itself_lets_a_plan_hold_what_is_blocked(library: CompiledLibrary, part: int) -> None:
    """Every answer, with places and sides, over a third of all routines, conditions and free choices in turn."""
    every = oracle.subjects(library)
    plans = 0
    for number, profile in enumerate(oracle.single_profiles(library)):
        if number % PARTS == part:
            plans += check_all(library, profile, every[number % 3 :: 3])
    assert plans > 500


@pytest.mark.parametrize("part", range(2))
def test_no_pair_of_answers_lets_a_plan_hold_what_is_blocked(library: CompiledLibrary, part: int) -> None:
    """150 random pairs, each over a few random requests with random wishes."""
    luck = random.Random(SEED + part)
    every = oracle.subjects(library)
    plans = 0
    for profile in oracle.paired_profiles(library, luck, 75):
        chosen = [msgspec.structs.replace(item, wishes=luck.choice(WISHES)) for item in luck.sample(every, 5)]
        plans += check_all(library, profile, chosen)
    assert plans > 150


def test_the_oracle_sees_what_a_careless_judge_lets_through(
    library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test itself is tested: with a judge that allows everything, faults are found for these people."""
    nobody = Judge(library, Profile(), today=TODAY)
    monkeypatch.setattr(Judge, "step", lambda _, step: nobody.point("LI10", "left"))
    for told, what in (
        ("pregnant", "low-back"),
        ("skin-broken:hand:left", "hands-wrists"),
        ("neck-trouble", "neck-shoulder"),
        ("cannot-lie", "bloating"),
        ("bleeds-easily", "whole-body"),
        ("pacemaker", "chair-back"),
        ("varicose:calf:both", "energy"),
    ):
        profile = profile_of(told)
        prepared = prepare(Request(what=what), library, profile, today=TODAY)
        assert prepared.plan is None or told.startswith("varicose") or oracle.fault(prepared.plan, library, profile), (
            told
        )


@pytest.mark.parametrize("told", ["fever", "contagious", "under-18", "blood-pressure-severe"])
def test_some_people_get_no_session_at_all(library: CompiledLibrary, told: str) -> None:
    """With fever, very high pressure or under 18 nothing is run, whatever was asked for; each refusal has a reason."""
    for request in oracle.subjects(library)[::9]:
        prepared = prepare(request, library, profile_of(told), today=TODAY)
        assert prepared.plan is None
        assert prepared.refusal


# ---------------------------------------------------------------------------------------- pregnancy, issues 2 and 6


@pytest.fixture(scope="module")
def pregnant() -> Profile:
    """Return somebody pregnant."""
    return profile_of("pregnant")


@pytest.fixture(scope="module")
def forbidden(library: CompiledLibrary) -> set[str]:
    """Return the points of `pregnancy-points`, which hold those of every published list."""
    points = set(library.cautions["pregnancy-points"].points)
    assert set(BEFORE_THE_SUITE) <= points
    assert len(points) >= 85
    return points


def test_pregnant_no_plan_holds_a_forbidden_point_or_area(
    library: CompiledLibrary, pregnant: Profile, forbidden: set[str]
) -> None:
    """Every routine, every condition both ways, and every point: none of it, and nothing near belly, back or groin."""
    for request in oracle.subjects(library, all_words=True):
        prepared = prepare(request, library, pregnant, today=TODAY)
        if prepared.plan is None:
            continue
        for step in prepared.plan.steps:
            assert step.code not in forbidden, (request.what, step.code)
            assert not _regions(step, library) & PREGNANCY_REGIONS, (request.what, step)
            assert step.position not in {"lying-on-back", "lying-face-down"}
            if step.code in MINOR:
                assert step.pressure == 1
                assert "pregnancy-minor" in step.cautions
                assert any("eight points in pregnancy" in text for text in prepared.plan.before)


@pytest.mark.parametrize("pattern", ["box", "4-7-8", "cyclic-sighing", "even-4"])
def test_pregnant_nobody_is_told_to_hold_the_breath(library: CompiledLibrary, pregnant: Profile, pattern: str) -> None:
    """A hold pattern becomes its stand-in, what follows it too, and the change is said with its reason."""
    for what in ("stress", "sleep", "anxiety"):
        prepared = prepare(Request(what=what, wishes=PlanOptions(breathing=pattern)), library, pregnant, today=TODAY)
        assert prepared.plan is not None
        assert not oracle._holds_breath(prepared.plan.pace)
        changed = prepared.plan.pace.slug != pattern
        assert changed == library.breathing[pattern].has_hold
        assert any("instead of" in note for note in prepared.notes) == changed


def test_pregnant_the_reason_is_said_each_time(
    library: CompiledLibrary, pregnant: Profile, forbidden: set[str]
) -> None:
    """Whatever a routine loses is named, with the caution, as left out or by a stand-in; PC6 is there for sickness."""
    for slug, routine in library.routines.items():
        lost = {step.point for step in routine.steps} & forbidden
        prepared = prepare(Request(what=slug), library, pregnant, today=TODAY)
        if prepared.plan is None:
            assert "pregnan" in prepared.refusal, slug
            continue
        named = {item.code: item.because for item in prepared.plan.left_out}
        named |= {item.instead_of: item.because for item in prepared.plan.stand_ins}
        assert dict.fromkeys(lost, "pregnancy-points").items() <= named.items(), slug
    for what in ("nausea", "nausea-pregnancy", "motion-sickness"):
        plan = prepare(Request(what=what), library, pregnant, today=TODAY).plan
        assert plan is not None
        assert "PC6" in {step.code for step in plan.steps}


def test_pregnant_find_offers_none_of_them_and_says_why(
    library: CompiledLibrary, pregnant: Profile, forbidden: set[str]
) -> None:
    """For every condition; PC6 stays, and the weakly warned points carry their warning."""
    offered = set()
    for slug, condition in library.conditions.items():
        answer = find(slug, library, pregnant, today=TODAY)
        pressable = {point.code for point in answer.points if point.pressable}
        offered |= pressable
        assert not pressable & forbidden, slug
        for code in pressable:
            assert not library.points[code].regions & PREGNANCY_REGIONS, (slug, code)
        if answer.status == 0 and condition.offered:
            lost = {choice.code for choice in condition.points} & forbidden
            named = {item.code for item in answer.left_out if item.because == "pregnancy-points" and item.message}
            assert lost <= named, slug
        for point in answer.points:
            if point.code in MINOR:
                assert point.pressure == 1
                assert "pregnancy-minor" in {item.id for item in point.cautions if item.applies}
    assert "PC6" in offered
    for code in sorted(forbidden):
        (point,) = find(code, library, pregnant, today=TODAY).points[:1]
        assert not point.pressable, code
        assert point.cautions, code


def _regions(step: PlanStep, library: CompiledLibrary) -> set[str]:
    return oracle._touched(step, library)[1]
