"""Puts every point once on the skin, by the rules of its first place, and sees it again from its other views.

A rule's directions are those of its view; its distances are walked along the skin, as shares of the body's own
measure: the ruler it names, measured along the skin too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from acucli.bodymap.geometry import crossings
from acucli.library.reader import read_file
from acucli.model.figures import Figure
from acucli.model.points import Place, Point
from training.body.drawing import Drawn
from training.body.fitting import Plate, figure_of, landmarks_of, plate_of
from training.body.marks import ALIASES, BORROWED, FLIPPED, MARKS, OWNERS, PLACED_BY
from training.body.skin import (
    Address,
    address,
    from_view,
    inside,
    length_between,
    nearest,
    on_skin,
    walked,
    walked_toward,
)
from training.body.surface import Floats
from training.body.views import POSED_VIEWS, Posed, posed

Spot = tuple[float, float]
_HIDDEN_MM = 8.0
_MIDLINE_DM = 0.02
_SHOW_ONLY = frozenset(view.name for view in POSED_VIEWS)


class Seat(NamedTuple):
    """Where a point sits: its address on the skin, and where its own rule has it in the view that placed it."""

    view: str
    where: Address
    spot: Spot


class Sheet:
    """One view with its hand-drawn figure laid upon it."""

    def __init__(self, name: str, drawn: Drawn, given: Mapping[str, Spot], owned: Mapping[str, Address]) -> None:
        self.name, self.drawn, self.owned = name, drawn, owned
        self.figure: Figure = figure_of(name)
        self.plate: Plate = plate_of(name, self.figure, drawn, given)
        self.landmarks = landmarks_of(name, self.figure, self.plate, given)
        self._units: dict[str, float] = {}
        self.borrowed: dict[tuple[str, str], Sheet] = {}

    @cached_property
    def regions(self) -> list[list[Spot]]:
        return [[(float(x), float(y)) for x, y in chain[:, :2]] for chain in self.drawn.masks]

    def unit(self, ruler: str) -> float:
        """Return how many millimetres of skin one cun of a ruler has."""
        if ruler not in self._units and (self.name, ruler) in self.borrowed:
            self._units[ruler] = self.borrowed[self.name, ruler].unit(ruler)
        if ruler not in self._units:
            start, end, cun = self.ends(ruler)
            self._units[ruler] = length_between(self.drawn, start, end) / cun
        return self._units[ruler]

    def ends(self, ruler: str) -> tuple[Spot, Spot, float]:
        """Return both ends of a ruler and its cun."""
        found = self.figure.rulers[ruler]
        return self.landmarks[found.start], self.landmarks[found.end], found.cun

    def moved(self, landmark: str, mm: Spot) -> Spot:
        """Return the spot some millimetres of the hand-drawn figure beside a landmark, laid upon the view."""
        sign = -1 if self.name in FLIPPED else 1
        x, y = self.figure.landmarks[landmark]
        start, end = self.plate(np.array([[sign * x, y], [sign * (x + mm[0]), y + mm[1]]]))
        base = self.landmarks[landmark]
        dx, dy = float(end[0] - start[0]), float(end[1] - start[1])
        if self.name.startswith(("head", "trunk")):  # here straight beside and straight below mean just that
            dx, dy = dx if mm[0] else 0.0, dy if mm[1] else 0.0
        return (base[0] + dx, base[1] + dy)

    def on_its_side(self, where: Address) -> tuple[Floats, Floats]:
        """Return an address as a spot and the direction out of the skin, on the side that the view shows."""
        surface = posed(self.drawn.view.pose)
        spot, normal = on_skin(where, surface), normal_at(surface, where)
        shows_left = self.figure.side == "left" or (self.figure.side == "both" and self.figure.facing == "viewer")
        if abs(spot[0]) > _MIDLINE_DM and (spot[0] > 0) != shows_left:
            return spot * (-1, 1, 1), normal * (-1, 1, 1)
        return spot, normal


class Placing:
    """All points on the skin; each is worked out once, those that a rule refers to before it."""

    def __init__(self, sheets: Mapping[str, Sheet], points: Mapping[str, Point]) -> None:
        self.sheets, self.points = sheets, points
        self._seats: dict[str, tuple[Seat, ...]] = {}

    def seats(self, code: str) -> tuple[Seat, ...]:
        """Return the seats of a point, one for each of its sites; empty where no view of the body shows it."""
        if code not in self._seats:
            places = [
                place
                for place in self.points[code].places
                if place.rule not in ("none", "seen") and place.view not in _SHOW_ONLY
            ]
            view = PLACED_BY.get(code) or (places[0].view if places else "")
            first = [place for place in places if place.view == view]
            if not first or first[0].view not in self.sheets:
                return ()
            self._seats[code] = tuple(self._seat(place) for place in first)
        return self._seats[code]

    def _seat(self, place: Place) -> Seat:
        sheet = self.sheets[place.view]
        if place.rule == "line":
            where = self._on_line(sheet, place)
            x, y, _ = seen_on(where, sheet.drawn, sheet.figure)
            return Seat(place.view, where, inside(sheet.drawn, (x, y)))
        spot = inside(sheet.drawn, self.spot(sheet, place))
        return Seat(place.view, address(sheet.drawn, spot), spot)

    def landmark(self, sheet: Sheet, name: str) -> Spot:
        """Return a landmark of the view, or the first site of the point of that name as the view sees it."""
        if name in sheet.landmarks:
            return sheet.landmarks[name]
        seat = self.seats(name)[0]
        if seat.view == sheet.name:
            return seat.spot
        x, y, _ = seen_on(seat.where, sheet.drawn, sheet.figure)
        return (x, y)

    def spot(self, sheet: Sheet, place: Place) -> Spot:
        """Return where a rule leads in its view."""
        drawn = sheet.drawn
        match place.rule:
            case "ruler":
                start, end, _ = sheet.ends(place.along)
                way = (end[0] - start[0], end[1] - start[1])
                found = self._along(sheet, place)
                return found if place.across is None else self._across(sheet, place, found, way)
            case "line":
                x, y, _ = seen_on(self._on_line(sheet, place), drawn, sheet.figure)
                return (x, y)
            case "level":
                return self._at_level(sheet, place)
            case "off":
                spot, unit = self.landmark(sheet, place.at), sheet.unit(place.along)
                if place.dy:
                    spot = walked(drawn, spot, (0.0, np.sign(place.dy)), abs(place.dy) * unit)
                if place.dx:
                    sign = -1 if sheet.name in FLIPPED else 1
                    spot = walked(drawn, spot, (sign * np.sign(place.dx), 0.0), abs(place.dx) * unit)
                return spot
            case _:
                if place.at in sheet.figure.landmarks:
                    return sheet.moved(place.at, place.mm or (0.0, 0.0))
                dx, dy = place.mm or (0.0, 0.0)
                x, y = self.landmark(sheet, place.at)
                return (x + dx, y + dy)

    def _along(self, sheet: Sheet, place: Place) -> Spot:
        """Return where one is after some cun of a ruler; a limb's heights are the same from every side."""
        owner = sheet.borrowed.get((sheet.name, place.along), sheet)
        start, end, _ = owner.ends(place.along)
        way = (end[0] - start[0], end[1] - start[1])
        x, y = walked(owner.drawn, start, way, (place.cun or 0) * owner.unit(place.along))
        if owner is sheet:
            return (x, y)
        start, end, _ = sheet.ends(place.along)
        return (start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1]), y)

    def _on_line(self, sheet: Sheet, place: Place) -> Address:
        """Return the address at its share of the way along the skin between two places of the body."""
        surface = posed(sheet.drawn.view.pose)
        start, out = sheet.on_its_side(self.where(sheet, place.from_))
        end, out_there = sheet.on_its_side(self.where(sheet, place.to))
        share = (place.cun or 0) / (place.of or 1)
        return nearest(surface, walked_toward(surface, start, end, out + out_there, share))

    def where(self, sheet: Sheet, name: str) -> Address:
        """Return the address of a landmark or of the first site of a point."""
        if name in sheet.owned:
            return sheet.owned[name]
        if name in sheet.landmarks:
            return address(sheet.drawn, sheet.landmarks[name])
        return self.seats(name)[0].where

    def _at_level(self, sheet: Sheet, place: Place) -> Spot:
        """Return the spot beside the midline: straight as far as the ruler goes, beyond it along the skin."""
        start, end, cun = sheet.ends(place.along)
        lateral = place.lateral or 0.0
        unit = (end[0] - start[0]) / cun
        spot = (start[0] + min(lateral, cun) * unit, self.landmark(sheet, place.at)[1])
        return walked(sheet.drawn, spot, (unit, 0.0), (lateral - cun) * abs(unit)) if lateral > cun else spot

    def _across(self, sheet: Sheet, place: Place, spot: Spot, way: Spot) -> Spot:
        """Return the spot at a share of the limb's breadth, square to the ruler."""
        size = float(np.hypot(*way))
        direction = (way[1] / size, -way[0] / size)
        from_right = (sheet.figure.rulers[place.along].zero == "right") != (sheet.name in FLIPPED)
        if (direction[0] < 0) != from_right:
            direction = (-direction[0], -direction[1])
        for region in sheet.regions:
            cuts = crossings(region, spot, direction)
            for near, far in zip(cuts[::2], cuts[1::2], strict=False):
                if near <= 0.0 <= far:
                    go = near + (far - near) * (place.across or 0.0)
                    return (spot[0] + direction[0] * go, spot[1] + direction[1] * go)
        raise ValueError(f"{place.view}: the ruler {place.along} leaves the body")

    def seen_from(self, code: str, view: str) -> list[tuple[Spot, float]]:
        """Return where a view sees the sites of a point, each with the millimetres that hide it."""
        sheet = self.sheets[view]
        found = []
        for seat in self.seats(code):
            if seat.view == view:
                found.append((seat.spot, 0.0))
                continue
            x, y, hidden = seen_on(seat.where, sheet.drawn, sheet.figure)
            found.append((inside(sheet.drawn, (x, y)), hidden))
        return found


def normal_at(surface: Posed, where: Address) -> Floats:
    """Return the direction out of the skin there."""
    return np.array(where.shares) @ surface.normals[surface.corners[where.triangle]]


def seen_on(where: Address, drawn: Drawn, figure: Figure) -> tuple[float, float, float]:
    """Return where a view sees a spot, of the side that the figure shows, and the millimetres that hide it."""
    if figure.symmetric:
        one, other = from_view(where, drawn), from_view(where, drawn, mirrored=True)
        return one if one[0] >= other[0] else other
    on_left = on_skin(where, posed("standing"))[0] > 0
    return from_view(where, drawn, mirrored=on_left != (figure.side == "left"))


def sheets_of(drawings: Mapping[str, Drawn]) -> dict[str, Sheet]:
    """Return every view with its figure; a landmark that another view owns is where that view has set it."""
    addresses: dict[str, Address] = {}
    owned: dict[str, Sheet] = {}
    for view, names in OWNERS.items():
        owned[view] = sheet = Sheet(view, drawings[view], {}, {})
        for name in names:
            if name in sheet.landmarks:
                addresses[name] = address(sheet.drawn, sheet.landmarks[name])
    sheets: dict[str, Sheet] = {}
    for view, drawn in drawings.items():
        figure = figure_of(view)
        given: dict[str, Spot] = {}
        known: dict[str, Address] = {}
        for name in figure.landmarks:
            owner = ALIASES.get(view, {}).get(name, name)
            if owner not in addresses or owner in OWNERS.get(view, ()):
                continue
            known[name] = addresses[owner]
            x, y, hidden = seen_on(addresses[owner], drawn, figure)
            if hidden < _HIDDEN_MM or name not in MARKS.get(view, {}):
                given[name] = (x, y)
        sheets[view] = Sheet(view, drawn, given, known)
    for (view, ruler), owner in BORROWED.items():
        sheets[view].borrowed[view, ruler] = sheets[owner]
    return sheets


def read_points(folder: Path) -> dict[str, Point]:
    """Return the points of the library, straight from its files."""
    points: dict[str, Point] = {}
    for file in sorted((folder / "points").glob("*.yaml")):
        for record in msgspec.convert(read_file(file, file.name).value, list[Point]):
            points[record.code] = record
    return points
