"""The places of the bundled points, on the bundled figures: each inside the body, in order, at the right distance."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

from acucli.bodymap.framing import whole
from acucli.bodymap.geometry import Spot, distance, mirrored
from acucli.bodymap.outline import full_paths, masks
from acucli.bodymap.overview import view_overview
from acucli.bodymap.picture import PictureStyle, point_picture, point_svg
from acucli.bodymap.placing import Placer, places_in, reasons_without_picture, views_of
from acucli.bodymap.words import no_picture_words, picture_words
from acucli.library.compiled import CompiledLibrary
from acucli.model.figures import Figure
from acucli.model.points import Place
from tests.bodymap.depth import depth_inside
from tests.bundled.carried import ids

FIGURES = Path(__file__).parent.parent.parent / "data" / "figures"
SHEETS = Path(__file__).parent.parent.parent / "docs" / "figures"
DOTS_AT_80_COLUMNS = 112

CODES = ids("points")
CHANNEL = [code for code in CODES if not code.startswith("E")]

WITHOUT_PICTURE = {"GV1", "GV28", "CV1", "EX-HN9", "EX-HN10", "EX-HN11", "EX-HN12", "EX-HN13"}

# The primary view of every channel point: the last number of each stretch, and its view.
PRIMARY: dict[str, list[tuple[int, str]]] = {
    "LU": [(2, "trunk-front"), (4, "arm-front"), (9, "forearm-palm"), (10, "hand-palm"), (11, "hand-back")],
    "LI": [(4, "hand-back"), (12, "forearm-thumb"), (15, "arm-outer"), (16, "trunk-back"), (18, "head-side"),
           (20, "head-front")],
    "ST": [(4, "head-front"), (8, "head-side"), (11, "head-front"), (30, "trunk-front"), (40, "leg-front"),
           (45, "foot-top")],
    "SP": [(5, "foot-inner"), (11, "leg-inner"), (20, "trunk-front"), (21, "trunk-side")],
    "HT": [(2, "arm-front"), (7, "forearm-palm"), (8, "hand-palm"), (9, "hand-back")],
    "SI": [(2, "hand-back"), (5, "hand-edge"), (8, "forearm-back"), (15, "trunk-back"), (17, "head-side"),
           (18, "head-front"), (19, "head-side")],
    "BL": [(2, "head-front"), (8, "head-top"), (10, "head-back"), (35, "trunk-back"), (40, "leg-back"),
           (54, "trunk-back"), (57, "leg-back"), (59, "leg-outer"), (67, "foot-outer")],
    "KI": [(1, "foot-sole"), (6, "foot-inner"), (10, "leg-inner"), (27, "trunk-front")],
    "PC": [(1, "trunk-front"), (2, "arm-front"), (7, "forearm-palm"), (9, "hand-palm")],
    "TE": [(4, "hand-back"), (11, "forearm-back"), (14, "arm-outer"), (15, "trunk-back"), (16, "head-back"),
           (23, "head-side")],
    "GB": [(12, "head-side"), (14, "head-front"), (18, "head-top"), (20, "head-back"), (21, "trunk-back"),
           (23, "trunk-side"), (24, "trunk-front"), (29, "trunk-side"), (39, "leg-outer"), (40, "foot-outer"),
           (44, "foot-top")],
    "LR": [(3, "foot-top"), (4, "foot-inner"), (9, "leg-inner"), (11, "leg-front"), (12, "trunk-front"),
           (13, "trunk-side"), (14, "trunk-front")],
    "GV": [(1, ""), (14, "trunk-back"), (18, "head-back"), (22, "head-top"), (27, "head-front"), (28, "")],
    "CV": [(1, ""), (22, "trunk-front"), (24, "head-front")],
}  # fmt: skip

# A point whose text begins with a bent knee or a loose fist is looked for in that posture; SP10 lies between two sides.
IN_POSTURE = {
    "ST35": "knee-front", "ST36": "knee-front", "EX-LE2": "knee-front", "EX-LE4": "knee-front",
    "EX-LE5": "knee-front", "GB33": "knee-outer", "GB34": "knee-outer", "SP9": "knee-inner", "LR8": "knee-inner",
    "LI3": "fist-thumb", "SI2": "fist-edge", "SI3": "fist-edge", "TE3": "fist-back", "EX-UE8": "fist-back",
    "SP10": "leg-front",
}  # fmt: skip

# Points just above the elbow, shown with the elbow's other points: the hand up.
AT_THE_ELBOW = {"LI13": "forearm-thumb", "HT2": "forearm-palm"}


@pytest.fixture(scope="module")
def placers(library: CompiledLibrary) -> dict[str, Placer]:
    """Return a placer for every figure."""
    return {name: Placer(figure, library.points) for name, figure in library.figures.items()}


def spot(placers: dict[str, Placer], view: str, code: str) -> Spot:
    return placers[view].spots(code)[0]


@pytest.mark.parametrize("code", CODES)
def test_point_has_a_view_or_a_reason(code: str, library: CompiledLibrary) -> None:
    """Every point is shown somewhere, or says in a sentence why not."""
    point = library.points[code]
    if code in WITHOUT_PICTURE:
        assert views_of(point) == ()
        assert all(reason.endswith(".") for reason in reasons_without_picture(point))
        assert next(reasons_without_picture(point))
        assert point.where in no_picture_words(point)
    else:
        assert views_of(point)
        assert all(view in library.figures for view in views_of(point))


@pytest.mark.parametrize("code", CHANNEL)
def test_channel_point_has_the_customary_view_first(code: str, library: CompiledLibrary) -> None:
    """The view in which a person looks for the point comes first."""
    point = library.points[code]
    customary = next(view for last, view in PRIMARY[point.meridian] if point.number <= last)
    views = views_of(point) or ("",)
    assert views[0] == (IN_POSTURE | AT_THE_ELBOW).get(code, customary)
    assert customary in views


@pytest.mark.parametrize(("code", "neighbour"), [("LI13", "LI12"), ("HT2", "HT3")])
def test_point_above_the_elbow_is_shown_as_its_neighbour_is(
    code: str, neighbour: str, library: CompiledLibrary
) -> None:
    """One way up for one part of the body: the hand is above in both pictures, and the point below the crease."""
    view = views_of(library.points[code])[0]
    figure = library.figures[view]
    assert view == views_of(library.points[neighbour])[0]
    assert figure.ends["top"] == "hand"
    assert figure.spots[code][0][1] > figure.spots[neighbour][0][1]


@pytest.mark.parametrize("code", sorted(IN_POSTURE.keys() - {"SP10"}))
def test_picture_shows_the_posture_that_the_text_asks_for(code: str, library: CompiledLibrary) -> None:
    """A bent knee where one bends it, a closed hand where one makes a fist; the title says so."""
    point = library.points[code]
    view = views_of(point)[0]
    said = f"{point.find} {point.position}".lower()
    if view.startswith("knee"):
        assert re.search(r"knee( is)? bent|bend the knee", said)
        assert library.figures[view].title.endswith("knee, bent")
    else:
        assert "fist" in said
        assert "fist" in library.figures[view].title


@pytest.mark.parametrize("code", [code for code in CODES if code not in WITHOUT_PICTURE])
def test_point_lies_in_the_body(code: str, library: CompiledLibrary, placers: dict[str, Placer]) -> None:
    """Each site lies inside of the figure, 2 mm from its edge; 1 mm on the ear, which is drawn three times as large."""
    for view in views_of(library.points[code]):
        regions = masks(library.figures[view])
        for site in placers[view].spots(code):
            assert depth_inside(regions, site) >= (1 if view == "ear" else 2), view


@pytest.mark.parametrize("code", [code for code in CODES if code not in WITHOUT_PICTURE])
def test_point_is_drawn_in_each_of_its_views(code: str, library: CompiledLibrary) -> None:
    """Picture, SVG and words of every view hold the code; the SVG parses and its marker lies in the window."""
    point = library.points[code]
    for view in views_of(point):
        style = PictureStyle("braille")
        scene = point_picture(point, library.figures, library.points, width=60, style=style, view=view)
        assert scene is not None
        assert code in scene.plain()
        assert "●" in scene.plain()
        document = point_svg(point, library.figures, library.points, view=view) or ""
        root = ElementTree.fromstring(document)
        left, top, width, height = map(float, root.attrib["viewBox"].split())
        marker = [item.attrib for item in root.iter("{http://www.w3.org/2000/svg}circle") if "stroke" in item.attrib][
            -1
        ]
        assert left <= float(marker["cx"]) <= left + width
        assert top <= float(marker["cy"]) <= top + height
        assert point.where in picture_words(point, library.figures[view], "right")


@pytest.mark.parametrize("code", [code for code in CODES if code not in WITHOUT_PICTURE])
def test_place_has_the_cun_of_the_text(code: str, library: CompiledLibrary) -> None:
    """Each distance in cun that the picture measures stands in the sentence that tells the place."""
    point = library.points[code]
    told = set(_numbers(point.where))
    for place in places_in(point, views_of(point)[0]):
        for number in _cun_of(place):
            assert number in told, f"{number:g} cun is not in: {point.where}"


def _numbers(text: str) -> Iterator[float]:
    words = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "half a": "0.5"}
    for word, digit in words.items():
        text = re.sub(rf"\b{word} cun", f"{digit} cun", text, flags=re.IGNORECASE)
    for first, second in re.findall(r"(\d+(?:\.\d+)?)(?: (?:to|and|or) (\d+(?:\.\d+)?))? cun", text):
        yield from (float(number) for number in (first, second) if number)


def _cun_of(place: Place) -> Iterator[float]:
    match place.rule:
        case "ruler":
            yield place.cun or 0.0
        case "line" if (place.of or 0) >= 5:
            yield place.cun or 0.0
        case "level" if place.lateral:
            yield place.lateral
        case "off":
            yield from (abs(part) for part in (place.dx, place.dy) if part)


@pytest.mark.parametrize(
    ("view", "base", "codes", "expected"),
    [
        ("forearm-palm", "PC7", ("PC6", "PC5", "PC4"), (2, 3, 5)),
        ("leg-front", "ST35", ("ST36", "ST37", "ST38", "ST39"), (3, 6, 8, 9)),
        ("forearm-thumb", "LI5", ("LI6", "LI7", "LI8", "LI9", "LI10", "LI11"), (3, 5, 8, 9, 10, 12)),
        ("forearm-palm", "HT7", ("HT6", "HT5", "HT4"), (0.5, 1, 1.5)),
        ("trunk-front", "CV8", ("CV9", "CV10", "CV11", "CV12", "CV13", "CV14"), (1, 2, 3, 4, 5, 6)),
        ("trunk-front", "CV8", ("CV7", "CV6", "CV5", "CV4", "CV3", "CV2"), (1, 1.5, 2, 3, 4, 5)),
    ],
    ids=["PC", "ST", "LI", "HT", "CV-up", "CV-down"],
)
def test_distances_along_a_limb_keep_their_ratio(
    view: str, base: str, codes: tuple[str, ...], expected: tuple[float, ...], placers: dict[str, Placer]
) -> None:
    """Heights over a base point are to each other as the cun of the standard.

    Distances are walked along the skin, which a picture sees at a slant: so to 0.06 cun. On the round head only the
    measured table (`test_distance_along_the_skin_is_that_of_the_text`) can tell.
    """
    start = spot(placers, view, base)[1]
    found = [abs(spot(placers, view, code)[1] - start) for code in codes]
    unit = found[-1] / expected[-1]
    assert [height / unit for height in found] == pytest.approx(expected, abs=0.06)


def measured() -> list[list[str]]:
    """Return the rows of the table of distances: code, view, from, ruler, cun of the text, cun along the skin."""
    return [line.split("\t") for line in (SHEETS / "distances.tsv").read_text(encoding="utf-8").splitlines()[1:]]


# Farther from the text than 0.3 cun, and why.
EXPLAINED = {
    "SP17": "two cun of its six are walked over the fold below the breast, which a straight cut crosses deeper",
}


@pytest.mark.parametrize("row", measured(), ids=lambda row: f"{row[0]}-{row[3]}")
def test_distance_along_the_skin_is_that_of_the_text(row: list[str]) -> None:
    """Measured on the body's surface, apart from any picture, each distance is that of the text to 0.3 cun."""
    code, _, _, _, cun, found = row
    assert abs(float(found) - float(cun)) <= 0.3 or code in EXPLAINED


def test_table_of_distances_has_every_point_that_is_measured(library: CompiledLibrary) -> None:
    """Each point whose first place has a distance in cun is in the table, but for those of the ear."""
    rows = {row[0] for row in measured()}
    for code, point in library.points.items():
        place = next((place for place in point.places if place.rule not in ("none", "seen")), None)
        if place is not None and place.view != "ear" and any(_cun_of(place)):
            assert code in rows


@pytest.mark.parametrize(("inner", "outer"), [(12 + row, 41 + row) for row in range(6)])
def test_bladder_lines_lie_one_and_a_half_and_three_cun_out(inner: int, outer: int, placers: dict[str, Placer]) -> None:
    """The outer line is twice as far from the spine as the inner one."""
    near, far = spot(placers, "trunk-back", f"BL{inner}"), spot(placers, "trunk-back", f"BL{outer}")
    assert far[0] == pytest.approx(2 * near[0])


LEVELS = [
    ("trunk-back", "BL23 GV4 BL52"),
    ("trunk-back", "BL13 BL42 GV12"),
    ("trunk-back", "BL17 BL46 GV9"),
    ("trunk-back", "BL25 GV3 EX-B6 EX-B7"),
    ("trunk-back", "BL28 BL53 BL32"),
    ("trunk-back", "BL30 BL54 BL34 GV2"),
    ("trunk-back", "EX-B1 GV14 SI15"),
    ("trunk-back", "BL11 SI14 GV13"),
    ("trunk-back", "BL26 EX-B8"),
    ("trunk-front", "ST25 KI16 SP15 CV8"),
    ("trunk-front", "CV12 KI19 ST21"),
    ("trunk-front", "CV3 KI12 ST29 EX-CA1"),
    ("trunk-front", "CV2 KI11 LR12 ST30"),
    ("trunk-front", "CV17 KI23 ST17 SP18 PC1"),
    ("trunk-front", "CV20 KI26 ST14 LU1"),
    ("trunk-front", "KI22 ST18 SP17"),
    ("trunk-front", "CV4 EX-Tituo ST28"),
    ("forearm-back", "TE6 TE7"),
    ("leg-outer", "GB35 GB36 BL58"),
    ("leg-outer", "GB39 BL59"),
    ("leg-inner", "KI9 LR5"),
    ("leg-inner", "KI7 KI8"),
    ("leg-front", "ST38 ST40"),
    ("head-back", "GV17 BL9 GB19"),
    ("head-back", "GV16 GB20"),
    ("hand-palm", "PC8 HT8"),
    ("head-side", "ST9 LI18 SI16"),
    ("head-side", "ST10 LI17"),
    ("head-top", "GV23 BL5"),
    ("trunk-side", "GB22 GB23"),
]


@pytest.mark.parametrize(("view", "codes"), LEVELS, ids=lambda value: value.replace(" ", "-"))
def test_points_of_one_level_have_one_height(view: str, codes: str, placers: dict[str, Placer]) -> None:
    """What the standard puts on one level lies on one level, within two millimetres."""
    heights = [spot(placers, view, code)[1] for code in codes.split()]
    assert max(heights) - min(heights) < 2


ORDERS = [
    ("trunk-back", "BL", range(11, 31), 1),
    ("trunk-back", "BL", range(41, 55), 1),
    ("trunk-front", "CV", range(22, 1, -1), 1),
    ("trunk-front", "KI", range(27, 10, -1), 1),
    ("trunk-front", "ST", range(12, 31), 1),
    ("trunk-front", "SP", range(20, 16, -1), 1),
    ("forearm-thumb", "LI", range(5, 12), 1),
    ("arm-outer", "LI", range(15, 10, -1), 1),
    ("leg-front", "ST", range(31, 40), 1),
    ("leg-inner", "SP", range(11, 5, -1), 1),
    ("leg-back", "BL", range(36, 38), 1),
    ("leg-outer", "GB", range(31, 35), 1),
    ("leg-outer", "GB", range(36, 40), 1),
    ("trunk-back", "GV", range(14, 1, -1), 1),
    ("head-back", "GV", range(18, 13, -1), 1),
    ("head-top", "GV", range(19, 25), 1),
    ("head-top", "BL", [8, 7, 6, 5, 4], 1),
    ("head-top", "GB", [18, 17, 16, 15], 1),
    ("forearm-palm", "HT", range(7, 2, -1), 1),
    ("forearm-palm", "PC", range(7, 2, -1), 1),
    ("arm-outer", "TE", [13, 12, 11, 10], 1),
    ("foot-inner", "SP", [1, 2, 3, 4], 0),
    ("foot-outer", "BL", range(63, 68), 0),
    ("head-side", "GB", [4, 5, 6, 7], 1),
    ("head-front", "ST", [1, 2, 3, 4, 9, 10, 11], 1),
]


@pytest.mark.parametrize(
    ("view", "channel", "numbers", "axis"),
    ORDERS,
    ids=[f"{view}-{channel}{next(iter(run))}" for view, channel, run, _ in ORDERS],
)
def test_points_follow_one_another_along_the_channel(
    view: str, channel: str, numbers: range | list[int], axis: int, placers: dict[str, Placer]
) -> None:
    """Along a channel in one view the coordinate never goes back."""
    found = [
        spot(placers, view, f"{channel}{number}")[axis]
        for number in numbers
        if placers[view].spots(f"{channel}{number}")
    ]
    assert len(found) > 1
    assert found == sorted(found)


SAME_PLACE = [{"EX-LE5", "EX-LE4"}, {"EX-LE5", "ST35"}, {"EX-LE10", "LR2"}, {"EX-LE10", "ST44"}, {"EX-LE10", "GB43"},
              {"EX-UE9", "TE2"}, {"EX-UE11", "PC9"}]  # fmt: skip


@pytest.mark.parametrize("path", sorted(FIGURES.glob("[!b]*.json")), ids=lambda path: path.stem)
def test_points_of_a_view_are_distinct(path: Path, library: CompiledLibrary, placers: dict[str, Placer]) -> None:
    """Two points of a detail view lie at least one dot apart at 80 columns, unless they are one place by definition."""
    figure = library.figures[path.stem]
    boxes = [box for box in figure.windows.values() if box is not None] or [whole(figure)]
    dot_mm = min(box[2] - box[0] for box in boxes) / DOTS_AT_80_COLUMNS
    placed = [(code, site) for code in CODES for site in placers[path.stem].spots(code)]
    for (code, one), (other, two) in itertools.combinations(placed, 2):
        if code != other and {code, other} not in SAME_PLACE:
            assert distance(one, two) >= dot_mm, f"{code} and {other}"


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.json")), ids=lambda path: path.stem)
def test_figure_keeps_its_budget_and_its_references(path: Path) -> None:
    """At most 36 KB; named like its file; rulers between landmarks it has; symmetric figures equal to their image."""
    data = path.read_bytes()
    figure = msgspec.json.decode(data, type=Figure)
    assert len(data) <= 36_864
    assert figure.name == path.stem
    assert figure.unit == "mm"
    for ruler in figure.rulers.values():
        assert {ruler.start, ruler.end} <= figure.landmarks.keys()
        assert ruler.cun > 0
    assert any(spot_pair for spot_pair in masks(figure))
    if figure.symmetric:
        spots = {(node.x, node.y) for part in full_paths(figure) for node in part.nodes}
        assert {mirrored(pair) for pair in spots} == spots


def test_all_figures_together_keep_their_budget() -> None:
    """450 KB for all detail views and those of the whole body."""
    files = sorted(FIGURES.glob("*.json"))
    assert files
    assert sum(path.stat().st_size for path in files) <= 450_000


@pytest.mark.parametrize("path", sorted(FIGURES.glob("[!b]*.json")), ids=lambda path: path.stem)
def test_contact_sheet_shows_the_points_as_they_are(path: Path, library: CompiledLibrary) -> None:
    """The sheet that was looked at equals what is drawn now; `python -m tests.bodymap.write_golden` renews it."""
    sheet = view_overview(path.stem, library.figures, library.points).svg()
    assert sheet == (SHEETS / f"{path.stem}.svg").read_text(encoding="utf-8")


def test_every_detail_view_is_found_on_the_body(library: CompiledLibrary) -> None:
    """Each detail figure shares the two landmarks of its locator with a whole-body figure."""
    for figure in library.figures.values():
        if figure.name.startswith("body-"):
            continue
        assert figure.locator is not None, figure.name
        body = library.figures[figure.locator.view]
        for name in (figure.locator.start, figure.locator.end):
            assert name in figure.landmarks, figure.name
            assert name in body.landmarks, figure.name
        length = math.dist(figure.landmarks[figure.locator.start], figure.landmarks[figure.locator.end])
        assert length > 20
