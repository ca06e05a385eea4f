"""The full outline of a figure."""

from __future__ import annotations

import pytest

from acucli.bodymap.geometry import mirrored
from acucli.bodymap.outline import full_paths, masks
from tests.bodymap.depth import depth_inside
from tests.bodymap.factories import make_figure, make_trunk


def test_half_path_on_the_midline_is_joined_to_its_image() -> None:
    """A half mask becomes one closed region, not two halves with a seam."""
    (mask,) = masks(make_trunk())
    assert min(x for x, _ in mask) == pytest.approx(-100)
    assert max(x for x, _ in mask) == pytest.approx(100)


def test_stroke_with_one_end_on_the_midline_is_joined_there() -> None:
    """A stroke that starts on the midline runs on into its image."""
    (skin,) = full_paths(make_trunk(), frozenset({"skin"}))
    assert [node.x for node in skin.nodes] == [-100, -100, 0, 100, 100]


def test_path_off_the_midline_gets_an_image_of_its_own() -> None:
    """What does not touch the midline is drawn twice."""
    assert len(full_paths(make_trunk(), frozenset({"detail"}))) == 2


def test_symmetric_figure_equals_its_mirror_image() -> None:
    """Unfolded paths, mirrored, are the same set of nodes."""
    spots = {(node.x, node.y) for path in full_paths(make_trunk()) for node in path.nodes}
    assert {mirrored(spot) for spot in spots} == spots


def test_figure_of_one_side_stays_as_written() -> None:
    """A limb is not unfolded."""
    figure = make_figure()
    assert full_paths(figure) == list(figure.paths)


@pytest.mark.parametrize(("spot", "depth"), [((0.0, 100.0), 30.0), ((35.0, 100.0), -5.0)], ids=["inside", "outside"])
def test_depth_is_negative_outside(spot: tuple[float, float], depth: float) -> None:
    """Millimetres to the edge, counted below zero outside of the body."""
    assert depth_inside(masks(make_figure()), spot) == pytest.approx(depth, abs=0.1)
