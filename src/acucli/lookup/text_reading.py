"""Texts: the claims and articles that the words of a query lead to."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup.decoded_indexes import texts_of
from acucli.lookup.query_result import TextReading
from acucli.model.library import Library
from acucli.text.tokens import Word


def read_texts(words: Sequence[Word], library: Library) -> tuple[TextReading, ...]:
    """Return the claims and articles the words name, in the order of the query, each once."""
    stems = [word.stem for word in words]
    found: dict[str, TextReading] = {}
    for phrase in texts_of(library).longest_in(stems):
        matched = " ".join(word.text for word in words[phrase.start : phrase.end])
        kind, _, key = phrase.meaning.partition(":")
        reading = TextReading(kind=kind, key=key, matched=matched, whole=phrase.end - phrase.start == len(words))
        found.setdefault(phrase.meaning, reading)
    return tuple(found.values())
