"""How well each point lies at a described place: its landmarks, on which side of them, and how far away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import log

import msgspec

from acucli.lookup.decoded_indexes import descriptions_of, remembered
from acucli.model.library import Library
from acucli.text.place_vocabulary import distance_in

_WEIGHTS = (1.0, 0.6, 0.4, 0.3)
"""What a word is worth by the description it stands in: the short one, the standard one, how to find it, to feel it."""
_PAIR = 0.2
"""What two words side by side are worth as they stand in the description, too."""
_DISTANCE = 3.5
"""What a distance is worth that fits."""
_OTHER_WAY = 0.3
"""What is left of that where the description goes another way."""
_STEEPNESS = 1.6
"""How fast a distance loses its worth: at a third more or less half of it is left."""
_UNASKED = 0.92
"""What is left of a score for each distance at which a point is told to lie and which was not said."""
_HELPING = 1.2
"""What another word is worth that the description of a point holds, too ("when I make a fist")."""
_SAME_WAY = ({"above", "behind"}, {"beside", "outer"}, {"below", "front"})
"""Ways that are one where a limb or the head bends: above the hairline is behind it."""
_OTHER_DIGIT = 0.4
"""What is left of a score where a point is told by another finger or toe than the one that was said."""
_DIGITS = frozenset({"index finger", "middle finger", "ring finger", "little finger", "big toe", "second toe",
    "third toe", "fourth toe", "little toe"})  # fmt: skip
_WAYS = frozenset({"above", "below", "behind", "front", "beside"})
_ELSEWHERE = 0.93
"""What is left of a score for each way off that the place is said to lie and that was not asked for."""
_OPPOSITE = {
    "inner": "outer", "outer": "inner", "above": "below", "below": "above", "front": "behind", "behind": "front",
    "back": "inner", "radial": "ulnar", "ulnar": "radial",
}  # fmt: skip
_ALIKE = {
    "hollow": "notch", "notch": "hollow", "middle": "between", "between": "beside", "knob": "bone", "bone": "knob",
    "meet": "between", "edge": "corner", "bulge": "muscle", "behind": "below", "below": "behind", "joint": "knuckle",
}  # fmt: skip
"""Shapes of which one is said for the other, and what is left of their worth then."""
_LEFT_OF_ALIKE = 0.7
_UNKNOWN = 3.0
"""How much a word tells that no description holds."""


class _Texts(msgspec.Struct, frozen=True):
    """What describes one point: its words with what each is worth, those of the short one, those of the short and the
    standard one, pairs side by side, distances, and the stems of its other words.
    """

    worth: dict[str, float]
    short: tuple[str, ...]
    sides: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    distances: tuple[tuple[float, str], ...]
    others: frozenset[str]


def score_places(asked: Sequence[str], helping: Collection[str], library: Library) -> dict[str, float]:
    """Return for each point how well it fits a description, 0 to 1: the share of what was said that its texts hold.

    `asked` are the words of a place, `helping` the stems of others that the library describes places with.
    """
    return {code: _score(asked, helping, texts, library) for code, texts in _described(library).items()}


def shortest(code: str, library: Library) -> int:
    """Return how much the short description of a point says: of two that fit, the plainer comes first."""
    return len(_described(library)[code].short)


@remembered
def other_words(library: Library) -> frozenset[str]:
    """Return the stems of the words with which the library describes places, those of places aside."""
    return frozenset().union(*(texts.others for texts in _described(library).values()))


@remembered
def _described(library: Library) -> dict[str, _Texts]:
    return {code: _texts_of(texts) for code, texts in descriptions_of(library).items()}


def _texts_of(texts: Sequence[str]) -> _Texts:
    worth: dict[str, float] = {}
    pairs: set[tuple[str, str]] = set()
    distances: list[tuple[float, str]] = []
    for number, (text, weight) in enumerate(zip(texts, _WEIGHTS, strict=False)):
        words = text.split()
        for word in words:
            read = distance_in(word)
            if read is None:
                worth.setdefault(word, weight)
            elif number < 2:
                distances.append(read)
        pairs.update(_pairs([word for word in words if not distance_in(word)]))
    short = tuple(word for word in texts[0].split())
    sides = frozenset(" ".join(texts[:2]).split())
    return _Texts(worth, short, sides, frozenset(pairs), tuple(distances), frozenset(texts[-1].split()))


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(words)
    yield from zip(words, words[2:], strict=False)


@remembered
def _rarity(library: Library) -> dict[str, float]:
    """Return how much a word tells, by how few descriptions hold it."""
    described = _described(library)
    counts = Counter(word for texts in described.values() for word in texts.worth)
    return {word: log(1 + len(described) / count) for word, count in counts.items()}


def _score(asked: Sequence[str], helping: Collection[str], texts: _Texts, library: Library) -> float:
    """Return the share of what was asked that the texts hold; words side by side count more.

    A place on the other side of what was named is none: nothing is left of its score.
    """
    rarity = _rarity(library)
    distances = [read for word in asked if (read := distance_in(word))]
    plain = [word for word in asked if not distance_in(word)]
    wanted = set(plain)
    total = held = 0.0
    for word in wanted:
        opposite = _OPPOSITE.get(word, "")
        if opposite not in wanted and _is_opposite(word, opposite, texts):
            return 0.0
        worth = max(texts.worth.get(word, 0.0), _LEFT_OF_ALIKE * texts.worth.get(_ALIKE.get(word, ""), 0.0))
        total += rarity.get(word, _UNKNOWN)
        held += rarity.get(word, _UNKNOWN) * worth
    held += _PAIR * sum(pair in texts.pairs for pair in set(pairwise(plain)))
    held += _DISTANCE * sum(_fit(read, texts.distances) for read in distances)
    held += _HELPING * len(texts.others.intersection(helping))
    total += _PAIR * max(1, len(plain) - 1) + _DISTANCE * len(distances) + _HELPING * len(helping)
    elsewhere = _ELSEWHERE ** len(_WAYS.intersection(texts.short) - wanted)
    unasked = _UNASKED ** max(0, sum(distance_in(word) is not None for word in texts.short) - len(distances))
    digits, own = _digits(plain), _digits(texts.short)
    other = _OTHER_DIGIT if digits and own and not digits & own else 1.0
    return held / total * elsewhere * unasked * other


def _digits(words: Sequence[str]) -> frozenset[str]:
    """Return the fingers and toes that words name; the thumb is none, since most descriptions use it as a side."""
    return _DIGITS.intersection(map(" ".join, pairwise(words)))


def _fit(asked: tuple[float, str], known: Sequence[tuple[float, str]]) -> float:
    """Return how well a distance fits the best of a point's own, 0 to 1."""
    return max((_nearness(asked, other) for other in known), default=0.0)


def _nearness(asked: tuple[float, str], other: tuple[float, str]) -> float:
    off = abs(asked[0] - other[0]) / max(asked[0], other[0], 0.1)
    same_way = not asked[1] or not other[1] or asked[1] == other[1] or {asked[1], other[1]} in _SAME_WAY
    return max(0.0, 1 - _STEEPNESS * off) * (1.0 if same_way else _OTHER_WAY)


def _is_opposite(word: str, opposite: str, texts: _Texts) -> bool:
    """Tell whether a place lies on the other side, by the short description where that says a side."""
    if word in texts.short or opposite in texts.short:
        return word not in texts.short and _ALIKE.get(word) not in texts.short
    return opposite in texts.sides and word not in texts.worth
