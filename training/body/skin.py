"""Spots on the skin: found from what a viewer sees, carried from pose to pose, seen again from elsewhere, measured."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from training.body.drawing import Drawn
from training.body.surface import Floats
from training.body.views import MM, Posed, posed, projected

RIM_MM = 2.7
_STEP = 0.5


class Address(NamedTuple):
    """A spot on the skin, in any pose: a triangle of the refined surface and the shares of its corners."""

    triangle: int
    shares: tuple[float, float, float]


def address(drawn: Drawn, spot: tuple[float, float]) -> Address:
    """Return what the viewer sees at a spot in millimetres of the view, at least RIM_MM inside the outline."""
    x, y = inside(drawn, spot)
    left, top, _, _ = drawn.view.box
    rows, columns = drawn.seen.near.shape
    column = int(np.clip(round((x - left) * drawn.view.scale), 0, columns - 1))
    row = int(np.clip(round((y - top) * drawn.view.scale), 0, rows - 1))
    triangle = int(drawn.seen.triangle[row, column])
    corners = drawn.spots[drawn.corners[triangle], :2]
    matrix = np.vstack([corners.T, np.ones(3)])
    shares = np.linalg.lstsq(matrix, np.array([x, y, 1.0]), rcond=None)[0]
    shares = np.clip(shares, 0, 1)
    return Address(int(drawn.chosen[triangle]), tuple(shares / shares.sum()))


def inside(drawn: Drawn, spot: tuple[float, float], margin: float = RIM_MM) -> tuple[float, float]:
    """Return the spot, moved inside the outline where it lies beyond it or on its rim."""
    left, top, _, _ = drawn.view.box
    scale = drawn.view.scale
    deep = drawn.depth > margin * scale
    column, row = (spot[0] - left) * scale, (spot[1] - top) * scale
    rows, columns = deep.shape
    r, c = int(np.clip(round(row), 0, rows - 1)), int(np.clip(round(column), 0, columns - 1))
    if deep[r, c] and 0 <= column < columns and 0 <= row < rows:
        return spot
    ys, xs = np.nonzero(deep)
    best = int(np.argmin((ys - row) ** 2 + (xs - column) ** 2))
    return (left + xs[best] / scale, top + ys[best] / scale)


def on_skin(where: Address, surface: Posed) -> Floats:
    """Return the spot in decimetres of a pose."""
    return np.array(where.shares) @ surface.vertices[surface.corners[where.triangle]]


def mirror_of(where: Address, surface: Posed) -> Floats:
    """Return the mirror image of the spot, in decimetres of a pose that is the same on both sides."""
    return on_skin(where, surface) * (-1, 1, 1)


def from_view(where: Address, drawn: Drawn, *, mirrored: bool = False) -> tuple[float, float, float]:
    """Return x, y of the spot in another view, and by how many millimetres something hides it (below 0: nothing)."""
    surface = posed(drawn.view.pose)
    spot = mirror_of(where, surface) if mirrored else on_skin(where, surface)
    x, y, near = projected(drawn.frame, spot[None])[0]
    left, top, _, _ = drawn.view.box
    rows, columns = drawn.seen.near.shape
    row, column = round((y - top) * drawn.view.scale), round((x - left) * drawn.view.scale)
    if not (0 <= row < rows and 0 <= column < columns):
        return float(x), float(y), 1e9
    return float(x), float(y), float(drawn.seen.near[row, column] - near)


def walked(drawn: Drawn, start: tuple[float, float], way: tuple[float, float], length: float) -> tuple[float, float]:
    """Return where one is after `length` millimetres of skin from `start`, in the direction `way` of the view."""
    size = float(np.hypot(*way))
    unit = (way[0] / size, way[1] / size)
    at, gone = 0.0, 0.0
    height = _height(drawn, start)
    while gone < length:
        after = (start[0] + unit[0] * (at + _STEP), start[1] + unit[1] * (at + _STEP))
        rise = _height(drawn, after) - height
        step = float(np.hypot(_STEP, rise)) if abs(rise) < 6 * _STEP else _STEP
        if gone + step > length:
            return (start[0] + unit[0] * (at + _STEP * (length - gone) / step),
                    start[1] + unit[1] * (at + _STEP * (length - gone) / step))  # fmt: skip
        gone, at, height = gone + step, at + _STEP, height + rise
    return start


def length_between(drawn: Drawn, start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how long the way along the skin is that looks straight in the view, in millimetres."""
    count = max(2, int(np.hypot(end[0] - start[0], end[1] - start[1]) / _STEP))
    at = np.linspace(0, 1, count + 1)
    spots = np.outer(1 - at, start) + np.outer(at, end)
    heights = np.array([_height(drawn, (x, y)) for x, y in spots])
    rises = np.diff(heights)
    flat = np.hypot(*np.diff(spots, axis=0).T)
    rises[np.abs(rises) > 6 * _STEP] = 0
    return float(np.hypot(flat, rises).sum())


def _height(drawn: Drawn, spot: tuple[float, float]) -> float:
    left, top, _, _ = drawn.view.box
    near = drawn.filled
    rows, columns = near.shape
    y = float(np.clip((spot[1] - top) * drawn.view.scale, 0, rows - 1.001))
    x = float(np.clip((spot[0] - left) * drawn.view.scale, 0, columns - 1.001))
    r, c = int(y), int(x)
    v, u = y - r, x - c
    return float(
        (1 - v) * ((1 - u) * near[r, c] + u * near[r, c + 1]) + v * ((1 - u) * near[r + 1, c] + u * near[r + 1, c + 1])
    )


def arc(surface: Posed, start: Floats, end: Floats, normal: Floats) -> float:
    """Return the length in millimetres of the way along the skin in the cut that holds `normal`."""
    return float(np.linalg.norm(np.diff(arc_spots(surface, start, end, normal), axis=0), axis=1).sum()) * MM


def arc_spots(surface: Posed, start: Floats, end: Floats, normal: Floats) -> Floats:
    """Return the shorter way along the skin from `start` to `end`, in the plane through both that holds `normal`."""
    across = np.cross(end - start, normal)
    across /= np.linalg.norm(across)
    side = (surface.vertices - start) @ across
    corners = surface.corners
    mixed = np.flatnonzero((side[corners].min(1) < 0) & (side[corners].max(1) >= 0))
    ends: dict[tuple[int, int], list[int]] = {}
    pieces: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for number, triangle in enumerate(corners[mixed].tolist()):
        cut = []
        for k in range(3):
            a, b = triangle[k], triangle[(k + 1) % 3]
            if (side[a] < 0) != (side[b] < 0):
                key = (a, b) if a < b else (b, a)
                cut.append(key)
                ends.setdefault(key, []).append(number)
        pieces.append((cut[0], cut[1]))
    spots = {
        (a, b): surface.vertices[a] + side[a] / (side[a] - side[b]) * (surface.vertices[b] - surface.vertices[a])
        for a, b in ends
    }
    middle = np.array([(spots[a] + spots[b]) / 2 for a, b in pieces])
    first = int(np.argmin(((middle - start) ** 2).sum(1)))
    last = int(np.argmin(((middle - end) ** 2).sum(1)))
    best = np.array([start, end])
    if first == last:
        return best
    shortest = np.inf
    for key in pieces[first]:
        way, piece = [start, spots[key]], first
        for _ in range(len(pieces)):
            onward = [other for other in ends[key] if other != piece]
            if not onward:
                break
            piece = onward[0]
            if piece == last:
                chain = np.array([*way, end])
                length = float(np.linalg.norm(np.diff(chain, axis=0), axis=1).sum())
                if length < shortest:
                    shortest, best = length, chain
                break
            a, b = pieces[piece]
            key = b if a == key else a
            way.append(spots[key])
    return best


def walked_toward(surface: Posed, start: Floats, end: Floats, normal: Floats, share: float) -> Floats:
    """Return the spot at a share of the shorter way along the skin, in the cut that holds `normal`."""
    chain = arc_spots(surface, start, end, normal)
    steps = np.linalg.norm(np.diff(chain, axis=0), axis=1)
    gone = np.concatenate([[0], np.cumsum(steps)])
    wanted = share * gone[-1]
    return np.array([np.interp(wanted, gone, chain[:, k]) for k in range(3)])


def nearest(surface: Posed, spot: Floats) -> Address:
    """Return the address of the spot of the skin that is nearest."""
    middles = surface.vertices[surface.corners].mean(1)
    best, found = 1e9, Address(0, (1.0, 0.0, 0.0))
    for triangle in np.argsort(((middles - spot) ** 2).sum(1))[:12]:
        corners = surface.vertices[surface.corners[triangle]]
        shares = np.linalg.lstsq(np.vstack([corners.T, np.full(3, 10.0)]), np.append(spot, 10.0), rcond=None)[0]
        shares = np.clip(shares, 0, 1)
        shares /= shares.sum()
        away = float(np.linalg.norm(shares @ corners - spot))
        if away < best:
            best, found = away, Address(int(triangle), tuple(shares))
    return found
