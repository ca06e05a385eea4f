"""Distances: how far one place of the body lies from another, said in fingers, thumbs, hands, inches or centimetres."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acucli.text.numbers import NUMBER_WORDS

_FINGERS = {1: 0.8, 2: 1.5, 3: 2.0, 4: 3.0, 5: 3.8}
"""What fingers held together measure in cun, at their middle joints: two 1.5, three about 2, four 3."""
_UNITS: dict[str, float] = {
    "finger": 0.8, "fingerwidth": 0.8, "fingerbreadth": 0.8, "thumb": 1.0, "thumbwidth": 1.0, "cun": 1.0, "tsun": 1.0,
    "hand": 3.0, "palm": 3.0, "handwidth": 3.0, "fist": 4.0, "inch": 1.1, "inche": 1.1, "in": 1.1, "centimetre": 0.43,
    "centimeter": 0.43, "cm": 0.43, "cms": 0.43, "mm": 0.043, "millimetre": 0.043,
}  # fmt: skip
"""What each unit measures in cun of an adult, whose thumb is some 2.3 cm wide; an inch is a little more."""
_PARTS = frozenset({"finger", "thumb", "hand", "palm", "fist"})
"""Units that are also parts of the body: alone they are a distance only before a direction."""
_ALONE = frozenset({"fingerwidth", "fingerbreadth", "thumbwidth", "handwidth"})
"""Units that need no number before them."""
_WIDTHS = frozenset({"width", "breadth", "wide", "broad"})
_AMOUNTS: dict[str, float] = {
    **NUMBER_WORDS, "a": 1, "an": 1, "half": 0.5, "twice": 2, "couple": 2, "few": 3, "quarter": 0.25, "single": 1,
}  # fmt: skip
_BESIDE_AMOUNT = frozenset({"about", "around", "roughly", "of", "a", "an"})
_DIRECTIONS: dict[str, str] = {
    "up": "above", "higher": "above", "down": "below", "lower": "below", "out": "beside", "outward": "beside",
    "along": "", "back": "behind", "in": "", "away": "", "from": "", "off": "", "into": "", "past": "", "to": "",
    "towards": "", "inward": "", "inside": "inner", "outside": "outer", "above": "above", "below": "below",
    "under": "below", "underneath": "below", "beneath": "below", "over": "above", "beside": "beside",
    "behind": "behind", "before": "front", "forward": "front", "either": "beside", "lateral": "beside",
    "proximal": "above", "distal": "below", "superior": "above", "inferior": "below",
}  # fmt: skip
_HALF_MORE = ("and", "a", "half")
_GLUED = re.compile(r"(\d+)([a-z]+)")


class Distance(NamedTuple):
    """A distance: how many words tell it, how long it is in cun, and which way it goes ("" where nothing says)."""

    words: int
    cun: float
    way: str


def read_distance(said: Sequence[str], start: int) -> Distance | None:
    """Return the distance that begins at a word ("two fingers above", "5 cm up from"), None where none does.

    `said` are folded words. The direction behind it is told and counted only where it is no word of a place by itself.
    """
    read = _amount(said, start)
    if read is None:
        return None
    place, cun = read
    if tuple(said[place : place + 1]) == ("and",) and (more := _amount(said, place + 1)) is not None:
        place, cun = more[0], cun + more[1]
    after = said[place] if place < len(said) else ""
    way = _DIRECTIONS.get(after, "")
    taken = after in {"up", "down", "out", "higher", "lower", "outward"}
    return Distance(place + taken - start, round(cun, 2), way)


def _amount(said: Sequence[str], start: int) -> tuple[int, float] | None:
    """Return the place behind a number with its unit, and how many cun they are."""
    place, number = _number(said, start)
    if place >= len(said):
        return None
    glued = _GLUED.fullmatch(said[place])
    unit = glued[2] if glued else _unit(said[place])
    if unit not in _UNITS:
        return _of_two(said, place, number)
    if glued:
        number = float(glued[1]) if number is None else number + float(f"0.{glued[1]}")
    place += 1
    wide = place < len(said) and _unit(said[place]) in _WIDTHS
    place += wide
    after = said[place] if place < len(said) else ""
    joined = after == "and" and _amount(said, place + 1) is not None
    if not wide and unit in _PARTS and after not in _DIRECTIONS and not joined:
        return None
    if number is None:
        if not wide and unit not in _ALONE:
            return None
        number = 1
    if tuple(said[place : place + 3]) == _HALF_MORE:
        place, number = place + 3, number + 0.5
    if unit.startswith("finger") and number in _FINGERS:
        return place, _FINGERS[int(number)]
    return place, number * _UNITS[unit]


def _of_two(said: Sequence[str], place: int, number: float | None) -> tuple[int, float] | None:
    """Return what "four and three fingers" and "twice four fingers" measure."""
    if number is None or place >= len(said) or not (said[place] == "and" or said[place - 1] == "twice"):
        return None
    rest = _amount(said, place + (said[place] == "and"))
    if rest is None:
        return None
    if said[place] == "and":
        return rest[0], _FINGERS.get(int(number), number) + rest[1]
    return rest[0], number * rest[1]


def _number(said: Sequence[str], start: int) -> tuple[int, float | None]:
    """Return the place behind a number and the number ("1 5" is 1.5, "half a", "a couple of")."""
    place, number = start, None
    while place < len(said) and said[place] in _BESIDE_AMOUNT and _reaches_number(said, place):
        place += 1
    if place < len(said):
        number = _amount_of(said[place])
        place += number is not None
    if number is not None and said[place - 1] == "twice":
        return place, number
    if tuple(said[place : place + 3]) == _HALF_MORE:
        return place + 3, (number or 0) + 0.5
    if number is not None and place + 1 < len(said) and said[place].isdigit():
        return place + 1, float(f"{number:g}.{said[place]}")
    while number is not None and place < len(said) and said[place] in {"a", "an", "of"}:
        place += 1
    return place, number


def _reaches_number(said: Sequence[str], place: int) -> bool:
    """Tell whether a small word stands before a number ("a couple of", "about two"), and is none itself."""
    return place + 1 < len(said) and (_amount_of(said[place + 1]) is not None or said[place + 1] in _BESIDE_AMOUNT)


def _amount_of(word: str) -> float | None:
    return float(word) if word.isdecimal() and len(word) < 4 else _AMOUNTS.get(word)


def _unit(word: str) -> str:
    return word if word in _UNITS else word.removesuffix("s")
