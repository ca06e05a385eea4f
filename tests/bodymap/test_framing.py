"""Windows, and the grid of dots."""

from __future__ import annotations

import pytest

from acucli.bodymap.framing import fitted, flipped_box, grown, window
from tests.bodymap.factories import make_figure

BOX = (-50.0, -40.0, 50.0, 80.0)


def test_both_directions_have_one_scale() -> None:
    """Dots are square, so a circle stays one."""
    frame = fitted(BOX, 60, 30)
    left, top = frame.dot((0.0, 0.0))
    right, bottom = frame.dot((10.0, 10.0))
    assert right - left == pytest.approx(bottom - top)


def test_frame_is_never_lower_than_twelve_rows() -> None:
    """The smallest figure has 12 rows."""
    assert fitted((0, 0, 400, 20), 40, 30).rows == 12


def test_gutter_moves_the_figure_inward() -> None:
    """Cells kept free on one side stay free."""
    frame = fitted(BOX, 60, 60, left=20)
    assert frame.dot((BOX[0], 0.0))[0] >= 40 - 1e-9


@pytest.mark.parametrize(
    ("spots", "expected"),
    [(((0.0, 40.0),), BOX), (((0.0, 40.0), (0.0, 200.0)), None)],
    ids=["inside-the-wrist-window", "beyond-it"],
)
def test_smallest_window_that_shows_all_spots(
    spots: tuple[tuple[float, float], ...], expected: tuple[float, ...] | None
) -> None:
    """A window must show the point and the reference of its ruler; else the whole figure is shown."""
    found = window(make_figure(), spots)
    assert found == (
        expected or (pytest.approx(-38.4), pytest.approx(-28.4), pytest.approx(38.4), pytest.approx(268.4))
    )


def test_named_window_wins() -> None:
    """A place may name its window."""
    assert window(make_figure(), ((0.0, 250.0),), name="wrist") == BOX


def test_window_grows_into_spare_rows_but_not_beyond_the_figure() -> None:
    """Room below is used for more of the body."""
    assert grown(BOX, (-50, -60, 50, 300), 50, 50) == pytest.approx((-50, -60, 50, 140))
    assert grown(BOX, BOX, 50, 50) == BOX


def test_flipped_box_is_the_mirror_image() -> None:
    """Left and right change places."""
    assert flipped_box((-10, 0, 30, 5)) == (-30, 0, 10, 5)
