"""Packs: they may add and guard more, never guard less; what they would break elsewhere is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from acucli.errors import LibraryInvalid
from acucli.library import packs as laying
from acucli.library.compiled import CompiledLibrary, from_bytes
from acucli.library.packs import check_pack, compile_with_packs
from acucli.library.problems import Problem
from acucli.library.source import Sources
from acucli.library.written_records import written_in
from acucli.lookup import interpret
from acucli.lookup.decoded_indexes import phrases_elsewhere


def record(bundled: Sources, shelf: str, name: str, **changes: Any) -> dict[str, Any]:
    """Return a bundled record as plain values with changes; a value of None takes the field away."""
    value = {**msgspec.to_builtins(bundled.shelf(shelf)[name]), **changes}
    return {field: item for field, item in value.items() if item is not None}


def pack(tmp_path: Path, name: str = "mine.yaml", **shelves: list[dict[str, Any]]) -> Path:
    """Write a pack (JSON is YAML) and return its path."""
    path = tmp_path / name
    path.write_bytes(msgspec.json.encode(shelves))
    return path


def codes(problems: list[Problem]) -> set[str]:
    """Return the codes of the problems."""
    return {problem.code for problem in problems}


@pytest.mark.parametrize(
    "code", ["li4", "ZZ9", "LI", "LI0", "LI04", "ＬＩ４", "LI4 ", "EX-", "EX-A b", "ex-HN3", "EAR-é"]
)
def test_a_points_code_is_a_meridian_and_number_or_an_extra_name(bundled: Sources, tmp_path: Path, code: str) -> None:
    """Cautions name points by code: another spelling of LI4 would slip past all of them."""
    found, _ = check_pack(bundled, pack(tmp_path, points=[record(bundled, "points", "LI4", code=code)]))
    assert {"P014", "R006"} & codes(found), [str(problem) for problem in found]


def test_an_extra_point_of_ones_own_is_welcome(bundled: Sources, tmp_path: Path) -> None:
    """A name of one's own behind EX- is what packs are for."""
    mine = pack(tmp_path, points=[record(bundled, "points", "LI10", code="EX-Mine", cautions=None, short=None)])
    assert check_pack(bundled, mine)[0] == []


def test_no_two_codes_are_the_same_but_for_capitals(bundled: Sources, tmp_path: Path) -> None:
    """EX-ANMIAN would be EX-Anmian without its cautions."""
    mine = record(bundled, "points", "EX-Anmian", code="EX-ANMIAN", short=None)
    found, _ = check_pack(bundled, pack(tmp_path, points=[mine]))
    assert codes(found) == {"P015"}
    assert [problem.file for problem in found] == ["mine.yaml"]


def test_an_area_lies_somewhere(bundled: Sources, tmp_path: Path) -> None:
    """An area without regions would be touched by no caution."""
    found, _ = check_pack(bundled, pack(tmp_path, areas=[record(bundled, "areas", "calves", slug="mine", regions=[])]))
    assert "T012" in codes(found)


def test_a_new_area_lists_no_technique_that_is_never_used_there(bundled: Sources, tmp_path: Path) -> None:
    """What an area lists beats the technique's own `not_on`: only the project may say so."""
    eyes = record(bundled, "areas", "calves", slug="mine", regions=["eye"], techniques=["press", "percuss"], points=[])
    found, _ = check_pack(bundled, pack(tmp_path, areas=[eyes]))
    assert [(problem.code, problem.field) for problem in found] == [("K004", "techniques.1")]


def test_the_points_of_an_area_count_as_its_place(bundled: Sources, tmp_path: Path) -> None:
    """An area on the calves that names a point of the throat."""
    throat = record(bundled, "areas", "calves", slug="mine", techniques=["press"], points=["ST9"])
    assert "K004" in codes(check_pack(bundled, pack(tmp_path, areas=[throat]))[0])


def test_a_replaced_area_gains_no_region_its_techniques_never_touch(bundled: Sources, tmp_path: Path) -> None:
    """What is bundled stays good; what is added is looked at."""
    old = bundled.shelf("areas")["calves"]
    same = pack(tmp_path, areas=[record(bundled, "areas", "calves")])
    assert check_pack(bundled, same)[0] == []
    wider = record(bundled, "areas", "calves", regions=[*old.regions, "throat-front"])
    assert "K004" in codes(check_pack(bundled, pack(tmp_path, areas=[wider]))[0])


BOX = [{"do": "in", "seconds": 4, "through": "nose"}, {"do": "hold", "seconds": 4}]


@pytest.mark.parametrize(
    ("slug", "changes", "field"),
    [
        ("four-seven-eight", {"max_cycles": None}, "max_cycles"),
        ("four-seven-eight", {"max_cycles": 5}, "max_cycles"),
        ("four-seven-eight", {"max_minutes": None}, "max_minutes"),
        ("four-seven-eight", {"max_minutes": 4.0}, "max_minutes"),
        ("four-seven-eight", {"no_holds_ok": True}, "no_holds_ok"),
        ("four-seven-eight", {"stand_in": "box"}, "stand_in"),
        ("four-seven-eight", {"stand_in": None}, "stand_in"),
        ("count-to-five", {"phases": BOX}, "phases"),
        ("box", {"phases": [{"do": "in", "seconds": 4}, {"do": "hold", "seconds": 9}]}, "phases"),
    ],
)
def test_a_breathing_pattern_keeps_its_caps(
    bundled: Sources, tmp_path: Path, slug: str, changes: dict[str, Any], field: str
) -> None:
    """Caps only shrink, and no breath is held that was not held before."""
    slug = {"four-seven-eight": _with_cycles(bundled), "box": _with_hold(bundled)}.get(slug, slug)
    found, _ = check_pack(bundled, pack(tmp_path, breathing=[record(bundled, "breathing", slug, **changes)]))
    assert ("K003", field) in {(problem.code, problem.field) for problem in found}


def _with_cycles(bundled: Sources) -> str:
    return next(slug for slug, item in bundled.shelf("breathing").items() if item.max_cycles)


def _with_hold(bundled: Sources) -> str:
    return next(slug for slug, item in bundled.shelf("breathing").items() if item.has_hold and not item.max_cycles)


def test_a_breathing_pattern_can_be_made_stricter(bundled: Sources, tmp_path: Path) -> None:
    """Fewer rounds and shorter holds are welcome."""
    slug = _with_cycles(bundled)
    shorter = [
        {**phase, "seconds": 3} if phase["do"] == "hold" else phase
        for phase in record(bundled, "breathing", slug)["phases"]
    ]
    stricter = record(bundled, "breathing", slug, max_cycles=2, max_minutes=0.6, phases=shorter)
    assert check_pack(bundled, pack(tmp_path, breathing=[stricter]))[0] == []


@pytest.mark.parametrize(
    ("name", "changes", "field"),
    [("TE5", {"press": 3}, "press"), ("BL23", {"reach": ["self", "tool", "partner"]}, "reach")],
)
def test_a_replaced_point_gains_no_pressure_and_no_reach(
    bundled: Sources, tmp_path: Path, name: str, changes: dict[str, Any], field: str
) -> None:
    """Harder, or by a hand or tool that was not meant for it, is less safe."""
    points = bundled.shelf("points")
    if field == "press":
        name = next(code for code, item in points.items() if item.press and item.press.pressure == 2)
        changes = {"press": {**msgspec.to_builtins(points[name].press), "pressure": 3}}
    else:
        name = next(code for code, item in points.items() if item.pressable and len(item.reach) < 3)
    found, _ = check_pack(bundled, pack(tmp_path, points=[record(bundled, "points", name, **changes)]))
    assert ("K003", field) in {(problem.code, problem.field) for problem in found}


@pytest.mark.parametrize("region", ["named", "whole-body"])
def test_nothing_lies_in_a_pseudo_region(bundled: Sources, tmp_path: Path, region: str) -> None:
    """`named` and `whole-body` are words of cautions, no places: what lay there would be touched by none."""
    point = record(bundled, "points", "LI10", code="EX-Mine", press_region=region)
    assert "P007" in codes(check_pack(bundled, pack(tmp_path, points=[point]))[0])
    area = record(bundled, "areas", "calves", slug="mine", regions=[region])
    assert "T009" in codes(check_pack(bundled, pack(tmp_path, areas=[area]))[0])


STEP = {"point": "LI10", "side": "both", "seconds": 40}


def routine(**changes: Any) -> dict[str, Any]:
    """Return a routine of one step."""
    kept = {"slug": "mine", "name": "My own", "for": ["stress"], "level": "gentle", "target_minutes": 2}
    return {**kept, "positions": ["seated"], "steps": [STEP], **changes}


@pytest.mark.parametrize(
    "changes",
    [
        {"steps": [{**STEP, "seconds": -5}]},
        {"steps": [{**STEP, "seconds": 0}]},
        {"steps": [{"area": "calves", "technique": "rub", "side": "both", "seconds": 9999}]},
        {"steps": [{**STEP, "rounds": 0}]},
        {"steps": [{**STEP, "rounds": 1000}]},
        {"target_minutes": -1},
        {"target_minutes": 600},
    ],
)
def test_absurd_numbers_of_a_routine_are_named(bundled: Sources, tmp_path: Path, changes: dict[str, Any]) -> None:
    """Seconds, rounds and minutes have a least and a most, and the sentence says both."""
    found, _ = check_pack(bundled, pack(tmp_path, routines=[routine(**changes)]))
    assert "T013" in codes(found)
    assert all(" to " in problem.reason for problem in found if problem.code == "T013")


@pytest.mark.parametrize(
    ("shelf", "name", "changes", "code"),
    [
        ("points", "LI10", {"hold": {"least_seconds": -30, "usual_seconds": 30, "most_seconds": 60}}, "P002"),
        ("points", "LI10", {"hold": {"least_seconds": 0, "usual_seconds": 0, "most_seconds": 0}}, "P002"),
        ("points", "LI10", {"sites": 0}, "P016"),
        ("points", "LI10", {"sites": 5000}, "P016"),
        ("techniques", "rub", {"usual_seconds": -1}, "T013"),
        ("techniques", "rub", {"usual_seconds": 100000}, "T013"),
        ("techniques", "rub", {"rhythm": -60}, "T013"),
        ("techniques", "rub", {"strokes": 0}, "T013"),
        ("breathing", "count-to-five", {"phases": [{"do": "in", "seconds": -5}]}, "T013"),
        ("breathing", "count-to-five", {"phases": [{"do": "in", "seconds": 0}]}, "T013"),
        ("breathing", "count-to-five", {"phases": [{"do": "out", "seconds": 500}]}, "T013"),
        ("breathing", "count-to-five", {"phases": [{"do": "hold", "seconds": 30}]}, "T013"),
        ("breathing", "count-to-five", {"max_cycles": 0}, "T013"),
        ("breathing", "count-to-five", {"max_minutes": -2}, "T013"),
    ],
)
def test_absurd_numbers_of_other_records_are_named(
    bundled: Sources, tmp_path: Path, shelf: str, name: str, changes: dict[str, Any], code: str
) -> None:
    """No hold, stroke or breath of no or of endless time."""
    mine = pack(tmp_path, **{shelf: [record(bundled, shelf, name, **changes)]})
    assert code in codes(check_pack(bundled, mine)[0])


@pytest.mark.parametrize("changes", [{"max_seconds": 0}, {"max_seconds": -5}, {"max_seconds_per_day": 0}])
def test_a_cautions_cap_is_a_number_of_seconds(bundled: Sources, tmp_path: Path, changes: dict[str, Any]) -> None:
    """Nought would be taken for no cap at all."""
    mine = record(bundled, "cautions", "hernia-stoma", id="mine", **changes)
    assert "S008" in codes(check_pack(bundled, pack(tmp_path, cautions=[mine]))[0])


def test_breathing_patterns_that_lead_back_to_themselves_are_named(bundled: Sources, tmp_path: Path) -> None:
    """A then B then A would never end; so would one whose stand-in leads back."""
    one = record(bundled, "breathing", "count-to-five", slug="one", then="two", max_minutes=1)
    two = record(bundled, "breathing", "count-to-five", slug="two", then="one", max_minutes=1)
    found, _ = check_pack(bundled, pack(tmp_path, breathing=[one, two]))
    assert [(problem.code, problem.record) for problem in found] == [("T014", "one"), ("T014", "two")]
    alone = record(bundled, "breathing", "count-to-five", then="count-to-five", max_minutes=1)
    assert codes(check_pack(bundled, pack(tmp_path, breathing=[alone]))[0]) == {"T014"}
    held = record(bundled, "breathing", _with_hold(bundled), slug="held", then="", stand_in="back")
    back = record(bundled, "breathing", "count-to-five", slug="back", then="held", max_minutes=1)
    assert "T014" in codes(check_pack(bundled, pack(tmp_path, breathing=[held, back]))[0])


def avoided(bundled: Sources, code: str) -> dict[str, Any]:
    """Return a bundled point that is never pressed any more."""
    return record(bundled, "points", code, press=None, both_at_once="never", hold=None,
                  limit={"level": "avoid", "reason": "Mine was operated on."})  # fmt: skip


def test_a_point_made_stricter_breaks_nothing(bundled: Sources, tmp_path: Path) -> None:
    """Bundled routines and conditions keep it: the judge leaves the step out, or shortens it."""
    mine = pack(tmp_path, points=[avoided(bundled, "LI4")])
    assert check_pack(bundled, mine)[0] == []
    brief = record(bundled, "points", "PC6", hold={"least_seconds": 5, "usual_seconds": 10, "most_seconds": 15})
    light = record(bundled, "points", "LI10", limit={"level": "light", "reason": "Mine hurts."},
                   press={**record(bundled, "points", "LI10")["press"], "pressure": 1},
                   hold={"least_seconds": 5, "usual_seconds": 10, "most_seconds": 15})  # fmt: skip
    assert check_pack(bundled, pack(tmp_path, points=[brief, light]))[0] == []


def test_a_pack_that_presses_its_own_avoided_point_is_named(bundled: Sources, tmp_path: Path) -> None:
    """Only what others wrote before is let pass."""
    steps = [{"point": "LI4", "side": "both", "seconds": 40}]
    mine = pack(tmp_path, points=[avoided(bundled, "LI4")], routines=[routine(steps=steps)])
    assert [(problem.code, problem.file) for problem in check_pack(bundled, mine)[0]] == [("T007", "mine.yaml")]


def test_what_a_pack_breaks_elsewhere_is_named(bundled: Sources, tmp_path: Path) -> None:
    """A point that moves to the midline makes bundled routines wrong: check says so, not every command later."""
    mine = pack(tmp_path, points=[record(bundled, "points", "LI4", sides="midline")])
    found, _ = check_pack(bundled, mine)
    assert "T011" in codes(found)
    assert any(problem.file.startswith("data/") for problem in found)


def test_a_stricter_pack_compiles_with_another_that_uses_the_point(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path
) -> None:
    """Whichever comes first: the one was good by itself, the other only guards more."""
    steps = [{"point": "LI4", "side": "both", "seconds": 40}]
    uses = pack(tmp_path, "a.yaml", routines=[routine(steps=steps)])
    strict = pack(tmp_path, "b.yaml", points=[avoided(bundled, "LI4")])
    together = from_bytes(compile_with_packs(library, [uses, strict]))
    assert not together.points["LI4"].pressable
    assert "mine" in together.routines


def test_a_broken_added_pack_says_how_to_take_it_away(library: CompiledLibrary, tmp_path: Path) -> None:
    """Every command meets it: the hint names the one that helps."""
    good = pack(tmp_path, "good.yaml", routines=[routine(slug="good")])
    bad = pack(tmp_path, "bad.yaml", routines=[routine(steps=[{**STEP, "point": "LI99"}])])
    with pytest.raises(LibraryInvalid) as caught:
        compile_with_packs(library, [bad, good])
    assert "acu pack remove bad" in caught.value.hint
    assert "acu pack remove good" not in caught.value.hint
    assert [problem.code for problem in caught.value.problems] == ["T001"]


def test_a_pack_that_is_only_tried_is_not_to_be_removed(library: CompiledLibrary, tmp_path: Path) -> None:
    """It is not in use yet; mend it."""
    bad = pack(tmp_path, "bad.yaml", routines=[routine(steps=[{**STEP, "point": "LI99"}])])
    with pytest.raises(LibraryInvalid) as caught:
        compile_with_packs(library, [bad], tried=bad)
    assert "remove" not in caught.value.hint


@pytest.mark.parametrize(("broken", "times"), [(False, 1), (True, 3)], ids=["all good", "one broken"])
def test_good_packs_are_laid_over_once_and_one_by_one_only_around_a_broken_one(
    library: CompiledLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bool, times: int
) -> None:
    """What the places of many packs inherit is worked out once; around a broken pack the others are still used."""
    counted: list[int] = []
    inherited = laying.with_inherited

    def counting(merged: Sources, touched: Any, base: Sources) -> None:
        counted.append(1)
        inherited(merged, touched, base)

    monkeypatch.setattr(laying, "with_inherited", counting)
    bundled = written_in(library)
    routines = [record(bundled, "routines", "stress", slug=f"mine-{number}") for number in range(3)]
    packs = [pack(tmp_path, f"{number}.yaml", routines=[made]) for number, made in enumerate(routines)]
    if broken:
        packs.insert(1, tmp_path / "0a.yaml")
        packs[1].write_text("routines:\n  - slug: [\n", encoding="utf-8")
    together = from_bytes(laying.compile_around_broken(library, packs))
    assert {made["slug"] for made in routines} <= set(together.routines)
    assert [note.split(" is not used")[0] for note in together.notes] == (["the pack 0a"] if broken else [])
    assert len(counted) == times


def test_a_language_of_a_pack_raises_the_signs_of_every_language(library: CompiledLibrary, tmp_path: Path) -> None:
    """Its own words make the classes that signs are written with; those of the bundled languages stay."""
    words = {"headache": ["huvudvärk"], "sudden": ["plötslig"], "severe": ["våldsam"]}
    swedish = {"language": "sv", "name": "Svenska", "denial": {"before": ["ingen"]}, "classes": words,
               "conditions": {"headache": ["huvudvärk"]}}  # fmt: skip
    together = from_bytes(compile_with_packs(library, [pack(tmp_path, lexicons=[swedish])]))
    warned = {flag.id for flag in interpret("plötslig våldsam huvudvärk", together).red_flags}
    assert "headache-emergency" in warned
    assert not interpret("plötslig våldsam huvudvärk", library).red_flags
    assert interpret("dolor de pecho", together).red_flags == interpret("dolor de pecho", library).red_flags
    assert "\nhuvudvark\n" in phrases_elsewhere(together)
    assert phrases_elsewhere(library).strip().split("\n")[0] in phrases_elsewhere(together)
