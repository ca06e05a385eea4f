"""Understanding: the stages of lookup, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import NamedTuple

import msgspec

from acucli.lookup.bodyparts import read_bare_part, read_part_beside
from acucli.lookup.class_reading import read_classes, read_partner
from acucli.lookup.condition_reading import read_conditions
from acucli.lookup.danger_classes import classes_said
from acucli.lookup.decoded_indexes import phrases_of, remembered, tokenizer_of, word_lists_of
from acucli.lookup.denial import denied_positions
from acucli.lookup.facts_of_person import says_of_person
from acucli.lookup.foreign import likely_language, sounds_foreign, speaks_otherwise
from acucli.lookup.languages import read_language, read_whole_phrase
from acucli.lookup.loose_reading import read_loosely
from acucli.lookup.meridians import read_hours, read_meridians
from acucli.lookup.name_reading import NameReading, read_names
from acucli.lookup.not_understood import asks_first, illnesses_beside, is_wholly_read, words_not_understood
from acucli.lookup.notation import NotationReading, read_notation
from acucli.lookup.place_reading import read_place, read_region
from acucli.lookup.query_result import (
    MAY_NEED_HELP,
    ConditionReading,
    PointHow,
    PointReading,
    PointsAskedFor,
    QueryResult,
)
from acucli.lookup.red_flags import warnings, words_of_signs
from acucli.lookup.text_reading import read_texts
from acucli.lookup.vocabulary import has_unknown, is_unknown
from acucli.lookup.weighing import is_outweighed, is_plainly_ordinary, left_of_outweighed, reads_like_danger
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.characters import plain_characters
from acucli.text.fold import fold_letters, fold_name, fold_phrase
from acucli.text.tokens import LONGEST_TEXT, Word


@remembered
def interpret(query: str, library: Library) -> QueryResult:
    """Return what the query means: warning signs first, then points, conditions and other records.

    At most the first 2,000 characters are read. Nothing is guessed silently: what was read from a mistake says so
    (`how` is "typo"), and an honest nothing comes back where nothing is near enough. The last results are remembered:
    a query that several steps of one request ask about is interpreted once.
    """
    found = _with_own_signs(_read(query, library), library)
    if found.stops or found.watch_for or _is_a_name(query, found, library):
        return found
    if not reads_like_danger(found, library):
        return found if found.found else _loosely(found, library)
    if is_wholly_read(tokenizer_of(library).words_of(plain_characters(query[:LONGEST_TEXT])), found, library):
        return found
    flag, language = library.red_flags[MAY_NEED_HELP], found.language
    if language == DEFAULT_LANGUAGE:
        language = _spoken_in(query, library)
    return msgspec.structs.replace(
        found, language=language, red_flags=(flag,), points=(), meridians=(), named=(), texts=(), suggestions=()
    )


def _loosely(found: QueryResult, library: Library) -> QueryResult:
    """Return what a sentence that nothing was read of is most likely about, where it is plainly ordinary."""
    text = plain_characters(found.query[:LONGEST_TEXT])
    if not is_plainly_ordinary(found.query, library) or speaks_otherwise(text, library):
        return found
    words = tokenizer_of(library).words_of(text)
    conditions = _of_this_person(read_loosely(words, text, library), found.says_of_person, library)
    if not conditions or sounds_foreign(text, library):
        return found
    read = msgspec.structs.replace(found, conditions=conditions, suggestions=())
    return msgspec.structs.replace(read, not_understood=words_not_understood(words, read, library))


def _with_own_signs(found: QueryResult, library: Library) -> QueryResult:
    """Mark the conditions that rest on the words of a sign to see a doctor about: the lump, not a pain beside it."""
    if not found.watch_for or not found.conditions:
        return found
    text, tokens = found.query[:LONGEST_TEXT], tokenizer_of(library)
    signs = words_of_signs(text, tokens.words_of(text), library)
    own = tuple(reading.slug for reading in found.conditions if _shares_words(reading.matched, signs, library))
    return msgspec.structs.replace(found, of_signs=own)


def _shares_words(matched: str, signs: frozenset[str], library: Library) -> bool:
    """Tell whether what a condition was read from has a word of a sign, in English or in its own language."""
    stems = tokenizer_of(library).stems_of(matched)
    plain = fold_letters(matched)
    return not signs.isdisjoint((*stems, *fold_phrase(matched).split())) or any(
        sign in plain for sign in signs if not sign.isascii()
    )


def _is_a_name(query: str, found: QueryResult, library: Library) -> bool:
    """Tell whether the query is a name that the library itself gives: of a point, a complaint, another record."""
    text = query[:LONGEST_TEXT]
    if not found.conditions and (found.points or found.meridians or found.named):
        return not found.not_understood
    if found.suggestions and all(code in library.points for code in found.suggestions):
        return True  # a code with a slip in it ("Ll4"), which is asked about
    if any(reading.whole and reading.kind == "claim" for reading in found.texts):
        return True  # claims are the library's own; an article may be a pack's, and its words are weighed like any
    return _is_known_phrase(text, tokenizer_of(library).words_of(text), library)


def _is_known_phrase(text: str, words: Sequence[Word], library: Library) -> bool:
    """Tell whether a text is a complaint's own name, a synonym of it, a phrase of a lexicon, or a record's name."""
    known = " ".join(word.text for word in words) in phrases_of(library).literal
    return known or fold_name(text) in library.names or read_whole_phrase(text, library) is not None


def _spoken_in(query: str, library: Library) -> str:
    """Return the language in which somebody is told that help may be needed: by small words, or by what is said."""
    text = query[:LONGEST_TEXT]
    language = likely_language(text, library)
    if language != DEFAULT_LANGUAGE:
        return language
    return classes_said(text, tokenizer_of(library).words_of(text), library).language.partition("-Latn")[0]


def _read(query: str, library: Library) -> QueryResult:
    text = plain_characters(query[:LONGEST_TEXT])
    words = tokenizer_of(library).words_of(text)
    first = _warned(text, words, query, library)
    if not first.stops and not query.isprintable():
        first = _parted_by_unseen(query, library) or first
    if first.stops:
        return _with_topic(first, text, words, library)
    first = msgspec.structs.replace(first, texts=read_texts(words, library))
    if _is_never_pressed(words, library):
        return first
    notation = read_notation(text, library)
    partner = read_partner(words, library) if notation.codes else None
    if partner is not None:
        points = tuple(PointReading(code=code, matched=partner.matched, how="class") for code in partner.codes)
        return msgspec.structs.replace(first, texts=(), points=points)
    if notation.alone:
        return _with_codes(first, notation)
    names = read_names(text, library, in_ear=notation.in_ear)
    is_name = any(name.whole for name in names)
    is_known = is_name or any(reading.whole for reading in first.texts)
    asked = _points_asked_for(words, notation, library, (_BY_CLASS,) if is_known else _WAYS_OF_ASKING)
    if asked is not None:
        named = _points_of(names, "name") if is_name else []
        notes = tuple(f"{item.matched} is the name of {item.code}, and of a class of points" for item in named)
        points, left = _once([*named, *asked.points]), asked.left
        return msgspec.structs.replace(
            first, texts=(), points=points, readings=(*notes, *asked.notes), not_understood=left
        )
    whole = None if is_name else read_whole_phrase(text, library)
    if whole is not None:
        conditions = _of_this_person(whole.conditions, first.says_of_person, library)
        return msgspec.structs.replace(first, language=whole.language, conditions=conditions)
    found = _put_together(first, text, words, notation, names, library)
    foreign = sounds_foreign(text, library)
    may_mend = first.language == DEFAULT_LANGUAGE and not foreign and not speaks_otherwise(text, library)
    suspects = not foreign and _is_answered(found) and _suspects(words, library)
    if foreign or suspects or not _is_answered(found):
        found = _in_its_language(text, found, foreign, words, library)
    if may_mend and not _is_settled(found, words) and (suspects or not _is_answered(found)):
        found, words = _mended(text, found, words, library)
    if not _is_answered(found):
        return _with_near_misses(text, found, library)
    return found if found.stops else _with_what_is_left(found, text, words, library)


def _is_answered(found: QueryResult) -> bool:
    """Tell whether the query has an answer; a claim or an article that a part of it leads to is none yet."""
    read = found.stops or found.points or found.meridians or found.conditions or found.named
    return bool(read or any(reading.whole for reading in found.texts))


def _with_what_is_left(found: QueryResult, text: str, words: Sequence[Word], library: Library) -> QueryResult:
    """Return the reading with the words it does not cover; where they may need help first, they stop it."""
    if not found.conditions or found.language != DEFAULT_LANGUAGE:
        return found
    left = words_not_understood(words, found, library)
    flag = library.red_flags.get(MAY_NEED_HELP)
    ill = illnesses_beside(words, found, library)
    is_doubtful = not ill and len(words) - len(left) >= _MANY_WORDS and is_outweighed(text, _SURE, library)
    if flag is None or is_doubtful or not asks_first((*left, *ill), text, words, library):
        return msgspec.structs.replace(found, not_understood=left) if left else found
    return msgspec.structs.replace(
        found, red_flags=(flag,), points=(), meridians=(), named=(), texts=(), readings=(), not_understood=left
    )


def _parted_by_unseen(query: str, library: Library) -> QueryResult | None:
    """Return what stops the query where a character that nobody sees parts two words, None where nothing does."""
    text = plain_characters(query[:LONGEST_TEXT], " ")
    again = _warned(text, tokenizer_of(library).words_of(text), query, library)
    return again if again.stops else None


def _is_never_pressed(words: Sequence[Word], library: Library) -> bool:
    """Tell whether a place is meant where nothing is offered: the artery at the front of the neck."""
    beginnings = tuple(word_lists_of(library).never_pressed)
    return any(word.text.startswith(beginnings) for word in words)


def _suspects(words: Sequence[Word], library: Library) -> bool:
    if " ".join(word.text for word in words) in phrases_of(library).literal:
        return False
    return has_unknown(words, library)


def _with_near_misses(text: str, found: QueryResult, library: Library) -> QueryResult:
    return msgspec.structs.replace(found, suggestions=_typos().near_misses(text, library))


def _warned(text: str, words: Sequence[Word], query: str, library: Library) -> QueryResult:
    raised = warnings(text, words, library)
    lines = raised.grounds.lines
    may_be_outweighed = raised.red_flags and (raised.grounds.beside >= _MUCH_BESIDE or not lines)
    is_doubtful = may_be_outweighed and is_outweighed(text, lines, library)
    red_flags = raised.red_flags
    if is_doubtful:
        is_crisis = any(flag.level == "crisis" for flag in raised.red_flags)  # asked about in any language
        is_known = _is_known_phrase(text, words, library)
        red_flags = () if is_known else left_of_outweighed(text, lines or int(is_crisis), library)
    if all(flag.id == MAY_NEED_HELP for flag in red_flags) and _names_a_point(text, library):
        red_flags = ()  # "Pool at the Bend" is no diver's illness
    return QueryResult(
        query=query,
        language=raised.language or DEFAULT_LANGUAGE,
        red_flags=red_flags,
        watch_for=raised.watch_for,
        held_back=raised.held_back,
        says_of_person=says_of_person(text, words, library),
    )


def _names_a_point(text: str, library: Library) -> bool:
    return any(meaning.startswith("point:") for meaning in library.names.get(fold_name(text), ()))


def _with_topic(base: QueryResult, text: str, words: Sequence[Word], library: Library) -> QueryResult:
    """Name what a stopped query speaks of, so that its advice can be found; never after words of crisis."""
    if any(flag.level == "crisis" for flag in base.red_flags):
        return base
    conditions = read_conditions(words, library)
    elsewhere = None if conditions else read_whole_phrase(text, library)
    return msgspec.structs.replace(base, conditions=elsewhere.conditions if elsewhere else conditions)


class _WayOfAsking(NamedTuple):
    """A way to ask for points, and what reads it."""

    how: PointHow
    read: Callable[[Sequence[Word], Library], PointsAskedFor | None]


class _PointsMeant(NamedTuple):
    """The points that were asked for, what is said of how they were read, and the words that were left out."""

    points: tuple[PointReading, ...]
    notes: tuple[str, ...]
    left: tuple[str, ...]


_BY_CLASS = _WayOfAsking("class", read_classes)
_WAYS_OF_ASKING = (_BY_CLASS, _WayOfAsking("region", read_region), _WayOfAsking("place", read_place))


def _points_asked_for(
    words: Sequence[Word], notation: NotationReading, library: Library, ways: Iterable[_WayOfAsking]
) -> _PointsMeant | None:
    """Return the points whose class, region or place a query asks for, None where it asks for something else."""
    if notation.codes or not _may_ask_for_points(words, library):
        return None
    for how, read in ways:
        found = read(words, library)
        if found is not None:
            points = tuple(PointReading(code=code, matched=found.matched, how=how) for code in found.codes)
            return _PointsMeant(points, (found.note,) if found.note else (), found.left)
    return None


def _may_ask_for_points(words: Sequence[Word], library: Library) -> bool:
    """Tell whether a query is short, and no phrase of a complaint; most queries need not be looked at any closer."""
    text = " ".join(word.text for word in words)
    return 1 < len(words) <= _LONGEST_QUESTION and text not in phrases_of(library).literal


def _with_codes(base: QueryResult, notation: NotationReading) -> QueryResult:
    points = [
        PointReading(code=point, matched=code.written.strip(), how="notation")
        for code in notation.codes
        for point in code.points
    ]
    notes = tuple(code.note for code in notation.codes if code.note)
    return msgspec.structs.replace(base, points=_once(points), readings=notes)


def _put_together(
    base: QueryResult,
    text: str,
    words: Sequence[Word],
    notation: NotationReading,
    names: Sequence[NameReading],
    library: Library,
) -> QueryResult:
    base = _with_codes(base, notation)
    named_points = _points_of(names, "name")
    whole_point = any(name.whole for name in names) and bool(named_points)
    conditions = () if whole_point else read_conditions(words, library)
    if not conditions and not whole_point and not notation.in_ear:
        conditions = _asked_about_part(words, library)
    elif not whole_point and all(reading.slug in _WISHED_FOR for reading in conditions):
        wished = {stem for item in conditions for stem in tokenizer_of(library).stems_of(item.matched)}
        rest = [word for word in words if word.stem not in wished]
        conditions = (*read_part_beside(rest, denied_positions(rest, library), library), *conditions)
    conditions = _of_this_person(conditions, base.says_of_person, library)
    meridians = () if whole_point and notation.in_ear else read_meridians(text, library)
    meridians = meridians or read_hours(words, library)
    named = [meaning for name in names for meaning in name.meanings if meaning[0] not in {"point", "meridian"}]
    return msgspec.structs.replace(
        base,
        points=_once(named_points if whole_point else [*base.points, *named_points]),
        conditions=conditions,
        meridians=meridians,
        named=tuple(dict.fromkeys(named)),
        readings=(*(() if whole_point else base.readings), *_shared_names(names)),
    )


def _asked_about_part(words: Sequence[Word], library: Library) -> tuple[ConditionReading, ...]:
    """Return what a query asks about that names a part of the body and no complaint."""
    return read_bare_part(words, library) or read_part_beside(words, denied_positions(words, library), library)


def _part_of(words: Sequence[Word], mended_words: Sequence[Word], library: Library) -> tuple[ConditionReading, ...]:
    """Return what mended words ask about that name a part of the body which was written without a mistake."""
    written = {word.text for word in words}
    asked = _asked_about_part(mended_words, library)
    return tuple(reading for reading in asked if written.issuperset(reading.matched.split()))


_WISHED_FOR = frozenset({"stress", "wellness"})
"""What a wish alone means; with a part of the body it is about that ("cannot relax my jaw")."""
_LONGEST_QUESTION = 20
"""Words of the longest question for a class, a region or a place of points."""
_MUCH_BESIDE = 3
"""Words that say something beside those of a sign: with fewer nothing outweighs it, for it is what the text says."""
_MANY_WORDS = 6
"""Words beside an unread medical one: with fewer nothing tells whether it matters."""
_SURE = 2
"""Lines of a sign as which a medical word that nobody read counts."""

# What a complaint is called when the sentence says something more of the person.
_TOGETHER = {
    ("pregnant", "nausea"): "nausea-pregnancy",
    ("pregnant", "vomiting"): "nausea-pregnancy",
    ("cancer-treatment", "nausea"): "nausea-chemotherapy",
    ("cancer-treatment", "vomiting"): "nausea-chemotherapy",
    ("cancer-treatment", "fatigue"): "cancer-fatigue",
    ("cancer", "fatigue"): "cancer-fatigue",
    ("recent-surgery", "nausea"): "nausea-postoperative",
    ("recent-surgery", "vomiting"): "nausea-postoperative",
}


def _of_this_person(
    conditions: tuple[ConditionReading, ...], said: Sequence[str], library: Library
) -> tuple[ConditionReading, ...]:
    """Return the conditions, nausea of somebody pregnant read as the nausea of pregnancy, and the like."""
    kept: dict[str, ConditionReading] = {}
    for reading in conditions:
        own = next((_TOGETHER[answer, reading.slug] for answer in said if (answer, reading.slug) in _TOGETHER), "")
        slug = own if own in library.conditions else reading.slug
        kept.setdefault(slug, msgspec.structs.replace(reading, slug=slug))
    return tuple(kept.values())


def _points_of(names: Iterable[NameReading], how: PointHow) -> list[PointReading]:
    return [
        PointReading(code=key, matched=name.matched, how=how)
        for name in names
        for kind, key in name.meanings
        if kind == "point"
    ]


def _shared_names(names: Iterable[NameReading]) -> tuple[str, ...]:
    notes = []
    for name in names:
        codes = [key for kind, key in name.meanings if kind == "point"]
        if len(codes) > 1:
            notes.append(f"{name.matched} is the name of {', '.join(codes[:-1])} and {codes[-1]}")
    return tuple(notes)


def _once(points: Iterable[PointReading]) -> tuple[PointReading, ...]:
    kept: dict[str, PointReading] = {}
    for point in points:
        kept.setdefault(point.code, point)
    return tuple(kept.values())


def _in_its_language(
    text: str, found: QueryResult, foreign: bool, words: Sequence[Word], library: Library
) -> QueryResult:
    """Return what another language reads, and beside it what the default one does, unless it says less of the text.

    A text that does not sound foreign is read so only where a word of nobody finds its meaning there.
    """
    heard = read_language(text, library)
    conditions = heard.conditions
    unknown = {word.text for word in words if is_unknown(word, library)}
    if not conditions or (unknown and not foreign and not unknown & heard.words):
        return found
    known = {reading.slug for reading in conditions}
    less = foreign or _letters(found.conditions) < _letters(conditions)
    own = () if less else tuple(item for item in found.conditions if item.slug not in known)
    conditions = _of_this_person((*conditions, *own), found.says_of_person, library)
    return msgspec.structs.replace(found, language=heard.language, conditions=conditions)


def _letters(readings: Iterable[ConditionReading]) -> int:
    return sum(len(reading.matched.replace(" ", "")) for reading in readings)


def _is_settled(found: QueryResult, words: Sequence[Word]) -> bool:
    """Tell whether there is no reason to look for mistakes: a name, a code or another language was read."""
    return bool(found.points or found.language != DEFAULT_LANGUAGE or (found.named and len(words) < 4))


def _understood(text: str, written: Sequence[Word], library: Library) -> int:
    """Return how much is understood of a text that mends the words as they were written."""
    words = tokenizer_of(library).words_of(text)
    raised = warnings(text, words, library)
    letters = sum(len(reading.matched) for reading in read_conditions(words, library))
    letters = letters or sum(len(reading.matched) for reading in _part_of(written, words, library))
    return letters or 3 * len((*raised.red_flags, *raised.held_back))


def _mended(
    text: str, found: QueryResult, words: tuple[Word, ...], library: Library
) -> tuple[QueryResult, tuple[Word, ...]]:
    """Return what is understood once typing mistakes are mended, and its words; warning signs are looked for again."""
    mending = _typos().mend(text, words, library, lambda trial: _understood(trial, words, library))
    if mending is None:
        return found, words
    if mending.points:
        points = tuple(PointReading(code=code, matched=mending.text, how="typo") for code in mending.points)
        return msgspec.structs.replace(found, points=points), words
    mended_words = tokenizer_of(library).words_of(mending.text)
    again = _warned(mending.text, mended_words, found.query, library)
    if again.stops:
        return again, mended_words
    before = {reading.slug for reading in found.conditions}
    conditions = tuple(
        reading if reading.slug in before else ConditionReading(slug=reading.slug, matched=reading.matched, how="typo")
        for reading in read_conditions(mended_words, library) or _part_of(words, mended_words, library)
    )
    if not {reading.slug for reading in conditions} - before:
        return found, words
    mended = msgspec.structs.replace(
        found,
        conditions=conditions,
        watch_for=tuple({flag.id: flag for flag in (*found.watch_for, *again.watch_for)}.values()),
        says_of_person=again.says_of_person,
        readings=(*found.readings, f"read as: {mending.text}"),
    )
    return mended, mended_words


def _typos() -> ModuleType:
    from acucli.lookup import typos  # RapidFuzz, 7 ms of a start: only where a word is unknown or nothing understood

    return typos
