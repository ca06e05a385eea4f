"""What a viewer sees of the surface, on a grid of pixels: nearness, the triangle, and values blended over it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from training.body.surface import Floats, Ints

EMPTY = -1e9
_CHUNK = 200_000


class Seen(NamedTuple):
    """A grid of rows and columns: `near` is the nearness in millimetres (EMPTY where nothing is, `triangle` -1)."""

    near: Floats
    triangle: Ints
    values: Floats


def seen(spots: Floats, corners: Ints, values: Floats, shape: tuple[int, int]) -> Seen:
    """Return what is seen: `spots` are column, row and nearness of every vertex, `values` what is blended."""
    rows, columns = shape
    first = spots[corners]
    low = np.floor(first[:, :, :2].min(1)).astype(int)
    high = np.ceil(first[:, :, :2].max(1)).astype(int)
    inside = (high[:, 0] >= 0) & (high[:, 1] >= 0) & (low[:, 0] < columns) & (low[:, 1] < rows)
    (ax, ay, _), (bx, by, _), (cx, cy, _) = (first[:, k].T for k in range(3))
    area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
    inside &= np.abs(area) > 1e-12
    near = np.full(rows * columns, EMPTY)
    which = np.full(rows * columns, -1)
    weights = np.zeros((rows * columns, 3))
    size = np.maximum(high - low + 1, 1).max(1)
    for wide in np.unique(2 ** np.ceil(np.log2(np.maximum(size, 2))).astype(int)):
        chosen = np.flatnonzero(inside & (2 ** np.ceil(np.log2(np.maximum(size, 2))).astype(int) == wide))
        step = max(1, _CHUNK * 8 // (wide * wide))
        grid = np.stack(np.meshgrid(np.arange(wide), np.arange(wide)), -1).reshape(-1, 2)
        for start in range(0, len(chosen), step):
            group = chosen[start : start + step]
            at = low[group][:, None] + grid
            x, y = at[..., 0], at[..., 1]
            a = (
                (by - cy)[group, None] * (x - cx[group, None]) + (cx - bx)[group, None] * (y - cy[group, None])
            ) / area[group, None]
            b = (
                (cy - ay)[group, None] * (x - cx[group, None]) + (ax - cx)[group, None] * (y - cy[group, None])
            ) / area[group, None]
            c = 1 - a - b
            hit = (a >= -1e-9) & (b >= -1e-9) & (c >= -1e-9) & (x >= 0) & (y >= 0) & (x < columns) & (y < rows)
            if not hit.any():
                continue
            triangle = np.nonzero(hit)[0]
            a, b, c = a[hit], b[hit], c[hit]
            z = first[group[triangle], :, 2]
            depth = a * z[:, 0] + b * z[:, 1] + c * z[:, 2]
            pixel = y[hit] * columns + x[hit]
            order = np.lexsort((depth, pixel))
            last = np.append(np.diff(pixel[order]) != 0, True)
            best = order[last]
            better = best[depth[best] > near[pixel[best]]]
            near[pixel[better]] = depth[better]
            which[pixel[better]] = group[triangle[better]]
            weights[pixel[better]] = np.stack([a[better], b[better], c[better]], 1)
    blended = np.zeros((rows * columns, values.shape[1]))
    full = which >= 0
    blended[full] = np.einsum("nk,nkv->nv", weights[full], values[corners[which[full]]])
    return Seen(near.reshape(shape), which.reshape(shape), blended.reshape(rows, columns, -1))
