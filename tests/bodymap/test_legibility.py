"""Small pictures stay legible: nothing but the outline, the arrow and its line comes near the point."""

from __future__ import annotations

import pytest

from acucli.bodymap.braille import CLEAR_COLUMNS, CLEAR_ROWS
from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.placing import places_in, views_of
from acucli.bodymap.scene import Scene, cell_width
from acucli.library.compiled import CompiledLibrary

pytestmark = pytest.mark.long

MAY_BE_NEAR = {"", "skin", "point", "twin", "label", "leader", "ruler"}


def near_the_point(scene: Scene) -> set[str]:
    """Return the styles of the cells within two columns of the point, in its row and the rows next to it."""
    cells = {}
    point = None
    for row, line in enumerate(scene.lines):
        column = 0
        for run in line:
            for letter in run.text:
                cells[row, column] = run.style if letter.strip() else ""
                if run.style == "point" and letter.strip():
                    point = (row, column)
                column += cell_width(letter)
    assert point is not None
    row, column = point
    return {
        style
        for (at, where), style in cells.items()
        if abs(at - row) <= CLEAR_ROWS and abs(where - column) <= CLEAR_COLUMNS and (at, where) != point
    }


@pytest.mark.parametrize("width", [40, 60])
def test_nothing_but_the_outline_comes_near_the_point(width: int, library: CompiledLibrary) -> None:
    """Bones, creases, hair and names keep two columns and a row away from the mark, at the size of a session.

    Points with several marks beside each other are left out: the marks are near each other.
    """
    drawn = [point for point in library.points.values() if views_of(point)]
    single = [point for point in drawn if len(places_in(point, views_of(point)[0])) == 1]
    assert len(single) > 400
    style = PictureStyle("braille", locator=False)
    crowded = {}
    for point in single:
        scene = point_picture(point, library.figures, library.points, width=width, style=style, height=20)
        assert scene is not None
        assert scene.lines[0][0].text.strip(), f"{point.code} has no title"
        if near := near_the_point(scene) - MAY_BE_NEAR:
            crowded[point.code] = near
    assert crowded == {}


@pytest.mark.parametrize(("width", "height"), [(40, 20), (40, 16), (40, 9), (60, 24)])
def test_small_picture_keeps_its_rows_its_label_and_its_arrow(
    width: int, height: int, library: CompiledLibrary
) -> None:
    """The list below a picture is never cut off; three labels stand in the next row, without an arrow."""
    style = PictureStyle("braille", locator=width >= 60, named=False)
    for point in library.points.values():
        scene = point_picture(point, library.figures, library.points, width=width, style=style, height=height)
        if scene is None:
            continue
        assert scene.height <= height, point.code
        assert point.code in scene.plain()
        if height >= 16 and point.code not in ("SI9", "SI13", "CV21"):
            assert "◀" in scene.plain() or "▶" in scene.plain(), point.code
