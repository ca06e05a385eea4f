"""Which lookups have a stored answer: what the library itself calls its complaints, points and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from acucli.model.kinds import KINDS
from acucli.model.lexicon import Lexicon
from acucli.model.library import Library
from acucli.model.points import Point


def queries(library: Library, lexicons: Mapping[str, Lexicon]) -> list[str]:
    """Return what `find` is answered for: complaints by name, synonym and in every language, points by code and name.

    Each as it is written, and English ones in small letters too. `lexicons` are the languages in full.
    """
    found: dict[str, None] = {}
    for text in (*_complaints(library, lexicons), *_points(library, lexicons)):
        found.setdefault(text)
        if text.isascii():
            found.setdefault(text.lower())
    return list(found)


def _complaints(library: Library, lexicons: Mapping[str, Lexicon]) -> Iterator[str]:
    for condition in library.conditions.values():
        yield from (condition.name, condition.slug, condition.slug.replace("-", " "), *condition.also)
    for lexicon in lexicons.values():
        for phrases in lexicon.conditions.values():
            yield from phrases


def _points(library: Library, lexicons: Mapping[str, Lexicon]) -> Iterator[str]:
    for point in library.points.values():
        yield from (point.code, *_names(point))
    for lexicon in lexicons.values():
        for names in lexicon.points.values():
            yield from names


def _names(point: Point) -> Iterable[str]:
    names = point.names
    return (names.pinyin, names.plain, names.traditional, names.simplified, names.english, *names.aliases)


def ids(library: Library) -> list[str]:
    """Return what `show` is answered for: every code and slug that it finds."""
    shown = (kind for kind in KINDS if kind.name and kind.key)
    return list(dict.fromkeys(key for kind in shown for key in library.shelf(kind.shelf)))
