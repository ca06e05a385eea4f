"""Place words: a description of a place on the body, reduced to the words that tell where it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from acucli.text.distances import Distance, read_distance

_MARK = "@"
_ARTICLES = frozenset({"the", "my", "your", "our"})
"""Words that stand anywhere in a phrase and add nothing."""
_LONGEST_PHRASE = 12
"""Words of the longest phrase that is looked for around a word."""


class Described(NamedTuple):
    """What a description says: the words of places, each as it stands for others, and where the other words stand."""

    told: tuple[str, ...]
    others: tuple[int, ...]


class PlaceVocabulary:
    """Reduces descriptions; `known` maps words and phrases to those that stand for them, `relations` are kept as such.

    Words in `small` add nothing.
    """

    def __init__(self, known: Mapping[str, str], relations: Collection[str], small: Collection[str] = ()) -> None:
        self._known = {**{_without_articles(phrase): meaning for phrase, meaning in known.items()}, **known}
        self._relations = frozenset(relations)
        self._small = frozenset(small)
        self._longest: dict[str, int] = {}
        for phrase in self._known:
            first, *rest = phrase.split()
            self._longest[first] = max(self._longest.get(first, 0), 1 + len(rest))

    def reduced(self, said: Sequence[str], *, strictly: bool = False) -> tuple[str, ...] | None:
        """Return the words that describe a place, each as it stands for others; others are left out.

        None where `strictly` and one of the others is no small word.
        """
        read = self.read(said)
        return None if strictly and read.others else read.told

    def read(self, said: Sequence[str]) -> Described:
        """Return what a description says of a place; a distance ("two fingers above") becomes one word of its own."""
        kept = [place for place, word in enumerate(said) if word not in _ARTICLES]
        read = self._read([said[place] for place in kept])
        return Described(read.told, tuple(kept[place] for place in read.others))

    def _read(self, said: Sequence[str]) -> Described:
        found: list[str] = []
        others: list[int] = []
        place = 0
        while place < len(said):
            word = self._singular(said[place])
            length = self._longest_at(said, place)
            distance = read_distance(said, place)
            if distance is not None and distance.words > length:
                found.extend(_words_of(distance, said[place + distance.words - 1 :]))
                length = distance.words
            elif length:
                found.extend(self._meaning(said[place : place + length]).split())
            elif word in self._known:
                found.extend(self._known[word].split())
            elif word in self._relations:
                found.append(word)
            elif said[place] not in self._small:
                others.append(place)
            place += max(length, 1)
        return Described(tuple(found), tuple(others))

    def is_in_phrase(self, said: Sequence[str], place: int) -> bool:
        """Tell whether a word is part of a known phrase of several words."""
        return any(
            start + self._longest_at(said, start) > place and self._longest_at(said, start) > 1
            for start in range(max(0, place - _LONGEST_PHRASE), place + 1)
        )

    def _longest_at(self, said: Sequence[str], place: int) -> int:
        """Return how many words the longest known phrase has that begins at a word, 0 where none does."""
        tried = range(self._longest.get(said[place], 0), 0, -1)
        return next((n for n in tried if self._meaning(said[place : place + n])), 0)

    def _meaning(self, phrase: Sequence[str]) -> str:
        """Return what a phrase stands for, also where its last word is a plural ("ring fingers"), or nothing."""
        text = " ".join(phrase)
        return self._known.get(text) or self._known.get(text.removesuffix("s"), "")

    def _singular(self, word: str) -> str:
        """Return a word without the s of a plural or an owner ("navel's") where it is known so."""
        plain = word.removesuffix("s")
        return plain if plain in self._known or plain in self._relations else word


def _without_articles(phrase: str) -> str:
    return " ".join(word for word in phrase.split() if word not in _ARTICLES) or phrase


def _words_of(distance: Distance, last: Sequence[str]) -> tuple[str, ...]:
    """Return a distance as one word, and its direction where the words that were taken told it ("up from")."""
    word = f"{_MARK}{round(distance.cun * 100)}:{distance.way}"
    return (word, distance.way) if distance.way and last[0] in {"up", "down", "higher", "lower"} else (word,)


def distance_in(word: str) -> tuple[float, str] | None:
    """Return the length in cun and the direction that a reduced word tells, None for a word that is no distance."""
    if not word.startswith(_MARK):
        return None
    length, _, way = word[1:].partition(":")
    return int(length) / 100, way
