"""Foreign sentences: whether the small words of a text are of the default language or of another one."""

from __future__ import annotations

import re

import msgspec

from acucli.lookup.decoded_indexes import foreign_traits_of, languages_of, remembered, traits_in, traits_of
from acucli.model.indexes import DEFAULT_LANGUAGE, LanguageTraits
from acucli.model.library import Library
from acucli.text.characters import APOSTROPHE
from acucli.text.fold import fold_words
from acucli.text.scripts import scripts_of

_VOWELS = "aeiouyhéèêàâî"


class _Signals(msgspec.Struct, frozen=True):
    """What speaks for another language: its letters (`plain`: some are ASCII), its small words not the default's."""

    letters: frozenset[str]
    plain: bool
    telling: frozenset[str]


@remembered
def _signals_of(library: Library) -> _Signals:
    known = foreign_traits_of(library)
    letters = frozenset(letter for traits in known for letter in traits.letters)
    telling = frozenset(word for traits in known for word in traits.telling_words)
    return _Signals(letters, any(map(str.isascii, letters)), telling)


def _joins_words(lower: str, library: Library) -> bool:
    """Tell whether words are joined as another language joins them."""
    elisions = "|".join(re.escape(elision) for traits in foreign_traits_of(library) for elision in traits.elisions)
    return bool(elisions) and re.search(rf"\b(?:{elisions}){APOSTROPHE}[{_VOWELS}]", lower) is not None


class _Heard(msgspec.Struct, frozen=True):
    """A text's words as one language compares them, and how many of them are its small words."""

    words: tuple[str, ...]
    small_words: int


@remembered
def _heard(text: str, library: Library) -> dict[str, _Heard]:
    """Return what every language hears in a text; one without a lexicon hears what the default language does."""
    plain = fold_words(text, {})
    found: dict[str, _Heard] = {}
    for language, traits in traits_of(library).items():
        words = fold_words(text, traits.foldings) if traits.foldings else plain
        known = traits.function_words
        found[language] = _Heard(words, sum(map(known.__contains__, words)) if known else 0)
    return found


def sounds_foreign(text: str, library: Library) -> bool:
    """Tell whether the small words of a text are rather those of another language.

    Letters with accents, and words joined as in French ("j'ai"), speak for another language too.
    """
    signals, heard = _signals_of(library), _heard(text, library)
    lower = text.casefold()
    own = heard[DEFAULT_LANGUAGE].small_words
    accents = not text.isascii() and any(letter in signals.letters for letter in lower)
    joined = APOSTROPHE in lower and _joins_words(lower, library)
    least = max(own, 0 if accents or joined else 1)
    return joined > own or max(other.small_words for other in heard.values()) > least


def speaks_otherwise(text: str, library: Library) -> bool:
    """Tell whether telling words of another language are in the text, and no more of the default one beside them."""
    own, telling = _heard(text, library)[DEFAULT_LANGUAGE], _signals_of(library).telling
    foreign = sum(map(telling.__contains__, own.words))
    return foreign > 0 and foreign >= own.small_words


def words_heard(text: str, language: str, library: Library) -> tuple[str, ...]:
    """Return a text's words as a language compares them; none where they are rather of the default language.

    A text without small words may be of any language.
    """
    return _words_in(_heard(text, library), language)


def _words_in(heard: dict[str, _Heard], language: str) -> tuple[str, ...]:
    default = heard[DEFAULT_LANGUAGE]
    own = heard.get(language) or _Heard(default.words, 0)
    return () if default.small_words > own.small_words else own.words


class OtherLanguage(msgspec.Struct, frozen=True):
    """A language that may be meant beside the default one, and a text's words in it; none where it has no blanks."""

    name: str
    traits: LanguageTraits
    words: tuple[str, ...]


@remembered
def other_languages(text: str, library: Library) -> tuple[OtherLanguage, ...]:
    """Return the other languages with signs in whose script a text is, without those that hear none of its words."""
    scripts, heard = scripts_of(text), _heard(text, library)
    found: list[OtherLanguage] = []
    for language, traits in _traits_with_signs(library).items():
        if not scripts.isdisjoint(traits.scripts):
            words = _words_in(heard, language) if traits.spaced else ()
            if words or not traits.spaced:
                found.append(OtherLanguage(language, traits, words))
    return tuple(found)


@remembered
def _traits_with_signs(library: Library) -> dict[str, LanguageTraits]:
    """Return the traits of the other languages that have signs."""
    return {name: traits_in(library, name) for name in languages_of(library) if name != DEFAULT_LANGUAGE}


def likelihood(text: str, traits: LanguageTraits, library: Library) -> tuple[int, int]:
    """Return how many small words and how many letters of its own a language has in a text; the more, the likelier."""
    heard = _heard(text, library).get(traits.language)
    small_words = heard.small_words if heard else 0
    if text.isascii() and not _signals_of(library).plain:
        return small_words, 0
    return small_words, sum(map(traits.letters.__contains__, text.casefold()))


def likely_language(text: str, library: Library) -> str:
    """Return the language that a text is rather written in, by its script, small words and letters; else the default.

    It decides in which language something is said beside English, never what is understood.
    """
    scripts = scripts_of(text)
    own = _heard(text, library)[DEFAULT_LANGUAGE].small_words
    likely = [
        (likelihood(text, traits, library), traits.language)
        for traits in foreign_traits_of(library)
        if traits.scripts and traits.scripts[0] in scripts
    ]
    (small_words, letters), language = max(likely, default=((0, 0), DEFAULT_LANGUAGE))
    if not text.isascii() and "latin" not in scripts:
        return language
    return language if (small_words, letters) > (own, 0) else DEFAULT_LANGUAGE
