"""The figures of a part in the posture that a text asks for: what lies on the skin is carried there, nothing placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from acucli.bodymap.geometry import flattened
from training.body import contours
from training.body.drawing import Drawn, drawn
from training.body.marks import FLIPPED
from training.body.places import Placing, Sheet
from training.body.skin import Address, address, from_view, inside, nearest, on_skin
from training.body.surface import Floats
from training.body.views import POSED_VIEWS, View, posed, projected
from training.body.writing import area, filled, hair_of, outlines, rounded, runs, shades_of, shown_codes, write

Spot = tuple[float, float]
_LEAST_SHADE_MM2 = 60.0
_HIDDEN_MM = 8.0
_STROKE_HIDDEN_MM = 4.0
_STROKE_STEP_MM = 3.0
_HAIR_HIDDEN_MM = 10.0
_LEAST_HAIR_MM2 = 200.0
_MIDLINE_DM = 0.02


class PosedFigure(NamedTuple):
    """What is carried into a view: landmarks by the view that sets them, and strokes by the view they are drawn in."""

    locator: tuple[str, str, str]
    landmarks: Mapping[str, tuple[str, ...]]
    strokes: Mapping[str, tuple[int, ...]]
    ends: Mapping[str, str]
    rulers: Mapping[str, tuple[str, str, float]] = {}
    captions: Mapping[str, str] = {}
    windows: Mapping[str, tuple[float, float, float, float]] = {}
    hair: tuple[str, ...] = ()


_KNEE_ENDS = {"bottom": "foot"}
POSED_FIGURES: dict[str, PosedFigure] = {
    "fist-back": PosedFigure(
        ("body-front", "elbow", "wrist"),
        {"forearm-back": ("elbow",), "hand-back": ("wrist", "mcp_index", "mcp_middle", "mcp_ring", "mcp_little")},
        {"hand-back": (6, 13, 20, 27, 35)},
        {"bottom": "elbow"},
    ),
    "fist-edge": PosedFigure(
        ("body-back", "elbow", "wrist"),
        {
            "forearm-back": ("elbow",),
            "hand-back": ("wrist", "mcp_little"),
            "hand-edge": ("edge_mcp_prox", "edge_mcp_dist", "palm_crease_end", "mc5_base"),
        },
        {"hand-edge": (18,)},
        {"bottom": "elbow"},
    ),
    "fist-thumb": PosedFigure(
        ("body-front", "elbow", "wrist"),
        {"forearm-back": ("elbow",), "hand-back": ("wrist", "mcp_index", "web_thumb")},
        {"hand-back": (6, 30, 31, 32, 35)},
        {"bottom": "elbow"},
    ),
    "head-turned": PosedFigure(
        ("body-back", "crown", "C7"),
        {
            "head-back": ("crown", "C7", "C2", "protuberance", "occiput_hollow", "nape_hollow", "hairline_back"),
            "head-side": ("mastoid_tip", "lobe_back", "jaw_angle"),
        },
        {"head-back": (7, 10, 11, 12, 13, 14, 15), "head-side": (6, 20, 21)},
        {"top": "crown", "bottom": "back"},
        captions={"nape": "Left back of the head, nape"},
        windows={"nape": (-112, 88, 112, 290)},
        hair=("head-side", "head-back"),
    ),
    "knee-front": PosedFigure(
        ("body-front", "knee", "ankle"),
        {
            "leg-front": ("base", "apex", "patella_lateral", "patella_medial", "ligament_lateral",
                          "knee", "ankle", "ankle_front"),
            "leg-outer": ("fibula_head",),
        },
        {"leg-front": (2, 3, 4, 5, 6)},
        _KNEE_ENDS | {"top": "hip"},
        {"shin": ("ligament_lateral", "ankle_front", 16)},
        windows={"knee": (-88, -98, 88, 88), "below": (-88, -32, 88, 150)},
    ),
    "knee-inner": PosedFigure(
        ("body-side", "knee", "ankle"),
        {
            "leg-inner": ("condyle", "knee_fold", "knee_fold_front", "knee", "ankle"),
            "leg-front": ("base", "apex", "patella_medial"),
        },
        {"leg-inner": (4, 5, 12), "leg-front": (2,)},
        _KNEE_ENDS | {"right": "hip"},
        windows={"knee": (-90, -92, 135, 135)},
    ),
    "knee-outer": PosedFigure(
        ("body-side", "knee", "ankle"),
        {
            "leg-outer": ("fibula_head", "epicondyle", "knee_fold_outer", "knee", "ankle"),
            "leg-front": ("base", "apex", "patella_lateral"),
        },
        {"leg-outer": (3, 4, 9, 10), "leg-front": (2,)},
        _KNEE_ENDS | {"left": "hip"},
        windows={"knee": (-135, -92, 90, 135)},
    ),
}  # fmt: skip


def write_posed(placing: Placing, folder: Path) -> None:
    """Write the figures of all postures."""
    for view in POSED_VIEWS:
        write(_figure_data(view, POSED_FIGURES[view.name], placing), folder)


def _figure_data(view: View, figure: PosedFigure, placing: Placing) -> dict[str, object]:
    picture = drawn(view)
    landmarks = {}
    for owner, names in figure.landmarks.items():
        for name in names:
            x, y, hidden = from_view(_on_side(placing.where(placing.sheets[owner], name), view.side), picture)
            if hidden < _HIDDEN_MM or name in figure.locator or not _is_in(picture, (x, y)):
                landmarks[name] = (x, y)
    paths = outlines(picture, half=False, hair=_hair(picture, figure.hair, placing))
    for owner, numbers in figure.strokes.items():
        for number in numbers:
            paths += _carried(placing.sheets[owner], number, picture)
    return {
        "name": view.name,
        "title": view.title,
        "side": view.side,
        "locator": list(figure.locator),
        "landmarks": {name: [rounded(x), rounded(y)] for name, (x, y) in landmarks.items()},
        "rulers": {name: list(ruler) for name, ruler in figure.rulers.items()},
        "windows": {name: list(box) for name, box in figure.windows.items()} | {"all": None},
        "captions": dict(figure.captions),
        "ends": dict(figure.ends),
        "spots": {
            code: [
                [rounded(number) for number in inside(picture, _seen(seat.where, picture))]
                for seat in placing.seats(code)
            ]
            for code in shown_codes(placing, view.name)
        },
        "shades": shades_of(picture, _LEAST_SHADE_MM2),
        "paths": paths,
    }


def _on_side(where: Address, side: str) -> Address:
    """Return the spot on one side of the body, the other's mirror image."""
    standing = posed("standing")
    spot = on_skin(where, standing)
    if abs(spot[0]) < _MIDLINE_DM or (spot[0] > 0) == (side == "left"):
        return where
    return nearest(standing, spot * (-1, 1, 1))


def _is_in(picture: Drawn, spot: Spot) -> bool:
    left, top, right, bottom = picture.view.box
    return left <= spot[0] <= right and top <= spot[1] <= bottom


def _seen(where: Address, picture: Drawn) -> Spot:
    x, y, _ = from_view(_on_side(where, picture.view.side), picture)
    return (x, y)


def _carried(sheet: Sheet, number: int, picture: Drawn) -> Iterator[list[object]]:
    """Yield the visible stretches of a stroke that is laid on another view's skin."""
    path = sheet.figure.paths[number]
    sign = -1 if sheet.name in FLIPPED else 1
    chain = np.array(flattened(path.nodes, path.closed, 1.0)) * (sign, 1)
    chain = contours.spaced(sheet.plate(chain), _STROKE_STEP_MM)
    for side in (1, -1) if sheet.figure.symmetric and path.layer == "hair" else (1,):
        spots, free = [], []
        for x, y in chain * (side, 1):
            where = address(sheet.drawn, (x, y))
            if not sheet.figure.symmetric:
                where = _on_side(where, picture.view.side)
            column, row, hidden = from_view(where, picture)
            spots.append((column, row))
            free.append(hidden < _STROKE_HIDDEN_MM)
        smooth = contours.smoothed(np.array(spots), 1.0)
        for run in runs(np.array(free)):
            nodes = contours.simplified(smooth[run], 0.4)
            if len(nodes) > 1:
                yield [path.layer, False, [[rounded(x), rounded(y)] for x, y in nodes]]


def _hair(picture: Drawn, owners: tuple[str, ...], placing: Placing) -> list[Floats]:
    """Return the region under hair: what other views have under hair, carried along with the skin."""
    if not owners:
        return []
    standing = posed("standing")
    seen = picture.seen.triangle
    there = seen >= 0
    used, which = np.unique(seen[there], return_inverse=True)
    middles = standing.vertices[standing.corners[picture.chosen[used]]].mean(1)
    covered = np.zeros(len(used), bool)
    for owner in owners:
        covered |= _covered(placing.sheets[owner], middles)
    region = np.zeros(there.shape)
    region[there] = covered[which]
    soft = ndimage.gaussian_filter(region, picture.view.scale * 1.5) * there
    left, top, _, _ = picture.view.box
    chains = [
        contours.simplified(contours.smoothed(contours.spaced(chain / picture.view.scale + (left, top), 0.8), 2.0), 0.4)
        for chain in contours.rims(soft > 0.5)
    ]
    return [chain for chain in chains if area(chain) > _LEAST_HAIR_MM2]


def _covered(sheet: Sheet, spots: Floats) -> Floats:
    """Return which spots of the standing body a view sees under hair, of both sides of the body."""
    view, shape = sheet.drawn.view, sheet.drawn.seen.near.shape
    region = np.zeros(shape, bool)
    for chain in hair_of(sheet):
        region |= filled(chain, view.box, view.scale, shape)
    found = np.zeros(len(spots), bool)
    for side in (1, -1):
        x, y, near = projected(sheet.drawn.frame, spots * (side, 1, 1)).T
        columns = np.rint((x - view.box[0]) * view.scale).astype(int)
        rows = np.rint((y - view.box[1]) * view.scale).astype(int)
        on_sheet = (columns >= 0) & (rows >= 0) & (columns < shape[1]) & (rows < shape[0])
        columns, rows = np.where(on_sheet, columns, 0), np.where(on_sheet, rows, 0)
        found |= on_sheet & region[rows, columns] & (sheet.drawn.seen.near[rows, columns] - near < _HAIR_HIDDEN_MM)
    return found
