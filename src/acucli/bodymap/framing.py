"""The frame of a picture: which window of a figure is shown, and how its millimetres become dots and cells."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from acucli.bodymap.geometry import Box, Spot, bounds
from acucli.bodymap.outline import full_paths
from acucli.model.figures import Figure

DOTS_WIDE = 2
DOTS_HIGH = 4
FEWEST_ROWS = 12
_MARGIN_SHARE = 0.03
_CLEAR_SHARE = 0.09
_CUT_SHARE = 0.06
_WHOLE_COST = 4.0
"""How much more the whole figure costs than a window of its size."""


class CropFrame(NamedTuple):
    """A window of a figure, in millimetres as shown, laid on a grid of cells of 2 by 4 dots."""

    box: Box
    columns: int
    rows: int
    scale: float
    left_dots: float
    top_dots: float

    def dot(self, spot: Spot) -> tuple[float, float]:
        """Return the spot in dots from the upper left corner of the grid."""
        return (
            (spot[0] - self.box[0]) * self.scale + self.left_dots,
            (spot[1] - self.box[1]) * self.scale + self.top_dots,
        )

    def cell(self, spot: Spot) -> tuple[int, int]:
        """Return column and row of the cell that holds the spot, kept inside the grid."""
        x, y = self.dot(spot)
        column = min(self.columns - 1, max(0, int(x // DOTS_WIDE)))
        return (column, min(self.rows - 1, max(0, int(y // DOTS_HIGH))))

    @property
    def highest_scale(self) -> float:
        """Return the scale at which the window would fill all rows, were there columns enough."""
        return self.rows * DOTS_HIGH / (self.box[3] - self.box[1])

    def shows(self, spot: Spot) -> bool:
        """Tell whether the spot lies inside the window."""
        left, top, right, bottom = self.box
        return left <= spot[0] <= right and top <= spot[1] <= bottom


def fitted(box: Box, columns: int, rows: int, *, left: int = 0, right: int = 0) -> CropFrame:
    """Return the largest frame of `box` within `columns` by `rows` cells, one scale for both directions.

    `left` and `right` are cells kept free for labels; rows that the window does not need are left out, down to
    12 rows.
    """
    wide, high = box[2] - box[0], box[3] - box[1]
    room = (columns - left - right) * DOTS_WIDE
    scale = min(room / wide, rows * DOTS_HIGH / high)
    used = min(rows, max(FEWEST_ROWS, ceil(high * scale / DOTS_HIGH - 1e-9)))
    spare_wide = room - wide * scale
    spare_high = used * DOTS_HIGH - high * scale
    return CropFrame(box, columns, used, scale, left * DOTS_WIDE + spare_wide / 2, max(0.0, spare_high) / 2)


def whole(figure: Figure) -> Box:
    """Return the window of the whole figure as it is written, with a small margin."""
    left, top, right, bottom = bounds((node.x, node.y) for path in full_paths(figure) for node in path.nodes)
    margin = _MARGIN_SHARE * max(right - left, bottom - top)
    return (left - margin, top - margin, right + margin, bottom + margin)


def window(figure: Figure, spots: Sequence[Spot], *, name: str = "") -> Box:
    """Return the box of `window_name`, the whole figure where that is empty."""
    return figure.windows.get(window_name(figure, spots, name=name)) or whole(figure)


def window_name(figure: Figure, spots: Sequence[Spot], *, name: str = "") -> str:
    """Return the cheapest of `windows_showing` the spots; empty for the whole figure."""
    return min(windows_showing(figure, spots, name=name), key=lambda found: (found.cost, found.name)).name


class FoundWindow(NamedTuple):
    """A window that shows what it must: empty `name` for the whole figure; it costs more the larger it is."""

    name: str
    cost: float
    box: Box


def windows_showing(figure: Figure, spots: Sequence[Spot], *, name: str = "") -> list[FoundWindow]:
    """Return the windows that show all `spots` clear of their edges, and the whole figure; only `name` where it is one.

    A window is the cheaper the smaller it is and the nearer its middle is to the first spot, the point itself. The
    spots are in millimetres of the figure as it is written.
    """
    if name and (box := figure.windows.get(name)) is not None:
        return [FoundWindow(name, 0.0, box)]
    every = whole(figure)
    found = [
        FoundWindow(known, _cost(box, spots[0]), box)
        for known, box in figure.windows.items()
        if box is not None and all(is_clear(box, spot) for spot in spots)
    ]
    return [*found, FoundWindow("", _cost(every, spots[0]) * _WHOLE_COST, every)]


def grown(box: Box, limits: Box, columns: int, rows: int) -> Box:
    """Return the window, made higher where `rows` leave room for more of the figure; never beyond `limits`."""
    left, top, right, bottom = box
    spare = (right - left) * rows * DOTS_HIGH / (columns * DOTS_WIDE) - (bottom - top)
    if spare <= 0:
        return box
    above = min(max(0.0, top - limits[1]), max(spare / 2, spare - max(0.0, limits[3] - bottom)))
    below = min(max(0.0, limits[3] - bottom), spare - above)
    return (left, top - above, right, bottom + below)


def flipped_box(box: Box) -> Box:
    """Return the mirror image of a window."""
    return (-box[2], box[1], -box[0], box[3])


def shown_ends(figure: Figure, flipped: bool) -> dict[str, str]:
    """Return what lies beyond each edge of the figure as shown, `left` and `right` exchanged in its mirror image."""
    turned = {"left": "right", "right": "left"} if flipped else {}
    return {turned.get(edge, edge): words for edge, words in figure.ends.items()}


def cut_edges(box: Box, limits: Box) -> list[str]:
    """Return the edges at which a window cuts off more than a little of the figure."""
    margin = _CUT_SHARE * max(limits[2] - limits[0], limits[3] - limits[1])
    signs = (1, 1, -1, -1)
    names = ("left", "top", "right", "bottom")
    return [
        name for name, one, all_, sign in zip(names, box, limits, signs, strict=True) if sign * (one - all_) > margin
    ]


def _cost(box: Box, spot: Spot) -> float:
    """Return the area of the window, counted up to three times where the spot lies towards its edge."""
    wide, high = box[2] - box[0], box[3] - box[1]
    aside = max(abs(2 * (spot[0] - box[0]) / wide - 1), abs(2 * (spot[1] - box[1]) / high - 1))
    return wide * high * (1 + 2 * aside * aside)


def is_clear(box: Box, spot: Spot) -> bool:
    """Tell whether a window shows the spot, not only at its edge."""
    margin = _CLEAR_SHARE * min(box[2] - box[0], box[3] - box[1])
    inside_wide = box[0] + margin <= spot[0] <= box[2] - margin
    return inside_wide and box[1] + margin <= spot[1] <= box[3] - margin
