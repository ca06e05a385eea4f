"""Splines, polygons and mirror images."""

from __future__ import annotations

import pytest

from acucli.bodymap.geometry import (
    between,
    bounds,
    contains,
    crossings,
    curves,
    edge_distance,
    flattened,
    mirrored,
)
from acucli.model.figures import Node

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def nodes(*pairs: tuple[float, float], corners: bool = False) -> tuple[Node, ...]:
    return tuple(Node(x, y, "c" if corners else "") for x, y in pairs)


def test_spline_passes_through_every_node() -> None:
    """A Catmull-Rom spline goes through its control points."""
    path = nodes((0, 0), (10, 5), (20, -3), (30, 8))
    chain = flattened(path, False, 1.0)
    for node in path:
        assert min(abs(x - node.x) + abs(y - node.y) for x, y in chain) < 1e-9


def test_corners_join_by_straight_lines() -> None:
    """Between two corners the spline is the straight line."""
    for x, y in flattened(nodes((0, 0), (10, 20), corners=True), False, 1.0):
        assert y == pytest.approx(2 * x)


@pytest.mark.parametrize(("closed", "count"), [(False, 3), (True, 4)], ids=["open", "closed"])
def test_closed_path_returns_to_its_first_node(closed: bool, count: int) -> None:
    """A closed path has one curve more than an open one, and ends where it began."""
    found = curves(nodes((0, 0), (10, 0), (10, 10), (0, 10)), closed)
    assert len(found) == count
    assert (found[-1][3] == found[0][0]) is closed


def test_doubled_nodes_are_passed_over() -> None:
    """Two nodes at one place make no curve and divide by nothing."""
    assert len(curves(nodes((0, 0), (0, 0), (5, 5)), False)) == 1


def test_mirror_of_the_mirror_is_the_spot() -> None:
    """Mirroring twice changes nothing, and the midline stays exactly 0."""
    assert mirrored(mirrored((3.25, 7.0))) == (3.25, 7.0)
    assert str(mirrored((0.0, 1.0))[0]) == "0.0"


@pytest.mark.parametrize(
    ("spot", "inside"), [((5.0, 5.0), True), ((11.0, 5.0), False), ((5.0, -1.0), False)], ids=["in", "right", "above"]
)
def test_point_in_polygon(spot: tuple[float, float], inside: bool) -> None:
    """The even-odd rule tells inside from outside."""
    assert contains(SQUARE, spot) is inside


def test_edge_distance_counts_to_the_nearest_edge() -> None:
    """The last edge, back to the first corner, counts too."""
    assert edge_distance(SQUARE, (2.0, 5.0)) == pytest.approx(2.0)


def test_crossings_are_signed_and_ascending() -> None:
    """A line through a square is cut on both sides of the spot."""
    assert crossings(SQUARE, (4.0, 5.0), (1.0, 0.0)) == pytest.approx([-4.0, 6.0])


def test_between_and_bounds() -> None:
    """A share of the way, and the box around spots."""
    assert between((0.0, 0.0), (12.0, 6.0), 1 / 3) == pytest.approx((4.0, 2.0))
    assert bounds([(3.0, 9.0), (-1.0, 4.0)]) == (-1.0, 4.0, 3.0, 9.0)
