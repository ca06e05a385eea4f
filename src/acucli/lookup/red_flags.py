"""Red flags and held-back requests raised by the words of a query, in any of the library's languages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from acucli.lookup import children
from acucli.lookup.decoded_indexes import languages_of, phrases_of, signs_of
from acucli.lookup.foreign import is_rather_english
from acucli.lookup.word_patterns import Hit, Raised, idioms_said, raised_by_script, raised_by_words
from acucli.model.library import Library
from acucli.model.safety import HeldBackRequest, RedFlag
from acucli.text.fold import fold_phrase
from acucli.text.listing import word_set
from acucli.text.scripts import Script, scripts_of
from acucli.text.stems import stem
from acucli.text.tokens import LONGEST_TEXT, Word, stems_of

_IN_LATIN = "-Latn"
"""The end of a key under which words stand that are written in Latin letters ("hi-Latn")."""

_ORDER = ("crisis", "emergency", "urgent", "see-doctor")
_NOSE = frozenset({"nos", "nostril", "nasal", "sinus", "sinusit"})
_GRAVE = frozenset(
    stem(word)
    for word in [
        "chest",
        "lips",
        "lung",
        "asthma",
        "inhaler",
        "throat",
        "sudden",
        "suddenly",
        "worse",
        "blue",
        "gasping",
    ]
)
_LONG_AGO = frozenset(
    {("year", "ago"), ("last", "year"), ("decad", "ago"), ("a", "child"), ("a", "teenager"), ("a", "kid")}
)
_AS_NOW = frozenset({"like", "same", "again", "since", "worse", "back", "now", "similar"})
_BARE = {"stroke": "stroke-fast", "strokes": "stroke-fast", "seizure": "seizure", "seizures": "seizure"}
"""Words that are a sign when they are all of the query, or stand beside nothing but a call for help."""

_BESIDE_BARE = word_set("help now please sign signs symptom symptoms of a the emergency having first aid what to do is")
_ARM_PAIN = frozenset(stems_of("pain hurt ache aching sore heavy tingling numb"))
_BROAD = frozenset({"overdose"})
"""Records raised by words that fit another record better, unless they are named."""

_SCRIPT_OF: dict[str, Script] = {"zh-Hans": "han", "zh-Hant": "han", "ja": "kana", "ko": "hangul", "hi": "devanagari"}


class Warnings(NamedTuple):
    """What a query raises, gravest first, and the language that raised it (empty where nothing did)."""

    red_flags: tuple[RedFlag, ...]
    watch_for: tuple[RedFlag, ...]
    held_back: tuple[HeldBackRequest, ...]
    language: str


def warnings(query: str, words: Sequence[Word], library: Library) -> Warnings:
    """Return every red flag and held-back request that the words of the query raise."""
    flags: dict[str, RedFlag] = {}
    held: dict[str, HeldBackRequest] = {}
    spoken = ""
    for language, raised in _by_language(query, words, library):
        for item in raised:
            spoken = spoken or language.partition(_IN_LATIN)[0]
            if item.kind == "red_flag":
                flags[item.id] = library.red_flags[item.id]
            else:
                held[item.id] = library.held_back[item.id]
    for request in library.held_back.values() if children.has_number(words) else ():
        if request.age_under and request.id not in held and children.is_under_age(words, request.age_under):
            held[request.id], spoken = request, spoken or "en"
    bare = _bare(words)
    if bare in library.red_flags:
        flags[bare] = library.red_flags[bare]
    said = {word.stem for word in words}
    graded = sorted(flags.values(), key=lambda flag: (_ORDER.index(flag.level), _misfit(flag, said)))
    watched = [flag for flag in graded if flag.level == "see-doctor"]
    if not flags and _is_left_arm(words) and "heart-attack" in library.red_flags:
        watched.append(library.red_flags["heart-attack"])
    return Warnings(
        tuple(flag for flag in graded if flag.level != "see-doctor"),
        tuple(watched),
        tuple(held.values()),
        spoken,
    )


def _misfit(flag: RedFlag, said: set[str]) -> int:
    """Return 0 for a record that the query names, 1 for others, 2 for one whose words fit others better."""
    return 0 if said.intersection(stems_of(flag.id)) else 1 + (flag.id in _BROAD)


def _bare(words: Sequence[Word]) -> str:
    """Return the id of the sign that is all the query says ("stroke", "seizure help"), nothing where there is none."""
    left = {word.text for word in words} - _BESIDE_BARE
    return _BARE.get(left.pop(), "") if len(left) == 1 else ""


def _is_left_arm(words: Sequence[Word]) -> bool:
    """Tell whether pain in the left arm is spoken of: by itself no alarm, but the signs of the heart belong to it."""
    stems = [word.stem for word in words]
    pairs = set(pairwise(stems))
    return ("left", "arm") in pairs and bool(_ARM_PAIN.intersection(stems))


def _by_language(query: str, words: Sequence[Word], library: Library) -> list[tuple[str, list[Raised]]]:
    scripts = scripts_of(query[:LONGEST_TEXT])
    found: list[tuple[str, list[Raised]]] = []
    silenced: frozenset[str] = frozenset()
    if "latin" in scripts:
        keys = [word.stem for word in words]
        english = raised_by_words(signs_of(library, "en"), words, keys, "en")
        silenced = idioms_said(signs_of(library, "en"), keys)
        found.append(("en", [item for item in english if _counts(item, words, library)]))
    english_phrase = " ".join(word.text for word in words) in phrases_of(library).literal
    plain = fold_phrase(query[:LONGEST_TEXT]).split() if "latin" in scripts and not english_phrase else []
    for language in languages_of(library):
        script = _SCRIPT_OF.get(language)
        if script is not None:
            if script in scripts or (language == "ja" and "han" in scripts):
                text = query[:LONGEST_TEXT]
                found.append((language, raised_by_script(signs_of(library, language), text, language)))
        elif language != "en" and plain and not is_rather_english(plain, language):
            raised = raised_by_words(signs_of(library, language), words, plain, language)
            found.append((language, [item for item in raised if item.id not in silenced]))
    return found


def _counts(item: Raised, words: Sequence[Word], library: Library) -> bool:
    """A child only mentioned holds nothing back; nor do a blocked nose and what is long over raise a sign."""
    if item.id == "children":
        return not children.is_only_mentioned(words, item.hits)
    if item.id == "breathing-emergency" and _is_only_the_nose(words, item.hits):
        return False
    if item.kind == "red_flag" and library.red_flags[item.id].level == "crisis":
        return True
    return not any(_is_long_over(words, hit) for hit in item.hits)


def _is_only_the_nose(words: Sequence[Word], hits: Sequence[Hit]) -> bool:
    """Tell a blocked nose from breathlessness; the idioms of the record name the usual forms, this the others."""
    sentence = words[hits[0].start].sentence
    said = {word.stem for word in words if word.sentence == sentence}
    return bool(said & _NOSE) and not said & _GRAVE


def _is_long_over(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether "years ago", "last year" or "as a child" follows the words, and nothing says it is so again."""
    after = [word for word in words[hit.end + 1 : hit.end + 8] if word.sentence == words[hit.end].sentence]
    stems = [word.stem for word in after]
    for place in range(len(stems) - 1):
        if (stems[place], stems[place + 1]) in _LONG_AGO:
            return not _AS_NOW.intersection(
                word.text for word in (*words[max(0, hit.end - 4) : hit.end], *after[:place])
            )
    return False
