"""The lines and tones of one view, in millimetres: what its figure is written from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import ndimage

from training.body import contours
from training.body.poses import PARTS
from training.body.raster import Seen, seen
from training.body.surface import Floats, Ints
from training.body.views import Frame, View, posed, projected

_LAMP = np.array([-0.42, 0.5, 0.76])
_TONES = (0.80, 0.62, 0.42)

"""How bright the skin is where half, full and deep shade begin."""
_SOFT_PIXELS, _COARSE_PIXELS = 4.0, 1.2
"""Shade is blurred and its rim simplified by at least so much: a picture of the whole body stays calm and small."""


class Drawn(NamedTuple):
    """A view computed: its camera, what is seen, and its chains in millimetres."""

    view: View
    frame: Frame
    seen: Seen
    masks: list[Floats]
    skin: list[Floats]
    detail: list[Floats]
    shades: list[list[Floats]]
    spots: Floats
    corners: Ints
    chosen: Ints
    filled: Floats
    depth: Floats


def drawn(view: View) -> Drawn:
    """Return the view computed."""
    surface = posed(view.pose)
    frame = view.frame(surface.body)
    spots = projected(frame, surface.vertices)
    part = surface.belongs[:, [PARTS.index(name) for name in view.shown]].sum(1)
    chosen = part[surface.corners].mean(1) > 0.5
    if view.kept:
        chosen &= view.kept(surface.vertices[surface.corners].mean(1))
    corners = surface.corners[chosen]
    facing = np.stack([surface.normals @ frame.right, surface.normals @ frame.up, surface.normals @ frame.toward], 1)
    left, top, right, bottom = view.box
    shape = (round((bottom - top) * view.scale), round((right - left) * view.scale))
    pixels = np.column_stack([(spots[:, :2] - (left, top)) * view.scale, spots[:, 2]])
    grid = seen(pixels, corners, facing, shape)
    there = grid.triangle >= 0
    masks = [_tidy(chain / view.scale + (left, top), 1.0, 0.2) for chain in contours.rims(there)]
    masks = [chain for chain in masks if _area(chain) > 12]
    skin = []
    for chain in contours.turning(spots, corners, facing[:, 2]):
        for piece in contours.visible(chain, grid, np.array([left, top]), view.scale, 1.5):
            if _length(piece) > 5:
                skin.append(_tidy(piece[:, :2], 1.5, 0.25))
    blur, low, high = view.crease
    hollow = contours.concavity(grid, view.scale, blur)
    detail = [
        _tidy(chain / view.scale + (left, top), 2.0, 0.3)
        for chain in contours.ridges(hollow, low, high, 4 * blur * view.scale)
    ]
    unit = grid.values / (np.linalg.norm(grid.values, axis=2, keepdims=True) + 1e-9)
    light = np.where(there, unit @ _LAMP, 1)
    soft = ndimage.gaussian_filter(light, max(1.5 * view.scale, _SOFT_PIXELS))
    shades = [
        [
            _tidy(chain / view.scale + (left, top), 2, max(0.4, _COARSE_PIXELS / view.scale))
            for chain in contours.levels(np.where(there, -soft, -2), -tone)
        ]
        for tone in _TONES
    ]
    nearest = ndimage.distance_transform_edt(~there, return_distances=False, return_indices=True)
    filled = grid.near[tuple(nearest)]
    return Drawn(
        view, frame, grid, masks, skin, detail, shades, spots, corners, np.flatnonzero(chosen), filled, _depth(there)
    )


def _depth(there: Ints) -> Floats:
    """Return how many pixels lie between each pixel and the outline; the frame is no outline."""
    return ndimage.distance_transform_edt(np.pad(there, 1, mode="edge"))[1:-1, 1:-1]


def _tidy(chain: Floats, amount: float, tolerance: float) -> Floats:
    even = contours.spaced(chain, 0.8)
    return contours.simplified(contours.smoothed(even, amount), tolerance)


def _length(chain: Floats) -> float:
    return float(np.linalg.norm(np.diff(chain[:, :2], axis=0), axis=1).sum())


def _area(chain: Floats) -> float:
    x, y = chain[:, 0], chain[:, 1]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2
