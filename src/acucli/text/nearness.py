"""Nearness: the known words that a word may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST_ALIKE = 60.0
"""Per cent of their letters that two words share, in order, to be offered for each other."""


def closest(word: str, words: Iterable[str], *, most: int = 3, least: float = _LEAST_ALIKE) -> list[str]:
    """Return up to `most` of the words that are nearest to this one, the nearest first; `least` is in per cent."""
    from rapidfuzz import fuzz, process  # 7 ms of a start: only for a word that is unknown

    found = process.extract(word, list(words), scorer=fuzz.ratio, score_cutoff=least, limit=most)
    return [name for name, _, _ in found]
