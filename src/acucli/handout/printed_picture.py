"""A picture for a few centimetres of paper: its letters are as large as the print needs them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from acucli.bodymap.picture import point_svg
from acucli.handout.paper import PaperLayout, Shape
from acucli.model.library import Library
from acucli.model.points import Point

LEAST_POINTS = 6.5
"""The smallest letters in a printed picture, in points."""
_POINTS_PER_MM = 72 / 25.4
_FIRST_LETTERS = 7.5
_MOST_LETTERS = 24.0
_TRIES = 9
_VIEW = re.compile(r'viewBox="\S+ \S+ (?P<wide>\S+) (?P<high>\S+)"')
_FONT = re.compile(r'font-size="([\d.]+)"')


class PrintedPicture(NamedTuple):
    """A picture as SVG with its shape; both empty where a place has none."""

    svg: Markup
    shape: Shape


BLANK = PrintedPicture(Markup(""), Shape(0, 0))


def printed_picture(
    point: Point, library: Library, layouts: Sequence[PaperLayout], *, side: Literal["left", "right"]
) -> PrintedPicture:
    """Return the picture of a point whose letters can be read in each of these layouts; blank where it has none."""
    letters = _FIRST_LETTERS
    found = BLANK
    for _ in range(_TRIES):
        drawn = point_svg(point, library.figures, library.points, side=side, small=True, letters=letters)
        if drawn is None:
            return BLANK
        found = PrintedPicture(Markup(drawn), shape_of(drawn))
        least = min((printed_points(drawn, layout) for layout in layouts), default=LEAST_POINTS)
        if least >= LEAST_POINTS or letters >= _MOST_LETTERS:
            break
        letters = min(_MOST_LETTERS, letters * LEAST_POINTS / least * 1.03)
    return found


def shape_of(drawn: str) -> Shape:
    """Return the sides of an SVG picture, in its own unit."""
    view = _VIEW.search(drawn)
    return Shape(float(view["wide"]), float(view["high"])) if view else Shape(0, 0)


def printed_points(drawn: str, layout: PaperLayout) -> float:
    """Return the height of the smallest letters of a picture as it is printed, in points."""
    shape = shape_of(drawn)
    scale = shape.within(layout.picture_wide_mm, layout.picture_mm).high / shape.high
    return min(float(size) for size in _FONT.findall(drawn)) * scale * _POINTS_PER_MM
