"""Where points of detail figures lie on the whole body."""

from __future__ import annotations

from itertools import pairwise

import pytest

from acucli.bodymap.geometry import bounds
from acucli.bodymap.locating import on_body, spots_on_body
from acucli.bodymap.outline import masks
from acucli.bodymap.placing import Placer, views_of
from acucli.library.compiled import CompiledLibrary

pytestmark = pytest.mark.long

_BESIDE_MM = 25.0


def _height_on_body(code: str, library: CompiledLibrary) -> float:
    """Return how far below the crown a point lies on the whole body of its locator, in millimetres."""
    point = library.points[code]
    figure = library.figures[views_of(point)[0]]
    assert figure.locator is not None
    spot = on_body(figure, library.figures[figure.locator.view], Placer(figure, library.points).spots(code)[0])
    assert spot is not None
    return spot[1]


@pytest.mark.parametrize(
    "codes",
    [
        ("GB30", "GB31", "GB32", "GB33", "GB34", "GB39"),
        ("BL36", "BL37", "BL38", "BL40", "BL57", "BL60"),
        ("ST31", "ST32", "ST34", "ST36", "ST39", "ST41"),
        ("LR10", "LR9", "LR8", "LR7", "LR5"),
        ("PC3", "PC4", "PC5", "PC6", "PC7", "PC8"),
    ],
    ids=lambda codes: codes[0],
)
def test_points_of_a_limb_keep_their_order_on_the_body(codes: tuple[str, ...], library: CompiledLibrary) -> None:
    """A point at the hip is not shown at the knee: each lies lower than the one above it."""
    heights = [_height_on_body(code, library) for code in codes]
    assert all(upper < lower for upper, lower in pairwise(heights))


def test_every_point_lies_on_its_body(library: CompiledLibrary) -> None:
    """Within the outline, or at most 25 mm beside it (the crown and the tops of the shoulders)."""
    for code, point in library.points.items():
        for view in views_of(point)[:1]:
            figure = library.figures[view]
            if figure.locator is None:
                continue
            body = library.figures[figure.locator.view]
            (spot, *_) = spots_on_body(code, figure, body, Placer(figure, library.points).spots(code), "left")
            left, top, right, bottom = bounds(corner for region in masks(body) for corner in region)
            assert left - _BESIDE_MM <= spot[0] <= right + _BESIDE_MM, code
            assert top - _BESIDE_MM <= spot[1] <= bottom + _BESIDE_MM, code
