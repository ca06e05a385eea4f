"""Red flags and held-back requests raised by the words of a query, in any of the library's languages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise
from unicodedata import normalize

import msgspec

from acucli.lookup import children
from acucli.lookup.danger_classes import classes_said
from acucli.lookup.decoded_indexes import (
    bare_signs_of,
    phrases_of,
    remembered,
    signs_of,
    tokenizer_of,
    traits_in,
    word_lists_of,
)
from acucli.lookup.denial import denials_behind, denied_in_words, denied_positions
from acucli.lookup.foreign import other_languages, words_heard
from acucli.lookup.word_patterns import Hit, Raised, idioms_said, raised_by_letters, raised_by_words, set_aside
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.model.safety import HeldBackRequest, RedFlag
from acucli.text.fold import fold_letters
from acucli.text.scripts import scripts_of
from acucli.text.tokens import LONGEST_TEXT, Word

_IN_LATIN = "-Latn"
"""The end of a key under which words stand that are written in Latin letters ("hi-Latn")."""

_ORDER = ("crisis", "emergency", "urgent", "see-doctor")
_BY_NAME = 2
"""Lines that a bare name ("stroke") counts for."""

_SIGNS_OF_A_WORD = 2

_ENDS = " .,;:!?"
"""What may stand around a sign that is all of a query."""

_BROAD = frozenset({"overdose"})
"""Records raised by words that fit another record better, unless they are named."""


class Grounds(msgspec.Struct, frozen=True):
    """What a sign rests on: how many lines of words, in the language that the text is rather written in, and how many
    further words that say something stand beside them."""

    lines: int = 0
    beside: int = 0


class Warnings(msgspec.Struct, frozen=True):
    """What a query raises, gravest first, and the language that raised it (empty where nothing did).

    `grounds` are what all that stops rests on.
    """

    red_flags: tuple[RedFlag, ...]
    watch_for: tuple[RedFlag, ...]
    held_back: tuple[HeldBackRequest, ...]
    language: str
    grounds: Grounds = Grounds()


def warnings(query: str, words: Sequence[Word], library: Library) -> Warnings:
    """Return every red flag and held-back request that the words of the query raise."""
    flags: dict[str, RedFlag] = {}
    held: dict[str, HeldBackRequest] = {}
    spoken = ""
    by_language = _by_language(query, words, library)
    for language, raised in by_language:
        for item in raised:
            spoken = spoken or language.partition(_IN_LATIN)[0]
            if item.kind == "red_flag":
                flags[item.id] = library.red_flags[item.id]
            else:
                held[item.id] = library.held_back[item.id]
    for request in library.held_back.values() if children.has_number(words) else ():
        if request.age_under and request.id not in held and children.is_under_age(words, request.age_under, library):
            held[request.id], spoken = request, spoken or DEFAULT_LANGUAGE
    bare = _bare(query, words, library)
    if bare in library.red_flags:
        flags[bare] = library.red_flags[bare]
    stops = [flag.id for flag in flags.values() if flag.level != "see-doctor"]
    said = {word.stem for word in words}
    graded = sorted(flags.values(), key=lambda flag: (_ORDER.index(flag.level), _misfit(flag, said, library)))
    watched = [flag for flag in graded if flag.level == "see-doctor"]
    if not flags and _is_left_arm(words, library) and "heart-attack" in library.red_flags:
        watched.append(library.red_flags["heart-attack"])
    return Warnings(
        tuple(flag for flag in graded if flag.level != "see-doctor"),
        tuple(watched),
        tuple(held.values()),
        spoken,
        _grounds(stops, by_language, query, words, library) if stops and bare not in stops else Grounds(_BY_NAME),
    )


@remembered
def _small_words_of(library: Library) -> frozenset[str]:
    """Return the stems of words of the default language that say nothing of a complaint."""
    lists, tokens = word_lists_of(library), tokenizer_of(library)
    small = traits_in(library, DEFAULT_LANGUAGE).function_words
    return lists.stop | lists.weak | {stem for word in small for stem in tokens.stems_of(word)}


def _grounds(
    ids: Collection[str], found: Sequence[tuple[str, list[Raised]]], query: str, words: Sequence[Word], library: Library
) -> Grounds:
    """Return what these red flags rest on; Chinese and Japanese are counted by two signs a word."""
    language = classes_said(query, words, library).language
    own = [
        item
        for spoken, raised in found
        for item in raised
        if spoken.partition("-")[0] == language.partition("-")[0] and item.kind == "red_flag" and item.id in ids
    ]
    covered: set[int] = set().union(*(item.places for item in own))
    if language == DEFAULT_LANGUAGE:
        said = {*range(len(words))} - covered - denied_positions(words, library)
        beside = sum(words[place].stem not in _small_words_of(library) for place in said)
    elif traits_in(library, language).spaced:
        small, heard = traits_in(library, language).function_words, words_heard(query[:LONGEST_TEXT], language, library)
        beside = sum(word not in small for place, word in enumerate(heard) if place not in covered)
    else:
        beside = (len(fold_letters(query[:LONGEST_TEXT])) - len(covered)) // _SIGNS_OF_A_WORD
    return Grounds(sum(item.lines for item in own), beside)


def words_of_signs(query: str, words: Sequence[Word], library: Library) -> frozenset[str]:
    """Return the words, as they are compared, that raise a sign to see a doctor about that gets no points meanwhile.

    Small words are left out. A text of a language without blanks gives the forms as they stand there.
    """
    silent = {flag.id for flag in library.red_flags.values() if flag.level == "see-doctor" and not flag.press_meanwhile}
    said: set[str] = set()
    for language, raised in _by_language(query, words, library):
        hits = {hit for item in raised if item.kind == "red_flag" and item.id in silent for hit in item.hits}
        if not hits:
            continue
        if language == DEFAULT_LANGUAGE:
            keys = [word.stem for word in words]
        elif traits_in(library, language).spaced:
            keys = list(words_heard(query[:LONGEST_TEXT], language, library))
        else:
            plain = fold_letters(query[:LONGEST_TEXT])
            said.update(plain[hit.start : hit.end + 1] for hit in hits)
            continue
        said.update(key for hit in hits for key in keys[hit.start : hit.end + 1])
    return frozenset(said - word_lists_of(library).stop)


def _misfit(flag: RedFlag, said: set[str], library: Library) -> int:
    """Return 0 for a record that the query names, 1 for others, 2 for one whose words fit others better."""
    return 0 if said.intersection(tokenizer_of(library).stems_of(flag.id)) else 1 + (flag.id in _BROAD)


def _bare(query: str, words: Sequence[Word], library: Library) -> str:
    """Return the id of the sign that is all the query says ("stroke", "seizure help"), nothing where there is none.

    A sign may be written with marks that folding would take away, as in Vietnamese; then it counts as it is written.
    """
    written = normalize("NFC", query[:LONGEST_TEXT]).casefold().strip(_ENDS)
    if written in bare_signs_of(library):
        return bare_signs_of(library)[written]
    left = {word.text for word in words} - word_lists_of(library).beside_sign
    return bare_signs_of(library).get(left.pop(), "") if len(left) == 1 else ""


def _is_left_arm(words: Sequence[Word], library: Library) -> bool:
    """Tell whether pain in the left arm is spoken of: by itself no alarm, but the signs of the heart belong to it."""
    stems = [word.stem for word in words]
    pairs = set(pairwise(stems))
    return ("left", "arm") in pairs and bool(word_lists_of(library).arm_pain.intersection(stems))


def _by_language(query: str, words: Sequence[Word], library: Library) -> list[tuple[str, list[Raised]]]:
    text = query[:LONGEST_TEXT]
    found: list[tuple[str, list[Raised]]] = []
    keys = [word.stem for word in words]
    if "latin" in scripts_of(text):
        own = raised_by_words(
            signs_of(library, DEFAULT_LANGUAGE),
            keys,
            lambda: denied_positions(words, library),
            [word.clause for word in words],
        )
        found.append((DEFAULT_LANGUAGE, [item for item in own if _counts(item, words, library)]))
    known_phrase = " ".join(word.text for word in words) in phrases_of(library).literal
    for other in other_languages(text, library):
        tables, traits, plain = signs_of(library, other.name), other.traits, other.words
        if not traits.spaced:
            found.append((other.name, raised_by_letters(tables, text, traits)))
        elif not known_phrase:
            denied = partial(denied_in_words, plain, traits)
            raised = raised_by_words(tables, plain, denied, behind=denials_behind(plain, traits))
            silenced = idioms_said(signs_of(library, DEFAULT_LANGUAGE), keys) if raised else ()
            aside = _set_aside(words, keys, library) if raised else ()
            kept = [item for item in raised if item.id not in silenced and _is_said(item, plain, aside)]
            found.append((other.name, kept))
    return found


def _set_aside(words: Sequence[Word], keys: Sequence[str], library: Library) -> frozenset[str]:
    """Return the words that English denies or says to be long over ("no sepsis", "sepsis in 2020")."""
    denied = denied_positions(words, library)
    clauses = [word.clause for word in words]
    aside = set_aside(signs_of(library, DEFAULT_LANGUAGE), keys, denied, clauses)
    return frozenset(words[place].text for place in {*denied, *aside})


def _is_said(item: Raised, plain: Sequence[str], aside: Collection[str]) -> bool:
    """Tell whether English does not set aside a word that another language shares with it."""
    return not any(plain[hit.start] in aside for hit in item.hits)


def _counts(item: Raised, words: Sequence[Word], library: Library) -> bool:
    """A child only mentioned holds nothing back, and a blocked nose is no breathlessness."""
    if item.id == "children":
        return not children.is_only_mentioned(words, item.hits, library)
    return not (item.id == "breathing-emergency" and _is_only_the_nose(words, item.hits, library))


def _is_only_the_nose(words: Sequence[Word], hits: Sequence[Hit], library: Library) -> bool:
    """Tell a blocked nose from breathlessness; the idioms of the record name the usual forms, this the others."""
    sentence = words[hits[0].start].sentence
    said = {word.stem for word in words if word.sentence == sentence}
    return bool(said & word_lists_of(library).nose) and not said & word_lists_of(library).grave_breath
