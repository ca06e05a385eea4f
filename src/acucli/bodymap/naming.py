"""Which two or three landmarks a picture of a point names: those of its rule, and those that its text speaks of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from acucli.bodymap.framing import is_clear, whole, windows_showing
from acucli.bodymap.geometry import Box, Spot, distance
from acucli.bodymap.landmark_names import ONE_OF_MANY, name_of
from acucli.model.figures import Figure
from acucli.model.points import Place, Point

MOST = 3
_CANDIDATES = 8
_COST_OF_FEW = (4.0, 2.0, 1.0)
_AT_RULE, _IN_FIND, _IN_TEXT = 3.0, 2.0, 1.0
_FARTHEST_SHARE = 0.55
_SAME_SPOT_MM = 4.0
_APART_SHARE = 1 / 80
"""How far apart two named landmarks lie at least, of the size of the figure."""
_LEAST_SCORE = 1.2
_CLOSE_MM = 40.0
_SAME_PART_MM = 12.0
"""How far apart the two corners of one nail lie, and less than two nails."""
_PARTING = str.maketrans(dict.fromkeys(",.:;()/", " "))
_RELATIVE = ("below ", "level ", "between ")
"""How labels begin that say themselves where a place lies; a counted gap has a height only."""


class NamedLandmark(msgspec.Struct, frozen=True):
    """A landmark of the picture with its label; `is_zero` where the ruler begins there."""

    spot: Spot
    label: str
    is_zero: bool = False


def named_landmarks(
    point: Point, place: Place, figure: Figure, spot: Spot, most: int = _CANDIDATES
) -> list[NamedLandmark]:
    """Return at most `most` landmarks to name, best first, in millimetres of the figure as it is written.

    `spot` is the point in that figure. A landmark far from it, or one that it lies on, is not named, nor one label
    twice, nor two that lie at one place; of several like ones only the nearest is.
    """
    zero = _zero_of(place, figure)
    size = _size(figure)
    reach = _FARTHEST_SHARE * size
    nearest = _nearest_of_many(figure, spot)
    texts = _LocationTexts(_plain(point.find), _plain(f"{point.where} {point.by_touch} {point.confirm}"))
    scored: list[tuple[float, str, NamedLandmark]] = []
    for landmark, where in figure.landmarks.items():
        name = name_of(landmark, figure.name)
        away = distance(where, spot)
        if name is None or away > reach or (away < _SAME_SPOT_MM and landmark != zero):
            continue
        if not _is_meant(landmark, name.label, nearest, figure):
            continue
        score = _score(landmark in _of_rule(place, figure), name.words, texts) - 2.0 * away / reach
        if score > _LEAST_SCORE or landmark == zero:
            first = 5.0 if landmark == zero else 0.0
            scored.append((-score - first, landmark, NamedLandmark(where, name.label, landmark == zero)))
    found: list[NamedLandmark] = []
    for _, _, one in sorted(scored):
        if all(one.label != other.label and distance(one.spot, other.spot) > _APART_SHARE * size for other in found):
            found.append(one)
    return found[:most]


def _is_meant(landmark: str, label: str, nearest: Mapping[str, str], figure: Figure) -> bool:
    """Tell whether a landmark is not one of many, or is the nearest of them or a part of that one."""
    own = nearest.get(label, landmark)
    return distance(figure.landmarks[landmark], figure.landmarks[own]) <= _SAME_PART_MM


def _nearest_of_many(figure: Figure, spot: Spot) -> dict[str, str]:
    """Return for each label of several like landmarks the one nearest to a spot."""
    nearest: dict[str, str] = {}
    for landmark, where in figure.landmarks.items():
        name = name_of(landmark, figure.name)
        if name is None or name.label not in ONE_OF_MANY:
            continue
        known = nearest.get(name.label)
        if known is None or _across(where, spot) < _across(figure.landmarks[known], spot):
            nearest[name.label] = landmark
    return nearest


def _across(one: Spot, other: Spot) -> float:
    """Return how far apart two spots lie, what lies aside counted twice: fingers and toes stand upright."""
    return math.hypot(2 * (one[0] - other[0]), one[1] - other[1])


class Outlook(NamedTuple):
    """The window of a picture, empty for the whole figure, and the landmarks that it names."""

    window: str
    names: list[NamedLandmark]


def outlook(point: Point, place: Place, figure: Figure, needed: Sequence[Spot]) -> Outlook:
    """Return the smallest window that shows all of `needed`, the point first, and what it names.

    A window that holds fewer than two landmarks must be much smaller to be taken.
    """
    names = named_landmarks(point, place, figure, needed[0])
    found: list[tuple[float, str, list[NamedLandmark]]] = []
    for name, cost, box in windows_showing(figure, needed, name=place.window):
        inside = [item for item in names if is_clear(box, item.spot)][:MOST]
        found.append((cost * _COST_OF_FEW[min(len(inside), 2)], name, inside))
    _, window, inside = min(found, key=lambda item: item[:2])
    return Outlook(window, inside or _nearest(figure, figure.windows.get(window) or whole(figure), needed[0]))


def beside_point(name: NamedLandmark, point: Spot) -> list[str]:
    """Return in words where a landmark close to the point lies, as seen in the picture; nothing where they cannot say.

    The point is in the same millimetres as the landmark, as shown.
    """
    dx, dy = name.spot[0] - point[0], name.spot[1] - point[1]
    only_height = name.label.startswith(_RELATIVE) or name.label[:1].isdigit()
    if only_height or not 0 < distance(name.spot, point) <= _CLOSE_MM:
        return []
    upright = ("above" if dy < 0 else "below") if 2 * abs(dy) >= abs(dx) else ""
    sideways = ("left" if dx < 0 else "right") if 2 * abs(dx) >= abs(dy) else ""
    return [f"just {' '.join(filter(None, (upright, sideways)))}: {name.label}"]


def _nearest(figure: Figure, box: Box, spot: Spot) -> list[NamedLandmark]:
    """Return the nearest landmark that has a name, where the text speaks of none that the window shows."""
    own = _nearest_of_many(figure, spot)
    near = [
        (distance(where, spot), where, name.label)
        for landmark, where in figure.landmarks.items()
        if (name := name_of(landmark, figure.name))
        and is_clear(box, where)
        and distance(where, spot) >= _SAME_SPOT_MM
        and _is_meant(landmark, name.label, own, figure)
    ]
    return [NamedLandmark(where, label) for _, where, label in sorted(near)[:1]]


def _zero_of(place: Place, figure: Figure) -> str:
    """Return the landmark at which the drawn distance of a place begins, empty where there is none."""
    if place.rule == "ruler" and place.along in figure.rulers:
        return figure.rulers[place.along].start
    if place.rule == "line":
        return place.from_
    return place.at if place.rule == "off" else ""


class _LocationTexts(NamedTuple):
    """What a point says of finding it, and its other texts, in plain words."""

    find: str
    others: str


def _plain(text: str) -> str:
    """Return a text in small letters, its words parted by single spaces and one before the first."""
    return f" {' '.join(text.lower().translate(_PARTING).split())}"


def _score(at_rule: bool, words: tuple[str, ...], texts: _LocationTexts) -> float:
    score = _AT_RULE if at_rule else 0.0
    if any(f" {word}" in texts.find for word in words):
        score += _IN_FIND
    if any(f" {word}" in texts.others for word in words):
        score += _IN_TEXT
    return score


def _of_rule(place: Place, figure: Figure) -> Iterator[str]:
    yield from (place.at, place.from_, place.to)
    if place.along in figure.rulers and place.rule == "ruler":
        yield figure.rulers[place.along].start
        yield figure.rulers[place.along].end


def _size(figure: Figure) -> float:
    xs, ys = zip(
        *((node.x, node.y) for path in figure.paths if path.layer in ("mask", "skin") for node in path.nodes),
        strict=True,
    )
    return float(max(max(xs) - min(xs), max(ys) - min(ys)))
