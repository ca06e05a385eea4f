"""Figures as the compiled library keeps them: the places of strokes and shades as short texts.

Nearly all of a figure is places in millimetres with one decimal, each not far from the one before it. So of a line of
places the first is written as it is, and of each other one how far, in tenths of a millimetre, it lies to the right of
the one before it, and how far below: two letters for each such step, `_BASE` of the one and one of the other. The
latter stand behind all the others; nearly all of them are the same, so that a wheel packs them to next to nothing.

A line whose places have no such tenths, or lie farther apart (a pack may have one), stays a list of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from operator import add, truediv
from typing import Any

import msgspec

from acucli.model.figures import Figure

_LETTERS = "".join(letter for letter in map(chr, range(35, 127)) if letter != "\\")
"""Letters that stand for digits: none that JSON writes otherwise."""
_BASE = 80
_MIDDLE = _BASE // 2 + _BASE * (len(_LETTERS) // 2)
"""What is added to a step, so that a short one to the left and one to the right have the same second digit."""
_ONES = {ord(letter): digit - _MIDDLE for digit, letter in enumerate(_LETTERS[:_BASE])}
_EIGHTIES = {ord(letter): digit * _BASE for digit, letter in enumerate(_LETTERS)}
_TENTHS = 10

Line = Sequence[tuple[float, float]]
Packed = tuple[float, float, str]
"""The first place of a line, and the steps from each to the next."""


def packed_figure(figure: Figure) -> dict[str, Any]:
    """Return what a figure holds, with the places of its strokes and shades packed.

    A stroke is [layer, closed, places, corners], its corners the numbers of the places that are one.
    """
    record: dict[str, Any] = msgspec.to_builtins(figure)
    record["paths"] = [
        [
            path.layer,
            path.closed,
            packed_line([(node.x, node.y) for node in path.nodes]),
            [number for number, node in enumerate(path.nodes) if node.kind],
        ]
        for path in figure.paths
    ]
    record["shades"] = [[shade.tone, packed_line(shade.spots)] for shade in figure.shades]
    return record


def unpacked_figure(raw: bytes) -> Figure:
    """Return the figure in a record of the compiled library."""
    record = msgspec.json.decode(raw)
    record["paths"] = [[layer, closed, _nodes(line, corners)] for layer, closed, line, corners in record["paths"]]
    record["shades"] = [[tone, unpacked_line(line)] for tone, line in record["shades"]]
    return msgspec.convert(record, Figure)


def _nodes(line: Any, corners: Sequence[int]) -> list[Sequence[Any]]:
    nodes: list[Sequence[Any]] = list(unpacked_line(line))
    for number in corners:
        nodes[number] = (*nodes[number], "c")
    return nodes


def packed_line(places: Line) -> Packed | Line:
    """Return a line of places packed, or as it is where it would not be exact."""
    tenths = [round(value * _TENTHS) for place in places for value in place]
    steps = [after - before + _MIDDLE for before, after in zip(tenths, tenths[2:], strict=False)]
    exact = all(tenth / _TENTHS == value for tenth, value in zip(tenths, _values(places), strict=True))
    if not places or not exact or any(not 0 <= step < _BASE * len(_LETTERS) for step in steps):
        return places
    ones, eighties = ("".join(_LETTERS[digit] for digit in digits) for digits in _digits(steps))
    x, y = places[0]
    return x, y, ones + eighties


def _values(places: Line) -> Iterator[float]:
    return (value for place in places for value in place)


def _digits(steps: Sequence[int]) -> tuple[list[int], list[int]]:
    return [step % _BASE for step in steps], [step // _BASE for step in steps]


def unpacked_line(line: Any) -> Line:
    """Return the places of a line that may be packed."""
    if not line or not isinstance(line[-1], str):
        return [(x, y) for x, y in line]
    x, y, letters = line
    digits, half = letters.encode(), len(letters) // 2
    across = _along(x, digits[:half:2], digits[half::2])
    down = _along(y, digits[1:half:2], digits[half + 1 :: 2])
    return list(zip(across, down, strict=True))


def _along(start: float, ones: bytes, eighties: bytes) -> Iterator[float]:
    """Return where the steps lead in one direction; a card unpacks thousands, so no step costs a line of Python."""
    steps = map(add, map(_ONES.__getitem__, ones), map(_EIGHTIES.__getitem__, eighties))
    return map(truediv, accumulate(steps, initial=round(start * _TENTHS)), repeat(_TENTHS))
