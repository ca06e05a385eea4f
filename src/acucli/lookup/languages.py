"""Other languages: phrase lexicons, opened only when English understood nothing or plainly is not spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acucli.lookup.decoded_indexes import remembered
from acucli.lookup.foreign import FUNCTION_WORDS, is_rather_english
from acucli.lookup.query_result import ConditionReading
from acucli.lookup.word_patterns import is_denied_abroad, is_denied_in_script
from acucli.model.library import Library
from acucli.text.fold import fold_phrase
from acucli.text.intensifiers import without_intensifiers
from acucli.text.scripts import scripts_of
from acucli.text.tokens import LONGEST_TEXT

_UNSPACED = {"han": ("zh-Hans", "zh-Hant", "ja"), "kana": ("ja",), "hangul": ("ko",), "devanagari": ("hi",)}
_LATIN = ("es", "de", "fr")
_NEAR_LETTERS = 12
_NEAR_WORDS = 6
_TAIL = re.compile(r"(?:es|en|er|em|as|os|s|e|a|o|n|x|ee|ees)$")


class _Lexicon(NamedTuple):
    phrases: tuple[tuple[tuple[str, ...], str, str], ...]
    parts: tuple[tuple[str, str], ...]
    pain: tuple[str, ...]


def read_language(text: str, library: Library) -> tuple[str, tuple[ConditionReading, ...]]:
    """Return the language that understands most of the text, and the conditions it reads; none where none does."""
    text = text[:LONGEST_TEXT]
    scripts = scripts_of(text)
    best: tuple[int, str, tuple[ConditionReading, ...]] = (0, "en", ())
    for script, languages in _UNSPACED.items():
        if script in scripts and not (script == "han" and "kana" in scripts):
            for language in languages:
                best = _better(best, language, _read_script(text, language, library))
    if "latin" in scripts and not best[2]:
        plain = fold_phrase(text).split()
        for language in sorted(_LATIN, key=lambda name: -sum(word in FUNCTION_WORDS[name] for word in plain)):
            if not is_rather_english(plain, language):
                best = _better(best, language, _read_words(plain, language, library))
    return best[1], best[2]


def _better(
    best: tuple[int, str, tuple[ConditionReading, ...]], language: str, found: list[ConditionReading]
) -> tuple[int, str, tuple[ConditionReading, ...]]:
    letters = sum(len(reading.matched.replace(" ", "")) for reading in found)
    return (letters, language, tuple(found)) if letters > best[0] else best


@remembered
def _lexicon(library: Library, language: str) -> _Lexicon:
    if language not in library.lexicons:
        return _Lexicon((), (), ())
    record = library.lexicons[language]
    spaced = language in _LATIN
    phrases = [
        (_roots(phrase, language) if spaced else (without_intensifiers(phrase, language),), slug, phrase)
        for slug, known in record.conditions.items()
        for phrase in known
        if slug in library.conditions
    ]
    phrases.sort(key=lambda item: (-len(item[0]), -sum(map(len, item[0]))))
    parts = [
        (_root(fold_phrase(part)) if spaced else without_intensifiers(part, language), slug)
        for slug, known in record.body_parts.items()
        for part in known
        if slug in library.conditions
    ]
    parts.sort(key=lambda item: -len(item[0]))
    pain = [
        " ".join(_roots(word, language)) if spaced else without_intensifiers(word, language) for word in record.pain
    ]
    return _Lexicon(tuple(phrases), tuple(parts), tuple(pain))


def _read_script(text: str, language: str, library: Library) -> list[ConditionReading]:
    lexicon = _lexicon(library, language)
    plain = without_intensifiers(text, language)
    taken: set[int] = set()
    found: list[tuple[int, ConditionReading]] = []
    for (form,), slug, phrase in lexicon.phrases:
        place = plain.find(form)
        while place >= 0:
            covered = set(range(place, place + len(form)))
            if not covered & taken and not is_denied_in_script(plain, place, place + len(form), language):
                taken |= covered
                found.append((place, ConditionReading(slug=slug, matched=phrase, how="language")))
            place = plain.find(form, place + 1)
    found.extend(_parts_in_script(plain, lexicon, taken, language))
    return _by_place(found)


def _parts_in_script(
    plain: str, lexicon: _Lexicon, taken: set[int], language: str
) -> list[tuple[int, ConditionReading]]:
    found: list[tuple[int, ConditionReading]] = []
    for part, slug in lexicon.parts:
        place = plain.find(part)
        if place < 0 or place in taken:
            continue
        around = plain[max(0, place - _NEAR_LETTERS) : place + len(part) + _NEAR_LETTERS]
        pain = next((word for word in lexicon.pain if word in around.replace(part, "", 1)), "")
        start = plain.find(pain) if pain else -1
        if pain and not is_denied_in_script(plain, min(start, place), start + len(pain), language):
            taken |= set(range(place, place + len(part)))
            found.append((place, ConditionReading(slug=slug, matched=f"{part} {pain}", how="language")))
    return found


def _root(word: str) -> str:
    return _TAIL.sub("", word) if len(word) > 4 else word


def _roots(text: str, language: str) -> tuple[str, ...]:
    words = fold_phrase(text).split()
    loud = [
        word for word in words if word not in FUNCTION_WORDS[language] or word in {"no", "nicht", "pas", "kein", "mal"}
    ]
    # "mir ist übel" and "nase zu" keep their small words: the one word left over would say too little.
    return tuple(_root(word) for word in (loud if len(loud) > 1 else words))


def _read_words(plain: Sequence[str], language: str, library: Library) -> list[ConditionReading]:
    lexicon = _lexicon(library, language)
    roots = [_root(word) for word in plain]
    known = set(roots)
    taken: set[int] = set()
    found: list[tuple[int, ConditionReading]] = []
    for form, slug, phrase in lexicon.phrases:
        if any(word not in known for word in form):
            continue
        places = _near(form, roots, taken)
        if places and not is_denied_abroad(plain, min(places), language):
            taken.update(places)
            found.append((min(places), ConditionReading(slug=slug, matched=phrase, how="language")))
    found.extend(_parts_in_words(plain, roots, lexicon, taken, language))
    return _by_place(found)


def _near(form: tuple[str, ...], roots: Sequence[str], taken: set[int]) -> list[int]:
    anchors = [place for place, root in enumerate(roots) if root == form[0] and place not in taken]
    for anchor in anchors:
        places = [anchor]
        for word in form[1:]:
            free = [
                place
                for place, root in enumerate(roots)
                if root == word and place not in places and place not in taken and abs(place - anchor) <= _NEAR_WORDS
            ]
            if not free:
                break
            places.append(min(free, key=lambda place: abs(place - anchor)))
        else:
            return places
    return []


def _parts_in_words(
    plain: Sequence[str], roots: Sequence[str], lexicon: _Lexicon, taken: set[int], language: str
) -> list[tuple[int, ConditionReading]]:
    found: list[tuple[int, ConditionReading]] = []
    joined = " ".join(roots)
    pain = [word for word in lexicon.pain if f" {word} " in f" {joined} "]
    for part, slug in lexicon.parts:
        for place, root in enumerate(roots):
            compound = next((word for word in lexicon.pain if root == part + word or root == part + "s" + word), "")
            here = root == part and place not in taken and bool(pain)
            if (here or compound) and not is_denied_abroad(plain, place, language):
                taken.add(place)
                matched = plain[place] if compound else f"{plain[place]} {pain[0]}"
                found.append((place, ConditionReading(slug=slug, matched=matched, how="language")))
    return found


def _by_place(found: list[tuple[int, ConditionReading]]) -> list[ConditionReading]:
    kept: dict[str, ConditionReading] = {}
    for _, reading in sorted(found, key=lambda item: item[0]):
        kept.setdefault(reading.slug, reading)
    return list(kept.values())
