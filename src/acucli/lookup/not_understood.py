"""What was not understood: the words of a query that no part of its reading covers, and when they need a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from acucli.lookup.decoded_indexes import (
    known_words_of,
    remembered,
    sayings_of,
    signs_of,
    tokenizer_of,
    traits_in,
    word_lists_of,
    word_tables_of,
)
from acucli.lookup.denial import denied_positions
from acucli.lookup.query_result import PointReading, QueryResult, TextReading
from acucli.lookup.vocabulary import is_common, is_medical
from acucli.lookup.word_patterns import clauses_set_aside
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.fold import fold_letters
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.tokens import Word

_LEAST_LETTERS = 3
_FEW = 4
"""Tablets a day at most that somebody may well take anyway."""
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(NUMBER_WORDS)})"
_DEGREES = r"3[5-9][.,]\d|4[0-2][.,]\d|\d+(?:[.,]\d+)?\s?[°º]"
_BLOOD_PRESSURE = r"(?:9\d|1\d\d|2\d\d)\s?/\s?(?:[4-9]\d|1\d\d)"


def words_not_understood(words: Sequence[Word], found: QueryResult, library: Library) -> tuple[str, ...]:
    """Return the words of a query in the default language that its reading does not cover, in order, once each.

    What everybody says is left out, unless it names an illness or a change of the body that no sign was read from.
    What is denied is left out, too.
    """
    return _left(words, [item.matched for item in (*found.conditions, *_others(found))], found, library)


def illnesses_beside(words: Sequence[Word], found: QueryResult, library: Library) -> tuple[str, ...]:
    """Return the words of illnesses that only an information page covers, beside another complaint.

    The page knows them, what else was read does not: they may need a question as much as a word that nobody read,
    unless the page says that a session is fine meanwhile.
    """
    read = [(item, library.conditions[item.slug]) for item in found.conditions]
    if len(read) < 2:
        return ()
    known = [item for item, condition in read if condition.offered or condition.press_meanwhile]
    left = _left(words, [item.matched for item in (*known, *_others(found))], found, library)
    return tuple(text for text in left if is_medical(text, library))


def _others(found: QueryResult) -> tuple[PointReading | TextReading, ...]:
    return (*found.points, *found.texts)


def _left(words: Sequence[Word], matched: Iterable[str], found: QueryResult, library: Library) -> tuple[str, ...]:
    changes = frozenset() if found.watch_for else word_lists_of(library).body_changes
    read = {stem for text in matched for stem in tokenizer_of(library).stems_of(text)}
    left = {
        place: word.text
        for place, word in enumerate(words)
        if word.stem not in read
        and word.stem not in known_words_of(library).always
        and (word.text in changes or is_medical(word.text, library) or _is_rare(word.text, library))
    }
    if not left:
        return ()
    spoken = _otherwise_covered(words, library)
    return tuple(dict.fromkeys(text for place, text in left.items() if place not in spoken))


def is_wholly_read(words: Sequence[Word], found: QueryResult, library: Library) -> bool:
    """Tell whether every word of a query, small words aside, is a complaint that was read or told of the person."""
    if not found.conditions:
        return False
    if not traits_in(library, found.language).spaced:
        return _is_wholly_read_in_letters(found)
    lists = word_lists_of(library)
    read = {stem for item in found.conditions for stem in tokenizer_of(library).stems_of(item.matched)}
    known = read | lists.stop | lists.weak
    left = {place for place, word in enumerate(words) if word.stem not in known and not word.text.isdigit()}
    return not left - _otherwise_covered(words, library)


def _is_wholly_read_in_letters(found: QueryResult) -> bool:
    """Tell whether nothing is left of a text of a language without blanks but a sign between each two complaints."""
    left = fold_letters(found.query)
    for item in found.conditions:
        left = left.replace(fold_letters(item.matched), "", 1)
    return sum(sign.isalnum() for sign in left) < len(found.conditions)


def asks_first(left: Iterable[str], text: str, words: Sequence[Word], library: Library) -> bool:
    """Tell whether what was not understood may need help before any point is pressed.

    So it is with an illness, an examination, a change of the body, and a number with a medical unit; but not where the
    words, or those beside them, say that it is long over, stable or well.
    """
    lists = word_lists_of(library)
    telling = {word for word in left if word in lists.body_changes or is_medical(word, library)}
    if telling:
        signs = signs_of(library, DEFAULT_LANGUAGE)
        aside = clauses_set_aside(signs, [word.stem for word in words], [word.clause for word in words])
        near = {clause + step for clause in aside for step in (-1, 0)}
        if any(word.text in telling and word.clause not in near for word in words):
            return True
    plain = text.casefold()
    return _holds_number(plain) and _measure(library).search(plain) is not None


def _is_rare(text: str, library: Library) -> bool:
    if len(text) < _LEAST_LETTERS or not text.isalpha() or text in NUMBER_WORDS:
        return False
    return not is_common(text, library) and not is_common(text.removesuffix("s"), library)


def _otherwise_covered(words: Sequence[Word], library: Library) -> frozenset[int]:
    """Return the places of what is denied, of idioms and figures of speech, and of what is told of the person."""
    stems, tables = [word.stem for word in words], word_tables_of(library)
    said = sayings_of(library, DEFAULT_LANGUAGE).places_in(stems)
    return denied_positions(words, library) | tables.figures.places_in(stems) | tables.idioms.places_in(stems) | said


def _holds_number(plain: str) -> bool:
    """Tell whether there is any number in a text; what finds one with its unit takes 1 ms to compile."""
    return any(letter.isdigit() for letter in plain) or any(word in plain for word in NUMBER_WORDS)


@remembered
def _measure(library: Library) -> re.Pattern[str]:
    """Return what finds a number with a medical unit, a body's temperature or a blood pressure.

    A few tablets a day are what somebody takes anyway.
    """
    lists = word_lists_of(library)
    behind, before = ("|".join(sorted(known)) for known in (lists.medical_units, lists.medical_measures))
    counted, daily = "|".join(sorted(lists.medicine_forms)), "|".join(sorted(lists.taken_daily))
    few = "|".join((*(word for word, number in NUMBER_WORDS.items() if number <= _FEW), f"[1-{_FEW}]"))
    usual = rf"(?!(?:{few})\s(?:\w+\s)?(?:{counted})\s(?:{daily})\b)"
    return re.compile(
        rf"\b{_NUMBER}\s?(?:{behind})\b|\b(?:{before})\s(?:is\s|of\s)?{_NUMBER}\b"
        rf"|\b{usual}{_NUMBER}\s(?:\w+\s)?(?:{counted})\b|\b(?:{_DEGREES})|\b{_BLOOD_PRESSURE}\b"
    )
