"""Distances: what is said in fingers, thumbs, hands, inches and centimetres, in cun."""

from __future__ import annotations

import pytest

from acucli.text.distances import read_distance


@pytest.mark.parametrize(
    ("said", "cun", "way"),
    [
        ("two fingers above the wrist", 1.5, "above"),
        ("three finger widths up from the wrist", 2.0, "above"),
        ("4 fingers below the knee", 3.0, "below"),
        ("a hands width above the ankle", 3.0, "above"),
        ("palm width below", 3.0, "below"),
        ("2 thumbs above the crease", 2.0, "above"),
        ("an inch and a half above the brow", 1.65, "above"),
        ("5 cm above", 2.15, "above"),
        ("5cm above", 2.15, "above"),
        ("1 5 cun above", 1.5, "above"),
        ("half a thumb into the hair", 0.5, ""),
        ("a couple of fingers below", 1.5, "below"),
        ("four and three fingers above", 5.0, "above"),
        ("twice four fingers above", 6.0, "above"),
        ("a thumb and two fingers into the hair", 2.5, ""),
    ],
)
def test_a_distance_is_read(said: str, cun: float, way: str) -> None:
    """Fingers held together are less than so many single ones."""
    read = read_distance(said.split(), 0)
    assert read is not None
    assert (read.cun, read.way) == (pytest.approx(cun), way)


@pytest.mark.parametrize("said", ["the thumb", "two fingers", "between two fingers", "a hand on", "one thumb nail", ""])
def test_a_part_of_the_body_is_no_distance(said: str) -> None:
    """A finger measures only before a direction, or with a word for its width."""
    assert read_distance(said.split(), 0) is None
