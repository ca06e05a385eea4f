"""Loose reading: what an ordinary sentence is most likely about that names a part of the body, or one plain word for a
complaint, in words that nobody reads ("lower back's on the blink").

It comes last, where nothing else was read and the trained net finds the text plainly ordinary. The words that count
for nothing are named in the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup.bodyparts import is_felt, parts_named
from acucli.lookup.decoded_indexes import phrases_of, word_lists_of, word_tables_of
from acucli.lookup.denial import denied_positions
from acucli.lookup.not_understood import asks_first
from acucli.lookup.query_result import ConditionReading
from acucli.lookup.vocabulary import is_common, is_medical
from acucli.model.library import Library
from acucli.text.tokens import Word

_MOST_WORDS = 18
_MOST_PARTS = 2
_PARTS = frozenset({
    "neck", "shoulder", "upper-back", "low-back", "elbow", "forearm", "wrist", "hand", "finger", "hip", "thigh",
    "knee", "calf", "shin", "ankle", "heel", "foot", "jaw", "joint", "muscle",
})  # fmt: skip
"""Parts whose trouble is mostly of muscles and joints; of head, eye, chest or belly more must be said."""


def read_loosely(words: Sequence[Word], text: str, library: Library) -> tuple[ConditionReading, ...]:
    """Return what a sentence is most likely about, nothing where a word may tell of illness, injury or danger."""
    if not 1 < len(words) <= _MOST_WORDS:
        return ()
    denied = denied_positions(words, library)
    if any(is_felt(words[place].text, library) for place in denied):
        return ()  # "my back does not hurt"
    closed = denied | word_tables_of(library).idioms.places_in([word.stem for word in words])
    found = _topics(words, closed, library) or _parts(words, closed, library)
    said = {word for item in found for word in item.matched.split()}
    left = [word for word in words if word.text not in said]
    if not found or any(_tells_of_harm(word, library) for word in left):
        return ()
    return () if asks_first([word.text for word in left], text, words, library) else found


def _topics(words: Sequence[Word], closed: frozenset[int], library: Library) -> tuple[ConditionReading, ...]:
    """Return the complaints that everyday words name, which count elsewhere only where they stand alone ("sleep")."""
    topics, literal = word_lists_of(library).topics, phrases_of(library).literal
    said = [word.text for place, word in enumerate(words) if word.text in topics and place not in closed]
    found = {text: literal[text].partition(":")[2].split(",")[0] for text in said if text in literal}
    return tuple(ConditionReading(slug=slug, matched=text, how="word") for text, slug in found.items())


def _parts(words: Sequence[Word], closed: frozenset[int], library: Library) -> tuple[ConditionReading, ...]:
    named = parts_named(words, closed, library)
    if not 0 < len(named) <= _MOST_PARTS or any(kind not in _PARTS for kind, _, _ in named):
        return ()
    found = {slug: text for _, slug, text in named if slug in library.conditions}
    return tuple(ConditionReading(slug=slug, matched=text, how="body-part") for slug, text in found.items())


def _tells_of_harm(word: Word, library: Library) -> bool:
    """Tell whether a word may say that something is seriously wrong, or is of nobody."""
    lists = word_lists_of(library)
    if word.stem in lists.stop or word.stem in lists.weak or word.text.isdigit():
        return False
    if word.text in lists.body_changes or word.text in lists.harm or word.stem in lists.harm:
        return True
    return is_medical(word.text, library) or not (is_common(word.text, library) or _is_known(word, library))


def _is_known(word: Word, library: Library) -> bool:
    """Tell whether a word is a plain form of a common one, or one that is said of what was done."""
    lists = word_lists_of(library)
    beside = lists.around_part | lists.before_part | lists.wishes | lists.beside_part
    return word.text in beside or any(is_common(word.text.removesuffix(end), library) for end in ("s", "ing", "ed"))
