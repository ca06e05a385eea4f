"""The person: answers of the profile that a sentence gives by itself ("I am 20 weeks pregnant and ...")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acucli.lookup import children
from acucli.lookup.condition_reading import read_conditions
from acucli.lookup.decoded_indexes import foreign_traits_of, phrases_of, sayings_of, word_lists_of
from acucli.lookup.denial import denied_in_words, denied_positions, is_denied_behind, is_denied_in_letters
from acucli.lookup.foreign import likelihood, sounds_foreign, words_heard
from acucli.lookup.phrase_table import Found
from acucli.lookup.whose_fact import is_long_over, is_of_another, is_weeks_along
from acucli.model.indexes import DEFAULT_LANGUAGE, LanguageTraits
from acucli.model.library import Library
from acucli.text.fold import fold_letters
from acucli.text.scripts import scripts_of
from acucli.text.tokens import Word

OLDER_YEARS = 50
"""Years from which the sign of an inflamed temple artery is asked (red_flags headache-temple)."""

_OLDEST_YEARS = 120
_ADULT_YEARS = 18
"""What the answer `under-18` says."""

_MAYBE = "maybe-pregnant"

_Heard = list[tuple[Found, bool]]
"""Sayings found in one language, each with whether it is denied."""


def says_of_person(text: str, words: Sequence[Word], library: Library) -> tuple[str, ...]:
    """Return the answers of the profile that a text gives in any language, in the order of the questions.

    `words` are those of the default language. Denied answers are left out.
    """
    said: set[str] = set()
    decided: set[str] = set()
    for heard in _by_language(text, words, library):
        for saying, denied in heard:
            if not denied and saying.meaning not in decided:
                said.add(saying.meaning)
        decided.update(saying.meaning for saying, _ in heard)
    if children.is_under_age(words, _ADULT_YEARS, library):
        said.add("under-18")
    if "pregnant" not in decided and is_weeks_along(words, library):
        said.add("pregnant")
    if _age(words) > OLDER_YEARS:
        said.add("over-50")
    return tuple(slug for slug in library.questions if slug in said) if said else ()


def _by_language(text: str, words: Sequence[Word], library: Library) -> list[_Heard]:
    """Return what is heard in each language the text may be written in, the most likely one first.

    The first that knows an answer decides whether it is denied: "pas de pacemaker" is no pacemaker in English either.
    """
    own = _heard_in_default(words, library)
    if " ".join(word.text for word in words) in phrases_of(library).literal:
        return [own]
    scripts = scripts_of(text)
    known = [
        (traits, heard)
        for traits in foreign_traits_of(library)
        if traits.says_of_person and scripts.intersection(traits.scripts)
        if (heard := _heard_in(text, traits, library))
    ]
    if not known:
        return [own]
    known.sort(
        key=lambda item: (len(scripts.intersection(item[0].scripts)), likelihood(text, item[0], library)), reverse=True
    )
    others = [heard for _, heard in known]
    return [*others, own] if sounds_foreign(text, library) else [own, *others]


def _heard_in(text: str, traits: LanguageTraits, library: Library) -> _Heard:
    if not traits.spaced:
        return _heard_in_letters(text, traits, library)
    return _heard_in_words(words_heard(text, traits.language, library), traits, library)


def _outside_names(found: Iterable[Found]) -> list[Found]:
    """Return the sayings that do not stand inside a longer name: "hay fever" is no fever."""
    known = list(found)
    names = [saying for saying in known if not saying.meaning]
    return [
        saying
        for saying in known
        if saying.meaning and not any(name.start <= saying.start and saying.end <= name.end for name in names)
    ]


def _heard_in_default(words: Sequence[Word], library: Library) -> _Heard:
    found = _outside_names(sayings_of(library, DEFAULT_LANGUAGE).all_in([word.stem for word in words]))
    denied = denied_positions(words, library) if found else frozenset()
    unsure = any(saying.meaning == _MAYBE for saying in found) and not _is_certain(words, library)
    return [
        (saying, saying.start in denied or not _holds(saying, words, library))
        for saying in found
        if not (unsure and saying.meaning == "pregnant")
    ]


def _holds(saying: Found, words: Sequence[Word], library: Library) -> bool:
    """Tell whether a saying is true of whoever has the complaint, and now."""
    return not is_long_over(words, saying, library) and not is_of_another(
        words, saying, lambda segment: bool(read_conditions(segment, library)), library
    )


def _heard_in_words(plain: Sequence[str], traits: LanguageTraits, library: Library) -> _Heard:
    found = _outside_names(sayings_of(library, traits.language).all_in(plain)) if plain else []
    fillers = traits.denial_fillers.union(traits.denial_person)
    denied = denied_in_words(plain, traits, fillers) if found else frozenset()
    return [(saying, saying.start in denied or is_denied_behind(plain, saying.end - 1, traits)) for saying in found]


def _heard_in_letters(text: str, traits: LanguageTraits, library: Library) -> _Heard:
    plain = fold_letters(text)
    return [
        (
            saying,
            is_denied_in_letters(plain, saying.start, saying.end, traits)
            or plain[saying.end :].startswith(traits.denial_person),
        )
        for saying in _outside_names(sayings_of(library, traits.language).within(plain))
    ]


def _is_certain(words: Sequence[Word], library: Library) -> bool:
    return any(word.stem in word_lists_of(library).weeks for word in words)


def _age(words: Sequence[Word]) -> int:
    """Return the age the words give, 0 where they give none."""
    for place, word in enumerate(words):
        if not (word.text.isascii() and word.text.isdigit() and len(word.text) in {2, 3}):
            continue
        if int(word.text) > _OLDEST_YEARS:
            continue
        after = words[place + 1].text if place + 1 < len(words) else ""
        before = [other.text for other in words[max(0, place - 2) : place]]
        if after in {"years", "year", "yo"} and place + 2 < len(words) and words[place + 2].text == "old":
            return int(word.text)
        if before == ["i", "am"] and after in {"", "and", "with", "now", "but", "yo", "so"}:
            return int(word.text)
        if before[-1:] == ["aged"]:
            return int(word.text)
    return 0
