"""Firm pressure: at three points alone, by asking for it alone, and never for who is or may be pregnant."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from acucli.guide import Request, prepare
from acucli.guide.firm import FIRM, FirmWish, refusal_of
from acucli.guide.plan_options import PlanOptions
from acucli.library.compiled import CompiledLibrary, from_bytes
from acucli.library.packs import compile_with_packs
from acucli.library.source import Sources
from acucli.model.practice import Plan, Profile
from acucli.session.phrases import first_sentences
from tests.guide.oracle import TODAY, profile_of

CODES = ("ST36", "LI4", "GB21", "PC6", "LI10")
ASKED = FirmWish(profile=Profile(screened=TODAY), today=TODAY, sessions_done=1, may_ask=True)


def pressed(library: CompiledLibrary, profile: Profile, **wishes: object) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return how hard each point is pressed, and the notes."""
    options = PlanOptions(firm=True, **wishes)  # type: ignore[arg-type]
    made = prepare(Request(codes=CODES, wishes=options), library, profile, today=TODAY)
    assert isinstance(made.plan, Plan)
    return {step.code: step.pressure for step in made.plan.steps}, made.notes


def test_only_three_points_have_a_source_for_it(library: CompiledLibrary) -> None:
    """ST36, LI4 and GB21, each with its sources; none is a point with a limit or something tender below it."""
    firm = {code: point.firm for code, point in library.points.items() if point.firm}
    assert set(firm) == {"ST36", "LI4", "GB21"}
    for code, sources in firm.items():
        assert set(sources) <= set(library.sources)
        assert (library.points[code].limit.level, library.points[code].tissue) == ("none", ())


def test_it_is_there_only_when_asked_for(library: CompiledLibrary) -> None:
    """As before without the wish; with it firm at those three and nowhere else, and its words and sources are said."""
    usual = prepare(Request(codes=CODES), library, Profile(), today=TODAY)
    assert usual.plan is not None
    assert max(step.pressure for step in usual.plan.steps) == 2
    found, notes = pressed(library, Profile())
    assert {code for code, pressure in found.items() if pressure == FIRM} == {"ST36", "LI4", "GB21"}
    assert any("4 of 10 at most" in note and "Memorial Sloan Kettering" in note for note in notes)


@pytest.mark.parametrize("slug", ["pregnant", "maybe-pregnant"])
def test_pregnancy_leaves_li4_and_gb21_out(library: CompiledLibrary, slug: str) -> None:
    """They are not pressed at all, so not firmly."""
    found, _ = pressed(library, profile_of(slug))
    assert not {"LI4", "GB21"} & set(found)


@pytest.mark.parametrize("slug", ["blood-thinners", "osteoporosis", "cancer-treatment"])
def test_what_makes_it_lighter_takes_it_away(library: CompiledLibrary, slug: str) -> None:
    """Every bound of an answer holds: what the person presses more gently than others is never pressed firmly."""
    options = PlanOptions(firm=True)
    made = prepare(Request(codes=CODES, wishes=options), library, profile_of(slug), today=TODAY)
    usual = prepare(Request(codes=CODES), library, profile_of(slug), today=TODAY)
    assert made.plan is not None
    assert usual.plan is not None
    for firm, step in zip(made.plan.steps, usual.plan.steps, strict=True):
        assert firm.code == step.code
        assert firm.pressure == step.pressure or step.pressure == 2
    assert slug != "blood-thinners" or all(step.pressure == 1 for step in made.plan.steps)


def test_times_stay_as_they_are(library: CompiledLibrary) -> None:
    """Three minutes are the most, as for everybody."""
    made = prepare(Request(codes=CODES, wishes=PlanOptions(firm=True, full=True)), library, Profile(), today=TODAY)
    assert made.plan is not None
    assert max(step.seconds for step in made.plan.steps) <= 180


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"may_ask": False}, "at a terminal"),
        ({"overrides": True}, "lifted"),
        ({"sessions_done": 0}, "first session"),
        ({"profile": Profile()}, "answered in the last four weeks"),
        ({"profile": Profile(screened="2026-01-01")}, "answered in the last four weeks"),
        ({"profile": Profile(screened="2999-01-01")}, "answered in the last four weeks"),
        ({"profile": Profile(screened=TODAY, gentle=True)}, "gentle"),
    ],
)
def test_who_may_ask_for_it(changes: dict[str, object], reason: str) -> None:
    """Somebody who is there, answered lately, and has pressed before."""
    found = refusal_of(ASKED._replace(**changes))  # type: ignore[arg-type]
    assert reason in found
    assert bool(reason) == bool(found)


def test_a_pack_brings_no_firm_pressure(tmp_path: Path, bundled: Sources, library: CompiledLibrary) -> None:
    """A copy of LI4 under another code, or LI4 itself laid over, is pressed as everything else."""
    point = msgspec.to_builtins(bundled.records["points"]["LI4"].record)
    for code in ("LI4", "EX-Mine"):
        pack = tmp_path / f"{code.lower()}.yaml"
        short = point["short"] if code == "LI4" else "hand: a place of my own beside the bulge"
        pack.write_bytes(msgspec.json.encode({"points": [{**point, "code": code, "short": short}]}))
        together = from_bytes(compile_with_packs(library, [pack]))
        assert together.points[code].firm == ()


def test_the_words_of_a_firm_hold(library: CompiledLibrary) -> None:
    """What is said at the place names the ache and its most."""
    made = prepare(Request(codes=("ST36",), wishes=PlanOptions(firm=True)), library, Profile(), today=TODAY)
    assert made.plan is not None
    said = " ".join(first_sentences(made.plan.steps[0], number=1, of=1))
    assert "a good ache, 4 of 10 at most" in said.lower()
    lighter = msgspec.structs.replace(made.plan.steps[0], pressure=2)
    assert "4 of 10" not in " ".join(first_sentences(lighter, number=1, of=1))
