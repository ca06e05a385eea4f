"""Signs: groups of words near each other, tried against a query in one language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from itertools import product
from typing import NamedTuple

from acucli.lookup.decoded_indexes import PatternTables
from acucli.lookup.denial import is_denied_in_letters
from acucli.lookup.phrase_table import PhraseTable
from acucli.model.indexes import LanguageTraits, WordPatterns
from acucli.text.fold import fold_letters

_MOST_HITS = 8


class Hit(NamedTuple):
    """A form found in the query: the first and last position it covers."""

    start: int
    end: int


class Raised(NamedTuple):
    """A record that the query raises; `hits` are the words that did it."""

    kind: str
    id: str
    hits: tuple[Hit, ...]


def raised_by_words(
    tables: PatternTables, keys: Sequence[str], denied_in: Callable[[], Collection[int]]
) -> list[Raised]:
    """Return every record that words raise, in the records' own order.

    `keys` are the words as compared, `denied_in` returns the positions of those under a denial; it is asked only where
    any form is found.
    """
    parts = _hits(tables.forms, keys)
    if not parts:
        return []
    denied = denied_in()
    kept = {number: [hit for hit in hits if hit.start not in denied] for number, hits in parts.items()}
    return _raised(tables.signs, {n: hits for n, hits in kept.items() if hits}, _hits(tables.idioms, keys))


def idioms_said(tables: PatternTables, keys: Sequence[str]) -> frozenset[str]:
    """Return the ids of the records for which the words hold an idiom."""
    return frozenset(tables.signs.records[number][1] for number in _hits(tables.idioms, keys))


def raised_by_letters(tables: PatternTables, text: str, traits: LanguageTraits) -> list[Raised]:
    """Return every record that a text of a language without blanks raises, with its words of degree or without."""
    plain, bare = fold_letters(text), fold_letters(text, traits.intensifiers)
    found = _raised_by_letters(tables, plain, traits)
    if bare == plain:
        return found
    known = {item.id for item in found}
    return [*found, *(item for item in _raised_by_letters(tables, bare, traits) if item.id not in known)]


def _raised_by_letters(tables: PatternTables, plain: str, traits: LanguageTraits) -> list[Raised]:
    parts = _hits_in_letters(tables.forms, plain, traits)
    idioms = _hits_in_letters(tables.idioms, plain, None)
    return _raised(tables.signs, parts, idioms)


def _hits_in_letters(table: PhraseTable, plain: str, traits: LanguageTraits | None) -> dict[int, list[Hit]]:
    """Return the places of every form by its numbers; denied ones are left out where `traits` tell what denies."""
    found: dict[int, list[Hit]] = {}
    for form in table.within(plain):
        if traits is None or not is_denied_in_letters(plain, form.start, form.end, traits):
            for number in form.meaning.split():
                found.setdefault(int(number), []).append(Hit(form.start, form.end - 1))
    return found


def _hits(table: PhraseTable, keys: Sequence[str]) -> dict[int, list[Hit]]:
    found: dict[int, list[Hit]] = {}
    for form in table.all_in(keys):
        for number in form.meaning.split():
            found.setdefault(int(number), []).append(Hit(form.start, form.end - 1))
    return found


def _raised(signs: WordPatterns, parts: dict[int, list[Hit]], idioms: dict[int, list[Hit]]) -> list[Raised]:
    found: dict[int, tuple[Hit, ...]] = {}
    for group in sorted({bisect_right(signs.starts, number) - 1 for number in parts}):
        owner = signs.owners[group]
        numbers = range(signs.starts[group], signs.starts[group + 1])
        if owner in found or any(number not in parts for number in numbers):
            continue
        left = [_left(parts[number], idioms.get(owner, [])) for number in numbers]
        hits = _nearest(left, signs.near[group])
        if hits:
            found[owner] = hits
    return [Raised(*signs.records[number], hits) for number, hits in sorted(found.items())]


def _left(hits: list[Hit], taken_out: list[Hit]) -> list[Hit]:
    if not taken_out:
        return hits
    return [hit for hit in hits if not any(out.start <= hit.end and hit.start <= out.end for out in taken_out)]


def _nearest(parts: list[list[Hit]], near: int) -> tuple[Hit, ...]:
    best: tuple[int, tuple[Hit, ...]] | None = None
    if not all(parts):
        return ()
    for hits in product(*(part[:_MOST_HITS] for part in parts)):
        width = max(hit.end for hit in hits) - min(hit.start for hit in hits)
        if width <= near and (best is None or width < best[0]):
            best = (width, hits)
    return best[1] if best else ()
