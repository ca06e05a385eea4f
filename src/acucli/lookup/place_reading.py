"""Places: points asked for by where they lie, a region ("points on the forearm") or a spot ("hollow in front of the
ear").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

import msgspec

from acucli.lookup.decoded_indexes import descriptions_of, point_words_of, remembered, word_lists_of
from acucli.lookup.query_result import PointsAskedFor
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.text.place_vocabulary import PlaceVocabulary
from acucli.text.tokens import Word

_MOST_WORDS = 14
_MOST_PLACES = 6
_NEAR_BEST = 0.85
"""The share of the best score from which a place may be meant, too."""
_LEAST = 0.55
"""The share of what was said that a place must hold."""
_PAIR = 0.35
"""What two words side by side are worth as they stand in the description, too."""
_WEIGHTS = (1.0, 0.75, 0.5)
"""What a word is worth by the description it stands in: the short one, the standard one, the way to find it."""
_WAYS = frozenset({"above", "below", "behind", "front", "beside", "twice"})
_ELSEWHERE = 0.88
"""What is left of a score for each way off that the place is said to lie and that was not asked for."""
_OPPOSITE = {
    "inner": "outer", "outer": "inner", "above": "below", "below": "above", "front": "behind", "behind": "front",
    "back": "inner",
}  # fmt: skip
_ALIKE = {"hollow": "notch", "notch": "hollow", "middle": "between"}
"""Shapes of which one is said for the other, and what is left of their worth then."""
_LEFT_OF_ALIKE = 0.8
_SHAPES = frozenset({"hollow", "crease", "corner", "tip", "web", "middle", "between", "end", "base", "notch", "cord"})


def read_region(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the points of the part of the body that a query asks for ("foot points"), None where it asks for none."""
    lists = word_lists_of(library)
    said = [word.text for word in words]
    if len(said) > _MOST_WORDS or not lists.asking_for_point.intersection(said):
        return None
    plain = _bare(said, library)
    regions = _regions(library).get(plain) or _regions(library).get(plain.removesuffix("s"))
    if not regions:
        return None
    return PointsAskedFor(tuple(code for code in library.points if _lies_in(library.points[code], regions)), plain)


@remembered
def _regions(library: Library) -> dict[str, tuple[str, ...]]:
    return {_bare(said.split(), library): regions for said, regions in point_words_of(library).regions.items()}


def _bare(said: Sequence[str], library: Library) -> str:
    return " ".join(word for word in said if word not in word_lists_of(library).asking_for_place)


def _lies_in(point: Point, regions: Sequence[str]) -> bool:
    own = {part.strip() for part in point.press_region.split(";")}
    for region in regions:
        name, _, side = region.partition(":")
        if name in own and side in point.surface:
            return True
    return False


def read_place(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the points that lie at a described place, None where the query is no description of one.

    Every word must be one that describes a place: a lump, a pain or a rash in front of the ear is no place.
    """
    said = tuple(word.text for word in words)
    if not 2 <= len(said) <= _MOST_WORDS:
        return None
    asked = _vocabulary(library).reduced(said, strictly=True)
    if asked is None or not _describes(asked, words, library):
        return None
    described = _described(library)
    scores = {code: _score(asked, texts, library) for code, texts in described.items()}
    best = max(scores.values(), default=0.0)
    if best < _LEAST:
        return None
    near = [code for code, score in scores.items() if score >= max(best * _NEAR_BEST, _LEAST)]
    near.sort(key=lambda code: (-round(scores[code], 2), len(described[code].short)))
    return PointsAskedFor(tuple(near[:_MOST_PLACES]), " ".join(said))


def _describes(asked: Sequence[str], words: Sequence[Word], library: Library) -> bool:
    """Tell whether a part of the body is named, and where at it: of the speaker's own one a shape must be named."""
    relations = word_lists_of(library).place_relations
    if not any(word not in relations for word in asked):
        return False
    asks = bool(word_lists_of(library).asking_for_point.intersection(word.text for word in words))
    own = any(word.text in {"my", "mine"} for word in words)
    told = set(asked) & (_SHAPES if own and not asks else relations)
    return bool(told)


@remembered
def _vocabulary(library: Library) -> PlaceVocabulary:
    lists = word_lists_of(library)
    small = lists.stop | lists.asking_for_place
    return PlaceVocabulary(point_words_of(library).places, lists.place_relations, small)


class _Texts(msgspec.Struct, frozen=True):
    """What describes one point: its words with what each is worth, those of the short one, and pairs side by side."""

    worth: dict[str, float]
    short: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@remembered
def _described(library: Library) -> dict[str, _Texts]:
    return {code: _texts_of(texts) for code, texts in descriptions_of(library).items()}


def _texts_of(texts: Sequence[str]) -> _Texts:
    """Return what a point's short description, its standard place and the way to find it say, reduced already."""
    worth: dict[str, float] = {}
    pairs: set[tuple[str, str]] = set()
    for text, weight in zip(texts, _WEIGHTS, strict=True):
        words = text.split()
        for word in words:
            worth.setdefault(word, weight)
        pairs.update(_pairs(words))
    return _Texts(worth, frozenset(texts[0].split()), frozenset(pairs))


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(words)
    yield from zip(words, words[2:], strict=False)


@remembered
def _rarity(library: Library) -> dict[str, float]:
    """Return how much a word tells, by how few descriptions hold it."""
    described = _described(library)
    counts = Counter(word for texts in described.values() for word in texts.worth)
    return {word: log(1 + len(described) / count) for word, count in counts.items()}


def _score(asked: Sequence[str], texts: _Texts, library: Library) -> float:
    """Return the share of what was asked that the texts hold; words side by side count more.

    A place on the other side of what was named is none: nothing is left of its score.
    """
    rarity = _rarity(library)
    wanted = set(asked)
    total = sum(rarity.get(word, 3.0) for word in wanted)
    held = 0.0
    for word in wanted:
        opposite = _OPPOSITE.get(word, "")
        if opposite not in wanted and _is_opposite(word, opposite, texts):
            return 0.0
        worth = max(texts.worth.get(word, 0.0), _LEFT_OF_ALIKE * texts.worth.get(_ALIKE.get(word, ""), 0.0))
        held += rarity.get(word, 3.0) * worth
    together = sum(pair in texts.pairs for pair in set(pairwise(asked)))
    elsewhere = len((texts.short & _WAYS) - wanted)
    return (held + _PAIR * together) / (total + _PAIR * max(1, len(asked) - 1)) * _ELSEWHERE**elsewhere


def _is_opposite(word: str, opposite: str, texts: _Texts) -> bool:
    """Tell whether a place lies on the other side, by the short description where that says a side."""
    if word in texts.short or opposite in texts.short:
        return word not in texts.short
    return opposite in texts.worth and word not in texts.worth
