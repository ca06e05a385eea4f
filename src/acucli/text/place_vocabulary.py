"""Place words: a description of a place on the body, reduced to the words that tell where it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence


class PlaceVocabulary:
    """Reduces descriptions; `known` maps words and phrases to those that stand for them, `relations` are kept as such.

    Words in `small` add nothing.
    """

    def __init__(self, known: Mapping[str, str], relations: Collection[str], small: Collection[str] = ()) -> None:
        self._known = known
        self._relations = frozenset(relations)
        self._small = frozenset(small)
        self._longest: dict[str, int] = {}
        for phrase in known:
            first, *rest = phrase.split()
            self._longest[first] = max(self._longest.get(first, 0), 1 + len(rest))

    def reduced(self, said: Sequence[str], *, strictly: bool = False) -> tuple[str, ...] | None:
        """Return the words that describe a place, each as it stands for others; others are left out.

        None where `strictly` and one of the others is no small word.
        """
        found: list[str] = []
        place = 0
        while place < len(said):
            word = self._singular(said[place])
            tried = range(self._longest.get(said[place], 0), 0, -1)
            length = next((n for n in tried if " ".join(said[place : place + n]) in self._known), 0)
            if length:
                found.extend(self._known[" ".join(said[place : place + length])].split())
            elif word in self._known:
                found.extend(self._known[word].split())
            elif word in self._relations:
                found.append(word)
            elif strictly and said[place] not in self._small:
                return None
            place += max(length, 1)
        return tuple(found)

    def _singular(self, word: str) -> str:
        """Return a word without the s of a plural or an owner ("navel's") where it is known so."""
        plain = word.removesuffix("s")
        return plain if plain in self._known or plain in self._relations else word
