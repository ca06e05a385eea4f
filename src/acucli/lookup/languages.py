"""Other languages: phrase lexicons, opened only when the default one understood nothing or plainly is not spoken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from acucli.lookup.decoded_indexes import (
    foreign_traits_of,
    phrases_elsewhere,
    phrases_of,
    remembered,
    spoken_phrases_of,
    tokenizer_of,
    traits_of,
)
from acucli.lookup.denial import denials_in_words, is_denied_behind, is_denied_in_letters
from acucli.lookup.foreign import likelihood, words_heard
from acucli.lookup.query_result import ConditionReading
from acucli.model.indexes import DEFAULT_LANGUAGE, LanguageTraits
from acucli.model.library import Library
from acucli.text.fold import fold_letters, fold_phrase, fold_words
from acucli.text.roots import ending_of, root_of
from acucli.text.scripts import scripts_of
from acucli.text.tokens import LONGEST_TEXT

_NEAR_LETTERS = 12
_NEAR_WORDS = 6


class _Lexicon(msgspec.Struct, frozen=True):
    """A language's phrases as they lie in its index (see `model.indexes.SpokenPhrases`), each between two line ends.

    They are searched there: a query touches few of them, and most languages are asked in vain.
    """

    traits: LanguageTraits
    lines: str
    ending: re.Pattern[str] | None
    parts: tuple[tuple[str, str], ...]
    pain: tuple[str, ...]

    def phrases_with(self, texts: Iterable[str]) -> Iterator[_SpokenPhrase]:
        """Yield the phrases whose line holds one of the texts, in their order."""
        lines = self.lines
        return self._at(lines.rfind("\n", 0, place + 1) + 1 for text in texts for place in _places_of(text, lines))

    def beginning_with(self, roots: Iterable[str]) -> Iterator[_SpokenPhrase]:
        """Yield the phrases whose first word is one of the roots, in their order."""
        return self._at(start for root in roots for start in _lines_of(root, self.lines))

    def _at(self, starts: Iterable[int]) -> Iterator[_SpokenPhrase]:
        return (_phrase_in(self.lines[start : self.lines.index("\n", start)]) for start in sorted({*starts}))


@lru_cache(maxsize=8192)
def _lines_of(root: str, lines: str) -> tuple[int, ...]:
    """Return where the lines of a root begin, remembered: the words of a batch come again and again."""
    behind = 1 + len(root)
    places = _places_of(f"\n{root}", lines)
    return tuple(place + 1 for place in places if lines.startswith((" ", "\t"), place + behind))


def _places_of(text: str, lines: str) -> Iterator[int]:
    place = lines.find(text)
    while place >= 0:
        yield place
        place = lines.find(text, place + 1)


class _SpokenPhrase(msgspec.Struct, frozen=True):
    """A phrase as it is compared, its condition, and how it is written, in it and as a whole text."""

    form: str
    slug: str
    written: str
    whole: str


def _phrase_in(line: str) -> _SpokenPhrase:
    form, slug, written, whole = line.split("\t")
    return _SpokenPhrase(form, slug, written or form, whole or written or form)


class LanguageReading(msgspec.Struct, frozen=True):
    """The language that understands most of a text, the conditions it reads, and the words it reads them from.

    `words` are folded, and none where the language has no blanks; `whole` where the text is one of its phrases.
    """

    language: str
    conditions: tuple[ConditionReading, ...]
    words: frozenset[str] = frozenset()
    whole: bool = False


@remembered
def read_whole_phrase(text: str, library: Library) -> LanguageReading | None:
    """Return what a text means that is a phrase of another language and nothing else, None where it is none.

    A phrase of the default language is not asked here, unless it was written with the accents of another one.
    """
    known = phrases_elsewhere(library)
    if not any(_has_line(known, plain) for plain in {fold_phrase(text), fold_letters(text)}):
        return None
    if (
        text.isascii()
        and " ".join(word.text for word in tokenizer_of(library).words_of(text)) in phrases_of(library).literal
    ):
        return None
    found = read_language(text, library)
    return found if found.whole else None


def _has_line(lines: str, wanted: str) -> bool:
    """Tell whether sorted lines, with a line end before each and behind the last, hold one: by halving what is left."""
    first, last = 0, len(lines) - 1
    while first < last:
        middle = (first + last) // 2
        start, end = lines.rfind("\n", first, middle + 1), lines.index("\n", middle + 1)
        line = lines[start + 1 : end]
        if line == wanted:
            return True
        first, last = (end, last) if line < wanted else (first, start)
    return False


def read_language(text: str, library: Library) -> LanguageReading:
    """Return what the language reads that understands most of the text; the default one where none does."""
    text = text[:LONGEST_TEXT]
    scripts = scripts_of(text)
    best = LanguageReading(DEFAULT_LANGUAGE, ())
    for traits in _in_letters(scripts, library):
        lexicon = _lexicon(library, traits.language)
        whole = _whole(fold_letters(text), lexicon, library)
        conditions = whole or tuple(_read_letters(text, lexicon, library))
        best = _better(best, LanguageReading(traits.language, conditions, whole=bool(whole)))
    if best.conditions:
        return best
    written = fold_words(text, {})
    for traits in _in_words(text, scripts, library):
        lexicon = _lexicon(library, traits.language)
        if whole := _whole(" ".join(fold_words(text, traits.foldings)), lexicon, library):
            best = _better(best, LanguageReading(traits.language, whole, frozenset(written), whole=True))
        elif plain := words_heard(text, traits.language, library):
            readings, places = _read_words(plain, lexicon, library)
            read = frozenset(written[place] for place in places)
            best = _better(best, LanguageReading(traits.language, tuple(readings), read))
    return best


def _whole(plain: str, lexicon: _Lexicon, library: Library) -> tuple[ConditionReading, ...]:
    """Return the conditions that a text names which is a phrase of the language and nothing else."""
    if not plain or plain not in lexicon.lines:
        return ()
    found = lexicon.phrases_with((f"\t{plain}\n", f"\t{plain}\t\n", f"\n{plain}\t"))
    return tuple(_reading_of(phrase) for phrase in found if phrase.whole == plain and phrase.slug in library.conditions)


def _reading_of(phrase: _SpokenPhrase) -> ConditionReading:
    return ConditionReading(slug=phrase.slug, matched=phrase.written, how="language")


def _in_letters(scripts: frozenset[str], library: Library) -> list[LanguageTraits]:
    """Return the languages without blanks in whose scripts the text may be written.

    Those whose own script it is come first; one is left out where another knows more of the text's scripts.
    """
    known = {
        traits.language: scripts.intersection(traits.scripts)
        for traits in foreign_traits_of(library)
        if traits.reads_conditions and not traits.spaced
    }
    fitting = [language for language, own in known.items() if own and not any(own < other for other in known.values())]
    traits = [traits_of(library)[language] for language in fitting]
    return sorted(traits, key=lambda item: item.scripts[0] not in scripts)


def _in_words(text: str, scripts: frozenset[str], library: Library) -> list[LanguageTraits]:
    """Return the languages with blanks in whose scripts the text may be written, the most likely first."""
    traits = [
        traits
        for traits in foreign_traits_of(library)
        if traits.reads_conditions and traits.spaced and scripts.intersection(traits.scripts)
    ]
    return sorted(traits, key=lambda item: likelihood(text, item, library), reverse=True)


def _better(best: LanguageReading, found: LanguageReading) -> LanguageReading:
    """Return the reading that covers more letters of the text, the first of two that cover as many."""

    def letters(reading: LanguageReading) -> int:
        read = reading.words or [item.matched.replace(" ", "") for item in reading.conditions]
        return sum(map(len, read)) if reading.conditions else 0

    if found.whole != best.whole:
        return found if found.whole else best
    return found if letters(found) > letters(best) else best


@remembered
def _lexicon(library: Library, language: str) -> _Lexicon:
    traits, spoken = traits_of(library)[language], spoken_phrases_of(library, language)
    lines = f"\n{spoken.phrases}\n" if spoken.phrases else ""
    known = set(library.conditions)
    parts = tuple((part, slug) for part, slug in spoken.parts if slug in known)
    return _Lexicon(traits, lines, ending_of(traits), parts, spoken.pain)


@remembered
def _phrases_in_letters(library: Library, language: str) -> tuple[_SpokenPhrase, ...]:
    """Return all phrases of a language without blanks, each of which is looked for in a text."""
    lines = spoken_phrases_of(library, language).phrases.split("\n")
    return tuple(phrase for phrase in map(_phrase_in, filter(None, lines)) if phrase.slug in library.conditions)


def _read_letters(text: str, lexicon: _Lexicon, library: Library) -> list[ConditionReading]:
    plain = fold_letters(text, lexicon.traits.intensifiers)
    taken: set[int] = set()
    found: list[tuple[int, ConditionReading]] = []
    for phrase in _phrases_in_letters(library, lexicon.traits.language):
        form = phrase.form
        place = plain.find(form)
        while place >= 0:
            covered = set(range(place, place + len(form)))
            if not covered & taken and not is_denied_in_letters(plain, place, place + len(form), lexicon.traits):
                taken |= covered
                found.append((place, _reading_of(phrase)))
            place = plain.find(form, place + 1)
    found.extend(_parts_in_letters(plain, lexicon, taken))
    return _by_place(found)


def _parts_in_letters(plain: str, lexicon: _Lexicon, taken: set[int]) -> list[tuple[int, ConditionReading]]:
    found: list[tuple[int, ConditionReading]] = []
    for part, slug in lexicon.parts:
        place = plain.find(part)
        if place < 0 or place in taken:
            continue
        around = plain[max(0, place - _NEAR_LETTERS) : place + len(part) + _NEAR_LETTERS]
        pain = next((word for word in lexicon.pain if word in around.replace(part, "", 1)), "")
        start = plain.find(pain) if pain else -1
        if pain and not is_denied_in_letters(plain, min(start, place), start + len(pain), lexicon.traits):
            taken |= set(range(place, place + len(part)))
            found.append((place, ConditionReading(slug=slug, matched=f"{part} {pain}", how="language")))
    return found


def _read_words(plain: Sequence[str], lexicon: _Lexicon, library: Library) -> tuple[list[ConditionReading], set[int]]:
    """Return the conditions that the words name, and the places of those words."""
    roots = [root_of(word, lexicon.ending) for word in plain]
    said = _SaidWords(plain, roots, denials_in_words(plain, lexicon.traits), lexicon)
    known = set(roots)
    taken: set[int] = set()
    found: list[tuple[int, ConditionReading]] = []
    for phrase in lexicon.beginning_with(known):
        form = phrase.form.split(" ")
        if not known.issuperset(form) or phrase.slug not in library.conditions:
            continue
        places = _near(form, roots, taken)
        if places and not said.denies(places):
            taken.update(places)
            found.append((min(places), _reading_of(phrase)))
    found.extend(_parts_in_words(said, taken))
    felt = {place for place, root in enumerate(roots) if root in lexicon.pain} if found else set()
    return _by_place(found), taken | felt


class _SaidWords(msgspec.Struct, frozen=True):
    """A text's words, their roots, and each denied place with the place of the word that denies it."""

    plain: Sequence[str]
    roots: Sequence[str]
    denials: dict[int, int]
    lexicon: _Lexicon

    def denies(self, places: Collection[int]) -> bool:
        """Tell whether a word outside a phrase denies it; one inside ("no puedo dormir") is a part of what it says."""
        if any(self.denials.get(place, place) not in places for place in places):
            return True
        return is_denied_behind(self.plain, max(places), self.lexicon.traits)


def _near(form: Sequence[str], roots: Sequence[str], taken: set[int]) -> list[int]:
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


def _parts_in_words(said: _SaidWords, taken: set[int]) -> list[tuple[int, ConditionReading]]:
    """Return what parts of the body and words of pain make together; a denied pain speaks of the part nearest to it."""
    lexicon, roots = said.lexicon, said.roots
    pains = [place for place, root in enumerate(roots) if root in lexicon.pain]
    named = [(part, slug) for part, slug in lexicon.parts if part in roots]
    parts = [(slug, place) for part, slug in named for place, root in enumerate(roots) if root == part]
    denied = {min(parts, key=lambda item: abs(item[1] - pain))[1] for pain in pains if parts and said.denies((pain,))}
    found: list[tuple[int, ConditionReading]] = []
    for slug, place in parts:
        if pains and place not in taken and place not in denied and not said.denies((place,)):
            taken.add(place)
            felt = roots[min(pains, key=lambda pain: abs(pain - place))]
            matched = f"{said.plain[place]} {felt}"
            found.append((place, ConditionReading(slug=slug, matched=matched, how="language")))
    for place, word in enumerate(said.plain):
        slug = _compound(roots[place], lexicon)
        if slug and place not in taken and not said.denies((place,)):
            taken.add(place)
            found.append((place, ConditionReading(slug=slug, matched=word, how="language")))
    return found


def _compound(root: str, lexicon: _Lexicon) -> str:
    """Return the condition of a part and a pain that are written as one word ("Knieschmerzen"), "" for none."""
    if not root.endswith(lexicon.pain):
        return ""
    return next(
        (slug for part, slug in lexicon.parts for pain in lexicon.pain if root in {part + pain, f"{part}s{pain}"}), ""
    )


def _by_place(found: list[tuple[int, ConditionReading]]) -> list[ConditionReading]:
    kept: dict[str, ConditionReading] = {}
    for _, reading in sorted(found, key=lambda item: item[0]):
        kept.setdefault(reading.slug, reading)
    return list(kept.values())
