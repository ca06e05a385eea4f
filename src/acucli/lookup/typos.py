"""Typing mistakes: words near a word of the lexicon, or a name near a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice, product
from math import ceil, floor
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from acucli.lookup.decoded_indexes import (
    known_words_of,
    phrases_of,
    remembered,
    sign_words_of,
    tokenizer_of,
    word_lists_of,
)
from acucli.lookup.denial import denied_positions
from acucli.lookup.vocabulary import (
    LEAST_LETTERS,
    complaint_words,
    ends_medically,
    is_common,
    is_real,
    is_unknown,
    vocabulary,
)
from acucli.model.library import Library
from acucli.text.fold import fold_name
from acucli.text.phonetic import phonetic_key, phonetic_keys
from acucli.text.tokens import Word

_LEAST_OF_A_SIGN = 6
_LONGEST_NAME = 40
_TOO_MANY = 2
"""Unknown words that are near no known one: from this number on it is no mistake but another language."""

_CHOICES = 4
_MOST_TRIALS = 16
_SUGGESTIONS = 3
_FEW_WORDS = 4
"""Words of a phrase that is short enough to be suggested for one word of it."""
_SUGGEST_FROM = 75.0
_SHORT = 6
_SUGGEST_SHORT_FROM = 80.0

_STRETCHED = re.compile(r"(\w)\1{2,}")
"""A letter typed three times or more: "soooo", "ughhh"."""
_SMALL_L = re.compile(r"([A-Za-z]?)l[\s.-]?(\d{1,2})")

Score = Callable[[str], int]
"""Tells how much is understood of a text, 0 for nothing."""


class Mending(NamedTuple):
    """A query as it was probably meant; `points` are codes when a name was mistyped."""

    text: str
    points: tuple[str, ...]


def mend(text: str, words: Sequence[Word], library: Library, score: Score) -> Mending | None:
    """Return the query with its mistakes mended, or None when nothing known is near enough.

    Of several ways to mend it the one is taken of which most is understood (`score`), then the one that changes least.
    """
    far = sum(is_unknown(word, library) and not _is_near_a_word(word.text, library) for word in words)
    before = score(text)
    if far >= _TOO_MANY:
        name = _nearest_name(text, library) if before == 0 else None
        return None if name is None else Mending(name[1], name[2])
    best = _best_words(words, library, score)
    if best is not None and score(best[1]) <= before:
        best = None
    if before == 0:
        name = _nearest_name(text, library)
        if name is not None and (best is None or name[0] < best[0] + (len(words) > 1)):
            return Mending(name[1], name[2])
        if (best is None or best[0] > 1) and not denied_positions(words, library):
            whole = _nearest_phrase(words, library)
            if whole is not None:
                return Mending(whole, ())
    return None if best is None else Mending(best[1], ())


def _best_words(words: Sequence[Word], library: Library, score: Score) -> tuple[float, str] | None:
    """Return what mending the unknown words costs and gives, None when none of them is near a known word."""
    choices = [
        _nearest_words(word, library) or [(0.0, word.text)] if is_unknown(word, library) else [(0.0, word.text)]
        for word in words
    ]
    if all(options[0][1] == word.text for options, word in zip(choices, words, strict=True)):
        return None
    trials = [
        (sum(cost for cost, _ in trial), _joined([text for _, text in trial], words))
        for trial in islice(product(*choices), _MOST_TRIALS)
    ]
    return max(trials, key=lambda trial: (score(trial[1]), -trial[0]))


def _joined(mended: Sequence[str], words: Sequence[Word]) -> str:
    pieces: list[str] = []
    for number, word in enumerate(mended):
        if number and words[number].clause != words[number - 1].clause:
            pieces.append("." if words[number].sentence != words[number - 1].sentence else ",")
        pieces.append(word)
    return " ".join(pieces)


def _nearest_words(word: Word, library: Library) -> list[tuple[float, str]]:
    """Return the known words nearest to an unknown one with their costs, best first."""
    text = word.text
    sound = phonetic_key(text)
    limit = _limit(text)
    choices = _of_length(_ordered, len(text) - limit, len(text) + limit, library)
    near = process.extract(text, choices, scorer=OSA.distance, score_cutoff=limit, limit=12)
    signs = sign_words_of(library) - complaint_words(library)
    costs = {
        choice: distance - 0.6 * (phonetic_key(choice) == sound)
        for choice, distance, _ in near
        if (distance < 2 or choice[0] == text[0]) and (choice not in signs or len(text) >= _LEAST_OF_A_SIGN)
    }
    for choice in _by_sound(library).get(sound, ()):
        distance = int(OSA.distance(choice, text))
        if distance <= (limit if choice in signs else limit + 2):
            costs[choice] = min(costs.get(choice, 9.0), max(0.7, 0.45 * distance))
    parts = _taken_apart(text, vocabulary(library))
    if parts:
        costs[parts] = 0.5
    for letters in (r"\1", r"\1\1"):
        shorter = _STRETCHED.sub(letters, text)
        if shorter != text and _is_known(shorter, library):
            costs[shorter] = 0.0
    if ends_medically(text, library):
        costs = {choice: cost for choice, cost in costs.items() if _is_one_illness(text, choice)}
    ranked = sorted(
        costs.items(),
        key=lambda item: (item[1], item[0][0] != text[0], -JaroWinkler.similarity(text, item[0]), item[0]),
    )
    return [(cost, choice) for choice, cost in ranked[:_CHOICES]]


def _is_known(text: str, library: Library) -> bool:
    """Tell whether a word of a complaint or a sign, a small word or a real one is spelled so."""
    lists = word_lists_of(library)
    return text in vocabulary(library) or text in lists.stop | lists.weak or is_real(text, library)


def _is_one_illness(text: str, choice: str) -> bool:
    """Tell whether a medical word is another by one letter too many or too few, or by its sound: "tinnitis".

    Another letter in the same place makes another illness: arteritis is no arthritis.
    """
    one_off = len(text) != len(choice) and OSA.distance(text, choice) == 1
    return one_off or phonetic_key(text) == phonetic_key(choice)


def _is_near_a_word(text: str, library: Library) -> bool:
    """Tell whether a known word is nearly this one: one letter off, two in a word of more than six letters."""
    limit = 1 + (len(text) > 6)
    choices = _of_length(_ordered, len(text) - limit, len(text) + limit, library)
    nearest = process.extractOne(text, choices, scorer=OSA.distance, score_cutoff=limit)
    return (
        nearest is not None or phonetic_key(text) in _by_sound(library) or bool(_taken_apart(text, vocabulary(library)))
    )


def _limit(text: str) -> int:
    return 1 if len(text) <= 6 else 2 if len(text) <= 9 else 3


def _taken_apart(text: str, known: frozenset[str]) -> str:
    """Return two known words that were written as one ("neckpain"), nothing where there are none."""
    for place in range(3, len(text) - 2):
        if text[:place] in known and text[place:] in known:
            return f"{text[:place]} {text[place:]}"
    return ""


@remembered
def _ordered(library: Library) -> tuple[str, ...]:
    return tuple(sorted(word for word in vocabulary(library) if len(word) >= LEAST_LETTERS))


@lru_cache(maxsize=256)
def _of_length(
    listed: Callable[[Library], tuple[str, ...]], least: int, most: int, library: Library
) -> tuple[str, ...]:
    """Return the texts of a list that are not too short and not too long to be near, in their order."""
    return tuple(text for text in listed(library) if least <= len(text) <= most)


@remembered
def _by_sound(library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    words = _ordered(library)
    for sound, word in zip(phonetic_keys(words), words, strict=True):
        found.setdefault(sound, []).append(word)
    return {sound: tuple(words) for sound, words in found.items()}


@remembered
def _point_names(library: Library) -> tuple[str, ...]:
    return tuple(
        name
        for name, meanings in library.names.items()
        if len(name) >= LEAST_LETTERS and name.isascii() and name.isalpha() and _points_in(meanings)
    )


def _points_in(meanings: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        key for kind, _, key in (meaning.partition(":") for meaning in meanings) if kind == "point" and key[:3] != "EAR"
    )


def _nearest_name(text: str, library: Library) -> tuple[float, str, tuple[str, ...]] | None:
    """Return distance, name and points of the nearest name of a point; several points when they are equally near.

    A real word by itself is no slip in a name ("sunburn" is not Subun).
    """
    words = text.split()
    if len(words) > 6 or (len(words) == 1 and is_real(fold_name(text), library)):
        return None
    found = [_nearest_to(folded, library) for folded in dict.fromkeys((fold_name(text), _bare_name(text, library)))]
    return min((name for name in found if name is not None), default=None)


def _nearest_to(folded: str, library: Library) -> tuple[float, str, tuple[str, ...]] | None:
    if not LEAST_LETTERS < len(folded) <= _LONGEST_NAME or not folded.isascii():
        return None
    limit = 1 if len(folded) <= 6 else 2 if len(folded) <= 11 else 3 if len(folded) <= 16 else 4
    choices = _of_length(_point_names, len(folded) - limit, len(folded) + limit, library)
    near = process.extract(folded, choices, scorer=OSA.distance, score_cutoff=limit, limit=12)
    if not near:
        return None
    least = min(distance for _, distance, _ in near)
    ranked = sorted(
        (name for name, distance, _ in near if distance == least),
        key=lambda name: (phonetic_key(name) != phonetic_key(folded), -JaroWinkler.similarity(folded, name), name),
    )
    points = dict.fromkeys(code for name in ranked[:3] for code in _points_in(library.names[name]))
    return float(least), ranked[0], tuple(points)


def _bare_name(text: str, library: Library) -> str:
    beside = word_lists_of(library).beside_name
    words = [word.text for word in tokenizer_of(library).words_of(text) if word.text not in beside]
    return fold_name(" ".join(words))


@remembered
def _squeezed(library: Library) -> dict[str, str]:
    return {key.replace(" ", ""): key for key in phrases_of(library).literal if len(key) > LEAST_LETTERS}


@remembered
def _squeezed_phrases(library: Library) -> tuple[str, ...]:
    return tuple(_squeezed(library))


def _nearest_phrase(words: Sequence[Word], library: Library) -> str | None:
    """Return the phrase that a short query is, blanks aside, nearly."""
    if len(words) > 6 or (len(words) < 2 and not any(is_unknown(word, library) for word in words)):
        return None
    text = "".join(word.text for word in words if word.stem not in word_lists_of(library).stop or len(words) < 4)
    if not LEAST_LETTERS < len(text) <= _LONGEST_NAME:
        return None
    limit = 1 if len(text) <= 6 else 2 if len(text) <= 10 else 3 if len(text) <= 16 else 4
    choices = _of_length(_squeezed_phrases, len(text) - limit, len(text) + limit, library)
    near = process.extract(text, choices, scorer=OSA.distance, score_cutoff=limit, limit=5)
    kept = [word for word in words if word.stem not in word_lists_of(library).stop and not is_unknown(word, library)]
    known = [(squeezed, _squeezed(library)[squeezed]) for squeezed, _, _ in near]
    return next((key for squeezed, key in known if all(_is_kept(word.text, squeezed, key) for word in kept)), None)


def _is_kept(word: str, squeezed: str, key: str) -> bool:
    """Tell whether a real word stands in a phrase, joined to another or spelt as one that sounds alike ("soar")."""
    return word in squeezed or phonetic_key(word) in map(phonetic_key, key.split())


def near_misses(text: str, library: Library) -> tuple[str, ...]:
    """Return up to three known phrases, or codes of points, that the text resembles, best first.

    Phrases share a word with the text that says something, or are spelled almost like it; never the text itself.
    """
    code = _with_capital_i(text, library)
    if code:
        return (code,)
    words = tokenizer_of(library).words_of(text)
    folded = " ".join(word.text for word in words)
    if not folded or folded.isdigit():
        return ()
    near = dict.fromkeys((*_spelled_alike(folded, library), *_sharing_words(words, library)))
    return tuple(phrase for phrase in near if phrase != folded)[:_SUGGESTIONS]


def _spelled_alike(folded: str, library: Library) -> tuple[str, ...]:
    if not LEAST_LETTERS <= len(folded) <= _LONGEST_NAME or not folded.isascii():
        return ()
    least = _SUGGEST_SHORT_FROM if len(folded) <= _SHORT else _SUGGEST_FROM
    share = least / (200 - least)  # letters of the shorter one to those of the longer one, where all of them fit
    choices = _of_length(_phrases, floor(len(folded) * share), ceil(len(folded) / share), library)
    near = process.extract(folded, choices, scorer=fuzz.ratio, score_cutoff=least, limit=_SUGGESTIONS)
    said = folded.split()
    return tuple(phrase for phrase, _, _ in near if _holds_a_word(said, phrase.split(), library))


@remembered
def _phrases(library: Library) -> tuple[str, ...]:
    return tuple(phrases_of(library).literal)


def _holds_a_word(said: Sequence[str], phrase: Sequence[str], library: Library) -> bool:
    """Tell whether a word that says something is in both, or nearly: "cannot eat" is none for "cannot rest"."""
    small = word_lists_of(library).weak | _DENYING
    return any(
        OSA.distance(word, other, score_cutoff=2) <= min(2, len(word) // 4)
        for word in said
        if word not in small
        for other in phrase
        if other not in small
    )


_DENYING = frozenset({"cannot", "not", "no", "never", "without", "unable", "will"})


def _sharing_words(words: Sequence[Word], library: Library) -> list[str]:
    """Return the names of complaints with the most telling words of the text in them, the shortest first."""
    lists = word_lists_of(library)
    telling = {word.stem for word in words if word.stem not in lists.weak and word.text not in _DENYING}
    telling -= lists.wishes | lists.around_part
    if not telling or any(_may_be_ill(word.text, library) for word in words):
        return []
    felt, phrases = known_words_of(library).felt, _stems_of_phrases(library)
    by_stem = _phrases_by_stem(library)
    found: list[tuple[int, int, int, str]] = []
    for number in set().union(*(by_stem.get(stem, ()) for stem in telling)):
        phrase, stems = phrases[number]
        shared = telling & stems
        if shared & felt or stems <= shared:
            found.append((-len(shared), len(phrase), number, phrase))
    return [phrase for *_, phrase in sorted(found)[:_SUGGESTIONS]]


def _may_be_ill(text: str, library: Library) -> bool:
    """Tell whether a real word that few people use may be an illness, an injury or a change of the body."""
    if text in sign_words_of(library) and text not in complaint_words(library):
        return text not in word_lists_of(library).stop | _DENYING
    if len(text) < LEAST_LETTERS or not text.isalpha() or is_common(text, library):
        return text in word_lists_of(library).body_changes
    return is_real(text, library) and text not in vocabulary(library)


@remembered
def _stems_of_phrases(library: Library) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the phrases of few words, each with the stems of those that say something."""
    tokens, small = tokenizer_of(library), word_lists_of(library).weak | _DENYING
    short = (phrase for phrase in phrases_of(library).literal if phrase.count(" ") < _FEW_WORDS)
    return tuple((phrase, frozenset(tokens.stems_of(phrase)) - small) for phrase in short)


@remembered
def _phrases_by_stem(library: Library) -> dict[str, list[int]]:
    """Return the numbers of the phrases of few words by each of their stems."""
    found: dict[str, list[int]] = {}
    for number, (_, stems) in enumerate(_stems_of_phrases(library)):
        for stem in stems:
            found.setdefault(stem, []).append(number)
    return found


def _with_capital_i(text: str, library: Library) -> str:
    """Return the code of a point that was written with a small l for a capital I ("Ll4"), nothing where it is none."""
    found = _SMALL_L.fullmatch(text.strip())
    if found is None:
        return ""
    code = f"{found.group(1).upper()}I{found.group(2)}"
    return code if code in library.points else ""
