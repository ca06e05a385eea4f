"""The sites of a point in one view, as one looks at it: on the side wanted, on the other side, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from acucli.bodymap.geometry import Spot, mirrored
from acucli.bodymap.placing import Placer, PlacingError
from acucli.model.figures import Figure
from acucli.model.points import Point

ShownSide = Literal["left", "right"]


class Sites(msgspec.Struct, frozen=True):
    """Spots in millimetres of the figure as shown: `here` on the side wanted, `there` on the other."""

    here: tuple[Spot, ...]
    there: tuple[Spot, ...] = ()


def is_flipped(figure: Figure, side: ShownSide) -> bool:
    """Tell whether a figure of one side is shown as its mirror image."""
    return figure.side not in ("both", side)


def shows_left_half(figure: Figure, side: ShownSide) -> bool:
    """Tell whether, in a symmetric figure, the person's `side` lies in the left half of the picture."""
    return (figure.facing == "viewer") == (side == "right")


def sites(placer: Placer, point: Point, side: ShownSide) -> Sites:
    """Return where the point is seen in the placer's figure, the side wanted apart from the other.

    Raises:
        PlacingError: a place of the point cannot be carried out.
    """
    figure = placer.figure
    spots = placer.spots(point.code)
    if not figure.symmetric:
        return Sites(tuple(mirrored(spot) for spot in spots) if is_flipped(figure, side) else spots)
    paired = tuple(spot for spot in spots if abs(spot[0]) > 0.05 and mirrored(spot) not in spots)
    if point.sides == "midline" or not paired:
        return Sites(spots)
    alone = tuple(spot for spot in spots if spot not in paired)
    images = tuple(mirrored(spot) for spot in paired)
    if shows_left_half(figure, side):
        return Sites((*images, *alone), paired)
    return Sites((*paired, *alone), images)


def neighbours(placer: Placer, point: Point, points: Mapping[str, Point], side: ShownSide) -> Iterator[Spot]:
    """Yield the spots of the other points of the same channel in the placer's figure, as shown.

    A neighbour whose place cannot be carried out is left out: it must not take the point's own picture away.
    """
    prefix = point.meridian
    if prefix in ("EX", "EAR"):
        return
    for code in points:
        if code != point.code and code.startswith(prefix) and code[len(prefix) :].isdigit():
            try:
                yield from sites(placer, points[code], side).here
            except PlacingError:
                continue
