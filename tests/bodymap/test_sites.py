"""Which side is which."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from acucli.bodymap.placing import Placer
from acucli.bodymap.sites import Sites, neighbours, sites
from acucli.model.figures import Figure
from tests.bodymap.factories import make_figure, make_place, make_point, make_trunk


def found(figure: Figure, side: Literal["left", "right"], **fields: Any) -> Sites:
    point = make_point("BL23", (make_place(view=figure.name, rule="landmark", at="here"),), **fields)
    return sites(Placer(figure, {"BL23": point}), point, side)


@pytest.mark.parametrize(
    ("facing", "side", "x"),
    [("away", "right", 20), ("away", "left", -20), ("viewer", "right", -20), ("viewer", "left", 20)],
)
def test_persons_right_side_depends_on_which_way_they_face(
    facing: str, side: Literal["left", "right"], x: float
) -> None:
    """Seen from behind, right is right; face to face, it is on the left of the picture."""
    figure = make_trunk(facing=facing, landmarks={"here": [20, 50]})
    assert found(figure, side) == Sites(((x, 50),), ((-x, 50),))


def test_midline_point_has_no_twin() -> None:
    """A single point is marked once."""
    figure = make_trunk(landmarks={"here": [0, 50]})
    assert found(figure, "right", sides="midline") == Sites(((0, 50),))


def test_limb_is_mirrored_for_the_other_side() -> None:
    """A right forearm shows a left one as its mirror image."""
    figure = make_figure(landmarks={"here": [12, 50]})
    assert found(figure, "right").here == ((12, 50),)
    assert found(figure, "left").here == ((-12, 50),)


def test_sites_that_mirror_one_another_are_all_the_point() -> None:
    """The four sites of EX-HN1 are one point; none of them is a twin."""
    figure = make_trunk(landmarks={"a": [0, 40], "b": [16, 50], "c": [-16, 50]})
    places = tuple(make_place(view="trunk", rule="landmark", at=name) for name in "abc")
    point = make_point("EX-HN1", places, sides="both")
    assert sites(Placer(figure, {"EX-HN1": point}), point, "right") == Sites(((0, 40), (16, 50), (-16, 50)))


def test_neighbours_are_the_same_channel_only() -> None:
    """LI4 and L-something-else are no neighbours; a broken neighbour is left out."""
    at = {"view": "forearm", "rule": "landmark"}
    points = {
        "PC6": make_point("PC6", (make_place(**at, at="wrist"),)),
        "PC5": make_point("PC5", (make_place(**at, at="elbow"),)),
        "PC4": make_point("PC4", (make_place(**at, at="nowhere"),)),
        "P5": make_point("P5", (make_place(**at, at="elbow"),)),
    }
    placer = Placer(make_figure(), points)
    assert list(neighbours(placer, points["PC6"], points, "right")) == [(0, 240)]
