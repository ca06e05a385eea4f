"""Names: points and other records called by name, in any spelling the library knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

import msgspec

from acucli.lookup.decoded_indexes import remembered, same_words_of, traits_of, word_lists_of
from acucli.lookup.notation import EAR_WORDS
from acucli.model.library import Library
from acucli.text.fold import fold_marks, fold_name
from acucli.text.scripts import scripts_of
from acucli.text.tokens import LONGEST_TEXT

_LONGEST_NAME_WORDS = 7
_LEAST_LETTERS = 5
_LONGEST_TURNED = 4
_WORD = re.compile(r"[^\W_]+")
_MOST_TRIALS = 128
_SHORT_IN_SYLLABLES = 2


class NameReading(msgspec.Struct, frozen=True):
    """What a name may mean, as (kind, id); `whole` when it is all of the query."""

    matched: str
    meanings: tuple[tuple[str, str], ...]
    whole: bool


def read_names(query: str, library: Library, *, in_ear: bool = False) -> tuple[NameReading, ...]:
    """Return the names the query is or holds; of a name that is all of it nothing else is read."""
    text = " ".join(query[:LONGEST_TEXT].split())
    whole = _whole(text, library, in_ear)
    if whole is not None:
        return (whole,)
    if scripts_of(text) - {"latin"}:
        return tuple(_in_characters(text, library))
    return tuple(_in_sentence(text, library, in_ear))


def _whole(text: str, library: Library, in_ear: bool) -> NameReading | None:
    tried = text
    for _ in range(6):
        meanings = _meanings(tried, library, in_ear)
        if meanings:
            return NameReading(tried, meanings, True)
        plain = fold_marks(tried).strip()
        stripped = _without_words_around(plain, _around_name(library))
        if stripped == tried:
            break
        tried = stripped
    turned = _turned_round(text)
    trials = (text, turned) if turned else (text,)
    translated = (_otherwise_translated(trial, library) for trial in trials)
    return _both_ways(text, library, in_ear) or _as_point(turned, library) or next(filter(None, translated), None)


def _turned_round(text: str) -> str:
    """Return "Spirit Gate" for "Gate of Spirit", nothing for what is not told in such words."""
    first, of, last = fold_marks(text).removeprefix("the ").partition(" of ")
    name = f"{last.removeprefix('the ').strip()} {first.strip()}"
    return name if of and len(name.split()) <= _LONGEST_TURNED else ""


def _as_point(name: str, library: Library) -> NameReading | None:
    meanings = tuple(meaning for meaning in _meanings(name, library, False) if meaning[0] == "point")
    return NameReading(name, meanings, True) if meanings else None


def _otherwise_translated(text: str, library: Library) -> NameReading | None:
    """Read "Heavenly Pillar" where the library says "Celestial Pillar": translators choose different words."""
    words = _words_of_name(text, library)
    choices = [_translations(word, library) for word in words]
    if not 2 <= len(words) <= 5 or all(len(choice) == 1 for choice in choices):
        return None
    joints = (" ", " of ") if len(words) == 2 else (" ",)
    for choice in islice(product(*choices), _MOST_TRIALS):
        for name in (joint.join(choice) for joint in joints):
            meanings = _meanings(name, library, False)
            if meanings:
                return NameReading(name, meanings, True)
    return None


def _translations(word: str, library: Library) -> tuple[str, ...]:
    """Return a word with those that other translators choose for it; "heaven's" is read as "heaven"."""
    same = same_words_of(library)
    plain = word if word in same else word.removesuffix("s")
    return (word, *((plain,) if plain != word else ()), *same.get(plain, ())) if plain in same else (word,)


def _words_of_name(text: str, library: Library) -> list[str]:
    lists = word_lists_of(library)
    return [
        word
        for word in _WORD.findall(fold_marks(text))
        if word not in lists.beside_name and word not in lists.inside_name
    ]


class _AroundName(msgspec.Struct, frozen=True):
    """What is taken off a name, the longest first: words before it with their blank, words behind it with theirs, and
    what is written behind it without a blank."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    letters: tuple[str, ...]


@remembered
def _around_name(library: Library) -> _AroundName:
    lists = word_lists_of(library)
    after = [word for traits in traits_of(library).values() for word in traits.after_name]
    before, behind, letters = (
        sorted(set(known), key=lambda word: (-len(word), word))
        for known in (lists.before_name, (*lists.behind_name, *after), after)
    )
    return _AroundName(tuple(f"{word} " for word in before), tuple(f" {word}" for word in behind), tuple(letters))


def _without_words_around(name: str, around: _AroundName) -> str:
    """Return a name without the first thing around it that is none of its own, and without the letters behind it."""
    before = next(filter(name.startswith, around.before), "") if name.startswith(around.before) else ""
    behind = next(filter(name.endswith, around.behind), "") if not before and name.endswith(around.behind) else ""
    bare = name.removeprefix(before).removesuffix(behind) if before or behind else name.rstrip("?!.")
    return bare if bare.isascii() else _without_letters_behind(bare, around.letters)


def _without_letters_behind(name: str, letters: tuple[str, ...]) -> str:
    bare = name[:-1] if name.endswith(("?", "？")) else name
    if not bare.endswith(letters):
        return name
    while last := next((word for word in letters if bare.endswith(word)), ""):
        bare = bare.removesuffix(last)
    return bare


def _both_ways(text: str, library: Library, in_ear: bool) -> NameReading | None:
    """Read "Hegu LI" or "shen men (ear)": a name beside words that only say where it is."""
    words = _words_of_name(text, library)
    rest = [word for word in words if word not in EAR_WORDS]
    if in_ear and rest and len(rest) < len(words):
        meanings = _meanings(" ".join(rest), library, True)
        if meanings:
            return NameReading(" ".join(rest), meanings, True)
    return None


def _meanings(name: str, library: Library, in_ear: bool) -> tuple[tuple[str, str], ...]:
    folded = fold_name(name)
    found = library.names.get(folded) or library.names.get(_with_s(folded)) or ()
    if not found:
        return ()
    meanings = [_split(meaning) for meaning in found]
    ear = [meaning for meaning in meanings if meaning[1].startswith("EAR-")]
    meanings.sort(key=lambda meaning: meaning in ear)
    if in_ear:
        named_so = name.startswith("耳") or EAR_WORDS.intersection(_WORD.findall(fold_marks(name)))
        return tuple(ear) + tuple(meaning for meaning in meanings if named_so and meaning not in ear)
    if ear and len(ear) == len(meanings) and _is_body_word(name, library):
        return ()
    return tuple(meaning for meaning in meanings if not (meaning in ear and _is_body_word(name, library)))


def _with_s(folded: str) -> str:
    return folded[:-1] if folded.endswith("s") else folded + "s"


def _split(meaning: str) -> tuple[str, str]:
    kind, _, key = meaning.partition(":")
    return kind, key


def _is_body_word(name: str, library: Library) -> bool:
    """Tell whether a name is nothing but words of the body, which mean the body unless the ear is named."""
    words = _WORD.findall(fold_marks(name))
    body = word_lists_of(library).body_names
    return bool(words) and all(word in body or word.removesuffix("s") in body for word in words)


def _in_sentence(text: str, library: Library, in_ear: bool) -> Iterator[NameReading]:
    words = _WORD.findall(fold_marks(text))
    lists = word_lists_of(library)
    about_points = bool(lists.asking_for_point.intersection(words))
    in_letters = all(word.isascii() and word.isalpha() for word in words)
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_NAME_WORDS, len(words) - place), 0, -1):
            said = words[place : place + length]
            if in_letters and not _is_named(said, library):
                continue
            name = " ".join(said)
            if not _may_be_named(said, about_points or in_ear, lists.everyday_names):
                continue
            meanings = tuple(
                meaning
                for meaning in _meanings(name, library, False)
                if meaning[0] in _IN_SENTENCES and (in_ear or not _is_ear(meaning))
            )
            if meanings and (about_points or in_ear or _is_spoken_as_name(name, meanings, text, library)):
                yield NameReading(name, meanings, False)
                place += length - 1
                break
        place += 1


def _is_named(said: Sequence[str], library: Library) -> bool:
    """Tell whether folded words of plain letters, which a name keeps as they are, are one."""
    joined = "".join(said)
    return joined in library.names or _with_s(joined) in library.names


def _is_spoken_as_name(name: str, meanings: tuple[tuple[str, str], ...], text: str, library: Library) -> bool:
    """Tell a name from everyday words: pinyin is one anywhere, English words only when written with capitals."""
    folded = fold_name(name)
    points = [library.points[key].names for kind, key in meanings if kind == "point" and key in library.points]
    if not points or any(folded in {fold_name(names.plain), fold_name(names.pinyin)} for names in points):
        return True
    pattern = r"[\s-]+".join(re.escape(word.capitalize()) for word in name.split())
    return re.search(rf"\b{pattern}\b", text) is not None


_IN_SENTENCES = frozenset({"point", "technique", "breathing"})


def _may_be_named(words: Sequence[str], about_points: bool, everyday: frozenset[str]) -> bool:
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS - about_points or (len(words) == 1 and words[0] in everyday and not about_points):
        return False
    return about_points or len(words) > 1 or letters >= _LEAST_LETTERS


def _in_characters(text: str, library: Library) -> Iterator[NameReading]:
    """Find names written in characters anywhere in a text without blanks, longest first.

    Two syllables of an alphabet are often an everyday word: they are a name only before a word for a point.
    """
    plain = fold_name(text)
    behind = tuple(word for traits in traits_of(library).values() for word in traits.after_name)
    place = 0
    while place < len(plain):
        for length in range(min(_LONGEST_NAME_WORDS, len(plain) - place), 1, -1):
            piece = plain[place : place + length]
            if piece.isascii() or (_may_be_a_word(piece) and not plain.startswith(behind, place + length)):
                continue
            meanings = tuple(_split(meaning) for meaning in library.names.get(piece, ()))
            meanings = tuple(meaning for meaning in meanings if meaning[0] == "point" and not _is_ear(meaning))
            if meanings:
                yield NameReading(piece, meanings, False)
                place += length - 1
                break
        place += 1


def _may_be_a_word(piece: str) -> bool:
    return len(piece) <= _SHORT_IN_SYLLABLES and "hangul" in scripts_of(piece)


def _is_ear(meaning: tuple[str, str]) -> bool:
    return meaning[1].startswith("EAR-")
