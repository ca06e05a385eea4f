"""What lookup searches, worked out when the library is compiled: phrases, signs, notation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from acucli.model.conditions import Condition
from acucli.model.indexes import Letters, Notation, Phrases, Tables, WordPatterns
from acucli.model.lexicon import Lexicon
from acucli.model.points import Meridian, Point
from acucli.model.safety import HeldBackRequest, RedFlag
from acucli.text.body import FIGURES, PARTS, SENSATIONS
from acucli.text.codes import zone_key
from acucli.text.fold import fold_code, fold_phrase, fold_script
from acucli.text.idioms import IDIOMS
from acucli.text.self_descriptions import SAYINGS
from acucli.text.stopwords import STOP_WORDS
from acucli.text.tokens import stems_of, words_of

UNSPACED = frozenset({"zh-Hans", "zh-Hant", "ja", "ko", "hi"})
"""Languages whose forms are found as parts of the text."""

_NEAR = {"en": 20, "en-more": 12, "zh-Hans": 24, "zh-Hant": 24, "ja": 30, "ko": 24, "hi": 60}
_NEAR_ABROAD = 15

_ALIAS = re.compile(r"^(.*?)\s*(?:\(([^)]*)\))?\s*(\?)?$")
_GROUP = re.compile(r"\s+\+\s+")


def lookup_indexes(shelves: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return every index by name: `phrases`, `notation`, and `signs:<language>` for each language."""
    english: Lexicon | None = shelves["lexicons"].get("en")
    indexes: dict[str, Any] = {
        "phrases": phrases(shelves["conditions"].values(), english),
        "tables": tables(),
        "notation": notation(shelves["meridians"].values(), shelves["points"].values()),
    }
    flags, held = list(shelves["red_flags"].values()), list(shelves["held_back"].values())
    spoken = {_base(language) for record in (*flags, *held) for language in record.words}
    indexes["sign_words"] = sign_words(flags, held)
    for language in sorted(spoken):
        indexes[f"signs:{language}"] = signs(language, flags, held)
    return indexes


class _IndexedPhrase(NamedTuple):
    text: str
    words: tuple[str, ...]
    slugs: tuple[str, ...]
    whole: bool
    synonym: bool


def phrases(conditions: Iterable[Condition], english: Lexicon | None) -> Phrases:
    """Return every English phrase, word for word and by its loud words; a condition's own words come first."""
    literal: dict[str, _IndexedPhrase] = {}
    for text, slug, synonym in _entries(list(conditions), english):
        whole = stems_of(text)
        loud = tuple(word for word in whole if word not in STOP_WORDS)
        key = " ".join(word.text for word in words_of(text))
        known = literal.get(key)
        if known is None:
            literal[key] = _IndexedPhrase(text, loud or whole, (slug,), len(loud) < min(2, len(whole)), synonym)
        elif slug not in known.slugs and known.synonym >= synonym:
            literal[key] = known._replace(slugs=(*known.slugs, slug))
    said = {
        key: f"{'synonym' if phrase.synonym else 'name'}:{','.join(phrase.slugs)}" for key, phrase in literal.items()
    }
    return Phrases(said, _by_rarest(_loose(literal.values())))


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


def _loose(phrases: Iterable[_IndexedPhrase]) -> list[_IndexedPhrase]:
    """Return the phrases that are known by their loud words in any order; those that would clash are not."""
    means: dict[tuple[str, ...], dict[tuple[str, ...], _IndexedPhrase]] = {}
    for phrase in phrases:
        if not phrase.whole:
            means.setdefault(tuple(sorted(phrase.words)), {}).setdefault(phrase.slugs, phrase)
    return [next(iter(readings.values())) for readings in means.values() if len(readings) == 1]


def _by_rarest(found: list[_IndexedPhrase]) -> dict[str, str]:
    often = Counter(word for phrase in found for word in set(phrase.words))
    index: dict[str, list[_IndexedPhrase]] = {}
    for phrase in found:
        anchor = min(phrase.words, key=lambda word: (often[word], -len(word), word))
        index.setdefault(anchor, []).append(phrase)
    return {
        word: "\n".join(
            f"{' '.join(phrase.words)}\t{','.join(phrase.slugs)}\t{phrase.text}"
            for phrase in sorted(group, key=lambda phrase: (-len(phrase.words), phrase.text))
        )
        for word, group in sorted(index.items())
    }


def tables() -> Tables:
    """Return the tables of words that belong to no record: the body, figures of speech, sayings, idioms."""
    return Tables(
        parts=_table((phrase, part) for part, known in PARTS.items() for phrase in known),
        sensations=_table((phrase, kind) for kind, known in SENSATIONS.items() for phrase in known),
        figures=_table((phrase, "") for phrase in FIGURES),
        sayings=_table((phrase, answer) for answer, known in SAYINGS.items() for phrase in known),
        idioms=_table((phrase, "") for phrase in IDIOMS),
    )


def _table(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    index: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for phrase, meaning in entries:
        stems = stems_of(phrase)
        meanings = index.setdefault(stems[0], {}).setdefault(stems[1:], [])
        if meaning not in meanings:
            meanings.append(meaning)
    return {
        first: "\n".join(
            f"{' '.join(rest)}\t{meaning}"
            for rest, meanings in sorted(found.items(), key=lambda item: -len(item[0]))
            for meaning in meanings
        )
        for first, found in sorted(index.items())
    }


def signs(language: str, flags: list[RedFlag], held: list[HeldBackRequest]) -> WordPatterns:
    """Return the signs of one language; keys such as `en-more` add to those of `en`."""
    forms: list[tuple[tuple[str, ...], int]] = []
    idioms: list[tuple[tuple[str, ...], int]] = []
    records: list[tuple[str, str]] = []
    starts, owners, near = [0], [], []
    for kind, record in [("red_flag", flag) for flag in flags] + [("held_back", item) for item in held]:
        for key, line in _lines(record.words, language):
            for part in _GROUP.split(line):
                forms.extend((_key(form, language), starts[-1]) for form in part.split("|"))
                starts[-1] += 1
            starts.append(starts[-1])
            owners.append(len(records))
            near.append(_NEAR.get(key, _NEAR_ABROAD))
        idioms.extend((_key(idiom, language), len(records)) for _, idiom in _lines(record.words_not, language))
        records.append((kind, record.id))
    return WordPatterns(
        tuple(records), (0, *starts[:-1]), tuple(owners), tuple(near), _numbers(forms), _numbers(idioms)
    )


def sign_words(flags: list[RedFlag], held: list[HeldBackRequest]) -> tuple[str, ...]:
    """Return every English word of the signs, for which typing mistakes are mended too."""
    lines = [
        line
        for words in [
            *((flag.words, flag.words_not) for flag in flags),
            *((item.words, item.words_not) for item in held),
        ]
        for known in words
        for _, line in _lines(known, "en")
    ]
    return tuple(sorted({word.text for line in lines for word in words_of(line)}))


def _base(language: str) -> str:
    return "en" if language.startswith("en") else language


def _lines(words: dict[str, tuple[str, ...]], language: str) -> list[tuple[str, str]]:
    return [(key, line) for key, lines in words.items() if _base(key) == language for line in lines]


def _key(form: str, language: str) -> tuple[str, ...]:
    if language in UNSPACED:
        return (fold_script(form).replace(" ", ""),)
    return stems_of(form) if language == "en" else tuple(fold_phrase(form).split())


def _numbers(entries: list[tuple[tuple[str, ...], int]]) -> dict[str, str]:
    index: dict[str, dict[tuple[str, ...], dict[str, None]]] = {}
    for key, number in entries:
        if key and key[0]:
            index.setdefault(key[0], {}).setdefault(key[1:], {})[str(number)] = None
    return {
        first: "\n".join(f"{' '.join(rest)}\t{' '.join(numbers)}" for rest, numbers in found.items())
        for first, found in sorted(index.items())
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
    return Notation(
        {key: tuple(found.values()) for key, found in sorted(letters.items())}, codes, zones, counts, titles
    )


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
