"""Lays a hand-drawn figure upon a view of the body: a smooth map (thin plate) through what both have in common."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np

from acucli.bodymap.geometry import crossings
from acucli.bodymap.outline import masks
from acucli.model.figures import Figure
from training.body.drawing import Drawn
from training.body.marks import FLIPPED, LEVELS, MARKS
from training.body.surface import Floats

LINES = Path(__file__).with_name("lines")


class Plate:
    """A map of the plane through pairs of spots, as little bent as may be."""

    def __init__(self, before: Floats, after: Floats, stiff: float = 1.0) -> None:
        self.before = before
        count = len(before)
        matrix = np.zeros((count + 3, count + 3))
        matrix[:count, :count] = _bending(before, before) + stiff * np.eye(count)
        matrix[:count, count:] = np.column_stack([np.ones(count), before])
        matrix[count:, :count] = matrix[:count, count:].T
        self.weights = np.linalg.solve(matrix, np.concatenate([after, np.zeros((3, 2))]))

    def __call__(self, spots: Floats) -> Floats:
        spots = np.atleast_2d(np.asarray(spots, float))
        flat = np.column_stack([_bending(spots, self.before), np.ones(len(spots)), spots])
        return flat @ self.weights


def _bending(one: Floats, other: Floats) -> Floats:
    square = ((one[:, None] - other[None]) ** 2).sum(-1)
    return square * np.log(np.maximum(square, 1e-12))


def figure_of(view: str) -> Figure:
    """Return the hand-drawn figure of a view."""
    return msgspec.convert(json.loads((LINES / f"{view}.json").read_text(encoding="utf-8")), Figure)


def edges(drawn_masks: list[list[tuple[float, float]]], y: float, x: float) -> tuple[float, float] | None:
    """Return where a body region begins and ends on the height `y`, the region around `x`."""
    for region in drawn_masks:
        cuts = crossings(region, (x, y), (1.0, 0.0))
        for near, far in zip(cuts[::2], cuts[1::2], strict=False):
            if near <= 0.0 <= far:
                return x + near, x + far
    return None


def plate_of(view: str, figure: Figure, drawn: Drawn, given: Mapping[str, tuple[float, float]]) -> Plate:
    """Return the map from a hand-drawn figure to its view; `given` landmarks are those that other views own."""
    sign = -1 if view in FLIPPED else 1
    pairs: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for name, spot in {**MARKS.get(view, {}), **given}.items():
        if name in figure.landmarks:
            x, y = figure.landmarks[name]
            pairs.append(((sign * x, y), spot))
            if figure.symmetric and abs(x) > 1:
                pairs.append(((-x, y), (-spot[0], spot[1])))
    regions = [[(float(x), float(y)) for x, y in chain[:, :2]] for chain in drawn.masks]
    drawn_before = masks(figure)
    for before, after in LEVELS.get(view, ()):
        old, new = edges(drawn_before, before, 0.0), edges(regions, after, 0.0)
        if old and new:
            pairs += [((old[0], before), (new[0], after)), ((old[1], before), (new[1], after))]
    unique = dict(pairs)
    return Plate(np.array(list(unique), float), np.array(list(unique.values()), float))


def landmarks_of(
    view: str, figure: Figure, plate: Plate, given: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return the landmarks of a figure on its view: those set by hand as they are, the others by the map."""
    sign = -1 if view in FLIPPED else 1
    found = {}
    for name, (x, y) in figure.landmarks.items():
        spot = given.get(name) or MARKS.get(view, {}).get(name) or tuple(plate(np.array([[sign * x, y]]))[0])
        found[name] = (float(spot[0]), float(spot[1]))
    return found
