"""Signs: groups of words near each other, tried against a query in one language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from acucli.lookup.decoded_indexes import PatternTables
from acucli.lookup.denial import denied_positions
from acucli.lookup.phrase_table import PhraseTable
from acucli.model.indexes import WordPatterns
from acucli.text.fold import fold_script
from acucli.text.intensifiers import without_intensifiers
from acucli.text.listing import word_set
from acucli.text.tokens import Word

_MOST_HITS = 8
_NOT_IN_CHINESE = ("没有", "没", "无", "不是", "并无", "沒有", "沒", "無", "並無")
_DENIALS = {
    "zh-Hans": (_NOT_IN_CHINESE, ()),
    "zh-Hant": (_NOT_IN_CHINESE, ()),
    "ja": (
        (),
        (
            "はない",
            "はありません",
            "がない",
            "がありません",
            "もない",
            "なし",
            "ではない",
            "はなく",
            "くない",
            "くありません",
        ),
    ),
    "ko": ((), ("없", "이없", "은없", "는없", "가없", "도없", "이아니", "가아니", "지않", "지는않")),
    "hi": ((), ("नहीं", "नहींहै")),
}
_FOREIGN_DENIERS = {
    "es": frozenset({"no", "sin", "ni", "nunca", "tampoco"}),
    "fr": frozenset({"pas", "sans", "ni", "aucun", "aucune", "jamais"}),
    "de": frozenset({"kein", "keine", "keinen", "keinerlei", "ohne", "nicht", "nie", "weder", "noch"}),
}
_FOREIGN_FILLERS = word_set(
    """
    tengo tiene hay siento me de del la el los las un una ningun ninguna dolor d des du le les l une ai j mes mon ma
    eine einen mehr starke starken jetzt
    """
)


class Hit(NamedTuple):
    """A form found in the query: the first and last position it covers."""

    start: int
    end: int


class Raised(NamedTuple):
    """A record that the query raises; `hits` are the words that did it."""

    kind: str
    id: str
    hits: tuple[Hit, ...]


def raised_by_words(tables: PatternTables, words: Sequence[Word], keys: Sequence[str], language: str) -> list[Raised]:
    """Return every record that the words raise, in the records' own order; `keys` are the words as compared."""
    parts = _hits(tables.forms, keys)
    if not parts:
        return []
    denied = denied_positions(words) if language == "en" else _denied_abroad(keys, language)
    kept = {number: [hit for hit in hits if hit.start not in denied] for number, hits in parts.items()}
    return _raised(tables.signs, {n: hits for n, hits in kept.items() if hits}, _hits(tables.idioms, keys))


def idioms_said(tables: PatternTables, keys: Sequence[str]) -> frozenset[str]:
    """Return the ids of the records for which the words hold an idiom."""
    return frozenset(tables.signs.records[number][1] for number in _hits(tables.idioms, keys))


def raised_by_script(tables: PatternTables, text: str, language: str) -> list[Raised]:
    """Return every record that a text of a language without blanks raises, with its words of degree or without."""
    plain, bare = fold_script(text).replace(" ", ""), without_intensifiers(text, language)
    found = _raised_by_letters(tables, plain, language)
    if bare == plain:
        return found
    known = {item.id for item in found}
    return [*found, *(item for item in _raised_by_letters(tables, bare, language) if item.id not in known)]


def _raised_by_letters(tables: PatternTables, plain: str, language: str) -> list[Raised]:
    parts = _hits_in_script(tables.signs.forms, tables.forms, plain, language)
    idioms = _hits_in_script(tables.signs.idioms, tables.idioms, plain, "")
    return _raised(tables.signs, parts, idioms)


def _hits_in_script(forms: Iterable[str], table: PhraseTable, plain: str, language: str) -> dict[int, list[Hit]]:
    found: dict[int, list[Hit]] = {}
    for form in forms:
        if form not in plain:
            continue
        for hit in _occurrences(plain, form):
            if language and is_denied_in_script(plain, hit.start, hit.end + 1, language):
                continue
            for _, numbers in table.entries(form):
                for number in numbers.split():
                    found.setdefault(int(number), []).append(hit)
    return found


def _occurrences(text: str, form: str) -> Iterator[Hit]:
    place = text.find(form)
    while place >= 0:
        yield Hit(place, place + len(form) - 1)
        place = text.find(form, place + 1)


def is_denied_in_script(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a form of a language without blanks stands beside a word that denies it."""
    before, after = _DENIALS.get(language, ((), ()))
    return text[:start].endswith(before) if before else text[end:].startswith(after)


def is_denied_abroad(words: Sequence[str], place: int, language: str) -> bool:
    """Tell whether the word at this place is denied, in Spanish, German or French."""
    return place in _denied_abroad(words, language)


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


def _denied_abroad(keys: Sequence[str], language: str) -> frozenset[int]:
    deniers = _FOREIGN_DENIERS.get(language, frozenset())
    denied: set[int] = set()
    for place, key in enumerate(keys):
        if key in deniers:
            here = place + 1
            while here < len(keys) and keys[here] in _FOREIGN_FILLERS and here < place + 5:
                here += 1
            denied.update(range(place + 1, here + 1))
    return frozenset(denied)
