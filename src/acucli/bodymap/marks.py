"""Marks upon a figure: points, their twins on the other side, their neighbours, and drawn distances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import Literal, NamedTuple

import msgspec

from acucli.bodymap.geometry import Box, Spot, between, crossings
from acucli.bodymap.placing import Placer
from acucli.model.points import Place

MarkKind = Literal["point", "twin", "neighbour"]
_SHORTEST_LINE_CUN = 5
_GAP_SHARE = 0.04


class Mark(NamedTuple):
    """One point of the picture, in millimetres of the figure; an empty label is not written."""

    spot: Spot
    label: str = ""
    kind: MarkKind = "point"


class RulerLine(msgspec.Struct, frozen=True):
    """A drawn distance: from a reference to the point, in millimetres of the figure.

    `ticks` are spots on the line from `start` to `end`, one per cun; `label` names the distance in cun.
    """

    start: Spot
    end: Spot
    ticks: tuple[Spot, ...]
    label: str

    @property
    def is_upright(self) -> bool:
        """Tell whether the distance runs up or down rather than across."""
        return abs(self.end[1] - self.start[1]) > abs(self.end[0] - self.start[0])

    @property
    def in_words(self) -> str:
        """Return the distance with the way it goes."""
        return f"{self.label} {_way(self)}"


def _way(line: RulerLine) -> str:
    if not line.is_upright:
        return "to the side"
    return "up" if line.end[1] < line.start[1] else "down"


def measures(placer: Placer, place: Place, spot: Spot) -> Iterator[RulerLine]:
    """Yield the distances that lead to a point, from the rule of its place; `spot` is where the rule ended.

    The landmark rule has no distance in cun, and so yields nothing.
    """
    x, y = spot
    match place.rule:
        case "ruler" if place.cun:
            start, end, ruler = placer.ruler(place.along)
            yield measure(start, between(start, end, place.cun / ruler.cun), place.cun)
        case "line" if place.cun and (place.of or 0) >= _SHORTEST_LINE_CUN:
            yield measure(placer.landmark(place.from_), spot, place.cun)
        case "level" if place.lateral:
            yield measure((placer.ruler(place.along)[0][0], y), spot, place.lateral)
        case "off":
            at = placer.landmark(place.at)
            if place.dy:
                yield measure((at[0], at[1]), (at[0], y), abs(place.dy))
            if place.dx:
                yield measure((at[0], y), (x, y), abs(place.dx))
        case _:
            return


def beside_body(way: RulerLine, regions: Sequence[Sequence[Spot]], box: Box) -> RulerLine:
    """Return an upright distance moved sideways to lie outside of the body `regions`, where `box` has room for it.

    All are in the same millimetres; a distance across stays where it is.
    """
    if not way.is_upright:
        return way
    rows = [(0.0, between(way.start, way.end, share / 8)[1]) for share in range(9)]
    cuts = [cut for row in rows for region in regions for cut in crossings(region, row, (1.0, 0.0))]
    if not cuts:
        return way
    gap = (box[2] - box[0]) * _GAP_SHARE
    for x in (max(cuts) + gap, min(cuts) - gap):
        if box[0] + gap <= x <= box[2] - 3 * gap:
            ticks = tuple((x, tick[1]) for tick in way.ticks)
            return RulerLine((x, way.start[1]), (x, way.end[1]), ticks, way.label)
    return way


def measure(start: Spot, end: Spot, cun: float) -> RulerLine:
    """Return the drawn distance of `cun` from `start` to `end`."""
    whole = [between(start, end, number / cun) for number in range(floor(cun) + 1)]
    ticks = whole if cun == floor(cun) else [*whole, end]
    return RulerLine(start, end, tuple(ticks), f"{cun:g} cun")
