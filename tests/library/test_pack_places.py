"""Places of packs: whatever name a guarded place is given, its cautions come with it."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from acucli.guide import Request, prepare
from acucli.library.compiled import CompiledLibrary, from_bytes
from acucli.library.packs import check_pack, compile_with_packs
from acucli.library.source import Sources
from acucli.library.written_records import written_in
from acucli.model.practice import Profile, ProfileAnswer
from acucli.safety.judge import Judge

TODAY = "2026-11-20"
MINE = {"pinyin": "Mine", "plain": "Mine", "traditional": "我穴", "simplified": "我穴", "english": "Point Of Mine"}
ELSEWHERE = {"where": "On the outer upper arm, four fingers over the elbow.", "find": "Slide up from the elbow.",
             "by_touch": "Slide up from the elbow to the soft place."}  # fmt: skip


def record(bundled: Sources, shelf: str, key: str, /, **changes: Any) -> dict[str, Any]:
    """Return a bundled record as plain values with changes; a value of None takes the field away."""
    value = {**msgspec.to_builtins(bundled.shelf(shelf)[key]), **changes}
    return {field: item for field, item in value.items() if item is not None}


def written(tmp_path: Path, **shelves: list[dict[str, Any]]) -> Path:
    """Write a pack (JSON is YAML) and return its path."""
    path = tmp_path / "mine.yaml"
    path.write_bytes(msgspec.json.encode(shelves))
    return path


def laid_over(library: CompiledLibrary, pack: Path) -> CompiledLibrary:
    """Return the library with a pack that passes its check."""
    assert [str(problem) for problem in check_pack(written_in(library), pack)[0]] == []
    return from_bytes(compile_with_packs(library, [pack]))


def who(answer: str) -> Profile:
    """Return the profile of one answer."""
    return Profile(answers=(ProfileAnswer(slug=answer, given=TODAY, region="named"),))


NAMES = {"pinyin": "Hégǔ", "plain": "Hegu", "traditional": "合谷", "simplified": "合谷", "english": "Mine Alone"}


@pytest.mark.parametrize(
    "changes",
    [
        {"names": MINE},
        {"names": MINE, "places": None},
        {"names": MINE, "places": None, "where": "Mine.", "by_touch": "Mine."},
        {"names": MINE, **ELSEWHERE},
        {"names": NAMES, "places": None, **ELSEWHERE},
        {"names": {**MINE, "aliases": ["he-gu"]}, "places": None, **ELSEWHERE},
        {"names": {**MINE, "codes": ["LI-4"]}, "places": None, **ELSEWHERE},
        {"names": {**MINE, "english": "Joining Valley"}, "places": None, **ELSEWHERE},
        {"names": MINE, "places": None, **ELSEWHERE, "find": "Press LI 4, as everybody does."},
        {"names": MINE, "places": None, **ELSEWHERE, "by_touch": "Feel for 合谷."},
        {"names": MINE, "places": None, **ELSEWHERE, "short": "the bulge called Hegu"},
    ],
    ids=[
        "copied",
        "no-picture",
        "one-text",
        "picture-alone",
        "names",
        "alias",
        "code",
        "english",
        "told",
        "hanzi",
        "line",
    ],
)
def test_a_guarded_point_under_another_code_keeps_its_cautions(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path, changes: dict[str, Any]
) -> None:
    """LI4 copied: by its picture, its description, its names or its words it is LI4 for somebody pregnant."""
    point = record(bundled, "points", "LI4", code="EX-Mine", cautions=None, **{"short": None, **changes})
    together = laid_over(library, written(tmp_path, points=[point]))
    assert Judge(together, who("pregnant"), today=TODAY).point("EX-Mine").action == "left_out"
    assert prepare(Request(codes=("EX-Mine",)), together, who("pregnant"), today=TODAY).plan is None
    assert prepare(Request(codes=("EX-Mine",)), together, Profile(), today=TODAY).plan is not None


def test_a_place_of_its_own_inherits_nothing(bundled: Sources, library: CompiledLibrary, tmp_path: Path) -> None:
    """A point far from every guarded one, described in words of its own, stays as it was written."""
    changes = {"names": MINE, "cautions": None, "places": None, "short": None, **ELSEWHERE}
    point = record(bundled, "points", "TE12", code="EX-Mine", **changes)
    together = laid_over(library, written(tmp_path, points=[point]))
    by_code = [rule.id for rule in together.cautions.values() if "EX-Mine" in rule.points]
    assert by_code == []
    assert together.points["EX-Mine"].regions == together.points["TE12"].regions


@pytest.mark.parametrize("field", ["short", "where", "find", "by_touch", "places"])
def test_a_bundled_point_stays_where_it_is(bundled: Sources, tmp_path: Path, field: str) -> None:
    """LI3 with the description of LI4 would lead the hand to LI4 under a name that no caution knows."""
    moved = record(bundled, "points", "LI3", **{field: record(bundled, "points", "LI4")[field]})
    found, _ = check_pack(bundled, written(tmp_path, points=[moved]))
    assert ("K003", field) in {(problem.code, problem.field) for problem in found}


def test_a_bundled_point_keeps_its_line_where_a_pack_gives_none(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path
) -> None:
    """Packs of earlier versions have no lines in lay words."""
    older = record(bundled, "points", "LI10", short=None, note="Mine.")
    together = laid_over(library, written(tmp_path, points=[older]))
    assert together.points["LI10"].note == "Mine."
    assert together.points["LI10"].short == bundled.shelf("points")["LI10"].short


def test_a_bundled_point_that_takes_a_guarded_name_is_guarded(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path
) -> None:
    """Who asks for Hegu gets LI4's cautions, whichever point answers to the name."""
    renamed = record(bundled, "points", "LI3", names={**record(bundled, "points", "LI3")["names"], "aliases": ["Hegu"]})
    together = laid_over(library, written(tmp_path, points=[renamed]))
    assert Judge(together, who("pregnant"), today=TODAY).point("LI3").action == "left_out"


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"name": "Thumb web (Hegu)", "points": []}, "pregnant"),
        ({"where": "The web at LI4.", "points": []}, "pregnant"),
        ({"name": "Lower belly", "regions": ["hand"], "points": []}, "pregnant"),
        ({"where": "Below the navel.", "regions": ["hand"], "points": []}, "pregnant"),
    ],
)
def test_an_area_holds_what_it_speaks_of(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path, changes: dict[str, Any], answer: str
) -> None:
    """The points and regions that an area names are in it."""
    area = record(bundled, "areas", "calves", slug="mine", limb="none", techniques=["press"],
                  **{"name": "Mine", "regions": ["hand"], **changes})  # fmt: skip
    together = laid_over(library, written(tmp_path, areas=[area]))
    assert Judge(together, who(answer), today=TODAY).area("mine").action == "left_out"


STEP = {"point": "LI10", "side": "both", "seconds": 40}
ROUTINE = {"slug": "mine", "name": "My own", "for": ["stress"], "level": "gentle", "target_minutes": 2,
           "positions": ["seated"], "steps": [STEP]}  # fmt: skip


@pytest.mark.parametrize(
    "shelves",
    [
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Now press LI4, hard."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Then to the Hé Gǔ."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Then l.i.4 as well."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "再按合谷。"}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Then Large Intestine 4."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Then Di 4, hard."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Dann Dickdarm 4."}]}]},
        {"routines": [{**ROUTINE, "steps": [{**STEP, "words": "Then LI04 and li-04."}]}]},
        {"routines": [{**ROUTINE, "close": ["Press SP 6 to end."]}]},
        {"routines": [{**ROUTINE, "name": "Hegu for all"}]},
        {
            "breathing": [
                {"slug": "mine", "name": "Mine", "summary": "Breathe, and press Sanyinjiao.", "caution": "None."}
            ]
        },
    ],
)
def test_words_that_send_the_hand_to_a_guarded_point_are_a_problem(
    bundled: Sources, tmp_path: Path, shelves: dict[str, Any]
) -> None:
    """What is said aloud is judged by nobody: it may name the point of its step, and no other that has cautions."""
    found, _ = check_pack(bundled, written(tmp_path, **shelves))
    assert "K005" in {problem.code for problem in found}


@pytest.mark.parametrize(
    "words", ["Beside the bone T12.", "Level with C7.", "Hold for 04 breaths.", "Large, and 4 of 10."]
)
def test_what_only_looks_like_a_point_is_none(bundled: Sources, tmp_path: Path, words: str) -> None:
    """Bones and numbers."""
    found, _ = check_pack(bundled, written(tmp_path, routines=[{**ROUTINE, "steps": [{**STEP, "words": words}]}]))
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("field", ["where", "find", "by_touch", "confirm", "position", "feel", "stop_if"])
def test_a_point_whose_words_send_the_hand_elsewhere_is_guarded_as_that_place(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path, field: str
) -> None:
    """Whichever of its words names the guarded point."""
    mine = {"code": "EX-Mine", "names": MINE, "places": None, "cautions": None, "short": None}
    point = record(bundled, "points", "LI10", **mine, **ELSEWHERE)
    point[field] = "Go to Large Intestine 4 and press there instead."
    laid = laid_over(library, written(tmp_path, points=[point]))
    assert Judge(laid, who("pregnant"), today=TODAY).point("EX-Mine").action == "left_out"


def test_words_may_name_the_point_of_their_step(bundled: Sources, tmp_path: Path) -> None:
    """And points without a caution."""
    steps = [{"point": "LI4", "side": "both", "seconds": 40, "words": "Hegu: press toward the bone."},
             {**STEP, "words": "Three fingers below LI11, on LI10."}]  # fmt: skip
    found, _ = check_pack(bundled, written(tmp_path, routines=[{**ROUTINE, "steps": steps[:1]}]))
    assert [str(problem) for problem in found] == []


def smuggled(bundled: Sources, code: str, random_: random.Random) -> dict[str, Any]:
    """Return a guarded point under another code, most of what tells it apart taken away or replaced."""
    hidden: dict[str, Any] = {
        "names": MINE,
        "cautions": None,
        "limit": None,
        "short": None,
        "tissue": None,
        "also_regions": None,
    }
    point = record(bundled, "points", code)
    kept = random_.choice(["places", "where", "find", "names"])
    changes = {**hidden, **({} if kept == "places" else {"places": None})}
    for field, text in ELSEWHERE.items():
        changes.update({} if kept == field else {field: text})
    if kept == "names":
        changes["names"] = {**MINE, "aliases": [point["names"]["plain"]]}
    changes["press_region"] = random_.choice([point["press_region"], "hand", "forearm"])
    press = {"hand": "opposite", "digit": "thumb", "direction": "straight in"}
    hold = {"least_seconds": 30, "usual_seconds": 60, "most_seconds": 90}
    return {**record(bundled, "points", code, **changes), "code": f"EX-Mine{code.replace('-', '')}", "press": press,
            "hold": hold, "reach": ["self"]}  # fmt: skip


@pytest.mark.long
def test_no_pack_that_passes_its_check_makes_a_guarded_place_pressable(
    bundled: Sources, library: CompiledLibrary, tmp_path: Path
) -> None:
    """For any single answer: what is left out at a guarded point is left out at every place smuggled over it."""
    random_ = random.Random(20261130)
    listed = sorted({code for item in bundled.all("cautions") for code in item.record.points})
    chosen = [code for code in listed if code in bundled.records["points"] and not code.startswith("EAR")]
    tried = {code: smuggled(bundled, code, random_) for code in random_.sample(chosen, 60)}
    good = {}
    for code, point in tried.items():
        if not check_pack(bundled, written(tmp_path, points=[point]))[0]:
            good[code] = point
    assert len(good) > 20
    together = laid_over(library, written(tmp_path, points=list(good.values())))
    for answer, (code, point) in itertools.product(together.questions, good.items()):
        judge = Judge(together, who(answer), today=TODAY)
        by_code = [rule for rule in judge.rules if code in rule.points and rule.caution.action == "block"]
        if by_code and judge.point(code).action == "left_out":
            assert judge.point(point["code"]).action == "left_out", (answer, code)
