"""Every bundled point against the facts carried in from the standards."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from acucli.model.points import Point
from tests.bundled.carried import ids, keyed

CHANNELS = {
    "LU": 11, "LI": 20, "ST": 45, "SP": 21, "HT": 9, "SI": 19, "BL": 67, "KI": 27, "PC": 9, "TE": 23, "GB": 44,
    "LR": 14, "GV": 28, "CV": 24,
}  # fmt: skip
"""How many points the standard gives each channel; extra and ear points may be added at any time."""
EXTRA = {"HN": 15, "CA": 1, "B": 9, "UE": 11, "LE": 12}
NADA = ("EAR-AH6a", "EAR-TF4", "EAR-CO10", "EAR-CO12", "EAR-CO14")
HALF_MINUTE = ("TE17", "GB12", "EX-HN14", "EX-Anmian")
SIDES = {"yes": "midline", "mixed": "midline", "no": "both", "left only": "left", "right only": "right"}
SIGNS = {
    "artery": r"\bbeat|\bpuls|\bthrob",
    "nerve": r"electric|numb|tingl|shoot|\brun(?:s|ning)? (?:down|along|round|up|into|toward)",
    "eye": r"\beye|\bsight|\bvision",
    "airway": r"breath|cough|chok|swallow",
    "vein": r"\bvein|\bbulg|\bbeat|\bpuls",
}
"""What `stop_if` must name by the tissue that lies under the finger."""

_CUN = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(?=(?: (?:to|or) \d+(?:\.\d+)?)? cun)")

FINGERS = (
    ("twice four fingers", 6), ("four fingers and a thumb", 4), ("four and three fingers", 5),
    ("three fingers and half a thumb", 2.5), ("a thumb and two fingers", 2.5), ("half a thumb", 0.5),
    ("five fingers", 3.5), ("four fingers", 3), ("three fingers", 2), ("two fingers", 1.5), ("a thumb", 1),
)  # fmt: skip
"""Breadths of one's own fingers in cun, longest words first."""

each_point = pytest.mark.parametrize("code", ids("points"))
each_carried_point = pytest.mark.parametrize("code", [code for code in ids("points") if code in keyed("points")])


def facts(code: str) -> dict[str, str]:
    return keyed("points")[code]


@each_carried_point
def test_point_is_named_as_in_the_standards(library, code):
    """Code, toned and plain spelling, both scripts and the English name are those of the standard."""
    names, row = library.points[code].names, facts(code)
    assert (names.pinyin, names.plain) == (row["pinyin"], row["plain"])
    assert (names.traditional, names.simplified) == (row["traditional"], row["simplified"])
    assert names.english == row["english"]
    assert not set(names.aliases) & {names.pinyin, names.plain, names.traditional, names.simplified, names.english}


CLASSES_ADDED = {"coupled", "group-luo", "leg-yin-crossing"}
"""Classes that the table does not have; docs/evidence.md names where they were read."""


@each_carried_point
def test_point_lies_in_the_regions_and_tissue_of_the_table(library, code):
    """Cautions are computed from region, limb and tissue: none may differ from the table."""
    point, row = library.points[code], facts(code)
    assert [point.press_region, *point.also_regions] == row["press_region"].split()
    assert (point.limb, list(point.tissue), point.surface) == (row["limb"], row["tissue"].split(), row["surface"])
    classes = [name.replace(" ", "_") for name in point.classes if name.partition("(")[0] not in CLASSES_ADDED]
    assert classes == row["classes"].split()


@each_carried_point
def test_point_has_the_limits_and_sides_of_the_table(library, code):
    """Limit, reach, sides, sites and both-at-once are as decided; a limit has its reason."""
    point, row = library.points[code], facts(code)
    assert point.limit.level == row["limit"]
    assert point.limit.level == "none" or point.limit.reason
    assert point.reach[0] == row["reach"]
    assert (point.sides, point.sites) == (SIDES[row["midline"]], int(row["sites"]))
    assert point.both_at_once == _at_once(row)


def _at_once(row: dict[str, str]) -> str:
    if row["limit"] == "avoid":
        return "never"
    return "no" if SIDES[row["midline"]] == "midline" else row["both_at_once"]


@each_carried_point
def test_every_distance_of_the_place_is_the_references(library, code):
    """`where` names every distance of the standard outside brackets, and none that the standard has not."""
    point, row = library.points[code], facts(code)
    must, may = _numbers(row["cun"].split()), _numbers(row["cun_in_brackets"].split())
    said = _numbers(_CUN.findall(point.where))
    assert said <= must | may, f"invented: {said - must - may}"
    assert must <= said, f"not said: {must - said}"
    if point.measure is not None:
        assert point.measure.cun in must | may


def _numbers(found: list[str]) -> set[float]:
    return {float(number) for number in found}


@each_point
def test_point_never_pressed_says_only_where_it_is(library, code):
    """A point marked avoid has no press, no hold to keep and something to press instead; all others have all."""
    point: Point = library.points[code]
    assert point.pressable == (point.press is not None)
    assert bool(point.where and point.find and point.by_touch and point.not_here)
    if point.pressable:
        assert point.confirm
        assert point.position
        assert point.feel
        assert point.stop_if
        assert point.press.direction
    else:
        assert point.instead
        assert not point.settings


@each_point
def test_what_is_pressed_instead_can_be_pressed(library, code):
    """`instead` names points that are pressable with one's own hands, and never the point itself."""
    point: Point = library.points[code]
    for other in point.instead:
        assert other != code
        assert library.points[other].pressable
        assert "self" in library.points[other].reach


@each_point
def test_point_out_of_reach_says_so_and_names_another(library, code):
    """Whoever cannot reach it alone reads how it is reached and what is pressed instead."""
    point: Point = library.points[code]
    if point.pressable and "self" not in point.reach:
        assert re.search(r"ball|stick|bud|partner|helper|person|somebody|someone|reach", point.reach_note)
        assert point.instead
    else:
        assert not point.reach_note or point.instead or "self" in point.reach


@each_point
def test_stop_sign_of_the_tissue_is_named(library, code):
    """Over an artery, nerve, vein, at the eye and airway, the sign to let go is that of the tissue."""
    point: Point = library.points[code]
    if point.pressable:
        for tissue in set(point.tissue) & set(SIGNS):
            assert re.search(SIGNS[tissue], point.stop_if), f"{tissue}: {point.stop_if}"
        assert not re.search(r"tingl|electric|numb|shoot", point.feel)


@each_point
def test_point_is_found_by_touch_alone(library, code):
    """The words for blind people never ask to look."""
    assert not re.search(r"\b(look|see|seen|visible|watch|mirror)\b", library.points[code].by_touch.lower())


@each_point
def test_line_in_lay_words_has_the_distances_of_the_place(library, code):
    """Fingers in the short line are cun of the place, or are measured in that way where it tells how to find it."""
    point: Point = library.points[code]
    cun = _numbers(_CUN.findall(point.where)) | ({point.measure.cun} if point.measure else set())
    told = f"{point.find} {point.by_touch} {point.confirm}"
    line = point.short
    for words, breadth in FINGERS:
        if words in line:
            line = line.replace(words, "")
            assert breadth in cun or words.removeprefix("a ") in told, words


@each_point
def test_line_in_lay_words_says_that_a_point_is_never_pressed(library, code):
    """A list shows the line alone, so it must not lead a finger to the throat or the eye."""
    point: Point = library.points[code]
    assert point.pressable == ("never pressed" not in point.short)
    assert point.short
    assert not point.short.endswith(".")


@each_point
def test_hold_keeps_within_the_limit(library, code):
    """Light and ear points are held a minute at most, those behind the ear half a minute, all others three."""
    point: Point = library.points[code]
    most = 30 if code in HALF_MINUTE else 60 if point.limit.level == "light" or point.meridian == "EAR" else 180
    if point.pressable:
        assert point.hold.least_seconds <= point.hold.usual_seconds <= point.hold.most_seconds <= most
        assert point.press.pressure == 1 or most == 180


@each_carried_point
def test_cautions_of_a_point_are_exactly_those_that_touch_it(library, code):
    """Computed from region, limb and code: every caution that touches it, and no other."""
    row = facts(code)
    touched = {*row["press_region"].split(), row["limb"]} - {"none"}
    wanted = {
        rule["id"]
        for rule in keyed("cautions").values()
        if code in rule["points"].split() or touched & set(rule["regions"].split())
    }
    assert set(library.points[code].cautions) == wanted


def test_the_codes_are_those_of_the_standards(library):
    """No point is missing, no channel has one too many, and the library counts what it has."""
    assert set(keyed("points")) <= set(library.points) == set(ids("points"))
    found = Counter(point.meridian for point in library.points.values())
    assert found == {name: meridian.points for name, meridian in library.meridians.items()}
    assert {name: found[name] for name in CHANNELS} == CHANNELS


@pytest.mark.parametrize("meridian", CHANNELS)
def test_meridian_is_whole_and_in_order(library, meridian):
    """A channel runs from 1 to its last number without a gap, and names its first and last point."""
    codes = [point.code for point in library.points.values() if point.meridian == meridian]
    assert codes == [f"{meridian}{number}" for number in range(1, CHANNELS[meridian] + 1)]
    assert (library.meridians[meridian].first, library.meridians[meridian].last) == (codes[0], codes[-1])


def test_the_extra_points_of_the_who_are_all_there(library):
    """The 48 with a number, by region; others have a name of their own."""
    numbered = [f"EX-{region}{n}" for region, count in EXTRA.items() for n in range(1, count + 1)]
    assert len(numbered) == 48
    assert set(numbered) <= set(library.points)


def test_the_five_ear_points_of_the_clinics_are_there(library):
    """The ear protocol can be shown as it is used."""
    assert set(NADA) <= set(library.points)


def test_pregnancy_block_is_carried_by_exactly_the_decided_list(library):
    """Core and region points of the tables, no more and no fewer; the minor ones carry the lighter rule."""
    rows = keyed("points").values()
    blocked = {row["code"] for row in rows if row["pregnancy"] in {"core", "region"}}
    minor = {row["code"] for row in rows if row["pregnancy"] == "minor"}
    carried = {point.code for point in library.points.values() if "pregnancy-points" in point.cautions}
    assert carried >= blocked == set(keyed("cautions")["pregnancy-points"]["points"].split())
    assert carried & set(keyed("points")) == blocked
    lighter = {point.code for point in library.points.values() if "pregnancy-minor" in point.cautions}
    assert lighter & set(keyed("points")) == minor


def test_front_and_side_of_the_neck_are_never_pressed(library):
    """Every point of the throat and the side of the neck is avoid and carries the caution."""
    for point in library.points.values():
        if point.regions & {"throat-front", "neck-side", "perineum"}:
            assert not point.pressable, point.code
        assert ("front-of-neck" in point.cautions) >= bool(point.regions & {"throat-front", "neck-side"}), point.code


def test_avoid_points_are_offered_nowhere(library):
    """No condition, routine, stand-in or other point sends anybody to a point that is never pressed."""
    avoid = {point.code for point in library.points.values() if not point.pressable}
    assert avoid >= {row["code"] for row in keyed("points").values() if row["limit"] == "avoid"}
    for condition in library.conditions.values():
        assert not avoid & {choice.code for choice in condition.points}, condition.slug
    for routine in library.routines.values():
        for step in routine.steps:
            assert not avoid & {step.point, *step.stand_in}, routine.slug
    for point in library.points.values():
        assert not avoid & set(point.instead), point.code


def test_arm_points_are_pressed_one_at_a_time_where_the_table_says_so(library):
    """The other hand presses: an arm point is never done on both sides at once."""
    for code, row in keyed("points").items():
        if row["both_at_once"] == "no":
            assert library.points[code].both_at_once in {"no", "never"}, code


def test_old_bladder_numbers_are_named(library):
    """A code from BL36 to BL54 may mean another point in older books: a note says so."""
    for number in range(36, 55):
        assert re.search(r"[Oo]lder .*books", library.points[f"BL{number}"].note), number


@pytest.mark.parametrize("code", ["LI19", "LI20", "PC8", "PC9", "GB30", "GV26"])
def test_disputed_places_are_shown_as_disputed(library, code):
    """Six points stay controversial in the standard itself."""
    assert library.points[code].disputed


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TE11", "清泠渊"), ("GB22", "淵液"), ("BL43", "膏肓俞"), ("BL58", "飛陽"), ("GV26", "Renzhong"),
        ("TE22", "和髎"), ("GV15", "啞門"), ("KI4", "大鐘"), ("BL60", "昆侖"), ("LI5", "陽溪"), ("ST42", "沖陽"),
        ("BL23", "腎兪"), ("CV17", "Shanzhong"), ("CV17", "Tanzhong"), ("BL2", "Zanzhu"), ("LI19", "Heliao"),
        ("BL61", "Pushen"), ("LI4", "Hoku"),
    ],
)  # fmt: skip
def test_name_of_other_books_is_an_alias(library, code, name):
    """Other spellings and characters lead to the same point."""
    assert name in library.points[code].names.aliases
