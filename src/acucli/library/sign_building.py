"""The index of the signs of one language: lines of words and word classes become numbered atoms and groups."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from acucli.model.indexes import DEFAULT_LANGUAGE, WordPatterns
from acucli.model.lexicon import Lexicon
from acucli.model.safety import HeldBackRequest, RedFlag
from acucli.text.fold import fold_each, fold_letters, fold_words
from acucli.text.packed_words import packed_numbers, packed_words
from acucli.text.tokens import Tokenizer

ANY = "any"
"""The key of lines that name word classes only: they hold in every language that has the classes."""

COUNTED = "counted-things"
"""The class of words behind a number that make it no amount: milligrams, minutes."""

AMOUNTS = "many"
"""The class of number words that are an amount, unless such a word stands behind them."""

LONG_AGO, AGAIN, STUDIED, ALL_WELL = "long-ago", "again", "studied", "all-well"
"""Classes that say of any sign that it is long over, that it is so again, that it is only read or written about, or
(right behind it) that all is well."""

_MORE = "-more"
"""The end of a key whose lines add to those of the language before it, and reach less far."""

_REACH_OF_MORE = 12
_PART = re.compile(r"\s+\+\s+")
_NEARER = re.compile(r"\s+~(\d+)(>?)$")
_RANGE = re.compile(r"(\d+)\.\.(\d+)$")
_NUMBERS_IN_FORM = re.compile(r"\b(\d+)\.\.(\d+)\b")

_BLOCK_LETTERS = 2  # as lookup.phrase_table reads them

_LASTING = frozenset({"crisis", "see-doctor"})
"""Levels of signs that count however long ago they were."""

Key = tuple[str, ...]
"""A form as it is compared: its stems, or the whole form where the language is written without blanks."""


class SignSources(NamedTuple):
    """What raises something by its words, and the languages in whose words it is said."""

    red_flags: tuple[RedFlag, ...]
    held_back: tuple[HeldBackRequest, ...]
    lexicons: Mapping[str, Lexicon]
    words: Tokenizer


class PatternLine(NamedTuple):
    """One line of words taken apart: the forms and "@class" names of each part, how near, and whether in this order."""

    parts: tuple[tuple[str, ...], ...]
    near: int | None
    ordered: bool


def parse_line(line: str) -> PatternLine:
    """Return the parts of a line ("@taken + thirty|@many + pills ~8"); `near` is None where it does not say.

    " ~8" asks for at most 8 words from the first to the last, " ~8>" for the parts in this order too.
    """
    found = _NEARER.search(line)
    text = line[: found.start()] if found else line
    parts = tuple(tuple(form.strip() for form in part.split("|")) for part in _PART.split(text.strip()))
    return PatternLine(parts, int(found.group(1)) if found else None, bool(found and found.group(2)))


def expanded(form: str) -> list[str]:
    """Return a form for every number of its range ("4..6 weeks"), or the form alone where it has none."""
    found = _NUMBERS_IN_FORM.search(form) if ".." in form else None
    if found is None:
        return [form]
    least, most = int(found.group(1)), int(found.group(2))
    return [f"{form[: found.start()]}{number}{form[found.end() :]}" for number in range(least, most + 1)]


def is_range(name: str) -> bool:
    """Tell whether a class is built in: a range of numbers such as "6..999"."""
    return _RANGE.match(name) is not None


def spoken_languages(sources: SignSources) -> list[str]:
    """Return every language in which something may be raised."""
    plain = {_base(key) for _, record in _raising(sources) for key in record.words if key != ANY}
    return sorted(plain | {language for language, lexicon in sources.lexicons.items() if lexicon.classes})


def signs(language: str, sources: SignSources) -> WordPatterns:
    """Return the signs of one language; keys such as `en-more` add to those of `en`, lines of `any` to all.

    A key without a lexicon of its own ("hi-Latn") is one whose words are parted by blanks.
    """
    spoken = _Spoken(sources.lexicons.get(language) or Lexicon(language=language, name=""), sources.words)
    atoms = _Atoms(spoken)
    records: list[tuple[str, str]] = []
    groups: list[tuple[str, str, tuple[tuple[int, ...], ...]]] = []
    idioms: list[tuple[Key, int]] = []
    for kind, record in _raising(sources):
        owner = len(records)
        records.append((kind, record.id))
        for key, text in _lines(record.words, language):
            line = parse_line(text)
            if parts := atoms.parts(line):
                groups.append((str(owner), _near(line, key, spoken), parts))
        for key, text in _lines(record.words_not, language):
            line = parse_line(text)
            if len(line.parts) == 1 and not any(form.startswith("@") for form in line.parts[0]):
                idioms.extend((spoken.key(form), owner) for form in line.parts[0])
            elif parts := atoms.parts(line):
                groups.append((f"-{owner}", _near(line, key, spoken), parts))
    groups = list(dict.fromkeys(groups))
    aside = [atoms.of_class(name) for name in (LONG_AGO, AGAIN, STUDIED, ALL_WELL, AMOUNTS)]
    classes = atoms.classes()
    return WordPatterns(
        records=tuple(records),
        groups=tuple(f"{owner} {near} {_written(parts)}" for owner, near, parts in groups),
        anchors=_anchors([parts for _, _, parts in groups]),
        forms=packed_words(_by_first(atoms.forms())),
        idioms=_idioms(idioms, spoken),
        whole_forms=not spoken.lexicon.spaced,
        ranges=tuple(atoms.ranges),
        counted=tuple("".join(spoken.key(form)) for form in spoken.lexicon.classes.get(COUNTED, ())),
        amounts=aside[4],
        long_ago=aside[0],
        again=aside[1],
        studied=aside[2],
        all_well=aside[3],
        lasting=tuple(
            number
            for number, (_, record) in enumerate(_raising(sources))
            if isinstance(record, HeldBackRequest) or record.level in _LASTING
        ),
        classes=classes,
    )


class _Spoken(NamedTuple):
    """A language, and how its forms are compared with a query."""

    lexicon: Lexicon
    words: Tokenizer

    def key(self, form: str) -> Key:
        """Return a form as it is compared."""
        return form_key(form, self.lexicon, self.words)

    def keys(self, forms: Collection[str]) -> dict[str, Key]:
        """Return many forms with what is compared of each: a language has tens of thousands, folded in one pass."""
        if self.lexicon.spaced and self.lexicon.language != DEFAULT_LANGUAGE:
            ordered = list(forms)
            return dict(zip(ordered, fold_each(ordered, self.lexicon.foldings), strict=True))
        return {form: self.key(form) for form in forms}


class _Atoms:
    """The atoms of one language, numbered as lines ask for them."""

    def __init__(self, spoken: _Spoken) -> None:
        self.ranges: list[tuple[int, int, int]] = []
        self._spoken = spoken
        self._numbers: dict[tuple[str, ...], int] = {}
        self._classes: dict[str, list[int]] = {}

    def parts(self, line: PatternLine) -> tuple[tuple[int, ...], ...]:
        """Return the atoms of every part; empty where a part has none in this language."""
        found = tuple(self._part(part) for part in line.parts)
        return found if all(found) else ()

    def forms(self) -> list[tuple[Key, int]]:
        """Return every form with the number of its atom."""
        written = [
            (form, number)
            for forms, number in self._numbers.items()
            if not is_range(forms[0])
            for each in forms
            for form in expanded(each)
        ]
        keys = self._spoken.keys({form for form, _ in written})
        return [(keys[form], number) for form, number in written]

    def of_class(self, name: str) -> tuple[int, ...]:
        """Return the atoms of a class by itself."""
        return tuple(self._class(name))

    def classes(self) -> dict[str, str]:
        """Return the names of the classes by the number of the atom that their plain forms are, used or not."""
        found: dict[str, list[str]] = {}
        for name, forms in sorted(self._spoken.lexicon.classes.items()):
            if plain := tuple(form for form in forms if not form.startswith("@")):
                found.setdefault(str(self._number(plain)), []).append(name)
        return {number: " ".join(names) for number, names in found.items()}

    def _part(self, forms: tuple[str, ...]) -> tuple[int, ...]:
        plain = tuple(form for form in forms if not form.startswith("@"))
        named = [form[1:] for form in forms if form.startswith("@")]
        found = [self._number(plain)] if plain else []
        for name in named:
            found.extend(self._class(name))
        return tuple(dict.fromkeys(found))

    def _class(self, name: str) -> list[int]:
        """Return the atoms of a class and of the classes it names; none where the language has none of them."""
        if name not in self._classes:
            self._classes[name] = [self._range(name)] if is_range(name) else self._atoms_of(name)
        return self._classes[name]

    def _atoms_of(self, name: str) -> list[int]:
        forms = self._spoken.lexicon.classes.get(name, ())
        plain = tuple(form for form in forms if not form.startswith("@"))
        found = [self._number(plain)] if plain else []
        for form in forms:
            if form.startswith("@"):
                found.extend(self._class(form[1:]))
        return found

    def _range(self, name: str) -> int:
        known = (name,) in self._numbers
        number = self._number((name,))
        if not known:
            least, most = name.split("..")
            self.ranges.append((number, int(least), int(most)))
        return number

    def _number(self, forms: tuple[str, ...]) -> int:
        return self._numbers.setdefault(forms, len(self._numbers))


def sign_words(sources: SignSources) -> tuple[str, ...]:
    """Return every English word of the signs, for which typing mistakes are mended too."""
    forms = {
        form
        for _, record in _raising(sources)
        for words in (record.words, record.words_not)
        for _, line in _lines(words, DEFAULT_LANGUAGE)
        for part in parse_line(line).parts
        for form in part
    }
    lexicon = sources.lexicons.get(DEFAULT_LANGUAGE)
    if lexicon is not None:
        forms.update(form for known in lexicon.classes.values() for form in known)
    said = [form for form in forms if not form.startswith("@")]
    return tuple(sorted({word.text for form in said for word in sources.words.words_of(form)}))


def form_key(form: str, lexicon: Lexicon, words: Tokenizer) -> Key:
    """Return a form as it is compared with a query in that language."""
    if not lexicon.spaced:
        return (fold_letters(form),)
    return words.stems_of(form) if lexicon.language == DEFAULT_LANGUAGE else fold_words(form, lexicon.foldings)


def _raising(sources: SignSources) -> list[tuple[str, RedFlag | HeldBackRequest]]:
    return [
        *(("red_flag", flag) for flag in sources.red_flags),
        *(("held_back", item) for item in sources.held_back),
    ]


def _base(key: str) -> str:
    return key.removesuffix(_MORE)


def _lines(words: Mapping[str, tuple[str, ...]], language: str) -> list[tuple[str, str]]:
    return [(key, line) for key, lines in words.items() if _base(key) in (language, ANY) for line in lines]


def _near(line: PatternLine, key: str, spoken: _Spoken) -> str:
    """Return how near the parts must stand, with ">" behind it where their order counts, "/" where none may overlap."""
    reach, spaced = spoken.lexicon.sign_reach, spoken.lexicon.spaced
    if line.near is not None:
        letters = 1 if spaced else max(1, reach // _REACH_OF_MORE)
        return f"{line.near * letters}{'>' if line.ordered else '/'}"
    near = _REACH_OF_MORE if key.endswith(_MORE) or (key == ANY and spaced) else reach
    return f"{near}/" if any(form.startswith("@") for part in line.parts for form in part) else str(near)


def _written(parts: Iterable[tuple[int, ...]]) -> str:
    return " ".join(",".join(map(str, part)) for part in parts)


def _anchors(groups: list[tuple[tuple[int, ...], ...]]) -> dict[str, str]:
    """Return the groups by the atoms of their rarest part: the one whose atoms stand in the fewest groups."""
    often = Counter(atom for parts in groups for part in parts for atom in part)
    index: dict[int, list[int]] = {}
    for number, parts in enumerate(groups):
        for atom in min(parts, key=lambda part: sum(often[atom] for atom in part)):
            index.setdefault(atom, []).append(number)
    return {str(atom): packed_numbers(numbers) for atom, numbers in sorted(index.items())}


def _idioms(entries: list[tuple[Key, int]], spoken: _Spoken) -> dict[str, str]:
    if not spoken.lexicon.spaced:
        return {key[0]: f"\t{numbers}" for key, numbers in sorted(_numbers(entries).items())}
    blocks: dict[str, list[str]] = {}
    for first, lines in sorted(_by_first(entries).items()):
        blocks.setdefault(first[:_BLOCK_LETTERS], []).append(f"{first}:{lines};")
    return {first: f";{''.join(lines)}" for first, lines in blocks.items()}


def _by_first(entries: list[tuple[Key, int]]) -> dict[str, str]:
    """Return "rest of the stems=numbers|..." by the first stem."""
    index: dict[str, list[str]] = {}
    for key, numbers in _numbers(entries).items():
        index.setdefault(key[0], []).append(f"{' '.join(key[1:])}={numbers}")
    return {first: "|".join(lines) for first, lines in index.items()}


def _numbers(entries: list[tuple[Key, int]]) -> dict[Key, str]:
    """Return the numbers of each form, packed."""
    index: dict[Key, dict[int, None]] = {}
    for key, number in entries:
        if key and key[0]:
            index.setdefault(key, {})[number] = None
    return {key: packed_numbers(numbers) for key, numbers in index.items()}
