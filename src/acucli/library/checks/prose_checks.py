"""What no sentence of the library may say, and how long one may be (codes W...)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources

MEAN_WORDS = 25
"""A record's sentences have at most 25 words on average."""

_CLAIMS = re.compile(
    r"\b(cures?|cured|proven|detox\w*|heals?|healed|healing|toxins?|balances? (?:your )?hormones"
    r"|boosts? (?:your )?(?:immunity|immune)|miracle|guaranteed)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CHECKED = ("points", "conditions", "routines", "techniques", "areas", "breathing", "meridians", "articles")
_QUOTED_FIELDS = frozenset({"also", "aliases", "slug", "code", "names", "references", "sources", "see"})


def check(sources: Sources) -> Iterator[Problem]:
    """Yield claim words and sentences too long to follow."""
    for shelf in _CHECKED:
        for item in sources.all(shelf):
            yield from _claims(item)
            yield from _length(item)


def _claims(item: Located) -> Iterator[Problem]:
    for path, text in _texts(item.record):
        if found := _CLAIMS.search(text):
            reason = f"makes a claim: {found.group()!r}"
            yield item.problem("W001", reason, "say what was seen, not what it does", *path)


def _length(item: Located) -> Iterator[Problem]:
    lengths = [
        len(sentence.split())
        for _, text in _texts(item.record)
        for sentence in _SENTENCE.split(text)
        if len(sentence.split()) > 3
    ]
    if lengths and sum(lengths) / len(lengths) > MEAN_WORDS:
        reason = f"sentences of {sum(lengths) / len(lengths):.0f} words on average"
        yield item.problem("W002", reason, f"shorten them to {MEAN_WORDS} at most")


def _texts(record: Any) -> Iterator[tuple[tuple[object, ...], str]]:
    """Yield every text of a record that a person reads, with its path."""
    for field in msgspec.structs.fields(record):
        if field.name not in _QUOTED_FIELDS:
            yield from _inside((field.encode_name,), getattr(record, field.name))


def _inside(path: tuple[object, ...], value: Any) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _inside((*path, index), part)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from _inside((*path, field.encode_name), getattr(value, field.name))
