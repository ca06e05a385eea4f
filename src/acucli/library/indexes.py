"""What lookup searches, worked out when the library is compiled: phrases, signs, notation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from acucli.model.conditions import Condition
from acucli.model.indexes import Form, Group, Letters, Notation, Phrase, Phrases, Signs
from acucli.model.lexicon import Lexicon
from acucli.model.points import Meridian, Point
from acucli.model.safety import HeldBackRequest, RedFlag
from acucli.words.codes import zone_key
from acucli.words.fold import fold_code, fold_phrase, fold_script
from acucli.words.quiet import QUIET
from acucli.words.tokens import stems_of, words_of

UNSPACED = frozenset({"zh-Hans", "zh-Hant", "ja", "ko", "hi"})
"""Languages whose forms are found as parts of the text."""

_ALIAS = re.compile(r"^(.*?)\s*(?:\(([^)]*)\))?\s*(\?)?$")
_GROUP = re.compile(r"\s+\+\s+")


def lookup_indexes(shelves: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return every index by name: `phrases`, `notation`, and `signs:<language>` for each language."""
    english: Lexicon | None = shelves["lexicons"].get("en")
    indexes: dict[str, Any] = {
        "phrases": phrases(shelves["conditions"].values(), english),
        "notation": notation(shelves["meridians"].values(), shelves["points"].values()),
    }
    flags, held = list(shelves["red_flags"].values()), list(shelves["held_back"].values())
    spoken = {_base(language) for record in (*flags, *held) for language in record.words}
    for language in sorted(spoken):
        indexes[f"signs:{language}"] = signs(language, flags, held)
    return indexes


def phrases(conditions: Iterable[Condition], english: Lexicon | None) -> Phrases:
    """Return every English phrase, word for word and by its loud words; a condition's own words come first."""
    literal: dict[str, Phrase] = {}
    for text, slug, synonym in _entries(list(conditions), english):
        whole = stems_of(text)
        loud = tuple(word for word in whole if word not in QUIET)
        key = " ".join(word.text for word in words_of(text))
        known = literal.get(key)
        if known is None:
            literal[key] = Phrase(text, loud or whole, (slug,), len(loud) < min(2, len(whole)), synonym)
        elif slug not in known.slugs and not (known.synonym < synonym):
            literal[key] = msgspec.structs.replace(known, slugs=(*known.slugs, slug))
    return Phrases(literal, _by_rarest(_loose(literal.values())))


def _entries(conditions: list[Condition], english: Lexicon | None) -> Iterator[tuple[str, str, bool]]:
    for condition in conditions:
        yield from ((name, condition.slug, False) for name in _names(condition))
    for condition in conditions:
        yield from ((phrase, condition.slug, True) for phrase in condition.also)
    taken = {fold_phrase(phrase) for condition in conditions for phrase in (condition.name, *condition.also)}
    slugs = {condition.slug for condition in conditions}
    for slug, more in (english.conditions if english is not None else {}).items():
        if slug in slugs:
            yield from ((phrase, slug, True) for phrase in more if fold_phrase(phrase) not in taken)


def _names(condition: Condition) -> list[str]:
    return list(dict.fromkeys((condition.name, condition.slug.replace("-", " "))))


def _loose(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases that are known by their loud words in any order; those that would clash are not."""
    means: dict[tuple[str, ...], dict[tuple[str, ...], Phrase]] = {}
    for phrase in phrases:
        if not phrase.whole:
            means.setdefault(tuple(sorted(phrase.words)), {}).setdefault(phrase.slugs, phrase)
    return [next(iter(readings.values())) for readings in means.values() if len(readings) == 1]


def _by_rarest(found: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    often = Counter(word for phrase in found for word in set(phrase.words))
    index: dict[str, list[Phrase]] = {}
    for phrase in found:
        anchor = min(phrase.words, key=lambda word: (often[word], -len(word), word))
        index.setdefault(anchor, []).append(phrase)
    return {
        word: tuple(sorted(group, key=lambda phrase: (-len(phrase.words), phrase.text)))
        for word, group in sorted(index.items())
    }


def signs(language: str, flags: list[RedFlag], held: list[HeldBackRequest]) -> Signs:
    """Return the signs of one language; keys such as `en-more` add to those of `en`."""
    records: list[tuple[str, str]] = []
    groups: list[Group] = []
    forms: dict[str, dict[tuple[str, ...], list[int]]] = {}
    idioms: dict[str, dict[tuple[str, ...], list[int]]] = {}
    parts = 0
    for kind, record in [("red_flag", flag) for flag in flags] + [("held_back", item) for item in held]:
        number = len(records)
        records.append((kind, record.id))
        for line in _lines(record.words, language):
            numbers = []
            for part in _GROUP.split(line):
                for form in part.split("|"):
                    _enter(forms, _key(form, language), parts)
                numbers.append(parts)
                parts += 1
            groups.append(Group(number, tuple(numbers)))
        for idiom in _lines(record.words_not, language):
            _enter(idioms, _key(idiom, language), number)
    return Signs(tuple(records), tuple(groups), _frozen(forms), _frozen(idioms))


def _base(language: str) -> str:
    return "en" if language.startswith("en") else language


def _lines(words: dict[str, tuple[str, ...]], language: str) -> list[str]:
    return [line for key, lines in words.items() if _base(key) == language for line in lines]


def _key(form: str, language: str) -> tuple[str, ...]:
    if language in UNSPACED:
        return (fold_script(form).replace(" ", ""),)
    return stems_of(form) if language == "en" else tuple(fold_phrase(form).split())


def _enter(index: dict[str, dict[tuple[str, ...], list[int]]], key: tuple[str, ...], number: int) -> None:
    if key and key[0]:
        numbers = index.setdefault(key[0], {}).setdefault(key[1:], [])
        if number not in numbers:
            numbers.append(number)


def _frozen(index: dict[str, dict[tuple[str, ...], list[int]]]) -> dict[str, tuple[Form, ...]]:
    return {
        first: tuple(Form(rest, tuple(numbers)) for rest, numbers in entries.items())
        for first, entries in sorted(index.items())
    }


def notation(meridians: Iterable[Meridian], points: Iterable[Point]) -> Notation:
    """Return the codes of every scheme; keys of letters are folded twice, with and without their dots and accents."""
    letters: dict[str, dict[tuple[str, bool], Letters]] = {}
    counts: dict[str, int] = {}
    titles: dict[str, str] = {}
    for meridian in meridians:
        counts[meridian.code], titles[meridian.code] = meridian.points, meridian.name
        own = (meridian.code, meridian.name)
        for written in (*own, *meridian.aliases):
            for key, reading in _letters(written, meridian.code, own=written in own):
                letters.setdefault(key, {})[(reading.meridian, reading.ambiguous)] = reading
    codes, zones = _whole_codes(points)
    return Notation({key: tuple(found.values()) for key, found in sorted(letters.items())}, codes, zones, counts, titles)


def _letters(written: str, code: str, *, own: bool) -> list[tuple[str, Letters]]:
    found = _ALIAS.match(written)
    name, languages, ambiguous = found.groups() if found else (written, None, None)
    spoken = tuple(part.strip() for part in (languages or "").split(",") if part.strip())
    reading = Letters(code, spoken, bool(ambiguous) and not own, name)
    plain, exact = fold_code(name), "".join(name.casefold().split()).replace("-", "")
    if "ü" in exact and len(exact) <= 3:
        return [(exact, Letters(code, spoken, False, name)), (plain, reading)]
    return [(plain, reading)] if plain == exact else [(plain, reading), (exact, reading)]


def _whole_codes(points: Iterable[Point]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    codes: dict[str, list[str]] = {}
    zones: dict[str, str] = {}
    for point in points:
        if point.meridian == "EAR":
            zones[zone_key(point.code.removeprefix("EAR-"))] = point.code
        for code in (point.code, *point.names.codes):
            if any(letter.isdigit() for letter in code) or code == point.code:
                known = codes.setdefault(fold_code(code.split(" (")[0]), [])
                if point.code not in known:
                    known.append(point.code)
    return {key: tuple(found) for key, found in sorted(codes.items())}, zones
