"""Pictures as SVG."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from acucli.bodymap.overview import meridian_overviews, routine_overviews
from acucli.bodymap.panels import svg_of
from acucli.bodymap.picture import point_svg
from acucli.model.figures import Figure
from acucli.model.points import Point
from tests.bodymap.factories import CARRIED, make_place, make_point

NAMESPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("code", CARRIED)
def test_svg_parses_and_holds_its_points(
    code: str, side: str, figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """Well-formed, with title and description, and the point inside of the viewBox."""
    document = point_svg(points[code], figures, points, side="left" if side == "left" else "right")
    assert document is not None
    root = ElementTree.fromstring(document)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    (title,) = root.findall(f"{NAMESPACE}title")
    (description,) = root.findall(f"{NAMESPACE}desc")
    assert code in (title.text or "")
    assert points[code].where in (description.text or "")
    drawn = [circle for circle in root.iter(f"{NAMESPACE}circle") if "stroke" in circle.attrib]
    assert drawn
    for circle in drawn[-1:]:
        assert left <= float(circle.attrib["cx"]) <= left + width
        assert top <= float(circle.attrib["cy"]) <= top + height


@pytest.mark.parametrize("code", CARRIED)
def test_svg_carries_nothing_that_runs_loads_or_clashes(
    code: str, figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """No script, no identifier, no outside font or link; small enough for mail."""
    document = point_svg(points[code], figures, points) or ""
    for forbidden in ("<script", " id=", "href", "url(", "@font-face", "<style"):
        assert forbidden not in document
    assert len(document.encode()) < 24_000


def test_angle_brackets_in_a_name_are_escaped(figures: dict[str, Figure]) -> None:
    """Names come from packs, too."""
    place = make_place(view="forearm-palm", rule="landmark", at="wrist")
    point = make_point("PC7", (place,), name="<b>&", where="A & B < C")
    document = point_svg(point, figures, {"PC7": point}) or ""
    assert "<b>" not in document
    ElementTree.fromstring(document)


def test_whole_channel_and_routine_parse(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Every label is there once."""
    channel = svg_of(meridian_overviews("PC", figures, points)) or ""
    routine = svg_of(routine_overviews(["LI4", "PC6", "ST36"], figures, points)) or ""
    for document, labels in ((channel, (">PC6<", ">PC7<")), (routine, (">1 LI4<", ">2 PC6<", ">3 ST36<"))):
        ElementTree.fromstring(document)
        assert all(document.count(label) == 1 for label in labels)


def test_point_without_picture_has_no_svg(figures: dict[str, Figure]) -> None:
    """None, not an empty drawing."""
    point = make_point("GV28", (make_place(rule="none", why="Inside the lip."),))
    assert point_svg(point, figures, {"GV28": point}) is None
