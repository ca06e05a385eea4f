"""Plane geometry of the body maps: splines, polygons, mirror images; millimetres, y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import hypot

from acucli.model.figures import Node

Spot = tuple[float, float]
Curve = tuple[Spot, Spot, Spot, Spot]
Box = tuple[float, float, float, float]


def curves(nodes: Sequence[Node], closed: bool) -> list[Curve]:
    """Return the cubic Bézier curves of the centripetal Catmull-Rom spline through `nodes`.

    A node of kind "c" ends one stretch of spline and begins the next; a closed path returns to its first node.
    """
    count = len(nodes)
    spots = [(node.x, node.y) for node in nodes]
    corner = [node.kind == "c" for node in nodes]
    found: list[Curve] = []
    for index in range(count if closed else count - 1):
        after = (index + 1) % count
        start, end = spots[index], spots[after]
        if start == end:
            continue
        first = (not closed and index == 0) or corner[index]
        last = (not closed and after == count - 1) or corner[after]
        before = _reflected(start, end) if first else spots[index - 1]
        beyond = _reflected(end, start) if last else spots[(after + 1) % count]
        found.append(_curve(before, start, end, beyond))
    return found


def flattened(nodes: Sequence[Node], closed: bool, step: float) -> list[Spot]:
    """Return the spline as a chain of spots, its pieces about `step` millimetres long."""
    pieces = curves(nodes, closed)
    if not pieces:
        return [(node.x, node.y) for node in nodes]
    chain = [pieces[0][0]]
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in pieces:
        count = min(24, int((abs(dx - ax) + abs(dy - ay)) / step) + 1)
        for wa, wb, wc, wd in _weights(count):
            chain.append((wa * ax + wb * bx + wc * cx + wd * dx, wa * ay + wb * by + wc * cy + wd * dy))
    return chain


def mirrored(spot: Spot) -> Spot:
    """Return the mirror image of `spot` across the midline x = 0."""
    return (-spot[0] or 0.0, spot[1])


def between(start: Spot, end: Spot, share: float) -> Spot:
    """Return the spot that divides the way from `start` to `end` at `share` (0 start, 1 end)."""
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def distance(start: Spot, end: Spot) -> float:
    """Return the distance of two spots in millimetres."""
    return hypot(end[0] - start[0], end[1] - start[1])


def contains(polygon: Sequence[Spot], spot: Spot) -> bool:
    """Tell whether `spot` lies inside the closed `polygon` (even-odd rule)."""
    x, y = spot
    inside = False
    px, py = polygon[-1]
    for qx, qy in polygon:
        if (qy > y) != (py > y) and x < (px - qx) * (y - qy) / (py - qy) + qx:
            inside = not inside
        px, py = qx, qy
    return inside


def edge_distance(polygon: Sequence[Spot], spot: Spot) -> float:
    """Return how many millimetres lie between `spot` and the nearest edge of the closed `polygon`."""
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return min(_to_piece(spot, start, end) for start, end in pairs)


def crossings(polygon: Sequence[Spot], spot: Spot, direction: Spot) -> list[float]:
    """Return where the line through `spot` along the unit vector `direction` cuts the closed polygon.

    The numbers are signed millimetres from `spot`, in ascending order.
    """
    ux, uy = direction
    found: list[float] = []
    px, py = polygon[-1]
    p_side = (px - spot[0]) * uy - (py - spot[1]) * ux
    for qx, qy in polygon:
        q_side = (qx - spot[0]) * uy - (qy - spot[1]) * ux
        if (p_side > 0) != (q_side > 0):
            share = p_side / (p_side - q_side)
            cx, cy = px + (qx - px) * share - spot[0], py + (qy - py) * share - spot[1]
            found.append(cx * ux + cy * uy)
        px, py, p_side = qx, qy, q_side
    return sorted(found)


def bounds(spots: Iterable[Spot]) -> Box:
    """Return left, top, right and bottom of all `spots`."""
    xs, ys = zip(*spots, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _reflected(centre: Spot, spot: Spot) -> Spot:
    return (2 * centre[0] - spot[0], 2 * centre[1] - spot[1])


def _curve(before: Spot, start: Spot, end: Spot, beyond: Spot) -> Curve:
    """Return the Bézier curve from `start` to `end`; the exponent 0.5 of centripetal splines avoids loops."""
    d0 = distance(before, start) ** 0.5 or 1e-6
    d1 = distance(start, end) ** 0.5
    d2 = distance(end, beyond) ** 0.5 or 1e-6
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = before, start, end, beyond
    a, b, c = d1 / (3 * d0), d1 / (3 * (d0 + d1)), 1 / 3
    d, e = d1 / (3 * (d1 + d2)), d1 / (3 * d2)
    first = (
        x1 + (x1 - x0) * a - (x2 - x0) * b + (x2 - x1) * c,
        y1 + (y1 - y0) * a - (y2 - y0) * b + (y2 - y1) * c,
    )
    second = (
        x2 - (x2 - x1) * c + (x3 - x1) * d - (x3 - x2) * e,
        y2 - (y2 - y1) * c + (y3 - y1) * d - (y3 - y2) * e,
    )
    return (start, first, second, end)


@lru_cache(maxsize=32)
def _weights(count: int) -> tuple[tuple[float, float, float, float], ...]:
    """Return the Bernstein weights at the ends of `count` equal steps."""
    found = []
    for index in range(1, count + 1):
        t = index / count
        s = 1 - t
        found.append((s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t))
    return tuple(found)


def _to_piece(spot: Spot, start: Spot, end: Spot) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((spot[0] - start[0]) * dx + (spot[1] - start[1]) * dy) / length if length else 0.0
    return distance(spot, between(start, end, min(1.0, max(0.0, share))))
