"""Overviews side by side."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from acucli.bodymap.overview import routine_overviews, view_overview
from acucli.bodymap.panels import scene_of, svg_of
from acucli.bodymap.scene import cell_width
from acucli.model.figures import Figure
from acucli.model.points import Point

CODES = ["GB20", "ST36", "EX-HN5", "BL23"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_point_is_on_one_of_the_bodies(width: int, figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Back and side: each number once, no line too wide; below each other where there is no room."""
    scene = scene_of(routine_overviews(CODES, figures, points), width, "braille", height=20)
    assert scene is not None
    shown = scene.plain()
    for number, code in enumerate(CODES, 1):
        assert shown.count(f"{number} {code}") == 1
    assert max(map(cell_width, shown.split("\n"))) <= width
    assert scene.height <= 24 * len(routine_overviews(CODES, figures, points))


def test_bodies_stand_beside_each_other_where_there_is_room(
    figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """At 120 columns the captions share the first line, at 40 each has its own."""
    overviews = routine_overviews(CODES, figures, points)
    wide = scene_of(overviews, 120, "braille", height=20)
    narrow = scene_of(overviews, 40, "braille", height=20)
    assert wide is not None
    assert narrow is not None
    assert wide.plain().split("\n")[0].count("Whole body") == len(overviews) > 1
    assert narrow.plain().split("\n")[0].count("Whole body") == 1
    assert narrow.plain().count("Whole body") == len(overviews)


def test_one_view_needs_no_caption(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Its title stands above it already."""
    scene = scene_of((view_overview("hand-back", figures, points),), 80, "ascii", height=20)
    assert scene is not None
    assert scene.title not in scene.plain()


def test_below_forty_columns_and_without_points_there_is_nothing(
    figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """None, not an empty drawing."""
    assert scene_of(routine_overviews(CODES, figures, points), 39, "braille") is None
    assert scene_of((), 80, "braille") is None
    assert svg_of(()) is None


def test_bodies_are_one_svg(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Well-formed, one title, each number once, every body inside of the document."""
    overviews = routine_overviews(CODES, figures, points)
    document = svg_of(overviews) or ""
    root = ElementTree.fromstring(document)
    inner = root.findall("{http://www.w3.org/2000/svg}svg")
    assert len(inner) == len(overviews) > 1
    assert document.count("<title>") == 1
    assert all(document.count(f">{number} {code}<") == 1 for number, code in enumerate(CODES, 1))
    wide = float(root.attrib["width"])
    assert all(float(part.attrib["x"]) + float(part.attrib["width"]) <= wide for part in inner)
