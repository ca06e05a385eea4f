"""What no sentence of the library may say, and how long one may be (codes W...)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.text.word_sets import word_set

MEAN_WORDS = 25
"""A record's sentences have at most 25 words on average."""

CLAIMS = re.compile(
    r"\b(cures?|cured|proven|detox\w*|heals?|healed|healing|toxins?|balances? (?:your |the )?hormones"
    r"|boosts? (?:your |the )?immun\w*|miracle|guaranteed|clinically)\b",
    re.IGNORECASE,
)
"""Words that promise; nothing the library says of pressing holds one."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_CHECKED = (
    "points",
    "conditions",
    "routines",
    "techniques",
    "areas",
    "breathing",
    "meridians",
    "articles",
    "claims",
    "references",
)
_NOT_PROSE = word_set(
    """
    aliases along also at authors says code codes conditions doi dose id journal kind measure names parent general_of
    references rule see slug sources topics view watch_for window
    """
)
"""Fields that are no sentences of the library: what people type, names and landmarks, identifiers, and what others
claim."""
_TITLED = frozenset({"references"})
"""Shelves whose `title` is that of a paper, in the words of its authors."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield claim words and sentences too long to follow."""
    for shelf in _CHECKED:
        for item in sources.all(shelf):
            yield from _claims(item)
            yield from _length(item)


def prose(record: Any, shelf: str) -> Iterator[tuple[tuple[object, ...], str]]:
    """Yield every text of a record that is a sentence of the library, with its path."""
    skipped = _NOT_PROSE | {"title"} if shelf in _TITLED else _NOT_PROSE
    yield from _inside((), record, skipped)


def mean_words(texts: Iterable[str]) -> float:
    """Return the mean number of words of the sentences, those of three words and fewer left out; 0 without any."""
    sentences = (sentence.split() for text in texts for sentence in _SENTENCE.split(text))
    lengths = [len(words) for words in sentences if len(words) > 3]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _claims(item: Located) -> Iterator[Problem]:
    for path, text in prose(item.record, item.shelf):
        if found := CLAIMS.search(text):
            reason = f"makes a claim: {found.group()!r}"
            yield item.problem("W001", reason, "say what was seen, not what it does", *path)


def _length(item: Located) -> Iterator[Problem]:
    mean = mean_words(text for _, text in prose(item.record, item.shelf))
    if mean > MEAN_WORDS:
        reason = f"sentences of {mean:.0f} words on average"
        yield item.problem("W002", reason, f"shorten them to {MEAN_WORDS} at most")


def _inside(path: tuple[object, ...], value: Any, skipped: frozenset[str]) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _inside((*path, index), part, skipped)
    elif isinstance(value, msgspec.Struct):
        for name, written in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            if written not in skipped:
                yield from _inside((*path, written), getattr(value, name), skipped)
