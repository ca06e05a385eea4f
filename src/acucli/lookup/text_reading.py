"""Texts: the claims and articles that the words of a query lead to."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup.decoded_indexes import texts_of
from acucli.lookup.query_result import TextReading
from acucli.lookup.vocabulary import is_common
from acucli.model.library import Library
from acucli.text.tokens import Word


def read_texts(words: Sequence[Word], library: Library) -> tuple[TextReading, ...]:
    """Return the claims and articles the words name, in the order of the query, each once.

    One everyday word leads to a text only where it is all that was asked: "stiff after yoga" is about the stiffness.
    """
    stems = [word.stem for word in words]
    found: dict[str, TextReading] = {}
    for phrase in texts_of(library).longest_in(stems):
        matched = " ".join(word.text for word in words[phrase.start : phrase.end])
        whole = phrase.end - phrase.start == len(words)
        if not whole and " " not in matched and is_common(matched, library):
            continue
        kind, _, key = phrase.meaning.partition(":")
        reading = TextReading(kind=kind, key=key, matched=matched, whole=whole)
        found.setdefault(phrase.meaning, reading)
    return tuple(found.values())
