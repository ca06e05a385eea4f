"""Lines of a drawing: outlines, edges behind which the body goes on, creases; each a chain of spots in millimetres."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from scipy import ndimage

from training.body.raster import EMPTY, Seen
from training.body.surface import Floats, Ints

Chain = Floats
_NEIGHBOURS = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]


def turning(spots: Floats, corners: Ints, facing: Floats) -> list[Chain]:
    """Return the chains on the surface where it turns away from the viewer; `facing` is signed, per vertex.

    A chain keeps column, row and nearness of its spots.
    """
    sign = facing[corners] > 0
    mixed = np.flatnonzero(sign.any(1) & ~sign.all(1))
    ends: dict[tuple[int, int], list[int]] = defaultdict(list)
    pieces: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for number, (triangle, front) in enumerate(zip(corners[mixed].tolist(), sign[mixed].tolist(), strict=True)):
        cut = []
        for k in range(3):
            a, b = triangle[k], triangle[(k + 1) % 3]
            if front[k] != front[(k + 1) % 3]:
                cut.append((a, b) if a < b else (b, a))
        pieces.append((cut[0], cut[1]))
        for end in cut:
            ends[end].append(number)
    where = {}
    for a, b in ends:
        share = facing[a] / (facing[a] - facing[b])
        where[(a, b)] = spots[a] + (spots[b] - spots[a]) * share
    return [np.array([where[key] for key in keys]) for keys in _linked(pieces, ends)]


def _linked(pieces, ends):  # type: ignore[no-untyped-def]
    """Yield the keys of pieces joined at their ends, open chains first."""
    used = [False] * len(pieces)
    starts = [key for key, at in ends.items() if len(at) == 1] + list(ends)
    for start in starts:
        for first in ends[start]:
            if used[first]:
                continue
            keys, key, piece = [start], start, first
            while piece is not None:
                used[piece] = True
                a, b = pieces[piece]
                key = b if a == key else a
                keys.append(key)
                piece = next((other for other in ends[key] if not used[other]), None)
            yield keys


def visible(chain: Chain, view: Seen, origin: Floats, scale: float, slack: float) -> list[Chain]:
    """Return the stretches of a chain that nothing hides; `slack` is how many millimetres may lie before it."""
    x = np.rint((chain[:, 0] - origin[0]) * scale).astype(int)
    y = np.rint((chain[:, 1] - origin[1]) * scale).astype(int)
    rows, columns = view.near.shape
    inside = (x >= 1) & (y >= 1) & (x < columns - 1) & (y < rows - 1)
    x, y = np.clip(x, 1, columns - 2), np.clip(y, 1, rows - 2)
    least = np.min([view.near[y + dy, x + dx] for dy, dx in [*_NEIGHBOURS, (0, 0)]], 0)
    free = inside & (chain[:, 2] >= least - slack)
    free = ndimage.binary_closing(np.pad(free, 3, mode="edge"), np.ones(5))[3:-3] & inside
    return [chain[a:b] for a, b in _runs(free) if b - a >= 3]


def _runs(flags: Floats) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return list(zip(edges[::2], edges[1::2], strict=True))


def concavity(view: Seen, scale: float, blur: float) -> Floats:
    """Return how strongly the surface is hollow at every pixel, per millimetre, blurred over `blur` millimetres."""
    there = view.triangle >= 0
    unit = view.values[..., :3] / (np.linalg.norm(view.values[..., :3], axis=2, keepdims=True) + 1e-9)
    sigma = blur * scale
    weight = ndimage.gaussian_filter(there.astype(float), sigma) + 1e-6
    across = ndimage.gaussian_filter(np.where(there, unit[..., 0], 0), sigma) / weight
    down = ndimage.gaussian_filter(np.where(there, -unit[..., 1], 0), sigma) / weight
    spread = np.gradient(across, axis=1) + np.gradient(down, axis=0)
    inner = ndimage.binary_erosion(there & (unit[..., 2] > 0.25), iterations=max(1, int(sigma)))
    return np.where(inner, -spread * scale, 0)


def ridges(field: Floats, low: float, high: float, shortest: float) -> list[Chain]:
    """Return the crests of a field as chains of columns and rows: above `high` somewhere, above `low` throughout."""
    smooth = field
    gy, gx = np.gradient(smooth)
    gyy, gyx = np.gradient(gy)
    gxy, gxx = np.gradient(gx)
    mixed = (gxy + gyx) / 2
    half = np.sqrt(((gxx - gyy) / 2) ** 2 + mixed**2)
    least = (gxx + gyy) / 2 - half
    angle = 0.5 * np.arctan2(2 * mixed, gxx - gyy) + np.pi / 2
    dx, dy = np.cos(angle), np.sin(angle)
    rows, columns = np.indices(field.shape)
    before = ndimage.map_coordinates(smooth, [rows - dy, columns - dx], order=1, mode="nearest")
    after = ndimage.map_coordinates(smooth, [rows + dy, columns + dx], order=1, mode="nearest")
    crest = (smooth >= before) & (smooth >= after) & (least < 0) & (smooth > low)
    crest = _thinned(ndimage.binary_dilation(crest))
    labels, count = ndimage.label(crest, np.ones((3, 3)))
    strongest = ndimage.maximum(smooth, labels, np.arange(1, count + 1)) if count else []
    keep = np.isin(labels, 1 + np.flatnonzero(np.asarray(strongest) > high))
    return [chain for chain in _walked(crest & keep) if len(chain) >= shortest]


def _thinned(mask: Ints) -> Ints:
    """Return the skeleton of a mask (Zhang and Suen)."""
    image = np.pad(mask.astype(np.uint8), 1)
    while True:
        removed = 0
        for step in (0, 1):
            p = [np.roll(image, shift, (0, 1)) for shift in
                 ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))]  # fmt: skip
            count = sum(p)
            changes = sum((p[k] == 0) & (p[(k + 1) % 8] == 1) for k in range(8))
            if step == 0:
                corner = (p[0] * p[2] * p[4] == 0) & (p[2] * p[4] * p[6] == 0)
            else:
                corner = (p[0] * p[2] * p[6] == 0) & (p[0] * p[4] * p[6] == 0)
            gone = (image == 1) & (count >= 2) & (count <= 6) & (changes == 1) & corner
            removed += int(gone.sum())
            image[gone] = 0
        if not removed:
            return image[1:-1, 1:-1].astype(bool)


def _walked(mask: Ints) -> list[Chain]:
    """Return the branches of a skeleton, from end or fork to end or fork."""
    cells = set(zip(*np.nonzero(mask), strict=True))
    near = {cell: [(cell[0] + dy, cell[1] + dx) for dy, dx in _NEIGHBOURS if (cell[0] + dy, cell[1] + dx) in cells]
            for cell in cells}  # fmt: skip
    chains, used = [], set()
    order = sorted(cells, key=lambda cell: (len(near[cell]) == 2, cell))
    for start in order:
        for first in near[start]:
            if (start, first) in used or (len(near[start]) == 2 and start in used):
                continue
            chain, previous, here = [start], start, first
            used.add((start, first))
            while True:
                chain.append(here)
                used.add((here, previous))
                if len(near[here]) != 2:
                    break
                used.add(here)
                onward = [cell for cell in near[here] if cell != previous]
                if not onward or (here, onward[0]) in used:
                    break
                used.add((here, onward[0]))
                previous, here = here, onward[0]
            chains.append(np.array([(x, y) for y, x in chain], float))
    return chains


def rims(mask: Ints) -> list[Chain]:
    """Return the closed outlines of a mask, between its pixels, as columns and rows."""
    return levels(ndimage.gaussian_filter(mask.astype(float), 0.8), 0.5)


def levels(field: Floats, level: float) -> list[Chain]:
    """Return the closed lines on which a field has one value (marching squares), as columns and rows."""
    padded = np.pad(field, 1, constant_values=min(float(field.min()), level - 1))
    above = padded > level
    case = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    rows, columns = np.nonzero((case > 0) & (case < 15))
    table = {1: "LT", 2: "TR", 3: "LR", 4: "RB", 5: "LTRB", 6: "TB", 7: "LB", 8: "BL", 9: "BT", 10: "TRBL", 11: "BR",
             12: "RL", 13: "RT", 14: "TL"}  # fmt: skip
    pieces, ends = [], defaultdict(list)
    for y, x, kind in zip(rows.tolist(), columns.tolist(), case[rows, columns].tolist(), strict=True):
        names = {"T": (y, x, 0), "B": (y + 1, x, 0), "L": (y, x, 1), "R": (y, x + 1, 1)}
        word = table[kind]
        for k in range(0, len(word), 2):
            for end in word[k : k + 2]:
                ends[names[end]].append(len(pieces))
            pieces.append((names[word[k]], names[word[k + 1]]))
    where = {}
    for y, x, way in ends:
        a, b = padded[y, x], padded[y + way, x + 1 - way]
        share = (level - a) / (b - a) if b != a else 0.5
        where[(y, x, way)] = (x - 1 + (0 if way else share), y - 1 + (share if way else 0))
    return [np.array([where[key] for key in keys]) for keys in _linked(pieces, ends) if len(keys) > 3]


def smoothed(chain: Chain, amount: float) -> Chain:
    """Return a chain evened out over `amount` spots; its ends stay."""
    if len(chain) < 5:
        return chain
    closed = np.allclose(chain[0], chain[-1])
    if closed:
        found = ndimage.gaussian_filter1d(chain[:-1], amount, axis=0, mode="wrap")
        return np.concatenate([found, found[:1]])
    found = ndimage.gaussian_filter1d(chain, amount, axis=0, mode="nearest")
    found[0], found[-1] = chain[0], chain[-1]
    return found


def spaced(chain: Chain, step: float) -> Chain:
    """Return a chain with spots at equal distances."""
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(chain[:, :2], axis=0), axis=1))])
    if length[-1] < step:
        return chain[[0, -1]]
    at = np.linspace(0, length[-1], max(2, round(length[-1] / step) + 1))
    return np.stack([np.interp(at, length, chain[:, k]) for k in range(chain.shape[1])], 1)


def simplified(chain: Chain, tolerance: float) -> Chain:
    """Return the fewest spots of a chain within `tolerance` of it (Douglas and Peucker)."""
    keep = np.zeros(len(chain), bool)
    keep[[0, -1]] = True
    todo = [(0, len(chain) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        start, way = chain[first, :2], chain[last, :2] - chain[first, :2]
        rest = chain[first + 1 : last, :2] - start
        size = np.hypot(*way)
        away = np.abs(rest[:, 0] * way[1] - rest[:, 1] * way[0]) / size if size > 1e-9 else np.hypot(*rest.T)
        worst = int(np.argmax(away))
        if away[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            todo += [(first, middle), (middle, last)]
    return chain[keep]


def is_empty(view: Seen) -> Ints:
    """Return the pixels on which nothing is seen."""
    return view.near <= EMPTY / 2
