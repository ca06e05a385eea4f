"""Writes what is kept of the views: the figures of `data/figures/`, vectors and places only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy import ndimage

from acucli.bodymap.geometry import flattened
from training.body import contours
from training.body.drawing import Drawn
from training.body.marks import FLIPPED
from training.body.places import Placing, Sheet
from training.body.surface import Floats
from training.body.words import CAPTIONS, ENDS

LINES: dict[str, tuple[int, ...]] = {
    "arm-front": (4, 8, 9, 10, 11, 12, 16),
    "arm-outer": (3, 7, 8, 9, 12, 13, 15),
    "foot-inner": (2, 4, 5, 6, 7, 8, 9, 10),
    "foot-outer": (7, 8, 9, 10, 11, 12),
    "foot-sole": (3,),
    "foot-top": (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19),
    "forearm-back": (25, 27, 28, 29, 30, 31, 32, 33),
    "forearm-palm": (23, 24, 25, 26, 27, 28, 29, 30),
    "forearm-thumb": (12, 13, 14, 15, 16, 17, 18, 19),
    "hand-back": tuple(range(2, 38)),
    "hand-edge": (13, 14, 15, 16, 18, 19),
    "hand-palm": tuple(range(2, 25)),
    "head-back": (2, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    "head-front": (3, 5, 11, 13, 14, 26, 27, 28, 29, 30),
    "head-side": (1, 6, 7, 8, 12, 17, 18, 19, 20, 21, 22),
    "head-top": (1, 8),
    "leg-back": (2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13),
    "leg-front": (2, 3, 4, 5, 6, 7, 8, 12, 13, 15, 16, 17, 18, 19),
    "leg-inner": (3, 4, 5, 6, 7, 8, 12, 13, 15),
    "leg-outer": (2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13),
    "trunk-back": (4, 5, 6, *range(8, 35), 36, 37, 38, 39, 40),
    "trunk-front": (4, 5, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
    "trunk-side": (7, 8, 9, 10, 11, 12, 13, 14, 17),
}
"""The strokes of the hand-drawn figures that are laid on the body: what one feels below the skin, hair, creases."""
_MIDLINE_MM = 0.05
_HAIR_MM = 9.0
_LEAST_SHADE_MM2 = 60.0


def figure_data(sheet: Sheet, placing: Placing, windows: dict[str, list[float] | None]) -> dict[str, object]:
    """Return a figure as it is written."""
    drawn, old = sheet.drawn, sheet.figure
    half = old.symmetric
    paths = outlines(drawn, half=half, hair=hair_of(sheet))
    paths += _laid(sheet)
    found: dict[str, object] = {"name": old.name, "title": drawn.view.title}
    if old.side != "both":
        found["side"] = old.side
    if old.symmetric:
        found["symmetric"] = True
    if old.facing != "viewer":
        found["facing"] = old.facing
    if old.locator:
        found["locator"] = [
            old.locator.view,
            old.locator.start,
            old.locator.end,
            *([True] if old.locator.spread else []),
        ]
    found["landmarks"] = {name: [rounded(x), rounded(y)] for name, (x, y) in sheet.landmarks.items()}
    found["rulers"] = {
        name: [
            ruler.start,
            ruler.end,
            ruler.cun,
            *(["right"] if (ruler.zero == "right") != (old.name in FLIPPED) else []),
        ]
        for name, ruler in old.rulers.items()
    }
    found["windows"] = windows
    found["captions"] = CAPTIONS.get(old.name, {})
    found["ends"] = ENDS.get(old.name, {})
    found["spots"] = {
        code: [[rounded(x), rounded(y)] for (x, y), _ in placing.seen_from(code, old.name)]
        for code in shown_codes(placing, old.name)
    }
    found["shades"] = shades_of(drawn, _LEAST_SHADE_MM2)
    found["paths"] = paths
    return found


def shades_of(drawn: Drawn, least: float) -> list[list[object]]:
    """Return the regions in shade, without those of less than `least` square millimetres."""
    return [[number, [[rounded(x), rounded(y)] for x, y in chain[:-1, :2]]]
            for number, tone in enumerate(drawn.shades) for chain in tone if area(chain) > least]  # fmt: skip


def outlines(drawn: Drawn, *, half: bool, hair: Iterable[Floats] = ()) -> list[list[object]]:
    """Return the paths that come from the surface; the right half of a symmetric figure."""
    layers = [
        ("mask", True, drawn.masks),
        ("hairfill", True, hair),
        ("skin", False, drawn.skin),
        ("detail", False, drawn.detail),
    ]
    return [[layer, closed, nodes] for layer, closed, chains in layers for chain in chains
            for nodes in _nodes(drawn, chain, closed=closed, half=half)]  # fmt: skip


def shown_codes(placing: Placing, view: str) -> Iterable[str]:
    """Yield the points whose places name this view and that the body has there."""
    for code, point in placing.points.items():
        if any(place.view == view for place in point.places) and placing.seats(code):
            yield code


def write(data: dict[str, object], folder: Path) -> None:
    """Write one figure, a path or a mapping on a line."""
    lines = []
    for key, value in data.items():
        if key in ("paths", "shades"):
            inner = ",\n".join("  " + _compact(path) for path in value)  # type: ignore[attr-defined]
            lines.append(f' "{key}": [\n{inner}\n ]')
        else:
            lines.append(f' "{key}": {_compact(value)}')
    (folder / f"{data['name']}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": ") if isinstance(value, dict) else (",", ":"))


def _nodes(drawn: Drawn, chain: Floats, *, closed: bool, half: bool) -> list[list[list[object]]]:
    """Return the nodes of a chain; the right half of a symmetric one, cut at the midline; corners at the frame."""
    if closed and np.allclose(chain[0], chain[-1]):
        chain = chain[:-1]
    pieces = [chain]
    if half:
        pieces = list(_right_of_middle(chain, closed=closed))
    left, top, right, bottom = drawn.view.box
    found = []
    for piece in pieces:
        nodes: list[list[object]] = []
        for x, y in piece[:, :2]:
            node: list[object] = [0 if half and abs(x) < 0.25 else rounded(x), rounded(y)]
            if min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) < 1.2:
                node.append("c")
            if not nodes or nodes[-1][:2] != node[:2]:
                nodes.append(node)
        if len(nodes) > 1:
            found.append(nodes)
    return found


def _right_of_middle(chain: Floats, *, closed: bool) -> Iterable[Floats]:
    spots = chain[:, :2]
    if closed:
        start = int(np.argmin(spots[:, 0]))
        if spots[start, 0] < 0:
            spots = np.roll(spots, -start, 0)
            spots = np.concatenate([spots, spots[:1]])
    piece: list[Floats] = []
    for k, spot in enumerate(spots):
        before = spots[k - 1] if k else None
        if before is not None and (before[0] < 0) != (spot[0] < 0):
            share = before[0] / (before[0] - spot[0])
            cut = before + share * (spot - before)
            cut[0] = 0
            if spot[0] >= 0:
                piece = [cut]
            else:
                yield np.array([*piece, cut])
                piece = []
        if spot[0] >= 0:
            piece.append(spot)
    if len(piece) > 1:
        yield np.array(piece)


def _laid(sheet: Sheet) -> list[list[object]]:
    """Return the hand-drawn strokes that the view keeps, laid upon it and cut at the outline."""
    found: list[list[object]] = []
    sign = -1 if sheet.name in FLIPPED else 1
    for number in LINES.get(sheet.name, ()):
        path = sheet.figure.paths[number]
        if path.layer == "hairfill":
            continue
        before = np.array([(sign * node.x, node.y) for node in path.nodes])
        after = sheet.plate(before)
        on_middle = np.abs(before[:, 0]) < _MIDLINE_MM
        if sheet.figure.symmetric:
            after[on_middle, 0] = 0
            after[:, 0] = np.maximum(after[:, 0], 0)
        keep = np.array([_is_inside(sheet.drawn, spot) for spot in after])
        if path.closed and not keep.all():
            continue
        for run in runs(keep):
            nodes = [
                [rounded(x), rounded(y), *([path.nodes[k].kind] if path.nodes[k].kind else [])]
                for k, (x, y) in zip(run, after[run], strict=True)
            ]
            if len(nodes) > 1:
                found.append([path.layer, path.closed, nodes])
    return found


def hair_of(sheet: Sheet) -> list[Floats]:
    """Return the region under hair: as drawn by hand, grown to the outline of the head but not over the hairline."""
    drawn = sheet.drawn
    view = drawn.view
    left, top, _, _ = view.box
    fill = [number for number in LINES.get(sheet.name, ()) if sheet.figure.paths[number].layer == "hairfill"]
    if not fill:
        return []
    there = drawn.seen.triangle >= 0
    region = np.zeros(there.shape, bool)
    for number in fill:
        path = sheet.figure.paths[number]
        outline = sheet.plate(np.array(flattened(path.nodes, True, 2.0)))
        region |= filled(outline, view.box, view.scale, there.shape)
        if sheet.figure.symmetric:
            region |= filled(outline * (-1, 1), view.box, view.scale, there.shape)
    lines = np.zeros(there.shape, bool)
    for number in LINES[sheet.name]:
        path = sheet.figure.paths[number]
        if path.layer == "hair":
            chain = contours.spaced(sheet.plate(np.array(flattened(path.nodes, False, 1.0))), 0.3)
            for side in (1, -1) if sheet.figure.symmetric else (1,):
                columns = np.clip(((side * chain[:, 0] - left) * view.scale).astype(int), 0, there.shape[1] - 1)
                rows = np.clip(((chain[:, 1] - top) * view.scale).astype(int), 0, there.shape[0] - 1)
                lines[rows, columns] = True
    away = ndimage.distance_transform_edt(~lines) / view.scale if lines.any() else np.full(there.shape, 99.0)
    near = ndimage.distance_transform_edt(~region) / view.scale < _HAIR_MM
    grown = (region | (near & (away > _HAIR_MM + 0.5))) & there
    chains = [contours.simplified(contours.smoothed(contours.spaced(chain / view.scale + (left, top), 0.8), 1.0), 0.3)
              for chain in contours.rims(grown)]  # fmt: skip
    return [chain for chain in chains if area(chain) > 200]


def filled(outline: Floats, box: Sequence[float], scale: float, shape: tuple[int, int]) -> Floats:
    """Return the pixels inside a closed outline (even-odd rule)."""
    inside = np.zeros(shape, bool)
    columns = np.arange(shape[1]) / scale + box[0]
    for row in range(shape[0]):
        y = row / scale + box[1]
        a, b = outline, np.roll(outline, -1, 0)
        cuts = (a[:, 1] > y) != (b[:, 1] > y)
        if cuts.any():
            a, b = a[cuts], b[cuts]
            at = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
            inside[row] = (at[None, :] > columns[:, None]).sum(1) % 2 == 1
    return inside


def _is_inside(drawn: Drawn, spot: Floats) -> bool:
    left, top, _, _ = drawn.view.box
    rows, columns = drawn.seen.triangle.shape
    row, column = round((spot[1] - top) * drawn.view.scale), round((spot[0] - left) * drawn.view.scale)
    return 0 <= row < rows and 0 <= column < columns and bool(drawn.seen.triangle[row, column] >= 0)


def runs(flags: Floats) -> list[list[int]]:
    """Return the stretches of flags that are set, as their numbers."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [list(range(a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def area(chain: Floats) -> float:
    """Return the square millimetres inside a closed chain."""
    x, y = chain[:, 0], chain[:, 1]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def rounded(number: float) -> float:
    """Return a number of millimetres as it is written."""
    value = round(float(number), 1) or 0.0
    return int(value) if value == int(value) else value
