"""Segments: the parts of a sentence that each speak of one person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from acucli.model.indexes import WordLists
from acucli.text.tokens import Word


def segments_of(words: Sequence[Word], lists: WordLists) -> list[list[Word]]:
    """Return the words parted at clauses and at words that begin something else; those words are left out."""
    found: list[list[Word]] = [[]]
    for word in words:
        if word.text in lists.child_breaks or (found[-1] and word.clause != found[-1][-1].clause):
            found.append([])
        if word.text not in lists.child_breaks:
            found[-1].append(word)
    return found


def speaks_of_self(segment: Sequence[Word], lists: WordLists) -> bool:
    """Tell whether somebody speaks of themselves and of nobody else."""
    return is_mine(segment, lists) and not any(word.text in lists.other_persons for word in segment)


def is_mine(words: Sequence[Word], lists: WordLists) -> bool:
    """Tell whether words speak of the speaker, or of the speaker's own body."""
    return any(word.text in lists.self_words for word in words) or any(
        word.text == "my" and after.stem in lists.own_body for word, after in pairwise(words)
    )
