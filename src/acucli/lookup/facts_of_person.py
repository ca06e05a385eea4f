"""The person: answers of the profile that a sentence gives by itself ("I am 20 weeks pregnant and ...")."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup import children
from acucli.lookup.decoded_indexes import foreign_traits_of, phrases_of, sayings_of, word_lists_of
from acucli.lookup.denial import denied_in_words, denied_positions, is_denied_in_letters
from acucli.lookup.foreign import is_rather_default
from acucli.model.indexes import DEFAULT_LANGUAGE, LanguageTraits
from acucli.model.library import Library
from acucli.text.fold import fold_letters, fold_phrase
from acucli.text.scripts import scripts_of
from acucli.text.tokens import Word

OLDER_YEARS = 50
"""Years from which the sign of an inflamed temple artery is asked (red_flags headache-temple)."""

_OLDEST_YEARS = 120

_ADULT_YEARS = 18
"""What the answer `under-18` says."""
_MAYBE = "maybe-pregnant"


def says_of_person(text: str, words: Sequence[Word], library: Library) -> tuple[str, ...]:
    """Return the answers of the profile that a text gives in any language, in the order of the questions.

    `words` are those of the default language. Denied answers are left out.
    """
    stems = [word.stem for word in words]
    found = list(sayings_of(library, DEFAULT_LANGUAGE).all_in(stems))
    denied = denied_positions(words, library) if found else frozenset()
    said = {saying.meaning for saying in found if saying.start not in denied}
    if _MAYBE in said and not _is_certain(words, library):
        said.discard("pregnant")
    said |= _said_abroad(text, words, library)
    if children.is_under_age(words, _ADULT_YEARS, library):
        said.add("under-18")
    if _age(words) > OLDER_YEARS:
        said.add("over-50")
    return tuple(slug for slug in library.questions if slug in said) if said else ()


def _said_abroad(text: str, words: Sequence[Word], library: Library) -> set[str]:
    """Return the answers given in the other languages the text may be written in."""
    if " ".join(word.text for word in words) in phrases_of(library).literal:
        return set()
    scripts, plain = scripts_of(text), fold_phrase(text).split()
    said: set[str] = set()
    for traits in foreign_traits_of(library):
        if not traits.says_of_person or not scripts.intersection(traits.scripts):
            continue
        if not traits.spaced:
            said |= _said_in_letters(text, traits, library)
        elif not is_rather_default(plain, traits.language, library):
            said |= _said_in_words(plain, traits, library)
    return said


def _said_in_words(plain: Sequence[str], traits: LanguageTraits, library: Library) -> set[str]:
    denied = denied_in_words(plain, traits, traits.denial_fillers.union(traits.denial_person))
    found = sayings_of(library, traits.language).all_in(plain)
    return {saying.meaning for saying in found if saying.start not in denied}


def _said_in_letters(text: str, traits: LanguageTraits, library: Library) -> set[str]:
    plain = fold_letters(text)
    return {
        saying.meaning
        for saying in sayings_of(library, traits.language).within(plain)
        if not is_denied_in_letters(plain, saying.start, saying.end, traits)
        and not plain[saying.end :].startswith(traits.denial_person)
    }


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
