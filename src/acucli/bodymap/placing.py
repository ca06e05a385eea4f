"""Where a point lies in a figure: the rules of its places, carried out on the figure's landmarks and rulers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from acucli.bodymap.geometry import Spot, between, crossings, distance
from acucli.bodymap.outline import masks
from acucli.errors import AcuError, ExitStatus
from acucli.model.figures import Figure, Ruler
from acucli.model.points import Place, Point


class PlacedRuler(NamedTuple):
    """Both ends of a ruler in a figure, and the ruler."""

    start: Spot
    end: Spot
    ruler: Ruler


class PlacingError(AcuError):
    """A place cannot be carried out; the sentence names the point, the figure and what is missing."""

    status = ExitStatus.DATA_INVALID

    def __init__(self, code: str, view: str, reason: str) -> None:
        self.code, self.view, self.reason = code, view, reason
        super().__init__(f"{code} cannot be placed in {view}: {reason}")


class Placer:
    """Places points in one figure, in millimetres of the figure as it is written.

    Where the figure itself says where it has a point, that holds: it was worked out on the body's surface. Any other
    point is looked up in `points` by code and worked out once by its rules. A symmetric figure holds the positions of
    its written half, x >= 0.
    """

    def __init__(self, figure: Figure, points: Mapping[str, Point]) -> None:
        self.figure = figure
        self._points = points
        self._found: dict[str, tuple[Spot, ...]] = {}
        self._busy: list[str] = []
        self._masks: list[list[Spot]] | None = None

    def spots(self, code: str) -> tuple[Spot, ...]:
        """Return every place of the point in this figure, the written half only; empty where it has none.

        Raises:
            PlacingError: a rule names a landmark, ruler or point that is not there, or points refer in a circle.
        """
        if code in self.figure.spots:
            return self.figure.spots[code]
        if code not in self._found:
            if code in self._busy:
                raise PlacingError(code, self.figure.name, f"it refers to itself by way of {self._busy[-1]}")
            self._busy.append(code)
            try:
                point = self._points.get(code)
                places = places_in(point, self.figure.name) if point else ()
                self._found[code] = tuple(self._placed(code, place) for place in places)
            finally:
                self._busy.pop()
        return self._found[code]

    def landmark(self, name: str, *, code: str = "") -> Spot:
        """Return a landmark of the figure, or the first place of the point of that name.

        Raises:
            PlacingError: the figure has no such landmark, and no point of that name lies in it.
        """
        spot = self.figure.landmarks.get(name)
        if spot is not None:
            return spot
        found = self.spots(name)
        if not found:
            raise PlacingError(code or name, self.figure.name, f"the figure has no landmark or point {name!r}")
        return found[0]

    def ruler(self, name: str, *, code: str = "") -> PlacedRuler:
        """Return both ends of a ruler, and the ruler itself.

        Raises:
            PlacingError: the figure has no such ruler, or one of its ends is missing.
        """
        ruler = self.figure.rulers.get(name)
        if ruler is None:
            raise PlacingError(code or name, self.figure.name, f"the figure has no ruler {name!r}")
        return PlacedRuler(self.landmark(ruler.start, code=code), self.landmark(ruler.end, code=code), ruler)

    def _placed(self, code: str, place: Place) -> Spot:
        match place.rule:
            case "ruler":
                return self._along(code, place)
            case "line":
                return self._on_line(code, place)
            case "level":
                return self._at_level(code, place)
            case "off":
                return self._beside(code, place)
            case "seen":
                raise PlacingError(code, self.figure.name, "the figure does not say where it has the point")
            case _:
                start = self.landmark(place.at, code=code)
                dx, dy = place.mm or (0.0, 0.0)
                return (start[0] + dx, start[1] + dy)

    def _along(self, code: str, place: Place) -> Spot:
        start, end, ruler = self.ruler(place.along, code=code)
        spot = between(start, end, (place.cun or 0.0) / ruler.cun)
        return spot if place.across is None else self._across(code, spot, start, end, ruler, place.across)

    def _across(self, code: str, spot: Spot, start: Spot, end: Spot, ruler: Ruler, share: float) -> Spot:
        """Return the spot at `share` of the limb's breadth, measured square to the ruler."""
        length = distance(start, end)
        direction = ((end[1] - start[1]) / length, (start[0] - end[0]) / length)
        if (direction[0] < 0) != (ruler.zero == "right"):
            direction = (-direction[0], -direction[1])
        if self._masks is None:
            self._masks = masks(self.figure)
        for region in self._masks:
            cuts = crossings(region, spot, direction)
            for near, far in zip(cuts[::2], cuts[1::2], strict=False):
                if near <= 0.0 <= far:
                    way = near + (far - near) * share
                    return (spot[0] + direction[0] * way, spot[1] + direction[1] * way)
        raise PlacingError(code, self.figure.name, "its ruler leaves the body there")

    def _on_line(self, code: str, place: Place) -> Spot:
        if not place.of:
            raise PlacingError(code, self.figure.name, "a line needs `of`, the cun of its whole length")
        start, end = self.landmark(place.from_, code=code), self.landmark(place.to, code=code)
        return between(start, end, (place.cun or 0.0) / place.of)

    def _at_level(self, code: str, place: Place) -> Spot:
        start, end, ruler = self.ruler(place.along, code=code)
        reach = (place.lateral or 0.0) * (end[0] - start[0]) / ruler.cun
        return (start[0] + reach, self.landmark(place.at, code=code)[1])

    def _beside(self, code: str, place: Place) -> Spot:
        start, end, ruler = self.ruler(place.along, code=code)
        unit = distance(start, end) / ruler.cun
        x, y = self.landmark(place.at, code=code)
        return (x + (place.dx or 0.0) * unit, y + (place.dy or 0.0) * unit)


def places_in(point: Point, view: str) -> tuple[Place, ...]:
    """Return the places of `point` in the figure called `view`, one for each site."""
    return tuple(place for place in point.places if place.view == view and place.rule != "none")


def views_of(point: Point) -> tuple[str, ...]:
    """Return the names of the figures that show `point`, the primary view first."""
    return tuple(dict.fromkeys(place.view for place in point.places if place.rule != "none"))


def reasons_without_picture(point: Point) -> Iterator[str]:
    """Yield why the point cannot be shown, from its `none` rules."""
    return (place.why for place in point.places if place.rule == "none")
